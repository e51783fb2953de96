"""How a token is verified: form, key, VDN, time, signature."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from hmac import compare_digest

from mock_isales.contract.c2.gates import Gate, Step, Unverified, Verified
from mock_isales.contract.c2.mistakes.evident import secret_as_name
from mock_isales.contract.c2.mistakes.local_time import local_time
from mock_isales.contract.c2.mistakes.mistake import Mistake
from mock_isales.contract.c2.mistakes.search import find_mistakes
from mock_isales.contract.c2.requests import SignedRequest, wire_of
from mock_isales.contract.c2.signing import (
    canonical_rest,
    canonical_start,
    signature,
    signing_key,
)
from mock_isales.contract.c2.timestamps import duration, timestamp
from mock_isales.contract.c2.tokens import Malformed, Token, parse_token

_LONGEST_LIKENED = 128
_HEADER = re.compile(r"[!#$%&'*+.^_`|~0-9a-z-]{1,64}")


@dataclass(slots=True)
class _Case:
    """A token that can be read, and its request, which has all headers that the token announces.

    Attributes:
        values: The request's headers, by lower-case name.
    """

    token: Token
    request: SignedRequest
    values: Mapping[str, str]

    def canonical(self) -> str:
        """The canonical request that is shown."""
        return canonical_start(self.request.method, self.request.path) + self._rest(empty_query_line=False)

    def accepted(self, *, empty_query_line: bool) -> Iterator[str]:
        """The canonical requests of which one must have been signed."""
        for with_empty_line in (False, True) if empty_query_line else (False,):
            rest = self._rest(empty_query_line=with_empty_line)
            for path in self.request.paths:
                yield canonical_start(self.request.method, path) + rest

    def is_signed(self, secret: str, *, empty_query_line: bool) -> bool:
        """Whether the signature is right. With names that are announced in another order or case it never is."""
        if self.token.signed_headers != self.token.names:
            return False
        key = signing_key(secret, self.token.prefix)
        sent = wire_of(self.token.signature)
        for canonical in self.accepted(empty_query_line=empty_query_line):
            if compare_digest(signature(key, canonical).encode(), sent):
                return True
        return False

    def refused(self, step: Step, detail: str, mistakes: tuple[Mistake, ...] = ()) -> Unverified:
        """The refusal at a step."""
        return Unverified(step, detail, tuple(self.token.names), mistakes, self.canonical)

    def _rest(self, *, empty_query_line: bool) -> str:
        return canonical_rest(self.request, self.token.names, self.values, empty_query_line=empty_query_line)


def verify(  # noqa: PLR0913 - a verification has that many sides
    authorization: str, request: SignedRequest, gate: Gate, vdn: int | None, now_us: int, *, explain: bool = True
) -> Verified | Unverified:
    """Verify the token of a request.

    Args:
        authorization: The header's value.
        request: The request as it was received.
        gate: What is asked of tokens.
        vdn: The VDN of the path; None if none can be read there, which is for others to refuse.
        now_us: What the clock that judges says, in microseconds since the epoch.
        explain: Whether to look for the mistake that explains a wrong signature, which takes a hundred times longer.
    """
    token = parse_token(authorization)
    if isinstance(token, Malformed):
        return Unverified(Step.FORM, token.reason)
    case = _Case(token, request, request.header_values())
    lacking = [name for name in token.names if name not in case.values]
    if lacking:
        return Unverified(Step.FORM, f"The token says that {_named(lacking[0], gate)} is signed; the request lacks it.")
    return _judged(case, gate, vdn, now_us, explain=explain)


def _judged(case: _Case, gate: Gate, vdn: int | None, now_us: int, *, explain: bool) -> Verified | Unverified:
    """The steps from the key on."""
    token = case.token
    key = gate.keys.get(token.ak)
    if key is None:
        return case.refused(Step.KEY, _unknown_key(token, gate), secret_as_name(token, gate.keys))
    if vdn is not None and not key.may_call_for(vdn):
        return case.refused(Step.VDN, f"The access key {key.ak} may not call for the VDN {vdn}.")
    ahead_us = token.microseconds - now_us
    if 0 < gate.window_us < abs(ahead_us):
        return case.refused(Step.TIME, _untimely(token, gate, now_us), local_time(ahead_us))
    if case.is_signed(key.sk, empty_query_line=gate.empty_query_line):
        return Verified(key.ak)
    detail = "The signature is not the one that the server computes for this request."
    return case.refused(Step.SIGNATURE, detail, find_mistakes(case.request, token, key.sk) if explain else ())


def _named(header: str, gate: Gate) -> str:
    """A header, by its name if it can be one: anything may stand in its place, a secret too."""
    is_secret = any(key.sk.lower() == header for key in gate.keys.values())
    return f"the header {header}" if _HEADER.fullmatch(header) and not is_secret else "a header"


def _unknown_key(token: Token, gate: Gate) -> str:
    """What to say of an AK that is not known; it is not repeated, as a secret may stand in its place."""
    detail = "The access key of the token is not known."
    close = get_close_matches(token.ak, gate.keys, n=1) if len(token.ak) <= _LONGEST_LIKENED else []
    return f"{detail} The nearest that is known is {close[0]}." if close else detail


def _untimely(token: Token, gate: Gate, now_us: int) -> str:
    ahead_us = token.microseconds - now_us
    distance = f"{duration(abs(ahead_us))} {'ahead of' if ahead_us > 0 else 'behind'} {gate.clock}"
    allowed = f"at most {duration(gate.window_us)} are allowed"
    return f"The token's time {token.timestamp} is {distance}, which says {timestamp(now_us)}; {allowed}."
