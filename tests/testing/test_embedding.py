"""Servers within this process: how they begin and end when something is wrong."""

import asyncio
import threading
from collections.abc import Callable
from typing import Any

import anyio
import pytest

from mock_isales.testing import (
    AsyncMockIsales,
    BadArgument,
    CannotStart,
    InProcessIsales,
    MockIsales,
    embedded,
    embedding,
)
from mock_isales.testing.embedding import Embedded

KINDS = [MockIsales, AsyncMockIsales, InProcessIsales]


def servers() -> int:
    return [thread.name for thread in threading.enumerate()].count("mock-isales")


def holding_itself() -> dict[str, Any]:
    held: dict[str, Any] = {}
    held["settings"] = held
    return held


def going_deep() -> list[Any]:
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    return deep


def test_who_cancels_the_block_leaves_no_server() -> None:
    async def use() -> None:
        with anyio.move_on_after(0.01):
            async with AsyncMockIsales():
                await anyio.sleep_forever()

    asyncio.run(use())
    assert servers() == 0


def test_who_cancels_the_start_leaves_no_server() -> None:
    async def use() -> None:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.01), AsyncMockIsales():
                await asyncio.sleep(60)

    async def cancel() -> None:
        task = asyncio.create_task(use())
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(use())
    asyncio.run(cancel())
    assert servers() == 0


@pytest.mark.parametrize("kind", ["Control", "AsyncControl"])
def test_who_cannot_be_given_a_client_leaves_no_server(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(embedded, kind, interrupted)
    start = MockIsales().start if kind == "Control" else lambda: asyncio.run(AsyncMockIsales().start())
    with pytest.raises(KeyboardInterrupt):
        start()
    assert servers() == 0


def test_who_cannot_be_told_whom_to_trust_leaves_no_server(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(embedding, "reached_by", fails)
    with pytest.raises(OSError, match="no space left"):
        Embedded({}).start()
    assert servers() == 0


@pytest.mark.parametrize(
    ("kind", "how"),
    [
        (MockIsales, r"`with MockIsales\(\) as isales:`, or start\(\)"),
        (AsyncMockIsales, r"`async with AsyncMockIsales\(\) as isales:`, or await start\(\)"),
        (InProcessIsales, r"`async with InProcessIsales\(\) as isales:`"),
    ],
)
def test_before_its_start_it_says_how_to_start_it(kind: Callable[[], MockIsales], how: str) -> None:
    isales = kind()
    with pytest.raises(AttributeError, match=rf"has no 'journal': it has not been started; use {how}$"):
        _ = isales.journal
    assert repr(isales) == f"<{type(isales).__name__}, not started>"


def test_once_it_runs_it_says_where_and_knows_its_names() -> None:
    with MockIsales() as started:
        assert repr(started) == f"<MockIsales default at {started.url}>"
        with pytest.raises(AttributeError, match="object has no attribute 'jurnal'"):
            _ = started.jurnal  # type: ignore[attr-defined]


def test_its_default_world_is_not_ended_alone() -> None:
    async def awaited() -> None:
        async with AsyncMockIsales() as isales:
            with pytest.raises(RuntimeError, match=r"ends with it: stop\(\) ends both; reset\(\) starts over"):
                await isales.end()
        async with InProcessIsales() as in_process:
            with pytest.raises(RuntimeError, match="ends with it: the end of the block ends both"):
                await in_process.end()

    with MockIsales() as isales:
        with pytest.raises(RuntimeError, match=r"ends with it: stop\(\) ends both; reset\(\) starts over"):
            isales.end()
        assert isales.look().name == "default"
    asyncio.run(awaited())


def test_in_process_it_is_not_entered_twice_at_once() -> None:
    async def use() -> None:
        isales = InProcessIsales()
        for _ in range(2):
            async with isales:
                with pytest.raises(RuntimeError, match="runs already"):
                    await isales.__aenter__()
                assert (await isales.look()).name == "default"

    asyncio.run(use())


@pytest.mark.parametrize("said", [{"host": "::"}, {"port": 0}, {"tls": True}, {"tls_cert": "c.pem"}, {"ca": "c.pem"}])
def test_in_process_there_is_no_socket_to_be_told_of(said: dict[str, Any]) -> None:
    with pytest.raises(BadArgument, match=rf"^{next(iter(said))}: there is no socket$"):
        InProcessIsales(**said)


@pytest.mark.parametrize("kind", KINDS)
def test_all_that_it_cannot_be_told_is_said_at_once(kind: Callable[..., object]) -> None:
    with pytest.raises(BadArgument) as caught:
        kind(log_level="debug", port_file="p", sed={}, auth="c3", seed={"vdns": [{"id": 0}], "x": 1})
    assert [line.partition(": ")[0] for line in str(caught.value).splitlines()] == [
        "log_level",
        "port_file",
        "auth='c3'",
        "sed={}",
        "seed",
        "seed",
    ]


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"seed": holding_itself()}, "seed: what holds itself, or goes too deep, cannot be said in JSON"),
        ({"seed": {"vdns": going_deep()}}, "seed: what holds itself, or goes too deep, cannot be said in JSON"),
        ({"settings": holding_itself()}, "settings['settings']={'settings': {"),
        (
            {"settings": {"pace_interval": going_deep()}},
            "settings['pace_interval']=[[[[[[[...]]]]]]]: must be a number",
        ),
        ({"self": 1}, "self=1: unknown name"),
        ({"seed": "a\0b"}, "seed: a path has no NUL"),
        ({"store": "memory", "tls": True, "tls_dir": "\ud800"}, "tls_dir: a path has no NUL, and nothing that"),
        ({"tls": True, "ca": "ca.pem"}, "ca: is for a certificate of one's own: say tls_cert and tls_key, too"),
        ({"tls": True, "tls_cert": "c", "tls_key": "k", "ca": 3}, "ca: must be a file's path"),
    ],
)
def test_odd_values_are_bad_arguments(said: dict[str, Any], message: str) -> None:
    with pytest.raises(BadArgument) as caught:
        MockIsales(**said)
    assert message in str(caught.value)


@pytest.mark.parametrize("name", ["seed", "tls_dir", "tls_ca_out"])
def test_a_path_that_is_too_long_is_told(name: str) -> None:
    said: dict[str, Any] = {"tls": True, name: "x" * 5000}
    with pytest.raises(CannotStart, match=r"(?i)file name too long"):
        MockIsales(**said).start()
    assert servers() == 0


def test_a_keyword_may_be_called_anything() -> None:
    with MockIsales() as isales, pytest.raises(Exception, match="self: unknown key"):
        isales.settings.change(self=1)
