"""The world of a test, as its markers say."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from mock_isales.testing.blocking.control import Control
from mock_isales.testing.blocking.world import World
from mock_isales.testing.errors import ControlError, Unreachable
from mock_isales.testing.plugin.failing import failing_as
from mock_isales.testing.plugin.marker import clock_said, said_of, terms_said
from mock_isales.testing.plugin.naming import world_name
from mock_isales.testing.plugin.seeds import seed_said, terms_in

_OF_A_WORLD = ("seed", "readings", "settings")
_TERMS = ("readings", "settings")


class Begun(NamedTuple):
    """The world of a test.

    Attributes:
        world: The world.
        unheard: What the suite says of the server, but did not tell it: the names in `isales_settings`.
    """

    world: World
    unheard: tuple[str, ...]


def begin(item: pytest.Item, control: Control, suite: Mapping[str, Any]) -> Begun:
    """Make the world of a test as its markers say.

    Args:
        item: The test.
        control: The server.
        suite: What `isales_settings` says and the server was not told, because it runs already: what can be said of a
            world is said of this one.
    """
    with failing_as("the marker isales is wrong"):
        said = said_of(item.iter_markers("isales"))
    with failing_as("the seed of this test's world cannot be read"):
        own = seed_said(said.get("seed"), (item.path.parent, item.config.rootpath))
        seed = seed_said(suite.get("seed"), [Path()]) if own is None else own
    refused = "the world of this test cannot be made" if seed is None else "the world's seed is refused"
    with failing_as(refused, TypeError):
        world = control.make_world(world_name(item.name), seed)
    try:
        for kind in _TERMS:
            with failing_as(f"the {kind} of this test's world are refused", TypeError):
                _say(world, kind, {**terms_said(kind, suite.get(kind)), **terms_in(own, kind)}, said.get(kind))
        with failing_as("the clock of this test's world cannot be set", TypeError):
            if said.get("clock") is not None:
                world.clock.set(clock_said(said["clock"]))
    except BaseException:
        end(world)
        raise
    return Begun(world, tuple(name for name in suite if name not in _OF_A_WORLD))


def end(world: World) -> None:
    """End the world of a test, which may have done that itself, or with it the server."""
    try:
        world.end()
    except Unreachable:
        return
    except ControlError as error:
        if error.kind != "no-such-world":
            pytest.fail(f"mock-isales: the world {world.name} cannot be ended: {error}", pytrace=False)


def _say(world: World, kind: str, below: Mapping[str, Any], said: object) -> None:
    terms = {**below, **terms_said(kind, said)}
    if terms:
        of_kind = world.readings if kind == "readings" else world.settings
        of_kind.change(**terms)
