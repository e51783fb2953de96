"""Coverage of servers within this process, blocking and awaited, by a socket and without."""

import asyncio

import httpx
import pytest

from mock_isales.testing import AsyncMockIsales, Control, ControlError, InProcessIsales, MockIsales

CALL = "/rest/isales/v2/openapi/campaigns/1/calldata/1"
BODY = {"callDataList": [{"called": [{"calledNo": "1"}]}]}
HEADERS = {"Authorization": "any", "Content-Type": "application/json; charset=UTF-8"}
MET = [
    "ON-CALLDATALIST-MANDATORY:1",
    "ON-CALLED-MANDATORY:1",
    "ON-CAMPAIGNID-RANGE:1",
    "ON-VDNID-RANGE:1",
    "ON:0200000",
]


def call(url: str) -> None:
    httpx.post(url + CALL, json=BODY, headers=HEADERS, trust_env=False)


def test_a_server_in_a_thread_counts_it() -> None:
    with MockIsales(coverage=True) as isales:
        other = isales.control.make_world("other")
        call(isales.url)
        assert sorted(isales.control.coverage().points) == sorted(isales.coverage().points) == MET
        assert other.coverage().points == {}
        isales.control.clear_coverage()
        assert isales.coverage().points == {}


def test_so_does_one_that_is_awaited_and_one_without_a_socket() -> None:
    async def covered() -> list[list[str]]:
        async with AsyncMockIsales(coverage=True) as isales, InProcessIsales(coverage=True) as inside:
            await asyncio.to_thread(call, isales.url)
            async with httpx.AsyncClient(transport=inside.transport, base_url=inside.url) as client:
                await client.post(CALL, json=BODY, headers=HEADERS)
            found = [await isales.coverage(), await isales.control.coverage(), await inside.coverage()]
            await isales.control.clear_coverage()
            found.append(await isales.coverage())
            return [sorted(each.points) for each in found]

    assert asyncio.run(covered()) == [MET, MET, MET, []]


def test_a_server_that_does_not_count_it_refuses() -> None:
    with MockIsales() as isales, Control(isales.url) as control:
        for ask in (isales.coverage, control.coverage, control.clear_coverage):
            with pytest.raises(ControlError, match="--cov") as caught:
                ask()
            assert caught.value.kind == "coverage-off"
