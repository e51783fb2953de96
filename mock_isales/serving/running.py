"""A server run from the command line: from the socket to the last connection."""

import socket
from collections.abc import Callable
from contextlib import ExitStack

from mock_isales.app import create_app
from mock_isales.serving.listening import listen, url_of
from mock_isales.serving.port_file import PortFile
from mock_isales.serving.server import Server
from mock_isales.settings import Settings


def run(settings: Settings, announce: Callable[[str], None]) -> None:
    """Serve until a signal ends it.

    Args:
        settings: What the server was told.
        announce: Called with the server's address, once it accepts calls.

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
        server = Server(create_app(settings), lambda: _tell(listener, port_file, announce))
        server.run([listener])


def _tell(listener: socket.socket, port_file: PortFile | None, announce: Callable[[str], None]) -> None:
    if port_file is not None:
        port_file.write(listener.getsockname()[1])
    announce(url_of(listener))
