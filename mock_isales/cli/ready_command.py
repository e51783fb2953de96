"""The command that asks whether a server is ready."""

import re
from typing import Annotated

import typer

from mock_isales import variables
from mock_isales.cli.control_flags import named

EPILOG = """\
The exit status is 0 if it is, and 1 if it is not: the line on standard error says why. It is 2 if what is asked cannot
be: a flag, a time or an address that is none. With --wait it is asked again and again until it is, or until it is
certain that it will not be. Without --url and MOCK_ISALES_URL the server is meant that `mock-isales serve` would start
in this environment, so that the health check of a container needs neither; over HTTPS that one is taken at its word,
unless --ca says whom to trust.

\b
Examples:
  mock-isales ready
  mock-isales serve --port 8080 & mock-isales ready --url http://localhost:8080 --wait 10s
  mock-isales ready --url https://mock:28080 --ca ca.pem --wait 1m && npm test
  HEALTHCHECK CMD ["mock-isales", "ready"]
"""

_TIME = re.compile(r"(?P<number>[0-9]{1,9}(\.[0-9]{1,9})?)(?P<unit>ms|s|m|)")
_SECONDS = {"ms": 0.001, "s": 1.0, "m": 60.0, "": 1.0}


def ready(
    *,
    url: Annotated[str | None, named("--url", "URL", "The server's address.", variables.URL)] = None,
    wait: Annotated[
        str | None, named("--wait", "TIME", "For how long to wait until it is, as 10s, 500ms, 1m or 10.")
    ] = None,
    ca: Annotated[
        str | None,
        named("--ca", "FILE", "The authority that is trusted over HTTPS, in PEM.", variables.CA),
    ] = None,
) -> None:
    """Say whether a server is ready, and why it is not.

    It is asked at /_mock/ready, which needs no token.
    """
    seconds = None if wait is None else _seconds(wait)
    from mock_isales.cli import readying  # noqa: PLC0415

    readying.ready(url, ca, seconds)


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command(epilog=EPILOG)(ready)


def _seconds(text: str) -> float:
    match = _TIME.fullmatch(text)
    if match is None:
        raise typer.BadParameter("must be a time such as 10s, 500ms, 1m or 10, in seconds", param_hint=f"--wait {text}")
    return float(match["number"]) * _SECONDS[match["unit"]]
