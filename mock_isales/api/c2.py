"""C2 on the wire: whether a call is signed, with an access key that may call for its VDN."""

import asyncio
from collections.abc import Callable
from functools import lru_cache, partial
from time import time_ns

from fastapi import Request

from mock_isales.contract.c2.gates import Gate, Step, Unverified
from mock_isales.contract.c2.requests import SignedRequest, text_of
from mock_isales.contract.c2.verifying import verify
from mock_isales.contract.forms import is_digits
from mock_isales.contract.service import Terms
from mock_isales.engine.addresses import without_prefix
from mock_isales.engine.worlds import World

_KINDS_OF_TERMS = 64
_LONGEST_VDN = 18
_NS_PER_US = 1000


class C2:
    """Verifies the tokens of calls.

    Args:
        wall: The host's time, in nanoseconds since the epoch. It is read anew for each call: clients sign with their
            host's time, and a machine that has slept goes on with the right one.
    """

    def __init__(self, wall: Callable[[], int] = time_ns) -> None:
        self._wall = wall
        self._gate_under = lru_cache(_KINDS_OF_TERMS)(gate_under)

    async def refuse(self, request: Request, body: bytes, world: World) -> Unverified | None:
        """The refusal of a call whose token is not right; None if it is.

        What explains a wrong one is looked for in a thread, so that other calls do not wait for it.
        """
        terms = world.terms
        by_world = terms.service.c2_clock == "world"
        now = world.clock() if by_world else self._wall() // _NS_PER_US
        token = text_of(request.headers.get("authorization", "").encode("latin-1"))
        judge = partial(verify, token, signed_request(request, body), self._gate_under(terms), _vdn_of(request), now)
        verdict = judge(explain=False)
        if isinstance(verdict, Unverified) and verdict.step is Step.SIGNATURE:
            verdict = await asyncio.to_thread(judge)
        return verdict if isinstance(verdict, Unverified) else None


def gate_under(terms: Terms) -> Gate:
    """What is asked of tokens under some terms."""
    return Gate(
        keys={key.ak: key for key in terms.access_keys},
        window_us=terms.service.c2_window_us,
        clock=f"the {terms.service.c2_clock}'s clock",
        empty_query_line=terms.readings.c2_empty_query_line == "accept",
    )


def signed_request(request: Request, body: bytes) -> SignedRequest:
    """A call as it was received, as far as it is signed: with a world's prefix, or without it."""
    scope = request.scope
    path: bytes = scope["raw_path"]
    sent = text_of(path)
    documented = without_prefix(sent)
    others = () if documented == sent else (documented,)
    return SignedRequest.of_wire(scope["method"], path, scope["query_string"], scope["headers"], body, others)


def _vdn_of(request: Request) -> int | None:
    vdn: str = request.path_params["vdnId"]
    return int(vdn) if is_digits(vdn) and len(vdn) <= _LONGEST_VDN else None
