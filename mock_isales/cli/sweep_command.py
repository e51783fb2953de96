"""The command that runs a client's suite under each reading of the documents."""

from collections.abc import Sequence
from typing import Annotated

import typer

from mock_isales.cli.trial_flags import DOUBLES, AsJson, Jobs, SuiteCommand, Timeout, tells_doubles

EPILOG = """\
Where the documents can be read in two ways, nobody but the real server knows which one is right. A client that only
works under one reading is in danger. So CMD is run once as it is, and then once for each alternative of each reading,
beside a double that reads the documents so (`mock-isales run --reading NAME=VALUE -- CMD`). Told is which alternatives
break it, with the first output that says so.

A suite that starts a double by itself does not hear of that; one that uses the pytest plugin, or MOCK_ISALES_URL, does.
Readings that a seed of its own says, a world keeps. The exit status is 0 if no alternative breaks CMD but those that
are expected, 1 otherwise, and 2 if CMD fails without any. Ctrl-C and SIGTERM end
all of it and tell what is known so far.

\b
Examples:
  mock-isales sweep --list
  mock-isales sweep -- pytest -q
  mock-isales sweep -j 4 --seed seed.yaml -- npm test
  mock-isales sweep --only total_size --only data_id_key=datalist -- pytest -q
  mock-isales sweep --expect data_id_key=datalist --json -- pytest -q
"""


@tells_doubles(*DOUBLES)
def sweep(  # noqa: PLR0913 - a flag each
    command: SuiteCommand = None,
    *,
    list_them: Annotated[
        bool, typer.Option("--list", help="List the alternatives instead; --only and --json hold.")
    ] = False,
    only: Annotated[
        list[str] | None,
        typer.Option("--only", metavar="NAME[=VALUE]", help="These alone; may be given more than once."),
    ] = None,
    expect: Annotated[
        list[str] | None,
        typer.Option("--expect", metavar="NAME=VALUE", help="It is known that this one breaks CMD."),
    ] = None,
    jobs: Jobs = 1,
    doubles: Sequence[str],
    timeout: Timeout = None,
    lines: Annotated[
        int, typer.Option("--lines", metavar="N", min=0, max=1000, help="So many lines of the output of a failure.")
    ] = 12,
    as_json: AsJson = False,
) -> None:
    """Run a client's suite under each alternative reading of the documents, and tell which ones break it."""
    if not command and not list_them:
        raise typer.BadParameter("name the command to run, as in: mock-isales sweep -- pytest -q", param_hint="CMD")
    from mock_isales.cli import sweeping  # noqa: PLC0415
    from mock_isales.cli.trying import Suite  # noqa: PLC0415

    asked = sweeping.Asked(tuple(only or ()), tuple(expect or ()), as_json)
    if list_them:
        sweeping.list_alternatives(asked)
    else:
        sweeping.sweep(Suite(command or (), doubles, jobs, timeout, lines), asked)


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command(epilog=EPILOG, context_settings={"allow_interspersed_args": False})(sweep)
