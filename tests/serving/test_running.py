"""A server from its start to its end."""

import os
import signal
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from tests.serving.processes import SECONDS, Server, environment, run, serving

CALL = "/rest/isales/v2/openapi/campaigns/1/calldata/1"
HALF_A_HEAD = f"POST {CALL} HTTP/1.1\r\nHost: x\r\n"
HALF_A_BODY = HALF_A_HEAD + "Authorization: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"


def health(server: Server) -> int:
    return httpx.post(server.url + CALL, trust_env=False).status_code


def test_the_one_line_on_standard_output_is_the_address(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        assert health(server) == 401
        assert server.end() == 0
        assert server.process.stdout is not None
        assert server.process.stdout.read() == ""
    assert server.line.startswith("mock-isales is ready at http://127.0.0.1:")
    assert [line for line in server.log.splitlines() if not line.startswith("mock-isales: ")] == []


@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("sent", ["", HALF_A_HEAD, HALF_A_BODY])
def test_a_signal_ends_it_whatever_is_half_sent(tmp_path: Path, by: signal.Signals, sent: str) -> None:
    with serving(tmp_path) as server:
        connections = [socket.create_connection(server.address) for _ in range(3)]
        for connection in connections:
            connection.sendall(sent.encode())
        assert health(server) == 401  # by now what was sent before has arrived
        assert server.end(by) == 0
        for connection in connections:
            connection.close()
    assert "error" not in server.log  # nothing had to be cancelled after the time of grace


def test_a_signal_lets_go_of_who_waits_for_a_call_and_of_who_follows(tmp_path: Path) -> None:
    journal = "/_mock/worlds/default/journal"
    with (
        serving(tmp_path) as server,
        httpx.Client(base_url=server.url, trust_env=False, timeout=20) as client,
        client.stream("GET", f"{journal}/stream") as stream,
        ThreadPoolExecutor() as waiting,
    ):
        lines = stream.iter_lines()
        assert next(lines) == ": connected"
        answer = waiting.submit(client.post, f"{journal}/wait", json={"count": 9, "timeout": 60})
        while client.get("/_mock/worlds").json()["worlds"][0]["waiting"] < 2:
            pass
        assert server.end() == 0
        assert [line for line in lines if line] == ["event: ended", 'data: {"what":"server"}']
        assert (answer.result().status_code, answer.result().json()["type"]) == (
            503,
            "urn:mock-isales:problem:draining",
        )
    assert "rror" not in server.log


@pytest.mark.skipif(os.name != "posix", reason="needs a named pipe")
@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_while_it_is_starting(tmp_path: Path, by: signal.Signals) -> None:
    pipe = tmp_path / "seed.yaml"
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "mock_isales", "serve", "--port", "0", "--seed", str(pipe)]
    with (
        subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process,
        pipe.open("w"),  # opens once the server begins to read its seed, which does not come
    ):
        process.send_signal(by)
        output, _ = process.communicate(timeout=SECONDS)
    assert (process.returncode, output) == (0, b"")


def test_a_connection_kept_alive_does_not_keep_it(tmp_path: Path) -> None:
    with serving(tmp_path) as server, httpx.Client(trust_env=False) as client:
        assert client.post(server.url + CALL).status_code == 401
        assert server.end() == 0
    assert "error" not in server.log


def test_the_port_file_holds_the_port_while_calls_are_accepted(tmp_path: Path) -> None:
    port_file = tmp_path / "port"
    port_file.write_text("1\n")
    with serving(tmp_path, "--port-file", str(port_file)) as server:
        assert port_file.read_text() == f"{server.address[1]}\n"
        assert server.end() == 0
    assert not port_file.exists()
    assert {path.name for path in tmp_path.iterdir()} == {"log"}


def test_a_port_in_use_is_told_and_no_store_is_touched(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ended = run("serve", "--port", str(port), "--store", f"sqlite:///{tmp_path / 'x.db'}", "--reseed")
    assert ended.returncode == 2
    assert ended.stderr == (
        f"mock-isales: cannot listen at 127.0.0.1 port {port}: the port is in use; --port 0 takes a free one\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_a_port_is_free_again_at_once(tmp_path: Path) -> None:
    with serving(tmp_path) as server, httpx.Client(trust_env=False) as client:
        client.post(server.url + CALL)
        assert server.end() == 0
    port = str(server.address[1])
    with serving(tmp_path, "--port", port) as again:
        assert again.address[1] == server.address[1]


def test_a_variable_that_is_not_known_is_warned_of(tmp_path: Path) -> None:
    variables = {"MOCK_ISALES_PROT": "1", "MOCK_ISALES_READINGS__TOTALSIZE": "x", "MOCK_ISALES_ZZZZZZ": "1"}
    with serving(tmp_path, variables=variables) as server:
        warnings = [line for line in server.log.splitlines() if "warning" in line]
    assert warnings == [
        "mock-isales: warning: MOCK_ISALES_PROT is not known, and ignored; did you mean MOCK_ISALES_PORT?",
        (
            "mock-isales: warning: MOCK_ISALES_READINGS__TOTALSIZE is not known, and ignored; "
            "did you mean MOCK_ISALES_READINGS__TOTAL_SIZE?"
        ),
        "mock-isales: warning: MOCK_ISALES_ZZZZZZ is not known, and ignored; mock-isales serve --help lists what is",
    ]


def test_variables_flags_and_seed_reach_the_server(tmp_path: Path) -> None:
    seed = tmp_path / "seed.yaml"
    seed.write_text("settings: {calldata_max: 1, pace_interval: 60}\nvdns: [{id: 1, campaigns: [{id: 1}]}]")
    variables = {"MOCK_ISALES_SEED": str(seed), "MOCK_ISALES_SETTINGS__PACE_INTERVAL": "30"}
    record = {"called": [{"calledNo": "1"}]}
    headers = {"Authorization": "x"}
    codes = []
    with serving(tmp_path, "--setting", "pace_interval=0", variables=variables) as server:
        for count in (1, 1, 2):
            answer = httpx.post(
                server.url + CALL, headers=headers, json={"callDataList": [record] * count}, trust_env=False
            )
            codes.append(answer.json()["resultCode"])
    assert codes == ["0200000", "0200000", "0200029"]


@pytest.mark.skipif(not socket.has_dualstack_ipv6(), reason="this machine has no IPv6")
@pytest.mark.parametrize("host", ["::1", "[::1]"])
def test_it_listens_at_an_address_of_ipv6(tmp_path: Path, host: str) -> None:
    with serving(tmp_path, "--host", host) as server:
        assert server.url.startswith("http://[::1]:")
        assert health(server) == 401
