"""From process start to the first answer: the double beside a bare FastAPI application with one route.

    python benchmarks/start.py [ROUNDS]

Byte code is compiled, as on a user's machine. Machines are noisy: the ratio of the medians of interleaved rounds is
what counts.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import httpx

BARE = """
import socket, uvicorn
from fastapi import FastAPI
app = FastAPI()
@app.get("/")
async def root(): return {}
listener = socket.create_server(("127.0.0.1", 0))
print(listener.getsockname()[1], flush=True)
uvicorn.Server(uvicorn.Config(app, log_level="error")).run([listener])
"""


def commands(folder: Path) -> dict[str, list[str]]:
    """What is started, by name; each prints a line that ends with its port."""
    bare = folder / "bare.py"
    bare.write_text(BARE)
    double = [sys.executable, "-m", "mock_isales", "serve", "--port", "0", "--log-level", "warning"]
    return {
        "bare FastAPI": [sys.executable, str(bare)],
        "mock-isales, memory": double,
        "mock-isales, SQLite": [*double, "--store", f"sqlite:///{folder / 'double.db'}"],
    }


def first_answer_ms(command: list[str], client: httpx.Client, environment: dict[str, str]) -> float:
    """Milliseconds from the start of a process to its first answer, whatever it says."""
    begin = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        port = (process.stdout.readline() if process.stdout else "").strip().rpartition(":")[2]
        client.get(f"http://127.0.0.1:{port}/")
        elapsed = time.perf_counter() - begin
        process.terminate()
    return elapsed * 1000


def main() -> None:
    """Measure and print a table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as folder, httpx.Client() as client:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = f"{folder}/pycache"
        starts = commands(Path(folder))
        for command in starts.values():
            first_answer_ms(command, client, environment)  # compiles
        measured: dict[str, list[float]] = {name: [] for name in starts}
        for done in range(rounds):
            print(f"round {done + 1} of {rounds}", end="\r", file=sys.stderr, flush=True)
            for name, command in starts.items():
                measured[name].append(first_answer_ms(command, client, environment))
    bare = statistics.median(measured["bare FastAPI"])
    print(f"{'start to first answer':24}{'median':>10}{'min':>8}{'max':>8}{'ratio':>8}")
    for name, times in measured.items():
        median = statistics.median(times)
        print(f"{name:24}{median:>7.0f} ms{min(times):>8.0f}{max(times):>8.0f}{median / bare:>8.2f}")


if __name__ == "__main__":
    main()
