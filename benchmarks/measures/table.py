"""All measures, in the order of the table."""

from collections.abc import Callable
from typing import NamedTuple

from benchmarks.figures import Figure
from benchmarks.measures import (
    control,
    filling,
    imports,
    latency,
    memory,
    one_client,
    page,
    sqlite,
    start,
    stores,
    throughput,
    worlds,
)
from benchmarks.running.rig import Rig


class Measure(NamedTuple):
    """Something to measure.

    Attributes:
        name: What it is called on the command line.
        what: What it measures.
        weight: How long it takes beside the others, about, in seconds.
        take: Measures it.
    """

    name: str
    what: str
    weight: float
    take: Callable[[Rig], list[Figure]]


MEASURES = (
    Measure("throughput", "calls a second at 16 connections, beside each peer", 600, throughput.measure),
    Measure("latency", "p99 at 16 connections, plain, while filling, with a million records", 250, latency.measure),
    Measure("one-client", "p50 of one sequential client", 200, one_client.measure),
    Measure("start", "from process start to the first 200", 150, start.measure),
    Measure("memory", "memory after start, and with 200,000 records", 60, memory.measure),
    Measure("filling", "what calls cost while a campaign fills to 200,000 under the pace", 60, filling.measure),
    Measure("worlds", "a fresh world, and the reset of a small one", 10, worlds.measure),
    Measure("sqlite", "20-record calls into SQLite, beside SQLModel add_all", 60, sqlite.measure),
    Measure("stores", "20-record calls into SQLite and PostgreSQL, beside the memory store", 90, stores.measure),
    Measure("control", "the control interface with 200,000 records, and whom it holds up", 90, control.measure),
    Measure("page", "the page in a browser: first paint, answer to line, memory", 180, page.measure),
    Measure("imports", "what the server imports until it is ready", 20, imports.measure),
)
