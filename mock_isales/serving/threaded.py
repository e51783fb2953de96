"""A server in a thread of its own, for those who use it in one process."""

from concurrent.futures import Future
from threading import Thread

from mock_isales.engine.seeds import Seed
from mock_isales.serving.running import Ready, run
from mock_isales.settings import Settings


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
        """Start it; it accepts calls then.

        Raises:
            RuntimeError: It has been started.
            ListenError, PortFileError, TlsError, StoreUnavailable, SeedError: As `run` does; nothing is left of it.
        """
        if self._thread is not None:
            raise RuntimeError("the server has been started already")
        started: Future[Ready] = Future()
        # A daemon, so that a process may end that has forgotten it: what was answered is stored.
        self._thread = Thread(target=self._serve, args=(started,), name="mock-isales", daemon=True)
        self._thread.start()
        try:
            self._ready = started.result()
        except Exception:
            self._join()
            raise
        return self._ready

    def stop(self) -> None:
        """End it, and wait until it has; nothing happens if it does not run."""
        if self._thread is not None:
            self._ready.end()
            self._join()

    def _serve(self, started: "Future[Ready]") -> None:
        try:
            run(self._settings, started.set_result, self._seed)
        except BaseException as error:
            if started.done():
                raise
            started.set_exception(error)

    def _join(self) -> None:
        if self._thread is not None:
            self._thread.join()
            self._thread = None
