"""Mistakes with the method, the path and the query."""

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import quote, unquote_to_bytes

from mock_isales.contract.c2.encoding import enc, form_pairs
from mock_isales.contract.c2.mistakes.drafts import Draft
from mock_isales.contract.c2.mistakes.mistake import Change, MistakeKind, known
from mock_isales.contract.c2.requests import text_of, wire_of


def _no_query_line(draft: Draft) -> str:  # noqa: ARG001 - the ways to sign a query share one form
    return ""


def _empty_query_line(draft: Draft) -> str:  # noqa: ARG001
    return "\n"


def _query_as_it_is(draft: Draft) -> str:
    return f"{draft.query}\n"


def _query_decoded(draft: Draft) -> str:
    return "&".join(sorted(f"{text_of(key)}={text_of(value)}" for key, value in form_pairs(draft.query))) + "\n"


def _query_unsorted(draft: Draft) -> str:
    return "&".join(f"{draft.escape(key)}={draft.escape(value)}" for key, value in form_pairs(draft.query)) + "\n"


def _query_encoded_again(draft: Draft) -> str:
    parts = (each.partition("=") for each in draft.query.split("&") if each)
    return "&".join(sorted(f"{enc(wire_of(key))}={enc(wire_of(value))}" for key, _, value in parts)) + "\n"


def _of_queries(line: Callable[[Draft], str]) -> Change:
    """Sign the query so, where there is one."""
    return lambda draft: replace(draft, query_line=line) if draft.query else draft


def _no_query(draft: Draft) -> Draft:
    return draft if draft.query else replace(draft, query_line=_empty_query_line)


def _query_in_path(line: Callable[[Draft], str]) -> Change:
    def change(draft: Draft) -> Draft:
        return replace(draft, path=f"{draft.path}?{draft.query}", query_line=line) if draft.query else draft

    return change


def _full_address(scheme: str) -> Change:
    return lambda draft: replace(draft, path=f"{scheme}://{draft.values['host']}{draft.path}")


TARGETS = (
    known(
        MistakeKind.QUERY_LINE_EMPTY,
        "An empty line stands in the canonical request where the query would be.",
        "Leave the line out when there is no query.",
        _no_query,
        often=True,
    ),
    known(
        MistakeKind.QUERY_LEFT_OUT,
        "The query is not signed.",
        "Put a line with the encoded and sorted query below the path.",
        _of_queries(_no_query_line),
        _of_queries(_empty_query_line),
    ),
    known(
        MistakeKind.QUERY_IN_PATH,
        "The query stands in the line of the path.",
        "End the path before the question mark, and give the query a line of its own.",
        _query_in_path(_no_query_line),
        _query_in_path(_empty_query_line),
    ),
    known(
        MistakeKind.QUERY_UNSORTED,
        "The parts of the query are signed in the order in which they were sent.",
        "Sort them as whole strings, key=value, once they are encoded.",
        _of_queries(_query_unsorted),
    ),
    known(
        MistakeKind.QUERY_ENCODED_TWICE,
        "The query is encoded twice.",
        "Decode what is sent (a plus sign is a space), and encode it once.",
        _of_queries(_query_encoded_again),
    ),
    known(
        MistakeKind.QUERY_NOT_ENCODED,
        "The query is signed as it was sent, or without its encoding.",
        "Encode each key and each value, write 'key=' where the value is empty, and sort.",
        _of_queries(_query_as_it_is),
        _of_queries(_query_decoded),
    ),
    known(
        MistakeKind.PATH_ENCODED_TWICE,
        "The path is percent-encoded once more before it is signed.",
        "Sign it as it is sent.",
        lambda draft: replace(draft, path=enc(wire_of(draft.path))),
        lambda draft: replace(draft, path=quote(wire_of(draft.path))),
        often=True,
    ),
    known(
        MistakeKind.PATH_DECODED,
        "The path is signed decoded.",
        "Sign it as it is sent, with its percent-encoding.",
        lambda draft: replace(draft, path=text_of(unquote_to_bytes(wire_of(draft.path)))),
    ),
    known(
        MistakeKind.PATH_SLASH_ADDED,
        "A slash is added at the end of the path, as the vendor's gateway signature SDK-HMAC-SHA256 wants it.",
        "Sign the path as it is sent.",
        lambda draft: replace(draft, path=f"{draft.path}/"),
    ),
    known(
        MistakeKind.PATH_FULL_ADDRESS,
        "The whole address is signed as the path.",
        "Sign the path alone, from its first slash on.",
        _full_address("http"),
        _full_address("https"),
    ),
    known(
        MistakeKind.METHOD_LOWER_CASE,
        "The method is signed in lower case.",
        "Sign it in upper case, as it is sent.",
        lambda draft: replace(draft, method=draft.method.lower()),
    ),
)
