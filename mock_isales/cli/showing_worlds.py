"""`mock-isales worlds`, `reset` and `clock`."""

from collections.abc import Callable, Mapping, Sequence

from mock_isales.cli.controlling import Failed, Server, controlled, say, world_of
from mock_isales.control.forms.worlds import WorldView
from mock_isales.engine.clocks import ClockMode
from mock_isales.engine.forms import written
from mock_isales.engine.seed_files.wording import nearest
from mock_isales.engine.views.clocks import ClockView
from mock_isales.testing import World
from mock_isales.testing.blocking.state import Clock

_HEAD = ("WORLD", "CLOCK", "CAMPAIGNS", "CALLS", "DROPPED", "FAULTS", "IDLE")


def list_worlds(server: Server) -> None:
    """Print a table of the worlds."""
    with controlled(server) as control:
        found = control.worlds()
    rows = [_HEAD, *(_row(world) for world in found.worlds)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    for row in rows:
        say("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def reset(server: Server, name: str, parts: Sequence[str]) -> None:
    """Bring a world back to its seed, and say so."""
    with world_of(server, name) as world:
        world.reset(*parts)
    say(f"{name}: {', '.join(dict.fromkeys(parts)) or 'all'} as the seed says")


def set_clock(server: Server, name: str, how: str | None, value: str | None) -> None:
    """Make a world's clock go as told, and print what it shows."""
    with world_of(server, name) as world:
        say(told(_clock(world, how, value)))


def told(clock: ClockView) -> str:
    """A clock in words."""
    match clock.mode:
        case ClockMode.OFFSET:
            way = f"offset by {clock.offset:+.6g} s"
        case ClockMode.MANUAL:
            way = f"manual, {clock.step:.6g} s a call"
        case _:
            way = clock.mode.value
    return f"{written(clock.now)}  {way}"


def _clock(world: World, how: str | None, value: str | None) -> ClockView:
    if how is None:
        return world.clock.get()
    if how not in _WAYS:
        raise Failed(f"clock {how}: must be one of {', '.join(_WAYS)}{_meant(how)}")
    return _WAYS[how](world.clock, value)


def _meant(how: str) -> str:
    close = nearest(how, _WAYS)
    return f"; did you mean {close}?" if close else ""


def _real(clock: Clock, value: str | None) -> ClockView:
    if value is not None:
        raise Failed(f"clock real {value}: a real clock shows the host's time; offset and freeze take a value")
    return clock.real()


def _seconds(how: str, value: str | None) -> float:
    try:
        return float(value or "")
    except ValueError:
        given = f"clock {how} {value}" if value else f"clock {how}"
        raise Failed(f"{given}: must be a number of seconds, as in clock {how} 1.5") from None


_WAYS: Mapping[str, Callable[[Clock, str | None], ClockView]] = {
    "freeze": lambda clock, value: clock.freeze(value),
    "advance": lambda clock, value: clock.advance(_seconds("advance", value)),
    "offset": lambda clock, value: clock.offset(_seconds("offset", value)),
    "manual": lambda clock, value: clock.manual(_seconds("manual", value)),
    "real": _real,
}


def _row(world: WorldView) -> tuple[str, ...]:
    journal = world.journal
    numbers = (world.campaigns, journal.entries, journal.dropped, world.faults)
    return (world.name, told(world.clock), *map(str, numbers), f"{world.idle_for:.0f} s")
