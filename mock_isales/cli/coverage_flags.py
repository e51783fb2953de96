"""The flags that ask for a report of coverage: those of `run` and of `cov merge`."""

from typing import Annotated

import typer

from mock_isales.cli.control_flags import named

REPORTS = "text, short, json, junit, junit-strict or html"
"""What a report can be; `delivering.KINDS` has them."""

Reports = Annotated[
    list[str] | None,
    typer.Option(
        "--cov-report",
        metavar="KIND[=FILE]",
        help=f"A report of what is covered: {REPORTS}; without FILE it is printed. May be repeated; default: text.",
        show_default=False,
    ),
]
FailUnder = Annotated[
    float | None,
    named("--cov-fail-under", "PERCENT", "End with status 3 if less of the contract is covered."),
]
Omit = Annotated[
    str | None,
    named("--cov-omit", "FILE", "Leave out the points in this file, YAML or TOML, each with its reason."),
]
