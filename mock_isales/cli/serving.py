"""`mock-isales serve`."""

import logging
import sys
from collections.abc import Mapping
from typing import Any

from mock_isales.cli.failing import told
from mock_isales.cli.garbage import collect_in_small_pieces
from mock_isales.serving.logs import log_to_stderr
from mock_isales.serving.running import CANNOT_SERVE, Ready, run
from mock_isales.telling import SettingsError, settings_of, variable_warnings

logger = logging.getLogger("mock_isales")


def serve(flags: Mapping[str, Any]) -> None:
    """Serve until a signal ends it."""
    with told(SettingsError):
        settings = settings_of(flags)
    log_to_stderr(settings.log_level)
    for warning in variable_warnings():
        logger.warning(warning)
    with told(*CANNOT_SERVE):
        run(settings, _announce)


def _announce(ready: Ready) -> None:
    """One line on standard output, for people and for scripts that wait for it; a token goes where the log goes."""
    collect_in_small_pieces()
    if ready.control_token is not None and ready.made:
        print(f"mock-isales: /_mock asks for Authorization: Bearer {ready.control_token}", file=sys.stderr, flush=True)  # noqa: T201
    print(f"mock-isales is ready at {ready.url}", flush=True)  # noqa: T201
