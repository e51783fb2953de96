"""The place where a server listens, and what clients have to know to find it."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from socket import socket

from mock_isales.serving.listening import listen, url_of
from mock_isales.serving.port_file import PortFile
from mock_isales.serving.tls.ca_file import CaFile
from mock_isales.serving.tls.telling import Tls, tls_of
from mock_isales.settings import Settings


class Place:
    """Where a server listens, and what it speaks there.

    Attributes:
        listener: The socket.
        context: What wraps its connections; None for plain HTTP.
        ca_pem: The authority that clients are to trust, in PEM; None if there is none.
        url: The address that clients call.
    """

    def __init__(self, listener: socket, tls: Tls | None, port_file: PortFile | None, ca_file: CaFile | None) -> None:
        self.listener = listener
        self.context = None if tls is None else tls.context
        self.ca_pem = None if tls is None else tls.ca_pem
        self.url = url_of(listener, "http" if tls is None else "https")
        self._port_file = port_file
        self._ca_file = ca_file

    def tell(self) -> None:
        """Write what clients are to know into files, where that is asked for: calls are accepted now."""
        if self._ca_file is not None and self.ca_pem is not None:
            self._ca_file.write(self.ca_pem)
        if self._port_file is not None:
            self._port_file.write(self.listener.getsockname()[1])


@contextmanager
def place_of(settings: Settings) -> Iterator[Place]:
    """Where a server is to listen, until the block ends.

    Raises:
        ListenError: It cannot listen there.
        PortFileError: The port file cannot be written.
        TlsError: It cannot speak TLS as it was told.
    """
    tls = tls_of(settings)
    ca_file = None if settings.tls_ca_out is None else CaFile(settings.tls_ca_out)
    with ExitStack() as ending:
        listener = ending.enter_context(listen(settings.host, settings.port))
        port_file = None
        if settings.port_file is not None:
            port_file = PortFile(settings.port_file)
            ending.callback(port_file.remove)
        yield Place(listener, tls, port_file, ca_file)
