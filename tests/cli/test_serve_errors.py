"""Why `mock-isales serve` does not start: one clear line, exit status 2, nothing on standard output."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.serving.processes import SECONDS, environment, run


def told(*flags: str, **variables: str) -> str:
    ended = run("serve", "--port", "0", *flags, variables=variables)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.endswith("\n")
    return ended.stderr.removesuffix("\n").removeprefix("mock-isales: ")


@pytest.mark.parametrize(
    ("flags", "line"),
    [
        (("--seed", "/nowhere/s.yaml"), "/nowhere/s.yaml: no such file or directory"),
        (("--host", ""), "cannot listen at '': Name or service not known"),
        (("--reading", "total_size"), "--reading total_size: must be NAME=VALUE"),
        (("--port-file", "/nowhere/port"), "the port file /nowhere/port cannot be written: No such file or directory"),
        (
            ("--store", "redis://x"),
            "--store redis://x: must be memory, sqlite:///FILE or postgresql+psycopg://HOST/DATABASE",
        ),
    ],
)
def test_a_wrong_flag_is_told(flags: tuple[str, ...], line: str) -> None:
    assert told(*flags) == line


def test_a_wrong_variable_is_told() -> None:
    assert told(MOCK_ISALES_EDITION="2025-04") == (
        "MOCK_ISALES_EDITION=2025-04: must be 2025-11 or 2025-03; did you mean 2025-03?"
    )


def test_a_secret_is_not_repeated(tmp_path: Path) -> None:
    path = tmp_path / "seed.yaml"
    path.write_text("access_keys: [{ak: a, sk: 5318008}, hushhush]\n")
    lines = [
        told("--access-key", "hushhush", "--control-token", "hush hush"),
        told("--seed", str(path)),
        told("--access-key", "a:b", MOCK_ISALES_CONTROL_TOKEN="hush hush"),  # noqa: S106
    ]
    assert not any(secret in line for line in lines for secret in ("hush", "5318008"))
    assert "--access-key …: must be AK:SK" in lines[0]


def test_all_problems_of_a_seed_file_are_told(tmp_path: Path) -> None:
    path = tmp_path / "seed.yaml"
    path.write_text("vdsn: []\nvdns: 3\n")
    assert told("--seed", str(path)).splitlines() == [
        f"{path}:1: vdsn: unknown key; did you mean vdns?",
        f"mock-isales: {path}:2: vdns: must be a list, not 3",
    ]


@pytest.mark.parametrize(
    "store", ["sqlite:////proc/x.db", "sqlite:////nowhere/x.db", "sqlite:///file:{folder}/x.db?mode=ro&uri=true"]
)
def test_a_database_that_cannot_be_written_is_told(tmp_path: Path, store: str) -> None:
    (tmp_path / "x.db").touch()
    named = store.format(folder=tmp_path)
    line = told("--store", named)
    assert line.startswith(f"The store {named} cannot be opened: ")
    assert "\n" not in line


@pytest.mark.skipif(os.name != "posix", reason="needs a limit to the size of files")
@pytest.mark.parametrize(("blocks", "verb"), [(10, "opened"), (300, "filled")])
def test_a_database_that_finds_no_room_is_told(tmp_path: Path, blocks: int, verb: str) -> None:
    numbers = [str(number) for number in range(10**6, 10**6 + 40_000)]
    (tmp_path / "seed.json").write_text(json.dumps({"vdns": [{"id": 1, "blocklist": numbers}]}))
    limited = f'ulimit -f {blocks}; exec "$0" -m mock_isales serve --port 0 --store sqlite:///x.db --seed seed.json'
    ended = subprocess.run(
        ["bash", "-c", limited, sys.executable],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == f"mock-isales: The store sqlite:///x.db cannot be {verb}: disk I/O error.\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a file that is always full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_standard_output_that_takes_nothing_is_told_without_a_traceback(unbuffered: str) -> None:
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "mock_isales", "serve", "--port", "0", "--log-level", "warning"],
            env=environment({"PYTHONUNBUFFERED": unbuffered}),
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            timeout=SECONDS,
            check=False,
        )
    assert (ended.returncode, ended.stderr) == (1, "mock-isales: [Errno 28] No space left on device\n")
