import asyncio
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from mock_isales.app import assemble
from mock_isales.double import Double
from mock_isales.engine.registry import Worlds
from mock_isales.engine.seeds import Seed
from mock_isales.engine.stores.memory import MemoryStore
from mock_isales.engine.worlds import DEFAULT_WORLD
from mock_isales.settings import Settings
from tests.clocks import ManualClock

MAX_BODY = 4096
CALLER_NO = "/rest/isales/v1/openapi/campaigns/1/callerNo/1"
CALL_DATA = "/rest/isales/v2/openapi/campaigns/1/calldata/1"


class Client:
    """Calls an app without a socket."""

    def __init__(self, app: FastAPI) -> None:
        self.app = app

    def request(self, method: str, path: str, **sent: Any) -> httpx.Response:  # noqa: ANN401 - httpx's own arguments
        async def send() -> httpx.Response:
            transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url="http://double") as client:
                return await client.request(method, path, **sent)

        return asyncio.run(send())

    def post(self, path: str, json: object, **headers: str) -> httpx.Response:
        return self.request("POST", path, json=json, headers={"authorization": "token", **headers})


AppMaker = Callable[..., FastAPI]


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def make_app(clock: ManualClock) -> AppMaker:
    """Makes an app with VDN 1 and a running campaign 1, under readings that differ from the defaults as named."""

    def make(*, request_ids: bool = True, **readings: str) -> FastAPI:
        store = MemoryStore()
        seed = Seed.model_validate({"vdns": [{"id": 1, "campaigns": [{"id": 1}]}]})
        store.fill(DEFAULT_WORLD, seed)
        settings = Settings(readings=readings, max_body=MAX_BODY, request_ids=request_ids)
        worlds = Worlds(store, seed, settings.terms, clock)
        worlds.open_kept()
        return assemble(Double(store, worlds, settings))

    return make


@pytest.fixture
def app(make_app: AppMaker) -> FastAPI:
    return make_app()


@pytest.fixture
def client(app: FastAPI) -> Client:
    return Client(app)
