"""What there is to say of a server's calls at its end: how many, by operation and code."""

from collections.abc import Iterator

from mock_isales.engine.journal.outcomes import Outcome
from mock_isales.engine.journal.tally import Tally
from mock_isales.variables import URL

_OTHER = "other"
"""Stands for the addresses that are not documented."""


def summary(tally: Tally) -> Iterator[str]:
    """The lines that tell it."""
    calls = sorted(tally.calls().items(), key=_place)
    total = sum(count for _, count in calls)
    if not total:
        yield f"no calls; does the command call the address in {URL}?"
        return
    yield f"{total} call{'' if total == 1 else 's'}"
    rows = [(str(count), outcome.operation or _OTHER, outcome.code, outcome.sentence) for outcome, count in calls]
    counts, operations, codes, _ = (max(map(len, column)) for column in zip(*rows, strict=True))
    for count, operation, code, sentence in rows:
        yield f"  {count:>{counts}}  {operation:<{operations}}  {code:<{codes}}  {sentence}".rstrip()


def _place(counted: tuple[Outcome, int]) -> tuple[bool, str, str]:
    outcome, _ = counted
    return outcome.operation is None, outcome.operation or "", outcome.code
