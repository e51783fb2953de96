"""The story by itself: what follows from its number, and from what it hears."""

import json
from collections.abc import Iterator
from itertools import islice

import pytest

from mock_isales.demo.calls import Call
from mock_isales.demo.scenes import Dial, Scene
from mock_isales.demo.story import Story
from tests.demo.runs import WHOLE


def steps(number: int, count: int = 1500) -> list[Scene | Dial | Call]:
    return list(islice(Story(number).steps(), count))


def calls(story: Story) -> Iterator[Call]:
    return (step for step in story.steps() if isinstance(step, Call))


def test_the_same_number_makes_the_same_steps() -> None:
    assert steps(7) == steps(7)


def test_no_two_numbers_make_the_same() -> None:
    assert len({tuple(each.body for each in islice(calls(Story(number)), 20)) for number in range(50)}) == 50


def test_it_begins_anew_after_the_last_scene_with_other_calls() -> None:
    made = steps(1, 2 * WHOLE)
    titles = [step.title for step in made if isinstance(step, Scene)]
    assert titles[0] == titles[8] == "An ordinary morning"
    assert len(set(titles)) == 8
    bodies = [step.body for step in made if isinstance(step, Call)]
    assert bodies[0] != bodies[WHOLE]


def test_the_contact_centre_dials_all_the_time() -> None:
    dialled = [step for step in steps(1) if isinstance(step, Dial)]
    assert {step.place for step in dialled} == {
        (1, 1),
        (1, 2),
        (1, 3),
        (1, 4),
        (1, 6),
        (1, 7),
        (1, 8),
        (2, 1),
        (2, 2),
    }


def test_nobody_is_called_who_may_exist() -> None:
    for call in islice(calls(Story(3)), 1000):
        if "calldata" in call.path and "broken off" not in call.about:
            for record in json.loads(call.body)["callDataList"]:
                for number in record["called"]:
                    assert str(number["calledNo"]).startswith("100")


@pytest.mark.parametrize("code", ["", "503", "0200006"])
def test_what_may_pass_the_next_time_is_sent_again_once(code: str) -> None:
    story = Story(1)
    made = calls(story)
    call = next(made)
    story.hear(call, code)
    again = next(each for each in islice(made, 20) if each.body == call.body)
    assert (again.path, again.about) == (call.path, f"{call.about}, again")
    story.hear(again, code)
    assert call.body not in [each.body for each in islice(made, 100)]


@pytest.mark.parametrize("code", ["0200000", "0200022", "0200020", "401"])
def test_nothing_else_is_sent_again(code: str) -> None:
    story = Story(1)
    made = calls(story)
    call = next(made)
    story.hear(call, code)
    assert call.body not in [each.body for each in islice(made, 100)]
