"""Coverage is counted once, whichever process answers, and outlives worlds and processes."""

import asyncio

from mock_isales.engine.coverage.coverage import Coverage, ServerCoverage
from mock_isales.engine.faults.forms import Fault
from tests.engine.centre import seed_of
from tests.engine.shared.processes import Process, process
from tests.engine.worlds import add_one, kept

SEED = seed_of(settings={"pace_interval": 0, "incomplete_max": 2})
ACCEPTED, CAP = "ON:0200000", "ON-CAP"


async def points(process: Process, world: str | None = None) -> tuple[int, int]:
    """How often a call was accepted, and refused by the cap: in a world, or in all."""
    covered = await (process.worlds.covered() if world is None else (await process.looked_at(world)).covered())
    assert isinstance(covered, Coverage)
    return covered.points[ACCEPTED], covered.points[CAP]


async def call(process: Process, world: str = "default") -> None:
    await add_one(await process.world(world), kept)


def test_it_is_counted_once_and_outlives_worlds_and_processes(shared_url: str) -> None:
    async def use(one: Process, other: Process) -> None:
        for each in (one, other, one):
            await call(each)
        assert await points(one, "default") == await points(other, "default") == (2, 1)
        await call(other, "w")
        assert await points(one) == (3, 1)
        await one.worlds.make("w", SEED)  # it starts over, and so does its coverage
        assert await points(other, "w") == (0, 0)
        await call(one, "w")
        await other.worlds.end("w")
        assert await points(one) == (4, 1)

    async def begin(again: Process) -> None:
        assert await points(again) == (4, 1)
        at_end = again.worlds.covered_at_end()
        assert at_end is not None
        assert at_end.points[ACCEPTED] == 4
        await again.worlds.forget_covered()
        assert await points(again) == await points(again, "default") == (0, 0)

    with (
        process(shared_url, SEED, coverage=ServerCoverage()) as one,
        process(shared_url, SEED, coverage=ServerCoverage()) as other,
    ):
        asyncio.run(use(one, other))
    with process(shared_url, SEED, coverage=ServerCoverage()) as again:
        asyncio.run(begin(again))


def test_what_faults_answer_stands_apart(shared_url: str) -> None:
    fault = Fault.model_validate({"answer": {"status": 503}})

    async def use(one: Process, other: Process) -> None:
        await (await one.looked_at()).change_faults(lambda faults, now: faults.put(fault, now))
        await call(other)
        covered = await one.worlds.covered()
        assert covered is not None
        assert (dict(covered.points), dict(covered.injected)) == ({}, {("add_outbound_numbers", "HTTP 503"): 1})

    with (
        process(shared_url, SEED, coverage=ServerCoverage()) as one,
        process(shared_url, SEED, coverage=ServerCoverage()) as other,
    ):
        asyncio.run(use(one, other))


def test_nobody_counts_unless_it_is_asked_for(one: Process) -> None:
    async def use() -> None:
        await call(one)
        assert (await one.worlds.covered(), await (await one.looked_at()).covered()) == (None, None)

    asyncio.run(use())
    assert one.worlds.covered_at_end() is None
