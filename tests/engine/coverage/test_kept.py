"""Coverage of worlds that keep it in their store, or in memory."""

import asyncio

from mock_isales.engine.coverage.coverage import Coverage, ServerCoverage
from mock_isales.engine.journal.tally import Tally
from mock_isales.engine.stores.protocol import Store
from tests.engine.centre import seed_of
from tests.engine.worlds import Server, entry


def test_what_a_world_has_met_is_told_whatever_keeps_it(store: Store) -> None:
    server = Server.opened(store, seed_of())
    server.worlds.coverage = ServerCoverage()
    world = asyncio.run(server.worlds.enter("w1"))
    asyncio.run(world.record(lambda _: entry()))
    told = asyncio.run(world.covered())
    assert told is not None
    everywhere = asyncio.run(server.worlds.covered())
    assert everywhere is not None
    assert told.view() == everywhere.view()


def test_a_worlds_coverage_can_be_made_of_what_was_counted() -> None:
    told = ServerCoverage().of_world(Tally()).of_met({"ON:0200000": 2, "add_outbound_numbers 503": 1})
    assert type(told) is Coverage
    assert (told.points, told.injected) == ({"ON:0200000": 2}, {("add_outbound_numbers", "503"): 1})
