"""Metrics: what is counted, in both formats, and as the documentation tells of it."""

import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from prometheus_client import REGISTRY
from prometheus_client.openmetrics.parser import text_string_to_metric_families as open_metrics_families
from prometheus_client.parser import text_string_to_metric_families as families

from mock_isales import __version__
from mock_isales.app import create_app
from mock_isales.settings import Settings
from tests.control.callers import CALL_DATA, Caller

PAGE = Path(__file__).parent.parent.parent / "docs" / "operations.md"
OPEN_METRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8"
TEXT = "text/plain; version=0.0.4; charset=utf-8"
BY_PROMETHEUS = (
    "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,text/plain;version=0.0.4;q=0.4,*/*;q=0.1"
)
Samples = dict[tuple[str, frozenset[tuple[str, str]]], float]


def samples_of(told: Iterable[Any]) -> Samples:
    return {(sample.name, frozenset(sample.labels.items())): sample.value for each in told for sample in each.samples}


def metrics_of(caller: Caller) -> Samples:
    answer = caller.mock("GET", "/metrics")
    assert answer.headers["content-type"] == TEXT
    return samples_of(families(answer.text))


def key(name: str, **labels: str) -> tuple[str, frozenset[tuple[str, str]]]:
    return f"mock_isales_{name}", frozenset(labels.items())


@pytest.fixture
def caller() -> Caller:
    calling = Caller(create_app(Settings()))
    calling.done("PUT", "/worlds/w1")
    return calling


def test_calls_are_counted_by_operation_and_answer(caller: Caller) -> None:
    caller.add()
    caller.add("1x")
    caller.add("2", world="w2")
    caller.add_calling()
    caller.call("POST", CALL_DATA.format(campaign=1), {})
    caller.call("GET", "/nowhere")
    metrics = metrics_of(caller)
    calls = {labels: value for (name, labels), value in metrics.items() if name == "mock_isales_calls_total"}
    assert {tuple(dict(sorted(labels)).values()): value for labels, value in calls.items()} == {
        ("0200000", "add_outbound_numbers", "200"): 2,
        ("02000002", "add_outbound_numbers", "200"): 1,
        ("", "add_outbound_numbers", "401"): 1,
        ("0200000", "add_calling_numbers", "200"): 1,
        ("", "other", "404"): 1,
    }
    caller.done("DELETE", "/worlds/w2")
    accepted = key("calls_total", operation="add_outbound_numbers", code="0200000", status="200")
    assert metrics_of(caller)[accepted] == 2


def test_how_long_they_took_is_counted_in_buckets(caller: Caller) -> None:
    for _ in range(3):
        caller.add()
    metrics, operation = metrics_of(caller), "add_outbound_numbers"
    bounds = [
        "0.0001", "0.00025", "0.0005", "0.001", "0.0025", "0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "1.0",
        "2.5", "5.0", "10.0", "+Inf",
    ]  # fmt: skip
    counts = [metrics[key("call_duration_seconds_bucket", operation=operation, le=bound)] for bound in bounds]
    assert counts == sorted(counts)
    assert counts[-1] == metrics[key("call_duration_seconds_count", operation=operation)] == 3
    assert 0 < metrics[key("call_duration_seconds_sum", operation=operation)] < 30


def test_faults_are_counted_and_a_code_of_their_own_makes_no_label_of_its_own(caller: Caller) -> None:
    for code in ("0200006", "mine", "yours"):
        caller.done("POST", "/worlds/w1/faults", {"answer": {"code": code}, "off_contract": True})
        caller.add()
        caller.done("DELETE", "/worlds/w1/faults")
    caller.add()
    metrics, operation = metrics_of(caller), "add_outbound_numbers"
    assert metrics[key("faults_struck_total", operation=operation)] == 3
    assert metrics[key("calls_total", operation=operation, code="other", status="200")] == 2
    assert metrics[key("calls_total", operation=operation, code="0200006", status="200")] == 1


def test_worlds_and_who_waits_are_told(caller: Caller) -> None:
    metrics = metrics_of(caller)
    assert metrics[key("worlds")] == 2
    assert metrics[key("worlds_max")] == 1000
    assert metrics[key("waiting")] == 0


def test_what_journals_keep_and_drop_is_told_and_dropped_only_grows() -> None:
    caller = Caller(create_app(Settings(journal_max=5_000, settings={"pace_interval": 0})))
    for _ in range(20):
        caller.add()
    before = metrics_of(caller)
    kept = before[key("journal_entries")]
    assert 0 < kept < 20
    assert kept + before[key("journal_dropped_total")] == 20
    assert 0 < before[key("journal_bytes")] <= 5_000 < before[key("journal_max_bytes")]
    caller.done("DELETE", "/worlds/w1")
    after = metrics_of(caller)
    assert (after[key("journal_entries")], after[key("journal_bytes")]) == (0, 0)
    assert after[key("journal_dropped_total")] == before[key("journal_dropped_total")]


def test_what_is_too_large_to_be_kept_is_dropped_too() -> None:
    caller = Caller(create_app(Settings(journal_max=0)))
    caller.add()
    assert metrics_of(caller)[key("journal_dropped_total")] == 1


def test_the_build_is_told(caller: Caller) -> None:
    (labels,) = [dict(labels) for name, labels in metrics_of(caller) if name == "mock_isales_build_info"]
    assert labels["version"] == __version__
    assert (labels["store"], labels["edition"]) == ("memory", "2025-11")


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("", TEXT),
        ("*/*", TEXT),
        ("text/plain;version=0.0.4", TEXT),
        ("text/plain;version=x", TEXT),
        ("application/openmetrics-text", OPEN_METRICS),
        ("application/openmetrics-text; version=1.0.0", OPEN_METRICS),
        ("text/html, Application/OpenMetrics-Text;version=one", OPEN_METRICS),
        (BY_PROMETHEUS, OPEN_METRICS),
    ],
)
def test_the_format_is_the_one_that_is_asked_for(caller: Caller, accept: str, media_type: str) -> None:
    caller.add()
    answer = caller.mock("GET", "/metrics", headers={"Accept": accept})
    assert (answer.status_code, answer.headers["content-type"]) == (200, media_type)
    read = families if media_type == TEXT else open_metrics_families
    told = samples_of(read(answer.text))
    assert told[key("calls_total", operation="add_outbound_numbers", code="0200000", status="200")] == 1
    assert answer.text.endswith("# EOF\n") is (media_type != TEXT)


def test_a_token_is_asked_for_where_the_rest_asks_for_one() -> None:
    caller = Caller(create_app(Settings(host="0.0.0.0", control_token="s3cret")))  # noqa: S104, S106 - it is to ask
    assert caller.mock("GET", "/metrics").status_code == 401
    assert caller.mock("GET", "/metrics", headers={"Authorization": "Bearer s3cret"}).status_code == 200


def test_doubles_count_for_themselves_and_nothing_is_registered_for_all() -> None:
    first, second = (Caller(create_app(Settings())) for _ in range(2))
    first.add()
    assert any(name == "mock_isales_calls_total" for name, _ in metrics_of(first))
    assert not any(name == "mock_isales_calls_total" for name, _ in metrics_of(second))
    assert not [each.name for each in REGISTRY.collect() if each.name.startswith("mock_isales")]


def test_no_world_is_named(caller: Caller) -> None:
    caller.add(world="a-world-with-a-name")
    assert "a-world-with-a-name" not in caller.mock("GET", "/metrics").text


IMPORTS = """\
import sys
from mock_isales.app import create_app
from mock_isales.settings import Settings
from tests.control.callers import Caller
caller = Caller(create_app(Settings()))
caller.add()
caller.get("/worlds")
print("prometheus_client" in sys.modules)
caller.mock("GET", "/metrics")
print("prometheus_client" in sys.modules)
"""


def test_what_writes_them_is_imported_when_they_are_first_asked_for() -> None:
    ended = subprocess.run([sys.executable, "-c", IMPORTS], capture_output=True, check=True, encoding="utf-8")
    assert ended.stdout.split() == ["False", "True"]


@pytest.mark.skipif(sys.platform != "linux", reason="what is told of the process is read where Linux has it")
def test_the_documentation_tells_of_each_what_it_is(caller: Caller) -> None:
    caller.done("POST", "/worlds/w1/faults", {"answer": {"code": "0200001"}})
    caller.add()
    rows = re.findall(r"^\| `(\w+)` \| (\w+) \|([^|]*)\| (.*) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    documented = {name: (kind, frozenset(re.findall(r"`(\w+)`", labels)), what) for name, kind, labels, what in rows}
    told = {}
    for each in families(caller.mock("GET", "/metrics").text):
        name = each.name + ("_total" if each.type == "counter" else "")
        labels = frozenset(label for sample in each.samples for label in sample.labels) - {"le"}
        told[name] = (each.type, labels, each.documentation)
    assert told == documented
