"""What both kinds of embedded servers share: the server itself, and how it is reached."""

from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from mock_isales.engine.seed_files import SeedError
from mock_isales.engine.stores.protocol import StoreUnavailable
from mock_isales.environment import to_call
from mock_isales.serving.listening import ListenError
from mock_isales.serving.running import Ready
from mock_isales.serving.threaded import ThreadedServer
from mock_isales.serving.tls.error import TlsError
from mock_isales.settings import Settings
from mock_isales.testing.errors import CannotStart
from mock_isales.testing.server_said import ServerSaid, told_by


class Reached(NamedTuple):
    """How a server is reached.

    Attributes:
        url: Its address.
        token: What `/_mock` asks for; None where it asks for nothing.
        ca: The file with the authority that clients are to trust; None for the usual ones.
    """

    url: str
    token: str | None
    ca: Path | None


class Embedded:
    """A server in a thread, with the file that tells its clients whom to trust.

    Raises:
        BadArgument: What was said of it is wrong.
    """

    def __init__(self, said: ServerSaid) -> None:
        self._told = told_by(said)
        self._ending = ExitStack()
        self.runs = False

    def start(self) -> Reached:
        """Start it.

        Raises:
            CannotStart: It cannot, and nothing is left of it.
            RuntimeError: It runs already.
        """
        if self.runs:
            raise RuntimeError("the server runs already")
        server = ThreadedServer(self._told.settings, self._told.seed)
        try:
            ready = server.start()
        except (ListenError, SeedError, StoreUnavailable, TlsError) as error:
            raise CannotStart(str(error)) from error
        self._ending.callback(server.stop)
        self.runs = True
        return Reached(to_call(ready.url), ready.control_token, self._ca(self._told.settings, ready))

    def stop(self) -> None:
        """End it."""
        self.runs = False
        self._ending.close()

    def _ca(self, settings: Settings, ready: Ready) -> Path | None:
        """The file, of one's own certificate that itself: who signed it is not known here."""
        if ready.ca_pem is None:
            return settings.tls_cert
        folder = self._ending.enter_context(TemporaryDirectory(prefix="mock-isales-"))
        ca = Path(folder) / "ca.pem"
        ca.write_text(ready.ca_pem, encoding="ascii")
        return ca


class NotStarted:
    """Says of what an embedded server has only while it runs that it does not."""

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> NoReturn:
            kind = type(self).__name__
            raise AttributeError(
                f"this {kind} has no {name!r}: it has not been started; use `with {kind}() as isales:`, or start()"
                if "url" not in vars(self)
                else f"{kind!r} object has no attribute {name!r}"
            )
