"""What is explained of calls of which little is kept, or which are long."""

import json
from typing import Any

import pytest

from mock_isales.contract.readings import Readings
from mock_isales.contract.service import ServiceSettings, Terms
from mock_isales.contract.text import Language
from mock_isales.engine.explaining.explaining import explained
from mock_isales.engine.explaining.flipping import Facts
from mock_isales.engine.explaining.forms import Explanation
from mock_isales.engine.explaining.subjects import Found, Subject
from mock_isales.engine.journal.entries import Entry, Ruling, SignatureRuling
from tests.engine.journal.calls import call, sent

TERMS = Terms(Readings(), ServiceSettings())
LONG = 70_000


def told(entry: Entry, terms: Terms = TERMS, **found: Any) -> Explanation:  # noqa: ANN401 - as Found has it
    explanation = explained(Subject(entry, terms, "present", Found(**found)), Language.ENGLISH)
    assert str(explanation)
    assert str(explained(Subject(entry, terms, "off", Found(**found)), Language.CHINESE))
    return explanation


def refused(clause: str, field: str, value: object, body: object, **more: Any) -> Entry:  # noqa: ANN401
    fields = {"decision": Ruling("0200001", clause, field, value), "terms": TERMS, **more}
    return call(body=body, **fields) if isinstance(body, bytes) else sent(body, **fields)


def advice(explanation: Explanation) -> str:
    assert explanation.advice is not None
    return " ".join(explanation.advice.sentences)


def records(*numbers: str, **fields: object) -> dict[str, Any]:
    return {"callDataList": [{"called": [{"calledNo": number} for number in numbers], **fields}]}


def would(explanation: Explanation) -> dict[str, str]:
    return {each.value: each.would for reading in explanation.readings for each in reading.alternatives}


def test_a_long_body_is_not_read_again() -> None:
    entry = refused("ON-CALLEDNO-TYPE", "callDataList[1].called[0].calledNo", 5, b" " * LONG)
    explanation = told(entry)
    assert explanation.notes[0].startswith("The body has more than 65,536 bytes")
    assert explanation.advice is not None
    assert explanation.advice.value == "5"
    assert would(explanation) == {"coerce": "unknown"}
    assert explanation.checks is not None
    assert explanation.checks.entries[0] == "Entry 1 of callDataList is fine as a whole."


def test_of_a_long_value_the_beginning_is_told() -> None:
    explanation = told(refused("ON-CALLEDNO-LENGTH", "callDataList[0].called[0].calledNo", "1" * LONG, b" " * LONG))
    assert explanation.clause is not None
    assert explanation.clause.value is not None
    assert len(explanation.clause.value) < 200
    assert explanation.advice is not None
    assert explanation.advice.value == "88888888"


@pytest.mark.parametrize(
    ("kept", "value"), [(True, "true"), (1.5, "1.5"), ({"a": [1]}, '{"a":[1]}'), (None, None), ("x", '"x"')]
)
def test_a_kept_value_stands_in_for_one_that_cannot_be_read_again(kept: object, value: str | None) -> None:
    explanation = told(refused("ON-CALLDATALIST-TYPE", "callDataList", kept, b" " * LONG))
    assert explanation.clause is not None
    assert explanation.clause.value == value


def test_the_pace_is_told_even_if_nobody_knows_how_long_it_has_lasted() -> None:
    assert advice(told(refused("ON-PACE", "", None, records("1")))).startswith("Leave at least 1 s between")


@pytest.mark.parametrize(
    ("value", "body", "says"),
    [
        ("200005 incomplete numbers", records("1", "2", "3", "4", "5", "6"), "Send at most 1 called numbers"),
        ("200005 incomplete numbers", b" " * LONG, "No more fit"),
        (None, records("1"), "No more fit"),
    ],
)
def test_what_still_fits_under_the_cap_is_told(value: object, body: object, says: str) -> None:
    terms = Terms(Readings(cap_counts="number"), ServiceSettings())
    assert advice(told(refused("ON-CAP", "callDataList", value, body, terms=terms), terms)).startswith(says)


@pytest.mark.parametrize("value", ["1005 calling numbers", None])
def test_a_campaign_full_of_calling_numbers_takes_no_new_one(value: object) -> None:
    body = {"callerNo": [{"accessCode": "1", "priority": 1}]}
    entry = refused("CN-TOTAL", "callerNo", value, body, operation="add_calling_numbers")
    assert "takes no new calling numbers" in advice(told(entry))


def test_a_duplicate_calling_number_is_told_without_the_body_too() -> None:
    entry = refused("CN-DUPLICATE", "callerNo[1].accessCode", "1", b" " * LONG, operation="add_calling_numbers")
    assert advice(told(entry)) == "Leave out callerNo[1].accessCode: 1"


def test_a_number_is_looked_for_in_what_is_there() -> None:
    body = {"callerNo": [1, {"accessCode": "2"}]}
    entry = refused("CN-DUPLICATE", "callerNo[1].accessCode", "1", body, operation="add_calling_numbers")
    assert advice(told(entry)) == "Leave out callerNo[1].accessCode: 1"


def test_a_duplicate_is_told_without_the_body_too() -> None:
    place = "callDataList[1].called[0].calledNo"
    explanation = told(refused("ON-DUPLICATE", place, "1", b" " * LONG))
    assert advice(explanation) == f"Leave out {place}: 1"
    assert would(explanation) == {"call": "unknown", "campaign": "unknown", "separate": "unknown"}


def test_a_duplicate_within_one_record_is_not_two_customers() -> None:
    body = records("1", "1")
    body["callDataList"] = [*body["callDataList"], {"called": 5}, 5]
    explanation = told(refused("ON-DUPLICATE", "callDataList[0].called[1].calledNo", "1", body))
    assert advice(explanation).endswith("stands at callDataList[0].called[0].calledNo already.")


def test_a_number_that_stands_nowhere_else_is_just_left_out() -> None:
    body = {"callDataList": [{"called": 5}, *records("2")["callDataList"]]}
    explanation = told(refused("ON-DUPLICATE", "callDataList[2].called[0].calledNo", "1", body))
    assert advice(explanation) == "Leave out callDataList[2].called[0].calledNo: 1"


def test_another_reading_of_duplicates_may_let_them_pass() -> None:
    body = {
        "callDataList": [*records("1", sessionId="a")["callDataList"], *records("1", sessionId="b")["callDataList"]]
    }
    terms = Terms(Readings(duplicate_scope="call"), ServiceSettings())
    entry = refused("ON-DUPLICATE", "callDataList[1].called[0].calledNo", "1", body, terms=terms)
    assert would(told(entry, terms)) == {"session": "passes", "campaign": "same", "separate": "same"}


def test_call_data_that_is_escaped_once_more_passes_by_one_reading() -> None:
    terms = Terms(Readings(ivr_call_data="json"), ServiceSettings())
    place = "callDataList[0].callData"
    escaped = r"{\"a\": 1}"
    entry = refused("ON-CALLDATA-JSON", place, escaped, records("1", callData=escaped), terms=terms)
    assert would(told(entry, terms)) == {"json_or_escaped": "passes"}
    unread = refused("ON-CALLDATA-JSON", place, "x" * 1024, b" " * LONG, terms=terms)
    explanation = told(unread, terms)
    assert would(explanation) == {"json_or_escaped": "unknown"}
    assert explanation.advice is not None
    assert explanation.advice.value == "{}"


def test_another_reading_may_meet_another_clause() -> None:
    terms = Terms(Readings(content_type="fixed"), ServiceSettings())
    entry = refused(
        "ON-CONTENT-TYPE",
        "Content-Type",
        "application/json",
        {},
        terms=terms,
        head=b"content-type: application/json\r\n",
    )
    explanation = told(entry, terms)
    assert would(explanation) == {"json": "other"}
    assert explanation.readings[0].alternatives[0].clause == "ON-CALLDATALIST-MANDATORY"
    broken = refused("ON-CONTENT-TYPE", "Content-Type", "application/json", b"{", terms=terms, head=entry.head)
    assert told(broken, terms).readings[0].alternatives[0].clause == "ON-BODY-JSON"


def test_a_number_that_no_vdn_was_provisioned_with() -> None:
    body = {"callerNo": [{"accessCode": "1", "priority": 1}]}
    entry = refused("CN-PROVISIONED", "callerNo[0].accessCode", "1", body, operation="add_calling_numbers")
    assert "VDN 1 has no provisioned calling number now" in advice(told(entry, provisioned=[]))
    assert "provisioned" not in advice(told(entry))


def test_a_clause_of_an_address_that_is_not_documented_is_just_shown() -> None:
    explanation = told(refused("ON-CALLEDNO-TYPE", "x", 5, {}, operation=None))
    assert explanation.clause is not None
    assert explanation.clause.part == "call"
    assert explanation.advice is None
    assert would(explanation) == {"coerce": "unknown"}


@pytest.mark.parametrize("clause", ["ON-OF-ANOTHER-VERSION", "ON-ANSWER"])
def test_a_clause_that_is_not_known_is_named(clause: str) -> None:
    explanation = told(refused(clause, "", None, {}))
    assert (explanation.outcome, explanation.advice) == ("refused", None)
    assert clause in explanation.summary


def test_a_decision_without_a_reason_is_told_as_such() -> None:
    explanation = told(call(decision=Ruling("0299999")))
    assert explanation.summary == "Why it was answered so is not kept."
    assert explanation.checks is None


def test_a_problem_of_the_server_is_none_of_the_calls() -> None:
    explanation = told(call(decision=None, operation=None, status=503))
    assert (explanation.outcome, explanation.answered.sentence) == ("undocumented", "Service Unavailable")
    assert "not about what was sent" in advice(explanation)


@pytest.mark.parametrize(
    ("body", "answer", "stored"),
    [
        (b" " * LONG, b"{}", "what it asked for is stored."),
        (records("1"), b"x", "1 record with 1 called number stored as incomplete."),
        (records("1"), b"[]", "1 record with 1 called number stored as incomplete."),
        (records("1"), b" " * LONG, "1 record with 1 called number stored as incomplete."),
        (records("1"), json.dumps({"returnObject": {"totalSize": 7}}).encode(), "totalSize is 7."),
    ],
)
def test_what_was_stored_is_told_as_far_as_it_is_known(body: object, answer: bytes, stored: str) -> None:
    entry = call(body=body, answer=answer) if isinstance(body, bytes) else sent(body, answer=answer)
    assert told(entry).summary.endswith(stored)


def test_many_departures_are_told_in_part() -> None:
    explanation = told(sent({**records("1"), **{f"x{index}": 1 for index in range(9)}}))
    assert len(explanation.departures) == 9
    assert "… and 4 more." in str(explanation)


def test_a_fault_that_is_gone_is_told_as_such() -> None:
    explanation = told(call(fault="3"))
    assert explanation.fault is not None
    assert (explanation.fault.settings, explanation.fault.done) == (None, True)
    assert explanation.fault.sentences[:2] == [
        "The fault is no longer set in the world.",
        "The answer came later than it would have.",
    ]


@pytest.mark.parametrize("transport", ["reset", "empty", "garbage", "cut"])
def test_before_a_call_is_sent_again_whose_answer_was_lost_it_is_looked_for(transport: str) -> None:
    explanation = told(call(fault="3", transport=transport))
    assert explanation.fault is not None
    assert any("before sending it again, find out whether it is stored" in each for each in explanation.fault.sentences)


@pytest.mark.parametrize("transport", ["drip", None])
def test_a_call_whose_answer_arrived_is_not_looked_for(transport: str | None) -> None:
    explanation = told(call(fault="3", transport=transport))
    assert explanation.fault is not None
    assert not any("before sending it again" in each for each in explanation.fault.sentences)


def test_an_undocumented_code_of_a_fault_is_told_as_such() -> None:
    explanation = told(call(fault="3", decision=Ruling("0299999")))
    assert explanation.fault is not None
    assert explanation.fault.sentences[1:] == [
        "It answered 0299999, which is not documented.",
        "Nothing of the call was done.",
        "What the contract says of the call is not known: the database did not tell.",
    ]


def test_a_fault_without_a_decision_did_nothing() -> None:
    explanation = told(call(fault="3", decision=None, status=0, transport="reset"))
    assert explanation.fault is not None
    assert not explanation.fault.done
    assert explanation.answered.sentence == "No answer."


def test_a_mistake_of_another_version_is_told_in_its_own_words() -> None:
    signature = SignatureRuling("signature", "It is wrong.", (), (("new", "It did so.", "Do it otherwise."),))
    entry = refused("ON-SIGNATURE", "Authorization", "signature", {}, signature=signature)
    explanation = explained(Subject(entry, TERMS, "c2"), Language.CHINESE)
    assert explanation.signature is not None
    assert explanation.signature.mistakes[0].sentence == "It did so."
    assert advice(explanation) == "Do it otherwise."


def test_a_token_without_its_ruling_is_refused_without_advice() -> None:
    assert advice(told(refused("ON-SIGNATURE", "Authorization", "signature", {}))) == ""
    unknown = SignatureRuling("of another version", "It is wrong.")
    assert advice(told(refused("ON-SIGNATURE", "Authorization", "x", {}, signature=unknown))) == ""


def test_a_server_that_verifies_asks_to_sign() -> None:
    entry = refused("ON-AUTHORIZATION", "Authorization", None, {})
    assert "sign the call" in advice(explained(Subject(entry, TERMS, "c2"), Language.ENGLISH))


def test_what_is_not_asked_for_has_not_held() -> None:
    checks = {auth: explained(Subject(call(), TERMS, auth), Language.ENGLISH).checks for auth in ("off", "c2")}
    assert [each and each.not_asked for each in checks.values()] == [["ON-AUTHORIZATION", "ON-SIGNATURE"], []]


def test_a_body_whose_break_cannot_be_found_has_no_place() -> None:
    assert (
        advice(told(refused("ON-BODY-JSON", "", "nested too deep", b"[" * LONG)))
        == "Brackets are nested deeper than 100."
    )


def test_many_entries_that_were_not_looked_at_are_told_at_once() -> None:
    body = {"callDataList": [5, *records("1", "2")["callDataList"], 5]}
    checks = told(refused("ON-CALLDATALIST-ENTRY-TYPE", "callDataList[0]", 5, body)).checks
    assert checks is not None
    assert checks.entries == ["Entries 2 to 3 of callDataList were not looked at any more."]


def test_a_clause_about_another_field_has_no_advice() -> None:
    assert told(refused("ON-SESSIONID-TYPE", "batchId", 5, {})).advice is None


def test_nobody_asks_a_refused_call_for_a_blocklist() -> None:
    assert Facts(Subject(call(), TERMS)).blocklisted(["1"]) == ()


def test_many_entries_behind_a_rule_are_told_at_once() -> None:
    body = {"callDataList": [{"called": [{"calledNo": number}]} for number in "1123"]}
    checks = told(refused("ON-DUPLICATE", "callDataList[1].called[0].calledNo", "1", body)).checks
    assert checks is not None
    assert checks.entries == [
        "By this clause, entry 1 of callDataList is fine.",
        "Entries 3 to 4 of callDataList may depart from this clause, too.",
    ]


@pytest.mark.parametrize(
    ("sent_as", "sentences", "value"),
    [
        ("+86 139", 2, "86139"),
        ("139", 1, "139"),
    ],
)
def test_a_misnamed_field_must_pass_under_its_right_name_too(sent_as: str, sentences: int, value: str) -> None:
    body = {"callDataList": [{"called": [{"calledno": sent_as}]}]}
    explanation = told(refused("ON-CALLEDNO-MANDATORY", "callDataList[0].called[0].calledNo", None, body))
    assert explanation.advice is not None
    assert (len(explanation.advice.sentences), explanation.advice.value) == (sentences, value)
    assert explanation.advice.sentences[0].startswith("Rename calledno to calledNo")
