"""A server run from the command line: from the socket to the last connection."""

from collections.abc import Callable
from contextlib import ExitStack
from typing import NamedTuple

from mock_isales.app import create_app
from mock_isales.double import Double
from mock_isales.serving.listening import listen, url_of
from mock_isales.serving.port_file import PortFile
from mock_isales.serving.server import Server
from mock_isales.settings import Settings


class Ready(NamedTuple):
    """What there is to say of a server that accepts calls.

    Attributes:
        url: Its address.
        control_token: What `/_mock` asks for; None where it asks for nothing.
        made: Whether the token is a new one, which nobody knows yet.
    """

    url: str
    control_token: str | None
    made: bool


def run(settings: Settings, announce: Callable[[Ready], None]) -> None:
    """Serve until a signal ends it.

    Args:
        settings: What the server was told.
        announce: Called once the server accepts calls.

    Raises:
        ListenError: The server cannot listen there.
        PortFileError: The port file cannot be written.
        StoreUnavailable: The store cannot be opened or filled.
        SeedError: The seed file is bad.
    """
    with ExitStack() as ending:
        listener = ending.enter_context(listen(settings.host, settings.port))
        port_file = None
        if settings.port_file is not None:
            port_file = PortFile(settings.port_file)
            ending.callback(port_file.remove)
        app = create_app(settings)
        double: Double = app.state.double

        def tell() -> None:
            if port_file is not None:
                port_file.write(listener.getsockname()[1])
            announce(Ready(url_of(listener), double.control_token, made=not settings.control_token))

        Server(app, tell).run([listener])
