"""Mistakes with the lines of the canonical request."""

from collections.abc import Callable
from dataclasses import replace

from mock_isales.contract.c2.mistakes.drafts import Draft, joined
from mock_isales.contract.c2.mistakes.mistake import Change, MistakeKind, known


def _line_break_added(draft: Draft) -> str:
    return f"{joined(draft)}\n"


def _line_break_cut(draft: Draft) -> str:
    return joined(draft).rstrip("\n")


def _empty_line_above_body(draft: Draft) -> str:
    body = draft.body_line()
    return f"{joined(draft).removesuffix(body)}\n{body}"


def _carriage_returns(draft: Draft) -> str:
    return joined(draft).replace("\n", "\r\n")


def _names_below(draft: Draft) -> str:
    start = f"{draft.method}\n{draft.path}\n{draft.query_line(draft)}{draft.header_lines()}\n"
    return f"{start}{draft.names_line}\n{draft.body_line()}"


def _no_names(draft: Draft) -> str:
    return f"{draft.method}\n{draft.path}\n{draft.query_line(draft)}{draft.header_lines()}\n{draft.body_line()}"


def _laid_out(layout: Callable[[Draft], str]) -> Change:
    return lambda draft: replace(draft, joined=layout)


LAYOUTS = (
    known(
        MistakeKind.LINE_BREAKS,
        "The line breaks of the canonical request are others: one too many or too few, or carriage returns.",
        "Join the lines by single \\n; the body's is the last, and no line break follows it.",
        _laid_out(_line_break_added),
        _laid_out(_line_break_cut),
        _laid_out(_empty_line_above_body),
        _laid_out(_carriage_returns),
    ),
    known(
        MistakeKind.LINE_ORDER,
        "The line of the signed headers' names stands below the headers, or is left out.",
        "Put it between the query, or the path where there is none, and the headers.",
        _laid_out(_names_below),
        _laid_out(_no_names),
    ),
)
