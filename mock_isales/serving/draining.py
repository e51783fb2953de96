"""The end of a server: what is under way finishes, within bounds, and the log says what was waited for."""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable
from typing import cast

from uvicorn.server import ServerState

from mock_isales.serving.protocol import Carried, Protocol

GRACE_SECONDS = 1
"""So long calls that are under way may take to finish."""

_PAUSE_SECONDS = 0.01

logger = logging.getLogger("mock_isales")


class Draining:
    """Closes the connections of a server that accepts no more.

    Args:
        state: Its connections, and the calls that are answered on them.
        waiting: How many have just been let go that waited for calls or followed them.
    """

    def __init__(self, state: ServerState, waiting: int) -> None:
        self._state = state
        self._waiting = waiting

    def begin(self) -> None:
        """Close what carries no whole call, and let the others close once they have their answers; say so."""
        connections = self._connections()
        carried: Counter[Carried] = Counter(each.carried for each in connections)
        if connections:
            logger.info(
                "ending; waited for: calls under way %d, waiting or following %d; closed: idle connections %d, "
                "half-sent requests %d, answers held up %d",
                max(carried["call"] - self._waiting, 0),
                self._waiting,
                carried["nothing"],
                carried["half"],
                carried["held"],
            )
        for each in connections:
            each.shutdown()

    async def finish(self, in_a_hurry: Callable[[], bool]) -> None:
        """Wait until all is closed, or for as long as is granted; what is left then is broken off.

        Args:
            in_a_hurry: Whether somebody does not want to wait.
        """
        try:
            async with asyncio.timeout(GRACE_SECONDS):
                while self._is_busy and not in_a_hurry():  # noqa: ASYNC110 - uvicorn tells nobody when that changes
                    await asyncio.sleep(_PAUSE_SECONDS)
        except TimeoutError:
            logger.warning("ending; after %g s no longer waited for: %s", GRACE_SECONDS, self._left)
        else:
            if self._is_busy:
                logger.warning("ending at once; not waited for: %s", self._left)
        for each in self._connections():
            each.transport.abort()
        for task in list(self._state.tasks):
            task.cancel()

    @property
    def _is_busy(self) -> bool:
        return bool(self._state.connections or self._state.tasks)

    @property
    def _left(self) -> str:
        return f"calls {len(self._state.tasks)}, connections {len(self._state.connections)}"

    def _connections(self) -> list[Protocol]:
        return cast("list[Protocol]", list(self._state.connections))
