from datetime import UTC, datetime

import pytest

from mock_isales.engine.journal.views import AnswerMessage, JournalEntry, RequestMessage
from mock_isales.testing import CallsMissed
from mock_isales.testing.events import CallReader


def entry(entry_id: int, body: str = "") -> JournalEntry:
    return JournalEntry(
        id=entry_id,
        at=datetime(2026, 11, 21, tzinfo=UTC),
        status=200,
        request=RequestMessage(method="POST", target="/", headers=[], body=body),
        answer=AnswerMessage(status=200, headers=[], body=""),
    )


def told(each: JournalEntry) -> bytes:
    return f"id: {each.id}\nevent: call\ndata: {each.model_dump_json()}\n\n".encode()


STREAM = b": connected\n\n" + told(entry(1, "\u2028 \x85 \r ä")) + b": still here\n\n" + told(entry(2))
DROPPED = b'event: dropped\ndata: {"count": 3}\n\n'


def test_calls_are_read_wherever_the_stream_is_cut() -> None:
    whole = [entry(1, "\u2028 \x85 \r ä"), entry(2)]
    for cut in range(0, len(STREAM), 7):
        reader = CallReader()
        assert [*reader.feed(STREAM[:cut]), *reader.feed(STREAM[cut:])] == whole


def test_data_in_several_lines_is_one() -> None:
    data = entry(1).model_dump_json().replace(",", ",\ndata:", 1)
    assert list(CallReader().feed(f"event:call\ndata:{data}\n\n".encode())) == [entry(1)]


def test_events_that_are_not_known_are_passed_over() -> None:
    assert list(CallReader().feed(b"event: news\ndata: x\n\ndata: y\n\n")) == []


def test_missed_calls_are_told_to_whoever_asks() -> None:
    counts: list[int] = []
    assert list(CallReader(counts.append).feed(DROPPED + told(entry(4)))) == [entry(4)]
    assert counts == [3]


def test_missed_calls_are_an_error_if_nobody_asks() -> None:
    with pytest.raises(CallsMissed, match="3 calls were dropped") as caught:
        list(CallReader().feed(DROPPED))
    assert caught.value.count == 3
