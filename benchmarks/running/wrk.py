"""The load: wrk, with connections that are kept alive, each of which calls again as soon as it is answered."""

import json
import os
import shutil
import subprocess
from dataclasses import dataclass

from benchmarks.running.rig import HERE, Cores, Rig, on_core
from benchmarks.running.servers import HOST, NotMeasured, Server

CONNECTIONS = 16
CALLS_A_CAMPAIGN = 5_000
"""20 records each: the cap of 200,000 is not met."""
CALLS_TO_THE_CAP = 10_000
RECORDS_A_CALL = 20

ON, CN = "on", "cn"
"""The scripts: the 20-record call of Adding Outbound Numbers, the 2-number call of Adding Calling Numbers."""


@dataclass(frozen=True, slots=True)
class Load:
    """What a run of load showed.

    Attributes:
        rate: Calls a second.
        calls: How many there were.
        p50_ms: Half of them were answered within that time.
        p99_ms: 99 in 100 were.
        longest_ms: All of them were.
        cpu_us: What a call cost the server's main thread, in microseconds.
    """

    rate: float
    calls: int
    p50_ms: float
    p99_ms: float
    longest_ms: float
    cpu_us: float


def load(  # noqa: PLR0913 - what is loaded with what, where, for how long
    rig: Rig,
    server: Server,
    script: str,
    cores: Cores,
    *,
    seconds: int | None = None,
    connections: int = CONNECTIONS,
    calls_a_campaign: int = CALLS_A_CAMPAIGN,
    check: bool = False,
) -> Load:
    """Load a server.

    Args:
        rig: What every measure is given.
        server: It is loaded.
        script: With what.
        cores: Where the load runs.
        seconds: For how long; the rig's slice by default.
        connections: How many call at once.
        calls_a_campaign: After how many calls the campaign changes.
        check: Look into the answers; the figures are not to be used then.

    Raises:
        NotMeasured: wrk is not installed, or some answers are not what they should be.
    """
    if shutil.which("wrk") is None:
        raise NotMeasured("wrk is not installed (benchmarks/peers/setup.sh)")
    told = {"BENCH_LUA": str(HERE / "lua"), "BENCH_RUN": str(next(rig.runs)), "BENCH_CALLS": str(calls_a_campaign)}
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds or rig.seconds}s", "--timeout", "20s"]
    before = server.cpu_seconds()
    ended = subprocess.run(
        on_core(cores.load, [*command, "-s", str(HERE / "lua" / f"{script}.lua"), f"http://{HOST}:{server.port}/"]),
        capture_output=True,
        check=False,
        text=True,
        env=os.environ | told | ({"BENCH_CHECK": "1"} if check else {}),
    )
    cpu = server.cpu_seconds() - before
    said = next((line[5:] for line in ended.stdout.splitlines() if line.startswith("JSON ")), None)
    if said is None:
        raise NotMeasured(f"wrk failed: {(ended.stderr or ended.stdout).strip()[-120:]}")
    return _shown(json.loads(said), cpu, server)


def warm_up(rig: Rig, server: Server, script: str, cores: Cores) -> None:
    """Load a server until it is warm, and see that it answers as it should."""
    load(rig, server, script, cores, seconds=min(server.target.warm_up, rig.warm_up), check=True)


def _shown(said: dict[str, float], cpu: float, server: Server) -> Load:
    if not said["calls"]:
        raise NotMeasured(f"{server.target.name} has answered no call in a whole slice")
    if said["wrong"]:
        raise NotMeasured(f"{server.target.name}: {said['wrong']:g} of {said['calls']:g} answers are wrong")
    calls = int(said["calls"])
    return Load(
        rate=calls / (said["microseconds"] / 1e6),
        calls=calls,
        p50_ms=said["p50_us"] / 1e3,
        p99_ms=said["p99_us"] / 1e3,
        longest_ms=said["longest_us"] / 1e3,
        cpu_us=cpu / calls * 1e6,
    )
