"""Both faces have the same methods with the same parameters, and reach every operation there is."""

import asyncio
import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from types import ModuleType
from typing import Any

import httpx
import pytest

from mock_isales.app import create_app
from mock_isales.engine.clocks import ClockMode
from mock_isales.engine.seeds import Seed
from mock_isales.engine.views.clocks import ClockSetting, ClockView
from mock_isales.engine.views.snapshots import Snapshot
from mock_isales.settings import Settings
from mock_isales.testing import Control, ControlError, World
from mock_isales.testing.awaiting import calls as async_calls
from mock_isales.testing.awaiting import control as async_control
from mock_isales.testing.awaiting import state as async_state
from mock_isales.testing.awaiting import world as async_world
from mock_isales.testing.blocking import calls, control, state, world

MODULES = [(control, async_control), (world, async_world), (state, async_state), (calls, async_calls)]
NOW = ClockView.model_validate_json('{"mode": "real", "now": "2026-11-21T10:00:00Z"}')


def classes(module: ModuleType) -> dict[str, type]:
    """The classes that a module defines, by their names without what says that they are awaited."""
    own = inspect.getmembers(module, lambda each: inspect.isclass(each) and each.__module__ == module.__name__)
    return {name.removeprefix("Async"): each for name, each in own}


PAIRS = [
    pytest.param(each, classes(other)[name], id=name)
    for blocking, other in MODULES
    for name, each in classes(blocking).items()
]


def public(face: type) -> Iterator[tuple[str, Callable[..., Any]]]:
    for name, method in inspect.getmembers(face, inspect.isfunction):
        if not name.startswith("_") or name == "__init__":
            yield name, method


def told(method: Callable[..., Any]) -> str:
    """A method's signature, without what differs because it is awaited."""
    return re.sub(r"\bAsync|\b(blocking|awaiting)\.", "", str(inspect.signature(method)))


@pytest.mark.parametrize(("face", "other"), PAIRS)
def test_both_faces_have_the_same_methods(face: type, other: type) -> None:
    assert {name: told(method) for name, method in public(face)} == {
        name: told(method) for name, method in public(other)
    }


@pytest.mark.parametrize(("face", "other"), PAIRS)
def test_both_faces_say_the_same_of_a_method(face: type, other: type) -> None:
    assert {name: method.__doc__ for name, method in public(face)} == {
        name: method.__doc__ for name, method in public(other)
    }


def test_no_face_has_a_class_that_the_other_has_not() -> None:
    for blocking, other in MODULES:
        assert classes(blocking).keys() == classes(other).keys()


def every_call(control: Control, world: World) -> Iterable[Callable[[], object]]:
    """A call of every method that sends something, by what it sends."""
    campaign, blocklist = world.campaign(1, 1), world.blocklist(1)
    snapshot = Snapshot(seed=Seed(), clock=NOW)
    return [
        control.live,
        control.ready,
        control.metrics,
        control.version,
        control.ca_pem,
        control.worlds,
        control.contract,
        control.coverage,
        control.clear_coverage,
        lambda: control.make_world("w"),
        world.look,
        world.end,
        world.reset,
        world.report,
        world.snapshot,
        world.coverage,
        lambda: world.restore(snapshot),
        world.clock.get,
        world.clock.freeze,
        world.clock.real,
        lambda: world.clock.offset(1),
        lambda: world.clock.manual(1),
        lambda: world.clock.set(ClockSetting(mode=ClockMode.REAL)),
        lambda: world.clock.advance(1),
        world.campaigns.list,
        campaign.get,
        campaign.put,
        campaign.change,
        campaign.remove,
        campaign.records,
        campaign.counts,
        lambda: campaign.complete(1),
        blocklist.get,
        lambda: blocklist.put([]),
        blocklist.add,
        blocklist.remove,
        blocklist.clear,
        world.settings.get,
        world.settings.change,
        world.readings.get,
        world.readings.change,
        world.faults.add,
        world.faults.list,
        lambda: world.faults.remove("1"),
        world.faults.clear,
        world.journal.entries,
        world.journal.count,
        world.journal.counts,
        lambda: world.journal.get(1),
        world.journal.explain,
        world.journal.wait,
        world.journal.har,
        lambda: world.journal.as_curl(1),
        lambda: world.journal.as_pytest(1),
        lambda: world.replay({}),
        world.journal.clear,
        lambda: world.journal.follow().__enter__(),
    ]


def documented() -> set[tuple[str, str]]:
    """Every operation of the control interface's own document."""

    async def document() -> Any:  # noqa: ANN401 - JSON
        transport = httpx.ASGITransport(create_app(Settings()))
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            return (await client.get("/_mock/openapi.json")).json()

    found = asyncio.run(document())
    methods = {"get", "put", "post", "patch", "delete"}
    return {(method.upper(), path) for path, item in found["paths"].items() for method in item.keys() & methods}


def test_every_operation_is_reached() -> None:
    sent: list[tuple[str, str]] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append((request.method, request.url.path.removeprefix("/_mock")))
        return httpx.Response(500)

    with Control(transport=httpx.MockTransport(answer)) as control:
        for call in every_call(control, control.world("w")):
            with pytest.raises(ControlError):
                call()
    operations = documented()
    patterns = {
        (method, path): re.compile(re.sub(r"\{\w+\}", "[^/]+", path.removeprefix("/_mock")))
        for method, path in operations
    }
    reached = {
        operation
        for operation, pattern in patterns.items()
        for method, path in sent
        if method == operation[0] and pattern.fullmatch(path)
    }
    assert reached == operations
    for method, path in sent:
        assert any(method == known[0] and pattern.fullmatch(path) for known, pattern in patterns.items()), path


def test_every_method_that_sends_is_called_here() -> None:
    senders = sum(
        "_connection.send" in inspect.getsource(method) or "_connection.stream" in inspect.getsource(method)
        for blocking, _ in MODULES
        for face in classes(blocking).values()
        for _, method in public(face)
    )
    with Control() as control:
        world = control.world()
        shared = 2  # settings and readings have the same class
        assert len(list(every_call(control, world))) == senders + shared
