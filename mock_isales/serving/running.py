"""A server run from the command line: from the socket to the last connection."""

from collections.abc import Callable
from contextlib import ExitStack
from typing import NamedTuple

from mock_isales.app import create_app, double_of
from mock_isales.double import Double
from mock_isales.engine.seed_files.problems import SeedError
from mock_isales.engine.seeds import Seed
from mock_isales.engine.stores.protocol import StoreUnavailable
from mock_isales.serving.listening import ListenError, listen, url_of
from mock_isales.serving.port_file import PortFile, PortFileError
from mock_isales.serving.server import Server
from mock_isales.serving.tls.ca_file import CaFile
from mock_isales.serving.tls.error import TlsError
from mock_isales.serving.tls.telling import tls_of
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
    tls = tls_of(settings)
    ca_file = None if settings.tls_ca_out is None else CaFile(settings.tls_ca_out)
    with ExitStack() as ending:
        listener = ending.enter_context(listen(settings.host, settings.port))
        port_file = None
        if settings.port_file is not None:
            port_file = PortFile(settings.port_file)
            ending.callback(port_file.remove)
        ca_pem = None if tls is None else tls.ca_pem
        app = create_app(settings, ca_pem, seed)
        double = double_of(app)

        def tell() -> None:
            if ca_file is not None and ca_pem is not None:
                ca_file.write(ca_pem)
            if port_file is not None:
                port_file.write(listener.getsockname()[1])
            url = url_of(listener, "http" if tls is None else "https")
            made = not settings.control_token
            announce(Ready(url, double.control_token, made, ca_pem, double, server.end))

        server = Server(app, tell, double.worlds.close, None if tls is None else tls.context)
        server.run([listener])
