"""What some lies answer, to the letter."""

import json
from typing import Any

import pytest

from mock_isales.engine.coverage.points import POINTS
from mock_isales.engine.lies.catalogue import LIES
from tests.conformance.build import ABSENT, called, cn, number, on, record
from tests.conformance.case import HEADERS
from tests.conformance.conversation import address, send
from tests.conformance.interfaces import CN, ON, Interface
from tests.conformance.offers import setting
from tests.engine.lies.double import Answering

TWO = on(record(called("1")), record(called("2")))
REFUSED = on(record(called("x")))


def told(lie: str | None, body: bytes, to: Interface = ON) -> dict[str, Any]:
    """What a lying double answers."""
    answer: dict[str, Any] = json.loads(send(Answering(lie).world(), to, body).content)
    return answer


def entries(lie: str) -> list[dict[str, Any]]:
    """The data ids of two records, as a lying double answers them."""
    listed: list[dict[str, Any]] = told(lie, TWO)["returnObject"]["dataIdList"]
    return listed


def ids() -> list[str]:
    return [each["dataId"] for each in told(None, TWO)["returnObject"]["dataIdList"]]


def test_data_ids_are_numbers_repeated_in_another_order_or_fewer() -> None:
    first, second = ids()
    assert entries("type:ON-DATA-ID:dataId")[0] == {"called": "1", "dataId": int(first)}
    assert entries("drop:ON-DATA-ID:dataId") == [{"called": "1"}, {"called": "2"}]
    assert [each["dataId"] for each in entries("repeated:ON-DATA-ID")] == [first, first]
    assert [each["dataId"] for each in entries("order:ON-DATA-ID-LIST")] == [second, first]
    assert [each["dataId"] for each in entries("short:ON-DATA-ID-LIST")] == [first]
    assert [each["called"] for each in entries("called:ON-DATA-ID-LIST")] == ["2", "1"]
    assert told("drop:ON-DATA-ID-LIST:dataIdList", TWO)["returnObject"] == {"totalSize": 2}


@pytest.mark.parametrize(
    ("lie", "size"),
    [("type:ON-TOTAL-SIZE:totalSize", "2"), ("stale:ON-TOTAL-SIZE", 0), ("drop:ON-TOTAL-SIZE:totalSize", None)],
)
def test_the_total_size_is_a_text_stale_or_missing(lie: str, size: object) -> None:
    assert told(lie, TWO)["returnObject"].get("totalSize") == size


def test_codes_are_numbers_or_not_the_same() -> None:
    assert told("type:ON-ANSWER:resultCode", TWO)["resultCode"] == 200000
    unequal = told("unequal:ON-ANSWER:returnCode", TWO)
    assert (unequal["resultCode"], unequal["returnCode"]) == ("0200000", "0200001")


def test_what_is_accepted_fails_or_is_forgotten() -> None:
    failing = told("fails:ON-ANSWER", TWO)
    assert (failing["resultCode"], failing["returnCode"], len(failing["returnObject"]["dataIdList"])) == (
        "0200001",
        "0200001",
        2,
    )
    double = Answering("forgets:ON-ANSWER").world()
    sizes = [send(double, ON, TWO, campaign=1001).json()["returnObject"]["totalSize"] for _ in range(2)]
    assert sizes == [2, 2]


def test_what_is_refused_succeeds_with_nothing_in_it() -> None:
    assert told("succeeds:ON-ANSWER", REFUSED) == {
        "returnCode": "0200000",
        "returnObject": {"totalSize": 0, "dataIdList": []},
        "resultCode": "0200000",
        "resultDesc": "create data succeeded",
        "returnDesc": "create data succeeded",
    }
    assert told("succeeds:CN-ANSWER", cn(number(priority=9)), CN)["resultDesc"] == "create callerNo success"


def test_a_refusal_is_described_as_another_one() -> None:
    described = told("describes:ON-ANSWER", REFUSED)
    assert (described["resultCode"], described["resultDesc"]) == ("02000002", "参数长度不能大于规定长度")


def test_a_refusal_is_described_in_the_other_language() -> None:
    double = Answering("language:ON-LOCALE").world()
    headers = [{**dict(HEADERS), "locale": locale} for locale in ("zh_CN", "en_US")]
    sent = [double.request("POST", address(double, ON), headers=each, content=REFUSED) for each in headers]
    assert [each.json()["resultDesc"] for each in sent] == [
        "The parameter contains invalid characters.",
        "参数包含非法字符",
    ]
    assert told("language:ON-LOCALE", TWO)["resultDesc"] == "create data succeeded"


@pytest.mark.parametrize("lie", ["forgets:ON-ANSWER", *sorted(name for name in LIES if "ON-DATA-ID" in name)])
def test_a_lie_about_a_success_leaves_refusals_alone(lie: str) -> None:
    assert told(lie, REFUSED) == told(None, REFUSED)


@pytest.mark.parametrize("lie", ["fails:ON-ANSWER", "stale:ON-TOTAL-SIZE"])
def test_so_do_those_about_its_code_and_its_size(lie: str) -> None:
    assert told(lie, REFUSED) == told(None, REFUSED)


@pytest.mark.parametrize(
    ("lie", "body", "code"),
    [
        ("skip:CN-PRIORITY-TYPE", cn(number(priority=ABSENT)), "02000001"),
        ("skip:CN-PRIORITY-TYPE", cn(number(priority="9")), "02000007"),
        ("skip:CN-PRIORITY-TYPE", cn(number(priority="high")), "0200000"),
        ("skip:CN-CALLERNO-ENTRY-TYPE", cn(7, None), "02000001"),
        ("skip:CN-ACCESSCODE-LENGTH", cn(number(accessCode="x" * 30)), "02000002"),
        ("skip:CN-DUPLICATE", cn(number(), number()), "0200000"),
    ],
)
def test_the_checks_that_follow_a_skipped_one_hold(lie: str, body: bytes, code: str) -> None:
    assert told(lie, body, CN)["resultCode"] == code


@pytest.mark.parametrize(
    ("lie", "body", "code"),
    [
        ("skip:ON-PRIORITY-TYPE", on(record(priority=9)), "02000007"),
        ("skip:ON-PRIORITY-FORM", on(record(priority="9")), "02000007"),
        ("skip:ON-PRIORITY-FORM", on(record(priority="high")), "0200000"),
        ("skip:ON-CALLDATALIST-TYPE", b'{"callDataList": {"called": [{}]}}', "02000001"),
        ("skip:ON-CALLDATALIST-MANDATORY", b'{"callDataList": "x"}', "02000006"),
        ("skip:ON-CALLDATALIST-ENTRY-MANDATORY", b'{"callDataList": "x"}', "02000006"),
    ],
)
def test_those_of_the_other_interface_hold_too(lie: str, body: bytes, code: str) -> None:
    assert told(lie, body)["resultCode"] == code


@pytest.mark.parametrize(
    ("lie", "body", "code"),
    [
        ("skip:ON-RECYCLETIME-FORM", on(record(recycleTime=7)), "02000006"),
        ("skip:ON-RECYCLETIME-FORM", on(record(recycleTime="\0")), "02000002"),
        ("skip:ON-RECYCLETIME-FORM", on(record(recycleTime="now")), "0200000"),
        ("skip:ON-PRIORITY-FORM", b'{"callDataList": [{"called": [{"calledNo": "1"}], "priority": 1.5}]}', "02000006"),
        ("skip:ON-PRIORITY-FORM", on(record(priority="\0")), "02000002"),
        ("skip:ON-DELAYTIME-FORM", on(record(called(delayTime=7))), "02000006"),
    ],
)
def test_the_checks_before_a_skipped_one_hold_too(lie: str, body: bytes, code: str) -> None:
    assert told(lie, body)["resultCode"] == code


def test_a_clause_that_is_skipped_leaves_those_of_the_same_rule() -> None:
    body = on(record(called("1"), callData="no JSON"))
    double = Answering("skip:ON-TYPE-CONTACT-POLICY").world()
    assert send(double, ON, body, campaign=3601).json()["resultCode"] == "0200001"
    assert send(Answering(None).world(), ON, body, campaign=3601).json()["resultCode"] == "02000001"


def test_a_pace_that_is_lifted_stays_so() -> None:
    double = Answering("limit:ON-PACE:+1", setting("pace_interval", "0")).world()
    codes = [send(double, ON, on(), campaign=1001).json()["resultCode"] for _ in range(2)]
    assert codes == ["0200000", "0200000"]


@pytest.mark.parametrize("lie", ["type:ON-ANSWER:resultCode", "describes:ON-ANSWER", "unequal:ON-ANSWER:resultCode"])
def test_a_lie_has_to_do_with_codes_of_no_document(lie: str) -> None:
    double = Answering(lie).world()
    send(double, ON, on())
    fault = {"answer": {"code": "x"}, "off_contract": True}
    made = double.client.post(f"{str(double.url).replace('/w/', '/_mock/worlds/')}/faults", json=fault)
    assert made.status_code == 201, made.text
    assert send(double, ON, on()).status_code == 200


@pytest.mark.parametrize(
    ("lie", "point"),
    [
        ("skip:ON-PACE", "ON-PACE"),
        ("code:ON-STORING", "ON-STORING"),
        ("limit:ON-PACE:+1", "ON-PACE:at"),
        ("limit:ON-PACE:-1", "ON-PACE"),
        ("limit:ON-CAP:+1", "ON-CAP"),
        ("limit:ON-CAP:-1", "ON-CAP:at"),
        ("limit:ON-CALLDATALIST-COUNT:+1", "ON-CALLDATALIST-COUNT"),
        ("limit:ON-CALLDATALIST-COUNT:-1", "ON-CALLDATALIST-COUNT:at"),
        ("limit:ON-CALLEDNO-LENGTH:-1", "ON-CALLEDNO-LENGTH:24"),
        ("limit:ON-VDNID-RANGE:low+1", "ON-VDNID-RANGE:1"),
        ("limit:ON-VDNID-RANGE:low-1", "ON-VDNID-RANGE"),
        ("limit:ON-VDNID-RANGE:high-1", "ON-VDNID-RANGE:9999"),
        ("limit:ON-DELAYTIME-RANGE:low+1", "ON-DELAYTIME-RANGE:0"),
        ("limit:ON-BODY-SIZE:-1", "ON-BODY-SIZE"),
        ("unequal:ON-ANSWER:resultCode", ""),
    ],
)
def test_a_lie_names_the_point_of_coverage_whose_calls_meet_it(lie: str, point: str) -> None:
    assert LIES[lie].point == point


def test_all_points_that_lies_name_are_points() -> None:
    assert {lie.point for lie in LIES.values()} - {""} <= {*POINTS}
    assert {lie.name.partition(":")[0] for lie in LIES.values() if lie.point} == {"skip", "limit", "code"}
