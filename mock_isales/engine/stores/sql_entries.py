"""Between a journal's entries and the rows that the SQL store keeps them as."""

import json
from functools import lru_cache
from typing import Any

from mock_isales.contract.readings import Readings
from mock_isales.contract.service import ServiceSettings, Terms
from mock_isales.engine.journal.entries import SUCCESS, Entry, Ruling, SignatureRuling
from mock_isales.engine.journal.values import JsonText
from mock_isales.engine.stores.sql_rows import AnyRow

_SHORT = ("operation", "vdn", "campaign", "method", "status", "fault", "transport", "duration_us", "measured")
"""What of an entry stands in its row's `more` as it is."""

_KINDS_OF_TERMS = 64

Json = dict[str, Any]


class EntryRows:
    """Makes rows of entries, and entries of rows. Those that were judged under the same terms share them."""

    def __init__(self) -> None:
        self._written = lru_cache(_KINDS_OF_TERMS)(_written_terms)
        self._terms = lru_cache(_KINDS_OF_TERMS)(_terms_from)

    def row(self, world_key: int, entry: Entry) -> tuple[Any, ...]:
        """The row of an entry, as `EntryRow` has its columns."""
        more: Json = {name: value for name in _SHORT if (value := getattr(entry, name)) is not None}
        if entry.decision is not None:
            more["decision"] = _ruling(entry.decision)
        if entry.without_fault is not None:
            more["without_fault"] = _ruling(entry.without_fault)
        if entry.signature is not None:
            signature = entry.signature
            more["signature"] = [signature.step, signature.detail, signature.signed_headers, signature.mistakes]
        if entry.terms is not None:
            more["terms"] = self._written(entry.terms.readings, entry.terms.service)
        written = json.dumps(more, separators=(",", ":"))
        return (
            world_key,
            entry.id,
            entry.at,
            entry.target,
            entry.head,
            entry.body,
            entry.answer_head,
            bytes(entry.answer),
            written,
        )

    def entry(self, row: AnyRow) -> Entry:
        """The entry of a row."""
        more: Json = json.loads(row.more)
        measured, signature, terms = more.get("measured"), more.get("signature"), more.get("terms")
        return Entry(
            at=row.at,
            operation=more.get("operation"),
            vdn=more.get("vdn"),
            campaign=more.get("campaign"),
            method=more["method"],
            target=row.target,
            head=row.head,
            body=row.body,
            status=more["status"],
            answer_head=row.answer_head,
            answer=row.answer,
            decision=_ruling_from(more.get("decision")),
            fault=more.get("fault"),
            duration_us=more["duration_us"],
            id=row.id,
            signature=None if signature is None else _signature_from(*signature),
            transport=more.get("transport"),
            without_fault=_ruling_from(more.get("without_fault")),
            terms=None if terms is None else self._terms(terms),
            measured=None if measured is None else tuple((clause, number) for clause, number in measured),
        )


def _written_terms(readings: Readings, service: ServiceSettings) -> str:
    """What calls are judged under. Keys are left out: what a token was refused for stands in the entry."""
    return json.dumps([each.model_dump(mode="json", exclude_defaults=True) for each in (readings, service)])


def _terms_from(written: str) -> Terms:
    readings, service = json.loads(written)
    return Terms(Readings.model_validate(readings), ServiceSettings.model_validate(service))


def _ruling(ruling: Ruling) -> list[Any]:
    value = ruling.value
    is_json = isinstance(value, JsonText)
    return [ruling.result_code, ruling.clause, ruling.field, str(value) if is_json else value, is_json]


def _ruling_from(said: list[Any] | None) -> Ruling | None:
    if said is None:
        return None
    code, clause, field, value, is_json = said
    if code == SUCCESS.result_code and clause is None:
        return SUCCESS
    return Ruling(code, clause, field, JsonText(value) if is_json else value)


def _signature_from(step: str, detail: str, signed: list[str], mistakes: list[list[str]]) -> SignatureRuling:
    return SignatureRuling(step, detail, tuple(signed), tuple((kind, what, how) for kind, what, how in mistakes))
