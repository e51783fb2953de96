"""What cannot be undone is asked for first, and by the keyboard too."""

import pytest
from playwright.sync_api import Locator, expect

from mock_isales.testing import Control
from tests.ui.client import Client
from tests.ui.screen import Screen

pytestmark = pytest.mark.browser

QUESTIONS = [
    ("knobs", "Reset this world", "Reset world {world}?", "the calls in its journal are forgotten"),
    ("knobs", "End this world", "End world {world}?", "All that it holds is forgotten."),
    ("knobs", "Take all away", "Take all faults of world {world} away?", "Calls are answered as documented again"),
    ("campaigns", "Records", "Reset to the seed: Records?", "The records that calls have added are forgotten"),
    ("campaigns", "Campaigns", "Reset to the seed: Campaigns?", "Their records are forgotten."),
    ("campaigns", "Blocklists", "Reset to the seed: Blocklists?", "become those of its seed"),
]


@pytest.fixture
def size() -> str:
    """Phones have no keys."""
    return "desktop"


def asked(screen: Screen, view: str, button: str) -> Locator:
    """Press a button by the keyboard."""
    screen.show(view)
    pressed = screen.button(button)
    pressed.focus()
    screen.page.keyboard.press("Enter")
    expect(screen.question).to_be_visible()
    return pressed


@pytest.mark.parametrize("leaving", ["Escape", "Enter"])
@pytest.mark.parametrize("told", QUESTIONS, ids=lambda told: told[1])
def test_nothing_is_done_by_whoever_does_not_say_yes(
    screen: Screen, client: Client, told: tuple[str, str, str, str], leaving: str
) -> None:
    view, button, question, consequence = told
    client.add()
    client.world.blocklist(1).add("13800000000")
    client.world.faults.add(operation="add_calling_numbers", code="0200007")
    pressed = asked(screen, view, button)
    expect(screen.question).to_have_accessible_name(question.format(world=client.world.name))
    expect(screen.question).to_contain_text(consequence)
    expect(screen.question.get_by_role("button", name="Cancel")).to_be_focused()
    screen.page.keyboard.press(leaving)
    expect(screen.question).to_be_hidden()
    expect(pressed).to_be_focused()
    expect(screen.said).to_be_empty()
    assert client.world.journal.count() == 1
    assert client.world.campaign(1, 1).get().incomplete_records == 1
    assert client.world.blocklist(1).get() == ["13800000000", "13900000000"]
    assert len(client.world.faults.list()) == 1


def test_it_is_done_by_keys(screen: Screen, client: Client) -> None:
    client.add()
    asked(screen, "knobs", "Reset this world")
    screen.page.keyboard.press("Tab")
    screen.page.keyboard.press("Enter")
    expect(screen.said).to_have_text(f"World {client.world.name} is as its seed says.")
    assert client.world.journal.count() == 0


def test_a_question_left_alone_says_no_to_the_next(screen: Screen, client: Client) -> None:
    with Control(client.server) as control:
        asked(screen, "knobs", "Reset this world")
        screen.question.get_by_role("button", name="Reset this world").click()
        expect(screen.said).to_contain_text("is as its seed says")
        screen.button("End this world").click()
        expect(screen.question).to_be_visible()
        screen.page.keyboard.press("Escape")
        expect(screen.question).to_be_hidden()
        assert client.world.name in [each.name for each in control.worlds().worlds]


def test_it_is_asked_in_chinese(screen: Screen) -> None:
    screen.show("knobs", language="zh")
    screen.button("结束此世界").click()
    expect(screen.question).to_have_accessible_name(f"结束世界{screen.world}？")
    expect(screen.question.get_by_role("button", name="取消")).to_be_focused()
