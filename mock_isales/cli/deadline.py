"""An end to waiting. A socket's own timeout is none: it holds for each piece of an answer, however many come."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Timer


@contextmanager
def deadline(connected: socket.socket, seconds: float) -> Iterator[None]:
    """Shut a socket down when the time is over: who waits for it sees its end.

    Args:
        connected: The socket.
        seconds: The time; what is not more than 0 is over at once.

    Raises:
        TimeoutError: It is over, whatever has been read of an answer that was cut off.
    """
    is_over = Event()

    def end() -> None:
        is_over.set()
        with suppress(OSError):
            socket.socket.shutdown(connected, socket.SHUT_RDWR)  # that of TLS would change what another thread reads

    timer = Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        if is_over.is_set():
            raise TimeoutError
