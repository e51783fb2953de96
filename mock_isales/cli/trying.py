"""What commands have in common that run a client's suite again and again beside doubles that differ."""

import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mock_isales.cli.breaking_off import BrokenOff, can_be_broken_off
from mock_isales.cli.failing import USAGE
from mock_isales.cli.trial_progress import TrialProgress
from mock_isales.cli.trials import Trial, Trials, Tried

_PATIENCE = 10
"""How many times as long as the first run another one may take."""
_SHORTEST = 30.0
"""Seconds: a run is never given less."""


class Suite(NamedTuple):
    """What is run, and how.

    Attributes:
        command: The command.
        flags: What `mock-isales run` is told each time.
        jobs: How many at a time.
        timeout: After how many seconds a run is ended; None: by the first one.
        lines: How many lines of a failure's output are told.
    """

    command: Sequence[str]
    flags: Sequence[str]
    jobs: int
    timeout: float | None
    lines: int

    def tail(self, tried: Tried) -> list[str]:
        """The first lines of an output that say that something failed, as far as can be told; else its last ones."""
        lines = tried.output.rstrip().splitlines()
        first = next((number for number, line in enumerate(lines) if _says_failure(line)), None)
        count = self.lines
        return lines[first : first + count] if first is not None else lines[-count:] if count else []


class Results(NamedTuple):
    """How trials have gone.

    Attributes:
        tried: Those that have ended, in the order in which they were asked for.
        status: The exit status, if they were broken off; else 0.
    """

    tried: Sequence[Tried]
    status: int


def try_all(suite: Suite, trials: Sequence[Trial], fails: str, passes: str = "holds") -> Results:
    """Run a suite as it is, and then beside each double. It ends the process if the suite fails as it is.

    Args:
        suite: The suite.
        trials: The doubles.
        fails: What is said of one beside which the suite fails.
        passes: What is said of the others.
    """
    results: list[Tried] = []
    status = 0
    with can_be_broken_off():
        first = _as_it_is(suite)
        timeout = suite.timeout or max(_SHORTEST, first.seconds * _PATIENCE)
        with TrialProgress(len(trials), fails, passes) as progress:
            try:
                for tried in Trials(suite.command, suite.flags, suite.jobs, timeout).run(trials):
                    results.append(tried)
                    progress.tell(tried)
            except BrokenOff as broken_off:
                status = broken_off.status
    places = {trial.name: place for place, trial in enumerate(trials)}
    return Results(sorted(results, key=lambda each: places[each.trial.name]), status)


def indented(lines: Sequence[str]) -> Iterator[str]:
    """Lines of an output, as they stand in a report."""
    yield from (f"    {line}" for line in lines)


def _as_it_is(suite: Suite) -> Tried:
    try:
        [first] = Trials(suite.command, suite.flags, 1, suite.timeout).run([Trial("as it is")])
    except BrokenOff as broken_off:
        _say("broken off while the command was run as it is: nothing is known yet")
        sys.exit(broken_off.status)
    if first.passed:
        return first
    how = f"takes longer than {suite.timeout:g} s" if first.took_too_long else "fails"
    status = "" if first.took_too_long else f" (status {first.status})"
    _say(f"the command {how} as it is{status}:", *suite.tail(first))
    sys.exit(USAGE)


def _say(*lines: str) -> None:
    print("mock-isales:", "\n".join(lines), file=sys.stderr, flush=True)  # noqa: T201


def _says_failure(line: str) -> bool:
    """Whether a line is one of those with which runners of many languages begin a failure."""
    return line.startswith(("E  ", "FAIL", "FAILED", "not ok", "AssertionError", "Error:", "[ERROR]", "✖", "  ●"))
