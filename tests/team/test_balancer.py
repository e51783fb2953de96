"""The balancer that docker/ ships, before three replicas: what it passes on, and what it does not do twice."""

import json
import socket
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from pathlib import Path
from threading import Thread
from time import monotonic

import httpx
import pytest

from mock_isales.testing import C2Auth, Control
from tests.control.callers import CALL_DATA, body_of
from tests.postgresql import Cluster
from tests.team.balancer import balancing, closed, listening
from tests.team.conftest import Made
from tests.team.replicas import PATIENCE, Replica, replicas

HEADERS = {"Authorization": "token"}
NO_PACE = {"pace_interval": 0}
SOON = 2.0
TOO_LARGE = 8 * 1024 * 1024 + 1


@pytest.fixture(scope="module")
def balanced(team: Sequence[Replica], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    addresses = [replica.server.address for replica in team]
    with balancing(tmp_path_factory.mktemp("balancer"), addresses) as url:
        yield url


def call(url: str, world: str, number: str) -> httpx.Response:
    headers = {**HEADERS, "X-Mock-World": world}
    return httpx.post(f"{url}{CALL_DATA.format(campaign=1)}", json=body_of(number), headers=headers, timeout=PATIENCE)


def test_calls_go_to_all_replicas(team: Sequence[Replica], balanced: str, made: Made) -> None:
    world = made(settings=NO_PACE)
    with ThreadPoolExecutor(6) as threads:
        answers = list(threads.map(lambda index: call(balanced, world, str(index)), range(30)))
    assert {answer.json()["resultCode"] for answer in answers} == {"0200000"}
    assert [replica.world(world).journal.count() for replica in team] == [30, 30, 30]
    counted = [replica.control.metrics() for replica in team]
    assert all('mock_isales_calls_total{code="0200000"' in metrics for metrics in counted)


def test_a_stream_is_passed_on_as_it_comes(balanced: str, made: Made) -> None:
    world = made(settings=NO_PACE)
    with Control(balanced) as control, control.world(world).journal.follow() as calls:
        for index in range(6):
            begun = monotonic()
            answer = call(balanced, world, str(index))
            assert str(next(calls).id) == answer.headers["x-mock-request"]
            assert monotonic() - begun < SOON


def test_a_wait_is_woken_behind_it(balanced: str, made: Made) -> None:
    world = made(settings=NO_PACE)
    with Control(balanced) as control, ThreadPoolExecutor(1) as threads:
        waiting = threads.submit(control.world(world).journal.wait, 3, 30)
        for index in range(3):
            call(balanced, world, str(index))
        assert waiting.result().total == 3


def test_a_body_that_is_refused_before_all_of_it_is_there_is_answered(balanced: str, made: Made) -> None:
    headers = {**HEADERS, "X-Mock-World": made()}
    with httpx.Client(base_url=balanced, headers=headers, trust_env=False, timeout=PATIENCE) as client:
        answers = [client.post(CALL_DATA.format(campaign=1), content=bytes(TOO_LARGE)) for _ in range(10)]
    assert Counter(answer.status_code for answer in answers) == {413: 10}


def test_the_host_that_was_called_is_signed(postgresql: Cluster, tmp_path: Path) -> None:
    seed = tmp_path / "seed.json"
    seed.write_text(json.dumps({"settings": NO_PACE, "vdns": [{"id": 1, "campaigns": [{"id": 1}]}]}))
    with postgresql.database() as store, ExitStack() as stack:
        told = ("--auth", "c2", "--access-key", "ak:sk", "--seed", str(seed))
        started = stack.enter_context(replicas(tmp_path, store, *told, count=2))
        url = stack.enter_context(balancing(tmp_path, [replica.server.address for replica in started]))
        for name in ("127.0.0.1", "localhost", "isales.example"):
            called = url.replace("127.0.0.1", name)
            with httpx.Client(auth=C2Auth("ak", "sk"), mounts={}, trust_env=False) as client:
                request = client.build_request("POST", f"{called}{CALL_DATA.format(campaign=1)}", json=body_of("1"))
                signed = next(C2Auth("ak", "sk").auth_flow(request))
                signed.url = signed.url.copy_with(host="127.0.0.1")
                answer = client.send(signed, auth=None)
            assert (answer.status_code, answer.json()["returnCode"]) == (200, "0200000"), name


def test_a_replica_that_takes_no_connection_is_passed_over(team: Sequence[Replica], made: Made, tmp_path: Path) -> None:
    """Nothing listens at two of three addresses."""
    world = made(settings=NO_PACE)
    with closed() as one, closed() as other, balancing(tmp_path, [one, other, team[0].server.address]) as url:
        codes = Counter(call(url, world, str(index)).json()["resultCode"] for index in range(10))
    assert codes == {"0200000": 10}
    assert team[1].world(world).campaign(1, 1).records().total == 10


def test_a_call_that_was_sent_is_not_sent_again(team: Sequence[Replica], made: Made, tmp_path: Path) -> None:
    """Replicas that take a call and die get it once; the client is told that it is not known."""
    world = made(settings=NO_PACE)
    with listening() as first, listening() as second:
        taken: list[bytes] = []
        for each in (first, second):
            Thread(target=die_at_a_call, args=(each, taken), daemon=True).start()
        addresses = [first.getsockname(), second.getsockname()]
        with balancing(tmp_path, addresses) as url:
            answer = call(url, world, "1")
        assert (answer.status_code, answer.headers["content-type"]) == (502, "application/problem+json")
        assert "may have been taken" in answer.json()["detail"]
        assert len(taken) == 1
    assert team[0].world(world).journal.count() == 0


def die_at_a_call(listener: socket.socket, taken: list[bytes]) -> None:
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        with closing(connection):
            if received := connection.recv(65536):
                taken.append(received)
