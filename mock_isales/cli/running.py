"""`mock-isales run`."""

import logging
import signal
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, suppress
from typing import Any

from mock_isales.cli.child import NotRun, run_child
from mock_isales.cli.failing import told
from mock_isales.cli.garbage import collect_in_small_pieces
from mock_isales.cli.run_command import OWN_DEFAULTS
from mock_isales.cli.summing_up import summary
from mock_isales.environment import client_environment, inherited
from mock_isales.serving.logs import log_to_stderr
from mock_isales.serving.reaching import reached_by
from mock_isales.serving.running import CANNOT_SERVE, Ready
from mock_isales.serving.threaded import EndedEarlyError, ThreadedServer
from mock_isales.settings import Settings
from mock_isales.telling import SettingsError, settings_of, variable_warnings
from mock_isales.variables import AK, CA, CONTROL_TOKEN, SK, URL

logger = logging.getLogger("mock_isales")


def run(flags: Mapping[str, Any], command: Sequence[str], *, quiet: bool) -> None:
    """Run a command beside a server, and end as the command has ended.

    Args:
        flags: What the server is told.
        command: The command.
        quiet: Whether not to tell which calls there were.
    """
    with told(SettingsError):
        settings = _settings(flags)
    log_to_stderr(settings.log_level)
    for warning in variable_warnings():
        logger.warning(warning)
    with ExitStack() as ending:
        ready = _started(settings, ending)
        try:
            status = run_child(command, inherited(_told_to_child(settings, ready, ending)))
        except NotRun as error:
            _say(str(error))
            sys.exit(error.status)
    if not quiet:
        _say(*summary(ready.double.worlds.tally))
    sys.exit(status)


def _settings(flags: Mapping[str, Any]) -> Settings:
    said = settings_of(flags).model_fields_set
    return settings_of({**{name: value for name, value in OWN_DEFAULTS.items() if name not in said}, **flags})


def _started(settings: Settings, ending: ExitStack) -> Ready:
    """Start the server. Until there is a child, Ctrl-C just ends us: an exception would leave the server's thread."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    server = ThreadedServer(settings)
    with told(EndedEarlyError, *CANNOT_SERVE):
        ready = server.start()
    ending.callback(server.stop)
    collect_in_small_pieces()
    return ready


def _told_to_child(settings: Settings, ready: Ready, ending: ExitStack) -> dict[str, str | None]:
    """The variables that tell a child how to call the server; None where an inherited one would mislead it."""
    url, token, ca = reached_by(settings, ready, ending)
    variables = {URL: url, CONTROL_TOKEN: token}
    knows_better = settings.tls_cert is not None and client_environment().ca is not None
    if not knows_better:  # who inherits an authority has named that of one's own certificate
        variables[CA] = None if ca is None else str(ca)
    keys = settings.access_keys or ready.double.default_terms.access_keys
    if keys:
        variables |= {AK: keys[0].ak, SK: keys[0].sk}
    return variables


def _say(*lines: str) -> None:
    """Tell it on standard error; if that takes nothing any more, the command's status still counts."""
    with suppress(OSError):
        print("mock-isales:", "\n".join(lines), file=sys.stderr, flush=True)  # noqa: T201
