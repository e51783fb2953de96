"""What an answer must be, to the letter: an envelope of the documents or, outside of them, an RFC 9457 problem."""

import json
import re
from typing import Any

import httpx

from tests.conformance.case import Case
from tests.conformance.interfaces import ON, Interface
from tests.conformance.sentences import PARAMETER_ERROR, SUCCESS, Language, sentence

Envelope = dict[str, Any]  # Any: an answer is judged here, not trusted

ENVELOPE_TYPE = "application/json; charset=UTF-8"
PROBLEM_TYPE = "application/problem+json"
HEADERS_OF_STATUS = {401: ("WWW-Authenticate", "auth-v2"), 405: ("Allow", "POST")}
NEVER_RAISED = {
    "CN": {"02000004", "02000005", "02000009", "02000010"},
    "ON": {"02000004", "02000005", "02000009", "02000010", "02000011"},
}
CHINESE_CHARACTER = re.compile("[\u4e00-\u9fff]")


def check(case: Case, response: httpx.Response, language: Language) -> None:
    if case.status != 200:
        check_problem(response, case.status)
    elif case.code == SUCCESS:
        check_success(case, response)
    else:
        check_refusal(case, response, language)


def envelope(response: httpx.Response) -> Envelope:
    """The answer's body, once it has the outside of a documented envelope."""
    assert response.status_code == 200, response.text
    assert response.headers["Content-Type"] == ENVELOPE_TYPE
    body = json.loads(response.content.decode("utf-8", errors="strict"))
    assert isinstance(body, dict)
    assert body["resultCode"] == body["returnCode"]
    assert body["resultDesc"] == body["returnDesc"]
    return body


def check_code(to: Interface, response: httpx.Response, code: str) -> None:
    body = envelope(response)
    assert body["resultCode"] == code, body
    assert tuple(body) == (to.success_keys if code == SUCCESS else to.refusal_keys)


def check_refusal(case: Case, response: httpx.Response, language: Language) -> None:
    body = envelope(response)
    assert body["resultCode"] == case.code, body
    assert tuple(body) == (ON.success_keys if case.null_return_object else case.to.refusal_keys)
    if case.null_return_object:
        assert body["returnObject"] is None
    expected = sentence(case.code, language)
    if case.code == PARAMETER_ERROR:
        check_detail(body["resultDesc"], expected, case.detail, language)
        if case.detail_of:
            assert body["resultDesc"] == f"{expected} {sentence(case.detail_of, language)}"
    else:
        assert body["resultDesc"] == expected
    assert json.dumps(expected, ensure_ascii=False).strip('"').encode() in response.content


def check_detail(description: str, expected: str, named: str, language: Language) -> None:
    assert description.startswith(f"{expected} ")
    detail = description.removeprefix(f"{expected} ")
    assert detail == detail.strip() != ""
    assert named in detail
    assert bool(CHINESE_CHARACTER.search(detail)) is (language == "zh"), detail


def check_success(case: Case, response: httpx.Response) -> None:
    body = envelope(response)
    assert body["resultCode"] == SUCCESS, body
    assert body["resultDesc"] == case.to.success_text
    assert tuple(body) == case.to.success_keys
    if case.to is ON:
        check_return_object(case, body["returnObject"])


def check_return_object(case: Case, returned: Envelope) -> None:
    assert tuple(returned) == ("totalSize", case.list_key)
    assert type(returned["totalSize"]) is int
    identifiers = [entry["dataId"] for entry in returned[case.list_key]]
    assert all(tuple(entry) == ("called", "dataId") for entry in returned[case.list_key])
    assert all(re.fullmatch("[1-9][0-9]{18}", identifier) for identifier in identifiers), identifiers
    assert identifiers == sorted(set(identifiers))
    if case.total_size is not None:
        assert returned["totalSize"] == case.total_size
    if case.called is not None:
        assert tuple(entry["called"] for entry in returned[case.list_key]) == case.called


def check_any(to: Interface, response: httpx.Response) -> None:
    """Whatever was sent: an envelope with a code that a rule of this interface raises, or a problem below 500."""
    if response.status_code != 200:
        assert 400 <= response.status_code < 500, response.text
        check_problem(response, response.status_code)
        return
    body = envelope(response)
    code = body["resultCode"]
    assert tuple(body) == (to.success_keys if code == SUCCESS else to.refusal_keys)
    if code == SUCCESS:
        assert body["resultDesc"] == to.success_text
        return
    assert code in to.codes - NEVER_RAISED[to.name]
    sentences = (sentence(code, "zh"), sentence(code, "en"))
    assert body["resultDesc"].startswith(sentences) if code == PARAMETER_ERROR else body["resultDesc"] in sentences


def check_problem(response: httpx.Response, status: int) -> None:
    assert response.status_code == status, response.text
    assert response.headers["Content-Type"] == PROBLEM_TYPE
    if status in HEADERS_OF_STATUS:
        name, value = HEADERS_OF_STATUS[status]
        assert response.headers[name] == value
    if response.request.method != "HEAD":
        check_problem_body(json.loads(response.content), status)


def check_problem_body(body: Envelope, status: int) -> None:
    assert {"type", "title", "status", "detail"} <= set(body)
    assert body["status"] == status
    for name in ("type", "title", "detail"):
        assert isinstance(body[name], str)
        assert body[name]
