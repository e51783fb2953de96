"""The client whose calls return when they are answered, against a real server on both stores."""

from uuid import uuid4

import pytest

from mock_isales import __version__
from mock_isales.engine.clocks import ClockMode
from mock_isales.engine.forms import written
from mock_isales.engine.seeds import Seed
from mock_isales.engine.views.clocks import ClockSetting
from mock_isales.testing import Control, ControlError, World
from tests.testing.conftest import SEED, Caller

NOON = "2026-11-21T12:00:00Z"


def test_a_server_says_what_it_is(control: Control) -> None:
    assert control.live().status == "live"
    assert control.ready().worlds >= 1
    assert (control.version().version, control.version().edition) == (__version__, "2025-11")


def test_a_world_is_made_looked_at_and_ended(control: Control) -> None:
    name = f"t:{uuid4()}"
    world = control.make_world(name, Seed.model_validate(SEED))
    assert world.url == f"{control.url}/w/{name.replace(':', '%3A')}"
    assert (world.look().name, world.look().campaigns, world.look().own_seed) == (name, 2, True)
    assert name in [each.name for each in control.worlds().worlds]
    world.end()
    with pytest.raises(ControlError, match="There is no world") as caught:
        world.look()
    assert (caught.value.status, caught.value.kind) == (404, "no-such-world")


def test_a_world_without_a_seed_of_its_own_begins_with_that_of_the_server(control: Control) -> None:
    world = control.make_world(str(uuid4()))
    assert (world.look().own_seed, len(world.campaigns.list())) == (False, control.world().look().campaigns)
    world.end()


def test_a_bad_seed_is_told_place_by_place(control: Control) -> None:
    with pytest.raises(ControlError) as caught:
        control.make_world("bad", {"vdns": [{"id": 1, "campains": []}], "settings": {"calldata_max": 0}})
    assert {each.place for each in caught.value.problems} == {"vdns[0].campains", "settings.calldata_max"}
    assert "vdns[0].campains: unknown key; did you mean campaigns?" in str(caught.value).splitlines()


def test_parts_of_a_world_are_reset_alone(world: World, caller: Caller) -> None:
    caller.add()
    world.settings.change(calldata_max=7)
    world.reset("journal", "records")
    assert (world.journal.count(), world.campaign(1, 1).records().total) == (0, 0)
    assert world.settings.get().calldata_max == 7
    world.reset()
    assert world.settings.get().calldata_max == 20


def test_a_world_is_put_into_another_one(world: World, caller: Caller, control: Control) -> None:
    caller.add("1", "2")
    world.clock.freeze(NOON)
    world.faults.add(code="0200001")
    other = control.world(str(uuid4()))
    other.restore(world.snapshot())
    before, after = world.snapshot(), other.snapshot()
    assert after == before
    assert after.model_fields_set == before.model_fields_set
    assert other.campaign(1, 1).records().records == world.campaign(1, 1).records().records
    other.end()


def test_a_clock_goes_every_way(world: World) -> None:
    assert world.clock.get().mode is ClockMode.REAL
    assert written(world.clock.freeze(NOON).now) == "2026-11-21T12:00:00.000000Z"
    assert written(world.clock.advance(1.5).now) == "2026-11-21T12:00:01.500000Z"
    assert written(world.clock.advance(-2).now) == "2026-11-21T11:59:59.500000Z"
    assert (world.clock.manual(0.25).step, world.clock.get().mode) == (0.25, ClockMode.MANUAL)
    assert written(world.clock.manual(1, now=NOON).now) == "2026-11-21T12:00:00.000000Z"
    assert world.clock.offset(3600).offset == 3600
    assert world.clock.set(ClockSetting(mode=ClockMode.FROZEN)).mode is ClockMode.FROZEN
    assert world.clock.real().mode is ClockMode.REAL


def test_the_pace_is_seen_without_sleeping(world: World, caller: Caller) -> None:
    world.settings.change(pace_interval=1)
    world.clock.freeze(NOON)
    codes = [caller.add("1")["resultCode"]]
    for seconds in (0.999, 0.001):
        world.clock.advance(seconds)
        codes.append(caller.add("2")["resultCode"])
    assert codes == ["0200000", "0200022", "0200000"]
    assert [entry.clause for entry in world.journal.entries(result_code="0200022").entries] == ["ON-PACE"]


def test_campaigns_are_made_changed_and_removed(world: World) -> None:
    made = world.campaign(1, 7).put(name="Spring", pending=3, calling_numbers=[{"access_code": "4001"}])
    assert (made.incomplete_records, made.calling_numbers[0].access_code) == (3, "4001")
    assert world.campaign(1, 7).change(state="paused").name == "Spring"
    assert [each.id for each in world.campaigns.list(vdn=1)] == [1, 2, 7]
    assert world.campaigns.list(vdn=2) == []
    assert world.campaign(1, 7).get().state == "paused"
    world.campaign(1, 7).remove()
    assert [each.id for each in world.campaigns.list()] == [1, 2]


def test_a_campaign_forgets_its_last_call_if_that_is_said(world: World) -> None:
    campaign = world.campaign(1, 1)
    assert campaign.change(last_call=NOON).last_call is not None
    assert campaign.change(last_call=None).last_call is None


def test_records_are_filtered_and_completed(world: World, caller: Caller) -> None:
    caller.add("1", session="a")
    caller.add("2", "3", session="b")
    campaign = world.campaign(1, 1)
    assert [each.session_id for each in campaign.records(called_number="3").records] == ["b"]
    assert (campaign.records(session="a").total, campaign.records(limit=1, offset=1).total) == (1, 2)
    assert campaign.complete(3).completed == 3
    assert (campaign.records(state="completed").total, campaign.records(state="incomplete").total) == (1, 1)


def test_numbers_go_onto_a_blocklist_and_off_it(world: World) -> None:
    blocklist = world.blocklist(1)
    assert blocklist.get() == ["13900000000"]
    assert blocklist.add("2", "1") == ["1", "13900000000", "2"]
    assert blocklist.remove("2", "13900000000") == ["1"]
    assert blocklist.remove() == ["1"]
    assert blocklist.put({"5", "4"}) == ["4", "5"]
    assert blocklist.clear() == []


def test_settings_and_readings_are_said_and_taken_back(world: World) -> None:
    assert world.settings.change(pace_interval=2.5, deployment="saas").deployment == "saas"
    assert world.settings.change(pace_interval=None).pace_interval == 0
    assert world.readings.change(total_size="accepted").total_size == "accepted"
    assert world.readings.get().total_size == "accepted"
    with pytest.raises(ControlError, match="did you mean pace_interval"):
        world.settings.change(pace_intervall=1)


def test_a_time_without_a_zone_is_refused(world: World) -> None:
    with pytest.raises(ControlError, match=r"^now: "):
        world.clock.freeze("2026-11-21T12:00:00")
