"""20-record calls into SQLite, and into PostgreSQL by one process and by two, beside the memory store."""

from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median

from benchmarks.figures import Figure
from benchmarks.running.pairs import paired
from benchmarks.running.rig import Cores, Rig, placements
from benchmarks.running.servers import NotMeasured
from benchmarks.running.targets import DOUBLE, DOUBLE_ON_SQLITE, Target, double
from benchmarks.running.wrk import ON
from tests.postgresql import cluster, is_installed

RECORDS = 20
"""In a call."""


def measure(rig: Rig) -> list[Figure]:
    """Measure it on all cores: a database is another process."""
    cores = placements()[-1]
    rig.progress.expect(3 * rig.rounds)
    figures = [_beside_memory(rig, DOUBLE_ON_SQLITE, cores)]
    for workers in (1, 2):
        with _on_postgresql(workers) as target:
            figures.append(_beside_memory(rig, target, cores))
    return figures


@contextmanager
def _on_postgresql(workers: int) -> Iterator[Target]:
    """Our server with so many processes on a new database, whose disk is waited for.

    Raises:
        NotMeasured: There is no PostgreSQL.
    """
    if not is_installed():
        raise NotMeasured("PostgreSQL is not installed")
    processes = "1 process" if workers == 1 else f"{workers} processes"
    with cluster(is_durable=True) as running, running.database() as url:
        command = double("--store", url, "--workers", str(workers))
        yield Target(f"mock-isales on PostgreSQL, {processes}", "the same, in PostgreSQL", command)


def _beside_memory(rig: Rig, target: Target, cores: Cores) -> Figure:
    pair = paired(rig, target, DOUBLE, [ON], cores)[ON]
    ours, memory = (RECORDS * median(each.rate for each in loads) for loads in (pair.ours, pair.theirs))
    note = f"{ours:,.0f} records/s beside {memory:,.0f}"
    return Figure(f"{target.name}, ON call, {RECORDS} records: beside memory", "×", pair.ratios, None, note)
