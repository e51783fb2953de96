"""What is read of a snapshot in slices is what the form makes of it as a whole, or nothing."""

import asyncio
import json
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mock_isales.control.bodies import form_of
from mock_isales.control.json_pieces import NotPlain
from mock_isales.control.plain_snapshots import plain_snapshot
from mock_isales.control.refusals import Refused
from mock_isales.engine.journal.views import entry_of
from mock_isales.engine.slices import in_slices
from mock_isales.engine.stores.packed import Records
from mock_isales.engine.views.long_lists import LongLists
from mock_isales.engine.views.records import stored_record
from mock_isales.engine.views.snapshots import Snapshot

TIME = "2026-11-21T10:00:00Z"


def record(data_id: int, **said: object) -> dict[str, object]:
    return {"data_ids": [str(data_id)], "called": [{"called_no": "1"}], "added_at": TIME, **said}


def call(number: int, **said: object) -> dict[str, object]:
    request = {"method": "POST", "target": "/", "headers": [["a", "b"]], "body": None, "body_base64": "AA=="}
    answer = {"status": 200, "headers": [], "body": "{}"}
    return {"id": number, "at": TIME, "status": 200, "request": request, "answer": answer, **said}


def campaign(number: int, *records: object) -> dict[str, object]:
    return {"id": number, "records": list(records)}


def snapshot(*campaigns: object, **said: object) -> dict[str, object]:
    clock = {"mode": "frozen", "now": TIME}
    return {"format": 1, "seed": {}, "vdns": [{"id": 1, "campaigns": list(campaigns)}], "clock": clock, **said}


def body_of(said: object) -> bytes:
    return json.dumps(said, ensure_ascii=False).encode()


def plain(body: bytes, size: int = 1000) -> tuple[Snapshot, LongLists] | None:
    """What is read in slices; None, if it is not plainly good."""
    pieces = [body[first : first + size] for first in range(0, len(body), size)]
    try:
        rest, lists = asyncio.run(in_slices(plain_snapshot(pieces)))
        return form_of(rest, Snapshot), lists
    except (NotPlain, Refused):
        return None


def assert_same(found: tuple[Snapshot, LongLists], body: bytes) -> None:
    """Hold what was read in slices to what the form says."""
    rest, lists = found
    whole = form_of(body, Snapshot)
    campaigns = [campaign for vdn in whole.vdns for campaign in vdn.campaigns]
    assert lists.records == [Records(map(stored_record, campaign.records)) for campaign in campaigns]
    assert lists.entries == [entry_of(view) for view in whole.journal]
    empty = json.loads(whole.model_dump_json()) | {"journal": []}
    for each in (campaign for vdn in empty["vdns"] for campaign in vdn["campaigns"]):
        each["records"] = []
    assert json.loads(rest.model_dump_json()) == empty


@pytest.mark.parametrize("size", [1, 7, 100_000])
@pytest.mark.parametrize(
    "said",
    [
        snapshot(),
        snapshot(vdns=[]),
        snapshot(
            {"id": 1}, campaign(2), campaign(3, record(5), record(6, completed_at=TIME, call_data="春")), {"id": 4}
        ),
        snapshot(campaign(1, *[record(number, batch_id="b") for number in range(100)]), campaign(2, record(0))),
        snapshot(journal=[call(number) for number in range(1, 60)], dropped=12),
        snapshot(campaign(1, record(7, session_id="x" * 200_000), record(9))),
    ],
)
def test_what_is_plainly_good_is_read_in_slices(said: object, size: int) -> None:
    body = body_of(said)
    found = plain(body, size)
    assert found is not None
    assert_same(found, body)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"{",
        b'{"vdns":{}}',
        b'{"vdns":[1]}',
        b'{"vdns":[{"campaigns":[{"records":null}]}]}',
        b'{"vdns" []}',
        b"{[1]:2}",
        body_of(snapshot()) + b"1",
        body_of(snapshot()).replace(b'"format": 1', b'"format": 1 1'),
        body_of(snapshot(more=1)),
        body_of(snapshot(journal={})),
        body_of(snapshot(journal=[call(1), call(1)])),
        body_of(snapshot(journal=[call(1) | {"request": {**call(1), "body_base64": "!"}}])),
        body_of(snapshot(campaign(1, *[record(number) for number in range(50, 0, -1)]))),
        body_of(snapshot(campaign(1, *[record(abs(number - 20)) for number in range(20)], record(1)))),
        body_of(snapshot(campaign(1, record(1, priority="6")))),
        body_of(snapshot(campaign(1, record(1, more=1)))),
        body_of(snapshot(campaign(1, record(1)))).replace(b'"data_ids"', b'"data_ids": [], "data_ids"'),
        body_of(snapshot(campaign(1, record(1)))).replace(b'"records"', b'"records": [], "records"'),
        body_of(snapshot(campaign(1, record(1)))).replace(b"}]}]}]", b"},]}]}]"),
        body_of(snapshot(campaign(1, record(1, caller="?")))).replace(b"?", rb"\ud800"),
        body_of(snapshot(campaign(1, record(1, caller="?")))).replace(b"?", b"\xff"),
    ],
)
def test_what_is_not_is_left_to_the_form(body: bytes) -> None:
    assert plain(body) is None


def test_values_are_nested_as_deep_as_the_form_takes_them() -> None:
    taken: list[bool] = []
    for depth in range(180, 220):
        body = body_of(snapshot(journal=[call(1, value=json.loads("[" * depth + "]" * depth))]))
        try:
            form_of(body, Snapshot)
        except Refused:
            taken.append(False)
        else:
            taken.append(True)
        assert (plain(body) is not None) is taken[-1]
    assert set(taken) == {True, False}


WRONG: list[object] = [None, True, 0, 1.5, "", "NaN", [], {}, [[]], {"id": 1}]
texts = st.sampled_from(["", "春", '"\\/\b\n', "\u2028", "\U0001f600", "[{", "1"])
said_of_records = st.fixed_dictionaries(
    {}, optional={"caller": texts, "priority": st.sampled_from(["1", "005"]), "completed_at": st.just(TIME)}
)
campaigns = st.lists(said_of_records, max_size=3).map(
    lambda said: campaign(len(said), *[record(number, **each) for number, each in enumerate(said)])
)
snapshots = st.builds(
    lambda some, values: snapshot(*some, journal=[call(number, value=each) for number, each in enumerate(values, 1)]),
    st.lists(campaigns, max_size=3, unique_by=lambda each: str(each["id"])),
    st.lists(texts, max_size=3),
)


class Writer:
    """Writes JSON as nobody does, and now and then not what it was told."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance

    def written(self, value: object) -> str:
        if not self.chance.randrange(200):
            value = self.chance.choice(WRONG)
        if isinstance(value, dict):
            pairs = [*value.items()]
            self.chance.shuffle(pairs)
            if not self.chance.randrange(60):
                pairs += pairs[:1]
            return self._joined("{", [self.written(key) + ":" + self.written(each) for key, each in pairs], "}")
        if isinstance(value, list):
            return self._joined("[", [self.written(each) for each in value], "]")
        if value == "NaN":
            return "NaN"
        if isinstance(value, str) and not self.chance.randrange(4):
            return '"' + "".join(f"\\u{ord(sign):04x}" if ord(sign) < 2**16 else sign for sign in value) + '"'
        return json.dumps(value, ensure_ascii=self.chance.choice([True, False]))

    def _joined(self, begin: str, parts: list[str], end: str) -> str:
        """A list or an object, with white space about."""
        inner = ",".join(self._space() + part + self._space() for part in parts)
        return self._space() + begin + self._space() + inner + end + self._space()

    def _space(self) -> str:
        return self.chance.choice(["", "", "", " ", "\n\t"])


@st.composite
def bodies(draw: st.DrawFn) -> bytes:
    """A snapshot, about half of the time a good one."""
    chance = draw(st.randoms(use_true_random=True))
    body = Writer(chance).written(draw(snapshots)).encode()
    place = chance.randrange(len(body))
    return body if chance.randrange(5) else body[:place] + chance.choice([b"", b",", b"}", b"\xff"]) + body[place + 1 :]


@given(bodies(), st.integers(1, 300))
@example(body_of(snapshot(campaign(1, record(1)))).replace(b"vdns", rb"\u0076dns"), 5)
def test_what_is_read_in_slices_is_what_the_form_says(body: bytes, size: int) -> None:
    found = plain(body, size)
    if found is not None:
        assert_same(found, body)


def test_others_have_their_turn_while_a_snapshot_is_read() -> None:
    body = body_of(snapshot(campaign(1, *[record(number) for number in range(2000)]), journal=[call(1)]))

    async def turns() -> int:
        reading = asyncio.ensure_future(in_slices(plain_snapshot([body])))
        count = 0
        while not reading.done():
            count += 1
            await asyncio.sleep(0)
        return count

    assert asyncio.run(turns()) > 90
