"""What there is to say of a server's calls at its end: how many, by operation and code."""

from collections.abc import Iterator
from http import HTTPStatus

from mock_isales.contract.catalogue import INTERFACES
from mock_isales.contract.codes import ResultCode
from mock_isales.engine.journal.tally import Outcome, Tally

_OTHER = "other"
"""Stands for the addresses that are not documented."""

_SUCCESS = {interface.operation: interface.success for interface in INTERFACES}


def summary(tally: Tally) -> Iterator[str]:
    """The lines that tell it."""
    calls = sorted(tally.calls().items(), key=_place)
    total = sum(count for _, count in calls)
    if not total:
        yield "no calls; does the command call the address in MOCK_ISALES_URL?"
        return
    yield f"{total} call{'' if total == 1 else 's'}"
    rows = [(str(count), outcome.operation or _OTHER, _code(outcome), _sentence(outcome)) for outcome, count in calls]
    counts, operations, codes, _ = (max(map(len, column)) for column in zip(*rows, strict=True))
    for count, operation, code, sentence in rows:
        yield f"  {count:>{counts}}  {operation:<{operations}}  {code:<{codes}}  {sentence}".rstrip()


def _place(counted: tuple[Outcome, int]) -> tuple[bool, str, str]:
    outcome, _ = counted
    return outcome.operation is None, outcome.operation or "", _code(outcome)


def _code(outcome: Outcome) -> str:
    return str(outcome.status) if outcome.result_code is None else outcome.result_code


def _sentence(outcome: Outcome) -> str:
    code = outcome.result_code
    if code is None:
        return HTTPStatus(outcome.status).phrase if outcome.status in HTTPStatus.__members__.values() else ""
    if code == ResultCode.SUCCESS:
        return _SUCCESS.get(outcome.operation or "", "")
    return ResultCode(code).sentence.english if code in ResultCode.__members__.values() else "not documented"
