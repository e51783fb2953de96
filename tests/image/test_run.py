"""The image's command, run as its user on a read-only root, without a network and without anything to write to."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.image.built import TREE, Image
from tests.image.container import SECONDS, Container, beside, once, started

pytestmark = pytest.mark.image

MOST_TO_END = 2.0
WRITE = "open('/opt/x', 'w')"
ADD = """
import json, ssl, sys, urllib.request as request
url = sys.argv[1] + "/rest/isales/v2/openapi/campaigns/1/calldata/" + sys.argv[2]
body = json.dumps({"callDataList": [{"called": [{"calledNo": "88888888"}]}]}).encode()
headers = {"Authorization": "any", "Content-Type": "application/json; charset=UTF-8"}
trusted = ssl.create_default_context(cafile=sys.argv[3]) if sys.argv[3:] else None
with request.urlopen(request.Request(url, body, headers), context=trusted) as answer:
    print(json.load(answer)["returnObject"]["totalSize"])
"""


def status_of(container: Container) -> dict[str, list[str]]:
    lines = Path(f"/proc/{container.pid}/status").read_text().splitlines()
    return {name: value.split() for name, _, value in (line.partition(":") for line in lines)}


def test_it_is_soon_healthy(image: Image, tmp_path: Path, measured: Callable[[str], None]) -> None:
    took = []
    for index in range(3):
        folder = tmp_path / str(index)
        folder.mkdir()
        with started(image, folder, {}) as container:
            took.append(container.healthy())
            resident = int(status_of(container)["VmRSS"][0])
            first = Path(f"/proc/{container.pid}")
        assert not first.exists()
    measured(f"from its start to healthy: {', '.join(f'{each:.2f}' for each in took)} s; then {resident // 1024} MiB")
    assert min(took) < SECONDS


def test_it_runs_as_a_user_without_privileges_on_a_root_that_cannot_be_written(container: Container) -> None:
    status = status_of(container)
    assert status["Uid"] == status["Gid"] == ["65532"] * 4
    assert (status["CapEff"], status["NoNewPrivs"], status["Groups"]) == (["0" * 16], ["1"], [])
    assert status["NSpid"][-1] == "1"
    refused = container.run("python3", "-c", WRITE)
    assert "Read-only file system" in refused.stderr


def test_the_seed_that_is_mounted_is_taken(container: Container) -> None:
    assert "memory filled from /seed.yaml: VDNs" in container.output
    assert container.run("mock-isales", "check", "/seed.yaml").stdout.startswith("/seed.yaml: ok: ")


def test_a_folder_in_the_seed_s_place_is_told(image: Image, tmp_path: Path) -> None:
    folder = tmp_path / "seed.yaml"
    folder.mkdir()
    status, output = once(image, tmp_path, {folder: "/seed.yaml"})
    hint = "Docker makes a folder where the file that is to be mounted is not found"
    assert (status, output) == (2, f"mock-isales: /seed.yaml: is a directory; {hint}\n")


def test_its_health_check_says_why_it_is_not_healthy(container: Container) -> None:
    asked = container.run(*container.image.health_check, MOCK_ISALES_PORT="28081")
    assert (asked.returncode, asked.stdout) == (1, "")
    assert asked.stderr.startswith("mock-isales: not ready: nothing answers at http://127.0.0.1:28081")


def test_every_command_is_there_without_the_source_of_others(container: Container) -> None:
    assert "Usage: mock-isales" in container.run("mock-isales", "--help").stdout
    assert container.run("mock-isales", "--version").stdout == "mock-isales 0.1.0\n"
    assert container.run("mock-isales", "openapi").stdout.startswith("{")
    assert "must be a time" in container.run("mock-isales", "ready", "--wait", "soon").stderr


def test_it_conforms_to_the_documents(container: Container, measured: Callable[[str], None]) -> None:
    suite = [sys.executable, "-m", "pytest", "-q", "-n", "2", "-p", "no:cacheprovider", "--rootdir", str(TREE)]
    ended = beside(container, [*suite, str(TREE / "tests" / "conformance"), "--base-url", "http://127.0.0.1:28080"])
    measured(f"conformance: {ended.stdout.splitlines()[-1]}")
    assert ended.returncode == 0, ended.stdout + container.output


def test_the_control_token_is_printed_unless_one_is_given(image: Image, container: Container, tmp_path: Path) -> None:
    told = "mock-isales: /_mock asks for Authorization: Bearer "
    (token,) = [line.removeprefix(told) for line in container.output.splitlines() if line.startswith(told)]
    assert "asks for the header Authorization" in container.run("mock-isales", "worlds").stderr
    assert container.run("mock-isales", "worlds", "--token", token).returncode == 0
    with started(image, tmp_path, {}, MOCK_ISALES_CONTROL_TOKEN="told") as other:  # noqa: S106 - a test's own
        other.healthy()
        assert other.run("mock-isales", "worlds").returncode == 0
        assert told not in other.output


def test_it_ends_soon_with_connections_open(image: Image, tmp_path: Path, measured: Callable[[str], None]) -> None:
    with started(image, tmp_path, {}, MOCK_ISALES_CONTROL_TOKEN="told") as container:  # noqa: S106 - a test's own
        container.healthy()
        follow = container.entering("mock-isales", "journal", "--follow")
        with subprocess.Popen(follow, env=container.environment, stdout=subprocess.PIPE, encoding="utf-8") as following:
            assert container.run("python3", "-c", ADD, "http://127.0.0.1:28080", "1").stdout == "1\n"
            assert following.stdout is not None
            assert "add_outbound_numbers" in following.stdout.readline()
            status, seconds = container.end()
    measured(f"from SIGTERM to its end, with a connection open: {seconds:.2f} s")
    assert status == 0
    assert seconds < MOST_TO_END


def test_data_and_authority_are_kept_in_the_volume(image: Image, tmp_path: Path, data: Path) -> None:
    variables = {
        "MOCK_ISALES_STORE": "sqlite:///isales.db",
        "MOCK_ISALES_TLS": "1",
        "MOCK_ISALES_TLS_DIR": "tls",
        "MOCK_ISALES_TLS_CA_OUT": "ca.pem",
        "MOCK_ISALES_PORT": "8443",
    }
    call = ("python3", "-c", ADD, "https://127.0.0.1:8443")
    authorities = []
    for campaign, run in (("1", "first"), ("3", "second")):
        folder = tmp_path / run
        folder.mkdir()
        with started(image, folder, {data: "/data"}, **variables) as container:
            container.healthy()
            added = container.run(*call, campaign, "/data/ca.pem")
            assert added.stdout == "1\n", added.stderr
            authorities.append((data / "ca.pem").read_text())
            assert container.run("mock-isales", "ready").stdout.startswith("ready at https://127.0.0.1:8443: sqlite")
            assert container.end()[0] == 0
    assert authorities[0] == authorities[1]
    assert "holds data" in container.output
    assert (data / "isales.db").stat().st_uid == image.uid


def test_the_compose_file_works_as_it_is_and_with_all_that_it_offers(image: Image, tmp_path: Path, data: Path) -> None:
    text = (TREE / "docker" / "compose.yaml").read_text(encoding="utf-8")
    mounts = {TREE / "docker" / "seed.yaml": "/seed.yaml", data: "/data"}
    offered = {name: value.strip('"') for name, value in re.findall(r"# (MOCK_ISALES_\w+): (.+)", text)}
    assert set(offered) == {f"MOCK_ISALES_{name}" for name in ("LOG_FORMAT", "STORE", "TLS", "TLS_NAME", "TLS_DIR")}
    for scheme, variables in (("http", {}), ("https", offered)):
        folder = tmp_path / scheme
        folder.mkdir()
        with started(image, folder, mounts, **variables) as container:
            container.healthy()
            assert "filled from /seed.yaml: VDNs 2, campaigns 5" in container.output
            authority = ["/data/tls/authority/ca.pem"] if scheme == "https" else []
            added = container.run("python3", "-c", ADD, f"{scheme}://127.0.0.1:28080", "3", *authority)
            assert added.stdout == "199991\n", added.stderr
    assert {"isales.db", "tls"} <= {path.name for path in data.iterdir()}


def test_a_volume_that_cannot_be_written_is_told(image: Image, tmp_path: Path, data: Path) -> None:
    data.chmod(0o755)
    with started(image, tmp_path, {data: "/data"}, MOCK_ISALES_STORE="sqlite:///isales.db") as container:
        assert container.process.wait(SECONDS) == 2
    assert container.output.startswith("mock-isales: ")
    assert "isales.db" in container.output
