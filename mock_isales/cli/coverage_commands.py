"""The commands about coverage."""

from typing import Annotated

import typer

from mock_isales.cli.coverage_flags import FailUnder, Omit, Reports

EPILOG = """\
FILE is what --cov-report json=FILE has written, or what GET /_mock/coverage answers. Calls are added up, and a point is
met that was met in one of them. The exit status is 3 if less is covered than --cov-fail-under asks for, and 2 if a file
cannot be used.

\b
Examples:
  mock-isales cov merge worker-*.json
  mock-isales cov merge unit.json system.json --cov-report html=coverage.html --cov-fail-under 60
  mock-isales cov merge a.json b.json --cov-report json=both.json --cov-omit omit.yaml
"""

app = typer.Typer(
    help="What of the contract was covered, by several runs together.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.callback()
def cov() -> None:
    """Have one command, and room for more."""


@app.command(epilog=EPILOG)
def merge(
    files: Annotated[
        list[str] | None, typer.Argument(metavar="FILE", help="What was covered, as JSON.", show_default=False)
    ] = None,
    *,
    cov_report: Reports = None,
    cov_fail_under: FailUnder = None,
    cov_omit: Omit = None,
) -> None:
    """Merge what several runs or workers have covered, and report it."""
    if not files:
        raise typer.BadParameter("name the files, as in: mock-isales cov merge a.json b.json", param_hint="FILE")
    from mock_isales.cli import covering  # noqa: PLC0415

    covering.merge(files, cov_report or [], cov_fail_under, cov_omit)
