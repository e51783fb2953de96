"""Which lies are told: those that are asked for."""

from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

from mock_isales.contract.catalogue import INTERFACES
from mock_isales.engine.coverage.omissions import omitted, read_omissions
from mock_isales.engine.coverage.points import POINTS
from mock_isales.engine.lies.catalogue import LIES
from mock_isales.engine.lies.lie import Lie
from mock_isales.engine.seed_files.wording import nearest


class NoSuchLie(Exception):  # noqa: N818 - it reads as what it says
    """What is asked for is no lie, or none about such an operation."""


class Wanted(NamedTuple):
    """Which lies are to be told.

    Attributes:
        only: Patterns of those that are told alone; all, if there are none.
        operation: The operation that they are about; None for all.
        omit: A file with the points of coverage whose lies are left out, each with its reason; None: none are.
    """

    only: Sequence[str] = ()
    operation: str | None = None
    omit: str | None = None


def chosen(wanted: Wanted) -> list[Lie]:
    """The lies that are wanted.

    Raises:
        NoSuchLie: A pattern fits none, or there is no such operation, or all that is wanted leaves none.
        BadOmissions: The file cannot be used.
    """
    only, operation = wanted.only, wanted.operation
    known = [interface.operation for interface in INTERFACES]
    if operation is not None and operation not in known:
        raise NoSuchLie(f"{operation[:80]} is no operation: it must be {' or '.join(known)}{_meant(operation, known)}")
    for pattern in only:
        refuse_unknown(pattern)
    lies = [
        lie
        for lie in LIES.values()
        if (not only or any(fnmatchcase(lie.name, each) for each in only)) and operation in {None, lie.operation}
    ]
    about = f" about {operation}" if operation else ""
    if not lies:
        raise NoSuchLie(f"no lie{about} fits {', '.join(only)}")
    left_out = {} if wanted.omit is None else omitted(read_omissions(Path(wanted.omit)))
    kept = [lie for lie in lies if not _points(lie) <= left_out.keys()]
    if not kept:
        fitting = f" that fit {', '.join(only)}" if only else ""
        raise NoSuchLie(f"all lies{about}{fitting} are left out")
    return kept


def _points(lie: Lie) -> set[str]:
    """The points of coverage whose calls may show a lie; any of its operation, where any answer may."""
    return {lie.point} if lie.point else {each.id for each in POINTS.values() if each.operation == lie.operation}


def refuse_unknown(pattern: str) -> None:
    """Refuse a pattern that fits no lie.

    Raises:
        NoSuchLie: It does not.
    """
    if not any(fnmatchcase(name, pattern) for name in LIES):
        hint = _meant(pattern, list(LIES)) or "; mock-isales mutate --list tells which there are"
        raise NoSuchLie(f"{pattern[:80]} is no lie{hint}")


def _meant(word: str, known: Sequence[str]) -> str:
    close = nearest(word[:80], known)
    return f"; did you mean {close}?" if close else ""
