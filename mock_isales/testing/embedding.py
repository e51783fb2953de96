"""What both kinds of embedded servers share: the server itself, and how it is reached."""

from contextlib import ExitStack
from typing import TYPE_CHECKING, ClassVar, NoReturn

from mock_isales.serving.reaching import Reached, reached_by
from mock_isales.serving.running import CANNOT_SERVE
from mock_isales.serving.threaded import EndedEarlyError, ThreadedServer
from mock_isales.testing.errors import CannotStart
from mock_isales.testing.server_said import ServerSaid, told_by
from mock_isales.testing.trusting import refuse_untrusted

RUNS_ALREADY = "the server runs already"
NOT_ENDED = "the default world of a server ends with it: {ending}; reset() starts over"


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
        """Start it. After an exception, be it Ctrl-C, nothing is left of it.

        Raises:
            CannotStart: It cannot.
            RuntimeError: It runs already.
        """
        if self.runs:
            raise RuntimeError(RUNS_ALREADY)
        settings, seed, ca = self._told
        with ExitStack() as ending:
            server = ThreadedServer(settings, seed)
            ending.callback(server.stop)
            try:
                ready = server.start()
            except (EndedEarlyError, *CANNOT_SERVE) as error:
                raise CannotStart(str(error)) from error
            reached = reached_by(settings, ready, ending)
            if ca is not None:
                reached = reached._replace(ca=ca.absolute())
            if settings.tls_cert is not None:
                refuse_untrusted(reached, settings.tls_cert)
            self._ending = ending.pop_all()
            self.runs = True
        return reached

    def stop(self) -> None:
        """End it."""
        self.runs = False
        self._ending.close()


class NotStarted:
    """Says of what an embedded server has only while it runs that it does not."""

    _beginning: ClassVar[str]
    """How it is started; {kind} is its class."""

    def __repr__(self) -> str:
        return super().__repr__() if "url" in vars(self) else f"<{type(self).__name__}, not started>"

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> NoReturn:
            kind = type(self).__name__
            raise AttributeError(
                f"this {kind} has no {name!r}: it has not been started; use {self._beginning.format(kind=kind)}"
                if "url" not in vars(self)
                else f"{kind!r} object has no attribute {name!r}"
            )
