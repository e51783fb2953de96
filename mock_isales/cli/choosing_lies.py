"""Which lies are told: those that are asked for."""

from collections.abc import Sequence
from fnmatch import fnmatchcase

from mock_isales.contract.catalogue import INTERFACES
from mock_isales.engine.lies.catalogue import LIES
from mock_isales.engine.lies.lie import Lie
from mock_isales.engine.seed_files.wording import nearest


class NoSuchLie(Exception):  # noqa: N818 - it reads as what it says
    """What is asked for is no lie, or none about such an operation."""


def chosen(only: Sequence[str], operation: str | None) -> list[Lie]:
    """Those that fit one of the patterns, if there are any, and are about an operation, if one is named.

    Raises:
        NoSuchLie: A pattern fits none, or there is no such operation, or both together leave none.
    """
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
    if not lies:
        raise NoSuchLie(f"no lie about {operation} fits {', '.join(only)}")
    return lies


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
