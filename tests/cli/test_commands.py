"""The commands that end of themselves, each in a process of its own."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from mock_isales import __version__
from mock_isales.options import OPTIONS
from tests.serving.processes import run

SEED = """\
vdns:
- id: 1
  blocklist: ["1", "2"]
  campaigns: [{id: 1, pending: 5, calling_numbers: [{access_code: "7"}]}, {id: 2}]
- id: 2
"""


@pytest.mark.parametrize("arguments", [["version"], ["--version"]])
def test_the_version_is_told(arguments: list[str]) -> None:
    ended = run(*arguments)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, f"mock-isales {__version__}\n", "")


@pytest.mark.parametrize("arguments", [[], ["-h"], ["--help"]])
def test_help_says_what_it_is_and_how_to_begin(arguments: list[str]) -> None:
    ended = run(*arguments)
    assert (ended.returncode, ended.stderr) == (0, "")
    for word in (
        "test double",
        "serve",
        "run",
        "ready",
        "demo",
        "check",
        "openapi",
        "worlds",
        "reset",
        "clock",
        "journal",
        "report",
        "why",
        "fault",
        "version",
        "mock-isales serve --store sqlite:///",
    ):
        assert word in ended.stdout


def test_help_of_serve_teaches_every_option_but_those_of_other_commands() -> None:
    text = " ".join(run("serve", "--help").stdout.split())
    assert "--lie" not in text
    for option in (option for option in OPTIONS.values() if not option.hidden):
        assert f"{option.flag} " in text
        assert f"[{option.variable}" in text.replace(" ", "").replace("[", " [") or option.variable in text
        assert option.help in text
    assert (
        "A flag wins over the environment, the environment over the seed file, the seed file over the defaults" in text
    )
    assert "MOCK_ISALES_READINGS__TOTAL_SIZE=accepted" in text


@pytest.mark.parametrize(
    ("arguments", "word"),
    [(["srve"], "Did you mean 'serve'"), (["serve", "--sed", "x"], "--seed"), (["check"], "name a file")],
)
def test_a_slip_is_answered_with_what_was_meant(arguments: list[str], word: str) -> None:
    ended = run(*arguments)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert word in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_good_seed_file_is_told_in_numbers(tmp_path: Path) -> None:
    path = tmp_path / "seed.yaml"
    path.write_text(SEED)
    ended = run("check", str(path))
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout == (
        f"{path}: ok: 2 VDNs, 2 campaigns, 1 calling number, 5 pending records, 0 provisioned numbers, "
        "2 blocklisted numbers\n"
    )


def test_a_bad_seed_file_is_told_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "seed.yaml"
    path.write_text("vdns:\n- idd: 1\n")
    ended = run("check", str(path))
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == (
        f"mock-isales: {path}:2: vdns[0]: id is missing\n"
        f"mock-isales: {path}:2: vdns[0].idd: unknown key; did you mean id?\n"
    )


def test_the_schema_of_seed_files_is_printed() -> None:
    ended = run("check", "--schema")
    schema = json.loads(ended.stdout)
    Draft202012Validator.check_schema(schema)
    assert (ended.returncode, schema["$id"]) == (0, "urn:mock-isales:seed")


def test_the_openapi_document_is_printed_and_nothing_written(tmp_path: Path) -> None:
    seed = tmp_path / "seed.yaml"
    seed.write_text("settings: {calldata_max: 7}")
    variables = {"MOCK_ISALES_STORE": f"sqlite:///{tmp_path / 'x.db'}", "MOCK_ISALES_PORT_FILE": str(tmp_path / "port")}
    ended = run("openapi", "--seed", str(seed), variables=variables)
    assert ended.returncode == 0
    assert len(json.loads(ended.stdout)["paths"]) == 2
    assert '"maxItems": 7' in ended.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["seed.yaml"]


@pytest.mark.parametrize("arguments", [["--reading", "x=1"], ["--seed", "/nowhere"], ["--setting", "x"]])
def test_a_wrong_flag_of_openapi_is_told(arguments: list[str]) -> None:
    ended = run("openapi", *arguments)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("mock-isales: ")
    assert ended.stderr.count("\n") == 1
