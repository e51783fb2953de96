"""A world made at its first call, and a small one reset: what the server takes for it, beyond a plain call."""

from statistics import median

from benchmarks.figures import Figure
from benchmarks.goals import FRESH_WORLD_MS, RESET_MS
from benchmarks.running.callers import Caller
from benchmarks.running.rig import Rig
from benchmarks.running.servers import Server
from benchmarks.running.targets import CN_BODY, CN_PATH, DOUBLE

TIMES_A_ROUND = 100
PING = "/_mock/live"


def measure(rig: Rig) -> list[Figure]:
    """Measure both, beside plain calls that take turns with them."""
    rig.progress.expect(rig.rounds)
    fresh, reset = [], []
    with Server(rig, DOUBLE) as server, Caller(server.port) as caller:
        caller.call("GET", PING)
        for number in range(rig.rounds):
            fresh.append(_fresh_ms(caller, f"r{number}-"))
            reset.append(_reset_ms(caller))
            rig.progress.step("made and reset")
    return [
        Figure("a fresh world, beyond what a call in one that is there takes", "ms", fresh, FRESH_WORLD_MS),
        Figure("reset of a small world, beyond what a ping takes", "ms", reset, RESET_MS),
    ]


def _fresh_ms(caller: Caller, prefix: str) -> float:
    """The first call in a world, less the second one."""
    beyond = []
    for number in range(TIMES_A_ROUND):
        world = f"{prefix}{number}"
        first, second = (caller.seconds("POST", f"/w/{world}{CN_PATH}", CN_BODY) for _ in range(2))
        caller.call("DELETE", f"/_mock/worlds/{world}")
        beyond.append(first - second)
    return median(beyond) * 1000


def _reset_ms(caller: Caller) -> float:
    beyond = []
    for _ in range(TIMES_A_ROUND):
        caller.add(1, 0)
        beyond.append(caller.seconds("POST", "/_mock/worlds/default/reset", b"{}") - caller.seconds("GET", PING))
    return median(beyond) * 1000
