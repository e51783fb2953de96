"""Plays the demo's story in a world: sets the stage, makes the calls, and lets the contact centre dial."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from typing import NamedTuple

from mock_isales.demo.caller import Answered, Caller
from mock_isales.demo.calls import Call
from mock_isales.demo.centre import BAD_LINE
from mock_isales.demo.scenes import Dial, Scene
from mock_isales.demo.story import STEP, Story
from mock_isales.engine.faults.keywords import FaultSaid
from mock_isales.testing.blocking.world import World
from mock_isales.testing.errors import ControlError

BEGINNING = datetime(2026, 11, 21, 9, tzinfo=UTC)
"""When the story begins on the world's clock, whatever the host's says: the data ids are the same ones each time."""

_ON_BAD_LINE: FaultSaid = {"operation": "add_outbound_numbers", "vdn": BAD_LINE.vdn, "campaign": BAD_LINE.campaign}
_FAULTS: tuple[FaultSaid, ...] = (
    {**_ON_BAD_LINE, "every": 7, "connection": "reset", "applied": True},
    {**_ON_BAD_LINE, "every": 9, "connection": "garbage"},
    {**_ON_BAD_LINE, "every": 5, "code": "0200006"},
    {**_ON_BAD_LINE, "every": 6, "status": 503},
    {**_ON_BAD_LINE, "every": 4, "latency": 0.2},
)
"""What happens on the bad line."""


class Played(NamedTuple):
    """A call that was made.

    Attributes:
        scene: The scene that it belongs to.
        call: The call.
        answered: How it was answered.
    """

    scene: Scene
    call: Call
    answered: Answered


def set_stage(world: World) -> None:
    """Make a world's clock go by the calls alone, and set the faults."""
    world.clock.manual(STEP, BEGINNING)
    for fault in _FAULTS:
        world.faults.add(**fault)


def play(world: World, caller: Caller, number: int) -> Iterator[Played]:
    """Play a story, call by call as the next one is asked for.

    Args:
        world: The world, whose stage is set.
        caller: Makes the calls in it.
        number: Which story.

    Raises:
        Gone, Unreachable: The server has ended.
    """
    story = Story(number)
    scene = None
    for step in story.steps():
        if isinstance(step, Scene):
            scene = step
        elif isinstance(step, Dial):
            with suppress(ControlError):  # somebody may have taken the campaign away, to show that
                world.campaign(*step.place).complete(step.records)
        elif scene is not None:
            answered = caller.make(step)
            story.hear(step, answered.code)
            yield Played(scene, step, answered)
