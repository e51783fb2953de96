"""Mistakes with the signed headers."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from mock_isales.contract.c2.mistakes.drafts import Draft
from mock_isales.contract.c2.mistakes.mistake import Change, MistakeKind, known
from mock_isales.contract.c2.requests import text_of

_USUAL_TYPES = (
    "application/json",
    "application/json;charset=UTF-8",
    "application/json; charset=UTF-8",
    "application/json;charset=utf-8",
    "application/json; charset=utf-8",
)


def _as_made(lines: Sequence[str]) -> Sequence[str]:
    return lines


def _names_line_as_announced(draft: Draft) -> Draft:
    names = draft.token.signed_headers
    return replace(draft, names_line=";".join(names), line_names=tuple(name.lower() for name in names))


def _is_lower_case(draft: Draft) -> bool:
    """Whether the announced names are at most in the wrong order: those in the wrong case are another mistake."""
    return all(name == name.lower() for name in draft.token.signed_headers)


def _announced(draft: Draft) -> Draft:
    return _names_line_as_announced(draft) if _is_lower_case(draft) else draft


def _announced_unsorted(draft: Draft) -> Draft:
    return replace(_announced(draft), in_order=_as_made) if _is_lower_case(draft) else draft


def _lines_as_sent(draft: Draft) -> Draft:
    sent = dict.fromkeys(name.lower() for name, _ in draft.sent.headers)
    return replace(draft, line_names=tuple(name for name in sent if name in draft.line_names), in_order=_as_made)


def _lines_by_name(draft: Draft) -> Draft:
    return replace(draft, in_order=_as_made)


def _announced_in_their_case(draft: Draft) -> Draft:
    names = draft.token.signed_headers
    return replace(draft, names_line=";".join(names), line_names=tuple(names))


def _names_as_sent(draft: Draft) -> Draft:
    sent = {name.lower(): name for name, _ in draft.sent.headers}
    return replace(draft, line_names=tuple(sent[name] for name in draft.line_names))


def _lower_case_prefix(draft: Draft) -> Draft:
    """What was announced in the wrong order or case was signed in the right one."""
    start = draft.prefix.rpartition("/")[0]
    return replace(draft, prefix=f"{start}/{draft.names_line}")


def _plain(value: bytes) -> str:
    return text_of(value)


def _with(name: str, value: Callable[[Draft, str], str]) -> Change:
    """Another value of a header, if it is among the signed ones."""

    def change(draft: Draft) -> Draft:
        if name not in draft.line_names:
            return draft
        return replace(draft, values={**draft.values, name: value(draft, draft.values[name])})

    return change


def _without_port(draft: Draft, host: str) -> str:  # noqa: ARG001 - the ways to change a value share one form
    name, colon, port = host.rpartition(":")
    return name if colon and port.isdigit() else host


def _with_port(port: int) -> Change:
    return _with("host", lambda _, host: f"{host}:{port}")


def _characters(draft: Draft, length: str) -> str:  # noqa: ARG001
    return str(len(text_of(draft.body)))


def _utf16_units(draft: Draft, length: str) -> str:  # noqa: ARG001
    return str(len(text_of(draft.body).encode("utf-16-le", "surrogatepass")) // 2)


def _type(usual: str) -> Change:
    return _with("content-type", lambda *_: usual)


UNSORTED = known(
    MistakeKind.HEADERS_UNSORTED,
    "The signed headers are not sorted, in the token or in the canonical request.",
    "Sort the lower-case names in the token, and the whole encoded lines in the canonical request.",
    _announced_unsorted,
    _announced,
    _lines_as_sent,
    _lines_by_name,
    _lower_case_prefix,
    often=True,
)

NAMES_IN_UPPER_CASE = known(
    MistakeKind.HEADER_NAMES_UPPER_CASE,
    "Names of signed headers have upper-case letters.",
    "Write them in lower case, in the token and in the canonical request.",
    _announced_in_their_case,
    _names_line_as_announced,
    _names_as_sent,
)

HEADERS = (
    UNSORTED,
    NAMES_IN_UPPER_CASE,
    known(
        MistakeKind.PORT_MISSING,
        "The header host is signed without the port that was sent.",
        "Sign the header's value as it is sent, host:port.",
        _with("host", _without_port),
        often=True,
    ),
    known(
        MistakeKind.PORT_ADDED,
        "The header host is signed with a port that was not sent: HTTP libraries leave the usual one out.",
        "Sign the header's value as it is sent.",
        _with_port(443),
        _with_port(80),
    ),
    known(
        MistakeKind.CONTENT_TYPE_CHANGED,
        "The Content-Type that was signed is not the one that was sent: the HTTP library changed it.",
        "Sign the value as it is sent, its charset included.",
        *map(_type, _USUAL_TYPES),
    ),
    known(
        MistakeKind.LENGTH_IN_CHARACTERS,
        "The Content-Length that was signed counts characters.",
        "Count the bytes of the body in UTF-8.",
        _with("content-length", _characters),
        _with("content-length", _utf16_units),
    ),
    known(
        MistakeKind.HEADERS_NOT_ENCODED,
        "The headers' values are not percent-encoded.",
        "Encode them, colons and slashes too.",
        lambda draft: replace(draft, escape_header=_plain),
        often=True,
    ),
)
