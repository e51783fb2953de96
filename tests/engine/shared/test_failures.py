"""A database that fails while several processes use it: what is answered is what is stored."""

import asyncio

import pytest

from mock_isales.engine.changes import change
from mock_isales.engine.faults.forms import Fault
from mock_isales.engine.stores.protocol import StoreFailure
from mock_isales.engine.stores.sql_opened import Opened
from tests.engine.centre import ACCEPTED, outcome, terms_of
from tests.engine.shared.processes import Process
from tests.engine.worlds import add_one

ON_STORING = "0200006 ON-STORING"
LATE = Fault.model_validate({"answer": {"latency": {"fixed": 0.001}}})
INSTEAD = Fault.model_validate({"answer": {"code": "0200007"}})


@pytest.mark.parametrize(("fault", "answered"), [(LATE, ON_STORING), (INSTEAD, "0200007 by fault")])
def test_a_fault_that_is_late_only_tells_of_nothing_that_is_not_stored(
    one: Process, monkeypatch: pytest.MonkeyPatch, fault: Fault, answered: str
) -> None:
    async def use() -> None:
        world = await one.looked_at()
        await world.change_faults(lambda faults, now: faults.put(fault, now))
        with monkeypatch.context() as broken:
            broken.setattr(Opened, "flush", _failing)
            decision = await add_one(world)
        assert (outcome(decision) if decision.injection is None else "0200007 by fault") == answered
        await world.change_faults(lambda faults, _: faults.clear())
        assert outcome(await add_one(world)) == ACCEPTED

    asyncio.run(use())


def test_a_database_that_goes_while_a_change_is_looked_up_is_told_as_any(
    one: Process, other: Process, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def use() -> None:
        world = await other.world()
        assert outcome(await add_one(world)) == ACCEPTED
        await change(await one.looked_at(), terms_of, "settings", {"incomplete_max": 1})
        with monkeypatch.context() as broken:
            broken.setattr(other.store, "look", _gone)
            assert outcome(await add_one(world)) == ON_STORING
        assert outcome(await add_one(world)) == "0200020 ON-CAP"

    asyncio.run(use())


async def _gone(*_: object) -> None:
    raise StoreFailure("the database has gone")


def _failing(_: object) -> None:
    raise StoreFailure("the disk is full")
