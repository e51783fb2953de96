"""Answers that do not come, or not from the interface: no customer is enrolled twice."""

import pytest

from answers import NoAnswer, OutcomeUnknown, Refused
from dialler import Dialler, Record
from mock_isales.testing import World

pytestmark = pytest.mark.isales(clock="frozen", seed={"vdns": [{"id": 1, "campaigns": [{"id": 1}]}]})

RECORD, OTHER = Record("42", ["88888888"]), Record("43", ["66666666"])


def kept(isales: World) -> list[str]:
    """The sessions of the records that the campaign has."""
    return [record.session_id for record in isales.campaign(1, 1).records().records]


@pytest.mark.parametrize(
    ("answer", "stored"),
    [
        ({"connection": "reset", "applied": True}, ["42"]),
        ({"connection": "reset"}, []),
        ({"connection": "empty", "applied": True}, ["42"]),
        ({"connection": "garbage", "applied": True}, ["42"]),
        ({"cut": 40}, ["42"]),
        ({"status": 503}, []),
    ],
)
def test_what_may_have_been_stored_is_not_sent_again(
    isales: World, dialler: Dialler, answer: dict[str, object], stored: list[str]
) -> None:
    isales.faults.add(first=1, **answer)
    with pytest.raises(OutcomeUnknown):
        dialler.add([RECORD])
    dialler.add([RECORD, OTHER])
    assert kept(isales) == [*stored, "43"]
    assert (dialler.uncertain, list(dialler.data_ids)) == ({"42"}, ["43"])
    assert isales.journal.count() == 2


def test_an_answer_that_comes_too_late_leaves_the_outcome_unknown(
    isales: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dialler.TIMEOUT", 0.1)
    isales.faults.add(latency=0.5)
    with (
        Dialler(isales.url, vdn=1, campaign=1, authorization="any") as dialler,
        pytest.raises(OutcomeUnknown),
    ):
        dialler.add([RECORD])
    assert dialler.uncertain == {"42"}


@pytest.mark.parametrize("status", [401, 404, 413, 429])
def test_what_was_not_done_may_be_sent_again(isales: World, dialler: Dialler, status: int) -> None:
    isales.faults.add(first=1, status=status)
    with pytest.raises(NoAnswer, match=f"HTTP {status}"):
        dialler.add([RECORD])
    dialler.add([RECORD])
    assert kept(isales) == list(dialler.data_ids) == ["42"]


def test_where_nobody_listens_nothing_was_done() -> None:
    with (
        Dialler("http://127.0.0.1:2", vdn=1, campaign=1, authorization="any") as dialler,
        pytest.raises(NoAnswer, match="no connection"),
    ):
        dialler.add([RECORD])
    assert dialler.uncertain == set()


def test_what_was_accepted_before_a_refusal_is_not_sent_again(isales: World, dialler: Dialler) -> None:
    records = [Record(f"customer {index}", [f"8888{index:04}"]) for index in range(41)]
    isales.blocklist(1).add("88880030")
    with pytest.raises(Refused):
        dialler.add(records)
    isales.blocklist(1).clear()
    dialler.add(records)
    assert kept(isales) == [record.session for record in records] == list(dialler.data_ids)


def test_two_records_of_one_session_are_not_taken_for_one(isales: World, dialler: Dialler) -> None:
    with pytest.raises(ValueError, match="the same session"):
        dialler.add([RECORD, Record("42", ["66666666"])])
    assert isales.journal.count() == 0
