"""What both faces know of the connection to a server."""

import os
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from os import PathLike
from typing import Any

import httpx

from mock_isales.testing.addressing import nothing_answers, trusting
from mock_isales.testing.errors import Unreachable
from mock_isales.testing.sent import Answer, Sent

DEFAULT_TIMEOUT = 30.0

_CONTROL = "/_mock"
_JSON = {"Content-Type": "application/json"}

_KEPT = 2.0
"""Seconds that an idle connection is kept: well below the 5 of the server, which would else close it under a call."""

_SILENCE = 60.0
"""Seconds: a journal's stream says something more often, if only that it is still there."""


def authorization_of(token: str | None) -> dict[str, str]:
    """The header that shows a token, if there is one.

    Raises:
        ValueError: It cannot stand in a header.
    """
    if token is None:
        return {}
    if not (token.isascii() and token.isprintable() and " " not in token):
        raise ValueError("the token must be printable ASCII, without spaces")
    return {"Authorization": f"Bearer {token}"}


def trust_in(url: str, ca: str | PathLike[str] | None) -> ssl.SSLContext | bool:
    """Which servers are trusted over HTTPS: those of an authority whose certificate a file has, or of the usual ones.

    For plain HTTP nobody is: to read all the usual authorities takes longer than all else that a client does.

    Raises:
        ValueError: The file cannot be read, or has none.
    """
    if ca is not None:
        return trusting(ca)
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT) if url.startswith("http:") else True


def client_options(
    url: str, token: str | None, timeout: float, ca: str | PathLike[str] | None = None
) -> dict[str, Any]:
    """What both of httpx's clients are made with. No proxy of the environment gets between a test and its double."""
    return {
        "verify": trust_in(url, ca),
        "base_url": url + _CONTROL,
        "headers": authorization_of(token),
        "timeout": timeout,
        "trust_env": False,
        "limits": httpx.Limits(keepalive_expiry=_KEPT),
    }


def request_options(sent: Sent[Any], timeout: float) -> dict[str, Any]:
    """What is sent, as both of httpx's clients take it."""
    return {
        "method": sent.method,
        "url": sent.path,
        "content": sent.body,
        "headers": {**sent.headers, **(_JSON if sent.body is not None else {})},
        "timeout": httpx.Timeout(timeout, read=timeout + sent.patience),
    }


def stream_options(sent: Sent[Any], timeout: float) -> dict[str, Any]:
    """The same of what is answered by a stream."""
    return request_options(sent, timeout) | {"timeout": httpx.Timeout(timeout, read=max(timeout, _SILENCE))}


def answer_of(url: str, response: httpx.Response) -> Answer:
    """What came back, once it has been read."""
    return Answer(url, response.status_code, response.content)


@contextmanager
def reaching(url: str, client: httpx.Client | httpx.AsyncClient) -> Iterator[None]:
    """Say of a server that does not answer where it was looked for.

    Raises:
        Unreachable: It does not, or the client has been closed.
    """
    if client.is_closed:
        raise Unreachable(f"the connection to {url} has been closed")
    try:
        yield
    except httpx.TransportError as error:
        untrusted = next((each for each in _causes(error) if isinstance(each, ssl.SSLCertVerificationError)), None)
        told = nothing_answers(url, _reason(error))
        if untrusted is not None:
            why = untrusted.verify_message
            told = f"{url} is not trusted ({why}): say its authority, which --tls-ca-out writes, as ca"
        raise Unreachable(told) from error


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An error, and those that it came from."""
    cause: BaseException | None = error
    while cause is not None:
        yield cause
        cause = cause.__cause__ or cause.__context__


def _reason(error: httpx.TransportError) -> str:
    """Why, in the system's own words if there are some."""
    if isinstance(error, httpx.TimeoutException):
        return "no answer in time"
    for cause in _causes(error):
        if isinstance(cause, OSError) and not isinstance(cause, ssl.SSLError) and cause.errno is not None:
            return _begun_small(os.strerror(cause.errno) if cause.errno > 0 else str(cause.strerror))
    return _begun_small(str(error).rstrip("."))


def _begun_small(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
