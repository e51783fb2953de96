"""Nothing that a user can say is left out of the reference."""

import re
from typing import get_args

import pytest
import yaml

from mock_isales.contract.catalogue import CLAUSES
from mock_isales.contract.codes import ResultCode
from mock_isales.contract.readings import Readings
from mock_isales.contract.service import ServiceSettings
from mock_isales.control.catalogue import OPERATIONS
from mock_isales.engine.seeds import Seed, SeedCampaign
from mock_isales.options import OPTIONS
from mock_isales.settings import known_variables
from mock_isales.testing import Control, World, pytest_plugin
from mock_isales.variables import CLIENT_VARIABLES
from tests.docs.naming import flags_of, program_commands
from tests.docs.pages import blocks_of, text_of

CONTRACT = text_of("docs/contract.md")
OTHERS_HAVE = {"MOCK_ISALES_LIE"}
"""What is told by another command of the program alone."""


def rows_of(page: str, first: str) -> list[str]:
    """The rows of a page's tables that have this as the first cell."""
    return [line for line in text_of(page).splitlines() if line.startswith(f"| `{first}` |")]


@pytest.mark.parametrize("clause", CLAUSES)
def test_every_clause(clause: str) -> None:
    (row,) = rows_of("docs/contract.md", clause)
    assert CLAUSES[clause].sentence.english in row


@pytest.mark.parametrize("code", list(ResultCode), ids=lambda code: code.value)
def test_every_code(code: ResultCode) -> None:
    assert len(rows_of("docs/contract.md", code.value)) == 1


@pytest.mark.parametrize("name", Readings.model_fields)
def test_every_reading_with_its_alternatives_default_and_reason(name: str) -> None:
    field = Readings.model_fields[name]
    (row,) = rows_of("docs/contract.md", name)
    _, _, default, others, title, reason, _ = (cell.strip() for cell in row.split(" | ".strip()))
    assert default == f"`{field.default}`"
    assert {*re.findall(r"`(\w+)`", others)} == {*get_args(field.annotation)} - {field.default}
    assert (title, reason) == (field.title, field.description)
    assert all((title, reason))


@pytest.mark.parametrize("name", ServiceSettings.model_fields)
def test_every_setting(name: str) -> None:
    (row,) = rows_of("docs/contract.md", name)
    assert f"| {ServiceSettings.model_fields[name].title} |" in row


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_every_route(operation: object) -> None:
    text = text_of("docs/control.md")
    assert f"`{operation.method} /_mock{operation.path}` answers" in text  # type: ignore[attr-defined]


def test_every_fixture() -> None:
    defined = {name for name, each in vars(pytest_plugin).items() if "Fixture" in type(each).__name__}
    assert defined == {"isales", "isales_server", "isales_settings"}
    assert {*re.findall(r"^### (\w+)$", text_of("docs/fixtures.md"), re.MULTILINE)} == defined


@pytest.mark.parametrize("kind", [Control, World], ids=lambda kind: kind.__name__)
def test_every_method_of_the_client(kind: type) -> None:
    text = text_of("docs/client.md")
    for name in (name for name in vars(kind) if not name.startswith("_")):
        assert f"`.{name}" in text


@pytest.mark.parametrize(("words", "command"), program_commands(), ids=lambda each: f"{each}")
def test_every_command_with_every_flag(words: str, command: object) -> None:
    section = text_of("docs/commands.md").partition(f"\n## {words}\n")[2].partition("\n## ")[0]
    hidden = {option.flag for option in OPTIONS.values() if option.hidden}
    for flag in flags_of(command) - {"-h", "--help"} - hidden:
        assert re.search(rf"[` ]{flag}[`, ]", section), flag


def test_every_variable() -> None:
    named = {*re.findall(r"^\| `(MOCK_ISALES_\w+)` \|", text_of("docs/environment.md"), re.MULTILINE)}
    tables = {"MOCK_ISALES_READINGS", "MOCK_ISALES_SETTINGS"}
    assert named == {*known_variables(), *CLIENT_VARIABLES} - OTHERS_HAVE - tables


def test_the_seed_is_one_and_shows_the_defaults() -> None:
    (text,) = [block.text for block in blocks_of("docs/seed-file.md") if block.language == "yaml"]
    seed = Seed.model_validate(yaml.safe_load(text))
    assert seed.settings == ServiceSettings()
    assert seed.readings == Readings()
    shown, bare = seed.vdns[0].campaigns[0], SeedCampaign(id=1)
    said_otherwise = {name for name in SeedCampaign.model_fields if getattr(shown, name) != getattr(bare, name)}
    assert said_otherwise == {"name", "calling_numbers"}


def test_every_key_of_a_seed() -> None:
    named = {*re.findall(r"^\| `(\w+)` \|", text_of("docs/seed-file.md"), re.MULTILINE)}
    assert named == {
        *("access_keys", "settings", "readings", "vdns", "id", "blocklist", "provisioned_numbers", "campaigns"),
        *("name", "state", "device_type", "result_policy", "call_mode", "pending", "calling_numbers"),
        *("access_code", "priority", "ak", "sk"),
    }
