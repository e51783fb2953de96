"""`mock-isales fault`."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from mock_isales.cli.controlling import Server, say, world_of
from mock_isales.engine.faults.forms import SetFault
from mock_isales.engine.forms import Form
from mock_isales.testing.printable import in_json, printable


class Latencies(NamedTuple):
    """What the flags say of a latency.

    Attributes:
        fixed: So many seconds.
        uniform: Between so many and so many.
        log_normal: The median in seconds, and sigma.
        seed: Which row of chances.
    """

    fixed: float | None
    uniform: tuple[float, float] | None
    log_normal: tuple[float, float] | None
    seed: int | None

    def said(self) -> dict[str, Any] | None:
        """The same as the form has it; None if nothing was said."""
        tail = None if self.log_normal is None else dict(zip(("median", "sigma"), self.log_normal, strict=True))
        return given({"fixed": self.fixed, "uniform": self.uniform, "log_normal": tail, "seed": self.seed})


def add(server: Server, name: str, said: Mapping[str, Any]) -> None:
    """Set a fault, and print it as it is then."""
    fault = {key: given(value) if isinstance(value, dict) else value for key, value in said.items()}
    with world_of(server, name) as world:
        say(line_of(world.faults.add({key: value for key, value in fault.items() if value is not None})))


def list_faults(server: Server, name: str) -> None:
    """Print the faults in the order they were set."""
    with world_of(server, name) as world:
        for fault in world.faults.list():
            say(line_of(fault))


def clear(server: Server, name: str, ids: Sequence[str]) -> None:
    """Take faults away, all if none is named."""
    with world_of(server, name) as world:
        for each in ids:
            world.faults.remove(each)
        if not ids:
            world.faults.clear()


def line_of(fault: SetFault) -> str:
    """A fault in a line: its id, which calls, which of them, what they are answered, until when, how often so far."""
    marks = [name for name in ("counts_for_pace", "off_contract") if getattr(fault, name)]
    parts = [
        fault.id,
        fault.operation or "any operation",
        _told(fault.match),
        _told(fault.when),
        f"answer {_told(fault.answer)}",
        *marks,
        f"until {_told(fault.until)}" if fault.until else "",
        f"seen {fault.seen}",
        f"hits {fault.hits}",
        "ended" if fault.ended else "",
    ]
    return "  ".join(part for part in parts if part)


def _told(form: Form) -> str:
    said = form.model_dump(mode="json", exclude_none=True)
    return " ".join(f"{name}={printable(_value(value))}" for name, value in said.items() if value is not False)


def _value(value: object) -> str:
    return value if isinstance(value, str) else in_json(value)


def given(said: Mapping[str, Any]) -> dict[str, Any] | None:
    """What was said, None if nothing was."""
    return {name: value for name, value in said.items() if value is not None} or None
