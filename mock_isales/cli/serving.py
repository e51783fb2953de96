"""`mock-isales serve`."""

import logging
from collections.abc import Mapping
from importlib import import_module
from typing import Any, Protocol

from mock_isales.cli.failing import told
from mock_isales.cli.garbage import collect_in_small_pieces
from mock_isales.cli.saying import in_form, say, speak_as_told
from mock_isales.serving.logs import log_to_stderr
from mock_isales.serving.running import CANNOT_SERVE, run
from mock_isales.telling import SettingsError, settings_of, variable_warnings

logger = logging.getLogger("mock_isales")


def serve(flags: Mapping[str, Any]) -> None:
    """Serve until a signal ends it."""
    speak_as_told(flags)
    with told(SettingsError):
        settings = settings_of(flags)
    log_to_stderr(settings.log_level, settings.log_format)
    for warning in variable_warnings():
        logger.warning(warning)
    with told(*CANNOT_SERVE):
        if settings.workers > 1:
            import_module("mock_isales.serving.workers").run_workers(settings, _announce)
        else:
            run(settings, _announce)


class _Announced(Protocol):
    """What there is to say of a server that accepts calls."""

    @property
    def url(self) -> str: ...
    @property
    def control_token(self) -> str | None: ...
    @property
    def made(self) -> bool: ...


def _announce(ready: _Announced) -> None:
    """One line on standard output, for people and for scripts that wait for it; a token goes where the log goes."""
    collect_in_small_pieces()
    if ready.control_token is not None and ready.made:
        say(f"/_mock asks for Authorization: Bearer {ready.control_token}", level=logging.INFO)
    line = f"mock-isales is ready at {ready.url}"
    print(in_form((line,), logging.INFO, url=ready.url) or line, flush=True)  # noqa: T201
