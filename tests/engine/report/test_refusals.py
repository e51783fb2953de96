"""What a client makes of being refused."""

import pytest

from mock_isales.contract.codes import ResultCode
from mock_isales.engine.journal.entries import Ruling
from mock_isales.engine.report.lasting import BY_CODE
from tests.engine.report.clients import BLOCKLIST, CN, DUPLICATE, PACE, STORING, UNAVAILABLE, Client, told

AGAIN = "permanent_refusal_retried"
LOST = "success_assumed_after_refusal"
TOO_MANY = Ruling("0200029", "ON-CALLDATALIST-COUNT")

PASSING = {"0200006", "0200022"}
UNKNOWN = {"0200020"}


def test_of_every_code_it_is_said_how_long_its_reason_lasts() -> None:
    assert set(BY_CODE) == set(ResultCode) - {ResultCode.SUCCESS}


@pytest.mark.parametrize("code", [code.value for code in ResultCode if code is not ResultCode.SUCCESS])
def test_only_what_passes_may_be_sent_again(code: str) -> None:
    answer = told(code)
    client = Client().add("1", answer=answer, fault="1").wait(8).add("1", answer=answer, fault="1")
    assert client.found() == ({} if code in PASSING | UNKNOWN else {AGAIN: [2]})


@pytest.mark.parametrize(
    ("status", "found"),
    [
        *((each, True) for each in (400, 404, 422)),
        *((each, False) for each in (401, 403, 407, 408, 425, 429, 500, 599)),
    ],
)
def test_an_http_status_of_a_fault_is_permanent_or_passes(status: int, *, found: bool) -> None:
    client = Client().add("1", answer=UNAVAILABLE, fault="1", status=status).wait(1).add("1")
    assert client.found() == ({AGAIN: [2]} if found else {})


@pytest.mark.parametrize(
    ("transport", "answer", "status"),
    [
        ("reset", UNAVAILABLE, 0),
        ("empty", UNAVAILABLE, 0),
        ("garbage", UNAVAILABLE, 0),
        ("reset", DUPLICATE, 200),
        ("cut", told("0200024"), 200),
        ("cut", UNAVAILABLE, 400),
    ],
)
def test_what_was_not_answered_may_be_sent_again(transport: str, answer: Ruling, status: int) -> None:
    client = Client().add("1", answer=answer, fault="1", transport=transport, status=status).wait(1).add("1")
    assert client.found() == {}


def test_a_refusal_that_drips_is_an_answer() -> None:
    client = Client().add("1", "1", answer=DUPLICATE, fault="1", transport="drip").wait(1)
    assert client.add("1", "1", answer=DUPLICATE).found() == {AGAIN: [2]}


def test_records_whose_answer_was_lost_are_sent_twice() -> None:
    assert Client().add("1", fault="1", transport="reset").wait(1).add("1").found() == {"same_body_twice": [2]}


def test_a_refusal_for_good_that_is_sent_again_is_told_with_the_clause_that_refused() -> None:
    finding = Client().add("1", "1", answer=DUPLICATE).wait(1).add("1", "1", answer=DUPLICATE).only()
    assert (finding.kind, finding.severity, finding.place) == (AGAIN, "error", "add_outbound_numbers 1/1001")
    assert finding.text == "1 call to campaign 1001 of VDN 1 repeated what had been refused for good with 0200018."
    assert finding.clauses == ["ON-DUPLICATE"]
    assert finding.asked == "The called numbers added each time under the same session ID are unique."


def test_what_a_fault_refused_is_told_with_the_sentence_of_its_code() -> None:
    finding = Client().add("1", answer=told("0200024"), fault="1").wait(1).add("1").only()
    assert (finding.clauses, finding.asked) == ([], "The number to be added is in the blocklist.")
    finding = Client().add("1", answer=UNAVAILABLE, fault="1", status=400).wait(1).add("1").only()
    assert finding.text.endswith("repeated what had been refused for good with 400.")
    assert (finding.clauses, finding.asked) == ([], "HTTP 400 refuses the request as it is.")


def test_what_was_put_right_in_the_world_meanwhile_may_be_sent_again() -> None:
    assert Client().add("1", answer=BLOCKLIST).wait(1).add("1").wait(90_000).add("1").found() == {}
    once_too_fast = Client().add("1", answer=BLOCKLIST).wait(1).add("1", answer=PACE).wait(1).add("1")
    assert once_too_fast.found() == {}


def test_every_retry_counts() -> None:
    client = Client().add("1", answer=BLOCKLIST)
    for _ in range(3):
        client.wait(1).add("1", answer=BLOCKLIST)
    assert client.found() == {AGAIN: [2, 3, 4]}


def test_another_body_and_another_address_are_no_retries() -> None:
    client = Client().add("1", answer=BLOCKLIST).wait(1).add("2", answer=BLOCKLIST)
    client.add("1", answer=BLOCKLIST, campaign="7").add("1", answer=BLOCKLIST, vdn="7")
    client.add("1", answer=BLOCKLIST, operation=CN)
    assert AGAIN not in client.found()


def test_calls_that_are_not_documented_or_not_let_in_are_no_retries() -> None:
    client = Client()
    for _ in range(2):
        client.send(b"", None, operation=None, vdn=None, campaign=None, decision=None, status=404)
        client.send(b"", Ruling(None, "ON-AUTHORIZATION", "Authorization"), status=401)
        client.send(b"", Ruling(None, "ON-BODY-SIZE"), status=413)
    assert client.found() == {}


def test_a_code_that_no_document_has_says_nothing_of_a_retry() -> None:
    client = Client().add("1", answer=told("0299999"), fault="1").add("1", answer=told("0299999"), fault="1")
    assert client.found() == {}


def test_a_database_of_cn_has_no_code_of_its_own_and_passes() -> None:
    numbers = {"callerNo": [{"accessCode": "1", "priority": 1}]}
    failed = Ruling("0200001", "CN-STORING")
    assert Client().send(numbers, failed, operation=CN).send(numbers, failed, operation=CN).found() == {}
    wrong = Ruling("0200001", "CN-TOTAL")
    assert Client().send(numbers, wrong, operation=CN).send(numbers, wrong, operation=CN).found() == {AGAIN: [2]}


def test_a_clause_that_there_is_no_more_is_told_by_its_code() -> None:
    gone = Ruling("0200018", "ON-GONE")
    assert Client().add("1", answer=gone).wait(1).add("1", answer=gone).only().asked == "Duplicate numbers exist."


@pytest.mark.parametrize("answer", [PACE, STORING, told("0200022"), told("0200006")])
def test_records_that_were_refused_for_a_while_and_never_sent_again_are_lost(answer: Ruling) -> None:
    client = Client().add("1", answer=answer, fault=None if answer.clause else "1").wait(1).add("2")
    finding = client.only()
    assert (finding.kind, finding.severity, finding.calls.first) == (LOST, "error", [1])
    assert finding.text == (
        f"1 call to campaign 1001 of VDN 1 had been refused with {answer.result_code}; the records were never sent "
        "again, though others were."
    )
    assert finding.clauses == ["ON-ANSWER"]


def test_records_that_are_sent_again_are_not_lost() -> None:
    assert Client().add("1", answer=STORING).wait(1).add("2").wait(1).add("1").found() == {}
    in_another_batch = Client().add("1", "2", answer=STORING).wait(1).add("3").wait(1).add("2", "4")
    assert in_another_batch.found() == {}
    elsewhere = Client().add("1", answer=STORING).wait(1).add("2").wait(1).add("1", campaign="1002")
    assert elsewhere.found() == {}


def test_a_client_that_gives_up_after_a_retry_has_seen_the_refusal() -> None:
    client = Client()
    for _ in range(4):
        client.add("1", answer=STORING).wait(2)
    assert client.add("2").found() == {}


def test_a_client_that_has_added_nothing_since_may_be_about_to() -> None:
    assert Client().add("0").wait(1).add("1", answer=STORING).found() == {}
    assert Client().add("1", answer=STORING).wait(1).add("2", answer=BLOCKLIST).found() == {}
    assert Client().add("1", answer=STORING).wait(1).add("2", campaign="1002").found() == {}


@pytest.mark.parametrize("answer", [BLOCKLIST, TOO_MANY, told("0200020"), told("0299999")])
def test_what_is_refused_for_longer_may_be_dropped(answer: Ruling) -> None:
    assert LOST not in Client().add("1", answer=answer).wait(1).add("2").found()


def test_what_an_http_status_refused_may_have_been_stored() -> None:
    assert Client().add("1", answer=UNAVAILABLE, fault="1", status=503).wait(1).add("2").found() == {}


def test_a_body_without_called_numbers_cannot_be_lost() -> None:
    assert Client().send({"callDataList": [1]}, told("0200006"), fault="1").wait(1).add("2").found() == {}


def test_a_number_stands_for_its_text() -> None:
    numbers = {"callDataList": [{"called": [{"calledNo": 1}]}]}
    assert Client().send(numbers, told("0200006"), fault="1").wait(1).add("2").wait(1).add("1").found() == {}
