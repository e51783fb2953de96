"""The list of packages, as CycloneDX has it."""

import json
import os
import sys
import venv
from pathlib import Path

import pytest

from release import building
from release.building import installed
from release.sbom import file_of, list_packages


@pytest.fixture
def python(tmp_path: Path) -> Path:
    """The Python of a virtual environment with one package."""
    folder = tmp_path / "environment"
    venv.create(folder)
    (packages,) = folder.glob("lib/python3*/site-packages")
    about = packages / "theirs-1.2.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: theirs\nVersion: 1.2\n")
    return folder / "bin" / "python"


def test_it_is_made_by_the_environment_s_own_tool_wherever_its_commands_are(
    python: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = str(Path(sys.executable).parent)
    others = [each for each in os.environ["PATH"].split(os.pathsep) if each != folder]
    monkeypatch.setenv("PATH", os.pathsep.join(others))
    file = tmp_path / "list.json"
    list_packages(python, file)
    told = json.loads(file.read_text(encoding="utf-8"))
    assert told["bomFormat"] == "CycloneDX"
    assert [(each["name"], each["version"]) for each in told["components"]] == [("theirs", "1.2")]
    about = told["metadata"]["component"]
    assert (about["name"], about["version"], about["type"]) == ("mock-isales", "0.1.0", "application")


@pytest.mark.parametrize(
    ("extras", "what", "name"),
    [
        ("", "x.whl", "mock-isales-0.1.0.cdx.json"),
        ("ui", "x.whl[ui]", "mock-isales-0.1.0-ui.cdx.json"),
        ("ui,postgres", "x.whl[ui,postgres]", "mock-isales-0.1.0-ui-postgres.cdx.json"),
    ],
)
def test_an_image_with_extras_has_a_list_of_its_own(
    monkeypatch: pytest.MonkeyPatch, extras: str, what: str, name: str
) -> None:
    run: list[tuple[str, ...]] = []
    monkeypatch.setattr(building, "output_of", lambda *command: run.append(command))
    installed(Path("x.whl"), Path("environment"), extras)
    (install,) = [command for command in run if "install" in command]
    assert install[-1] == what
    assert file_of(extras).name == name
