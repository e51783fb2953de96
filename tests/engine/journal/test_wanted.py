"""Filters of a journal."""

import json
from typing import Any, get_args

import pytest
from pydantic import ValidationError

from mock_isales.contract.catalogue import INTERFACES
from mock_isales.engine.journal.entries import Entry, Ruling
from mock_isales.engine.journal.wanted import CHECKS, Operation, Wanted
from tests.engine.journal.calls import ANY, call, sent

REFUSED = Ruling("0200022", "ON-PACE", "", None)


def wants(entry: Entry, **said: Any) -> bool:  # noqa: ANN401 - the fields of Wanted
    """Whether an entry is wanted: by what is said, and by whom goes through many."""
    wanted = Wanted(**said)
    assert list(wanted.among([entry])) == [entry] * wanted.matches(entry)
    return wanted.matches(entry)


def records(*records: object) -> Entry:
    return sent({"callDataList": list(records)})


def test_each_filter_has_its_check() -> None:
    assert CHECKS.keys() == Wanted.model_fields.keys()


def test_the_operations_are_those_of_the_catalogue() -> None:
    assert set(get_args(Operation)) == {interface.operation for interface in INTERFACES}


def test_who_wants_nothing_in_particular_gets_all() -> None:
    assert wants(call())
    assert wants(call(operation=None, vdn=None, campaign=None, decision=None, body=b"\xff"))


@pytest.mark.parametrize(
    ("said", "fitting", "other"),
    [
        ({"operation": "add_calling_numbers"}, {"operation": "add_calling_numbers"}, {"operation": None}),
        ({"vdn": 12}, {"vdn": "12"}, {"vdn": "1"}),
        ({"vdn": 12}, {"vdn": "0012"}, {"vdn": "120"}),
        ({"campaign": 1}, {"campaign": "1"}, {"campaign": None}),
        ({"campaign": -7}, {"campaign": "-07"}, {"campaign": "07"}),
        ({"campaign": 7}, {"campaign": "07"}, {"campaign": "-07"}),
        ({"campaign": 0}, {"campaign": "-00"}, {"campaign": "0x"}),
        pytest.param({"campaign": 10**50}, {"campaign": f"{10**50:05000}"}, {"campaign": "0" * 5000}, id="zeros"),
        ({"result_code": "0200022"}, {"decision": REFUSED}, {}),
        ({"result_code": "0200022"}, {"decision": REFUSED}, {"decision": None}),
        ({"clause": "ON-PACE"}, {"decision": REFUSED}, {}),
        ({"clause": "ON-PACE"}, {"decision": REFUSED}, {"decision": None}),
        ({"status": 404}, {"status": 404}, {"status": 405}),
        ({"fault": "2"}, {"fault": "2"}, {"fault": None}),
        ({"vdn": 1, "fault": "2"}, {"fault": "2"}, {"fault": "2", "vdn": "2"}),
    ],
)
def test_a_filter_lets_pass_what_fits(said: dict[str, Any], fitting: dict[str, Any], other: dict[str, Any]) -> None:
    assert wants(call(**fitting), **said)
    assert not wants(call(**other), **said)


def test_times_are_inclusive_and_to_the_microsecond() -> None:
    said = {"since": "2026-11-21T13:00:00.000001+01:00", "until": "2026-11-21T12:00:00.000002Z"}
    seen = [wants(call(at=1_795_262_400_000_000 + offset), **said) for offset in range(4)]
    assert seen == [False, True, True, False]


@pytest.mark.parametrize(
    "said",
    [
        {"operation": "add_x"},
        {"vdn": "1"},
        {"vdn": True},
        {"since": "2026-11-21T12:00:00"},
        {"since": 5},
        {"x": 1},
    ],
)
def test_what_is_no_filter_is_refused(said: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Wanted.model_validate(said)


def test_a_session_is_one_of_the_records() -> None:
    entry = records({"sessionId": "s1"}, {"sessionId": "s2", "customField": "s3"}, {"session": "s4"})
    assert [wants(entry, session=session) for session in ("s1", "s2", "s3", "s4", "s")] == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_a_called_number_is_any_one_of_any_record() -> None:
    entry = records(
        {"called": [{"calledNo": "1"}]}, {"called": [{"calledNo": "22"}, {"calledNo": "3*#"}], "caller": "5"}
    )
    seen = [wants(entry, called_number=number) for number in ("1", "22", "3*#", "2", "5")]
    assert seen == [True, True, True, False, False]


@pytest.mark.parametrize("session", ["plain", "号😀é", 'quo"te', "back\\slash", "sla/sh", "new\nline", "\x7f", ""])
@pytest.mark.parametrize("escaped", [True, False])
def test_a_text_is_found_however_it_is_escaped(session: str, escaped: bool) -> None:  # noqa: FBT001 - a parameter
    body = json.dumps({"callDataList": [{"sessionId": session}]}, ensure_ascii=escaped).encode()
    assert wants(call(body=body), session=session)
    assert not wants(call(body=body), session=f"{session}!")


@pytest.mark.parametrize("written", [rb"\u0031\u0033", rb"1\u0033", rb"\u00313", rb"13"])
def test_plain_characters_may_be_escaped_too(written: bytes) -> None:
    body = b'{"callDataList":[{"sessionId":"%b","called":[{"calledNo":"%b"}]}]}' % (written, written)
    assert wants(call(body=body), session="13")
    assert wants(call(body=body), called_number="13")
    assert not wants(call(body=body), session=r"\u0031")


def test_a_slash_may_be_escaped() -> None:
    assert wants(call(body=rb'{"callDataList":[{"sessionId":"a\/b"}]}'), session="a/b")


@pytest.mark.parametrize(
    ("written", "text"),
    [(b"138", "138"), (b"1.50", "1.50"), pytest.param(b"9" * 5000, "9" * 5000, id="huge"), (b"-1e3", "-1e3")],
)
def test_a_number_is_found_by_its_text(written: bytes, text: str) -> None:
    body = b'{"callDataList":[{"sessionId":%b,"called":[{"calledNo":%b}]}]}' % (written, written)
    assert wants(call(body=body), session=text)
    assert wants(call(body=body), called_number=text)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"x",
        b"{",
        b"\xff",
        b"1",
        b"[1]",
        b"null",
        b'{"callDataList":1}',
        b'{"callDataList":[1]}',
        b'{"callDataList":{"sessionId":"1","called":[{"calledNo":"1"}]}}',
        b'{"callDataList":[{"sessionId":["1"],"called":"1"}]}',
        b'{"callDataList":[{"sessionId":null,"called":[null,"1",{"calledNo":["1"]}]}]}',
        b'{"callDataList":[{"sessionId":true,"called":[{"calledNo":false}]}],"x":1}',
        b'{"callDataList":[{"sessionId":"1","called":[{"calledNo":"1"}]}],"x":NaN}',
        b'{"callDataList":[{"sessionId":"1","called":[{"calledNo":"1"}]}],"x":"\\ud800"}',
        b'\xef\xbb\xbf{"callDataList":[{"sessionId":"1","called":[{"calledNo":"1"}]}]}',
        b'{"callDataList":[{"sessionId":"1","called":[{"calledNo":"1"}]}],"callDataList":[]}',
    ],
)
def test_a_body_of_another_kind_holds_no_session_and_no_called_number(body: bytes) -> None:
    assert not wants(call(body=body), session="1")
    assert not wants(call(body=body), called_number="1")


@pytest.mark.parametrize("body", [b"{}", b'{"callDataList":[{"sessionId":"\\ud800"}]}', b'{"x":"\xed\xa0\x80"}'])
def test_no_body_holds_half_a_character(body: bytes) -> None:
    assert not wants(call(body=body), session="\ud800")
    assert not wants(call(body=body), result_code="\ud800")


def test_a_wanted_text_stays_as_it_is_said() -> None:
    assert ANY.model_dump(exclude_none=True) == {}
    assert Wanted(session=" a ").session == " a "


@pytest.mark.parametrize(
    ("clause", "meant"),
    [("ON-PASE", "did you mean ON-PACE?"), ("?", "a refusal's entry says the ids of clauses")],
)
def test_a_clause_that_there_is_not_is_refused(clause: str, meant: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Wanted(clause=clause)
    (error,) = caught.value.errors()
    assert (error["loc"], error["msg"]) == (("clause",), f"there is no such clause; {meant}")
