"""What is sent for an operation, and what is made of the answer. Nothing here touches a network."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Generic, NamedTuple, TypeVar
from urllib.parse import quote, urlencode

from pydantic import BaseModel, ValidationError

from mock_isales.testing.problems import error_of, not_ours

T = TypeVar("T")
M = TypeVar("M", bound=BaseModel)

_OK = range(200, 300)
_ODD = "surrogatepass"  # what is no text is judged by the server, too


class Answer(NamedTuple):
    """What came back.

    Attributes:
        url: The address that was called.
        status: The HTTP status.
        content: The body.
    """

    url: str
    status: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Sent(Generic[T]):
    """One operation of the control interface.

    Attributes:
        method: The HTTP method.
        path: The path below `/_mock`, with its query, quoted.
        read: Makes the result of the answer's body.
        body: The body, None for none.
        headers: Headers of its own.
        patience: How many seconds longer than others its answer may take.
    """

    method: str
    path: str
    read: Callable[[bytes], T]
    body: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    patience: float = 0

    def result(self, answer: Answer) -> T:
        """What was asked for.

        Raises:
            ControlError: The answer says that it was refused, or is not one of the control interface.
        """
        if answer.status not in _OK:
            raise error_of(answer.url, answer.status, answer.content)
        try:
            return self.read(answer.content)
        except ValidationError:
            raise not_ours(answer.url, answer.status) from None


def nothing(_: bytes) -> None:
    """Read an answer that says no more than that it is done."""


def a(model: type[M]) -> Callable[[bytes], M]:
    """Reads an answer of that form."""
    return model.model_validate_json


def path(*segments: str | int) -> str:
    """A path of segments, each quoted."""
    return "".join(f"/{_segment(str(each))}" for each in segments)


def of_world(world: str, *segments: str | int) -> str:
    """A path within a world."""
    return path("worlds", world, *segments)


def with_query(address: str, said: Mapping[str, Any]) -> str:
    """A path with a query of what was said; what is None was not."""
    query = urlencode({name: _text(value) for name, value in said.items() if value is not None}, errors=_ODD)
    return f"{address}?{query}" if query else address


def body_of(said: object) -> str:
    """What is said, as JSON; of a form, what was left unsaid stays so.

    Raises:
        TypeError: It cannot be said in JSON.
    """
    try:
        return json.dumps(said, default=_plain)
    except (RecursionError, ValueError):
        raise TypeError("what holds itself, or goes too deep, cannot be said in JSON") from None


def _segment(text: str) -> str:
    """A quoted segment; one of dots would lead elsewhere."""
    return quote(text, safe="", errors=_ODD) if text.strip(".") else text.replace(".", "%2E")


def _plain(value: object) -> object:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", exclude_unset=True)
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, set | frozenset | tuple):
        return list(value)
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"a {type(value).__name__} cannot be said in JSON")


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)
