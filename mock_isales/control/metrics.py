"""The metrics of a double, as Prometheus reads them. All that is counted is counted by the engine, as plain numbers.

Worlds are no label: there may be thousands, and each would make a time series of its own for ever.
"""

from collections.abc import Iterator
from itertools import accumulate
from platform import python_version

from prometheus_client import CollectorRegistry
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    InfoMetricFamily,
    Metric,
)
from prometheus_client.exposition import choose_encoder
from prometheus_client.process_collector import ProcessCollector
from prometheus_client.registry import Collector

from mock_isales import __version__
from mock_isales.contract.codes import ResultCode
from mock_isales.double import Double
from mock_isales.engine.clocks import US_PER_SECOND
from mock_isales.engine.counted import Counted
from mock_isales.engine.journal.tally import BOUNDS_US, Durations, Tally

OTHER = "other"
"""The operation of an address that is not documented; the code of a fault that is not."""

_OPEN_METRICS = "application/openmetrics-text"
_CODES = frozenset(str(code) for code in ResultCode)


def exposition(double: Double, accept: str) -> tuple[bytes, str]:
    """The metrics of a double, and the media type that they are in.

    Args:
        double: The double.
        accept: What the caller takes: OpenMetrics, if that is named, else the text format.
    """
    registry = CollectorRegistry()
    registry.register(Metrics(double))
    if double.settings.workers == 1:  # of several processes it would tell of another one each time
        ProcessCollector(registry=registry)
    named = {each.partition(";")[0].strip().lower() for each in accept.split(",")}
    encode, media_type = choose_encoder(_OPEN_METRICS if _OPEN_METRICS in named else "")
    return encode(registry), media_type


class Metrics(Collector):
    """What is read of a double when it is asked for.

    Args:
        double: The double.
    """

    def __init__(self, double: Double) -> None:
        self._double = double

    def collect(self) -> Iterator[Metric]:
        """All metrics, as they are now."""
        counted = self._double.counted()
        yield self._build()
        yield from _of_calls(counted.tally)
        yield from self._of_worlds(counted)
        yield from _of_journals(counted)

    def _build(self) -> Metric:
        settings = self._double.settings
        told = {
            "version": __version__,
            "python": python_version(),
            "store": settings.store.partition(":")[0],
            "edition": settings.edition,
        }
        return InfoMetricFamily("mock_isales_build", "Which double this is.", told)

    def _of_worlds(self, counted: Counted) -> Iterator[Metric]:
        most = self._double.worlds.limits.worlds
        yield GaugeMetricFamily("mock_isales_worlds", "Worlds that there are.", counted.worlds)
        yield GaugeMetricFamily("mock_isales_worlds_max", "The most that there may be.", most)
        yield GaugeMetricFamily("mock_isales_waiting", "Who waits for calls or follows them.", counted.waiting)


def _of_calls(tally: Tally) -> Iterator[Metric]:
    calls = CounterMetricFamily(
        "mock_isales_calls", "Calls that were answered.", labels=["operation", "code", "status"]
    )
    counts: dict[tuple[str, str, str], int] = {}
    for outcome, count in tally.calls().items():
        labels = outcome.operation or OTHER, _code(outcome.result_code), str(int(outcome.status))
        counts[labels] = counts.get(labels, 0) + count
    for labels, count in counts.items():
        calls.add_metric(labels, count)
    yield calls
    took = HistogramMetricFamily(
        "mock_isales_call_duration_seconds", "How long calls took, with what faults add.", labels=["operation"]
    )
    for operation, durations in tally.durations().items():
        took.add_metric([operation or OTHER], _buckets(durations), durations.total_us / US_PER_SECOND)
    yield took
    struck = CounterMetricFamily(
        "mock_isales_faults_struck", "Calls that a fault or a magic value has struck.", labels=["operation"]
    )
    for operation, count in tally.struck().items():
        struck.add_metric([operation or OTHER], count)
    yield struck


def _of_journals(counted: Counted) -> Iterator[Metric]:
    yield GaugeMetricFamily("mock_isales_journal_entries", "Calls that the journals keep.", counted.entries)
    yield GaugeMetricFamily("mock_isales_journal_bytes", "Bytes that the journals take.", counted.journal_bytes)
    yield GaugeMetricFamily("mock_isales_journal_max_bytes", "The most that they may take.", counted.journal_max)
    yield CounterMetricFamily(
        "mock_isales_journal_dropped", "Calls that the journals had no room for.", counted.dropped
    )


def _code(code: str | None) -> str:
    """The label of a code. A fault may say any: those that are not documented share one, so that they stay few."""
    return "" if code is None else code if code in _CODES else OTHER


def _buckets(durations: Durations) -> list[tuple[str, float]]:
    bounds = [*(str(bound / US_PER_SECOND) for bound in BOUNDS_US), "+Inf"]
    return list(zip(bounds, accumulate(durations.counts), strict=True))
