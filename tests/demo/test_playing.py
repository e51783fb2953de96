"""The story against a real server: what it is answered, and that it is the same each time."""

import json
from itertools import islice

from mock_isales.demo.caller import Caller
from mock_isales.demo.centre import demo_centre
from mock_isales.demo.playing import play, set_stage
from mock_isales.testing import MockIsales
from tests.demo.runs import Run, run


def test_the_same_number_sends_the_same_calls_and_gets_the_same_answers(first: Run) -> None:
    again = run(1)
    assert again.calls == first.calls
    assert again.codes == first.codes
    assert [each.answer.body for each in again.kept] == [each.answer.body for each in first.kept]
    assert [each.at for each in again.kept] == [each.at for each in first.kept]


def test_another_number_tells_another_story(first: Run) -> None:
    other = run(2, calls=100)
    assert other.calls != first.calls[:100]
    assert other.codes != first.codes[:100]


def test_successes_and_refusals_of_all_kinds_are_met(first: Run) -> None:
    assert set(first.codes) == {
        "",
        "401",
        "503",
        "0200000",
        "0200001",
        "0200006",
        "0200007",
        "0200018",
        "0200019",
        "0200020",
        "0200022",
        "0200024",
        "0200029",
        "0200030",
        "02000001",
        "02000002",
        "02000003",
        "02000006",
        "02000007",
        "02000008",
    }
    assert 0.5 < first.codes.count("0200000") / len(first.codes) < 0.9


def test_every_scene_shows_what_it_says(first: Run) -> None:
    met: dict[str, set[str]] = {}
    for each in first.played:
        met.setdefault(each.scene.title, set()).add(each.answered.code)
    assert list(met) == [
        "An ordinary morning",
        "Campaigns are given their calling numbers",
        "A client does not wait a second between its calls",
        "A campaign fills up to its cap",
        "Some of it has been dialled: there is room again",
        "Numbers that must not be called, and campaigns that take none",
        "A new client is being written",
        "The line is bad: answers are late, wrong or lost",
    ]
    assert "0200022" in met["A client does not wait a second between its calls"]
    assert "0200020" in met["A campaign fills up to its cap"]
    assert "0200020" not in met["Some of it has been dialled: there is room again"]
    assert {"0200024", "0200019", "0200007"} <= met["Numbers that must not be called, and campaigns that take none"]
    assert {"", "503", "0200006"} <= met["The line is bad: answers are late, wrong or lost"]


def test_one_campaign_fills_up_to_its_cap_and_refuses(first: Run) -> None:
    filling = [each for each in first.kept if (each.vdn, each.campaign) == (1, 4)]
    sizes = [
        int(json.loads(each.answer.body or "")["returnObject"]["totalSize"]) if each.result_code == "0200000" else None
        for each in filling
    ]
    assert sizes[:11] == [*range(199_820, 200_001, 20), None]
    assert {each.result_code for each in filling} == {"0200000", "0200020"}
    assert max(each for each in sizes if each is not None) == 200_000


def test_only_the_impatient_client_is_told_that_it_is_too_fast(first: Run) -> None:
    assert {each.call.place for each in first.played if each.answered.code == "0200022"} == {(1, 3)}


def test_the_clock_goes_by_the_calls(first: Run) -> None:
    assert [each.at.isoformat() for each in first.kept[:3]] == [
        "2026-11-21T09:00:00+00:00",
        "2026-11-21T09:00:00.250000+00:00",
        "2026-11-21T09:00:00.500000+00:00",
    ]


def test_the_story_goes_on_whatever_somebody_does_to_the_world() -> None:
    with MockIsales(seed=demo_centre()) as isales, Caller(isales.url) as caller:
        set_stage(isales)
        played = play(isales, caller, 1)
        assert next(played).answered.code == "0200000"
        for campaign in isales.campaigns.list():
            isales.campaign(campaign.vdn, campaign.id).remove()
        assert "0200007" in {each.answered.code for each in islice(played, 30)}
        isales.reset()
        assert "0200000" in {each.answered.code for each in islice(played, 30)}
