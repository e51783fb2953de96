"""Results: a file for each measure, with the machine that it was made on."""

import json
import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.figures import Figure

FOLDER = Path(__file__).parent / "results"


@dataclass(frozen=True, slots=True)
class Result:
    """What a measure showed.

    Attributes:
        name: The measure.
        figures: What it showed.
        machine: What it was made on, and when.
        told: How it was made: rounds, seconds of a slice.
    """

    name: str
    figures: Sequence[Figure]
    machine: dict[str, object]
    told: dict[str, object]

    def keep(self) -> None:
        """Write its file."""
        FOLDER.mkdir(exist_ok=True)
        kept = {"machine": self.machine, "told": self.told, "figures": [each.as_json() for each in self.figures]}
        text = json.dumps(kept, indent=2, ensure_ascii=False)
        (FOLDER / f"{self.name}.json").write_text(f"{text}\n", encoding="utf-8")


def kept(name: str) -> Result | None:
    """What a measure showed last; None if it has not been made."""
    file = FOLDER / f"{name}.json"
    if not file.exists():
        return None
    said = json.loads(file.read_text(encoding="utf-8"))
    return Result(name, [Figure.of_json(each) for each in said["figures"]], said["machine"], said["told"])


def this_machine() -> dict[str, object]:
    """The machine, without its name."""
    return {
        "cores": len(os.sched_getaffinity(0)),
        "cpu": _cpu(),
        "memory_gib": round(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / (1 << 30)),
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "system": f"{platform.system()} {platform.machine()}",
        "date": datetime.now(UTC).date().isoformat(),
    }


def _cpu() -> str:
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.processor()
