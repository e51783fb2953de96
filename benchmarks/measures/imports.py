"""What `mock-isales serve` imports until it is ready, and how long each package takes (`python -X importtime`)."""

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from statistics import median

from benchmarks.figures import Figure
from benchmarks.running.rig import Rig
from benchmarks.running.servers import environment

LINE = re.compile(r"import time:\s+(?P<own>\d+) \|\s+\d+ \|\s+(?P<name>\S+)")
SHOWN = 10
COMMANDS = {
    "mock-isales serve": ("-m", "mock_isales", "serve", "--port", "0", "--log-level", "warning"),
    "fastapi and uvicorn": ("-c", "import fastapi, uvicorn, uvloop, httptools; print('ready')"),
}


def measure(rig: Rig) -> list[Figure]:
    """Measure ours and, beside it, the frameworks alone."""
    rig.progress.expect(len(COMMANDS) * (rig.rounds + 1))
    return [each for name, arguments in COMMANDS.items() for each in _figures(rig, name, arguments)]


def _figures(rig: Rig, name: str, arguments: tuple[str, ...]) -> Iterator[Figure]:
    starts = []
    for start in range(rig.rounds + 1):
        imported = _imported(rig, arguments)
        if start:  # the first compiles
            starts.append(imported)
        rig.progress.step(name)
    totals = [sum(own.values()) / 1000 for own, _ in starts]
    yield Figure(
        f"imports of {name}", "ms", totals, None, f"{starts[0][1]} modules; told by -X importtime, which slows"
    )
    packages = {package for own, _ in starts for package in own}
    ranked = sorted(packages, key=lambda package: -median(own[package] for own, _ in starts))
    for package in ranked[:SHOWN]:
        yield Figure(f"imports of {name}: {package}", "ms", [own[package] / 1000 for own, _ in starts])


def _imported(rig: Rig, arguments: tuple[str, ...]) -> tuple[Counter[str], int]:
    """The microseconds of each top-level package, without what it imports, and how many modules there were."""
    command = [sys.executable, "-X", "importtime", *arguments]
    told = rig.folder / "importtime"
    with (
        told.open("wb") as errors,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, env=environment(rig.folder)) as process,
    ):
        if process.stdout is not None:
            process.stdout.readline()
        process.terminate()
    found = [(match["name"], int(match["own"])) for match in LINE.finditer(told.read_text(encoding="utf-8"))]
    packages: Counter[str] = Counter()
    for name, own in found:
        packages[name.partition(".")[0]] += own
    return packages, len(found)
