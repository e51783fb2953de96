"""The command that runs another one beside a server of its own."""

import gc
from collections.abc import Mapping
from typing import Annotated, Any

import typer

from mock_isales.cli.coverage_flags import FailUnder, Omit, Reports
from mock_isales.cli.flags import takes
from mock_isales.options import OPTIONS

OWN_DEFAULTS = {"port": "0", "log_level": "warning"}
"""What is taken here unless flag or environment say otherwise: any free port, and a log that leaves room."""

EPILOG = """\
\b
What CMD finds in its environment:
  MOCK_ISALES_URL                   the server's address
  MOCK_ISALES_CA                    with --tls: a file with the authority that is to be trusted, in PEM
  MOCK_ISALES_CONTROL_TOKEN         what /_mock asks for, if it asks for anything
  MOCK_ISALES_AK, MOCK_ISALES_SK    the first access key, if there is one

The exit status is that of CMD: 128 and the signal's number if a signal ended it, 127 if there is no such command, 126
if it cannot be run; and 3 if CMD succeeds, but covers less than --cov-fail-under asks for. It is 2 if the server
cannot start, CMD is not run then; and if CMD succeeds, but a report cannot be written. SIGTERM and SIGHUP are passed
on to CMD, and Ctrl-C reaches it from the terminal. The server ends when CMD has ended: one that ignores them is
waited for. Flags of `mock-isales run` stand before CMD, and what stands behind is CMD's own. The variable in brackets
says the same as a flag. What a log of level info would say is left out, so that CMD's output stays readable.

\b
Examples:
  mock-isales run -- pytest -x
  mock-isales run --seed seed.yaml --setting pace_interval=0 -- npm test
  mock-isales run --auth c2 --access-key demo:secret -- mvn -q test
  mock-isales run --cov --cov-report html=coverage.html --cov-fail-under 50 -- pytest
  mock-isales run --tls -- sh -c 'NODE_EXTRA_CA_CERTS=$MOCK_ISALES_CA npm test'
  mock-isales run -- sh -c 'curl -s $MOCK_ISALES_URL/_mock/ready'
"""


@takes(*OPTIONS, **OWN_DEFAULTS)
def run(  # noqa: PLR0913 - a flag each
    command: Annotated[
        list[str] | None,
        typer.Argument(metavar="CMD", help="The command, with what belongs to it.", show_default=False),
    ] = None,
    *,
    quiet: Annotated[bool, typer.Option("--quiet", help="Do not tell at the end which calls there were.")] = False,
    cov_report: Reports = None,
    cov_fail_under: FailUnder = None,
    cov_omit: Omit = None,
    flags: Mapping[str, Any],
) -> None:
    """Run a command beside a server of its own, on a free port.

    The server ends with the command. At the end its calls are told on standard error: how many, by operation and code;
    and with --cov, what of the contract they cover. What begins with --cov-… says --cov, too.
    """
    if not command:
        raise typer.BadParameter("name the command to run, as in: mock-isales run -- pytest -x", param_hint="CMD")
    gc.disable()  # until the server is ready, as for `serve`
    from mock_isales.cli import running  # noqa: PLC0415

    running.run(flags, command, running.Told(quiet, tuple(cov_report or ()), cov_fail_under, cov_omit))


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command(epilog=EPILOG, context_settings={"allow_interspersed_args": False})(run)
