"""A call as the detectors see it."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from pydantic_core import from_json

from mock_isales.contract.catalogue import INTERFACES
from mock_isales.contract.codes import ResultCode
from mock_isales.contract.forms import is_digits
from mock_isales.contract.interface import Interface
from mock_isales.contract.json_text import JsonValue
from mock_isales.contract.outbound_numbers import ADD_OUTBOUND_NUMBERS
from mock_isales.contract.text import Text
from mock_isales.engine.journal.bodies import called_numbers_in
from mock_isales.engine.journal.entries import Entry
from mock_isales.engine.printable import printable

LONGEST_READ = 96 * 1024
"""Bytes of a body that is looked into. Twenty records of the greatest length have fewer, and any takes ten
milliseconds at most, in which nobody else has a turn."""

_SHOWN_ID = 24
_BY_OPERATION: Mapping[str, Interface[Any]] = {interface.operation: interface for interface in INTERFACES}

Address = tuple[str | None, str | None, str | None]
"""The operation, the VDN and the campaign that a call names."""


class Call:
    """A call. No detector keeps one: what its body says takes many times the bytes.

    Attributes:
        id: Its number in the journal.
        at: When it came, in microseconds of the world's clock.
        interface: Which interface was called, None if the address is not documented.
        address: Where it was sent; more zeros before an id make no other address.
        body: Its body.
        head: Its headers, as the journal keeps them.
        code: The result code of its answer, None if it was answered by HTTP status.
        status: The HTTP status.
        clause: The id of the clause that refused, None if none did.
        fault: The id of the fault that struck it.
        is_unanswered: Whether a fault kept the answer from arriving whole, so that the client was told nothing.
    """

    def __init__(self, entry: Entry) -> None:
        decision = entry.decision
        self.id = entry.id
        self.at = entry.at
        self.interface = _BY_OPERATION.get(entry.operation or "")
        self.address: Address = (entry.operation, _plain(entry.vdn), _plain(entry.campaign))
        self.body = entry.body
        self.head = entry.head
        self.code = None if decision is None else decision.result_code
        self.status = entry.status
        self.clause = None if decision is None else decision.clause
        self.fault = entry.fault
        self.is_unanswered = entry.transport not in {None, "drip"}

    @property
    def is_outbound(self) -> bool:
        """Whether records were to be added."""
        return self.interface is ADD_OUTBOUND_NUMBERS

    @property
    def is_accepted(self) -> bool:
        """Whether its records or numbers were added, or the client was told so."""
        return self.code == ResultCode.SUCCESS

    @property
    def is_refused_by_fault(self) -> bool:
        """Whether a fault refused it: by a code, or by an HTTP status."""
        return self.fault is not None and self.clause is None and not self.is_accepted

    @property
    def is_unread(self) -> bool:
        """Whether its body is too large to be looked into."""
        return len(self.body) > LONGEST_READ

    @cached_property
    def content(self) -> JsonValue:
        """What its body says; None if it is no JSON, or not looked into.

        It was judged before: what is told of it here asks for nothing that only the contract's own parser knows.
        """
        try:
            return None if self.is_unread else from_json(self.body, allow_inf_nan=False)
        except ValueError:
            return None

    @property
    def record_count(self) -> int | None:
        """How many records, or calling numbers, it has; None if that cannot be told."""
        if self.interface is None or not isinstance(self.content, dict):
            return None
        listed = self.content.get(self.interface.entries.name)
        return len(listed) if isinstance(listed, list) else None

    @property
    def called_numbers(self) -> Iterator[str]:
        """The called numbers of its records; a JSON number stands for its text."""
        return (str(each) for each in called_numbers_in(self.content) if isinstance(each, str | int))

    @property
    def place(self) -> str:
        """Where it was sent, for people."""
        operation, vdn, campaign = map(_shown, self.address)
        return f"{operation} {vdn}/{campaign}"

    @property
    def campaign(self) -> Text:
        """The campaign that it names, in words."""
        _, vdn, campaign = map(_shown, self.address)
        return Text(f"campaign {campaign} of VDN {vdn}", f"VDN {vdn}的外呼活动{campaign}")


def _plain(parameter: str | None) -> str | None:
    if parameter is None or not is_digits(parameter):
        return parameter
    return parameter.lstrip("0") or "0"


def _shown(parameter: str | None) -> str:
    return printable(str(parameter), _SHOWN_ID)
