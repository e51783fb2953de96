"""The README keeps its word: its calls are answered as it shows, its seed is one, its commands exist."""

import json
import re
import shlex
import subprocess
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

from mock_isales.contract.readings import Readings
from mock_isales.contract.service import ServiceSettings
from mock_isales.engine.seeds import Seed, SeedCampaign
from mock_isales.testing import Control
from tests.served import served

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
ADDRESS = "http://127.0.0.1:28080"


def blocks(kind: str) -> list[str]:
    return [text for each, text in BLOCKS if each == kind]


def shell_example() -> tuple[str, list[str]]:
    """The worked example of the control interface, and what it prints."""
    script = next(text for text in blocks("sh") if "/_mock/" in text)
    return script, next(text for text in blocks("text") if '"mode":"frozen"' in text).splitlines()


def curl_lines() -> list[list[str]]:
    return [shlex.split(text.replace("\\\n", " ")) for text in blocks("sh") if text.startswith("curl ")]


def send(words: list[str], url: str) -> list[dict[str, Any]]:
    """What the calls of a curl line of the README are answered, without what no two answers share."""
    curl = ArgumentParser()
    curl.add_argument("curl")
    curl.add_argument("addresses", nargs="+")
    curl.add_argument("-s", action="store_true")
    curl.add_argument("-w")
    curl.add_argument("-H", dest="headers", action="append")
    curl.add_argument("-d", dest="data")
    line = curl.parse_args(words)
    headers = dict(header.split(": ", 1) for header in line.headers)
    return [
        comparable(httpx.post(each.replace(ADDRESS, url), headers=headers, content=line.data.encode()).text)
        for each in line.addresses
    ]


def comparable(text: str) -> dict[str, Any]:
    return json.loads(text, object_hook=lambda each: {key: each[key] for key in each if key != "dataId"})  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with served() as url:
        yield url


def test_the_calls_are_answered_as_it_shows(url: str) -> None:
    shown = [[comparable(line) for line in text.splitlines()] for text in blocks("json")]
    assert [send(words, url) for words in curl_lines()] == shown
    assert [len(answers) for answers in shown] == [1, 1, 2]


def test_the_worked_example_prints_what_it_shows(url: str) -> None:
    script, shown = shell_example()
    done = subprocess.run(["bash", "-c", script.replace(ADDRESS, url)], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == shown  # the ids, too: the clock stands still


def test_the_example_in_python_runs(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    (text,) = [each for each in blocks("python") if ADDRESS in each]
    exec(compile(text.replace(ADDRESS, url), "README.md", "exec"), {})  # noqa: S102 - it is ours
    assert capsys.readouterr().out == f"{url}/w/w2\n"
    with Control(url) as control:
        assert [fault.answer.code for fault in control.world("w2").faults.list()] == ["0200006"]


def test_the_seed_is_one_and_shows_the_defaults() -> None:
    (text,) = blocks("yaml")
    seed = Seed.model_validate(yaml.safe_load(text))
    assert seed.settings == ServiceSettings()
    assert seed.readings == Readings()
    shown, bare = seed.vdns[0].campaigns[0], SeedCampaign(id=1)
    said_otherwise = {name for name in SeedCampaign.model_fields if getattr(shown, name) != getattr(bare, name)}
    assert said_otherwise == {"name", "calling_numbers"}
