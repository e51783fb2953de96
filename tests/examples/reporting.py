"""A plugin for the example's test suite: after each test, what is reported of the dialler, in a file."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from mock_isales.testing import World

FILE = "REPORTS_FILE"


@pytest.fixture(autouse=True)
def _reported(isales: World, request: pytest.FixtureRequest) -> Iterator[None]:
    """Write what is found before the world ends: a line a test."""
    yield
    found = {each.kind: each.calls.total for each in isales.report().findings}
    with Path(os.environ[FILE]).open("a", encoding="utf-8") as file:
        file.write(json.dumps([request.node.name, found]) + "\n")
