"""A world's settings and readings change while it runs."""

import asyncio
from typing import Any

import pytest
from pydantic import ValidationError

from mock_isales.engine.changes import change
from mock_isales.engine.stores.protocol import Store
from mock_isales.engine.worlds import World
from tests.engine.centre import ACCEPTED, SECOND, outcome, seed_of, terms_of
from tests.engine.worlds import Server, add_one


@pytest.fixture
def server(store: Store) -> Server:
    return Server.opened(store, seed_of(settings={"pace_interval": 2.0}))


@pytest.fixture
def world(server: Server) -> World:
    return asyncio.run(server.worlds.enter("w1"))


def say(world: World, part: Any, **said: Any) -> None:  # noqa: ANN401 - whatever a client says
    asyncio.run(change(world, terms_of, part, said))


def test_the_next_call_is_judged_under_the_new_settings(server: Server, world: World) -> None:
    def seen() -> list[str]:
        return [outcome(asyncio.run(add_one(world))) for _ in range(2)]

    assert seen() == [ACCEPTED, "0200022 ON-PACE"]
    server.wait(2)
    say(world, "settings", pace_interval=0)
    assert seen() == [ACCEPTED, ACCEPTED]
    say(world, "settings", pace_interval=None)
    assert seen() == ["0200022 ON-PACE"] * 2
    assert world.clock() - server.host() == 0


def test_the_next_call_is_judged_under_the_new_readings(world: World) -> None:
    say(world, "settings", pace_interval=0)
    say(world, "readings", total_size="accepted")
    sizes = [asyncio.run(add_one(world)).added.total_size for _ in range(2)]  # type: ignore[union-attr]
    assert sizes == [1, 1]


def test_other_worlds_do_not_change(server: Server, world: World) -> None:
    say(world, "settings", pace_interval=5)
    other = asyncio.run(server.worlds.enter("other"))
    assert [each.terms.service.pace_interval for each in (world, other)] == [5.0, 2.0]


def test_what_was_said_before_stays_said(world: World) -> None:
    say(world, "settings", pace_interval=5)
    say(world, "settings", calldata_max=3)
    say(world, "readings", total_size="accepted")
    changes = world.store.said("w1").changes.model_dump(exclude_unset=True)
    assert changes == {
        "settings": {"pace_interval": 5.0, "calldata_max": 3},
        "readings": {"total_size": "accepted"},
    }


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("settings", {"pace_interval": -1}),
        ("settings", {"calldata_max": 3, "pace": 1}),
        ("settings", {"calldata_max": 3, "pace": None}),
        ("readings", {"total_size": "all"}),
    ],
)
def test_a_bad_change_changes_nothing(world: World, part: str, said: dict[str, Any]) -> None:
    before = world.terms, world.store.said("w1")
    with pytest.raises(ValidationError):
        say(world, part, **said)
    assert (world.terms, world.store.said("w1")) == before


def test_the_clock_goes_on(server: Server, world: World) -> None:
    asyncio.run(world.change_clock(lambda clock: clock.advance(SECOND)))
    say(world, "settings", pace_interval=0)
    assert world.clock() - server.host() == SECOND
