"""The command that shows what the double does."""

import gc
from collections.abc import Mapping
from typing import Annotated, Any

import typer

from mock_isales.cli.ending import end_at_once
from mock_isales.cli.flags import takes

OWN_DEFAULTS = {"log_level": "warning"}
"""What is taken here unless flag or environment say otherwise: a log that leaves room."""

EPILOG = """\
Two contact centres with a dozen campaigns: large and small, running, paused, completed, one nearly full. The client
adds records and calling numbers, mostly well. It also calls too fast, sends numbers twice, fills a campaign to its cap
of 200,000, meets blocklisted numbers and a bad line, and makes the mistakes of clients that are being written. The
story takes some minutes and begins anew, until Ctrl-C, or as many calls as --calls says. Then a summary stands on
standard error. The state is kept in memory alone.

The world's clock goes by the calls, a quarter of a second each, from one and the same time on. So the same
--seed-number sends the same calls and gets the same answers, at any --rate, unless somebody takes a hand in it, by the
page or by the commands that talk to a server:

\b
  mock-isales journal --follow                 all calls, with the clauses that refuse them
  mock-isales why                              the newest refused call, explained
  mock-isales report                           what this client does wrong

\b
Examples:
  mock-isales demo --open
  mock-isales demo --rate 20 --seed-number 7
  mock-isales demo --port 0 --calls 500 --rate 0
  mock-isales demo --host 0.0.0.0 --control-token secret
"""


@takes("host", "port", "control_token", "log_level", **OWN_DEFAULTS)
def demo(
    *,
    rate: Annotated[
        float, typer.Option("--rate", metavar="N", min=0, max=10_000, help="So many calls a second; 0: at full speed.")
    ] = 4.0,
    calls: Annotated[
        int | None,
        typer.Option(
            "--calls", metavar="N", min=1, max=1_000_000_000, help="End after so many calls.", show_default=False
        ),
    ] = None,
    seed_number: Annotated[
        int,
        typer.Option("--seed-number", metavar="N", min=0, max=2**63 - 1, help="Which story: the same one each time."),
    ] = 1,
    opens: Annotated[bool, typer.Option("--open", help="Open the page in a browser.")] = False,
    flags: Mapping[str, Any],
) -> None:
    """Show what happens: a server, and a client whose calls succeed and are refused.

    The page that shows it is at /_mock/ui of the server's address, which is printed. A terminal shows how far the story
    has come in one line; elsewhere each call has its line.
    """
    end_at_once()  # until there is something to end
    gc.disable()  # until the server is ready, as for `serve`
    from mock_isales.cli import demoing  # noqa: PLC0415

    demoing.demo(flags, demoing.Asked(rate, calls, seed_number, opens))


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command(epilog=EPILOG)(demo)
