"""`mock-isales replay`."""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, cast

import typer

from mock_isales.cli.controlling import Failed, Server, controlled, say
from mock_isales.control.forms.replays import Replayed
from mock_isales.testing import Control, ControlError, World
from mock_isales.testing.operations.worlds import ReplayClock
from mock_isales.testing.printable import in_json, printable

_DIFFERS = 1
_MOST = 100
_LONGEST = 8 * 1024 * 1024
"""So many calls, or so many characters of them, are sent at once."""

_PLACE = re.compile(r"log\.entries\[([0-9]+)\]")


def replay(server: Server, name: str, file: Path, clock: str, *, as_json: bool) -> None:
    """Replay a recording in a world, which is made if it is not there; print a line for each call, and a summary.

    JSON has no summary.
    """
    with controlled(server) as control:
        entries = _entries(file)
        world = _world(control, name)
        counted: Counter[str] = Counter()
        for each in _shown(_replayed(world, entries, cast("ReplayClock", clock)), len(entries)):
            counted[each.outcome] += 1
            say(in_json(each.model_dump(mode="json")) if as_json else line_of(each))
    if not as_json:
        say(", ".join(f"{counted[outcome]} {outcome}" for outcome in ("same", "different", "skipped")))
    if counted["different"]:
        sys.exit(_DIFFERS)


def line_of(replayed: Replayed) -> str:
    """A call in a line."""
    parts = [str(replayed.index), f"{printable(replayed.method)} {printable(replayed.target)}"]
    if replayed.answered is None:
        return "  ".join([*parts, f"skipped: {printable(replayed.reason or '', 200)}"])
    recorded, answered = (
        printable(each.result_code or str(each.status)) for each in (replayed.recorded, replayed.answered)
    )
    differences = [
        f"! {each.part}: {_value(each.recorded)} -> {_value(each.answered)}" for each in replayed.differences
    ]
    return "  ".join([*parts, f"{recorded} -> {answered}", *(differences or ["same"])])


def _world(control: Control, name: str) -> World:
    """A world; like the first documented call, a replay makes one that is not there."""
    there = {each.name for each in control.worlds().worlds}
    return control.world(name) if name in there else control.make_world(name)


def _value(value: object) -> str:
    """A value as JSON with its characters as they are, Chinese ones too, but for those that a terminal must not get."""
    return printable(json.dumps(value, ensure_ascii=False))


def _replayed(world: World, entries: Sequence[Any], clock: ReplayClock) -> Iterator[Replayed]:
    """What became of each call. They are sent in portions: their places are told as they are in the whole."""
    first = 0
    for portion in _portions(entries):
        try:
            found = world.replay({"log": {"entries": portion}}, clock=clock)
        except ControlError as error:
            done = f"the {first} calls before have been replayed\n" if first else ""
            raise Failed(done + _moved(str(error), first)) from error
        yield from (each.model_copy(update={"index": each.index + first}) for each in found.entries)
        first += len(portion)


def _portions(entries: Sequence[Any]) -> Iterator[list[Any]]:
    """The calls in portions."""
    portion: list[Any] = []
    length = 0
    for each in entries:
        portion.append(each)
        length += len(json.dumps(each))
        if len(portion) == _MOST or length > _LONGEST:
            yield portion
            portion, length = [], 0
    if portion:
        yield portion


def _moved(message: str, by: int) -> str:
    return _PLACE.sub(lambda match: f"log.entries[{int(match[1]) + by}]", message)


def _shown(replayed: Iterator[Replayed], count: int) -> Iterator[Replayed]:
    """The same; on a terminal, behind a bar that shows how far it is."""
    if not sys.stderr.isatty():
        return replayed
    with typer.progressbar(replayed, length=count, label="replaying", file=sys.stderr) as bar:
        return iter(list(bar))


def _entries(file: Path) -> list[Any]:
    """The calls of a recording, not judged yet."""
    try:
        content = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
        har = json.loads(content.decode("utf-8-sig"))  # some proxies begin with a byte-order mark
    except OSError as error:
        raise Failed(f"{file} cannot be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise Failed(f"{file} is not JSON: {error}") from error
    log = har.get("log") if isinstance(har, dict) else None
    entries = log.get("entries") if isinstance(log, dict) else None
    if not isinstance(entries, list):
        raise Failed(f"{file} is not HAR: it must have a list at log.entries")
    return entries
