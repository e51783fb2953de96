"""The signals that end a server, and who hears them."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

ENDING = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def heard_by(handler: Callable[[int, FrameType | None], Any]) -> Iterator[None]:
    """Let somebody hear them until the block ends; then again whoever did before. It is for the main thread."""
    before = {each: signal.signal(each, handler) for each in ENDING}
    try:
        yield
    finally:
        for each, formerly in before.items():
            signal.signal(each, formerly)
