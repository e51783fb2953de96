"""Sends what a case says and gives the answer back."""

from collections.abc import Iterable
from time import monotonic

import httpx

from tests.conformance.answers import check_code
from tests.conformance.campaigns import Kind, usual
from tests.conformance.case import HEADERS, Case
from tests.conformance.interfaces import ON, Interface
from tests.conformance.sentences import Language
from tests.conformance.servers import Double

PACE_SECONDS = 1.0
TRIES = 5


def converse(double: Double, case: Case, language: Language) -> httpx.Response:
    """The answer to the case's own call, after those that come before it."""
    for _ in range(TRIES):
        begun = monotonic()
        *before, response = calls(double, case, language)
        if case.before and case.to is ON and monotonic() - begun > PACE_SECONDS:
            continue  # too slow to say anything about the pace: again, on another campaign
        for call, answer in zip(case.before, before, strict=True):
            check_code(case.to, answer, call.code)
        return response
    raise TimeoutError("this machine is too slow to make two calls within the pace")


def send(
    double: Double, to: Interface, body: bytes | Iterable[bytes], *, kind: Kind | None = None, campaign: int = 0
) -> httpx.Response:
    """One call as documented, on a fresh campaign unless one is given."""
    return double.request("POST", address(double, to, kind, campaign), headers=dict(HEADERS), content=body)


def address(double: Double, to: Interface, kind: Kind | None = None, campaign: int = 0) -> str:
    """The path for a campaign of this kind, of the interface's usual one unless given."""
    kind = kind or usual(to)
    return to.path.format(vdn=kind.value.vdn, campaign=campaign or double.campaigns.fresh(kind))


def calls(double: Double, case: Case, language: Language) -> list[httpx.Response]:
    """The answers to the calls that come before the case's own, and to that."""
    kind = case.kind or (usual(case.to) if case.total_size is None else Kind.EMPTY)
    campaign = case.campaign or str(double.campaigns.fresh(kind))
    path = (case.path or case.to.path).replace("{vdn}", case.vdn or str(kind.value.vdn)).replace("{campaign}", campaign)
    headers = dict(case.headers)
    if case.language is None and language == "en":
        headers["locale"] = "en_US"
    return [
        *(double.request("POST", path, headers=dict(HEADERS), content=call.body) for call in case.before),
        double.request(
            case.method, path, headers=headers, content=case.body.ljust(case.padded_to), signing=case.signing
        ),
    ]
