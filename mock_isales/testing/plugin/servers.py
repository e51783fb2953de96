"""The server of a test run: one of its own, or one that runs already."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import pytest

from mock_isales.environment import client_environment
from mock_isales.testing.blocking.control import Control
from mock_isales.testing.embedded import MockIsales
from mock_isales.testing.errors import BadArgument, CannotStart
from mock_isales.testing.plugin.failing import failing_as
from mock_isales.testing.plugin.options import CA, COVERING, TOKEN, URL, VARIABLE

if TYPE_CHECKING:
    from mock_isales.testing.plugin.covering import Covering
    from mock_isales.testing.server_said import ServerSaid


class External(NamedTuple):
    """A server that runs already.

    Attributes:
        source: Who tells of it: the option, or the variable.
        url: Its address.
        token: What its control interface asks for.
        ca: A file with the authority that is trusted over HTTPS.
    """

    source: str
    url: str
    token: str | None
    ca: str | None


def external(config: pytest.Config) -> External | None:
    """The server that runs already, as the options and then the environment tell it; None if there is none."""
    told = client_environment()
    url, token, ca = (config.getoption(name) for name in (URL, TOKEN, CA))
    address = told.url if url is None else url
    if not address:
        return None
    return External(VARIABLE if url is None else URL, address, token or told.token, ca or told.ca)


@contextmanager
def reached(told: External) -> Iterator[Control]:
    """A server that runs already.

    Raises:
        ValueError: Its address is none, or its token or authority cannot be one.
    """
    with Control(told.url, token=told.token, ca=told.ca) as control:
        yield control


@contextmanager
def server_of(config: pytest.Config, settings: Mapping[str, Any]) -> Iterator[Control]:
    """The server of a test run. One of its own is gone when the block ends.

    Args:
        config: The run's.
        settings: What a server of its own is told.
    """
    told = external(config)
    if not (isinstance(settings, Mapping) and all(isinstance(name, str) for name in settings)):
        pytest.fail("mock-isales: isales_settings must be a mapping such as {'auth': 'c2'}", pytrace=False)
    with _embedded(config, settings) if told is None else _reached(told) as control:
        yield control


@contextmanager
def _embedded(config: pytest.Config, settings: Mapping[str, Any]) -> Iterator[Control]:
    covering = _covering_of(config)
    if covering is not None:
        settings = {**settings, "coverage": True}
    with failing_as("the server cannot start as isales_settings says", BadArgument, CannotStart):
        server = MockIsales(**cast("ServerSaid", settings)).start()
    try:
        yield server.control
        if covering is not None:
            with failing_as("the server cannot tell what was covered"):
                covering.take(server.control.coverage())
    finally:
        server.stop()


def _covering_of(config: pytest.Config) -> "Covering | None":
    """What counts the coverage of the run, if somebody asks for it: it is imported then."""
    found: Covering | None = config.pluginmanager.get_plugin(COVERING)
    return found


@contextmanager
def _reached(told: External) -> Iterator[Control]:
    what = f"the server of {told.source} cannot be used"
    with failing_as(what, ValueError):
        control = Control(told.url, token=told.token, ca=told.ca)
    with control:
        with failing_as(what):
            control.version()  # it shows the token, too
        yield control
