"""What is explained: a call, and what is known of it."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from mock_isales.contract.catalogue import CLAUSES, INTERFACES
from mock_isales.contract.clauses import Clause
from mock_isales.contract.codes import ResultCode
from mock_isales.contract.fields import List
from mock_isales.contract.interface import Interface
from mock_isales.contract.json_text import JsonDecimal, JsonInteger, JsonValue, NotJson, parse, parse_bytes
from mock_isales.contract.nearest.places import field_at, value_at
from mock_isales.contract.scalars import PathInteger
from mock_isales.contract.service import Terms
from mock_isales.engine.faults.forms import SetFault
from mock_isales.engine.journal.entries import Entry, Ruling, header_lines
from mock_isales.engine.journal.values import JsonText

Auth = Literal["present", "c2", "off"]
"""What the server asks of Authorization: that it is there, that it is right, or nothing."""

LONGEST_BODY = 65_536
"""The most bytes of a body that is read again: of longer ones only what is kept beside them is told."""

LONGEST_VALUE = 4096
"""What is looked at of a value that is longer than such a body."""

BY_OPERATION = {interface.operation: interface for interface in INTERFACES}


@dataclass(frozen=True, slots=True)
class Found:
    """What the world says now.

    Attributes:
        campaigns: The ids of the VDN's campaigns, the nearest to the one that was called first; None if nobody knows.
        vdns: The VDNs that have a campaign of that id.
        provisioned: Calling numbers that the VDN has been provisioned with; None if nobody knows.
        fault: The fault that struck the call, if it is still set.
    """

    campaigns: list[int] | None = None
    vdns: list[int] = field(default_factory=list)
    provisioned: list[str] | None = None
    fault: SetFault | None = None


@dataclass(frozen=True)
class Subject:
    """A call that is explained.

    Attributes:
        entry: What the journal keeps of it.
        terms: What it was judged under; the world's present terms, where nobody knows.
        auth: What the server asks of Authorization.
        found: What the world says now.
    """

    entry: Entry
    terms: Terms
    auth: Auth = "present"
    found: Found = field(default_factory=Found)

    @property
    def interface(self) -> Interface[Any] | None:
        """The interface that was called."""
        return BY_OPERATION.get(self.entry.operation or "")

    @property
    def injected(self) -> bool:
        """Whether a fault struck it."""
        return self.entry.fault is not None

    @cached_property
    def ruling(self) -> Ruling | None:
        """What the contract says of it; None where nobody knows."""
        entry = self.entry
        if entry.without_fault is not None:
            return entry.without_fault
        return entry.decision if self.done else None

    @property
    def done(self) -> bool:
        """Whether what the contract decided was done: a fault may have answered instead of it."""
        decision = self.entry.decision
        if not self.injected:
            return True
        if decision is None or self.entry.without_fault is not None:
            return False
        return decision.clause is not None or decision.result_code == ResultCode.SUCCESS

    @cached_property
    def clause(self) -> Clause | None:
        """The clause that refuses it; None if it is not known, or not one that can refuse such a call."""
        found = None if self.ruling is None else CLAUSES.get(self.ruling.clause or "")
        if found is None or found.outcome is None:
            return None
        return found if self.interface is None or found.document is self.interface.document else None

    @property
    def accepted(self) -> bool:
        """Whether the contract accepts it."""
        return self.ruling is not None and self.ruling.clause is None and self.ruling.result_code == ResultCode.SUCCESS

    @property
    def is_long(self) -> bool:
        """Whether its body is too long to be read again."""
        return len(self.entry.body) > LONGEST_BODY

    @cached_property
    def body(self) -> JsonValue:
        """The value that its body stands for; None for one that is not JSON or too long."""
        try:
            return None if self.is_long else parse_bytes(self.entry.body)
        except NotJson:
            return None

    @cached_property
    def request(self) -> Any:  # noqa: ANN401 - what the interface makes of a body
        """The typed request of a valid body; None of one that is too long, or not what it was."""
        interface, body = self.interface, self.body
        if interface is None or not isinstance(body, dict) or interface.body_refusal(body, self.terms) is not None:
            return None
        return interface.body.convert(body)

    @property
    def place(self) -> str:
        """The place that is refused."""
        return "" if self.ruling is None else self.ruling.field

    @cached_property
    def value(self) -> JsonValue:
        """What stands there: as it was sent, if the body can be read again; else as it is kept."""
        kept = None if self.ruling is None else self.ruling.value
        field = None if self.interface is None else field_at(self.interface, self.place)
        if self.body is None or field is None or isinstance(field, PathInteger):
            return _as_sent(kept)
        counted = {field.count_clause} if isinstance(field, List) else set()
        is_its_own = self.clause not in counted and self.clause in set(field.clauses())
        return value_at(self.body, self.place) if is_its_own else _as_sent(kept)

    def header(self, name: str) -> str | None:
        """The first header of a lower-case name."""
        return next((value for each, value in header_lines(self.entry.head) if each.lower() == name), None)


def _as_sent(kept: object) -> JsonValue:
    """A kept value as it was sent; of a long one, its beginning as text."""
    if isinstance(kept, str) and len(kept) > LONGEST_BODY:
        return kept[:LONGEST_VALUE]
    if isinstance(kept, JsonText):
        return parse(kept)
    if isinstance(kept, bool):
        return kept
    if isinstance(kept, int):
        return JsonInteger(kept)
    return JsonDecimal(repr(kept)) if isinstance(kept, float) else kept
