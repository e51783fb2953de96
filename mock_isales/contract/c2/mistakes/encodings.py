"""Mistakes with the percent-encoding."""

import re
from dataclasses import replace
from urllib.parse import quote, quote_plus

from mock_isales.contract.c2.encoding import enc
from mock_isales.contract.c2.mistakes.mistake import MistakeKind, known

_HEX = re.compile("%[0-9A-F]{2}")


def _slashes_left(value: bytes) -> str:
    return quote(value)


def _lower_hex(value: bytes) -> str:
    return _HEX.sub(lambda found: found[0].lower(), enc(value))


def _form_encoded(value: bytes) -> str:
    return quote_plus(value)


def _form_encoded_by_java(value: bytes) -> str:
    return quote_plus(value, safe="*").replace("~", "%7E")


def _encoded_by_javascript(value: bytes) -> str:
    return quote(value, safe="!'()*")


ENCODINGS = (
    known(
        MistakeKind.SLASH_NOT_ENCODED,
        "A slash is left as it is in the query, the headers' values or the body.",
        "Encode it as %2F everywhere but in the path (Python: quote(text, safe='')).",
        lambda draft: replace(draft, escape=_slashes_left),
        lambda draft: replace(draft, escape_header=_slashes_left),
        lambda draft: replace(draft, escape_body=_slashes_left),
        often=True,
    ),
    known(
        MistakeKind.LOWER_CASE_HEX,
        "The percent-encoding has lower-case hex (%2f).",
        "Write it in upper-case hex (%2F).",
        lambda draft: replace(draft, escape=_lower_hex),
        lambda draft: replace(draft, escape_header=_lower_hex),
        lambda draft: replace(draft, escape_body=_lower_hex),
        often=True,
    ),
    known(
        MistakeKind.FORM_ENCODING,
        "A space is encoded as a plus sign, as forms and Java's URLEncoder have it.",
        "Encode a space as %20 and an asterisk as %2A, and leave a tilde as it is.",
        lambda draft: replace(draft, escape=_form_encoded),
        lambda draft: replace(draft, escape=_form_encoded_by_java),
        lambda draft: replace(draft, escape_body=_form_encoded),
        lambda draft: replace(draft, escape_body=_form_encoded_by_java),
        often=True,
    ),
    known(
        MistakeKind.MARKS_NOT_ENCODED,
        "Some of ! ' ( ) * are left as they are, as JavaScript's encodeURIComponent does.",
        "Encode everything but A-Z a-z 0-9 - . _ ~.",
        lambda draft: replace(draft, escape=_encoded_by_javascript),
        often=True,
    ),
)
