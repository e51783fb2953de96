"""A served store grows without ever being looked through as a whole."""

import gc
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection

import pytest

from mock_isales.cli.garbage import collect_in_small_pieces
from mock_isales.testing import MockIsales

ROWS = 600_000
CALL_DATA = "/rest/isales/v2/openapi/campaigns/1/calldata/1"


@pytest.fixture
def collected() -> Iterator[list[int]]:
    """The generations that were collected, with how Python collects put back afterwards."""
    generations: list[int] = []

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            generations.append(info["generation"])

    thresholds = gc.get_threshold()
    gc.callbacks.append(note)
    yield generations
    gc.callbacks.remove(note)
    gc.set_threshold(*thresholds)
    gc.unfreeze()


def test_what_stays_is_looked_at_in_small_pieces(collected: list[int]) -> None:
    collect_in_small_pieces()
    kept = [[number] for number in range(ROWS)]
    assert len(kept) == ROWS
    assert set(collected) == {0, 1}


def test_calls_and_connections_leave_nothing_to_collect() -> None:
    with MockIsales() as double:
        host = double.url.removeprefix("http://")

        def call() -> None:
            with closing(HTTPConnection(host)) as connection:
                connection.request("POST", CALL_DATA, b"{}", {"Authorization": "x", "Content-Type": "application/json"})
                assert connection.getresponse().read()

        call()
        gc.collect()
        gc.disable()
        try:
            for _ in range(50):
                call()
            assert gc.collect() < 50
        finally:
            gc.enable()
