"""`mock-isales run`."""

import gc
import logging
import signal
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mock_isales.cli.child import NotRun, run_child
from mock_isales.cli.failing import told
from mock_isales.cli.run_command import OWN_DEFAULTS
from mock_isales.cli.summing_up import summary
from mock_isales.engine.seed_files import SeedError
from mock_isales.engine.stores.protocol import StoreUnavailable
from mock_isales.environment import inherited, to_call
from mock_isales.serving.listening import ListenError
from mock_isales.serving.logs import log_to_stderr
from mock_isales.serving.port_file import PortFileError
from mock_isales.serving.running import Ready
from mock_isales.serving.threaded import ThreadedServer
from mock_isales.serving.tls.error import TlsError
from mock_isales.settings import Settings
from mock_isales.telling import SettingsError, settings_of, variable_warnings

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
    with told(ListenError, PortFileError, SeedError, StoreUnavailable, TlsError):
        ready = server.start()
    ending.callback(server.stop)
    gc.freeze()
    gc.enable()
    return ready


def _told_to_child(settings: Settings, ready: Ready, ending: ExitStack) -> dict[str, str | None]:
    """The variables that tell a child how to call the server; None where an inherited one would mislead it."""
    variables = {"MOCK_ISALES_URL": to_call(ready.url), "MOCK_ISALES_CONTROL_TOKEN": ready.control_token}
    if ready.ca_pem is not None:
        variables["MOCK_ISALES_CA"] = str(_ca_file(settings, ready.ca_pem, ending))
    elif not settings.tls:
        variables["MOCK_ISALES_CA"] = None
    keys = settings.access_keys or ready.double.default_terms.access_keys
    if keys:
        variables |= {"MOCK_ISALES_AK": keys[0].ak, "MOCK_ISALES_SK": keys[0].sk}
    return variables


def _ca_file(settings: Settings, ca_pem: str, ending: ExitStack) -> Path:
    """Where a child finds the authority, from whatever directory it calls."""
    if settings.tls_ca_out is not None:
        return settings.tls_ca_out.absolute()
    file = Path(ending.enter_context(TemporaryDirectory(prefix="mock-isales-")), "ca.pem")
    file.write_text(ca_pem, encoding="ascii")
    return file


def _say(*lines: str) -> None:
    """Tell it on standard error; if that takes nothing any more, the command's status still counts."""
    with suppress(OSError):
        print("mock-isales:", "\n".join(lines), file=sys.stderr, flush=True)  # noqa: T201
