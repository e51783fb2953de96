"""Measure the double, beside other servers.

    python -m benchmarks.bench                  all of it, and a table at the end
    python -m benchmarks.bench --only start     one measure, or some
    python -m benchmarks.bench --list           what there is, and what is not installed

benchmarks/peers/setup.sh installs wrk and the other servers. What is not installed is named and left out. Results go to
benchmarks/results; `python -m benchmarks.report` makes docs/benchmarks of them anew, a page with table and plots. The
exit status is 1 where a goal is not met.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.figures import UNMET, Figure
from benchmarks.measures.table import MEASURES, Measure
from benchmarks.progress import Progress
from benchmarks.report import table, write_page
from benchmarks.results import Result, this_machine
from benchmarks.running.rig import Rig
from benchmarks.running.servers import NotMeasured
from benchmarks.running.targets import TARGETS


def main() -> None:
    """Measure, or list what there is."""
    told = _told()
    if told.list:
        _list(told.peers)
        return
    chosen = [each for each in MEASURES if not told.only or each.name in told.only]
    results = _measured(chosen, told)
    print(table(results))
    if not told.quick:
        for result in results:
            result.keep()
        write_page()
    if any(figure.mark == UNMET for result in results for figure in result.figures):
        sys.exit(1)


def _told() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    names = [each.name for each in MEASURES]
    parser.add_argument("--only", nargs="+", choices=names, metavar="NAME", help=f"some of: {', '.join(names)}")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured, in turn (3)")
    parser.add_argument("--seconds", type=int, default=2, help="how long a slice of load lasts (2)")
    parser.add_argument("--peers", type=Path, default=Path(".peers"), help="where setup.sh has installed them (.peers)")
    parser.add_argument(
        "--quick", action="store_true", help="one round of one second, and nothing kept: to see that it works"
    )
    parser.add_argument("--list", action="store_true", help="what there is to measure, and the servers")
    parser.set_defaults(warm_up=10)
    told = parser.parse_args()
    if told.quick:
        told.rounds, told.seconds, told.warm_up = 1, 1, 1
    return told


def _list(peers: Path) -> None:
    for measure in MEASURES:
        print(f"{measure.name:12}{measure.what}")
    print()
    for target in TARGETS:
        print(f"{target.name:24}{target.missing(peers) or target.says}")


def _measured(chosen: list[Measure], told: argparse.Namespace) -> list[Result]:
    said: dict[str, object] = {"rounds": told.rounds, "seconds": told.seconds, "byte_code": "compiled"}
    results = []
    with (
        tempfile.TemporaryDirectory() as folder,
        Progress(sum(each.weight for each in chosen)) as progress,
    ):
        rig = Rig(told.peers, Path(folder), told.rounds, told.seconds, told.warm_up, progress)
        for measure in chosen:
            progress.begin(measure.name, measure.weight)
            results.append(Result(measure.name, _figures(measure, rig), this_machine(), said))
    return results


def _figures(measure: Measure, rig: Rig) -> list[Figure]:
    try:
        return measure.take(rig)
    except NotMeasured as reason:
        return [Figure(measure.what, "", note=str(reason))]


if __name__ == "__main__":
    main()
