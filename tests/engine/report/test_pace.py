"""Calls under the pace, and what a client makes of being told so."""

import pytest

from mock_isales.engine.journal.entries import Ruling
from tests.engine.report.clients import CN, DUPLICATE, PACE, STORING, UNAVAILABLE, Client, told

UNDER = "under_pace"
AT_ONCE = "pace_refusal_retried_at_once"


def test_a_client_that_keeps_the_pace_is_not_reported() -> None:
    client = Client().add("1").wait(1).add("2").wait(1.5).add("3")
    assert client.found() == {}


def test_a_refusal_by_the_pace_is_reported_with_the_sentence_of_its_clause() -> None:
    finding = Client().add("1").wait(0.999).add("2", answer=PACE).wait(1).add("2").only()
    assert (finding.kind, finding.severity, finding.place) == (UNDER, "error", "add_outbound_numbers 1/1001")
    assert finding.text == "1 call to campaign 1001 of VDN 1 came less than 1 s after the one before."
    assert finding.clauses == ["ON-PACE"]
    assert finding.asked == "Calls for one campaign are at least 1 second apart."
    assert (finding.calls.total, finding.calls.first) == (1, [2])
    assert finding.advice.startswith("Wait for the pace between two calls")


def test_a_refusal_because_of_somebody_else_is_not() -> None:
    assert Client().add("1", answer=PACE).wait(1).add("1").found() == {}
    assert Client().add("1").wait(50).add("2", answer=PACE).wait(1).add("2").found() == {}
    assert Client().add("1", campaign="1002").add("2", answer=PACE).wait(1).add("2").found() == {}


@pytest.mark.parametrize("zeros", ["1001", "01001"])
def test_a_campaign_is_the_same_with_more_zeros(zeros: str) -> None:
    assert Client().add("1").add("2", answer=PACE, campaign=zeros).wait(1).add("2").found() == {UNDER: [2]}


def test_the_pace_is_that_of_the_world() -> None:
    client = Client().add("1").wait(3).add("2", answer=PACE).wait(9).add("2")
    assert client.found() == {}
    assert client.found(pace_interval=5.0) == {UNDER: [2]}
    assert "less than 2.5 s after" in Client().add("1").wait(2).add("2", answer=PACE).only(pace_interval=2.5).text
    assert Client().add("1").add("2", answer=PACE).wait(1).add("2").found(pace_interval=0.0) == {}


def test_of_two_calls_at_once_either_may_be_answered_first() -> None:
    assert Client().add("1").wait(-0.001).add("2", answer=PACE).wait(2).add("2").found() == {UNDER: [2]}


@pytest.mark.parametrize("answer", [told("0200006"), told("0299999"), UNAVAILABLE])
def test_a_call_that_a_fault_refused_is_under_the_pace_after_one_that_counts(answer: Ruling) -> None:
    client = Client().add("1").wait(0.5).add("2", answer=answer, fault="1", status=503).wait(1).add("2")
    assert client.found() == {UNDER: [2]}


def test_a_call_that_a_fault_refused_may_not_count_so_that_the_next_is_not_under_the_pace_for_sure() -> None:
    client = Client().add("1", answer=told("0200006"), fault="1").add("1", answer=told("0200006"), fault="1").add("1")
    assert client.found() == {}
    refused = Client().add("1", answer=told("0200006"), fault="1").add("1", answer=PACE).wait(1).add("1")
    assert refused.found() == {UNDER: [2]}
    late = Client().add("1", fault="1").add("2", answer=PACE).wait(1).add("2")
    assert late.found() == {UNDER: [2]}
    maybe = Client().add("1", fault="1").add("2", answer=told("0200018"), fault="2")
    assert maybe.found() == {}


def test_a_call_that_was_refused_after_the_pace_counts_by_the_reading() -> None:
    client = Client().add("1", "1", answer=DUPLICATE).wait(0.1).add("2", answer=told("0200018"), fault="1")
    assert client.found() == {UNDER: [2]}
    assert client.found(pace_counts="accepted") == {}
    unstored = Client().add("1", answer=STORING).wait(0.1).add("2", answer=PACE).wait(1).add("1").wait(1).add("2")
    assert unstored.found() == {UNDER: [2]}
    assert unstored.found(pace_counts="accepted") == {}


def test_the_pace_is_one_of_on_calls() -> None:
    numbers = {"callerNo": [{"accessCode": "1", "priority": 1}]}
    client = Client().send(numbers, operation=CN).send(numbers, told("0200022"), operation=CN, fault="1")
    assert client.found() == {}


def test_a_refusal_by_the_pace_that_is_retried_at_once_is_reported() -> None:
    client = Client().add("1").wait(0.1).add("2", answer=PACE).wait(0.1).add("2", answer=PACE).wait(1).add("2")
    assert client.found() == {UNDER: [2, 3], AT_ONCE: [3]}


def test_so_it_is_where_somebody_else_was_in_between() -> None:
    finding = Client().add("2", answer=PACE).wait(0.999).add("2", answer=PACE).wait(1).add("2").only()
    assert (finding.kind, finding.severity, finding.calls.first) == (AT_ONCE, "error", [2])
    assert finding.text == "1 call to campaign 1001 of VDN 1 repeated at once what had just been refused with 0200022."
    assert finding.clauses == ["ON-PACE"]


def test_a_retry_that_the_pace_lets_pass_was_in_time() -> None:
    assert Client().add("2", answer=PACE).wait(0.5).add("2").found() == {}


def test_a_retry_of_what_a_fault_called_too_fast_is_judged_by_its_time() -> None:
    too_fast = told("0200022")
    assert Client().add("1", answer=too_fast, fault="1").wait(0.5).add("1").found() == {AT_ONCE: [2]}
    assert Client().add("1", answer=too_fast, fault="1").wait(1).add("1").found() == {}
    assert Client().add("1", answer=too_fast, fault="1").wait(-5).add("1").found() == {}
    assert Client().add("1", answer=too_fast, fault="1").add("2").wait(1).add("1").found() == {}
