"""Where a called number must be unique is a reading."""

import pytest

from tests.engine.centre import ACCEPTED, SECOND, Centre, outcome, record
from tests.engine.conftest import Opens

DUPLICATE = "0200018 ON-DUPLICATE"
WITHIN_A_RECORD = (record("1", "2", "1", sessionId="a"),)
WITHIN_A_SESSION = (record("1", sessionId="a"), record("1", sessionId="a"))
ACROSS_SESSIONS = (record("1", sessionId="a"), record("1", sessionId="b"))
SESSION_AND_NONE = (record("1", sessionId="a"), record("1"))
WITHOUT_SESSION = (record("1"), record("1"))
WITHIN_A_SESSIONLESS_RECORD = (record("1", "1"),)
SEPARATE = {"sessionless_records": "separate"}
CALL = {"duplicate_scope": "call"}
IN_CAMPAIGN = {"duplicate_scope": "campaign"}


@pytest.mark.parametrize(
    ("readings", "records", "expected"),
    [
        ({}, WITHIN_A_RECORD, DUPLICATE),
        ({}, WITHIN_A_SESSION, DUPLICATE),
        ({}, ACROSS_SESSIONS, ACCEPTED),
        ({}, SESSION_AND_NONE, ACCEPTED),
        ({}, WITHOUT_SESSION, DUPLICATE),
        (SEPARATE, WITHOUT_SESSION, ACCEPTED),
        (SEPARATE, WITHIN_A_SESSIONLESS_RECORD, DUPLICATE),
        (SEPARATE, WITHIN_A_SESSION, DUPLICATE),
        (CALL, ACROSS_SESSIONS, DUPLICATE),
        (CALL, SESSION_AND_NONE, DUPLICATE),
        (CALL | SEPARATE, WITHOUT_SESSION, DUPLICATE),
        (IN_CAMPAIGN, ACROSS_SESSIONS, DUPLICATE),
    ],
)
def test_within_a_call(
    opened: Opens, readings: dict[str, str], records: tuple[dict[str, object], ...], expected: str
) -> None:
    centre = opened(readings=readings)
    assert outcome(centre.add(*records)) == expected
    assert len(centre.records()) == (len(records) if expected == ACCEPTED else 0)


@pytest.mark.parametrize(("readings", "expected"), [({}, ACCEPTED), (CALL, ACCEPTED), (IN_CAMPAIGN, DUPLICATE)])
def test_in_a_later_call(opened: Opens, readings: dict[str, str], expected: str) -> None:
    centre = opened(readings=readings)
    centre.add(record("0", "1"))
    centre.clock.advance(SECOND)
    assert outcome(centre.add(record("2"), record("1"))) == expected


def test_a_number_of_any_earlier_call_is_known_in_the_campaign_alone(opened: Opens) -> None:
    centre = opened(readings=IN_CAMPAIGN, settings={"pace_interval": 0}, campaigns=[{"id": 1001}, {"id": 1002}])
    for number in ("1", "2", "3"):
        assert outcome(centre.add(record(number))) == ACCEPTED
    assert [outcome(centre.add(record(number))) for number in ("1", "2", "3", "4")] == [DUPLICATE] * 3 + [ACCEPTED]
    assert outcome(centre.add(record("1"), campaign=1002)) == ACCEPTED


def test_a_refusal_names_the_second_place(centre: Centre) -> None:
    refusal = centre.add(record("1", "2"), record("3", "2")).refusal
    assert refusal
    assert (refusal.field, refusal.value) == ("callDataList[1].called[1].calledNo", "2")
