"""A wire that does not look at one of its clauses."""

from dataclasses import dataclass, fields
from typing import Any

from mock_isales.contract.clauses import Clause, Refusal
from mock_isales.contract.interface import Interface
from mock_isales.contract.json_text import JsonValue
from mock_isales.contract.service import Terms
from mock_isales.contract.wire import Wire
from mock_isales.engine.lies.lenient_lists import plain_entry

_WHATEVER_FOLLOWS = "{rest:path}"
_METHODS = ("POST", "PUT", "PATCH", "GET", "DELETE")


def lenient_wire(interface: Interface[Any], clause: Clause) -> Wire:
    """The wire of an interface that does not look at one of its clauses."""
    wire = interface.wire
    told: dict[str, Any] = {each.name: getattr(wire, each.name) for each in fields(wire)}
    if clause == wire.uri:
        told["path"] += _WHATEVER_FOLLOWS
    if clause == wire.method:
        told["methods"] = _METHODS
    return _LenientWire(**told, skipped=clause, plain={interface.entries.name: [plain_entry(interface.entries.shape)]})


@dataclass(frozen=True, kw_only=True)
class _LenientWire(Wire):
    """Skips one clause.

    Attributes:
        skipped: Which.
        plain: What a body counts as that departs from it.
    """

    skipped: Clause
    plain: dict[str, JsonValue]

    def refuse_authorization(self, value: str | None) -> Refusal | None:
        return self._unless_skipped(super().refuse_authorization(value))

    def refuse_content_type(self, value: str | None, terms: Terms) -> Refusal | None:
        return self._unless_skipped(super().refuse_content_type(value, terms))

    def read_body(self, body: bytes) -> dict[str, JsonValue] | Refusal:
        read = super().read_body(body)
        return self.plain if isinstance(read, Refusal) and self._skips(read) else read

    def _unless_skipped(self, refusal: Refusal | None) -> Refusal | None:
        return None if refusal is None or self._skips(refusal) else refusal

    def _skips(self, refusal: Refusal) -> bool:
        return refusal.clause.id == self.skipped.id
