"""Asks a server whether it is ready, with what the standard library has: httpx alone takes longer than all of this."""

import json
import socket
import ssl
from contextlib import suppress
from http import HTTPStatus
from http.client import HTTP_PORT, HTTPS_PORT, HTTPConnection, HTTPException, HTTPSConnection
from pathlib import Path
from time import monotonic
from urllib.parse import quote, urlsplit

from mock_isales.cli.deadline import deadline
from mock_isales.http_status import in_words
from mock_isales.testing.addressing import address_of, nothing_answers, trusting
from mock_isales.testing.printable import printable

_PATH = "/_mock/ready"
_PROBLEM = "urn:mock-isales:problem:"
_MOST_READ = 65536
_LONGEST_DETAIL = 1000
_OTHER_NAMES = {62, 64}
"""What OpenSSL says of a certificate that is good, but for another host or address."""


class NotReady(Exception):  # noqa: N818 - it reads as what it says
    """A server is not ready; the message says why."""


class Hopeless(NotReady):
    """It will not be, however long one waits."""


class Probe:
    """Asks one server, over a connection that is kept where there is an answer.

    Args:
        url: Its address.
        ca: A file with the authority that is trusted over HTTPS; None for the usual ones.
        verify: Whether it must be trusted at all.

    Raises:
        ValueError: The address is none.

    Attributes:
        url: Its address, without a slash at its end.
    """

    def __init__(self, url: str, ca: Path | None, *, verify: bool = True) -> None:
        self.url = address_of(url)
        self._ca = ca
        self._verify = verify
        self._trusted = b""
        parts = urlsplit(self.url)
        self._is_secure = parts.scheme == "https"
        self._host = parts.hostname or ""
        # always with a port: http.client takes the end of an IPv6 address for one
        self._port = parts.port if parts.port is not None else HTTPS_PORT if self._is_secure else HTTP_PORT
        self._path = quote(parts.path, safe="/%") + _PATH
        self._connection = HTTPConnection(self._host, self._port)

    def ask(self, patience: float) -> str:
        """What the server says of itself, if it is ready.

        Args:
            patience: For how many seconds to wait for an answer, which must have come whole by then.

        Raises:
            NotReady: It is not.
        """
        try:
            status, content = self._get(patience)
        except (OSError, HTTPException, UnicodeError) as error:
            self._connection.close()
            raise self._without_answer(error) from None
        said = _mapping(content)
        if status == HTTPStatus.OK and said.get("status") == "ready" and "store" in said and "worlds" in said:
            worlds = said["worlds"]
            return printable(f"{said['store']}, {worlds} world{'' if worlds == 1 else 's'}")
        if str(said.get("type")).startswith(_PROBLEM):
            raise NotReady(printable(str(said.get("detail")), _LONGEST_DETAIL))
        raise NotReady(f"what answers at {self.url} is no mock-isales ({in_words(status)})")

    def close(self) -> None:
        """Let go of the connection."""
        self._connection.close()

    def _get(self, patience: float) -> tuple[int, bytes]:
        began = monotonic()
        connected = self._connected(patience)
        connected.settimeout(patience)
        with deadline(connected, began + patience - monotonic()):
            self._connection.request("GET", self._path)
            with self._connection.getresponse() as answer:
                return answer.status, answer.read(_MOST_READ)

    def _connected(self, patience: float) -> socket.socket:
        if self._connection.sock is None:
            if self._is_secure:
                self._connection = HTTPSConnection(self._host, self._port, context=self._context())
            self._connection.timeout = patience
            self._connection.connect()
        connected: socket.socket = self._connection.sock
        return connected

    def _context(self) -> ssl.SSLContext:
        """Whom to trust; the file is read again each time, as a server writes its own when it starts."""
        if not self._verify:
            anybody = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            anybody.check_hostname = False
            anybody.verify_mode = ssl.CERT_NONE
            return anybody
        if self._ca is None:
            return ssl.create_default_context()
        with suppress(OSError):
            self._trusted = self._ca.read_bytes()
        try:
            return trusting(self._ca)
        except ValueError as error:
            raise NotReady(str(error)) from None

    def _without_answer(self, error: Exception) -> NotReady:
        match error:
            case ssl.SSLCertVerificationError():
                return self._untrusted(error)
            case ssl.SSLError():
                reason = (error.reason or str(error)).replace("_", " ").lower()
                told = f"what answers at {self.url} does not speak TLS with us ({reason})"
                told = f"{told}: where it speaks plain HTTP, the address begins with http://"
            case TimeoutError():
                told = f"{self.url} does not answer in time"
            case socket.gaierror() | UnicodeError():
                told = f"the name {self._host} of {self.url} is not known"
            case ConnectionResetError() | BrokenPipeError():
                told = f"what answers at {self.url} ends the connection without an answer"
                told = told if self._is_secure else f"{told}: where it speaks TLS, the address begins with https://"
            case OSError():
                reason = (error.strerror or str(error)).lower()
                told = f"{nothing_answers(self.url, reason)}, or name it with --url"
            case _:
                told = f"what answers at {self.url} is no mock-isales: it does not speak HTTP"
        return NotReady(told)

    def _untrusted(self, error: ssl.SSLCertVerificationError) -> NotReady:
        told = f"{self.url} is not trusted ({error.verify_message.rstrip('.')})"
        if error.verify_code in _OTHER_NAMES:
            return Hopeless(f"{told}: call it by a name of its certificate, or start it with --tls-name {self._host}")
        kind = Hopeless if self._ca is None or self._ca.read_bytes() == self._trusted else NotReady
        return kind(f"{told}: name its authority with --ca, the file that its --tls-ca-out writes")


def _mapping(content: bytes) -> dict[str, object]:
    try:
        said = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}
