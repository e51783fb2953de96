"""Calls as a journal keeps them, for tests."""

import json
from typing import Any

from mock_isales.engine.journal.budget import Budget
from mock_isales.engine.journal.entries import Entry, Ruling, masked_head
from mock_isales.engine.journal.journal import Journal
from mock_isales.engine.journal.views import view_of
from mock_isales.engine.journal.wanted import Wanted

NOON = 1_795_262_400_000_000  # 2026-11-21T12:00:00Z
SECOND = 1_000_000
PLENTY = 1_000_000
ANY = Wanted()
ACCEPTED = Ruling("0200000")


def call(**fields: Any) -> Entry:  # noqa: ANN401 - what an entry is made with
    """An accepted ON call, but for what is said."""
    head = masked_head([(b"content-type", b"application/json; charset=UTF-8"), (b"authorization", b"auth-v2/secret")])
    usual = {
        "at": NOON,
        "operation": "add_outbound_numbers",
        "vdn": "1",
        "campaign": "1001",
        "method": "POST",
        "target": "/rest/isales/v1/openapi/campaigns/1/calldata/1001",
        "head": head,
        "body": b"{}",
        "status": 200,
        "answer_head": masked_head([(b"content-type", b"application/json; charset=UTF-8")]),
        "answer": b'{"resultCode":"0200000"}',
        "decision": ACCEPTED,
        "fault": None,
        "duration_us": 1250,
    }
    return Entry(**{**usual, **fields})


def sent(body: object, **fields: Any) -> Entry:  # noqa: ANN401
    """A call with that body, as JSON with its characters as they are."""
    return call(body=json.dumps(body, ensure_ascii=False).encode(), **fields)


def journal_of(count: int = 0, *, limit: int = PLENTY, budget: Budget | None = None) -> Journal:
    """A journal to which so many calls have been added."""
    journal = Journal(limit, budget or Budget(PLENTY))
    for _ in range(count):
        journal.add(call())
    return journal


def ids(journal: Journal) -> list[int]:
    """The ids of what is kept."""
    return [entry.id for entry in journal.entries()]


SIZE = call().size
"""The bytes of a call like that."""


def numbered(**fields: Any) -> Entry:  # noqa: ANN401 - as `call`
    """A call as a journal keeps it."""
    return call(id=7, **fields)


def as_json(entry: Entry) -> Any:  # noqa: ANN401 - JSON
    """An entry as it is shown."""
    return json.loads(view_of(entry).model_dump_json())
