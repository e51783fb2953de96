"""Waiting for calls, and following them, without a socket."""

import asyncio
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from mock_isales.control.routes.stream import events_of
from mock_isales.control.streams import EventStream, until_gone
from mock_isales.engine.journal.wanted import Wanted
from tests.control.callers import CALL_DATA, body_of, client_of, until

WAIT = "/_mock/worlds/w1/journal/wait"
STREAM = "/_mock/worlds/w1/journal/stream"
MATCH = {"operation": "add_outbound_numbers", "result_code": "0200000"}


async def prepare(client: httpx.AsyncClient) -> None:
    await client.put("/_mock/worlds/w1")
    await client.patch("/_mock/worlds/w1/settings", json={"pace_interval": 0})


async def add(client: httpx.AsyncClient, number: str = "1") -> None:
    headers = {"Authorization": "token", "X-Mock-World": "w1"}
    answer = await client.post(CALL_DATA.format(campaign=1), json=body_of(number), headers=headers)
    assert answer.json()["resultCode"] == "0200000"


def test_a_wait_ends_when_enough_calls_have_come(app: FastAPI) -> None:
    async def scenario() -> httpx.Response:
        async with client_of(app) as client:
            await prepare(client)
            await add(client)
            said = {"match": MATCH, "count": 3, "timeout": 30}
            waiting = asyncio.ensure_future(client.post(WAIT, json=said))
            for number in ("2", "3"):
                assert not waiting.done()
                await add(client, number)
            answer = await waiting
            again = await client.post(WAIT, json=said)
            assert again.json() == answer.json()
            return answer

    answer = asyncio.run(scenario())
    told = answer.json()
    assert (answer.status_code, told["total"], told["dropped"]) == (200, 3, 0)
    assert told["limit_bytes"] == 16 * 1024 * 1024
    assert [each["id"] for each in told["entries"]] == [1, 2, 3]


def test_a_wait_that_is_over_tells_what_has_come(app: FastAPI) -> None:
    async def scenario() -> httpx.Response:
        async with client_of(app) as client:
            await prepare(client)
            await add(client)
            return await client.post(WAIT, json={"match": MATCH, "count": 2, "timeout": 0})

    answer = asyncio.run(scenario())
    told = answer.json()
    assert (answer.status_code, told["type"]) == (408, "urn:mock-isales:problem:not-yet")
    assert (told["total"], told["dropped"], len(told["entries"])) == (1, 0, 1)
    assert told["bytes"] > 0
    assert told["detail"] == "1 of 2 calls that fit have come in 0 s."


def test_a_world_that_ends_lets_go_of_who_waits(app: FastAPI) -> None:
    async def scenario() -> httpx.Response:
        async with client_of(app) as client:
            await prepare(client)
            waiting = asyncio.ensure_future(client.post(WAIT, json={"timeout": 30}))
            world = await app.state.double.worlds.find("w1")
            await until(lambda: bool(world.journal._watchers))
            await client.delete("/_mock/worlds/w1")
            return await waiting

    answer = asyncio.run(scenario())
    assert (answer.status_code, answer.json()["type"]) == (410, "urn:mock-isales:problem:world-ended")


def test_a_world_that_somebody_waits_in_is_in_use(app: FastAPI) -> None:
    async def scenario() -> list[int]:
        async with client_of(app) as client:
            await prepare(client)
            world = await app.state.double.worlds.find("w1")
            waiting = asyncio.ensure_future(client.post(WAIT, json={"timeout": 30}))
            await until(lambda: bool(world.waiting))
            before = world.waiting
            waiting.cancel()
            await asyncio.gather(waiting, return_exceptions=True)
            assert asyncio.all_tasks() == {asyncio.current_task()}
            return [before, world.waiting]

    assert asyncio.run(scenario()) == [1, 0]


class Connection:
    """A client as an ASGI app sees it, that goes when it is told to."""

    def __init__(self) -> None:
        self.sent: list[str] = []
        self.gone = asyncio.Event()

    async def receive(self) -> dict[str, Any]:
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: Any) -> None:  # noqa: ANN401
        self.sent.append(message.get("body", b"").decode())

    async def until(self, count: int) -> None:
        await until(lambda: len(self.sent) >= count)


def test_a_stream_ends_with_its_client_and_leaves_nothing_behind(app: FastAPI) -> None:
    async def scenario() -> list[str]:
        async with client_of(app) as client:
            await prepare(client)
            await add(client)
            world = await app.state.double.worlds.find("w1")
            connection = Connection()
            stream = EventStream(events_of(world, Wanted(), None))
            scope = {"type": "http", "method": "GET"}
            running = asyncio.ensure_future(stream(scope, connection.receive, connection.send))
            await connection.until(2)
            await add(client, "2")
            await connection.until(3)
            assert world.waiting == 1
            connection.gone.set()
            await running
            assert world.waiting == 0
            assert asyncio.all_tasks() == {asyncio.current_task()}
            return connection.sent

    start, connected, event, end = asyncio.run(scenario())
    assert (start, connected, end) == ("", ": connected\n\n", "")
    assert event.startswith('id: 2\nevent: call\ndata: {"id":2,')
    assert event.endswith("}\n\n")


def test_a_silent_stream_says_that_it_is_still_there() -> None:
    async def silence() -> Any:  # noqa: ANN401
        await asyncio.Event().wait()
        yield ""

    async def scenario() -> list[str]:
        connection = Connection()
        stream = EventStream(silence(), keep_alive=0)
        running = asyncio.ensure_future(stream({"method": "GET"}, connection.receive, connection.send))
        await connection.until(4)
        connection.gone.set()
        await running
        return connection.sent

    assert asyncio.run(scenario())[:4] == ["", ": connected\n\n", ": still here\n\n", ": still here\n\n"]


def test_a_stream_goes_on_behind_a_call_and_ends_with_its_world(app: FastAPI) -> None:
    async def scenario(last: str) -> httpx.Response:
        async with client_of(app) as client:
            await prepare(client)
            for number in ("1", "2", "3"):
                await add(client, number)
            world = await app.state.double.worlds.find("w1")
            following = asyncio.ensure_future(client.get(STREAM, headers={"Last-Event-ID": last}))
            await until(lambda: bool(world.journal._watchers))
            await client.delete("/_mock/worlds/w1")
            return await following

    answer = asyncio.run(scenario("1"))
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert [line for line in answer.text.split("\n") if line.startswith("id:")] == ["id: 2", "id: 3"]


def test_a_stream_tells_how_many_calls_were_dropped(app: FastAPI) -> None:
    async def scenario() -> httpx.Response:
        async with client_of(app) as client:
            await prepare(client)
            for number in ("1", "2", "3"):
                await add(client, number)
            world = await app.state.double.worlds.find("w1")
            world.journal.shed()
            world.journal.shed()
            following = asyncio.ensure_future(client.get(STREAM, headers={"Last-Event-ID": "0"}))
            await until(lambda: bool(world.journal._watchers))
            await client.delete("/_mock/worlds/w1")
            return await following

    text = asyncio.run(scenario()).text
    assert 'event: dropped\ndata: {"count":2}\n\nid: 3\n' in text


@pytest.mark.parametrize("last", ["x", "-1", "9" * 30])
def test_a_last_event_that_is_no_id_is_refused(app: FastAPI, last: str) -> None:
    async def scenario() -> httpx.Response:
        async with client_of(app) as client:
            await prepare(client)
            return await client.get(STREAM, headers={"Last-Event-ID": last})

    assert asyncio.run(scenario()).json()["problems"][0]["place"] == "Last-Event-ID"


def test_a_filter_of_a_stream_that_cannot_be_is_refused(app: FastAPI) -> None:
    async def scenario() -> httpx.Response:
        async with client_of(app) as client:
            await prepare(client)
            return await client.get(f"{STREAM}?limit=1")

    assert asyncio.run(scenario()).json()["problems"][0]["place"] == "limit"


def test_who_has_gone_is_not_waited_for() -> None:
    class Gone:
        async def receive(self) -> dict[str, str]:
            return {"type": "http.disconnect"}

    async def forever() -> None:
        await asyncio.Event().wait()

    waiting: Any = until_gone(Gone(), forever())  # type: ignore[arg-type]
    assert asyncio.run(asyncio.wait_for(waiting, 10)) is None


def test_a_client_that_hangs_up_half_way_changes_nothing(app: FastAPI) -> None:
    async def scenario() -> Any:  # noqa: ANN401
        async with client_of(app) as client:
            await prepare(client)
            connection = Connection()
            connection.gone.set()
            scope = {
                "type": "http",
                "method": "PUT",
                "path": "/_mock/worlds/w1/clock",
                "query_string": b"",
                "headers": [(b"host", b"localhost")],
            }
            await app(scope, connection.receive, connection.send)
            return (await client.get("/_mock/worlds/w1/clock")).json()["mode"]

    assert asyncio.run(scenario()) == "real"
