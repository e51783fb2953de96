"""The report as a whole."""

import json

import pytest

from mock_isales.contract.catalogue import CLAUSES
from mock_isales.contract.readings import Readings
from mock_isales.contract.service import ServiceSettings, Terms
from mock_isales.contract.text import Language
from mock_isales.engine.journal.entries import Ruling
from mock_isales.engine.report.kinds import KINDS
from mock_isales.engine.report.making import report_of
from tests.engine.report.clients import BLOCKLIST, PACE, STORING, UNAVAILABLE, Client, told

ALL = [
    "under_pace",
    "pace_refusal_retried_at_once",
    "permanent_refusal_retried",
    "success_assumed_after_refusal",
    "same_body_twice",
    "too_many_in_a_call",
    "small_batches",
    "missing_charset",
    "unknown_field",
]


def careless() -> Client:
    """A client that does everything wrong."""
    client = Client()
    for number in range(5):
        client.wait(1).add(f"1{number}", head=b"content-type: application/json\r\n")
    client.add("2", answer=PACE).add("2", answer=PACE)
    client.wait(1).add("3", answer=BLOCKLIST).wait(1).add("3", answer=BLOCKLIST)
    client.wait(1).add("4", answer=STORING).wait(1).send({"callDataList": [], "x": 1}).wait(1)
    client.send({"callDataList": [], "x": 1})
    return client.send({}, Ruling("0200029", "ON-CALLDATALIST-COUNT"))


def test_all_kinds_are_found_in_their_order() -> None:
    assert [kind.name for kind in KINDS] == ALL
    assert list(careless().found()) == ALL


@pytest.mark.parametrize("language", Language)
def test_all_that_is_said_is_said_in_a_language(language: Language) -> None:
    report = careless().report(language=language)
    assert report.language == language.value
    for each in report.findings:
        texts = [each.text, each.asked, each.advice]
        assert [text.isascii() for text in texts] == [language is Language.ENGLISH] * 3
        assert all(text.strip() == text for text in texts)


def test_the_sentences_of_clauses_are_their_own() -> None:
    for each in careless().report(language=Language.CHINESE).findings:
        assert each.asked == CLAUSES[each.clauses[0]].sentence.chinese if each.clauses else each.asked


def test_chinese_sentences_begin_with_the_number_of_calls() -> None:
    finding = Client().add("1").add("2", answer=PACE).wait(1).add("2").only(language=Language.CHINESE)
    assert finding.text == "1次对VDN 1的外呼活动1001的调用，距前一次不足1秒。"
    assert finding.asked == "同一外呼活动的接口调用间隔不小于1秒。"


def test_a_report_says_what_it_was_made_of() -> None:
    client = Client().add("1", answer=told("0200006"), fault="1").wait(1).add("1", answer=told("0200006"), fault="1")
    client.wait(1).add("1", fault="2").wait(1).add("2", answer=UNAVAILABLE, fault="3", status=503)
    report = client.report(dropped=7)
    assert (report.world, report.calls, report.dropped, report.unread) == ("w1", 4, 7, 0)
    assert [each.model_dump() for each in report.injected] == [
        {"fault": "1", "result_code": "0200006", "status": 200, "calls": 2},
        {"fault": "2", "result_code": "0200000", "status": 200, "calls": 1},
        {"fault": "3", "result_code": None, "status": 503, "calls": 1},
    ]


def test_nothing_was_done_by_nobody() -> None:
    report = Client().report()
    assert (report.calls, report.findings, report.fails, report.left_out) == (0, [], False, 0)


def test_notes_alone_fail_nobody() -> None:
    assert not Client().send({"zzz": 1}).report().fails
    assert Client().send({"zzz": 1, "batchid": 1}).report().fails


def test_the_first_twenty_calls_of_a_finding_are_named() -> None:
    client = Client()
    for _ in range(30):
        client.add("1", answer=BLOCKLIST)
    calls = client.only().calls
    assert (calls.total, calls.first) == (29, list(range(2, 22)))


def test_what_there_is_no_room_for_is_counted() -> None:
    client = Client()
    for number in range(60):
        client.send({}, Ruling("0200029", "ON-CALLDATALIST-COUNT"), campaign=str(number), fault=str(number))
        client.send(b"", told("0200006"), fault=f"{number}x")
    report = client.report()
    assert (len(report.findings), report.left_out, len(report.injected)) == (50, 10, 100)


def test_long_and_odd_addresses_are_shown_shortly() -> None:
    finding = Client().add("1", vdn="\x1b" * 99, campaign="9" * 99).wait(1).add("1", vdn="\x1b" * 99, campaign="9" * 99)
    place = finding.only().place
    assert place.isprintable()
    assert place.endswith("9" * 24 + "…")


def test_a_report_is_made_in_slices() -> None:
    """The work between two turns of others is that of a few dozen calls, or of one with a large body."""
    client = Client()
    for number in range(700):
        client.add(str(number), answer=told("0200006"), fault="1")
    body = json.dumps({"callDataList": [{"called": [{"calledNo": "x" * 70_000}]}]}).encode()
    client.wait(5).send(body).send(body)
    slices = list(_slices(client))
    assert len(slices) >= 700 // 32 + 2 + 700 // 50


def _slices(client: Client) -> list[None]:
    terms = Terms(Readings(), ServiceSettings())
    return list(report_of(client.entries, terms, world="w", dropped=0, language=Language.ENGLISH))
