"""What stands in the files for containers."""

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from mock_isales.settings import known_variables
from mock_isales.variables import CLIENT_VARIABLES

TREE = Path(__file__).parents[2]
FOLDER = TREE / "docker"
VERSION = tomllib.loads((TREE / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
KNOWN = {*known_variables(), *CLIENT_VARIABLES}

_VARIABLE = re.compile(r"\bMOCK_ISALES_[A-Z0-9_]+\b")


class Instruction(NamedTuple):
    """An instruction of the Dockerfile, on one line."""

    name: str
    rest: str

    @property
    def words(self) -> list[str]:
        """What it runs, in the form that needs no shell."""
        words: list[str] = json.loads(self.rest[self.rest.index("[") :])
        return words


def instructions() -> list[Instruction]:
    text = (TREE / "Dockerfile").read_text(encoding="utf-8")
    lines = re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).replace("\\\n", " ").splitlines()
    return [Instruction(*line.split(None, 1)) for line in lines if line]


def of_last_stage(name: str) -> list[Instruction]:
    """The instructions of a name that make the image itself."""
    every = instructions()
    last = max(index for index, each in enumerate(every) if each.name == "FROM")
    return [each for each in every[last:] if each.name == name]


def image_environment() -> dict[str, str]:
    """What the image tells the double."""
    pairs = [pair.split("=", 1) for each in of_last_stage("ENV") for pair in each.rest.split()]
    return {name: value for name, value in pairs if name.startswith("MOCK_ISALES_")}


def port() -> int:
    """The port that the image exposes."""
    (exposed,) = of_last_stage("EXPOSE")
    return int(exposed.rest)


def volume() -> str:
    """Where the image keeps data."""
    (kept,) = of_last_stage("VOLUME")
    return kept.rest


def documents(name: str) -> list[Any]:  # as YAML gives them
    """The documents of a file; `on` is a word there, as GitHub has it."""
    return list(yaml.load_all((FOLDER / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader))


def named_variables(text: str) -> Iterator[str]:
    """The variables of ours that a text names, whether as a setting or in a comment."""
    yield from (name for name in _VARIABLE.findall(text) if not name.endswith("_"))
