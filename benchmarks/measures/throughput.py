"""Calls a second at 16 connections: ours beside each peer, in pairs."""

from collections.abc import Iterator, Mapping
from statistics import median

from benchmarks.figures import Figure
from benchmarks.goals import CN_BESIDE, ON_BESIDE, Beside
from benchmarks.running.pairs import Pair, paired
from benchmarks.running.rig import Cores, Rig, placements
from benchmarks.running.servers import NotMeasured
from benchmarks.running.targets import DOUBLE, Target
from benchmarks.running.wrk import CN, ON

_ASKED: Mapping[str, tuple[str, Mapping[Target, Beside]]] = {
    ON: ("ON call, 20 records", ON_BESIDE),
    CN: ("CN call, 2 numbers", CN_BESIDE),
}


def measure(rig: Rig) -> list[Figure]:
    """Measure all peers, on one core and on all."""
    peers = list(ON_BESIDE)
    rig.progress.expect(sum(len(_scripts(peer)) for peer in peers) * len(placements()) * rig.rounds)
    figures = [each for cores in placements() for peer in peers for each in _beside(rig, peer, cores)]
    return sorted(figures, key=lambda figure: not figure.what.startswith(_ASKED[ON][0]))


def _scripts(peer: Target) -> list[str]:
    return [script for script, (_, beside) in _ASKED.items() if peer in beside]


def _beside(rig: Rig, peer: Target, cores: Cores) -> Iterator[Figure]:
    scripts = _scripts(peer)
    try:
        pairs = paired(rig, DOUBLE, peer, scripts, cores)
    except NotMeasured as reason:
        for script in scripts:
            yield _figure(script, peer, cores, None, str(reason))
        return
    for script, pair in pairs.items():
        yield _figure(script, peer, cores, pair, _rates(pair))


def _figure(script: str, peer: Target, cores: Cores, pair: Pair | None, note: str) -> Figure:
    name, beside = _ASKED[script]
    ratios = [] if pair is None else pair.ratios
    return Figure(f"{name}, {cores.name}: beside {peer.name}", "×", ratios, beside[peer].on(cores.name), note)


def _rates(pair: Pair) -> str:
    ours, theirs = (median(each.rate for each in loads) for loads in (pair.ours, pair.theirs))
    cpu = median(each.cpu_us for each in pair.ours)
    return f"{ours:,.0f}/s beside {theirs:,.0f}/s; {cpu:.0f} µs of processor time a call of ours"
