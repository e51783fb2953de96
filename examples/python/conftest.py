"""Which dialler is tested: `--dialler planted:NoPace` takes one with a mistake."""

from collections.abc import Iterator
from pkgutil import resolve_name

import pytest

from dialler import Dialler
from mock_isales.testing import World


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--dialler", default="dialler:Dialler", help="module:class of the dialler that is tested")


@pytest.fixture
def dialler(isales: World, pytestconfig: pytest.Config) -> Iterator[Dialler]:
    """A dialler for campaign 1 of VDN 1, which waits by moving the world's clock on."""
    kind: type[Dialler] = resolve_name(pytestconfig.getoption("--dialler"))
    with kind(isales.url, vdn=1, campaign=1, authorization="any", pause=isales.clock.advance) as dialler:
        yield dialler
