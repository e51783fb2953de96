"""20-record calls into SQLite: ours beside the same through SQLModel's `add_all` and commit."""

from statistics import median

from benchmarks.figures import Figure
from benchmarks.goals import SQLITE_BESIDE_ADD_ALL
from benchmarks.running.pairs import paired
from benchmarks.running.rig import Rig, placements
from benchmarks.running.targets import ADD_ALL, DOUBLE_ON_SQLITE
from benchmarks.running.wrk import ON


def measure(rig: Rig) -> list[Figure]:
    """Measure it on one core and on all."""
    rig.progress.expect(len(placements()) * rig.rounds)
    figures = []
    for cores in placements():
        pair = paired(rig, DOUBLE_ON_SQLITE, ADD_ALL, [ON], cores)[ON]
        ours, theirs = (median(each.rate for each in loads) for loads in (pair.ours, pair.theirs))
        note = f"{ours:,.0f}/s beside {theirs:,.0f}/s"
        what = f"SQLite, ON call, 20 records, {cores.name}: beside SQLModel add_all"
        figures.append(Figure(what, "×", pair.ratios, SQLITE_BESIDE_ADD_ALL, note))
    return figures
