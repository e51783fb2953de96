"""What the demo's client makes of answers, whatever they are."""

import socket
from random import Random

import httpx
import pytest

from mock_isales.demo.caller import Answered, Caller, Gone
from mock_isales.demo.mistakes import nobody, nothing

CALL = nothing(Random(1))


def made(answer: httpx.Response | Exception) -> Answered:
    """What a call is told that is answered so."""

    def handle(_: httpx.Request) -> httpx.Response:
        if isinstance(answer, Exception):
            raise answer
        return answer

    with Caller("http://localhost", transport=httpx.MockTransport(handle)) as caller:
        return caller.make(CALL)


@pytest.mark.parametrize(
    ("answer", "code", "sentence"),
    [
        (httpx.Response(200, json={"resultCode": "0200000", "resultDesc": "x"}), "0200000", "x"),
        (httpx.Response(200, json={"resultCode": "0299999"}), "0299999", "OK"),
        (httpx.Response(401, json={"title": "Unauthorized"}), "401", "Unauthorized"),
        (httpx.Response(502, text="<html>"), "502", "Bad Gateway"),
        (httpx.Response(200, json=["resultCode"]), "200", "OK"),
        (httpx.Response(200, content=b"\xff"), "200", "OK"),
        (httpx.ReadTimeout("slow"), "", "No answer in time."),
        (httpx.ReadError("reset"), "", "No answer: the connection broke."),
        (httpx.RemoteProtocolError("garbage"), "", "No answer: the connection broke."),
    ],
)
def test_an_answer_is_told_by_its_code_and_its_sentence(
    answer: httpx.Response | Exception, code: str, sentence: str
) -> None:
    assert made(answer) == (code, sentence)


def test_a_lost_answer_is_no_success() -> None:
    assert made(httpx.ReadError("reset")).is_lost
    assert not made(httpx.ReadError("reset")).is_success


def test_that_nobody_listens_any_more_is_said() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with Caller(f"http://127.0.0.1:{port}") as caller, pytest.raises(Gone):
        caller.make(CALL)


def test_a_call_goes_out_as_it_was_made() -> None:
    seen: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json={})

    with Caller("http://localhost/w/x", transport=httpx.MockTransport(handle)) as caller:
        caller.make(CALL)
        caller.make(nobody(Random(1)))
    assert str(seen[0].url) == "http://localhost/w/x/rest/isales/v2/openapi/campaigns/1/calldata/1"
    assert seen[0].content == CALL.body
    assert seen[0].headers["Content-Type"] == "application/json; charset=UTF-8"
    assert seen[0].headers["locale"] == "en_US"
    assert "Authorization" in seen[0].headers
    assert "Authorization" not in seen[1].headers
