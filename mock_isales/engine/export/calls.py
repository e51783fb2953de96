"""What is sent again of a call that a journal keeps, and what is to be known of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from mock_isales.contract.catalogue import INTERFACES
from mock_isales.engine.journal.entries import MASK, Entry, header_lines

AUTHORIZATION = "authorization"
ANY = "any"
"""What `Authorization` is then, where nobody verifies it."""

_BY_THE_CLIENT = frozenset(
    {"host", "content-length", "accept-encoding", "connection", "keep-alive", "transfer-encoding", "expect"}
)
"""Headers that whatever sends the call says by itself."""

TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
KEPT_IN_ADDRESSES = "!$%&'()*+,-./:;=?@[]_~"
"""What stands in an address as it is, beside letters and digits; a `%` too, since it is one already."""

_LONGEST_TOLD = 60
_ODD = "backslashreplace"
"""What becomes of a lone surrogate, which no client can send; a restored journal may have one."""

UNAUTHORIZED = frozenset(each.wire.authorization.id for each in INTERFACES)
"""The clauses that refuse a call whose `Authorization` is absent or blank."""
UNVERIFIED = frozenset(each.wire.signature.id for each in INTERFACES)
"""Those that refuse a call whose token is not the right one."""
TOO_LARGE = frozenset(each.wire.body_size.id for each in INTERFACES)
"""Those that refuse a body which is too large to be read, and so is not kept."""

_STATE = frozenset(
    clause.id for each in INTERFACES for clause in (*(one for rule in each.rules for one in rule.clauses), each.storing)
)
"""The clauses that judge a call by what the world holds, and not by the call alone."""


@dataclass(frozen=True, slots=True)
class Again:
    """What is sent again of a call.

    Attributes:
        method: Its method.
        target: Its address in printable ASCII, with its query and the world's prefix.
        headers: Its headers, but those that the sender says by itself, that were masked, or that cannot be sent.
        authorization: `Authorization`: None as it was not sent, empty as it was blank, ANY as its token was not the
            right one, MASK as it was.
        left_out: The names of the headers that are left out though they were sent.
    """

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    authorization: str | None
    left_out: tuple[str, ...]


def again(entry: Entry) -> Again:
    """What is sent again of a call."""
    sent = [(name, value) for name, value in header_lines(entry.head) if name.lower() not in _BY_THE_CLIENT]
    own = [value for name, value in sent if name.lower() == AUTHORIZATION]
    others = [(name, value) for name, value in sent if name.lower() != AUTHORIZATION]
    fit = tuple(each for each in others if _can_be_sent(*each))
    return Again(
        method=quote(entry.method, safe="", errors=_ODD),
        target=_from_the_root(quote(entry.target, safe=KEPT_IN_ADDRESSES, errors=_ODD)),
        headers=fit,
        authorization=_authorization(_clause(entry)) if own else None,
        left_out=tuple(told(name) for name, value in others if not _can_be_sent(name, value)),
    )


def outcome_of(entry: Entry) -> str:
    """What a call was answered: its result code or, without one, the HTTP status."""
    if not entry.status:
        return "by nothing"
    code = None if entry.decision is None else entry.decision.result_code
    return str(entry.status) if code is None else code


def remarks_on(entry: Entry) -> Iterator[str]:
    """What has to hold so that a call is answered as it was, in sentences of one line each."""
    decision, clause = entry.decision, _clause(entry)
    if clause in UNVERIFIED:
        yield "Authorization is never kept: its token was refused, and so is any where tokens are verified."
    if clause in TOO_LARGE:
        yield "Its body was larger than the server takes, and is not kept."
    if not entry.status:
        code = "nobody knows what" if entry.without_fault is None else entry.without_fault.result_code
        lost = f"Fault {told(entry.fault)} of its world let no answer come ({entry.transport})"
        yield f"{lost}; without it, {code} would have been answered."
    elif entry.fault is not None:
        on_its_way = f" ({entry.transport})" if entry.transport else ""
        yield f"Fault {told(entry.fault)} of its world had a hand in the answer{on_its_way}: set it anew first."
    elif clause in _STATE:
        yield f"Clause {clause} judges by what the world holds, by its time and the calls before: see to them."
    elif decision is not None and clause is None and decision.result_code is not None:
        yield f"It was accepted: VDN {told(entry.vdn)} needs campaign {told(entry.campaign)}, with room, and its pace."


def told(text: object, longest: int = _LONGEST_TOLD) -> str:
    """A text that others sent, in one line of ASCII and not too long."""
    shown = str(text)
    ascii_only = shown[:longest].encode("unicode_escape").decode()
    return ascii_only if len(shown) <= longest else f"{ascii_only}..."


def _clause(entry: Entry) -> str | None:
    return None if entry.decision is None else entry.decision.clause


def _authorization(clause: str | None) -> str:
    """A blank one is masked like any other; what refused the call tells that it was."""
    if clause in UNAUTHORIZED:
        return ""
    return ANY if clause in UNVERIFIED else MASK


def _from_the_root(target: str) -> str:
    """An address that leads nowhere else, whatever a restored journal says, when it stands behind a host."""
    return target if target.startswith("/") else f"/{target}"


def _can_be_sent(name: str, value: str) -> bool:
    is_secret = name.lower().endswith(AUTHORIZATION) and value == MASK
    return TOKEN.fullmatch(name) is not None and not CONTROL.search(value) and not is_secret
