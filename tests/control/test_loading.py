"""Many records, 20 a call under the pace, without waiting for it."""

import asyncio

import pytest
from fastapi import FastAPI

from tests.control.callers import CALL_DATA, client_of, record

HEADERS = {"Authorization": "token", "X-Mock-World": "w1"}


def load(app: FastAPI, count: int) -> int:
    """Add so many records; how many there are then."""

    async def scenario() -> int:
        async with client_of(app) as client:
            await client.put("/_mock/worlds/w1")
            setting = {"mode": "manual", "now": "2026-11-21T10:00:00Z", "step": 1}
            assert (await client.put("/_mock/worlds/w1/clock", json=setting)).is_success
            for first in range(0, count, 20):
                body = {"callDataList": [record(str(first + each)) for each in range(20)]}
                answer = await client.post(CALL_DATA.format(campaign=1), json=body, headers=HEADERS)
                assert answer.json()["resultCode"] == "0200000", answer.text
            campaign = await client.get("/_mock/worlds/w1/campaigns/1/1")
            total: int = campaign.json()["incomplete_records"]
            return total

    return asyncio.run(scenario())


def test_a_manual_clock_lets_the_pace_pass(app: FastAPI) -> None:
    assert load(app, 2000) == 2000


@pytest.mark.soak
def test_200_000_records_are_loaded_20_a_call(app: FastAPI) -> None:
    assert load(app, 200_000) == 200_000
