"""Survivors: the lies that a suite is known not to notice, each with a reason, in a YAML file."""

from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path

from mock_isales.cli.choosing_lies import NoSuchLie, refuse_unknown
from mock_isales.engine.seed_files import nodes
from mock_isales.engine.seed_files.problems import Malformed, Problem
from mock_isales.engine.seed_files.yaml_text import read_yaml


class BadSurvivors(Exception):  # noqa: N818 - it reads as what it says
    """A list of survivors cannot be used. The message has one line for each problem."""


class Survivors:
    """The lies that are known to survive.

    Args:
        reasons: By a lie's name, or by a pattern that it fits, why it survives.
    """

    def __init__(self, reasons: Mapping[str, str]) -> None:
        self._reasons = reasons

    def reason(self, name: str) -> str | None:
        """Why a lie is known to survive; None if it is not. Its own name comes before patterns that it fits."""
        if name in self._reasons:
            return self._reasons[name]
        return next((reason for each, reason in self._reasons.items() if fnmatchcase(name, each)), None)

    def unneeded(self, noticed: Iterable[str], surviving: Iterable[str]) -> Iterator[str]:
        """What is listed though all of it that was told was noticed."""
        noticed, surviving = list(noticed), list(surviving)
        for each in self._reasons:
            if any(fnmatchcase(name, each) for name in noticed) and not any(
                fnmatchcase(name, each) for name in surviving
            ):
                yield each


def read_survivors(path: Path | None) -> Survivors:
    """The survivors that a file lists; none without a file.

    Raises:
        BadSurvivors: It cannot be read, or is no such list.
    """
    if path is None:
        return Survivors({})
    builder = nodes.Builder()
    try:
        read_yaml(path.read_text(encoding="utf-8"), builder)
    except OSError as error:
        raise BadSurvivors(f"{path}: {(error.strerror or str(error)).lower()}") from None
    except UnicodeDecodeError:
        raise BadSurvivors(f"{path}: not UTF-8; save the file as UTF-8") from None
    except Malformed as malformed:
        raise BadSurvivors(malformed.problem.told(str(path))) from None
    problems = [*builder.problems, *_problems(builder.root)]
    if problems:
        raise BadSurvivors("\n".join(problem.told(str(path)) for problem in sorted(problems)))
    return Survivors({} if builder.root is None else nodes.plain(builder.root))


def _problems(root: nodes.Node | None) -> Iterator[Problem]:
    if root is None:
        return
    if not isinstance(root, nodes.Mapping):
        yield Problem(root.line, "", "must be a mapping of a lie's name to the reason why it survives")
        return
    for name, reason in root.entries.items():
        line = root.line_of(name)
        try:
            refuse_unknown(name)
        except NoSuchLie as error:
            yield Problem(line, "", str(error))
        if not (isinstance(reason, nodes.Scalar) and isinstance(reason.value, str) and reason.value.strip()):
            yield Problem(line, name, "needs a reason, in words")
