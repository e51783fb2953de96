"""Several servers on one database, each a process of its own."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from mock_isales.testing import Control, World
from tests.control.callers import CALL_DATA, body_of
from tests.serving.processes import Server, serving

COUNT = 3
PATIENCE = 60


@dataclass(frozen=True)
class Replica:
    """One of them, and how it is called. Threads may share it."""

    server: Server
    control: Control
    http: httpx.Client

    def world(self, name: str) -> World:
        return self.control.world(name)

    def call(self, world: str, *numbers: str, campaign: int = 1, **more: Any) -> httpx.Response:  # noqa: ANN401 - JSON
        """Add a record for each number."""
        headers = {"Authorization": "token", "X-Mock-World": world}
        return self.http.post(CALL_DATA.format(campaign=campaign), json=body_of(*numbers) | more, headers=headers)

    def code(self, world: str, *numbers: str, campaign: int = 1) -> str:
        """What that is answered."""
        answered: str = self.call(world, *numbers, campaign=campaign).json()["resultCode"]
        return answered


@contextmanager
def replicas(folder: Path, store: str, *flags: str, count: int = COUNT) -> Iterator[Sequence[Replica]]:
    """So many servers on a database, started at the same moment."""
    folders = [folder / f"replica-{index}" for index in range(count)]
    for each in folders:
        each.mkdir()
    with ExitStack() as stack, ThreadPoolExecutor(count) as threads:
        starting = [serving(each, "--store", store, *flags) for each in folders]
        started = [threads.submit(stack.enter_context, each) for each in starting]
        yield [stack.enter_context(calling(each.result())) for each in started]


@contextmanager
def calling(server: Server) -> Iterator[Replica]:
    """How a server is called."""
    # an idle connection is let go of before the server does so, or a call could meet its end
    limits = httpx.Limits(max_connections=None, keepalive_expiry=2)
    with (
        Control(server.url, timeout=PATIENCE) as control,
        httpx.Client(base_url=server.url, timeout=PATIENCE, trust_env=False, limits=limits) as http,
    ):
        yield Replica(server, control, http)
