"""The scenes of the demo's story, which begins anew after the last one. Each shows one thing amid everyday calls."""

from random import Random
from typing import NamedTuple

from mock_isales.demo import mistakes
from mock_isales.demo.calls import Call, add_numbers, add_records
from mock_isales.demo.centre import (
    BAD_LINE,
    CONTACT_POLICY,
    IMPATIENT,
    NEARLY_FULL,
    PAUSED,
    REMINDERS,
    RENEWALS,
    SATISFACTION,
    SPRING,
    VOICE_ROBOT,
    Place,
)
from mock_isales.demo.customers import batch, calling_number, records
from mock_isales.demo.mistakes import Making


class Habit(NamedTuple):
    """What the client does again and again.

    Attributes:
        weight: How often, beside the other habits of its kind.
        make: Makes the call.
        is_patient: Whether it waits until the campaign's pace lets it call.
    """

    weight: int
    make: Making
    is_patient: bool = True


class Dial(NamedTuple):
    """The contact centre dials: records are completed, which frees room.

    Attributes:
        place: The campaign.
        records: How many records, at most.
    """

    place: Place
    records: int


class Scene(NamedTuple):
    """A part of the story.

    Attributes:
        title: What it shows.
        calls: How many calls it lasts.
        share: Which part of them is not everyday, 0 to 1.
        habits: What those are: all of them in turn, each as often as its weight says.
        first: What is dialled before it begins.
    """

    title: str
    calls: int
    share: float
    habits: tuple[Habit, ...]
    first: Dial | None = None


def _adding(place: Place) -> Making:
    def make(chance: Random) -> Call:
        return add_records(place, records(chance))

    return make


def _filling(chance: Random) -> Call:
    return add_records(NEARLY_FULL, batch(chance))


def _numbers(chance: Random) -> Call:
    place = chance.choice((SPRING, REMINDERS, PAUSED, RENEWALS))
    numbers = {each["accessCode"]: each for each in (calling_number(chance) for _ in range(chance.randint(1, 4)))}
    return add_numbers(place, list(numbers.values()))


DIALLED = (SPRING, REMINDERS, IMPATIENT, BAD_LINE, VOICE_ROBOT, CONTACT_POLICY, SATISFACTION, RENEWALS)
"""The campaigns that are dialled all the time."""

EVERYDAY = (
    *(Habit(6, _adding(place)) for place in (SPRING, REMINDERS, CONTACT_POLICY, SATISFACTION, RENEWALS)),
    *(Habit(3, _adding(place)) for place in (VOICE_ROBOT, PAUSED, IMPATIENT)),
    Habit(1, _adding(BAD_LINE)),
    Habit(1, _numbers),
    *(Habit(1, mistakes.wrong_number(kind)) for kind in mistakes.CALLED_NUMBERS[:1]),
    Habit(1, mistakes.duplicate),
)
"""What the client does in every scene."""

SCENES = (
    Scene("An ordinary morning", 60, 0, ()),
    Scene(
        "Campaigns are given their calling numbers",
        40,
        0.5,
        (
            Habit(6, _numbers),
            *(Habit(1, mistakes.wrong_calling_number(kind)) for kind in mistakes.CALLING_NUMBERS),
            Habit(1, mistakes.calling_number_twice),
        ),
    ),
    Scene(
        "A client does not wait a second between its calls",
        50,
        0.6,
        (Habit(1, _adding(IMPATIENT), is_patient=False),),
    ),
    Scene("A campaign fills up to its cap", 80, 0.7, (Habit(1, _filling),)),
    Scene("Some of it has been dialled: there is room again", 24, 0.6, (Habit(1, _filling),), Dial(NEARLY_FULL, 260)),
    Scene(
        "Numbers that must not be called, and campaigns that take none",
        60,
        0.4,
        (
            Habit(3, mistakes.blocklisted),
            Habit(3, mistakes.campaign_that_is_over),
            Habit(2, mistakes.unknown_campaign),
        ),
    ),
    Scene(
        "A new client is being written",
        110,
        0.6,
        (
            *(Habit(2, mistakes.wrong_field(kind)) for kind in mistakes.FIELDS),
            *(Habit(2, mistakes.wrong_number(kind)) for kind in mistakes.CALLED_NUMBERS),
            Habit(2, mistakes.duplicate),
            Habit(2, mistakes.too_many),
            Habit(1, mistakes.nothing),
            Habit(3, mistakes.without_charset),
            Habit(1, mistakes.as_text),
            Habit(1, mistakes.broken_json),
            Habit(1, mistakes.nobody),
            Habit(2, mistakes.robot_without_json),
            Habit(2, mistakes.contact_without_type),
        ),
    ),
    Scene("The line is bad: answers are late, wrong or lost", 90, 0.6, (Habit(1, _adding(BAD_LINE)),)),
)
