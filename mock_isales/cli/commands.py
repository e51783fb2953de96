"""The commands, and what their `--help` teaches. Each imports what it needs only when it runs: help comes at once."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from mock_isales import __version__
from mock_isales.cli import (
    clauses_command,
    coverage_commands,
    demo_command,
    export_commands,
    fault_commands,
    journal_commands,
    magic_command,
    mutate_command,
    ready_command,
    replay_command,
    report_command,
    run_command,
    sign_command,
    sweep_command,
    world_commands,
)
from mock_isales.cli.flags import takes
from mock_isales.cli.starting import start
from mock_isales.options import OPTIONS

ABOUT = """\
A contract test double of Huawei's CC-iSales, the outbound-call part of a cloud contact centre. It imitates two
interfaces, Adding Calling Numbers and Adding Outbound Numbers (V2), as their documents describe them. No account, no
network, no real customer's phone.
"""
EXAMPLES = """\
\b
Examples:
  mock-isales serve                            with the demo seed, at http://127.0.0.1:28080
  mock-isales serve --store sqlite:///isales.db --seed seed.yaml
  mock-isales run -- pytest -x                 beside a server of its own; MOCK_ISALES_URL is its address
  mock-isales run --cov -- pytest -q           tells what of the contract the suite covers
  mock-isales cov merge a.json b.json          of several runs together
  mock-isales sweep -- pytest -q               under each reading of the documents
  mock-isales mutate -- pytest -x -q           beside doubles that lie; which lies does no test notice?
  mock-isales demo --open                      a client whose calls succeed and are refused, to look at
  mock-isales check seed.yaml
  mock-isales openapi > openapi.json
  mock-isales magic                            the values that are answered with a code of their own
  mock-isales clock freeze                     of a server that is running, as are those below
  mock-isales fault add --first 2 --code 0200006
  mock-isales journal --follow
  mock-isales clauses                          the contract, and how often each clause was met
  mock-isales report                           what a client does wrong towards the documents
  mock-isales export har --out calls.har
  mock-isales replay calls.har --world w1
  mock-isales why                              the newest refused call, explained: what to change
"""
SERVE_EPILOG = """\
The variable in brackets says the same in the environment. A flag wins over the environment, the environment over the
seed file, the seed file over the defaults. A NAME or VALUE that is not known is answered with what is.

\b
Examples:
  mock-isales serve --port 0 --port-file port.txt
  mock-isales serve --store sqlite:///isales.db --seed seed.yaml --reseed
  mock-isales serve --reading total_size=accepted --setting pace_interval=0
  MOCK_ISALES_READINGS__TOTAL_SIZE=accepted MOCK_ISALES_SETTINGS__PACE_INTERVAL=0 mock-isales serve
"""

app = typer.Typer(
    help=ABOUT,
    epilog=EXAMPLES,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def root(
    context: typer.Context,
    *,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """What is asked of no command."""
    if version:
        print_version()
    elif context.invoked_subcommand is None:
        typer.echo(context.get_help())


@app.command(epilog=SERVE_EPILOG)
@takes(*OPTIONS)
def serve(*, flags: Mapping[str, Any]) -> None:
    """Serve the two interfaces, until Ctrl-C or SIGTERM.

    Once calls are accepted, the one line on standard output says so, with the address. All else goes to standard error.
    """
    start(flags)


run_command.add_to(app)
sweep_command.add_to(app)
mutate_command.add_to(app)
ready_command.add_to(app)
demo_command.add_to(app)


@app.command()
def check(
    file: Annotated[Path | None, typer.Argument(metavar="FILE", help="The seed file, in YAML or JSON.")] = None,
    *,
    schema: Annotated[bool, typer.Option("--schema", help="Print the JSON Schema of seed files instead.")] = False,
) -> None:
    """Check a seed file.

    Prints what is in it; or what is wrong with it, line by line, and the exit status is 2.
    """
    if file is None and not schema:
        raise typer.BadParameter("name a file, or ask for the --schema", param_hint="FILE")
    from mock_isales.cli import checking  # noqa: PLC0415

    if schema:
        checking.print_schema()
    if file is not None:
        checking.check(file)


@app.command()
@takes("seed", "edition", "readings", "settings")
def openapi(*, flags: Mapping[str, Any]) -> None:
    """Print the OpenAPI document.

    It is that of a server with these flags; none is started.
    """
    from mock_isales.cli import printing_openapi  # noqa: PLC0415

    printing_openapi.print_openapi(flags)


world_commands.add_to(app)
journal_commands.add_to(app)
clauses_command.add_to(app)
report_command.add_to(app)
app.add_typer(export_commands.app, name="export")
replay_command.add_to(app)
app.add_typer(fault_commands.app, name="fault")
magic_command.add_to(app)
app.add_typer(coverage_commands.app, name="cov")
sign_command.add_to(app)


@app.command("version")
def print_version() -> None:
    """Print the version."""
    typer.echo(f"mock-isales {__version__}")
