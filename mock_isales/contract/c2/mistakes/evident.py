"""Mistakes that a token shows by itself."""

from collections.abc import Mapping
from hmac import compare_digest

from mock_isales.contract.c2.access_keys import AccessKey
from mock_isales.contract.c2.mistakes.headers import NAMES_IN_UPPER_CASE, UNSORTED
from mock_isales.contract.c2.mistakes.mistake import Mistake, MistakeKind
from mock_isales.contract.c2.requests import wire_of
from mock_isales.contract.c2.tokens import Token

_SECRET_AS_NAME = Mistake(
    MistakeKind.SECRET_AS_NAME,
    "An SK stands in the token where the AK belongs, and so went over the wire.",
    "Put the AK there; the SK is never sent.",
)


def evident_in_names(token: Token) -> tuple[Mistake, ...]:
    """The mistake in the names that a token announces: their case, or their order."""
    if token.signed_headers == token.names:
        return ()
    return (UNSORTED.mistake,) if sorted(token.signed_headers) == token.names else (NAMES_IN_UPPER_CASE.mistake,)


def secret_as_name(token: Token, keys: Mapping[str, AccessKey]) -> tuple[Mistake, ...]:
    """The mistake of a token whose AK is not known, if what stands there is the SK of a known one."""
    ak = wire_of(token.ak)
    return (_SECRET_AS_NAME,) if any(compare_digest(ak, wire_of(key.sk)) for key in keys.values()) else ()
