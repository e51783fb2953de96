"""Knobs: world, clock, faults, readings, settings."""

import pytest
from playwright.sync_api import expect

from mock_isales.testing import Control
from tests.ui.client import Client
from tests.ui.screen import Screen

pytestmark = pytest.mark.browser

FAULTS: list[dict[str, object]] = [
    {"code": "0200006"},
    {"status": 503, "latency": 1.5},
    {"connection": "reset", "applied": True},
    {"connection": "garbage"},
    {"connection": "empty"},
    {"cut": 40},
    {"drip": {"bytes": 8, "seconds": 0.1}},
    {"latency": 0.2},
]
FAULTS_TOLD = [
    "0200006 Database operation error.",
    "HTTP status 503, Later by 1.5 s",
    "Connection reset, the call is done",
    "Bytes that are no HTTP",
    "Connection closed without an answer",
    "Broken off after 40 bytes",
    "8 bytes every 0.1 s",
    "Later by 0.2 s",
]


def test_a_world_is_chosen(screen: Screen, client: Client) -> None:
    client.add()
    screen.show()
    expect(screen.rows).to_have_count(1)
    screen.page.get_by_role("combobox", name="World", exact=True).select_option("default")
    expect(screen.page).to_have_url(f"{client.server}/_mock/ui?lang=en#/default/calls")
    expect(screen.page).to_have_title("Calls · default · mock-isales")
    expect(screen.rows).to_have_count(0)
    screen.page.get_by_role("combobox", name="World", exact=True).select_option(client.world.name)
    expect(screen.rows).to_have_count(1)


def test_a_world_is_made_reset_and_ended(screen: Screen, client: Client) -> None:
    screen.show("knobs")
    worlds = screen.panel("Worlds")
    worlds.get_by_label("Name of a new world").fill(f"{client.world.name}-2")
    worlds.get_by_role("button", name="Make").click()
    expect(screen.said).to_have_text(f"World {client.world.name}-2 is there.")
    expect(screen.page.get_by_role("combobox", name="World", exact=True)).to_have_value(f"{client.world.name}-2")
    with Control(client.server) as control:
        other = control.world(f"{client.world.name}-2")
        other.faults.add(status=503)
        worlds.get_by_role("button", name="Reset this world").click()
        screen.question.get_by_role("button", name="Reset this world").click()
        expect(screen.said).to_have_text(f"World {client.world.name}-2 is as its seed says.")
        assert other.faults.list() == []
        worlds.get_by_role("button", name="End this world").click()
        screen.question.get_by_role("button", name="End this world").click()
        expect(screen.page).to_have_title("Knobs · default · mock-isales")
        assert f"{client.world.name}-2" not in [each.name for each in control.worlds().worlds]


def test_the_clock_is_frozen_moved_on_and_real_again(screen: Screen, client: Client) -> None:
    screen.show("knobs")
    clock = screen.panel("Clock")
    clock.get_by_role("button", name="Freeze").click()
    expect(clock).to_contain_text("Frozen")
    before = client.world.clock.get()
    assert before.mode == "frozen"
    clock.get_by_role("button", name="+1 s").click()
    shown = f"{before.now:%Y-%m-%d %H:%M:%S}"
    expect(clock).not_to_contain_text(shown)
    assert (client.world.clock.get().now - before.now).total_seconds() == 1
    clock.get_by_role("button", name="+1 min").click()
    expect(screen.said).to_contain_text("Clock: Frozen")
    clock.get_by_role("button", name="Real").click()
    expect(clock).to_contain_text("Real time")
    assert client.world.clock.get().mode == "real"


def test_a_fault_is_set_for_the_next_calls(screen: Screen, client: Client) -> None:
    screen.show("knobs")
    faults = screen.panel("Faults")
    expect(faults).to_contain_text("No faults are set.")
    faults.get_by_role("combobox", name="Operation").select_option("add_outbound_numbers")
    faults.get_by_role("combobox", name="Code").select_option("0200006 Database operation error.")
    faults.get_by_label("For the next calls").fill("2")
    faults.get_by_role("button", name="Set").click()
    expect(faults.get_by_role("listitem")).to_contain_text("0 of 0 calls struck")
    assert [client.add().json()["resultCode"] for _ in range(3)] == ["0200006", "0200006", "0200000"]
    expect(faults.get_by_role("listitem")).to_contain_text("2 of 3 calls struck, over")
    faults.get_by_role("button", name="Take fault 1 away").click()
    expect(faults).to_contain_text("No faults are set.")
    assert client.world.faults.list() == []


@pytest.mark.parametrize(("choice", "said"), [("503", {"status": 503}), ("Connection reset", {"connection": "reset"})])
def test_other_faults_are_set_and_all_taken_away(
    screen: Screen, client: Client, choice: str, said: dict[str, object]
) -> None:
    screen.show("knobs")
    faults = screen.panel("Faults")
    faults.get_by_role("combobox", name="Operation").select_option("add_calling_numbers")
    faults.get_by_role("combobox", name="Code").select_option(choice)
    faults.get_by_role("button", name="Set").click()
    expect(faults.get_by_role("listitem")).to_have_count(1)
    (fault,) = client.world.faults.list()
    assert fault.operation == "add_calling_numbers"
    assert {name: getattr(fault.answer, name) for name in said} == said
    faults.get_by_role("button", name="Take all away").click()
    screen.question.get_by_role("button", name="Take all away").click()
    expect(faults.get_by_role("combobox", name="Operation")).to_be_focused()
    expect(faults).to_contain_text("No faults are set.")


def test_faults_are_told_in_words(screen: Screen, client: Client) -> None:
    for said in FAULTS:
        client.world.faults.add(operation="add_outbound_numbers", **said)  # type: ignore[arg-type]
    screen.show("knobs")
    expect(screen.panel("Faults").get_by_role("listitem").locator("strong")).to_have_text(FAULTS_TOLD)
    screen.show("knobs", language="zh")
    expect(screen.panel("故障").get_by_role("listitem").locator("strong").last).to_have_text("延迟0.2秒")


def test_a_reading_is_changed_beside_its_reason(screen: Screen, client: Client) -> None:
    screen.show("knobs")
    select = screen.panel("Readings").get_by_label("total_size")
    expect(select).to_have_value("campaign")
    expect(select).to_have_accessible_description(
        "Whether totalSize counts the campaign's incomplete records, or the records of this call. Why the default: "
        "The table's sentence: total number of outbound calls that the system needs to make."
    )
    select.select_option("accepted")
    expect(screen.said).to_have_text("total_size: accepted")
    assert client.world.readings.get().total_size == "accepted"
    expect(screen.panel("Readings").get_by_text("not the default", exact=True).locator("visible=true")).to_have_count(1)


def test_a_setting_is_applied(screen: Screen, client: Client) -> None:
    screen.show("knobs")
    settings = screen.panel("Settings")
    expect(settings.get_by_label("Pace, in seconds (0: lifted)", exact=True)).to_have_value("0")
    settings.get_by_label("Pace, in seconds (0: lifted)", exact=True).fill("2.5")
    settings.get_by_role("button", name="Apply Pace").click()
    expect(screen.said).to_have_text("pace_interval: 2.5")
    assert client.world.settings.get().pace_interval == 2.5
