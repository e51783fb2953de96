"""`mock-isales mutate`."""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from mock_isales.cli.choosing_lies import NoSuchLie, Wanted, chosen
from mock_isales.cli.failing import told
from mock_isales.cli.survivors import BadSurvivors, Survivors, read_survivors
from mock_isales.cli.trials import Trial, Tried
from mock_isales.cli.trying import Suite, try_all
from mock_isales.engine.coverage.omissions import BadOmissions
from mock_isales.engine.lies.catalogue import LIES
from mock_isales.engine.lies.lie import Lie

_UNNOTICED = 1


class Asked(NamedTuple):
    """What is asked of a mutation run.

    Attributes:
        wanted: The lies that are told.
        survivors: The file with those that are known to survive.
        fail_under: The least share of lies that must be noticed, in percent.
        as_json: Whether the report is JSON.
    """

    wanted: Wanted
    survivors: Path | None
    fail_under: float | None
    as_json: bool


class Outcome(NamedTuple):
    """How it has gone.

    Attributes:
        tried: How each lie has gone that was told to the end.
        of: How many were to be told.
        survivors: Those that are known to survive.
    """

    tried: Sequence[Tried]
    of: int
    survivors: Survivors

    @property
    def surviving(self) -> list[Tried]:
        """Those that no test noticed."""
        return [each for each in self.tried if each.passed]

    @property
    def noticed(self) -> list[Tried]:
        """Those that the suite failed at, or took too long."""
        return [each for each in self.tried if not each.passed]

    @property
    def share(self) -> float:
        """How many of them were noticed, in percent."""
        return 100 * len(self.noticed) / len(self.tried) if self.tried else 0.0

    @property
    def unlisted(self) -> list[Tried]:
        """The survivors that nobody has given a reason for."""
        return [each for each in self.surviving if self.survivors.reason(each.trial.name) is None]

    def unneeded(self) -> list[str]:
        """What is listed as a survivor, and was noticed."""
        names = [[each.trial.name for each in some] for some in (self.noticed, self.surviving)]
        return list(self.survivors.unneeded(*names))


def mutate(suite: Suite, asked: Asked) -> None:
    """Run a suite beside a double for each lie, tell how it went, and end the process.

    Args:
        suite: The suite.
        asked: What is asked.
    """
    with told(NoSuchLie, BadSurvivors, BadOmissions):
        lies = chosen(asked.wanted)
        survivors = read_survivors(asked.survivors)
    trials = [Trial(lie.name, ("--lie", lie.name)) for lie in lies]
    results, status = try_all(suite, trials, "noticed", "SURVIVES")
    outcome = Outcome(results, len(lies), survivors)
    print(_as_json(outcome) if asked.as_json else "\n".join(_lines(outcome)))  # noqa: T201
    too_few = asked.fail_under is not None and outcome.share < asked.fail_under
    sys.exit(status or (_UNNOTICED if outcome.unlisted or too_few else 0))


def list_lies(asked: Asked) -> None:
    """Print the lies that are chosen."""
    with told(NoSuchLie, BadOmissions):
        lies = chosen(asked.wanted)
    if asked.as_json:
        print(json.dumps([_row(lie) for lie in lies], ensure_ascii=False, indent=2))  # noqa: T201
        return
    width = max(len(lie.name) for lie in lies)
    print("\n".join(f"{lie.name:{width}}  {lie.sentence.english}" for lie in lies))  # noqa: T201


def _row(lie: Lie) -> dict[str, object]:
    return {"lie": lie.name, "about": lie.about, "operation": lie.operation, "sentence": lie.sentence._asdict()}


def _lines(outcome: Outcome) -> Iterator[str]:
    surviving, listed = len(outcome.surviving), len(outcome.surviving) - len(outcome.unlisted)
    yield (
        f"{len(outcome.tried)} of {outcome.of} lies told, {len(outcome.noticed)} noticed ({outcome.share:.1f} %); "
        f"{surviving} survive{'s' if surviving == 1 else ''}, {listed} of them listed"
    )
    for each in outcome.surviving:
        name = each.trial.name
        reason = outcome.survivors.reason(name)
        yield f"  survives  {name}  {LIES[name].sentence.english}{f'  (listed: {reason})' if reason else ''}"
    for each in outcome.noticed:
        if each.took_too_long:
            yield f"  noticed   {each.trial.name}  (took too long)"
    for listed_name in outcome.unneeded():
        yield f"  noticed   {listed_name}  (listed as a survivor: it need not be any more)"


def _as_json(outcome: Outcome) -> str:
    rows = [
        {
            **_row(LIES[each.trial.name]),
            "noticed": not each.passed,
            "reason": outcome.survivors.reason(each.trial.name),
            "status": each.status,
            "took_too_long": each.took_too_long,
            "seconds": round(each.seconds, 3),
            "output": each.output,
        }
        for each in outcome.tried
    ]
    counts = {"tried": len(outcome.tried), "of": outcome.of, "noticed": len(outcome.noticed)}
    report = {**counts, "share": round(outcome.share, 1), "unneeded": outcome.unneeded(), "results": rows}
    return json.dumps(report, ensure_ascii=False, indent=2)
