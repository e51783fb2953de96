"""An opened call: what was sent, what was answered, and why."""

import json

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.ui.client import Client
from tests.ui.screen import Screen

pytestmark = pytest.mark.browser


def test_request_and_answer_stand_side_by_side(screen: Screen, client: Client, size: str) -> None:
    client.add("1x", sessionId="42")
    screen.show()
    screen.rows.get_by_role("link").click()
    request, answer = screen.call.locator(".message-panel").first, screen.call.locator(".message-panel").nth(1)
    expect(request).to_contain_text('"sessionId": "42"')
    expect(request).to_contain_text(f"POST /w/{client.world.name}/rest/isales/v2/openapi/campaigns/1/calldata/1")
    expect(answer).to_contain_text("HTTP status 200")
    expect(answer).to_contain_text('"resultCode": "02000002"')
    left, right = request.bounding_box(), answer.bounding_box()
    assert left is not None
    assert right is not None
    assert (left["y"] == right["y"]) is (size == "desktop")


def test_the_explanation_tells_why_and_marks_the_field(screen: Screen, client: Client) -> None:
    client.add("1x")
    screen.show("calls", 1)
    expect(screen.call.locator(".summary")).to_contain_text("ON-CALLEDNO-CHARACTERS")
    expect(screen.call.locator("blockquote")).to_have_text("calledNo holds only digits, * and #.")
    expect(screen.call.locator(".pairs")).to_contain_text("callDataList[0].called[0].calledNo")
    expect(screen.call.locator("mark")).to_have_text('"calledNo": "1x"')
    expect(screen.call.get_by_text("refused here")).to_be_visible()


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("10-55", ['Take out or replace what may not stand there: "-"', 'Nearest value that passes: "1055"']),
        ("1x", ["it could be somebody else's. An example of its form: \""]),
    ],
)
def test_what_is_an_example_only_is_no_nearest_value(
    screen: Screen, client: Client, number: str, told: list[str]
) -> None:
    client.add(number)
    screen.show("calls", 1)
    advice = screen.call.locator(".advice")
    for each in told:
        expect(advice).to_contain_text(each)
    expect(advice.get_by_text("Nearest value that passes:")).to_have_count(len(told) - 1)


def test_it_is_explained_in_chinese(screen: Screen, client: Client) -> None:
    client.add("1x")
    screen.show("calls", 1, language="zh")
    dialog = screen.page.get_by_role("dialog", name="调用1")
    expect(dialog.get_by_text("此处被拒绝")).to_be_visible()
    expect(dialog.locator(".why")).to_contain_text("calledNo")
    expect(dialog.get_by_role("heading", name="如何修改")).to_be_visible()


def test_raw_is_what_was_sent(screen: Screen, client: Client) -> None:
    sent = b'{"callDataList" :[ {"called":[{"calledNo":"1x","delayTime":1e2}]}] }'
    client.send(sent)
    screen.show("calls", 1)
    body = screen.call.locator(".message-panel pre").first
    expect(body).to_contain_text('"delayTime": 1e2')
    screen.call.get_by_label("Raw").check()
    expect(body).to_have_text(sent.decode(), use_inner_text=False)
    screen.call.get_by_label("Pretty").check()
    expect(screen.call.locator("mark")).to_have_text('"calledNo": "1x"')


@pytest.mark.parametrize(
    ("body", "marked", "note"),
    [
        ({"callDataList": [{"called": [{}]}]}, "{", "missing"),
        ({"callDataList": [{"called": "1"}]}, '"called": "1"', "refused here"),
        ({}, "{", "missing"),
        (b"{no json", "{no json", "refused here"),
    ],
)
def test_what_is_missing_is_marked_where_it_should_be(
    screen: Screen, client: Client, body: object, marked: str, note: str
) -> None:
    client.send(body)
    screen.show("calls", 1)
    expect(screen.call.locator("mark")).to_have_text(marked)
    expect(screen.call.locator(".here")).to_have_text(note)


def test_a_header_and_an_address_are_marked_too(screen: Screen, client: Client) -> None:
    client.send({}, Authorization="")
    client.send({}, **{"Content-Type": "text/plain"})
    client.send({}, campaign="x")
    client.send({}, vdn="0")
    for call, marked in [(1, "***"), (2, "text/plain"), (3, "x"), (4, "0")]:
        screen.show("calls", call)
        expect(screen.call.locator("mark")).to_have_text(marked)


def test_it_is_copied_as_curl_and_as_a_test(screen: Screen, client: Client, context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    client.add("1x")
    screen.show("calls", 1)
    for name, told in [
        ("Copy as curl", client.world.journal.as_curl(1)),
        ("Copy as pytest", client.world.journal.as_pytest(1)),
    ]:
        screen.call.get_by_role("button", name=name).click()
        screen.page.wait_for_function("told => navigator.clipboard.readText().then(text => text === told)", arg=told)
        expect(screen.said).to_have_text("Copied.")


def test_where_a_browser_does_not_copy_the_text_is_shown(screen: Screen, client: Client) -> None:
    client.add()
    screen.page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    screen.show("calls", 1)
    screen.call.get_by_role("button", name="Copy as curl").click()
    expect(screen.page.get_by_label("Text to copy")).to_have_value(client.world.journal.as_curl(1))


def test_one_goes_from_call_to_call(screen: Screen, client: Client) -> None:
    for number in ("1", "2x", "3"):
        client.add(number)
    screen.show("calls", 2)
    expect(screen.call).to_have_accessible_name("Call 2")
    screen.call.get_by_role("link", name="Newer call").click()
    expect(screen.call).to_have_accessible_name("Call 3")
    expect(screen.call.get_by_role("link", name="Newer call")).to_be_hidden()
    screen.call.get_by_role("link", name="Older call").click()
    screen.call.get_by_role("link", name="Older call").click()
    expect(screen.call).to_have_accessible_name("Call 1")
    expect(screen.call.locator(".message-panel").first).to_contain_text('"calledNo": "1"')


def test_what_a_fault_did_is_told(screen: Screen, client: Client) -> None:
    client.world.faults.add(code="0200006", operation="add_outbound_numbers")
    client.add("1")
    screen.show("calls", 1)
    expect(screen.call.get_by_role("heading", name="The fault")).to_be_visible()
    expect(screen.call.locator(".badge")).to_have_text("⚡ 0200006")


def test_a_call_that_is_not_kept_any_more_is_told(screen: Screen, mishaps: list[str]) -> None:
    mishaps.append("status of 404 (Not Found)")
    screen.show("calls", 99)
    expect(screen.call).to_contain_text("The journal keeps no call 99 any more.")


def test_a_large_body_is_shown_in_part(screen: Screen, client: Client) -> None:
    client.send(json.dumps({"callDataList": "x" * 300_000}).encode())
    screen.show("calls", 1)
    expect(screen.call).to_contain_text("The first 200,000 characters.")
