"""`mock-isales run`."""

import logging
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from mock_isales.cli.child import NotRun, run_child
from mock_isales.cli.failing import told
from mock_isales.cli.garbage import collect_in_small_pieces
from mock_isales.cli.run_command import OWN_DEFAULTS
from mock_isales.cli.saying import in_form, speak_as_told
from mock_isales.cli.summing_up import summary
from mock_isales.environment import client_environment, inherited
from mock_isales.serving.logs import log_to_stderr
from mock_isales.serving.reaching import reached_by
from mock_isales.serving.running import CANNOT_SERVE, Ready
from mock_isales.serving.threaded import EndedEarlyError, ThreadedServer
from mock_isales.settings import Settings
from mock_isales.telling import SettingsError, settings_of, variable_warnings
from mock_isales.variables import AK, CA, CONTROL_TOKEN, SK, URL

if TYPE_CHECKING:  # it is imported where coverage is counted
    from mock_isales.engine.coverage.coverage import Coverage

logger = logging.getLogger("mock_isales")


class Told(NamedTuple):
    """What is to be told in the end.

    Attributes:
        quiet: Whether not to tell which calls there were.
        cov_report: Which reports of coverage.
        cov_fail_under: The least per cent of it that are enough.
        cov_omit: The file with what it leaves out.
    """

    quiet: bool
    cov_report: Sequence[str]
    cov_fail_under: float | None
    cov_omit: str | None

    @property
    def asks_for_coverage(self) -> bool:
        """Whether it says anything of coverage."""
        return bool(self.cov_report) or self.cov_fail_under is not None or self.cov_omit is not None


def run(flags: Mapping[str, Any], command: Sequence[str], ending: Told) -> None:
    """Run a command beside a server, and end as the command has ended.

    Args:
        flags: What the server is told.
        command: The command.
        ending: What is to be told in the end.
    """
    speak_as_told(flags)
    with told(SettingsError):
        settings = _settings({"coverage": True, **flags} if ending.asks_for_coverage else flags)
    report = _reporting(ending) if settings.coverage else None
    log_to_stderr(settings.log_level, settings.log_format)
    for warning in variable_warnings():
        logger.warning(warning)
    with ExitStack() as stack:
        ready = _started(settings, stack)
        try:
            status = run_child(command, inherited(_told_to_child(settings, ready, stack)))
        except NotRun as error:
            _say(str(error))
            sys.exit(error.status)
        covered = ready.double.worlds.covered_at_end()
    if not ending.quiet:
        _say(*summary(ready.double.worlds.tally))
    under = 0 if report is None else report(covered)
    sys.exit(status or under)


def _reporting(ending: Told) -> "Callable[[Coverage | None], int]":
    """What reports coverage in the end and tells the exit status; what is wrong with how it is asked for ends it now.

    What writes reports is imported where one is asked for.
    """
    from mock_isales.cli import covering  # noqa: PLC0415

    asked = covering.asked(ending.cov_report, ending.cov_fail_under, ending.cov_omit)

    def report(covered: "Coverage | None") -> int:
        return 0 if covered is None else covering.report(covered, asked, sys.stderr)

    return report


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
        told = in_form(lines, logging.INFO) or "\n".join([f"mock-isales: {lines[0]}", *lines[1:]])
        print(told, file=sys.stderr, flush=True)  # noqa: T201
