"""A server in a thread of its own, for those who use it in one process."""

from concurrent.futures import Future
from threading import Thread

from mock_isales.engine.seeds import Seed
from mock_isales.serving.running import Ready, run
from mock_isales.settings import Settings


class EndedEarlyError(Exception):
    """The server has ended before it accepted calls."""


class ThreadedServer:
    """A server beside whatever else a process does: nothing of it but the thread is shared with anybody.

    Args:
        settings: What it is told.
        seed: What it is filled with, instead of what a seed file says.
    """

    def __init__(self, settings: Settings, seed: Seed | None = None) -> None:
        self._settings = settings
        self._seed = seed
        self._thread: Thread | None = None

    def start(self) -> Ready:
        """Start it; it accepts calls then. After an exception, be it Ctrl-C, nothing is left of it.

        Raises:
            RuntimeError: It has been started.
            EndedEarlyError: It has ended by itself, and did not say why.
            ListenError, PortFileError, TlsError, StoreUnavailable, SeedError: As `run` does.
        """
        if self._thread is not None:
            raise RuntimeError("the server has been started already")
        started: Future[Ready] = Future()
        # A daemon, so that a process may end that has forgotten it: what was answered is stored.
        thread = Thread(target=self._serve, args=(started,), name="mock-isales", daemon=True)
        try:
            thread.start()
            self._ready = started.result()
            self._thread = thread
        except BaseException:
            _give_up(started, thread)
            raise
        return self._ready

    def stop(self) -> None:
        """End it, and wait until it has; nothing happens if it does not run, as in a child that was forked."""
        if self._thread is not None:
            if self._thread.is_alive():
                self._ready.end()
            self._thread.join()
            self._thread = None

    def _serve(self, started: "Future[Ready]") -> None:
        """Serve. Once it has been given up, the future refuses its result, and that ends the server."""
        try:
            run(self._settings, started.set_result, self._seed)
        except BaseException as error:
            if started.cancelled():
                return
            if started.done():
                raise
            started.set_exception(error if isinstance(error, Exception) else _ended_by(error))
        else:
            if not started.done():
                started.set_exception(EndedEarlyError("the server has ended before it accepted calls"))


def _give_up(started: "Future[Ready]", thread: Thread) -> None:
    """End a server that is not wanted any more, wherever its start has come to, and wait until it has ended."""
    if not started.cancel() and started.exception() is None:
        started.result().end()
    if thread.ident is not None:
        thread.join()


def _ended_by(error: BaseException) -> EndedEarlyError:
    """What ended its thread must not end that of whoever starts it."""
    ended = EndedEarlyError(f"the server has ended before it accepted calls: {type(error).__name__} {error}".rstrip())
    ended.__cause__ = error
    return ended
