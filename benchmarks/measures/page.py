"""The page at `/_mock/ui`: when it is there, how soon it shows a call, and what 100,000 calls leave in it."""

import json
import socket
import time
from collections.abc import Iterator
from statistics import median
from threading import Thread
from typing import Any

from benchmarks.figures import Figure
from benchmarks.goals import PAGE_ANSWER_MS, PAGE_FROZEN_MS, PAGE_MEMORY_GROWTH, PAGE_PAINT_MS
from benchmarks.running.browser import browsed
from benchmarks.running.callers import Caller, on_body
from benchmarks.running.rig import Rig
from benchmarks.running.servers import HOST, Server
from benchmarks.running.targets import DOUBLE
from tests.ui.pipeline import pass_over

WORLD = "watched"
EMPTY = {"settings": {"pace_interval": 0, "incomplete_max": 1_000_000}, "vdns": [{"id": 1, "campaigns": [{"id": 1}]}]}
ANSWERS = 50
STREAM_SECONDS = 5
STREAM_PER_SECOND = 1_000
CALLS = 100_000
FIRST_CALLS = 10_000
"""After so many calls the memory is looked at first: the list is full then, and all code has been compiled."""

AT_ONCE = 50
PAINTED = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"
WATCH = """() => {
  window.shown = new Map();
  const note = id => requestAnimationFrame(() => window.shown.set(id, performance.timeOrigin + performance.now()));
  new MutationObserver(changes => changes.forEach(change => change.addedNodes.forEach(row => note(row.dataset.id))))
    .observe(document.getElementById("rows"), {childList: true});
}"""
FRAMES = """() => {
  window.longest = 0;
  let last = performance.now();
  const frame = now => {
    window.longest = Math.max(window.longest, now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}"""
LAST_SHOWN = "id => document.querySelector('#rows tr')?.dataset.id === String(id)"
LIVE = "() => document.getElementById('link').dataset.state === 'live'"


def measure(rig: Rig) -> list[Figure]:
    """Measure it in a browser without a screen; all cores are free."""
    rig.progress.expect(3 * rig.rounds + CALLS // FIRST_CALLS)
    with Server(rig, DOUBLE) as server:
        with Caller(server.port) as caller:
            caller.put(f"/_mock/worlds/{WORLD}", EMPTY)
        with browsed(server.port) as page:
            return [*_figures(rig, server, page)]


def _figures(rig: Rig, server: Server, page: Any) -> Iterator[Figure]:  # noqa: ANN401 - playwright's
    painted, answered, frozen = [], [], []
    for _ in range(rig.rounds):
        painted.append(_open(page))
        rig.progress.step("first paint")
        answered.append(_shown_after_ms(server, page))
        rig.progress.step("from answer to page")
        frozen.append(_longest_frame_ms(server, page))
        rig.progress.step("1,000 calls a second")
    yield Figure("the page: first paint", "ms", painted, PAGE_PAINT_MS)
    yield Figure("the page: from an answer to its line", "ms", answered, PAGE_ANSWER_MS, f"median of {ANSWERS} calls")
    yield Figure("the page: longest pause between frames at 1,000 calls a second", "ms", frozen, PAGE_FROZEN_MS)
    memory = list(_memory_mib(rig, server, page))
    told = f"{memory[0]:.1f} MiB after {FIRST_CALLS:,} calls, {memory[-1]:.1f} MiB after {CALLS:,}"
    yield Figure("the page: memory after 100,000 calls", "MiB", [memory[-1]])
    yield Figure("the page: memory beside that after 10,000", "×", [memory[-1] / memory[0]], PAGE_MEMORY_GROWTH, told)


def _open(page: Any) -> float:  # noqa: ANN401
    """From the beginning of the navigation to the first paint with something in it, in milliseconds."""
    page.goto("about:blank")
    page.goto(f"/_mock/ui#/{WORLD}/calls")
    page.wait_for_function(LIVE)
    page.wait_for_function(PAINTED)
    return float(page.evaluate(PAINTED))


def _shown_after_ms(server: Server, page: Any) -> float:  # noqa: ANN401
    """From a call's answer to the frame that shows its line; the median of some."""
    delays = []
    page.evaluate(WATCH)
    last = _calls(server)
    with Caller(server.port) as caller:
        for call in range(last + 1, last + 1 + ANSWERS):
            caller.add(1, call, records=1, base=f"/w/{WORLD}")
            at = time.time() * 1000
            page.wait_for_function("id => window.shown.has(String(id))", arg=call)
            delays.append(page.evaluate("id => window.shown.get(String(id))", call) - at)
    return float(max(median(delays), 0))


def _longest_frame_ms(server: Server, page: Any) -> float:  # noqa: ANN401
    """The longest time between two frames while calls come at an even speed."""
    page.evaluate(FRAMES)
    sender = Thread(target=_send, args=(server.port, STREAM_SECONDS * STREAM_PER_SECOND, STREAM_PER_SECOND))
    sender.start()
    while sender.is_alive():
        page.wait_for_timeout(100)
    return float(page.evaluate("window.longest"))


def _memory_mib(rig: Rig, server: Server, page: Any) -> Iterator[float]:  # noqa: ANN401
    """What the page's objects take, after the collector has been there, each time that so many calls have come."""
    _open(page)
    session = page.context.new_cdp_session(page)
    for _ in range(CALLS // FIRST_CALLS):
        _send(server.port, FIRST_CALLS, None)
        page.wait_for_function(LAST_SHOWN, arg=_calls(server), timeout=60_000)
        session.send("HeapProfiler.collectGarbage")
        yield float(session.send("Runtime.getHeapUsage")["usedSize"]) / (1 << 20)
        rig.progress.step("memory")


def _calls(server: Server) -> int:
    """The id of the newest call of the world; 0 if there is none."""
    with Caller(server.port) as caller:
        newest = json.loads(caller.call("GET", f"/_mock/worlds/{WORLD}/journal?order=newest&limit=1"))["entries"]
    return int(newest[0]["id"]) if newest else 0


def _send(port: int, count: int, per_second: int | None) -> None:
    """Make calls over one connection, some of them one behind the other, at an even speed or as fast as they go."""
    with socket.create_connection((HOST, port)) as connection, connection.makefile("rb") as answers:
        begin = time.perf_counter()
        for first in range(0, count, AT_ONCE):
            connection.sendall(b"".join(_request(each) for each in range(first, first + AT_ONCE)))
            for _ in range(AT_ONCE):
                pass_over(answers)
            if per_second is not None:
                time.sleep(max(0, begin + (first + AT_ONCE) / per_second - time.perf_counter()))


def _request(number: int) -> bytes:
    body = on_body(number, 1)
    head = (
        f"POST /w/{WORLD}/rest/isales/v2/openapi/campaigns/1/calldata/1 HTTP/1.1\r\nHost: {HOST}\r\n"
        f"Authorization: any\r\nContent-Type: application/json; charset=UTF-8\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body
