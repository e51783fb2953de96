"""What a token is held against, and what comes of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from mock_isales.contract.c2.access_keys import AccessKey
from mock_isales.contract.c2.mistakes.mistake import Mistake


@dataclass(frozen=True, slots=True)
class Gate:
    """What a server asks of tokens.

    Attributes:
        keys: The access keys that it knows, by name.
        window_us: How far a token's time may be from the clock, in microseconds; 0: the time is not judged.
        clock: Which clock judges, as a sentence names it.
        empty_query_line: Whether an empty line in the place of an absent query is accepted too.
    """

    keys: Mapping[str, AccessKey]
    window_us: int = 900_000_000
    clock: str = "the host's clock"
    empty_query_line: bool = False


class Step(StrEnum):
    """The steps of a verification, in their order."""

    FORM = "form"
    KEY = "key"
    VDN = "vdn"
    TIME = "time"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Verified:
    """A token that was signed with a key that may.

    Attributes:
        ak: The key's name.
    """

    ak: str


@dataclass(frozen=True, slots=True)
class Unverified:
    """A token that is refused. No secret stands in any of this.

    Attributes:
        step: Which step failed.
        detail: What failed, in a sentence or two.
        signed_headers: The lower-case names of the headers that are signed, sorted; none where the form left nothing
            to build a canonical request from.
        build: Builds it.
        mistakes: The mistakes that explain the token, where they were found: one, or two made at once.
    """

    step: Step
    detail: str
    signed_headers: tuple[str, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    build: Callable[[], str] | None = field(default=None, repr=False, compare=False)

    @property
    def canonical(self) -> str | None:
        """The canonical request that the server built; None if the form failed. It takes as long as a verification."""
        return None if self.build is None else self.build()
