"""The command that runs a client's suite under each reading of the documents."""

from typing import Annotated

import typer

from mock_isales.cli.control_flags import named

EPILOG = """\
Where the documents can be read in two ways, nobody but the real server knows which one is right. A client that only
works under one reading is in danger. So CMD is run once as it is, and then once for each alternative of each reading,
beside a double that reads the documents so (`mock-isales run --reading NAME=VALUE -- CMD`). Told is which alternatives
break it, with the first output that says so.

A suite that starts a double by itself does not hear of that; one that uses the pytest plugin, or MOCK_ISALES_URL, does.
Readings that a seed of its own says, a world keeps. The exit status is 0 if no alternative breaks CMD but those that
are expected, 1 otherwise, and 2 if CMD fails without any. Ctrl-C tells what is known so far.

\b
Examples:
  mock-isales sweep -- pytest -q
  mock-isales sweep -j 4 --seed seed.yaml -- npm test
  mock-isales sweep --only total_size --only data_id_key=datalist -- pytest -q
  mock-isales sweep --expect data_id_key=datalist --json -- pytest -q
"""


def sweep(  # noqa: PLR0913 - a flag each
    command: Annotated[
        list[str] | None,
        typer.Argument(metavar="CMD", help="The command, with what belongs to it.", show_default=False),
    ] = None,
    *,
    only: Annotated[
        list[str] | None,
        typer.Option("--only", metavar="NAME[=VALUE]", help="These alone; may be given more than once."),
    ] = None,
    expect: Annotated[
        list[str] | None,
        typer.Option("--expect", metavar="NAME=VALUE", help="It is known that this one breaks CMD."),
    ] = None,
    jobs: Annotated[int, typer.Option("-j", "--jobs", metavar="N", min=1, max=64, help="So many at a time.")] = 1,
    seed: Annotated[str | None, named("--seed", "FILE", "The seed of the doubles, as for `run`.")] = None,
    setting: Annotated[
        list[str] | None,
        typer.Option("--setting", metavar="NAME=VALUE", help="A setting of the doubles, as for `run`."),
    ] = None,
    timeout: Annotated[
        float | None,
        named("--timeout", "SECONDS", "End a run of CMD after so long; by default 10 times the first one."),
    ] = None,
    lines: Annotated[
        int, typer.Option("--lines", metavar="N", min=0, max=1000, help="So many lines of the output of a failure.")
    ] = 12,
    as_json: Annotated[bool, typer.Option("--json", help="The report as JSON, with all that CMD printed.")] = False,
) -> None:
    """Run a client's suite under each alternative reading of the documents, and tell which ones break it."""
    if not command:
        raise typer.BadParameter("name the command to run, as in: mock-isales sweep -- pytest -q", param_hint="CMD")
    from mock_isales.cli import sweeping  # noqa: PLC0415
    from mock_isales.cli.trying import Suite, flags_of  # noqa: PLC0415

    suite = Suite(command, flags_of(seed, setting), jobs, timeout, lines)
    sweeping.sweep(suite, sweeping.Asked(tuple(only or ()), tuple(expect or ()), as_json))


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command(epilog=EPILOG, context_settings={"allow_interspersed_args": False})(sweep)
