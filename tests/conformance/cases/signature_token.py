"""The C2 token: who signs, how, and at what time. Section 3, step 1, and the page about the signature."""

import base64
import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from urllib.parse import quote, quote_plus

from tests.conformance.build import valid
from tests.conformance.c2 import AccessKey, Way, encoded
from tests.conformance.campaigns import Kind
from tests.conformance.case import CONTENT_TYPE, Case, outside, passing, replaced, without
from tests.conformance.interfaces import BOTH, Interface
from tests.conformance.offers import Offer
from tests.conformance.signing import (
    EVERY_VDN,
    FIRST_VDN_ALONE,
    FORGED,
    OTHER_VDN_ALONE,
    SIGNED,
    TOLD,
    Signing,
    in_milliseconds,
    in_seconds,
)

C2 = Offer(auth="c2", access_keys=(TOLD,))
ANY_TIME_AND_EMPTY_LINE = replace(C2, readings=(("c2_empty_query_line", "accept"),), settings=(("c2_window", "0"),))
NOT_ASKED = Offer(auth="off")


def taken(to: Interface, label: str, signing: Signing, offer: Offer = C2) -> Case:
    return passing(to.clause("SIGNATURE"), label, valid(to), signing=signing, offer=offer)


def refused(to: Interface, label: str, signing: Signing, offer: Offer = C2) -> Case:
    return outside(to.clause("SIGNATURE"), label, 401, valid(to), signing=signing, offer=offer)


def keys(to: Interface) -> tuple[Case, ...]:
    clause, body = to.clause("SIGNATURE"), valid(to)
    first, other = Signing(key=FIRST_VDN_ALONE), Signing(key=OTHER_VDN_ALONE)
    return (
        taken(to, "a key of every VDN", SIGNED),
        passing(clause, "a key of every VDN, in the other", body, kind=Kind.OTHER_VDN, signing=SIGNED, offer=C2),
        taken(to, "a key of this VDN", first),
        passing(clause, "a key of this VDN, leading zeros", body, vdn="0001", signing=first, offer=C2),
        passing(clause, "a key of the other VDN, in it", body, kind=Kind.OTHER_VDN, signing=other, offer=C2),
        refused(to, "a key of another VDN", other),
        outside(clause, "a key of this VDN, in the other", 401, body, kind=Kind.OTHER_VDN, signing=first, offer=C2),
        outside(clause, "a key of this VDN, in an unknown one", 401, body, vdn="9", signing=first, offer=C2),
        refused(to, "an unknown key", Signing(key=AccessKey("nobody", EVERY_VDN.sk))),
        refused(to, "a known key in capitals", Signing(key=AccessKey(EVERY_VDN.ak.upper(), EVERY_VDN.sk))),
        refused(to, "no key", Signing(key=AccessKey("", EVERY_VDN.sk))),
        refused(to, "another secret", FORGED),
        refused(to, "another key's secret", Signing(key=AccessKey(EVERY_VDN.ak, OTHER_VDN_ALONE.sk))),
        refused(to, "no secret", Signing(key=AccessKey(EVERY_VDN.ak, ""))),
    )


OTHER_TOKENS = ("x", "auth-v2", "auth-v2/", "auth-v2/////", "auth-v2/ak/time/host/signature", "Basic eDp4", "Bearer x")
REWRITTEN: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("a scheme in front", lambda token: f"auth-v2 {token}"),
    ("another version", lambda token: token.replace("auth-v2/", "auth-v1/")),
    ("another key's name", lambda token: token.replace(EVERY_VDN.ak, FIRST_VDN_ALONE.ak)),
    ("the time cut to seconds", lambda token: re.sub("[.][0-9]{3}Z", "Z", token)),
    ("without the time", lambda token: "/".join(part for part in token.split("/") if "T" not in part)),
    ("without the headers' names", lambda token: "/".join(part for part in token.split("/") if ";" not in part)),
    ("fewer headers", lambda token: token.replace("content-length;", "")),
    ("more headers", lambda token: token.replace(";host", ";host;locale")),
    ("without the signature", lambda token: token.rpartition("/")[0]),
    ("an empty signature", lambda token: f"{token.rpartition('/')[0]}/"),
    ("a signature in capitals", lambda token: "/".join((token.rpartition("/")[0], token[-64:].upper()))),
    ("a signature cut short", lambda token: token[:-1]),
    ("a signature too long", lambda token: f"{token}0"),
    ("another signature", lambda token: f"{token[:-64]}{'0' * 64}"),
    ("one part more", lambda token: f"{token}/x"),
)


def forms(to: Interface) -> tuple[Case, ...]:
    clause, body = to.clause("SIGNATURE"), valid(to)
    return (
        passing(clause, "any token, where none is verified", body),
        *(
            outside(clause, token, 401, body, headers=replaced("Authorization", token), offer=C2)
            for token in OTHER_TOKENS
        ),
        *(refused(to, label, Signing(says=says)) for label, says in REWRITTEN),
    )


MISTAKES = (
    ("the raw digest as the key", Way(key=lambda digest: digest)),
    ("the key in capitals", Way(key=lambda digest: digest.hex().upper().encode())),
    ("the signature in base64", Way(signature=lambda digest: base64.b64encode(digest).decode())),
    ("the body hashed", Way(body=lambda body: hashlib.sha256(body).hexdigest())),
    ("the body as it is", Way(body=bytes.decode)),
    ("the body left out", Way(body=lambda _: "")),
    ("slashes left as they are", Way(encode=quote)),
    ("spaces as plus signs", Way(encode=quote_plus, body=quote_plus)),
    ("percent-encoded in lower case", Way(body=lambda body: encoded(body).replace("%7B", "%7b"))),
    ("headers as they are", Way(encode=bytes.decode)),
)
EMPTY_LINE = Signing(way=Way(empty_query_line=True))


def ways(to: Interface) -> tuple[Case, ...]:
    return (
        *(refused(to, label, Signing(way=way)) for label, way in MISTAKES),
        refused(to, "an empty line for the query", EMPTY_LINE),
        taken(to, "an empty line for the query", EMPTY_LINE, ANY_TIME_AND_EMPTY_LINE),
        taken(to, "no line for the query", SIGNED, ANY_TIME_AND_EMPTY_LINE),
        *(refused(to, label, Signing(way=way), ANY_TIME_AND_EMPTY_LINE) for label, way in MISTAKES[:1]),
    )


WINDOW = 15 * 60
A_DAY, TEN_YEARS = 24 * 60 * 60, 10 * 366 * 24 * 60 * 60
OTHER_TIMES: tuple[tuple[str, Callable[[datetime], str]], ...] = (
    ("no zone", lambda time: f"{time:%Y-%m-%dT%H:%M:%S}"),
    ("a zone in figures", lambda time: f"{time:%Y-%m-%dT%H:%M:%S}+00:00"),
    ("a space between", lambda time: f"{time:%Y-%m-%d %H:%M:%S}Z"),
    ("without hyphens and colons", lambda time: f"{time:%Y%m%dT%H%M%S}Z"),
    ("microseconds", lambda time: f"{time:%Y-%m-%dT%H:%M:%S.%f}Z"),
    ("a date", lambda time: f"{time:%Y-%m-%d}"),
    ("seconds since 1970", lambda time: f"{time.timestamp():.0f}"),
    ("no time", lambda _: ""),
)


def times(to: Interface) -> tuple[Case, ...]:
    """A call on its way grows older: where it must be within the window, that is given half a minute."""
    return (
        taken(to, "a time in seconds", Signing(form=in_seconds)),
        taken(to, "a time in milliseconds", Signing(form=in_milliseconds)),
        *(refused(to, label, Signing(form=form)) for label, form in OTHER_TIMES),
        taken(to, "within the window, past", Signing(ahead=-(WINDOW - 30))),
        taken(to, "within the window, ahead", Signing(ahead=WINDOW - 1)),
        refused(to, "out of the window, past", Signing(ahead=-(WINDOW + 1))),
        refused(to, "out of the window, ahead", Signing(ahead=WINDOW + 30)),
        refused(to, "a day ago", Signing(ahead=-A_DAY)),
        taken(to, "ten years ago", Signing(ahead=-TEN_YEARS), ANY_TIME_AND_EMPTY_LINE),
        taken(to, "in ten years", Signing(ahead=TEN_YEARS), ANY_TIME_AND_EMPTY_LINE),
        *(refused(to, label, Signing(form=form), ANY_TIME_AND_EMPTY_LINE) for label, form in OTHER_TIMES),
    )


def asked(to: Interface) -> tuple[Case, ...]:
    """What is asked of Authorization: that it is there, and more than that or less."""
    clause, body = to.clause("AUTHORIZATION"), valid(to)
    alone = (("Content-Type", CONTENT_TYPE),)
    return (
        passing(clause, "signed", body, signing=SIGNED, offer=C2),
        outside(clause, "absent", 401, body, headers=without("Authorization"), offer=C2),
        outside(clause, "empty", 401, body, headers=replaced("Authorization", ""), offer=C2),
        passing(clause, "absent", body, headers=alone, offer=NOT_ASKED),
        passing(clause, "empty", body, headers=replaced("Authorization", ""), offer=NOT_ASKED),
        passing(clause, "any token", body, headers=replaced("Authorization", "x"), offer=NOT_ASKED),
        passing(to.clause("SIGNATURE"), "forged", body, signing=FORGED, offer=NOT_ASKED),
    )


CASES = tuple(case for to in BOTH for of in (keys, forms, ways, times, asked) for case in of(to))
