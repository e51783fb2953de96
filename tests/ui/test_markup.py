"""Whatever a client has sent is text: it is shown as it is, and nothing of it runs."""

import pytest
from playwright.sync_api import expect

from tests.ui.client import Client
from tests.ui.screen import Screen

pytestmark = pytest.mark.browser

MARKUP = "<img src=x onerror=hacked=1><script>hacked=1</script><b>\"'&lt;"
HOSTILE = {
    "callDataList": [
        {
            "sessionId": MARKUP,
            "caller": MARKUP,
            "customField": MARKUP,
            "recycleTime": MARKUP,
            "callData": MARKUP,
            "priority": MARKUP,
            MARKUP: MARKUP,
            "called": [{"calledNo": MARKUP, "delayTime": MARKUP, "type": MARKUP, MARKUP: {MARKUP: [MARKUP]}}],
        }
    ],
    MARKUP: MARKUP,
}
CODED = "%3Cimg%20src=x%20onerror=hacked=1%3E"


def nothing_ran(screen: Screen) -> None:
    assert screen.page.evaluate("typeof hacked") == "undefined"
    strangers = "main img, main b, main script, dialog img:not(.chart), dialog b, dialog script"
    expect(screen.page.locator(strangers)).to_have_count(0)


def test_markup_in_every_field_of_a_call(screen: Screen, client: Client) -> None:
    headers = {"X-Markup": "<img src=x onerror=hacked=1>", "locale": "<b>", "User-Agent": "<script>hacked=1</script>"}
    client.send(HOSTILE, **headers)
    client.send(HOSTILE, campaign=CODED, vdn=CODED)
    client.send(MARKUP.encode(), **headers)
    client.world.faults.add(code="<b>hacked</b>", off_contract=True)
    client.add()
    screen.show()
    expect(screen.rows).to_have_count(4)
    expect(screen.rows.first).to_contain_text("<b>hacked</b>")
    expect(screen.rows.nth(2)).to_contain_text("<img src=x onerror=hacked=1>/<img src=x onerror=hacked=1>")
    nothing_ran(screen)
    for call in (1, 2, 3, 4):
        screen.show("calls", call)
        expect(screen.call.locator(".message-panel")).to_have_count(2)
        nothing_ran(screen)
        screen.call.get_by_label("Raw").check()
        nothing_ran(screen)
        screen.call.get_by_label("Pretty").check()
    screen.show("calls", 1)
    screen.call.get_by_text("Headers (", exact=False).first.click()
    expect(screen.call).to_contain_text("<script>hacked=1</script>")
    expect(screen.call.locator("pre").first).to_contain_text("<img src=x onerror=hacked=1><script>hacked=1</script>")


def test_markup_in_what_a_world_holds(screen: Screen, client: Client) -> None:
    client.world.campaign(1, 1).change(name=MARKUP)
    screen.show("campaigns")
    expect(screen.page.get_by_role("heading", name=MARKUP)).to_be_visible()
    nothing_ran(screen)
    screen.show("campaigns", 1, 1)
    expect(screen.page.get_by_role("dialog", name=f"{MARKUP} · 1/1")).to_be_visible()
    nothing_ran(screen)
    client.world.faults.add(code="<img src=x>", off_contract=True)
    screen.show("knobs")
    expect(screen.panel("Faults")).to_contain_text("<img src=x>")
    nothing_ran(screen)


def test_markup_in_the_address(screen: Screen, mishaps: list[str]) -> None:
    mishaps += ["status of 404", "status of 400"]
    screen.page.goto(f"{screen.server}/_mock/ui?lang=<script>hacked=1</script>#/{CODED}/{CODED}/{CODED}")
    expect(screen.page.get_by_role("combobox", name="World")).to_have_value("<img src=x onerror=hacked=1>")
    nothing_ran(screen)


def test_a_script_that_got_in_would_not_run(screen: Screen, mishaps: list[str]) -> None:
    mishaps += ["Content Security Policy", "Trusted"]
    screen.show()
    ran = """() => {
      const script = document.createElement("script");
      script.type = "text/plain";
      document.body.append(script);
      try { document.body.insertAdjacentHTML("beforeend", "<img src=x onerror=hacked=1>"); } catch { return "refused"; }
      return "taken";
    }"""
    assert screen.page.evaluate(ran) == "refused"
    nothing_ran(screen)
