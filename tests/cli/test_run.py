"""`mock-isales run`: a command beside a server of its own, from the environment that it sees to its exit status."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from mock_isales.serving.tls.making import made_for
from tests.cli.trying import going_on
from tests.serving.processes import SECONDS, environment, run

PYTHON = (sys.executable, "-c")
VARIABLES = "import os; print(*(f'{k}={v}' for k, v in sorted(os.environ.items()) if k.startswith('MOCK_ISALES_')))"
CALLS = """
import json, os, urllib.error, urllib.request as sending
def call(path, body=None, method=None):
    sent = None if body is None else json.dumps(body).encode()
    headers = {"Authorization": "x", "Content-Type": "application/json; charset=UTF-8"}
    asked = sending.Request(os.environ["MOCK_ISALES_URL"] + path, sent, headers, method=method)
    try:
        return sending.build_opener(sending.ProxyHandler({})).open(asked).read()
    except urllib.error.HTTPError as error:
        return error.read()
def add(number, world="", campaign=1):
    body = {"callDataList": [{"called": [{"calledNo": number}]}]}
    call(f"{world}/rest/isales/v2/openapi/campaigns/1/calldata/{campaign}", body)
"""
NO_CALLS = "mock-isales: no calls; does the command call the address in MOCK_ISALES_URL?\n"
HANDLES = r"""
import os, signal
def ended(number, _):
    os.write(1, f"{signal.Signals(number).name}\n".encode())  # a print may be under way
    os._exit(7)
for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
    signal.signal(each, ended)
os.write(1, b"up\n")
while True:
    signal.pause()
"""


def said(*flags: str, **variables: str) -> dict[str, str]:
    """Our variables, as the command sees them."""
    ended = run("run", "--quiet", *flags, "--", *PYTHON, VARIABLES, variables=variables)
    assert (ended.returncode, ended.stderr) == (0, "")
    return dict(each.split("=", 1) for each in ended.stdout.split())


@contextmanager
def running(command: Sequence[str]) -> Iterator["subprocess.Popen[str]"]:
    """A command beside a server, in a process group of its own; it has said that it is up."""
    with going_on("run", "--", *command) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "up\n"
            yield process
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)


def test_the_exit_status_and_the_output_are_those_of_the_command() -> None:
    ended = run(
        "run", "--quiet", *PYTHON, "import sys; print(sys.argv); print('x', file=sys.stderr); sys.exit(7)", "-q"
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (7, "['-c', '-q']\n", "x\n")


def test_what_stands_behind_the_command_is_its_own() -> None:
    ended = run("run", "--quiet", "--", *PYTHON, "import sys; print(sys.argv[1:])", "--port", "--", "--help", "--tls")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "['--port', '--', '--help', '--tls']\n", "")


def test_standard_input_is_the_command_s() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "mock_isales", "run", "--quiet", "cat"],
        input="through",
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "through", "")


def test_a_command_that_a_signal_ends_has_the_status_of_a_shell() -> None:
    ended = run("run", "--quiet", *PYTHON, "import os; os.kill(os.getpid(), 9)")
    assert (ended.returncode, ended.stdout, ended.stderr) == (137, "", "")


def test_the_address_is_told_and_what_does_not_fit_is_taken_away() -> None:
    seen = said(MOCK_ISALES_URL="http://elsewhere", MOCK_ISALES_CA="/ca", MOCK_ISALES_CONTROL_TOKEN="t")  # noqa: S106
    assert list(seen) == ["MOCK_ISALES_URL"]
    assert seen["MOCK_ISALES_URL"].startswith("http://127.0.0.1:")


def test_a_server_that_others_reach_is_called_on_loopback_with_its_token() -> None:
    seen = said("--host", "0.0.0.0")  # noqa: S104 - that is what is tested
    assert seen["MOCK_ISALES_URL"].startswith("http://127.0.0.1:")
    assert len(seen["MOCK_ISALES_CONTROL_TOKEN"]) > 20
    told = said("--host", "0.0.0.0", "--control-token", "hush")  # noqa: S104
    assert told["MOCK_ISALES_CONTROL_TOKEN"] == "hush"  # noqa: S105


def test_the_first_access_key_is_told_that_a_flag_or_else_the_seed_has(tmp_path: Path) -> None:
    seed = tmp_path / "seed.yaml"
    seed.write_text("access_keys: [{ak: seeded, sk: s1}]\n")
    flags = ("--auth", "c2", "--seed", str(seed))
    by_seed = said(*flags, MOCK_ISALES_AK="other", MOCK_ISALES_SK="other")
    assert (by_seed["MOCK_ISALES_AK"], by_seed["MOCK_ISALES_SK"]) == ("seeded", "s1")
    by_flag = said(*flags, "--access-key", "first:s2", "--access-key", "second:s3:1")
    assert (by_flag["MOCK_ISALES_AK"], by_flag["MOCK_ISALES_SK"]) == ("first", "s2")


def test_the_port_is_free_unless_it_is_told(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    file = tmp_path / "port"
    read = f"print(open({str(file)!r}).read())"
    ended = run("run", "--quiet", "--port-file", str(file), *PYTHON, read, variables={"MOCK_ISALES_PORT": str(port)})
    assert (ended.returncode, ended.stdout.split()) == (0, [str(port)])
    assert not file.exists()


def test_a_command_finds_the_authority_that_it_is_to_trust(tmp_path: Path) -> None:
    trusting = (
        "import os, ssl, urllib.request as sending; ca = os.environ['MOCK_ISALES_CA']; print(ca);"
        "to = sending.HTTPSHandler(context=ssl.create_default_context(cafile=ca));"
        "url = os.environ['MOCK_ISALES_URL'] + '/_mock/live';"
        "print(sending.build_opener(sending.ProxyHandler({}), to).open(url).status)"
    )
    ended = run("run", "--quiet", "--tls", *PYTHON, trusting)
    assert (ended.returncode, ended.stderr) == (0, "")
    ca, status = ended.stdout.split()
    assert status == "200"
    assert not Path(ca).parent.exists()
    kept = said("--tls", "--tls-ca-out", os.path.relpath(tmp_path / "ca.pem"))
    assert Path(kept["MOCK_ISALES_CA"]).is_absolute()
    assert Path(kept["MOCK_ISALES_CA"]).samefile(tmp_path / "ca.pem")


def test_of_ones_own_certificate_the_authority_is_itself_unless_the_environment_knows_better(tmp_path: Path) -> None:
    own = tmp_path / "own.pem"
    own.write_text(made_for(["127.0.0.1"], None).pem)
    flags = ("--tls", "--tls-cert", os.path.relpath(own), "--tls-key", str(own))
    assert Path(said(*flags)["MOCK_ISALES_CA"]).is_absolute()
    assert Path(said(*flags)["MOCK_ISALES_CA"]).samefile(own)
    assert said(*flags, MOCK_ISALES_CA="/ca.pem")["MOCK_ISALES_CA"] == "/ca.pem"


def test_the_calls_are_told_of_worlds_that_have_ended_and_of_journals_that_keep_none() -> None:
    calls = (
        "add('1'); add('2', '/w/a'); add('2', '/w/a', 99); call('/_mock/worlds/a', method='DELETE');"
        "call('/nowhere', {}); call('/_mock/ready'); call('/rest/isales/v1/openapi/campaigns/1/callerNo/1', {})"
    )
    ended = run("run", "--journal-max", "0", "--setting", "pace_interval=0", "--", *PYTHON, CALLS + calls)
    assert (ended.returncode, ended.stdout) == (0, "")
    assert ended.stderr == (
        "mock-isales: 5 calls\n"
        "  1  add_calling_numbers   02000001  Empty parameter.\n"
        "  2  add_outbound_numbers  0200000   Success.\n"
        "  1  add_outbound_numbers  0200007   The outbound campaign does not exist.\n"
        "  1  other                 404       Not Found\n"
    )


def test_what_no_document_has_is_told_as_such() -> None:
    faults = (
        "call('/_mock/worlds/default/faults', {'answer': {'code': '9'}, 'off_contract': True, 'when': {'first': 10}});"
        "[add(str(number)) for number in range(10)];"
        "call('/_mock/worlds/default/faults', {'answer': {'status': 599}}); add('1')"
    )
    ended = run("run", "--setting", "pace_interval=0", "--", *PYTHON, CALLS + faults)
    assert ended.stderr == (
        "mock-isales: 11 calls\n   1  add_outbound_numbers  599\n  10  add_outbound_numbers  9    not documented\n"
    )


def test_a_command_that_makes_no_call_is_told_where_to_call() -> None:
    ended = run("run", "true")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", NO_CALLS)


@pytest.mark.parametrize(
    ("flags", "reason"),
    [
        (("--seed", "/nowhere/s.yaml"), "/nowhere/s.yaml: no such file or directory"),
        (("--reading", "total_size"), "--reading total_size: must be NAME=VALUE"),
        (("--prot", "1"), "--prot"),
        (("--edition", "2025-04"), "--edition 2025-04: must be 2025-11 or 2025-03; did you mean 2025-03?"),
    ],
)
def test_without_a_server_the_command_is_not_run(flags: tuple[str, ...], reason: str) -> None:
    ended = run("run", *flags, "--", "echo", "run")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert reason in ended.stderr


def test_a_port_in_use_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ended = run("run", "--port", str(taken.getsockname()[1]), "--", "echo", "run")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.endswith("the port is in use; --port 0 takes a free one\n")


@pytest.mark.parametrize(
    ("name", "status", "reason"),
    [
        ("pytset-x", 127, "the command pytset-x is not found: nothing on the PATH has that name"),
        ("./pytset-x", 127, "the command ./pytset-x is not found: there is no such file"),
        ("/", 126, "the command / cannot be run: permission denied"),
        ("{plain}", 126, "the command {plain} cannot be run: permission denied"),
        ("{script}", 126, "the command {script} cannot be run: what its first line names is not there"),
    ],
)
def test_a_command_that_cannot_be_run_is_told(tmp_path: Path, name: str, status: int, reason: str) -> None:
    files = {each: tmp_path / each for each in ("plain", "script")}
    for file in files.values():
        file.write_text("#!/nowhere/interpreter\n")
    files["script"].chmod(0o755)
    ended = run("run", "--", name.format(**files))
    told = f"mock-isales: {reason.format(**files)}\n"
    assert (ended.returncode, ended.stdout, ended.stderr) == (status, "", told)


def test_no_command_is_answered_with_an_example() -> None:
    ended = run("run", "--tls")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "mock-isales run -- pytest" in ended.stderr


@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_is_passed_on_and_the_command_decides(by: signal.Signals) -> None:
    with running([*PYTHON, HANDLES]) as process:
        process.send_signal(by)
        out, told = process.communicate(timeout=SECONDS)
    assert (process.returncode, out, told) == (7, f"{by.name}\n", NO_CALLS)


def test_at_ctrl_c_the_command_decides_and_is_told_once() -> None:
    with running([*PYTHON, HANDLES]) as process:
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does
        out, told = process.communicate(timeout=SECONDS)
    assert (process.returncode, out, told) == (7, "SIGINT\n", NO_CALLS)


def test_a_command_that_ctrl_c_ends_has_the_status_of_a_shell() -> None:
    with running(
        [*PYTHON, "import signal\nsignal.signal(2, signal.SIG_DFL)\nprint('up', flush=True)\nsignal.pause()"]
    ) as process:
        os.killpg(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=SECONDS)
    assert (process.returncode, told) == (130, NO_CALLS)


def test_a_signal_that_was_ignored_stays_so() -> None:
    ignores = "import signal; print(signal.getsignal(signal.SIGHUP).name, signal.getsignal(signal.SIGTERM).name)"
    command = f'trap "" HUP; exec "$0" -m mock_isales run --quiet -- "$0" -c "{ignores}"'
    ended = subprocess.run(
        ["sh", "-c", command, sys.executable],
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "SIG_IGN SIG_DFL\n", "")


@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_while_the_server_starts_ends_all(tmp_path: Path, by: signal.Signals) -> None:
    pipe = tmp_path / "seed.yaml"
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "mock_isales", "run", "--seed", str(pipe), "echo", "run"]
    with (
        subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process,
        pipe.open("w"),  # opens once the server begins to read its seed, which does not come
    ):
        process.send_signal(by)
        output, _ = process.communicate(timeout=SECONDS)
    assert (process.returncode, output) == (-by, b"")


def test_help_teaches_what_the_command_sees_and_how_it_ends() -> None:
    text = " ".join(run("run", "--help").stdout.split())
    for word in (
        "MOCK_ISALES_URL",
        "MOCK_ISALES_CA",
        "MOCK_ISALES_CONTROL_TOKEN",
        "mock-isales run -- pytest",
        "npm test",
        "mvn -q test",
        "NODE_EXTRA_CA_CERTS=$MOCK_ISALES_CA",
        "[MOCK_ISALES_PORT; default: 0]",
        "[MOCK_ISALES_LOG_LEVEL; default: warning]",
        "exit status is that of CMD",
        "one that ignores them is waited for",
    ):
        assert word in text
