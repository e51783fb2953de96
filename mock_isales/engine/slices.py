"""Work that is done in slices, so that nobody who calls meanwhile waits for all of it."""

import asyncio
from collections.abc import Generator
from typing import TypeVar

T = TypeVar("T")

Slices = Generator[None, None, T]
"""Some work and its result. What it reads does not change meanwhile; each slice takes a few milliseconds at most."""


def at_once(result: T) -> Slices[T]:
    """Work that is done already."""
    yield from ()
    return result


async def in_slices(work: Slices[T]) -> T:
    """Do some work, and let others go on between its slices."""
    while True:
        try:
            next(work)
        except StopIteration as done:
            result: T = done.value
            return result
        await asyncio.sleep(0)
