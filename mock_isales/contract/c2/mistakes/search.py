"""The search for the mistake that explains a signature. It is bounded, and for refused calls only."""

from collections.abc import Iterator
from dataclasses import dataclass
from hmac import compare_digest
from itertools import chain, combinations, islice

from mock_isales.contract.c2.mistakes.bodies import BODIES
from mock_isales.contract.c2.mistakes.drafts import Draft, draft_of
from mock_isales.contract.c2.mistakes.encodings import ENCODINGS
from mock_isales.contract.c2.mistakes.evident import evident_in_names
from mock_isales.contract.c2.mistakes.headers import HEADERS
from mock_isales.contract.c2.mistakes.keys import KEYS
from mock_isales.contract.c2.mistakes.layouts import LAYOUTS
from mock_isales.contract.c2.mistakes.mistake import Change, Mistake
from mock_isales.contract.c2.mistakes.targets import TARGETS
from mock_isales.contract.c2.requests import SignedRequest, wire_of
from mock_isales.contract.c2.tokens import Token

KNOWN = (*KEYS, *ENCODINGS, *TARGETS, *HEADERS, *BODIES, *LAYOUTS)
"""All mistakes that are looked for in a signature; of several that explain it alike, the first is named."""

LARGEST = 81_920
"""The bytes of query, headers and body up to which a request is searched."""

LARGEST_FOR_TWO = 16_384
"""The same for two mistakes at once."""

MOST_TRIES = 500
"""No more signatures than these are computed."""

_OFTEN = tuple(known for known in KNOWN if known.often)


@dataclass(frozen=True, slots=True)
class _Try:
    """Changes made one after the other, and the mistakes that they stand for."""

    mistakes: tuple[Mistake, ...]
    changes: tuple[Change, ...]


_SINGLE = tuple(_Try((known.mistake,), (change,)) for known in KNOWN for change in known.changes)
_DOUBLE = tuple(
    _Try((one.mistake, other.mistake), (one.changes[0], other.changes[0])) for one, other in combinations(_OFTEN, 2)
)


def find_mistakes(request: SignedRequest, token: Token, secret: str) -> tuple[Mistake, ...]:
    """The mistakes that explain a signature which is not the right one; none if it remains unexplained.

    Args:
        request: The request as it was received.
        token: The token that it carried.
        secret: The SK of the token's access key.
    """
    sent = wire_of(token.signature)
    for mistakes, draft in islice(_drafts(request, token, secret), MOST_TRIES):
        if compare_digest(wire_of(draft.signature()), sent):
            return mistakes
    return evident_in_names(token)


def _drafts(request: SignedRequest, token: Token, secret: str) -> Iterator[tuple[tuple[Mistake, ...], Draft]]:
    size = len(request.body) + len(request.query) + sum(len(name) + len(value) for name, value in request.headers)
    if size > LARGEST:
        return
    starts = [draft_of(request, token, secret, path) for path in request.paths]
    for start in starts:
        yield evident_in_names(token), start
    for each in chain(_SINGLE, _DOUBLE if size <= LARGEST_FOR_TWO else ()):
        for start in starts:
            draft = start
            for change in each.changes:
                draft = change(draft)
            if draft is not start:
                yield each.mistakes, draft
