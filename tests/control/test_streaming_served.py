"""Following and waiting over a real server."""

import threading

import httpx

from tests.control.callers import CALL_DATA, body_of
from tests.served import served

HEADERS = {"Authorization": "token", "X-Mock-World": "w1"}


def test_calls_are_followed_as_they_come_and_the_server_ends_all_the_same() -> None:
    with served() as url, httpx.Client(base_url=url, timeout=20) as client:
        client.put("/_mock/worlds/w1")
        with client.stream("GET", "/_mock/worlds/w1/journal/stream") as stream:
            lines = stream.iter_lines()
            assert next(lines) == ": connected"
            with httpx.Client(base_url=url) as other:
                answer = other.post(CALL_DATA.format(campaign=1), json=body_of(), headers=HEADERS)
            told = [next(lines) for _ in range(4)]
            assert told[1:3] == [f"id: {answer.headers['x-mock-request']}", "event: call"]
            assert '"result_code":"0200000"' in told[3]


def test_a_wait_over_a_real_server_is_answered_by_the_call() -> None:
    with served() as url, httpx.Client(base_url=url, timeout=20) as client:
        client.put("/_mock/worlds/w1")
        answers: list[httpx.Response] = []
        said = {"match": {"result_code": "0200000"}, "timeout": 15}
        waiting = threading.Thread(
            target=lambda: answers.append(httpx.post(f"{url}/_mock/worlds/w1/journal/wait", json=said, timeout=20))
        )
        waiting.start()
        client.post(CALL_DATA.format(campaign=1), json=body_of(), headers=HEADERS)
        waiting.join(20)
        assert (answers[0].status_code, answers[0].json()["total"]) == (200, 1)
