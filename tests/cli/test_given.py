"""A plain command line of `serve` is read as Typer reads it; anything else is left to Typer."""

from collections.abc import Mapping
from typing import Any

import pytest

from mock_isales.cli import serving
from mock_isales.cli.commands import app
from mock_isales.cli.given import plainly_given


@pytest.fixture
def by_typer(monkeypatch: pytest.MonkeyPatch) -> list[Mapping[str, Any]]:
    """The flags with which Typer has served."""
    seen: list[Mapping[str, Any]] = []
    monkeypatch.setattr(serving, "serve", seen.append)
    monkeypatch.setattr("mock_isales.cli.starting.end_on_signals", lambda: None)
    monkeypatch.setattr("gc.disable", lambda: None)
    return seen


@pytest.mark.parametrize(
    ("line", "flags"),
    [
        ("", {}),
        ("--port 0", {"port": "0"}),
        ("--port=0 --port 1", {"port": "1"}),
        ("--store sqlite:///a=b.db --reseed", {"store": "sqlite:///a=b.db", "reseed": True}),
        ("--setting a=b=c --setting d=", {"settings": {"a": "b=c", "d": ""}}),
        ("--reading total_size=accepted --tls", {"readings": {"total_size": "accepted"}, "tls": True}),
        ("--access-key a:b --access-key=c:d=", {"access_keys": ["a:b", "c:d="]}),
        ("--max-body x --auth c2", {"max_body": "x", "auth": "c2"}),
    ],
)
def test_a_plain_line_is_read_as_typer_reads_it(
    line: str, flags: dict[str, Any], by_typer: list[Mapping[str, Any]]
) -> None:
    words = line.split()
    assert plainly_given(words) == flags
    app(["serve", *words], standalone_mode=False)
    assert by_typer == [flags]


@pytest.mark.parametrize(
    "line",
    ["--help", "-h", "--prot 1", "x", "--port", "--port --tls", "--port -1", "--seed=", "--tls=1", "--no-tls", "--",
     "--setting pace"],
)  # fmt: skip
def test_another_line_is_left_to_typer(line: str) -> None:
    assert plainly_given(line.split()) is None


def test_an_empty_value_is_left_to_typer() -> None:
    assert plainly_given(["--seed", ""]) is None
