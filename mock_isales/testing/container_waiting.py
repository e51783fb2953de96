"""Waiting for a double in a container."""

from typing import TYPE_CHECKING

import httpx
from testcontainers.core.waiting_utils import WaitStrategy

from mock_isales.testing.errors import CannotStart

if TYPE_CHECKING:
    from testcontainers.core.waiting_utils import WaitStrategyTarget

_INTERVAL = 0.1
_PATIENCE = 2.0


class Readiness(WaitStrategy):
    """Waits until a double says at /_mock/ready that it can do its work. That needs no token.

    It is asked through the port that is mapped, as the client under test will be: the container's own health check
    knows nothing of the way from here.

    Args:
        port: Where it listens within its container.
        scheme: http or https.
    """

    def __init__(self, port: int, scheme: str) -> None:
        super().__init__()
        self._port = port
        self._scheme = scheme
        self.with_poll_interval(_INTERVAL)

    def wait_until_ready(self, container: "WaitStrategyTarget") -> None:
        """Wait for it.

        Raises:
            CannotStart: Its container has ended; the message has what it said.
            TimeoutError: It is not ready in time.
        """
        is_over = self._poll(lambda: _has_ended(container) or self._is_ready(container))
        if _has_ended(container):
            raise CannotStart(f"the container has ended: {_last_words(container)}")
        if not is_over:
            raise TimeoutError(f"not ready after {self._startup_timeout:g} s: {_last_words(container)}")

    def _is_ready(self, container: "WaitStrategyTarget") -> bool:
        address = f"{container.get_container_host_ip()}:{container.get_exposed_port(self._port)}"
        try:
            # Whether its certificate is trusted is not asked here: the authority is not known yet.
            url = f"{self._scheme}://{address}/_mock/ready"
            return httpx.get(url, verify=False, trust_env=False, timeout=_PATIENCE).is_success  # noqa: S501
        except httpx.TransportError:
            return False


def _has_ended(container: "WaitStrategyTarget") -> bool:
    container.reload()
    return container.status in {"exited", "dead"}


def _last_words(container: "WaitStrategyTarget") -> str:
    said = b"".join(container.get_logs()).decode(errors="replace").strip()
    return said or "it has said nothing"
