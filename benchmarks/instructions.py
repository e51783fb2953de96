"""The guard against slipping: what calls cost in instructions, which hold still on noisy machines; times do not.

    python -m benchmarks.instructions            compares with what is stored; ends with status 1 above +10 %
    python -m benchmarks.instructions --store    stores what the calls cost now

`perf stat` counts them where the system lets it, else `valgrind --tool=callgrind`, which takes a minute more. The two
agree within 1 %. What is stored belongs to a Python and to versions of libraries: where none of it fits, status 2.
"""

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from importlib.metadata import version
from pathlib import Path

from benchmarks.running.servers import environment
from benchmarks.scripted import PARTS

STORED = Path(__file__).parent / "instructions.json"
ROOT = Path(__file__).parent.parent
ALLOWED = 1.10
SLIPPED, UNKNOWN = 1, 2
LIBRARIES = ("fastapi", "starlette", "pydantic", "pydantic-core", "uvicorn")
NOTHING = "nothing"

TOOLS = {
    "perf": (
        ("perf", "stat", "-x", ",", "-e", "instructions:u", "--"),
        re.compile(r"^(\d+),[^,]*,instructions", re.MULTILINE),
    ),
    "valgrind": (
        ("valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"),
        re.compile(r"Collected : (\d+)"),
    ),
}
"""What counts: how a command is run under it, and where it tells the count."""


def main() -> int:
    """Count, and compare or store."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.instructions",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--store", action="store_true", help="store what the calls cost now")
    parser.add_argument("--tool", choices=TOOLS, help="what counts; the first that works by default")
    told = parser.parse_args()
    tool = told.tool or next((each for each in TOOLS if works(each)), None)
    if tool is None:
        print("neither perf nor valgrind can count here: apt-get install valgrind", file=sys.stderr)
        return UNKNOWN
    costs = cost_of_calls(tool)
    stored = json.loads(STORED.read_text(encoding="utf-8")) if STORED.exists() else {}
    if told.store:
        text = json.dumps(stored | {key(): costs}, indent=2, sort_keys=True)
        STORED.write_text(f"{text}\n", encoding="utf-8")
        stored = {key(): costs}
    return compare(costs, stored.get(key()))


def key() -> str:
    """What a count depends on besides our code."""
    options = sysconfig.get_config_var("CONFIG_ARGS") or ""
    build = "optimized" if "--enable-optimizations" in options else "not optimized"
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    implementation = f"{platform.python_implementation()} {platform.python_version()} {platform.machine()}"
    return f"{implementation}, {build}, {libraries}"


def works(tool: str) -> bool:
    """Whether a tool is installed and can count."""
    return shutil.which(tool) is not None and bool(count(tool, [sys.executable, "-c", "pass"], dict(os.environ)))


def cost_of_calls(tool: str) -> dict[str, int]:
    """The instructions of a call of each part, by its name."""
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(os.cpu_count()) as both:
        told = environment(Path(folder)) | {"PYTHONHASHSEED": "0"}
        commands = {part: [sys.executable, "-m", "benchmarks.scripted", part] for part in (NOTHING, *PARTS)}
        subprocess.run(commands[NOTHING], check=True, cwd=ROOT, env=told)  # compiles
        counts = dict(zip(commands, both.map(partial(count, tool, told=told), commands.values()), strict=True))
    if not all(counts.values()):
        raise SystemExit(f"{tool} has counted nothing")
    return {name: (counts[name] - counts[NOTHING]) // part.calls for name, part in PARTS.items()}


def count(tool: str, command: list[str], told: dict[str, str]) -> int:
    """The instructions of a command, in user mode; 0 if they cannot be counted."""
    prefix, counted = TOOLS[tool]
    ended = subprocess.run([*prefix, *command], capture_output=True, check=False, text=True, cwd=ROOT, env=told)
    found = counted.search(ended.stderr)
    return int(found[1]) if found and ended.returncode == 0 else 0


def compare(costs: Mapping[str, int], stored: Mapping[str, int] | None) -> int:
    """Print what calls cost, beside what they may; the exit status."""
    if stored is None:
        print(f"nothing is stored for {key()}: store it with --store, before a change", file=sys.stderr)
    status = UNKNOWN if stored is None else 0
    for part, cost in costs.items():
        before = None if stored is None else stored.get(part)
        change = "" if before is None else f"{cost / before - 1:+8.1%} of {before:,}"
        slipped = before is not None and cost > before * ALLOWED
        print(f"{'✗' if slipped else '✓' if before else '–'} {PARTS[part].what:36}{cost:>12,} instructions {change}")
        status = SLIPPED if slipped else status
    return status


if __name__ == "__main__":
    sys.exit(main())
