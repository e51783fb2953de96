"""The commands that set faults, list them and take them away."""

from typing import Annotated

import typer

from mock_isales.cli.control_flags import DEFAULT_WORLD, Ca, InWorld, Token, Url, named
from mock_isales.options import DEFAULT_URL

ABOUT = """\
Let some calls be answered otherwise than the contract says.
"""
EXAMPLES = """\
\b
Examples:
  mock-isales fault add --operation add_outbound_numbers --campaign 1 --first 2 --code 0200006
  mock-isales fault list
  mock-isales fault clear
"""
ADD_EPILOG = """\
It strikes calls that are valid in themselves. What is matched: all that is said has to fit. Of those calls it strikes
all, or those that one of --first, --nth, --every, --after and --probability says.

\b
Examples:
  mock-isales fault add --campaign 1 --first 2 --code 0200006
  mock-isales fault add --every 5 --status 503 --until-seconds 30
  mock-isales fault add --probability 0.25 --seed 7 --latency 1.5
  mock-isales fault add --latency-uniform 0.1 0.5 --until-hits 10
  mock-isales fault add --nth 2 --connection reset --applied       the call is done, its answer lost
  mock-isales fault add --nth 2 --connection reset                 the call is lost itself
  mock-isales fault add --cut 40
  mock-isales fault add --code 0299999 --off-contract
"""

app = typer.Typer(
    help=ABOUT, epilog=EXAMPLES, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False
)

Text = str | None
Number = int | None
Decimal = float | None
Pair = tuple[float, float] | None


@app.command(epilog=ADD_EPILOG)
def add(  # noqa: PLR0913 - a flag each
    *,
    operation: Annotated[Text, named("--operation", "NAME", "add_calling_numbers or add_outbound_numbers.")] = None,
    vdn: Annotated[Number, named("--vdn", "ID", "Calls of this VDN.")] = None,
    campaign: Annotated[Number, named("--campaign", "ID", "Calls for this campaign.")] = None,
    session: Annotated[Text, named("--session", "ID", "Calls with a record of this sessionId.")] = None,
    called_number: Annotated[Text, named("--called-number", "NUMBER", "Calls with this called number.")] = None,
    first: Annotated[Number, named("--first", "N", "The first N of them.")] = None,
    nth: Annotated[Number, named("--nth", "N", "The N-th alone.")] = None,
    every: Annotated[Number, named("--every", "N", "Every N-th.")] = None,
    after: Annotated[Number, named("--after", "N", "All after the first N.")] = None,
    probability: Annotated[Decimal, named("--probability", "P", "Each with this probability, 0 to 1.")] = None,
    seed: Annotated[Number, named("--seed", "N", "With --probability: which row of chances.")] = None,
    code: Annotated[Text, named("--code", "CODE", "Answer with this result code.")] = None,
    status: Annotated[Number, named("--status", "STATUS", "Answer with this HTTP status, 400 to 599.")] = None,
    latency: Annotated[Decimal, named("--latency", "SECONDS", "Answer so much later.")] = None,
    latency_uniform: Annotated[
        Pair, named("--latency-uniform", "LOW HIGH", "Answer later by LOW to HIGH seconds.")
    ] = None,
    latency_log_normal: Annotated[
        Pair, named("--latency-log-normal", "MEDIAN SIGMA", "Answer later, with a long tail.")
    ] = None,
    latency_seed: Annotated[Number, named("--latency-seed", "N", "Of these two: which row of chances.")] = None,
    connection: Annotated[
        Text, named("--connection", "KIND", "No answer: the connection is reset, is closed (empty), or brings garbage.")
    ] = None,
    applied: Annotated[
        bool, typer.Option("--applied", help="With --connection: the call is done, only its answer is lost.")
    ] = False,
    cut: Annotated[Number, named("--cut", "N", "Break the answer off after N bytes of its body.")] = None,
    drip_bytes: Annotated[Number, named("--drip-bytes", "N", "Let the body come in pieces of N bytes.")] = None,
    drip_seconds: Annotated[Decimal, named("--drip-seconds", "S", "So long between two pieces.")] = None,
    counts_for_pace: Annotated[bool, typer.Option("--counts-for-pace", help="Such calls count for the pace.")] = False,
    off_contract: Annotated[bool, typer.Option("--off-contract", help="The code need not be documented.")] = False,
    until_hits: Annotated[Number, named("--until-hits", "N", "It ends after so many hits.")] = None,
    until_seconds: Annotated[Decimal, named("--until-seconds", "S", "It ends after so long in the world.")] = None,
    until_time: Annotated[Text, named("--until-time", "TIME", "It ends then, as 2026-11-21T10:00:00Z.")] = None,
    world: InWorld = DEFAULT_WORLD,
    url: Url = DEFAULT_URL,
    token: Token = None,
    ca: Ca = None,
) -> None:
    """Set a fault, and print it."""
    from mock_isales.cli import showing_faults  # noqa: PLC0415
    from mock_isales.cli.controlling import Server  # noqa: PLC0415

    match = {"vdn": vdn, "campaign": campaign, "session": session, "called_number": called_number}
    when = {"first": first, "nth": nth, "every": every, "after": after, "probability": probability, "seed": seed}
    kinds = showing_faults.Latencies(latency, latency_uniform, latency_log_normal, latency_seed)
    fault = {
        "operation": operation,
        "match": match,
        "when": when,
        "answer": {
            "code": code,
            "status": status,
            "connection": connection,
            "applied": applied or None,
            "cut": cut,
            "drip": showing_faults.given({"bytes": drip_bytes, "seconds": drip_seconds}),
            "latency": kinds.said(),
        },
        "counts_for_pace": counts_for_pace,
        "off_contract": off_contract,
        "until": {"hits": until_hits, "seconds": until_seconds, "time": until_time},
    }
    showing_faults.add(Server(url, token, ca), world, fault)


@app.command("list")
def list_faults(*, world: InWorld = DEFAULT_WORLD, url: Url = DEFAULT_URL, token: Token = None, ca: Ca = None) -> None:
    """List the faults of a world, a line each."""
    from mock_isales.cli import showing_faults  # noqa: PLC0415
    from mock_isales.cli.controlling import Server  # noqa: PLC0415

    showing_faults.list_faults(Server(url, token, ca), world)


@app.command()
def clear(
    ids: Annotated[list[str] | None, typer.Argument(metavar="ID", help="These alone.", show_default=False)] = None,
    *,
    world: InWorld = DEFAULT_WORLD,
    url: Url = DEFAULT_URL,
    token: Token = None,
    ca: Ca = None,
) -> None:
    """Take away all faults of a world, or those of some ids."""
    from mock_isales.cli import showing_faults  # noqa: PLC0415
    from mock_isales.cli.controlling import Server  # noqa: PLC0415

    showing_faults.clear(Server(url, token, ca), world, ids or [])
