"""The demo's client, on the wire."""

from os import PathLike
from types import TracebackType
from typing import NamedTuple, Self

import httpx

from mock_isales.contract.codes import ResultCode
from mock_isales.demo.calls import Call
from mock_isales.testing.connecting import DEFAULT_TIMEOUT, client_options


class Gone(Exception):  # noqa: N818 - it reads as what it says
    """Nobody listens at the server's address any more."""


class Answered(NamedTuple):
    """How a call was answered.

    Attributes:
        code: The result code; without one, the HTTP status; without an answer, nothing.
        sentence: What the answer says, in the language that the call asks for.
    """

    code: str
    sentence: str

    @property
    def is_success(self) -> bool:
        """Whether the call was done."""
        return self.code == ResultCode.SUCCESS

    @property
    def is_lost(self) -> bool:
        """Whether there is no answer."""
        return not self.code


class Caller:
    """Makes calls, one after the other.

    Args:
        url: The server's address.
        ca: A file with the authority that is trusted over HTTPS, in PEM.
        transport: What carries the calls instead of a socket.
    """

    def __init__(
        self, url: str, ca: str | PathLike[str] | None = None, transport: httpx.BaseTransport | None = None
    ) -> None:
        options = client_options(url, None, DEFAULT_TIMEOUT, ca) | {"base_url": url}
        self._http = httpx.Client(transport=transport, **options)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.close()

    def make(self, call: Call) -> Answered:
        """Make a call.

        Raises:
            Gone: The server has ended.
        """
        try:
            response = self._http.post(call.path, content=call.body, headers=dict(call.headers))
        except httpx.ConnectError as error:
            raise Gone from error
        except httpx.TimeoutException:
            return Answered("", "No answer in time.")
        except httpx.TransportError:
            return Answered("", "No answer: the connection broke.")
        return _told(response)


def _told(response: httpx.Response) -> Answered:
    """What an answer says: an envelope of the documents, a problem, or something else."""
    try:
        said = response.json()
    except ValueError:
        said = {}
    if not isinstance(said, dict):
        said = {}
    code = said.get("resultCode", response.status_code)
    return Answered(str(code), str(said.get("resultDesc") or said.get("title") or response.reason_phrase))
