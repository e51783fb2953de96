"""The whole state of a world goes out, and in again."""

import asyncio
import json
from typing import Any

import pytest
from pydantic import ValidationError

from mock_isales.contract.requests import CalledNumber, Record
from mock_isales.engine.changes import change
from mock_isales.engine.clocks import ClockMode
from mock_isales.engine.contents import content_of
from mock_isales.engine.faults.forms import Answer, Fault
from mock_isales.engine.stores.protocol import Store, StoredRecord
from mock_isales.engine.views.records import RecordView, shown_record, stored_record
from mock_isales.engine.views.restoring import Impossible, restore
from mock_isales.engine.views.snapshots import Snapshot, snapshot_of
from mock_isales.engine.worlds import World
from tests.engine.centre import CAMPAIGN, VDN, Centre, record, seed_of, terms_of
from tests.engine.worlds import Server, add_one, entry

SEED = seed_of(
    settings={"pace_interval": 0.0},
    campaign={"name": "春", "pending": 2, "calling_numbers": [{"access_code": "4001", "priority": 5}]},
    blocklist=["139"],
    provisioned_numbers=["4002"],
)


@pytest.fixture
def server(store: Store) -> Server:
    return Server.opened(store, seed_of())


async def busy(server: Server) -> World:
    """A world in which everything has happened."""
    store = server.store
    world = await server.worlds.enter("w1")
    centre = Centre(world, store, world.clock)  # type: ignore[arg-type] # only called here
    await store.administer("w1", world.clock, lambda kept: kept.replace(content_of(SEED, own=True)))
    await world.refresh()
    world.terms = terms_of(store.said("w1"))
    added = await centre.adding(record("1", "2", sessionId="s", priority="1"), record("3", callData="春"), batchId="b")
    assert added.added, added.refusal
    await store.administer("w1", world.clock, lambda kept: kept.complete(VDN, CAMPAIGN, 2))
    await change(world, terms_of, "settings", {"calldata_max": 9})
    await world.change_clock(lambda clock: clock.set(ClockMode.MANUAL, step=5))
    await world.change_faults(lambda faults, now: faults.put(Fault(answer=Answer(status=503)), now))
    await add_one(world)
    await world.record(lambda _: entry())
    return world


def text_of(world: World) -> str:
    return b"".join(asyncio.run(snapshot_of(world))).decode()


def test_what_goes_out_can_go_in_again(server: Server) -> None:
    world = asyncio.run(busy(server))
    text = text_of(world)
    other, is_new = asyncio.run(restore(server.worlds, "w2", Snapshot.model_validate_json(text)))
    assert is_new
    assert json.loads(text_of(other)) == json.loads(text)
    assert other.terms == world.terms
    assert other.clock.state == world.clock.state


def test_what_has_happened_since_is_gone(server: Server) -> None:
    world = asyncio.run(busy(server))
    text = text_of(world)
    asyncio.run(world.change_faults(lambda faults, _: faults.clear()))
    asyncio.run(add_one(world))
    asyncio.run(world.record(lambda _: entry()))
    assert asyncio.run(restore(server.worlds, "w1", Snapshot.model_validate_json(text))) == (world, False)
    assert json.loads(text_of(world)) == json.loads(text)
    asyncio.run(world.record(lambda _: entry()))
    assert world.journal.entries()[-1].id == 3  # an id is never given twice


def test_it_tells_all_that_a_world_owns(server: Server) -> None:
    told = json.loads(text_of(asyncio.run(busy(server))))
    assert list(told) == [
        "format", "seed", "own", "changes", "settings", "readings", "last_data_id", "vdns", "clock", "faults",
        "journal", "dropped",
    ]  # fmt: skip
    (vdn,) = told["vdns"]
    assert (vdn["id"], vdn["blocklist"], vdn["provisioned_numbers"]) == (VDN, ["139"], ["4002"])
    (campaign,) = vdn["campaigns"]
    assert (campaign["name"], campaign["pending"]) == ("春", 1)
    assert [each.get("completed_at") is None for each in campaign["records"]] == [False, True]
    assert told["changes"] == {"settings": {"calldata_max": 9}}
    assert told["own"] is True


@pytest.mark.parametrize(
    "change_it",
    [
        lambda told: told.update(format=2),
        lambda told: told.update(more=1),
        lambda told: told["vdns"].append(told["vdns"][0]),
        lambda told: told["vdns"][0]["campaigns"].append(told["vdns"][0]["campaigns"][0]),
        lambda told: told["vdns"][0]["campaigns"][0]["records"].reverse(),
        lambda told: told["vdns"][0]["campaigns"][0]["records"][0].update(data_ids=[]),
        lambda told: told["vdns"][0]["campaigns"][0]["records"][0].update(data_ids=["1", "2", "3"]),
        lambda told: told["vdns"][0]["campaigns"][0]["records"][0].update(priority="6"),
        lambda told: told["vdns"][0]["campaigns"][0]["records"][0].update(data_ids=["9999999999999999999"]),
        lambda told: told.update(last_data_id="9223372036854775807"),
        lambda told: told["faults"][0].update(id="999999999999999999"),
        lambda told: told["vdns"][0].update(blocklist=["x"]),
        lambda told: told["journal"].append(told["journal"][0]),
        lambda told: told["faults"].append(told["faults"][0]),
        lambda told: told.pop("clock"),
    ],
)
def test_what_no_world_can_be_is_refused(server: Server, change_it: Any) -> None:  # noqa: ANN401
    told = json.loads(text_of(asyncio.run(busy(server))))
    change_it(told)
    with pytest.raises(ValidationError):
        Snapshot.model_validate_json(json.dumps(told))


@pytest.mark.parametrize(
    ("change_it", "place"),
    [
        (lambda told: told["clock"].update(now="2000-01-01T00:00:00Z"), "clock"),
        (lambda told: told["journal"][0]["request"].update(body=None, body_base64="no base64!"), r"journal\[0\]"),
        (lambda told: told["journal"][0]["request"].update(headers=[["a", "b\r\nc: d"]]), r"journal\[0\]"),
        (lambda told: told["journal"][0]["request"].update(headers=[["a", "春"]]), r"journal\[0\]"),
    ],
)
def test_what_cannot_be_restored_changes_nothing(server: Server, change_it: Any, place: str) -> None:  # noqa: ANN401
    world = asyncio.run(busy(server))
    before = text_of(world)
    told = json.loads(before)
    told["vdns"] = []
    change_it(told)
    with pytest.raises(Impossible, match=place):
        asyncio.run(restore(server.worlds, "w1", Snapshot.model_validate_json(json.dumps(told))))
    assert text_of(world) == before


def test_ids_go_on_from_those_of_its_records(server: Server) -> None:
    told = json.loads(text_of(asyncio.run(busy(server))))
    given = told.pop("last_data_id")
    world, _ = asyncio.run(restore(server.worlds, "w2", Snapshot.model_validate_json(json.dumps(told))))
    assert json.loads(text_of(world))["last_data_id"] == given


def test_its_settings_and_readings_hold_whatever_the_server_was_told(store: Store, server: Server) -> None:
    told = json.loads(text_of(asyncio.run(busy(server))))
    told["settings"]["incomplete_max"] = 7
    told["readings"]["data_id_per"] = "number"
    world, _ = asyncio.run(restore(server.worlds, "w2", Snapshot.model_validate_json(json.dumps(told))))
    assert (world.terms.service.incomplete_max, world.terms.readings.data_id_per) == (7, "number")
    changes = {"settings": {"calldata_max": 9, "incomplete_max": 7}, "readings": {"data_id_per": "number"}}
    assert store.said("w2").changes.model_dump(exclude_unset=True) == changes


def test_what_shows_who_calls_is_masked_on_its_way_in(server: Server) -> None:
    told = json.loads(text_of(asyncio.run(busy(server))))
    told["journal"][0]["request"]["headers"] = [["Authorization", "secret"]]
    world, _ = asyncio.run(restore(server.worlds, "w2", Snapshot.model_validate_json(json.dumps(told))))
    assert "secret" not in text_of(world)


def test_a_record_is_shown_as_its_form_says() -> None:
    sent = Record([CalledNumber("1", "5", "SI"), CalledNumber("2")], "s", "4", "春", "2026-01-01 00:00:00", "{}", "05")
    stored = StoredRecord((7, 8), sent, "b", 2**53 + 1, 2**53 + 2)
    view = RecordView.model_validate_json(json.dumps(shown_record(stored)))
    assert stored_record(view) == stored
    assert json.loads(view.model_dump_json()) == shown_record(stored)
    assert list(shown_record(stored)) == list(RecordView.model_fields)


def test_many_records_go_out_and_in_again_part_by_part(server: Server) -> None:
    world = asyncio.run(busy(server))
    told = json.loads(text_of(world))
    (campaign,) = told["vdns"][0]["campaigns"]
    (last, *_) = campaign["records"][-1]["data_ids"]
    more = {**campaign["records"][-1], "batch_id": None}
    campaign["records"] += [{**more, "data_ids": [str(int(last) + count)]} for count in range(1, 300)]
    other, _ = asyncio.run(restore(server.worlds, "w2", Snapshot.model_validate_json(json.dumps(told))))
    assert json.loads(text_of(other))["vdns"][0]["campaigns"][0]["records"] == campaign["records"]
