"""Live calls: each as it comes."""

import re

import pytest
from playwright.sync_api import expect

from tests.ui.client import Client
from tests.ui.pipeline import send_many
from tests.ui.screen import Screen

pytestmark = pytest.mark.browser

CUT_OFF = """[...document.querySelectorAll("#rows :is(.at, .duration, .operation)")]
  .map(each => each.scrollWidth - each.clientWidth)"""


def test_a_call_is_shown_as_it_comes(screen: Screen, client: Client) -> None:
    screen.show()
    expect(screen.page.get_by_role("heading", name="No calls yet")).to_be_visible()
    client.add("1x", campaign=3)
    cells = screen.rows.get_by_role("cell")
    expect(cells).to_have_count(6)
    expect(cells.nth(0)).to_have_text(re.compile(r"^\d\d:\d\d:\d\d\.\d{3}$"))
    expect(cells.nth(1)).to_have_text("add_outbound_numbers")
    expect(cells.nth(2)).to_have_text("1/3")
    expect(cells.nth(3)).to_have_text("✕ 02000002The parameter contains invalid characters.")
    expect(cells.nth(4)).to_have_text("ON-CALLEDNO-CHARACTERS")
    expect(cells.nth(5)).to_have_text(re.compile(r"^[\d.]+ ms$"))


def test_the_sentence_is_in_the_language_of_choice(screen: Screen, client: Client) -> None:
    screen.show(language="zh")
    expect(screen.page.get_by_role("heading", name="还没有调用")).to_be_visible()
    client.add("1x")
    expect(screen.rows).to_contain_text("参数包含非法字符")
    screen.page.get_by_role("link", name="English").click()
    expect(screen.rows).to_contain_text("The parameter contains invalid characters.")
    assert screen.page.url.endswith(f"?lang=en#/{client.world.name}/calls")


def test_calls_that_were_made_before_are_there_the_newest_first(screen: Screen, client: Client) -> None:
    client.add()
    client.add(campaign=2)
    client.add_calling()
    client.world.faults.add(status=503)
    client.add()
    screen.show()
    expect(screen.rows).to_have_count(4)
    shown = ["⚡ 503HTTP status 503", "✓ 0200000Success.", "✕ 0200019", "✓ 0200000Success."]
    for row, told in zip(screen.rows.all(), shown, strict=True):
        expect(row).to_contain_text(told)
    tally = screen.page.locator("#tally")
    expect(tally).to_have_text(re.compile(r"calls\s*4\s*accepted\s*2\s*refused\s*1\s*by faults\s*1\s"))


def test_a_filter_shows_what_fits(screen: Screen, client: Client) -> None:
    screen.show()
    client.add()
    client.add("1x", campaign=4)
    client.add_calling()
    expect(screen.rows).to_have_count(3)
    text = screen.panel("Live calls").get_by_label("Filter")
    text.fill("characters 1/4")
    expect(screen.rows).to_have_count(1)
    client.add("2x", campaign=4)
    expect(screen.rows).to_have_count(2)
    text.fill("nothing is like this")
    expect(screen.page.get_by_role("heading", name="No call fits the filter")).to_be_visible()
    text.fill("")
    screen.page.get_by_label("Outcome").select_option("Accepted")
    expect(screen.rows).to_have_count(2)
    screen.panel("Live calls").get_by_label("Operation").select_option("add_calling_numbers")
    expect(screen.rows).to_have_count(1)


def test_paused_it_holds_what_comes(screen: Screen, client: Client) -> None:
    screen.show()
    client.add()
    expect(screen.rows).to_have_count(1)
    screen.button("Pause").click()
    client.add("1x")
    client.add("2x")
    expect(screen.page.locator("#calls-paused")).to_have_text("Paused: 2 more have come")
    expect(screen.rows).to_have_count(1)
    screen.button("Go on").click()
    expect(screen.rows).to_have_count(3)
    expect(screen.page.locator("#calls-paused")).to_be_hidden()


def test_paused_a_filter_shows_none_of_what_came_since(screen: Screen, client: Client) -> None:
    client.add("1x")
    screen.show()
    expect(screen.rows).to_have_count(1)
    screen.button("Pause").click()
    client.add("2x")
    expect(screen.page.locator("#calls-paused")).to_have_text("Paused: 1 more have come")
    screen.page.get_by_label("Outcome").select_option("Refused")
    expect(screen.rows).to_have_count(1)
    expect(screen.rows).to_have_attribute("data-id", "1")
    expect(screen.page.locator("#calls-paused")).to_have_text("Paused: 1 more have come")
    screen.button("Go on").click()
    expect(screen.rows).to_have_count(2)


def test_cleared_it_says_so_paused_or_not(screen: Screen, client: Client) -> None:
    client.add()
    screen.show()
    expect(screen.rows).to_have_count(1)
    screen.button("Clear").click()
    told = screen.page.get_by_role("heading", name="The list was cleared")
    expect(told).to_be_visible()
    expect(screen.page.get_by_role("heading", name="No calls yet")).to_be_hidden()
    screen.button("Pause").click()
    client.add()
    expect(screen.page.locator("#calls-paused")).to_have_text("Paused: 1 more have come")
    expect(told).to_be_visible()
    screen.button("Go on").click()
    expect(screen.rows).to_have_count(1)
    expect(told).to_be_hidden()


def test_a_server_that_does_not_answer_is_told(screen: Screen, client: Client, mishaps: list[str]) -> None:
    mishaps.append("ERR_FAILED")
    client.add()
    screen.page.route("**/journal/counts", lambda route: route.abort())
    screen.go()
    expect(screen.page.locator("#link")).to_have_text("The server does not answer.")
    screen.page.unroute("**/journal/counts")
    expect(screen.page.locator("#link")).to_have_text("Live")
    expect(screen.rows).to_have_count(1)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_times_and_durations_are_shown_whole(screen: Screen, client: Client, size: str, language: str) -> None:
    client.add()
    for width in [1280, 1400, 1920] if size == "desktop" else [390]:
        screen.page.set_viewport_size({"width": width, "height": 800})
        screen.show(language=language)
        expect(screen.rows).to_have_count(1)
        assert max(screen.page.evaluate(CUT_OFF)) <= 0, width


def test_cleared_it_begins_anew_and_the_journal_keeps_its_calls(screen: Screen, client: Client) -> None:
    client.add()
    screen.show()
    expect(screen.rows).to_have_count(1)
    screen.button("Clear").click()
    expect(screen.rows).to_have_count(0)
    assert client.world.journal.count() == 1
    client.add("1x")
    expect(screen.rows).to_have_count(1)


def test_thousands_of_calls_are_500_lines(screen: Screen, client: Client) -> None:
    screen.show()
    send_many(client.server, client.world.name, 3000)
    expect(screen.page.locator("#tally .received dd")).to_have_text("3,000", timeout=30_000)
    expect(screen.rows.first).to_have_attribute("data-id", "3000")
    expect(screen.rows).to_have_count(500)
    expect(screen.rows.last).to_have_attribute("data-id", "2501")


def test_it_goes_on_in_a_world_that_was_made_anew(screen: Screen, client: Client, mishaps: list[str]) -> None:
    mishaps.append("status of 404 (Not Found)")
    client.add()
    screen.show()
    expect(screen.rows).to_have_count(1)
    client.world.end()
    expect(screen.page.locator("#link")).to_have_text("No such world")
    client.add("1x")
    expect(screen.rows).to_have_count(1)
    expect(screen.rows).to_contain_text("02000002")
    expect(screen.page.locator("#link")).to_have_text("Live")


def test_what_the_journal_had_no_room_for_is_told(screen: Screen) -> None:
    def answer(route: object) -> None:
        told = 'event: dropped\ndata: {"count":1234}\n\n'
        route.fulfill(body=told, content_type="text/event-stream")  # type: ignore[attr-defined]

    screen.page.route("**/journal/stream", answer)
    screen.go()
    expect(screen.page.locator("#calls-dropped")).to_contain_text("The journal had no room for")


def test_the_sample_is_a_call_of_this_world(screen: Screen, client: Client) -> None:
    screen.show()
    sample = screen.page.locator("#sample")
    expect(sample).to_contain_text(f"X-Mock-World: {client.world.name}")
    expect(sample).to_contain_text(f"curl {client.server}/rest/isales/v2/openapi/campaigns/1/calldata/1")
