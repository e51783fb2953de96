from collections.abc import Callable
from textwrap import dedent

import pytest

from mock_isales.engine.seed_files.problems import SeedError
from mock_isales.engine.seed_files.reading import parse_seed

Told = Callable[[str], list[str]]


@pytest.fixture
def told() -> Told:
    """What is told of a bad text, a line each."""

    def lines(text: str) -> list[str]:
        with pytest.raises(SeedError) as caught:
            parse_seed(dedent(text), "s")
        return str(caught.value).splitlines()

    return lines
