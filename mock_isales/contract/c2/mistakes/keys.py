"""Mistakes with the keys, and with how the signature is written."""

import hmac
from base64 import b64encode, urlsafe_b64encode
from dataclasses import replace

from mock_isales.contract.c2.mistakes.drafts import Draft
from mock_isales.contract.c2.mistakes.mistake import Change, MistakeKind, known
from mock_isales.contract.c2.requests import wire_of


def _digest(draft: Draft) -> bytes:
    return hmac.digest(wire_of(draft.secret), wire_of(draft.prefix), "sha256")


def _base64_key(draft: Draft) -> bytes:
    return b64encode(_digest(draft))


def _base64(digest: bytes) -> str:
    return b64encode(digest).decode()


def _base64_unpadded(digest: bytes) -> str:
    return _base64(digest).rstrip("=")


def _base64_for_urls(digest: bytes) -> str:
    return urlsafe_b64encode(digest).decode()


def _base64_for_urls_unpadded(digest: bytes) -> str:
    return _base64_for_urls(digest).rstrip("=")


def _upper_hex(digest: bytes) -> str:
    return digest.hex().upper()


def _secret_itself(draft: Draft) -> bytes:
    return wire_of(draft.secret)


def _around_secret(before: str, after: str) -> Change:
    return lambda draft: replace(draft, secret=f"{before}{draft.secret}{after}")


def _secret_stripped(draft: Draft) -> Draft:
    return replace(draft, secret=draft.secret.strip())


KEYS = (
    known(
        MistakeKind.RAW_KEY,
        "The second key is the 32 raw bytes of the first HMAC.",
        "Write the first HMAC in lower-case hex, and use the bytes of these 64 characters as the second key.",
        lambda draft: replace(draft, key=_digest),
        often=True,
    ),
    known(
        MistakeKind.BASE64,
        "An HMAC is written in base64.",
        "Write both the signing key and the signature in lower-case hex.",
        lambda draft: replace(draft, written=_base64),
        lambda draft: replace(draft, key=_base64_key),
        lambda draft: replace(draft, key=_base64_key, written=_base64),
        lambda draft: replace(draft, written=_base64_unpadded),
        lambda draft: replace(draft, written=_base64_for_urls),
        lambda draft: replace(draft, written=_base64_for_urls_unpadded),
        often=True,
    ),
    known(
        MistakeKind.SECRET_WHITE_SPACE,
        "The SK has white space around it on one side only, the client's or the server's.",
        "Strip the SK: a line break at the end of a file or of an environment variable is part of what is read.",
        *(
            _around_secret(*around)
            for around in [("", "\n"), ("", " "), (" ", ""), ("", "\r\n"), ("", "\r"), ("", "\t")]
        ),
        _around_secret(" ", " "),
        _around_secret("\n", ""),
        _secret_stripped,
        often=True,
    ),
    known(
        MistakeKind.UPPER_CASE_SIGNATURE,
        "The signature is written in upper-case hex.",
        "Write it in lower-case hex.",
        lambda draft: replace(draft, written=_upper_hex),
    ),
    known(
        MistakeKind.NO_SIGNING_KEY,
        "The canonical request is signed with the SK itself.",
        "Make the signing key first: the lower-case hex of HMAC-SHA256 of the prefix under the SK.",
        lambda draft: replace(draft, key=_secret_itself),
    ),
)
