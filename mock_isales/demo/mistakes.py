"""What the demo's client does wrong: one thing in each call, as real clients do."""

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from mock_isales.demo.calls import JSON_TYPE, Call, Fields, add_numbers, add_records
from mock_isales.demo.centre import (
    BLOCKLISTED,
    CONTACT_POLICY,
    OVER,
    REMINDERS,
    RENEWALS,
    SATISFACTION,
    SPRING,
    UNKNOWN,
    VOICE_ROBOT,
    Place,
)
from mock_isales.demo.customers import BATCH, calling_number, number, record, records

Making = Callable[[Random], Call]
"""Makes a call of chance."""


class Kind(NamedTuple):
    """One way to be wrong.

    Attributes:
        about: What is wrong, in a few words.
        fields: The fields that are.
    """

    about: str
    fields: Fields


FIELDS = (
    Kind("a priority of 9", {"priority": "9"}),
    Kind("a priority in words", {"priority": "high"}),
    Kind("a priority that is a number", {"priority": 2}),
    Kind("a day that is none", {"recycleTime": "2026-02-30 10:00:00"}),
    Kind("markup in a field", {"customField": "<b>VIP</b>"}),
    Kind("a session id that is too long", {"sessionId": "S" * 33}),
    Kind("nobody to call", {"called": []}),
    Kind("a misspelt field", {"costumField": "VIP customer"}),
)
"""Of a record. The last one passes, and is noted."""

CALLED_NUMBERS = (
    Kind("a number with hyphens", {"calledNo": "100-5550-1234"}),
    Kind("a number that is too long", {"calledNo": "1005550123" * 3}),
    Kind("a number without quotes", {"calledNo": 10055501234}),
    Kind("a delay of two days", {"calledNo": "10055501234", "delayTime": "172800"}),
)
"""Of a called number."""

CALLING_NUMBERS = (
    Kind("a priority of 6", {"priority": 6}),
    Kind("a priority in quotes", {"priority": "1"}),
    Kind("letters in a number", {"accessCode": "4OO1"}),
    Kind("no priority", {"priority": None}),
)
"""Of a calling number."""


def wrong_field(kind: Kind) -> Making:
    """A record with a field that is wrong."""

    def make(chance: Random) -> Call:
        wrong = {**record(chance), **kind.fields}
        return add_records(_place(chance), [*records(chance, 3), wrong], kind.about)

    return make


def wrong_number(kind: Kind) -> Making:
    """A record with a called number that is wrong."""

    def make(chance: Random) -> Call:
        return add_records(_place(chance), [{**record(chance), "called": [kind.fields]}], kind.about)

    return make


def wrong_calling_number(kind: Kind) -> Making:
    """A calling number with something wrong."""

    def make(chance: Random) -> Call:
        return add_numbers(SPRING, [calling_number(chance) | kind.fields], kind.about)

    return make


def duplicate(chance: Random) -> Call:
    """The same number twice for one subscriber."""
    twice = record(chance)
    return add_records(_place(chance), [*records(chance, 3), twice, twice], "one of them twice")


def blocklisted(chance: Random) -> Call:
    """A number of the blocklist."""
    called = [{"calledNo": chance.choice(BLOCKLISTED), "type": "mobile"}]
    wrong = {**record(chance), "called": called}
    return add_records(_place(chance), [*records(chance, 3), wrong], "one that is blocklisted")


def too_many(chance: Random) -> Call:
    """More records than one call may add."""
    return add_records(REMINDERS, [record(chance) for _ in range(BATCH + chance.randint(1, 30))], "too many at once")


def nothing(_: Random) -> Call:
    """No record at all."""
    return add_records(SPRING, [])


def without_charset(chance: Random) -> Call:
    """A header without its charset: that passes, and is noted."""
    call = add_records(REMINDERS, records(chance), "without a charset")
    return call.with_header("Content-Type", JSON_TYPE.partition(";")[0])


def as_text(chance: Random) -> Call:
    """JSON that says it is something else."""
    return add_records(SPRING, records(chance), "sent as text").with_header("Content-Type", "text/plain")


def broken_json(chance: Random) -> Call:
    """A body that breaks off."""
    call = add_records(REMINDERS, records(chance), "broken off")
    return call.with_body(call.body[: len(call.body) - chance.randint(3, 20)])


def nobody(chance: Random) -> Call:
    """A call that does not say who calls."""
    return add_records(SPRING, records(chance, 3), "by nobody").with_header("Authorization", None)


def unknown_campaign(chance: Random) -> Call:
    """Records for a campaign that there is not."""
    return add_records(UNKNOWN, records(chance))


def campaign_that_is_over(chance: Random) -> Call:
    """Records for a campaign that is completed."""
    return add_records(OVER, records(chance))


def robot_without_json(chance: Random) -> Call:
    """Data that a voice robot cannot read."""
    return add_records(VOICE_ROBOT, [{**record(chance), "callData": "product: card"}], "callData that is no JSON")


def contact_without_type(chance: Random) -> Call:
    """A called number whose type the campaign's policy asks for."""
    called = [{"calledNo": number(chance)}]
    return add_records(CONTACT_POLICY, [{**record(chance), "called": called}], "without a number type")


def calling_number_twice(chance: Random) -> Call:
    """The same calling number twice."""
    twice = calling_number(chance)
    return add_numbers(SPRING, [twice, {**twice, "priority": 5}], "one of them twice")


def _place(chance: Random) -> Place:
    """A campaign that takes whatever is right: only what is wrong refuses a call for it."""
    return chance.choice((SPRING, REMINDERS, SATISFACTION, RENEWALS))
