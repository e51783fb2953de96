"""Calls of a server that counts its coverage, for tests; what is sent is typed from the documents."""

import asyncio
import json
from contextlib import suppress
from typing import Any

import httpx

from mock_isales.app import create_app
from mock_isales.engine.clocks import ClockMode
from mock_isales.engine.coverage.coverage import ServerCoverage, WorldCoverage
from mock_isales.engine.coverage.points import POINTS
from mock_isales.engine.seeds import Seed
from mock_isales.engine.worlds import World
from mock_isales.settings import ToldSettings

SECOND = 1_000_000
NOON = 1_795_262_400_000_000  # 2026-11-21T12:00:00Z
HEADERS = {"Authorization": "any", "Content-Type": "application/json; charset=UTF-8"}
PATHS = {
    "ON": "/rest/isales/v2/openapi/campaigns/{vdn}/calldata/{campaign}",
    "CN": "/rest/isales/v1/openapi/campaigns/{vdn}/callerNo/{campaign}",
}
OTHER = {"called": [{"calledNo": "3"}, {"calledNo": "4"}]}
PLAIN: dict[str, Any] = {
    "ON": {"callDataList": [{"called": [{"calledNo": "1"}, {"calledNo": "2"}]}, OTHER]},
    "CN": {"callerNo": [{"accessCode": "1", "priority": 2}, {"accessCode": "2", "priority": 2}]},
}
"""Bodies that stand on no edge."""


class Covered:
    """A server that counts coverage, without a socket. Its default world's clock stands still."""

    def __init__(self, *campaigns: dict[str, Any], **said: Any) -> None:  # noqa: ANN401 - as a seed has it
        vdn = {"id": 2, "campaigns": [{"id": 2}, *campaigns], **said.pop("vdn", {})}
        others = [{"id": each, "campaigns": [{"id": 1}, {"id": 2}]} for each in (1, 9999)]
        settings = {"pace_interval": 0, **said.pop("settings", {})}
        seed = Seed.model_validate({"vdns": [vdn, *others], "settings": settings, "readings": said.pop("readings", {})})
        self.app = create_app(ToldSettings(**{"coverage": True, **said}), seed=seed)
        self.worlds = self.app.state.double.worlds
        self.at(NOON)

    def at(self, now: int) -> None:
        """Let the clock stand still at that time."""
        self.world.clock.set(ClockMode.FROZEN, now)

    @property
    def world(self) -> World:
        """The default world."""
        world: World = self.worlds.opened("default")
        return world

    @property
    def server(self) -> ServerCoverage:
        """What all worlds have covered."""
        coverage: ServerCoverage = self.worlds.coverage
        return coverage

    @property
    def of_world(self) -> WorldCoverage:
        """What the default world has covered."""
        assert self.world.coverage is not None
        return self.world.coverage

    def send(self, path: str, body: object = None, method: str = "POST", **headers: str) -> str:
        """Make a call; the code of the answer, or its HTTP status."""
        content = body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False).encode()

        async def call() -> httpx.Response:
            transport = httpx.ASGITransport(self.app)
            async with httpx.AsyncClient(transport=transport, base_url="http://double") as client:
                return await client.request(method, path, content=content, headers={**HEADERS, **headers})

        answer = asyncio.run(call())
        with suppress(ValueError):
            return str(answer.json().get("resultCode", answer.status_code))
        return str(answer.status_code)

    def call(self, document: str, body: object = None, vdn: str = "2", campaign: str = "2") -> str:
        """Call an interface, with a body that stands on no edge unless one is said."""
        path = PATHS[document].format(vdn=vdn, campaign=campaign)
        return self.send(path, PLAIN[document] if body is None else body)

    def edges(self) -> set[str]:
        """The boundaries that were met so far, which are forgotten with that."""
        met = {each for each in self.server.points if POINTS[each].group == "boundaries"}
        self.server.clear()
        return met


def on(number: str = "1", **record: object) -> dict[str, Any]:
    """An ON body that stands on no edge but that of what is said."""
    of_number: dict[str, object] = {name: record.pop(name) for name in ("delayTime", "type") if name in record}
    called = [{"calledNo": number, **of_number}, {"calledNo": "2"}]
    return {"callDataList": [{"called": called, **record}, OTHER]}


def cn(code: str | None = "1", priority: object = 2) -> dict[str, Any]:
    """The same for CN."""
    return {"callerNo": [{"accessCode": code, "priority": priority}, {"accessCode": "2", "priority": 2}]}


def records(count: int) -> dict[str, Any]:
    """An ON body of so many records with two numbers each."""
    return {"callDataList": [{"called": [{"calledNo": f"{n}1"}, {"calledNo": f"{n}2"}]} for n in range(count)]}


def numbers(count: int, first: int = 10) -> dict[str, Any]:
    """A CN body of so many calling numbers."""
    return {"callerNo": [{"accessCode": str(first + n), "priority": 2} for n in range(count)]}
