"""`mock-isales ready`. It imports next to nothing: a health check runs every few seconds."""

import sys
from contextlib import closing
from pathlib import Path
from time import monotonic, sleep
from typing import NoReturn

from mock_isales.cli.failing import BROKEN, USAGE
from mock_isales.cli.probe import Hopeless, NotReady, Probe
from mock_isales.environment import own_url

_PATIENCE = 5.0
"""Seconds: so long a single answer is waited for."""

_PAUSE = 0.05
"""Seconds between two questions."""

_SILENCE = 1.0
"""Seconds after which somebody at a terminal is told what is waited for."""


def ready(url: str | None, ca: str | None, wait: float | None) -> None:
    """Say whether a server is ready, or why it is not, which is the exit status, too.

    Args:
        url: Its address; None for that of the environment's own server, which needs no authority that is trusted.
        ca: A file with the authority that is trusted over HTTPS.
        wait: For how many seconds to wait until it is; None asks once.
    """
    # One's own server makes an authority of its own each time that it starts, so that there is often none to name.
    # Nobody else listens at its address, which is one of this machine, and nothing secret is sent there.
    verify = url is not None or ca is not None
    try:
        probe = Probe(own_url() if url is None else url, None if ca is None else Path(ca), verify=verify)
    except ValueError as error:
        _end(str(error), USAGE)
    with closing(probe):
        try:
            said = _awaited(probe, wait) if wait else probe.ask(_PATIENCE)
        except NotReady as error:
            _end(f"not ready: {error}", BROKEN)
    print(f"ready at {probe.url}: {said}", flush=True)  # noqa: T201


def _awaited(probe: Probe, wait: float) -> str:
    """What a server says of itself once it is ready.

    Raises:
        NotReady: It is not in time.
    """
    began, patience, told = monotonic(), _SILENCE, not sys.stderr.isatty()
    while True:
        left = began + wait - monotonic()
        try:
            return probe.ask(max(min(patience, left), _PAUSE))
        except Hopeless:
            raise
        except NotReady as error:
            passed = monotonic() - began
            if passed + _PAUSE >= wait:
                raise
            if passed >= _SILENCE:
                patience = _PATIENCE
                if not told:
                    _say(f"waiting: {error}")
                    told = True
        sleep(_PAUSE)


def _say(text: str) -> None:
    print(f"mock-isales: {text}", file=sys.stderr, flush=True)  # noqa: T201


def _end(text: str, status: int) -> NoReturn:
    _say(text)
    sys.exit(status)
