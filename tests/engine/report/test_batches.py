"""What calls hold: too little, too much, or what was added before."""

import pytest

from mock_isales.engine.journal.entries import Ruling
from tests.engine.report.clients import BLOCKLIST, CN, PACE, STORING, Client, told

SMALL = "small_batches"
LARGE = "too_many_in_a_call"
TWICE = "same_body_twice"
DAY = 24 * 60 * 60


def filled(*counts: int, apart: float = 1) -> Client:
    """A client that adds so many records, one call after the other."""
    client = Client()
    for number, count in enumerate(counts):
        client.add(*(f"{number}{index:05}" for index in range(count))).wait(apart)
    return client


def test_five_calls_in_a_row_that_are_less_than_half_full_are_reported() -> None:
    finding = filled(3, 3, 3, 3, 9).only()
    assert (finding.kind, finding.severity, finding.calls.first) == (SMALL, "warning", [1, 2, 3, 4, 5])
    assert finding.text == (
        "5 calls in a row to campaign 1001 of VDN 1 added less than half of the 20 records that one may add."
    )
    assert finding.clauses == ["ON-CALLDATALIST-COUNT"]
    assert finding.asked == "callDataList has at most isales.api.calldata.max records, 20 by default."


@pytest.mark.parametrize("counts", [(3,), (3, 3, 3, 3), (3, 3, 3, 3, 10), (3, 3, 20, 3, 3, 3, 3), (20, 20, 20, 5)])
def test_fewer_small_calls_are_not(counts: tuple[int, ...]) -> None:
    assert filled(*counts).found() == {}


def test_rows_are_told_together() -> None:
    assert filled(*[1] * 5, 20, *[1] * 6).only().calls.total == 11


def test_calls_that_are_far_from_each_other_had_nothing_to_wait_for() -> None:
    assert filled(*[1] * 9, apart=6).found() == {}
    assert filled(*[1] * 9, apart=5).found() == {SMALL: list(range(1, 10))}


def test_what_is_few_follows_the_setting() -> None:
    assert filled(*[3] * 5).found(calldata_max=6) == {}
    assert filled(*[3] * 5).found(calldata_max=7) == {SMALL: [1, 2, 3, 4, 5]}
    assert filled(*[1] * 9).found(calldata_max=1) == {}


def test_refused_calls_and_other_campaigns_do_not_count() -> None:
    client = Client()
    for number in range(8):
        client.add("1", answer=STORING).wait(1).add(f"2{number}", campaign=str(number)).wait(1)
    assert client.add("1").found() == {}


def test_a_call_that_cannot_be_looked_into_ends_a_row() -> None:
    client = filled(1, 1, 1, 1)
    client.send(b'{"callDataList":"' + b" " * 100_000 + b'"}').wait(1)
    client.send(b"{").wait(1).send([]).wait(1).send({"callDataList": 1}).wait(1)
    assert client.add("x").found() == {}


@pytest.mark.parametrize(
    ("operation", "clause", "code"),
    [("add_outbound_numbers", "ON-CALLDATALIST-COUNT", "0200029"), (CN, "CN-CALLERNO-COUNT", "02000011")],
)
def test_a_call_that_is_too_large_is_reported(operation: str, clause: str, code: str) -> None:
    finding = Client().send({}, Ruling(code, clause), operation=operation).only()
    assert (finding.kind, finding.severity, finding.clauses) == (LARGE, "error", [clause])
    assert finding.text == (
        "1 call to campaign 1001 of VDN 1 had more entries than a call may have, and nothing of them was added."
    )
    assert finding.place == f"{operation} 1/1001"


def test_what_a_fault_says_of_a_call_does_not_make_it_too_large() -> None:
    assert Client().add("1", answer=told("0200029"), fault="1").found() == {}


def test_the_same_body_twice_is_reported_once_it_was_accepted() -> None:
    finding = Client().add("1").wait(1).add("1").only()
    assert (finding.kind, finding.severity, finding.calls.first) == (TWICE, "error", [2])
    assert finding.text == (
        "1 call to campaign 1001 of VDN 1 sent again what had been accepted: accepted twice, it has its customers "
        "called twice."
    )
    assert finding.clauses == ["ON-ANSWER"]


def test_it_is_reported_whatever_is_answered_then_and_though_only_a_fault_accepted_it() -> None:
    assert Client().add("1", fault="1").wait(1).add("1", answer=PACE).wait(1).add("1").found() == {TWICE: [2, 3]}


def test_what_was_refused_is_sent_again_once() -> None:
    assert Client().add("1", answer=STORING).wait(1).add("1", answer=PACE).wait(1).add("1").found() == {}
    assert Client().add("1", answer=BLOCKLIST).wait(1).add("1").found() == {}


def test_another_campaign_and_another_day_may_have_the_same_records() -> None:
    assert Client().add("1").add("1", campaign="1002").wait(DAY).add("1").found() == {}
    assert Client().add("1").wait(DAY - 1).add("1").found() == {TWICE: [2]}


def test_a_calling_number_may_be_added_again() -> None:
    numbers = {"callerNo": [{"accessCode": "1", "priority": 1}]}
    assert Client().send(numbers, operation=CN).send(numbers, operation=CN).found() == {}
