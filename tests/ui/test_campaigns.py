"""Campaigns: seen, and changed."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.ui.client import Client
from tests.ui.screen import Screen

pytestmark = pytest.mark.browser


def card(screen: Screen, name: str) -> Locator:
    return screen.page.get_by_role("article", name=name)


def opened(screen: Screen) -> Locator:
    return screen.page.get_by_role("dialog", name="Demo · 1/1")


def test_each_campaign_has_a_card(screen: Screen, client: Client) -> None:
    client.add()
    screen.show("campaigns")
    expect(screen.page.get_by_role("article")).to_have_count(5)
    demo = card(screen, "Demo")
    expect(demo).to_contain_text("VDN 1, campaign 1")
    expect(demo.get_by_label("State")).to_have_value("running")
    expect(demo).to_contain_text("1 of 200,000")
    expect(demo).to_contain_text("Calling numbers: 1")
    full = card(screen, "Nearly full").get_by_role("meter", name="Incomplete records")
    expect(full).to_have_attribute("aria-valuenow", "199990")
    expect(full).to_have_attribute("aria-valuemax", "200000")


def test_the_lamp_shows_whether_the_pace_lets_a_call_through(screen: Screen, client: Client) -> None:
    client.world.settings.change(pace_interval=2.5)
    client.world.clock.freeze("2026-11-21T10:00:00Z")
    client.add()
    screen.show("campaigns")
    expect(card(screen, "Demo")).to_contain_text("Pace: wait 2.5 s")
    expect(card(screen, "Contact policy")).to_contain_text("Pace: free")
    client.world.clock.advance(3)
    expect(card(screen, "Demo")).to_contain_text("Pace: free")
    client.world.settings.change(pace_interval=0)
    expect(card(screen, "Demo")).to_contain_text("Pace: lifted")


def test_a_state_is_changed(screen: Screen, client: Client) -> None:
    screen.show("campaigns")
    card(screen, "Demo").get_by_label("State").select_option("Completed")
    expect(screen.said).to_have_text("Campaign 1/1: Completed")
    assert client.world.campaign(1, 1).get().state == "completed"
    assert client.add().json()["resultCode"] == "0200019"


def test_what_changes_elsewhere_is_seen(screen: Screen, client: Client) -> None:
    screen.show("campaigns")
    expect(card(screen, "Demo")).to_contain_text("0 of 200,000")
    client.add()
    expect(card(screen, "Demo")).to_contain_text("1 of 200,000")
    client.world.campaign(1, 1).change(state="paused")
    expect(card(screen, "Demo").get_by_label("State")).to_have_value("paused")


def test_a_campaign_is_filled_to_a_few_below_the_cap(screen: Screen, client: Client) -> None:
    client.add()
    screen.show("campaigns")
    card(screen, "Demo").get_by_role("link", name="Open campaign 1/1").click()
    opened(screen).get_by_label("Fill to so many below the cap").fill("3")
    opened(screen).get_by_role("button", name="Fill").click()
    expect(screen.said).to_have_text("Campaign 1/1: 199,997 incomplete records")
    expect(opened(screen)).to_contain_text("199,997 of 200,000")
    assert client.world.campaign(1, 1).get().pending == 199_996


def test_it_is_filled_by_what_the_cap_counts(screen: Screen, client: Client) -> None:
    client.world.readings.change(cap_counts="number")
    client.send({"callDataList": [{"called": [{"calledNo": "1"}, {"calledNo": "2"}, {"calledNo": "3"}]}]})
    screen.show("campaigns", 1, 1)
    expect(opened(screen)).to_contain_text("3 of 200,000")
    opened(screen).get_by_label("Fill to so many below the cap").fill("1")
    opened(screen).get_by_role("button", name="Fill").click()
    expect(opened(screen)).to_contain_text("199,999 of 200,000")
    assert client.add("4").json()["resultCode"] == "0200000"
    assert client.add("5").json()["resultCode"] == "0200020"


def test_nothing_stands_for_a_campaign_that_is_not_there(screen: Screen, mishaps: list[str]) -> None:
    mishaps.append("status of 404 (Not Found)")
    screen.show("campaigns", 1, 1)
    expect(opened(screen)).to_contain_text("0 of 200,000")
    screen.page.evaluate("world => location.hash = `#/${world}/campaigns/9/9`", screen.world)
    other = screen.page.get_by_role("dialog", name="9/9")
    expect(other).not_to_contain_text("of 200,000")
    expect(screen.page.get_by_role("alert")).to_contain_text("9")


def test_records_are_completed(screen: Screen, client: Client) -> None:
    for each in range(3):
        client.add(str(each))
    screen.show("campaigns", 1, 1)
    opened(screen).get_by_label("Complete so many records").fill("2")
    opened(screen).get_by_role("button", name="Complete").click()
    expect(screen.said).to_have_text("2 records completed")
    expect(opened(screen).get_by_role("row", name="Completed")).to_have_text(
        re.compile(r"Completed\s*0\s*0\s*2\s*0\s*0\s*2")
    )


def test_calling_numbers_are_added_and_removed(screen: Screen, client: Client) -> None:
    screen.show("campaigns", 1, 1)
    numbers = opened(screen).get_by_role("region", name="Calling numbers")
    expect(numbers.get_by_role("listitem")).to_have_text([re.compile("10086 · 1")])
    numbers.get_by_label("Number").fill("10010")
    numbers.get_by_label("Priority").fill("4")
    numbers.get_by_role("button", name="Add").click()
    expect(screen.said).to_have_text("10010 added")
    numbers.get_by_role("button", name="Remove 10086").click()
    expect(numbers.get_by_role("listitem")).to_have_text([re.compile("10010 · 4")])
    (left,) = client.world.campaign(1, 1).get().calling_numbers
    assert (left.access_code, left.priority) == ("10010", 4)


def test_a_number_that_cannot_be_one_is_refused_with_the_reason(screen: Screen, mishaps: list[str]) -> None:
    mishaps.append("status of 400 (Bad Request)")
    screen.show("campaigns", 1, 1)
    numbers = opened(screen).get_by_role("region", name="Calling numbers")
    numbers.get_by_label("Number").fill("not a number")
    numbers.get_by_role("button", name="Add").click()
    alert = screen.page.get_by_role("alert").filter(has_text="access_code")
    expect(alert).to_be_visible()
    alert.get_by_role("button", name="Dismiss").click()
    expect(alert).to_be_hidden()


def test_records_are_shown_as_charts(screen: Screen, client: Client) -> None:
    client.world.clock.freeze("2026-11-21T10:00:00Z")
    client.add("1", priority="1")
    client.world.clock.advance(60)
    client.add("2")
    screen.show("campaigns", 1, 1)
    charts = opened(screen).locator("img.chart")
    expect(charts).to_have_count(2)
    expect(charts.last).to_have_attribute(
        "alt", "2 records were added, the first at 2026-11-21 10:00:00, the last at 2026-11-21 10:01:00."
    )
    widths = "images => images.every(image => image.complete && image.naturalWidth > 0)"
    screen.page.wait_for_function("() => [...document.images].every(image => image.complete)")
    assert charts.evaluate_all(widths)
    expect(opened(screen).get_by_role("row", name="Incomplete")).to_have_text(
        re.compile(r"Incomplete\s*1\s*0\s*1\s*0\s*0\s*2")
    )


def test_the_pace_forgets_the_last_call(screen: Screen, client: Client) -> None:
    client.world.settings.change(pace_interval=100)
    client.add()
    screen.show("campaigns", 1, 1)
    expect(opened(screen)).to_contain_text("Pace: wait")
    opened(screen).get_by_role("button", name="Forget the last call").click()
    expect(opened(screen)).to_contain_text("Pace: free")
    assert client.world.campaign(1, 1).get().last_call is None


def test_blocklist_entries_are_added_and_removed(screen: Screen, client: Client) -> None:
    screen.show("campaigns")
    blocklist = screen.panel("Blocklist of VDN 1")
    blocklist.get_by_label("Number for the blocklist of VDN 1").fill("13800000000")
    blocklist.get_by_role("button", name="Add").click()
    expect(blocklist.get_by_role("listitem")).to_have_count(2)
    blocklist.get_by_role("button", name="Remove 13900000000").click()
    expect(blocklist.get_by_role("listitem")).to_have_count(1)
    assert client.world.blocklist(1).get() == ["13800000000"]


def test_parts_of_the_world_are_reset(screen: Screen, client: Client) -> None:
    client.add()
    client.world.campaign(1, 1).change(state="paused")
    screen.show("campaigns")
    expect(card(screen, "Demo")).to_contain_text("1 of 200,000")
    screen.page.get_by_role("group", name="Reset to the seed").get_by_role("button", name="Records").click()
    screen.question.get_by_role("button", name="Reset").click()
    expect(card(screen, "Demo")).to_contain_text("0 of 200,000")
    assert client.world.campaign(1, 1).get().state == "paused"
    screen.page.get_by_role("group", name="Reset to the seed").get_by_role("button", name="Campaigns").click()
    screen.question.get_by_role("button", name="Reset").click()
    expect(card(screen, "Demo").get_by_label("State")).to_have_value("running")


def test_a_world_without_campaigns_says_so(screen: Screen, client: Client) -> None:
    for each in client.world.campaigns.list():
        client.world.campaign(each.vdn, each.id).remove()
    screen.show("campaigns")
    expect(screen.page.get_by_role("heading", name="This world has no campaigns")).to_be_visible()
