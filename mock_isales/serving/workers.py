"""Several processes that serve at one place, and one that looks after them: it starts another for each that dies."""

import asyncio
import logging
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from typing import NamedTuple

from mock_isales.app import assemble, open_double
from mock_isales.engine.stores.protocol import StoreUnavailable
from mock_isales.serving.counting import SharedCounts, Telling
from mock_isales.serving.places import Place, place_of
from mock_isales.serving.running import CANNOT_SERVE, server_of
from mock_isales.serving.signals import ENDING, heard_by
from mock_isales.settings import Settings

Work = Callable[[int, Callable[[], None]], None]

_READY = b"ready"
_PAUSE_SECONDS = 0.5
_PARENT_SECONDS = 1
_END_SECONDS = 15
"""So long a process may take to end: its calls have a second, and a database that is in the way five."""

_FORK = multiprocessing.get_context("fork")

logger = logging.getLogger("mock_isales")


class WorkersReady(NamedTuple):
    """What there is to say of processes that accept calls.

    Attributes:
        url: Their address.
        control_token: What `/_mock` asks for; None where it asks for nothing.
        made: Whether the token is a new one, which nobody knows yet.
    """

    url: str
    control_token: str | None
    made: bool


def run_workers(settings: Settings, announce: Callable[[WorkersReady], None]) -> None:
    """Serve with several processes until a signal ends them.

    Args:
        settings: What they were told; `workers` says how many there are.
        announce: Called once all of them accept calls.

    Raises:
        ListenError, PortFileError, TlsError, StoreUnavailable, SeedError: They cannot serve as they were told.
    """
    with place_of(settings) as place:
        double = open_double(settings, place.ca_pem)  # once: it fills the store, or says what is wrong
        token = double.control_token
        double.close()
        told = settings.model_copy(update={"reseed": False, "control_token": token or settings.control_token})
        counts = SharedCounts(settings.workers)
        workers = Workers(settings.workers, lambda number, ready: _serve(told, place, Telling(counts, number), ready))

        def tell() -> None:
            place.tell()
            announce(WorkersReady(place.url, token, not settings.control_token))

        workers.run(tell)


def _serve(settings: Settings, place: Place, telling: Telling, on_ready: Callable[[], None]) -> None:
    """Serve in one of the processes, until it is told to end."""
    opened = open_double(settings, place.ca_pem, is_filled=True)
    double = replace(opened, adds_up=telling.adds_up)
    begun: list[asyncio.Task[None]] = []  # the event loop alone would let go of it

    def tell() -> None:
        begun.append(asyncio.create_task(telling.go_on(double.counted_here)))
        on_ready()

    server = server_of(assemble(double), double, place, settings, tell)
    server.run([place.listener])


class _Worker(NamedTuple):
    """One of the processes.

    Attributes:
        number: Its place among them.
        process: The process.
        said: What it says comes here: that it is ready.
    """

    number: int
    process: ForkProcess
    said: Connection


class Workers:
    """Processes that do the same, and are looked after: for each that dies, another one is started.

    Args:
        count: How many there are.
        work: What each does until SIGTERM ends it; it is given its place among them, which it may have from one that
            has died, and what it calls when it is ready.
    """

    def __init__(self, count: int, work: Work) -> None:
        self._count = count
        self._work = work
        self._alive: list[_Worker] = []
        self._is_ending = False

    def run(self, on_ready: Callable[[], None]) -> None:
        """Start them, and look after them until a signal ends them all.

        Args:
            on_ready: Called once all of them are ready.

        Raises:
            StoreUnavailable: One has died before that; the log says why.
        """
        with heard_by(self._signal_all):
            try:
                self._start_all()
                if not self._is_ending:
                    on_ready()
                while self._alive:
                    self._replace_dead()
            finally:
                self._end_all()

    def _start_all(self) -> None:
        for number in range(self._count):
            self._start(number)
        for worker in self._alive:
            # What it says, or that it has died, comes first.
            wait([worker.said, worker.process.sentinel])
            if not worker.said.poll() and not self._is_ending:
                raise StoreUnavailable("A process has ended before it was ready; the log says why.")

    def _replace_dead(self) -> None:
        """Wait until one dies, and start another one unless all are to end."""
        wait([worker.process.sentinel for worker in self._alive])
        for worker in [worker for worker in self._alive if not worker.process.is_alive()]:
            self._alive.remove(worker)
            worker.said.close()
            if self._is_ending:
                continue
            logger.error("process %d has ended with status %s; another one is started", *_told_of(worker.process))
            time.sleep(_PAUSE_SECONDS)  # it may die at once, too, while the database has gone
            self._start(worker.number)

    def _start(self, number: int) -> None:
        """Start another one, unless all are to end; also if they are told so right now."""
        if not self._is_ending:
            self._alive.append(self._started(number))
        if self._is_ending:
            self._signal_all()

    def _started(self, number: int) -> _Worker:
        said, says = _FORK.Pipe(duplex=False)
        work = partial(self._work, number)
        process = _FORK.Process(target=_begin, args=(work, says, os.getpid()), name="mock-isales worker")
        with _signals_held():
            process.start()
        says.close()
        return _Worker(number, process, said)

    def _end_all(self) -> None:
        self._signal_all()
        for worker in self._alive:
            worker.process.join(_END_SECONDS)
            worker.process.kill()  # one that has ended is not hurt by it
            worker.process.join()

    def _signal_all(self, *_: object) -> None:
        """Let all of them end; a second time: at once."""
        self._is_ending = True
        for worker in self._alive:
            if worker.process.is_alive():
                worker.process.terminate()


@contextmanager
def _signals_held() -> Iterator[None]:
    """Let signals wait that end a process: one that is just made has its parent's handlers until it has its own."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(work: Callable[[Callable[[], None]], None], says: Connection, parent: int) -> None:
    """What a new process does: its work. What its parent passes on ends it alone, or that the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends it to all
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
    threading.Thread(target=_end_with, args=(parent,), name="mock-isales parent", daemon=True).start()
    try:
        work(lambda: says.send_bytes(_READY))
    except CANNOT_SERVE as error:
        logger.error("%s", error)  # noqa: TRY400 - it says all there is to know
        raise SystemExit(2) from None


def _end_with(parent: int) -> None:
    """End when the parent is gone: nobody looks after this process any more."""
    while os.getppid() == parent:
        time.sleep(_PARENT_SECONDS)
    os.kill(os.getpid(), signal.SIGTERM)


def _told_of(process: ForkProcess) -> tuple[int | None, str]:
    code = process.exitcode
    return process.pid, signal.Signals(-code).name if code is not None and code < 0 else str(code)
