"""A server run from the command line: from the socket to the last connection."""

from collections.abc import Callable
from typing import NamedTuple

from fastapi import FastAPI

from mock_isales.app import create_app, double_of
from mock_isales.double import Double
from mock_isales.engine.seed_files.problems import SeedError
from mock_isales.engine.seeds import Seed
from mock_isales.engine.stores.protocol import StoreUnavailable
from mock_isales.serving.listening import ListenError
from mock_isales.serving.places import Place, place_of
from mock_isales.serving.port_file import PortFileError
from mock_isales.serving.server import Server
from mock_isales.serving.tls.error import TlsError
from mock_isales.settings import Settings

CANNOT_SERVE = (ListenError, PortFileError, SeedError, StoreUnavailable, TlsError)
"""What `run` raises where it cannot serve as it was told; each message says why."""


class Ready(NamedTuple):
    """What there is to say of a server that accepts calls.

    Attributes:
        url: Its address.
        control_token: What `/_mock` asks for; None where it asks for nothing.
        made: Whether the token is a new one, which nobody knows yet.
        ca_pem: The authority that clients are to trust, in PEM; None if there is none.
        double: What answers.
        end: Ends the server, as a signal does; may be called from any thread.
    """

    url: str
    control_token: str | None
    made: bool
    ca_pem: str | None
    double: Double
    end: Callable[[], None]


def run(settings: Settings, announce: Callable[[Ready], None], seed: Seed | None = None) -> None:
    """Serve until a signal ends it, or whoever was told that it is ready.

    Args:
        settings: What the server was told.
        announce: Called once the server accepts calls.
        seed: What it is filled with, instead of what a seed file says.

    Raises:
        ListenError: The server cannot listen there.
        PortFileError: The port file cannot be written.
        TlsError: It cannot speak TLS as it was told.
        StoreUnavailable: The store cannot be opened or filled.
        SeedError: The seed file is bad.
    """
    with place_of(settings) as place:
        app = create_app(settings, place.ca_pem, seed)
        double = double_of(app)

        def tell() -> None:
            place.tell()
            made = not settings.control_token
            announce(Ready(place.url, double.control_token, made, place.ca_pem, double, server.end))

        server = server_of(app, double, place, settings, tell)
        server.run([place.listener])


def server_of(app: FastAPI, double: Double, place: Place, settings: Settings, on_ready: Callable[[], None]) -> Server:
    """What serves an app at a place."""
    is_logged = settings.log_level == "debug"
    return Server(app, on_ready, double.begin_to_end, place.context, access_log=is_logged)
