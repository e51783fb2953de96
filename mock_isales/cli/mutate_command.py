"""The command that runs a client's suite beside doubles that lie, and tells which lies no test noticed."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from mock_isales.cli.control_flags import named
from mock_isales.cli.trial_flags import DOUBLES, AsJson, Jobs, SuiteCommand, Timeout, tells_doubles

EPILOG = """\
How good is a suite? CMD is run once as it is, and must pass. Then it is run once for each lie, beside a double that
departs from the documents in that one thing (a check that is skipped, a limit that is off by one, another code, an
answer with something missing or not true) and in nothing else. It is well if CMD fails then: the lie was noticed. Told
are those that survive. What a client can never meet, it cannot notice. A list of that with reasons, as coverage takes
it, leaves out the lies about it; and single lies can be listed as survivors.

A run for each lie takes time: let CMD stop at its first failure (pytest -x -q, npx jest --bail), take some at a
time, and choose. A suite that starts a double by itself does not hear of the lies; one
that uses the pytest plugin, or MOCK_ISALES_URL, does.

\b
FILE of --survivors is YAML, with a reason for each; * stands for anything:
  limit:ON-CALLER-LENGTH:+1: we never send a caller
  "*:CN-*": we add no calling numbers

The exit status is 0 if every survivor is listed, and the share of the lies that were noticed is not under --fail-under;
1 otherwise, and 2 if CMD fails without any lie. Ctrl-C and SIGTERM end
all of it and tell what is known so far.

\b
Examples:
  mock-isales mutate --list
  mock-isales mutate -j 2 -- pytest -x -q
  mock-isales mutate --operation add_outbound_numbers --only 'code:*' -- npm test
  mock-isales mutate --survivors survivors.yaml --fail-under 60 -- pytest -x -q
  mock-isales mutate --cov-omit omit.yaml --fail-under 95 -- pytest -x -q
"""


@tells_doubles(*DOUBLES, "edition", "readings")
def mutate(  # noqa: PLR0913 - a flag each
    command: SuiteCommand = None,
    *,
    list_them: Annotated[bool, typer.Option("--list", help="List the lies instead; what chooses them holds.")] = False,
    only: Annotated[
        list[str] | None,
        typer.Option("--only", metavar="GLOB", help="These alone, as in 'skip:ON-*'; may be given more than once."),
    ] = None,
    operation: Annotated[
        str | None, named("--operation", "OPERATION", "Those about one: add_calling_numbers or add_outbound_numbers.")
    ] = None,
    survivors: Annotated[
        Path | None, named("--survivors", "FILE", "The lies that are known to survive, and why.")
    ] = None,
    cov_omit: Annotated[
        str | None,
        named("--cov-omit", "FILE", "Leave out the lies about the points that coverage leaves out with this file."),
    ] = None,
    fail_under: Annotated[
        float | None,
        typer.Option("--fail-under", metavar="PERCENT", min=0, max=100, help="The least share that must be noticed."),
    ] = None,
    jobs: Jobs = 1,
    doubles: Sequence[str],
    timeout: Timeout = None,
    as_json: AsJson = False,
) -> None:
    """Run a client's suite beside doubles that tell one lie each, and tell which lies no test noticed."""
    if not command and not list_them:
        raise typer.BadParameter("name the command to run, as in: mock-isales mutate -- pytest -x -q", param_hint="CMD")
    from mock_isales.cli import mutating  # noqa: PLC0415
    from mock_isales.cli.choosing_lies import Wanted  # noqa: PLC0415
    from mock_isales.cli.trying import Suite  # noqa: PLC0415

    asked = mutating.Asked(Wanted(tuple(only or ()), operation, cov_omit), survivors, fail_under, as_json)
    if list_them:
        mutating.list_lies(asked)
    else:
        suite = Suite(command or (), doubles, jobs, timeout, _LINES)
        mutating.mutate(suite, asked)


_LINES = 12
"""So many lines are told of the output of a command that fails as it is."""


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command(epilog=EPILOG, context_settings={"allow_interspersed_args": False})(mutate)
