"""Omissions: read from a file, each with a reason; and told when they are not needed any more."""

from pathlib import Path

import pytest

from mock_isales.engine.coverage.delivering import BadReport, asked_of
from mock_isales.engine.coverage.omissions import BadOmissions, needless, omitted, read_omissions


def read(folder: Path, text: str | bytes, name: str = "omit.yaml") -> dict[str, str]:
    file = folder / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return dict(read_omissions(file))


def test_yaml_and_toml_say_the_same(tmp_path: Path) -> None:
    expected = {"ON-STORING": "no database fails here", "ON-PACE:at": "no clock", "CN*": "not called"}
    yaml = "ON-STORING: no database\n  fails here\nON-PACE:at: no clock\nCN*: not called\n"
    toml = '"ON-STORING" = "no database fails here"\n"ON-PACE:at" = "no clock"\n"CN*" = "not called"\n'
    assert read(tmp_path, yaml) == read(tmp_path, toml, "omit.TOML") == expected


@pytest.mark.parametrize(("text", "name"), [("", "omit.yaml"), ("# nothing\n", "omit.yaml"), ("", "omit.toml")])
def test_an_empty_file_leaves_nothing_out(tmp_path: Path, text: str, name: str) -> None:
    assert read(tmp_path, text, name) == {}


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("ON-STORNG: x", ["ON-STORNG is no point of coverage; the nearest is ON-STORING"]),
        ("XX*: x", ["XX* is no point of coverage"]),
        ("1: x", ["1 is no point of coverage"]),
        ("ON-STORING:", ["ON-STORING: say the reason"]),
        ("ON-STORING: '  '", ["ON-STORING: say the reason"]),
        ("ON-STORING: 5", ["ON-STORING: say the reason"]),
        ('ON-STORING: "a\\0b"', ["ON-STORING: the reason has a character that cannot be shown"]),
        ("ON-STORNG: ", ["ON-STORNG is no point of coverage; the nearest is ON-STORING", "ON-STORNG: say the reason"]),
        ("- ON-STORING", ["must be a mapping of points to reasons, as ON-STORING: no database fails here"]),
        (b"\xff", ["not UTF-8"]),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, text: str | bytes, reasons: list[str]) -> None:
    with pytest.raises(BadOmissions) as caught:
        read(tmp_path, text)
    assert str(caught.value).splitlines() == [f"{tmp_path / 'omit.yaml'}: {reason}" for reason in reasons]


@pytest.mark.parametrize(("text", "name"), [("a: [", "o.yaml"), ("a = ", "o.toml"), ("[" * 5000, "o.yaml")])
def test_what_is_neither_is_told_in_a_line(tmp_path: Path, text: str, name: str) -> None:
    with pytest.raises(BadOmissions) as caught:
        read(tmp_path, text, name)
    assert str(caught.value).startswith(f"{tmp_path / name}:")
    assert len(str(caught.value).splitlines()) == 1


def test_a_point_that_stands_twice_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadOmissions) as caught:
        read(tmp_path, "ON-CAP: few\nON-CAP: many\n")
    assert str(caught.value) == f"{tmp_path / 'omit.yaml'}:2: ON-CAP: the key stands twice, first in line 1"


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BadReport, match="no such file"):
        asked_of([], None, str(tmp_path / "none"))
    monkeypatch.setattr("mock_isales.engine.coverage.omissions.MAX_BYTES", 3)
    with pytest.raises(BadOmissions, match="larger than 1 MiB"):
        read(tmp_path, "a: b")


def test_the_first_that_is_said_of_a_point_is_its_reason() -> None:
    reasons = omitted({"ON-PACE:at": "no clock", "ON-PACE*": "no pace"})
    assert reasons == {"ON-PACE:at": "no clock", "ON-PACE": "no pace", "ON-PACE:under": "no pace"}


def test_what_was_met_need_not_be_left_out() -> None:
    said = {"ON-PACE:at": "x", "ON-CAP*": "y", "CN-TOTAL*": "z"}
    assert needless(said, {"ON-PACE:at", "ON-CAP", "CN-TOTAL", "CN-TOTAL:at", "CN-TOTAL:over"}) == [
        "ON-PACE:at",
        "CN-TOTAL*",
    ]
