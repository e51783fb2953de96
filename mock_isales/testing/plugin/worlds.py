"""The world of a test, as its markers say."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from mock_isales.testing.blocking.control import Control
from mock_isales.testing.blocking.world import World
from mock_isales.testing.errors import ControlError, Unreachable
from mock_isales.testing.plugin.failing import failing_as
from mock_isales.testing.plugin.marker import clock_said, said_of, terms_said
from mock_isales.testing.plugin.naming import world_name
from mock_isales.testing.plugin.seeds import meant, seed_said, with_terms

_OF_A_WORLD = ("seed", "readings", "settings")
_TERMS = ("readings", "settings")


@dataclass(slots=True)
class Begun:
    """The world of a test.

    Attributes:
        world: The world.
        unheard: What the suite says of the server, but did not tell it: the names in `isales_settings`.
        stays: Whether its server outlives the fixtures of the test, and the world them all: whatever of them fails, the
            calls can be told then.
        section: What was kept of its calls, for the report of a failure after its end.
    """

    world: World
    unheard: tuple[str, ...]
    stays: bool = False
    section: tuple[str, str] | None = None


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
    terms = {kind: _terms(kind, suite, said, own=own is not None) for kind in _TERMS}
    refused = "the world of this test cannot be made"
    if seed is not None:
        refused = "the world's seed is refused"
        for kind, of_kind in terms.items():
            seed = with_terms(seed, kind, *of_kind)
    with failing_as(refused, TypeError):
        world = control.make_world(world_name(item.name), seed)
    try:
        for kind, (below, above) in terms.items():
            with failing_as(f"the {kind} of this test's world are refused", TypeError):
                _change(world, kind, {**below, **above}, seeded=seed is not None)
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


def _terms(
    kind: str, suite: Mapping[str, Any], said: Mapping[str, Any], *, own: bool
) -> tuple[dict[str, Any], dict[str, Any]]:
    """What is said below the seed, and above it: that of the suite is above its own seed, and below a test's."""
    with failing_as(f"the {kind} of this test's world are refused"):
        of_suite, of_test = terms_said(kind, suite.get(kind)), terms_said(kind, said.get(kind))
    return (of_suite, of_test) if own else ({}, {**of_test, **of_suite, **meant(of_test)})


def _change(world: World, kind: str, terms: Mapping[str, Any], *, seeded: bool) -> None:
    """Say what no seed has said already, which a reset would keep: None is said by none."""
    left = {name: value for name, value in terms.items() if value is None or not seeded}
    if left:
        of_kind = world.readings if kind == "readings" else world.settings
        of_kind.change(**left)
