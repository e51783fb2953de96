"""The report on a client, as a test suite asks for it."""

import asyncio

from mock_isales.testing import AsyncControl, World
from tests.testing.conftest import Caller


def test_a_suite_asks_what_its_client_does_wrong(world: World, caller: Caller) -> None:
    caller.add("1")
    caller.add("x")
    caller.add("x")
    report = world.report()
    assert (report.calls, report.fails) == (3, True)
    assert {each.kind: each.calls.first for each in report.findings} == {
        "permanent_refusal_retried": [3],
        "missing_charset": [1, 2, 3],
    }
    assert world.report("zh").findings[0].asked == "calledNo只能包含数字、*和#。"


def test_it_can_be_awaited(world: World, url: str, caller: Caller) -> None:
    caller.add("1")

    async def kinds() -> list[str]:
        async with AsyncControl(url) as control:
            return [each.kind for each in (await control.world(world.name).report()).findings]

    assert asyncio.run(kinds()) == ["missing_charset"]
