"""HTTP/1.1 as uvicorn reads it, but for what it says of its own accord, and for offers to speak something else."""

import logging
from collections.abc import Iterator
from http import HTTPStatus
from typing import TYPE_CHECKING, Literal

import httptools
from fastapi import Response
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol, RequestResponseCycle

from mock_isales.api.breaking import EXTENSION
from mock_isales.api.problems import problem
from mock_isales.api.targets import LONGEST_TARGET, target_too_long
from mock_isales.serving.lingering import Lingering
from mock_isales.serving.outgoing import Outgoing

if TYPE_CHECKING:
    from uvicorn._types import ASGI3Application

Carried = Literal["call", "half", "held", "nothing"]
"""What there is on a connection when the server ends: a call under way, a request of which only a part has come, an
answer that a fault holds up, or nothing."""

_OFFERS = frozenset([b"upgrade", b"http2-settings"])

logger = logging.getLogger("mock_isales")


class Protocol(HttpToolsProtocol):
    """One connection."""

    _target_too_long = False
    _refusing = False
    _ending = False
    _answering: RequestResponseCycle | None = None
    _outgoing: Outgoing | None = None
    _lingering: Lingering | None = None

    def data_received(self, data: bytes) -> None:
        """Read on."""
        if self._lingering is not None:
            self._lingering.data_received()
            return
        self._unset_keepalive_if_required()
        while data:
            data = self._parse(data)

    def on_url(self, url: bytes) -> None:
        """Take the next piece of the request target."""
        super().on_url(url)
        if len(self.url) > LONGEST_TARGET:
            self._target_too_long = True
            raise ValueError("too long")  # the parser stops, and `data_received` hears of it

    def connection_lost(self, exc: Exception | None) -> None:
        """Let go of the answer that is under way, too: uvicorn tells only the newest of pipelined requests."""
        super().connection_lost(exc)
        self._let_go()

    def on_response_complete(self) -> None:
        """Go on with what has arrived since."""
        super().on_response_complete()
        if self._lingering is not None:
            self._unset_keepalive_if_required()
        elif self._refusing and self.cycle.response_complete and not self.transport.is_closing():
            self._refuse()

    @property
    def carried(self) -> Carried:
        """What there is on it right now."""
        cycle = self.cycle
        if cycle is None or cycle.response_complete:
            begun = None if cycle is None else cycle.scope
            return "nothing" if self.scope is begun else "half"
        if cycle.more_body:
            return "half"
        return "held" if self._outgoing is not None and self._outgoing.is_held else "call"

    def close(self) -> None:
        """Close the connection, as the last answer on it has been written."""
        if self._answering is not None and self._answering.more_body:
            self._linger()
        else:
            self.transport.close()

    def shutdown(self) -> None:
        """End with the server: no request that is still arriving is waited for, nor an answer that is held up."""
        self._ending = True
        if self.carried in {"half", "held"}:
            self.transport.close()
        super().shutdown()

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: "ASGI3Application") -> None:
        """Begin to answer, by a way out of its own."""
        if self._ending:
            cycle.keep_alive = False
        self._answering = cycle
        self._outgoing = Outgoing(self.transport, self.loop.call_soon)
        cycle.transport = self._outgoing  # type: ignore[assignment] # it is all that a cycle needs
        cycle.scope["extensions"] = {EXTENSION: self._outgoing}  # type: ignore[dict-item] # our own
        super()._start_asgi_task(cycle, app)

    def _parse(self, data: bytes) -> bytes:
        """Read on; what is to be read once more, in HTTP/1.1."""
        try:
            self.parser.feed_data(data)
        except httptools.HttpParserUpgrade as upgrade:
            tunnel = self.parser.get_method() == b"CONNECT"
            # A parser that has read `Connection: close` takes no other request.
            self.parser = httptools.HttpRequestParser(self)
            self.parser.set_dangerous_leniencies(lenient_data_after_close=True)
            if tunnel:  # whole without a body, and what follows would go through the tunnel
                self.cycle.keep_alive = False
                return b""
            return self._without_offer() + data[upgrade.args[0] :]
        except httptools.HttpParserError as error:
            logger.info("what is no HTTP request is refused: %s", self._why_not(error))
            self._refuse_in_turn()
        return b""

    def _why_not(self, error: httptools.HttpParserError) -> str:
        if self._target_too_long:
            return "its target is too long"
        return "its target is no address" if isinstance(error, httptools.HttpParserCallbackError) else str(error)

    def _should_upgrade(self) -> bool:
        """Whether the parser stops after the head, for the client to go on in another protocol."""
        return self.parser.get_method() != b"CONNECT"

    def _without_offer(self) -> bytes:
        """The head of the request that has just been read, without its offer of another protocol.

        Nobody needs to take such an offer (RFC 9110, 7.8): the request goes on in HTTP/1.1. The parser would take its
        body for the other protocol. Java's HttpClient offers HTTP/2 with the first request of each connection.
        """
        request_line = b" ".join([self.scope["method"].encode(), self.url, b"HTTP/1.1"])
        lines = [name + b": " + value for name, value in _without_offer(self.headers)]
        return b"\r\n".join([request_line, *lines, b"", b""])

    def _refuse_in_turn(self) -> None:
        """Answer what cannot be parsed, after the answers to what came before it."""
        cycle = self.cycle
        if cycle is not None and cycle.more_body and cycle.response_started:
            self._linger()  # what cannot be parsed belongs to a request that has its answer
        elif cycle is None or cycle.response_complete or cycle.more_body:
            self._refuse()
        else:
            self._refusing = True

    def _refuse(self) -> None:
        response = target_too_long() if self._target_too_long else _malformed()
        headers = [*self.server_state.default_headers, *response.raw_headers]
        lines = [name + b": " + value + b"\r\n" for name, value in headers]
        self.transport.write(b"".join([STATUS_LINE[response.status_code], *lines, b"\r\n", bytes(response.body)]))
        self._linger()

    def _linger(self) -> None:
        if self._lingering is None and not self.transport.is_closing():
            self._let_go()
            self.flow.resume_reading()
            self._lingering = Lingering(self.transport, self.loop.call_later)

    def _let_go(self) -> None:
        """Let go of the answer that is under way: nothing more of it is to be written."""
        if self._outgoing is not None:
            self._outgoing.drop()
        if self._answering is not None and not self._answering.response_complete:
            self._answering.disconnected = True
            self._answering.message_event.set()


def _without_offer(headers: list[tuple[bytes, bytes]]) -> Iterator[tuple[bytes, bytes]]:
    for name, value in headers:
        if name == b"connection":
            tokens = [token for token in value.split(b",") if token.strip().lower() not in _OFFERS]
            yield name, b",".join(tokens)
        elif name not in _OFFERS:
            yield name, value


def _malformed() -> Response:
    detail = "What arrived is not an HTTP/1.1 request, or not one that this server can read."
    return problem("malformed-request", HTTPStatus.BAD_REQUEST, detail, {"Connection": "close"})
