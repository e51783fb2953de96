"""The flags of the commands that run a client's suite again and again."""

from collections.abc import Callable, Iterator, Mapping
from typing import Annotated, Any

import typer

from mock_isales.cli.flags import parameter
from mock_isales.cli.gathering import gathering
from mock_isales.options import OPTIONS

DOUBLES = ("seed", "settings", "max_body", "auth", "access_keys", "tls")
"""The options of the doubles, which `mock-isales run` is told each time; what they say is judged by that."""

SuiteCommand = Annotated[
    list[str] | None,
    typer.Argument(metavar="CMD", help="The command, with what belongs to it.", show_default=False),
]
Jobs = Annotated[int, typer.Option("-j", "--jobs", metavar="N", min=1, max=64, help="So many at a time.")]
Timeout = Annotated[
    float | None,
    typer.Option(
        "--timeout",
        metavar="SECONDS",
        min=0.1,
        max=86_400,
        help="End a run of CMD after so long; by default 10 times the first one, and at least 30 s.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="The report as JSON, with all that CMD printed.")]


def tells_doubles(*names: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the flags of doubles; it gets them as `doubles`: the words for `mock-isales run`.

    Args:
        names: The options.
    """
    parameters = [parameter(name) for name in names]
    return lambda command: gathering(command, "doubles", parameters, lambda values: list(_words(values)))


def _words(values: Mapping[str, Any]) -> Iterator[str]:
    for name, value in values.items():
        flag = OPTIONS[name].flag
        if isinstance(value, bool):
            yield flag if value else f"--no-{flag[2:]}"
        elif value is not None:
            yield from (f"{flag}={each}" for each in ([value] if isinstance(value, str) else value))
