"""Without a connection, what breaks one raises what httpx raises where there is one."""

import asyncio
from typing import Any

import httpx
import pytest

from mock_isales.testing import InProcessIsales

SEED = {"settings": {"pace_interval": 0}, "vdns": [{"id": 1, "campaigns": [{"id": 1}]}]}
CALL = "/rest/isales/v2/openapi/campaigns/1/calldata/1"
BODY = {"callDataList": [{"called": [{"calledNo": "88888888"}]}]}
HEADERS = {"Authorization": "any"}


async def call(isales: InProcessIsales) -> httpx.Response:
    async with httpx.AsyncClient(base_url=isales.url, transport=isales.transport) as client:
        return await client.post(CALL, json=BODY, headers=HEADERS)


async def records(isales: InProcessIsales) -> int:
    return (await isales.campaigns.list())[0].incomplete_records


@pytest.mark.parametrize(
    ("fault", "error", "applied"),
    [
        ({"connection": "reset"}, httpx.ReadError, 0),
        ({"connection": "reset", "applied": True}, httpx.ReadError, 1),
        ({"connection": "empty"}, httpx.RemoteProtocolError, 0),
        ({"connection": "garbage"}, httpx.RemoteProtocolError, 0),
        ({"cut": 10}, httpx.RemoteProtocolError, 1),
    ],
)
def test_it_breaks(fault: dict[str, Any], error: type[Exception], applied: int) -> None:
    async def use() -> None:
        async with InProcessIsales(seed=SEED) as isales:
            await isales.faults.add(first=1, **fault)
            with pytest.raises(error) as raised:
                await call(isales)
            assert raised.type is error
            assert await records(isales) == applied
            assert (await call(isales)).json()["resultCode"] == "0200000"

    asyncio.run(use())


def test_what_drips_comes_whole() -> None:
    async def use() -> None:
        async with InProcessIsales(seed=SEED) as isales:
            await isales.faults.add(drip={"bytes": 7, "seconds": 0})
            assert (await call(isales)).json()["resultCode"] == "0200000"

    asyncio.run(use())


@pytest.mark.parametrize("fault", [{"connection": "reset", "applied": True}, {"cut": 10}])
def test_another_server_says_that_it_cannot_break_connections(fault: dict[str, Any]) -> None:
    async def use() -> None:
        async with InProcessIsales(seed=SEED) as isales:
            await isales.faults.add(**fault)
            transport = httpx.ASGITransport(isales.app)
            async with httpx.AsyncClient(base_url=isales.url, transport=transport) as client:
                answer = await client.post(CALL, json=BODY, headers=HEADERS)
        assert (answer.status_code, answer.headers["content-type"]) == (501, "application/problem+json")
        assert answer.json()["detail"].startswith("Fault 1 of this world was to break the connection (")

    asyncio.run(use())
