"""Mistakes with the body."""

import json
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from mock_isales.contract.c2.mistakes.drafts import Draft, Escape
from mock_isales.contract.c2.mistakes.mistake import Change, MistakeKind, known
from mock_isales.contract.c2.requests import text_of

_LARGEST_JSON = 65_536


def _hashed(body: bytes, escape: Escape) -> str:  # noqa: ARG001 - the ways to sign a body share one form
    return sha256(body).hexdigest()


def _hashed_in_upper_case(body: bytes, escape: Escape) -> str:  # noqa: ARG001
    return sha256(body).hexdigest().upper()


def _hashed_in_base64(body: bytes, escape: Escape) -> str:  # noqa: ARG001
    return b64encode(sha256(body).digest()).decode()


def _as_it_is(body: bytes, escape: Escape) -> str:  # noqa: ARG001
    return text_of(body)


def _left_out(body: bytes, escape: Escape) -> str:  # noqa: ARG001
    return ""


def _written_anew(*, compact: bool, ascii_only: bool) -> Change:
    separators = (",", ":") if compact else (", ", ": ")

    def change(draft: Draft) -> Draft:
        if len(draft.body) > _LARGEST_JSON:
            return draft
        try:
            text = json.dumps(json.loads(draft.body), separators=separators, ensure_ascii=ascii_only)
            return replace(draft, body=text.encode())
        except (ValueError, RecursionError):  # it is no JSON, or none that can be written
            return draft

    return change


def _ways_to_write_json() -> Iterator[Change]:
    for compact in (True, False):
        for ascii_only in (False, True):
            yield _written_anew(compact=compact, ascii_only=ascii_only)


BODIES = (
    known(
        MistakeKind.BODY_HASHED,
        "The SHA-256 of the body stands in the canonical request.",
        "Percent-encode the body itself; where there is none, nothing stands there.",
        lambda draft: replace(draft, body_text=_hashed),
        lambda draft: replace(draft, body_text=_hashed_in_upper_case),
        lambda draft: replace(draft, body_text=_hashed_in_base64),
        often=True,
    ),
    known(
        MistakeKind.BODY_NOT_ENCODED,
        "The body stands in the canonical request as it is.",
        "Percent-encode it.",
        lambda draft: replace(draft, body_text=_as_it_is),
        often=True,
    ),
    known(
        MistakeKind.BODY_LEFT_OUT,
        "The body is not signed.",
        "Append it to the canonical request, percent-encoded.",
        lambda draft: replace(draft, body_text=_left_out),
        often=True,
    ),
    known(
        MistakeKind.BODY_WRITTEN_ANEW,
        "Another body was signed than was sent: the JSON was written twice, or its last line break was cut.",
        "Write the JSON once, sign these bytes and send the same bytes.",
        *_ways_to_write_json(),
        lambda draft: replace(draft, body=draft.body + b"\n"),
        lambda draft: replace(draft, body=draft.body.strip()),
    ),
)
