"""Several processes at one place: whichever answers, whichever dies."""

import os
import re
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from tests.postgresql import Cluster
from tests.serving.processes import Server, serving

UNPACED = ("--setting", "pace_interval=0")
CALLS = "/rest/isales/v2/openapi/campaigns/1/calldata/1"
RECORD = {"callDataList": [{"called": [{"calledNo": "1"}]}]}
SECONDS = 30


@contextmanager
def two(folder: Path, postgresql: Cluster, *flags: str) -> Iterator[Server]:
    """Two processes that serve at one place."""
    with postgresql.database() as url, serving(folder, "--store", url, "--workers", "2", *UNPACED, *flags) as server:
        yield server


def pids(server: Server) -> set[int]:
    """The processes that serve."""
    pid = server.process.pid
    return {int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8").split()}


def add(server: Server) -> int:
    """Add a record; how many there are then."""
    answer = httpx.post(f"{server.url}{CALLS}", json=RECORD, headers={"authorization": "t"}, timeout=SECONDS)
    size: int = answer.json()["returnObject"]["totalSize"]
    return size


def kill_one(server: Server) -> None:
    """Kill a process, and wait until another one is in its place."""
    before = pids(server)
    os.kill(min(before), signal.SIGKILL)
    until = time.monotonic() + SECONDS
    while len(pids(server)) < len(before) or min(before) in pids(server):
        assert time.monotonic() < until, server.log
        time.sleep(0.01)


def calls_counted(server: Server) -> int:
    """How many calls metrics tell of, whichever process answers."""
    told = httpx.get(f"{server.url}/_mock/metrics", timeout=SECONDS).text
    assert "process_cpu_seconds_total" not in told
    counts = re.findall(r"^mock_isales_calls_total{.*} ([0-9.]+)$", told, re.MULTILINE)
    return int(sum(map(float, counts)))


def test_metrics_tell_what_all_have_counted_also_those_that_died(tmp_path: Path, postgresql: Cluster) -> None:
    with two(tmp_path, postgresql) as server:
        counted = [0]

        def await_counted(count: int) -> None:
            until = time.monotonic() + SECONDS
            while counted[-1] < count:
                assert time.monotonic() < until, counted
                counted.append(calls_counted(server))

        for _ in range(10):
            add(server)
        await_counted(10)
        kill_one(server)
        for _ in range(10):
            add(server)
        await_counted(20)
        counted += [calls_counted(server) for _ in range(10)]
        assert counted == sorted(counted)
        assert counted[-1] == 20


def test_one_that_is_killed_is_replaced_and_nothing_starts_over(tmp_path: Path, postgresql: Cluster) -> None:
    port_file = tmp_path / "port"
    with two(tmp_path, postgresql, "--reseed", "--port-file", str(port_file)) as server:
        assert port_file.read_text(encoding="utf-8") == f"{server.address[1]}\n"
        assert [add(server) for _ in range(10)] == list(range(1, 11))
        first = pids(server)
        assert len(first) == 2
        kill_one(server)
        assert "has ended with status SIGKILL; another one is started" in server.log
        os.kill(max(first), signal.SIGTERM)  # the new one answers alone for a while
        assert [add(server) for _ in range(10)] == list(range(11, 21))
        assert server.end() == 0
        assert not port_file.exists()
    assert "Traceback" not in server.log


def test_one_is_replaced_though_the_default_world_has_ended(tmp_path: Path, postgresql: Cluster) -> None:
    with two(tmp_path, postgresql) as server:
        assert httpx.delete(f"{server.url}/_mock/worlds/default").status_code == 204
        before = pids(server)
        for pid in before:
            os.kill(pid, signal.SIGKILL)
        assert add(server) == 1
        assert not before & pids(server)
        assert server.end() == 0
    assert "Traceback" not in server.log
