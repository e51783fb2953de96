"""Operations: each route under `/_mock` is one, declared once for the router, the document and the tests."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from fastapi import Response
from pydantic import BaseModel

from mock_isales.control.calls import Call

EVENTS = "text/event-stream"

Answered = type[BaseModel] | str | None
"""What an answer holds: a form, a media type, or nothing."""


@dataclass(frozen=True, slots=True)
class Operation:
    """What can be asked for at one address by one method.

    Attributes:
        method: The HTTP method.
        path: The address below `/_mock`.
        name: What it is called, for programs.
        tag: The group in which the document shows it.
        summary: What it does, in a few words.
        description: What is to be known besides.
        does: Does it.
        answers: What it answers, by status.
        body: The form of its body; None if it has none.
        body_needed: Whether the body must be there.
        query: The form of its query; None if it takes no parameters.
        problems: Which problems it may answer with, by status, besides those that any may.
        examples: Bodies that work, by what they show.
        asked: Parameters that work.
        other_media: The media types that it answers in besides, where the query asks for them.
        is_open: Whether anyone may ask, from anywhere: what it answers tells nothing of a world.
    """

    method: str
    path: str
    name: str
    tag: str
    summary: str
    description: str
    does: Callable[[Call], Awaitable[Response]]
    answers: Mapping[int, Answered]
    body: type[BaseModel] | None = None
    body_needed: bool = True
    query: type[BaseModel] | None = None
    problems: Mapping[int, str] = field(default_factory=dict)
    examples: Mapping[str, Any] = field(default_factory=dict)
    asked: Mapping[str, Any] = field(default_factory=dict)
    other_media: tuple[str, ...] = ()
    is_open: bool = False

    @property
    def methods(self) -> list[str]:
        """The HTTP methods that it answers."""
        return ["GET", "HEAD"] if self.method == "GET" else [self.method]
