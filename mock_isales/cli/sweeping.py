"""`mock-isales sweep`."""

import json
import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple, get_args

from mock_isales.cli.failing import USAGE, told
from mock_isales.cli.trial_progress import TrialProgress
from mock_isales.cli.trials import Trial, Trials, Tried
from mock_isales.contract.readings import Readings
from mock_isales.engine.seed_files.wording import suggestion

_INTERRUPTED = 130
_BREAKS = 1
_PATIENCE = 10
"""How many times as long as the first run another one may take."""
_SHORTEST = 30.0
"""Seconds: a run is never given less."""


class NoSuchReading(Exception):  # noqa: N818 - it reads as what it says
    """What is to be swept or expected is no alternative of a reading."""


class Asked(NamedTuple):
    """What is asked of a sweep.

    Attributes:
        only: The readings, or alternatives, that are swept alone.
        expect: The alternatives that are known to break the command.
        jobs: How many at a time.
        timeout: After how many seconds a run is ended; None: by the first one.
        lines: How many lines of a failure's output are told.
        as_json: Whether the report is JSON.
    """

    only: tuple[str, ...]
    expect: tuple[str, ...]
    jobs: int
    timeout: float | None
    lines: int
    as_json: bool


def sweep(command: Sequence[str], flags: Sequence[str], asked: Asked) -> None:
    """Run a command under each alternative, tell how it went, and end the process.

    Args:
        command: The command.
        flags: What `mock-isales run` is told each time.
        asked: What is asked.
    """
    with told(NoSuchReading):
        chosen = list(_chosen(asked.only))
        for each in asked.expect:
            _known(each)
    first = _as_it_is(command, flags, asked)
    timeout = asked.timeout or max(_SHORTEST, first.seconds * _PATIENCE)
    results: list[Tried] = []
    status = 0
    with TrialProgress(len(chosen), "breaks") as progress:
        try:
            trials = [Trial(name, ("--reading", name)) for name in chosen]
            for tried in Trials(command, flags, asked.jobs, timeout).run(trials):
                results.append(tried)
                progress.tell(tried)
        except KeyboardInterrupt:
            status = _INTERRUPTED
    results.sort(key=lambda each: chosen.index(each.trial.name))
    print(_as_json(results, chosen, asked) if asked.as_json else "\n".join(_lines(results, chosen, asked)))  # noqa: T201
    unexpected = [each for each in results if not each.passed and each.trial.name not in asked.expect]
    sys.exit(status or (_BREAKS if unexpected else 0))


def alternatives() -> Iterator[str]:
    """All alternatives of all readings, as NAME=VALUE."""
    for name, field in Readings.model_fields.items():
        yield from (f"{name}={value}" for value in get_args(field.annotation) if value != field.default)


def _chosen(only: Sequence[str]) -> Iterator[str]:
    for each in only:
        _known(each)
    for each in alternatives():
        if not only or each in only or each.partition("=")[0] in only:
            yield each


def _known(said: str) -> None:
    names = [*alternatives(), *Readings.model_fields]
    if said not in names:
        raise NoSuchReading(f"{said[:80]} is no alternative of a reading: {suggestion(said[:80], names)}")


def _as_it_is(command: Sequence[str], flags: Sequence[str], asked: Asked) -> Tried:
    """Run the command without any alternative; it ends the process if it fails then already."""
    first = Trials(command, flags, 1, asked.timeout).take(Trial("as it is"))
    if first is None or not first.passed:
        status = "" if first is None else f" (status {first.status})"
        said = [] if first is None else _tail(first, asked.lines)
        print(f"mock-isales: the command fails as it is{status}:", *said, sep="\n", file=sys.stderr)  # noqa: T201
        sys.exit(USAGE)
    return first


def _lines(results: Sequence[Tried], chosen: Sequence[str], asked: Asked) -> Iterator[str]:
    broken = [each for each in results if not each.passed]
    yield f"{len(results)} of {len(chosen)} alternatives tried, {len(broken)} break the command"
    for each in results:
        expected = each.trial.name in asked.expect
        yield f"  {'breaks' if not each.passed else 'holds':8}{each.trial.name}{_note(each, expected=expected)}"
    for each in broken:
        field = Readings.model_fields[each.trial.name.partition("=")[0]]
        yield ""
        yield f"{each.trial.name}: {field.title} The default is {field.default}: {field.description}"
        yield from (f"    {line}" for line in _tail(each, asked.lines))


def _note(tried: Tried, *, expected: bool) -> str:
    if expected:
        return "  (as expected)" if not tried.passed else "  (expected to break: it need not be said any more)"
    return "  (took too long)" if tried.took_too_long else ""


def _tail(tried: Tried, count: int) -> list[str]:
    """The first lines of an output that say that something failed, as far as that can be told; else its last ones."""
    lines = tried.output.rstrip().splitlines()
    first = next((number for number, line in enumerate(lines) if _says_failure(line)), None)
    return lines[first : first + count] if first is not None else lines[-count:] if count else []


def _says_failure(line: str) -> bool:
    """Whether a line is one of those with which runners of many languages begin a failure."""
    return line.startswith(("E  ", "FAIL", "FAILED", "not ok", "AssertionError", "Error:", "[ERROR]", "✖", "  ●"))


def _as_json(results: Sequence[Tried], chosen: Sequence[str], asked: Asked) -> str:
    rows = [
        {
            "reading": each.trial.name,
            "breaks": not each.passed,
            "expected": each.trial.name in asked.expect,
            "status": each.status,
            "took_too_long": each.took_too_long,
            "seconds": round(each.seconds, 3),
            "output": each.output,
        }
        for each in results
    ]
    return json.dumps({"tried": len(results), "of": len(chosen), "results": rows}, ensure_ascii=False, indent=2)
