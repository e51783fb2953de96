"""The journal's entries: a call as it was received and answered, in few bytes."""

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field

from mock_isales.contract.codes import ResultCode
from mock_isales.contract.service import Terms
from mock_isales.engine.faults.injections import Transport
from mock_isales.engine.journal.values import kept, size_of

HIGHEST_ID = 10**15
"""The highest id that can be restored: whatever comes after it is still a number that every reader of JSON can take."""

_LINE_ENDS = re.compile("[\r\n]")
MASK = "***"
"""Stands for what is not kept."""

_MASK = MASK.encode()
_SECRET = b"authorization"
_OVERHEAD = 420
"""The bytes of an entry that holds nothing: its objects, and its place in a journal."""

_RULING_OVERHEAD = 80
"""The same of a ruling."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """Why a call was answered as it was.

    Attributes:
        result_code: The code of the answer, None for an answer by HTTP status.
        clause: The id of the clause that refused, None if none did.
        field: The place that it refused; empty for the body as a whole, and where nothing was refused.
        value: What stood there, as `values.kept` keeps it: whatever it is made with becomes that.
    """

    result_code: str | None = None
    clause: str | None = None
    field: str = ""
    value: object = None

    def __post_init__(self) -> None:
        if self.value is not None:
            object.__setattr__(self, "value", kept(self.value))

    @property
    def size(self) -> int:
        """The bytes that it takes."""
        return _RULING_OVERHEAD + sys.getsizeof(self.field) + size_of(self.value)


SUCCESS = Ruling(str(ResultCode.SUCCESS))
"""That of all calls that were accepted: one object for all their entries."""


@dataclass(frozen=True, slots=True)
class SignatureRuling:
    """Why a call's C2 token was refused. What the canonical request was is worked out when the entry is read.

    Attributes:
        step: Which step failed: form, key, vdn, time or signature.
        detail: What failed, in a sentence or two.
        signed_headers: The lower-case names of the headers that are signed, sorted; none if the form failed.
        mistakes: What the client did, where that was found: its name, a sentence, and what to do instead.
    """

    step: str
    detail: str
    signed_headers: tuple[str, ...] = ()
    mistakes: tuple[tuple[str, str, str], ...] = ()

    @property
    def size(self) -> int:
        """The bytes that it takes."""
        texts = [self.detail, *self.signed_headers, *(text for mistake in self.mistakes for text in mistake)]
        return _RULING_OVERHEAD + sum(map(sys.getsizeof, texts))


@dataclass(slots=True)
class Entry:
    """A call and its answer. Nothing in it changes once it is made, but the id that a journal gives it.

    Attributes:
        at: When it came, in microseconds of the world's clock.
        operation: Which documented operation was called, None if the address is not documented.
        vdn: The path's first parameter as it was sent, percent-decoded; None without one.
        campaign: The path's second parameter, likewise.
        method: The HTTP method.
        target: The address as it was received, with its query and the world's prefix.
        head: The request's headers, as `masked_head` writes them.
        body: The request's body.
        status: The answer's HTTP status; 0 if there was none.
        answer_head: The answer's headers, in the same form.
        answer: The answer's body.
        decision: Why it was answered so; None if nothing was decided.
        fault: The id of the fault that was injected.
        transport: What the fault did to the answer on its way; None if it arrived as it is kept here.
        without_fault: What would have been decided without it; None where it left that as it was, or nobody knows.
        terms: What the call was judged under; None where nobody knows. They are the world's own object.
        measured: How near it came to the limits of its campaign, as `Decision` has it.
        signature: Why its token was refused; None if it was not.
        duration_us: How long it took, in microseconds of real time.
        id: Its number in its world, from 1; 0 until a journal gives it one.
        size: The bytes that it takes: those of its contents, and a constant for the objects that hold them.
    """

    at: int
    operation: str | None
    vdn: str | None
    campaign: str | None
    method: str
    target: str
    head: bytes
    body: bytes
    status: int
    answer_head: bytes
    answer: bytes
    decision: Ruling | None = None
    fault: str | None = None
    duration_us: int = 0
    id: int = 0
    signature: SignatureRuling | None = None
    transport: Transport | None = None
    without_fault: Ruling | None = None
    terms: Terms | None = None
    measured: tuple[tuple[str, int], ...] | None = None
    size: int = field(init=False)

    def __post_init__(self) -> None:
        self.size = (
            _OVERHEAD
            + len(self.head)
            + len(self.body)
            + len(self.answer_head)
            + len(self.answer)
            + sys.getsizeof(self.target)
            + sys.getsizeof(self.vdn)
            + sys.getsizeof(self.campaign)
            + (0 if self.decision is None else self.decision.size)
            + (0 if self.signature is None else self.signature.size)
            + (0 if self.without_fault is None else self.without_fault.size)
        )


def masked_head(headers: Iterable[tuple[bytes, bytes]]) -> bytes:
    """Headers as they are kept: `name: value` and a line end each, without what they show of who calls."""
    lines = [
        name + b": " + (value if len(name) < len(_SECRET) or not name.lower().endswith(_SECRET) else _MASK)
        for name, value in headers
    ]
    return b"\r\n".join([*lines, b""])


def header_lines(head: bytes) -> list[tuple[str, str]]:
    """The names and values of kept headers, in Latin-1 as HTTP has them."""
    lines = (line.partition(": ") for line in head.decode("latin-1").split("\r\n")[:-1])
    return [(name, value) for name, _, value in lines]


def head_of(lines: Iterable[tuple[str, str]]) -> bytes:
    """The headers that are kept so: the opposite of `header_lines`. What shows who calls is masked here, too.

    Raises:
        ValueError: A header cannot be one: a character is not in Latin-1, or ends the line.
    """
    headers = []
    for name, value in lines:
        if _LINE_ENDS.search(name + value):
            raise ValueError(f"the header {name[:40]!r} has a line end in it")
        try:
            headers.append((name.encode("latin-1"), value.encode("latin-1")))
        except UnicodeEncodeError:
            raise ValueError(f"the header {name[:40]!r} has a character that is not in Latin-1") from None
    return masked_head(headers)
