"""What a kind of finding is, and what looks for it."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mock_isales.contract.service import Terms
from mock_isales.contract.text import Text
from mock_isales.engine.report.calls import Call
from mock_isales.engine.report.forms import Severity


@dataclass(frozen=True, slots=True)
class Offence:
    """Something that one call shows, or some together. Those that are alike become one finding.

    Attributes:
        place: Where.
        what: What was done, to be read behind the number of calls; in Chinese nothing stands between the two.
        calls: The ids of the calls that show it.
        clauses: The ids of the clauses that say what is asked for.
        asked: What is asked for, where no clause says it.
        severity: How bad it is, if it is not as bad as others of its kind.
    """

    place: str
    what: Text
    calls: tuple[int, ...]
    clauses: tuple[str, ...] = ()
    asked: Text | None = None
    severity: Severity | None = None


class Detector(ABC):
    """Looks for the offences of one kind. It sees each call of a journal once, in the order of their answers.

    Args:
        terms: What the world judges under now.
    """

    def __init__(self, terms: Terms) -> None:
        self.terms = terms

    @abstractmethod
    def see(self, call: Call) -> Iterable[Offence]:
        """What a call shows, beside those before it."""

    def rest(self) -> Iterable[Offence]:
        """What only shows when there are no more calls."""
        return ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of finding.

    Attributes:
        name: What it is called, for programs.
        severity: How bad it is.
        title: What it is about, in a few words.
        advice: What to do instead.
        begin: Makes what looks for it.
    """

    name: str
    severity: Severity
    title: Text
    advice: Text
    begin: Callable[[Terms], Detector]
