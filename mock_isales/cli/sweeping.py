"""`mock-isales sweep`."""

import json
import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple, get_args

from pydantic.fields import FieldInfo

from mock_isales.cli.failing import told
from mock_isales.cli.trials import Trial, Tried
from mock_isales.cli.trying import Suite, indented, try_all
from mock_isales.contract.readings import Readings
from mock_isales.engine.seed_files.wording import suggestion

_BREAKS = 1


class NoSuchReading(Exception):  # noqa: N818 - it reads as what it says
    """What is to be swept or expected is no alternative of a reading."""


class Asked(NamedTuple):
    """What is asked of a sweep.

    Attributes:
        only: The readings, or alternatives, that are swept alone.
        expect: The alternatives that are known to break the command.
        as_json: Whether the report is JSON.
    """

    only: tuple[str, ...]
    expect: tuple[str, ...]
    as_json: bool


def sweep(suite: Suite, asked: Asked) -> None:
    """Run a suite under each alternative, tell how it went, and end the process.

    Args:
        suite: The suite.
        asked: What is asked.
    """
    with told(NoSuchReading):
        chosen = list(_chosen(asked.only))
        for each in asked.expect:
            _known(each, list(alternatives()))
    results, status = try_all(suite, [Trial(name, ("--reading", name)) for name in chosen], "breaks")
    report = _as_json(results, chosen, asked) if asked.as_json else "\n".join(_lines(results, chosen, suite, asked))
    print(report)  # noqa: T201
    unexpected = [each for each in results if not each.passed and each.trial.name not in asked.expect]
    sys.exit(status or (_BREAKS if unexpected else 0))


def list_alternatives(asked: Asked) -> None:
    """Print the alternatives that are chosen, each with what its reading decides."""
    with told(NoSuchReading):
        chosen = list(_chosen(asked.only))
    titles = {each: _field(each).title or "" for each in chosen}
    if asked.as_json:
        print(json.dumps([{"reading": each, "decides": titles[each]} for each in chosen], indent=2))  # noqa: T201
        return
    width = max(map(len, chosen))
    print("\n".join(f"{each:{width}}  {title}" for each, title in titles.items()))  # noqa: T201


def alternatives() -> Iterator[str]:
    """All alternatives of all readings, as NAME=VALUE."""
    for name, field in Readings.model_fields.items():
        yield from (f"{name}={value}" for value in get_args(field.annotation) if value != field.default)


def _chosen(only: Sequence[str]) -> Iterator[str]:
    for each in only:
        _known(each, [*alternatives(), *Readings.model_fields])
    for each in alternatives():
        if not only or each in only or each.partition("=")[0] in only:
            yield each


def _known(said: str, names: Sequence[str]) -> None:
    if said not in names:
        raise NoSuchReading(f"{said[:80]} is no alternative of a reading: {suggestion(said[:80], names)}")


def _field(alternative: str) -> FieldInfo:
    return Readings.model_fields[alternative.partition("=")[0]]


def _lines(results: Sequence[Tried], chosen: Sequence[str], suite: Suite, asked: Asked) -> Iterator[str]:
    broken = [each for each in results if not each.passed]
    yield f"{len(results)} of {len(chosen)} alternatives tried, {len(broken)} break the command"
    for each in results:
        expected = each.trial.name in asked.expect
        yield f"  {'breaks' if not each.passed else 'holds':8}{each.trial.name}{_note(each, expected=expected)}"
    for each in broken:
        field = _field(each.trial.name)
        yield ""
        yield f"{each.trial.name}: {field.title} The default is {field.default}: {field.description}"
        yield from indented(suite.tail(each))


def _note(tried: Tried, *, expected: bool) -> str:
    if expected:
        return "  (as expected)" if not tried.passed else "  (expected to break: it need not be said any more)"
    return "  (took too long)" if tried.took_too_long else ""


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
