"""Omissions: points that a suite leaves out on purpose, each with its reason, told in a file."""

import tomllib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from mock_isales.engine.coverage.points import POINTS
from mock_isales.engine.seed_files import nodes
from mock_isales.engine.seed_files.problems import Malformed
from mock_isales.engine.seed_files.wording import nearest
from mock_isales.engine.seed_files.yaml_text import read_yaml

Omissions = Mapping[str, str]
"""The reason of each omission, by the id of a point, or by the beginning of ids with a `*` behind it."""

MAX_BYTES = 1024 * 1024

_SHOWN = 80


class BadOmissions(ValueError):  # noqa: N818 - it reads as what it says
    """A file of omissions cannot be used; the message has a line for each reason."""


def read_omissions(path: Path) -> Omissions:
    """The omissions of a file: YAML, or TOML if its name ends so; a mapping of ids to reasons.

    Raises:
        BadOmissions: The file cannot be read, or holds something else.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
        if len(content) > MAX_BYTES:
            raise BadOmissions(f"{path}: larger than 1 MiB")
        said = tomllib.loads(content.decode()) if path.suffix.lower() == ".toml" else _from_yaml(content.decode(), path)
    except OSError as error:
        raise BadOmissions(f"{path}: {(error.strerror or str(error)).lower()}") from None
    except UnicodeDecodeError:
        raise BadOmissions(f"{path}: not UTF-8") from None
    except Malformed as malformed:
        raise BadOmissions(malformed.problem.told(str(path))) from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadOmissions(f"{path}: {' '.join(str(error).split()) or 'nested too deep'}") from None
    if said is None:
        return {}
    if not isinstance(said, dict):
        raise BadOmissions(f"{path}: must be a mapping of points to reasons, as ON-STORING: no database fails here")
    wrong = [f"{path}: {reason}" for each, why in said.items() for reason in _wrong(each, why)]
    if wrong:
        raise BadOmissions("\n".join(wrong))
    return {str(each): " ".join(why.split()) for each, why in said.items()}


def omitted(omissions: Omissions) -> dict[str, str]:
    """The points that are left out, with the reason of each; where two are said of one, the first counts."""
    reasons: dict[str, str] = {}
    for each, why in omissions.items():
        for point in meant(each):
            reasons.setdefault(point, why)
    return reasons


def needless(omissions: Omissions, met: Collection[str]) -> list[str]:
    """Those that are not needed any more: all that they leave out has been met."""
    return [each for each in omissions if all(point in met for point in meant(each))]


def meant(said: str) -> list[str]:
    """The points that an omission means."""
    if said.endswith("*"):
        return [point for point in POINTS if point.startswith(said[:-1])]
    return [said] if said in POINTS else []


def _from_yaml(text: str, path: Path) -> Any:  # noqa: ANN401 - whatever the file holds
    builder = nodes.Builder()
    read_yaml(text, builder)
    if builder.problems:
        raise BadOmissions("\n".join(problem.told(str(path)) for problem in builder.problems))
    return None if builder.root is None else nodes.plain(builder.root)


def _wrong(said: object, why: object) -> Iterator[str]:
    shown = str(said)[:_SHOWN]
    if not isinstance(said, str) or not meant(said):
        close = nearest(shown, POINTS)
        yield f"{shown} is no point of coverage{f'; the nearest is {close}' if close else ''}"
    if not isinstance(why, str) or not why.strip():
        yield f"{shown}: say the reason"
    elif not " ".join(why.split()).isprintable():
        yield f"{shown}: the reason has a character that cannot be shown"
