"""Worlds never touch: 64 clients in parallel, each in its own, with the same campaigns and numbers."""

import asyncio

import httpx
from fastapi import FastAPI

from tests.control.callers import CALL_DATA, body_of, client_of

CLIENTS = 64
ROUNDS = 4


class Client:
    """A client in a world of its own, which it names by the header or by the path."""

    def __init__(self, client: httpx.AsyncClient, number: int) -> None:
        self.world = f"w{number}"
        self.calls = 1 + number % 3
        self._client = client
        self._by_path = number % 2 == 0

    async def run(self) -> None:
        for _ in range(ROUNDS):
            await self.mock("PUT", "/clock", {"mode": "frozen", "now": "2026-11-21T10:00:00Z"})
            codes = [await self.add(number) for number in range(self.calls)]
            assert codes == ["0200000", *["0200022"] * (self.calls - 1)]
            await self.mock("POST", "/clock/advance", {"seconds": 1})
            assert await self.add(9) == "0200000"
            campaign = await self.mock("GET", "/campaigns/1/1")
            assert campaign["incomplete_records"] == 2
            journal = await self.mock("GET", "/journal?limit=0")
            assert journal["total"] == self.calls + 1
            await self.mock("POST", "/reset", {})
        assert (await self.mock("GET", "/campaigns/1/1"))["incomplete_records"] == 0

    async def add(self, number: int) -> str:
        headers = {"Authorization": "token"} | ({} if self._by_path else {"X-Mock-World": self.world})
        prefix = f"/w/{self.world}" if self._by_path else ""
        path = prefix + CALL_DATA.format(campaign=1)
        answer = await self._client.post(path, json=body_of(str(number)), headers=headers)
        code: str = answer.json()["resultCode"]
        return code

    async def mock(self, method: str, path: str, said: object = None) -> dict[str, object]:
        answer = await self._client.request(method, f"/_mock/worlds/{self.world}{path}", json=said)
        assert answer.is_success, answer.text
        told: dict[str, object] = answer.json()
        return told


def test_64_clients_in_parallel_see_nothing_of_each_other(app: FastAPI) -> None:
    async def scenario() -> None:
        async with client_of(app) as client:
            clients = [Client(client, number) for number in range(CLIENTS)]
            await asyncio.gather(*(client.put(f"/_mock/worlds/{each.world}") for each in clients))
            await asyncio.gather(*(each.run() for each in clients))
            worlds = (await client.get("/_mock/worlds")).json()
            assert worlds["total"] == CLIENTS + 1
            default = next(each for each in worlds["worlds"] if each["name"] == "default")
            assert default["journal"]["entries"] == 0

    asyncio.run(scenario())
