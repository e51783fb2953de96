"""Refusals: why a call under `/_mock` is not carried out, raised anywhere and answered at one place."""

from collections.abc import Iterable, Sequence
from http import HTTPStatus

from mock_isales.api.problems import problem
from mock_isales.control.forms.problems import BadPlace
from mock_isales.engine.journal.values import readable
from mock_isales.engine.seed_files.wording import nearest

_MOST_KNOWN = 20
"""How many of the things that there are a refusal names."""

_LONGEST_NAME = 130


class Refused(Exception):  # noqa: N818 - it reads as what it says
    """A call is not carried out.

    Args:
        kind: Ends the type of the problem that it is answered with.
        status: The HTTP status.
        detail: Why, and what to do.
        headers: What the status asks for besides.
        members: What else is told, for programs.

    Attributes:
        answer: The problem.
    """

    def __init__(
        self, kind: str, status: HTTPStatus, detail: str, headers: dict[str, str] | None = None, **members: object
    ) -> None:
        super().__init__(detail)
        self.answer = problem(kind, status, detail, headers, **members)


def bad_request(problems: Iterable[BadPlace]) -> Refused:
    """What was sent cannot be used; nothing has changed."""
    told = [
        BadPlace(place=readable(each.place), reason=readable(each.reason), hint=each.hint and readable(each.hint))
        for each in problems
    ]
    first, *others = [_sentence(each) for each in told]
    more = f" There is more: {len(told)} problems in all." if others else ""
    listed = [each.model_dump(exclude_none=True) for each in told]
    return Refused("bad-request", HTTPStatus.BAD_REQUEST, f"{first}{more}", problems=listed)


def no_such(what: str, name: str, known: Sequence[str], otherwise: str) -> Refused:
    """What an address names is not there.

    Args:
        what: The kind of thing, in one word.
        name: What it was called.
        known: What there is.
        otherwise: How such a thing comes into being.
    """
    close = nearest(name, known) if len(name) <= _LONGEST_NAME else None
    shown = readable(name[:_LONGEST_NAME])
    there = f"There are {', '.join(known[:_MOST_KNOWN])}{', …' if len(known) > _MOST_KNOWN else ''}."
    parts = [
        f"There is no {what} {shown}.",
        f"Did you mean {close}?" if close else there if known else f"There is no {what} at all.",
        otherwise,
    ]
    return Refused(
        f"no-such-{what}", HTTPStatus.NOT_FOUND, " ".join(parts), nearest=close, known=list(known[:_MOST_KNOWN])
    )


def draining(detail: str) -> Refused:
    """The server ends."""
    return Refused("draining", HTTPStatus.SERVICE_UNAVAILABLE, f"The server is ending. {detail}")


def _sentence(bad: BadPlace) -> str:
    sentence = f"{bad.place}: {bad.reason}" if bad.place else bad.reason[:1].upper() + bad.reason[1:]
    whole = f"{sentence}; {bad.hint}" if bad.hint else sentence
    return whole if whole.endswith("?") else f"{whole}."
