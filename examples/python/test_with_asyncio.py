"""A client that awaits, and a double without a socket: both run on the test's own event loop."""

import asyncio
from unittest import IsolatedAsyncioTestCase

import httpx

from mock_isales.testing import InProcessIsales

ADDRESS = "/rest/isales/v2/openapi/campaigns/1/calldata/1"
HEADERS = {"Content-Type": "application/json; charset=UTF-8", "Authorization": "any"}


class CallsAtOnce(IsolatedAsyncioTestCase):
    async def asyncSetUp(self) -> None:
        self.isales = await self.enterAsyncContext(InProcessIsales())
        self.client = await self.enterAsyncContext(
            httpx.AsyncClient(base_url=self.isales.url, transport=self.isales.transport, headers=HEADERS)
        )

    async def add(self, number: str) -> str:
        """Add a record; the result code."""
        answer = await self.client.post(ADDRESS, json={"callDataList": [{"called": [{"calledNo": number}]}]})
        return str(answer.json()["resultCode"])

    async def test_one_of_two_calls_at_once_is_too_fast(self) -> None:
        await self.isales.clock.freeze()
        codes = await asyncio.gather(self.add("88888888"), self.add("66666666"))
        self.assertEqual(sorted(codes), ["0200000", "0200022"])
        self.assertEqual(await self.isales.journal.count(clause="ON-PACE"), 1)
