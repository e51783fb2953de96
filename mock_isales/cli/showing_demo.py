"""How far a demo has come: one line that changes on a terminal, a line a call elsewhere."""

import sys
from collections import Counter
from importlib import import_module
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

from mock_isales.cli.controlling import say
from mock_isales.contract.calling_numbers import ADD_CALLING_NUMBERS
from mock_isales.demo.playing import Played
from mock_isales.testing.printable import printable

if TYPE_CHECKING:  # it is imported where there is a terminal
    from rich.live import Live

_LOST = "lost"
_LONGEST = 200


class Showing(Protocol):
    """Shows a demo, while a block lasts."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def tell(self, played: Played) -> None:
        """A call has been made."""


def showing() -> Showing:
    """What shows a demo on standard output: on a terminal that can change a line, that."""
    changes = sys.stdout.isatty() and import_module("rich.console").Console().is_interactive
    return Changing() if changes else Lines()


class Lines:
    """A line a call, and one as a scene begins."""

    def __init__(self) -> None:
        self._count = 0
        self._title = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        pass

    def tell(self, played: Played) -> None:
        """A call has been made."""
        if played.scene.title != self._title:
            self._title = played.scene.title
            say(f"-- {played.scene.title}")
        self._count += 1
        say(f"{self._count:>5}  {_sent(played):<55}  {_code(played):<8}  {_sentence(played)}")


class Changing:
    """One line: how many calls there were, which scene it is, and the newest call."""

    def __init__(self) -> None:
        self._counts = Counter[str]()
        self._live: Live = import_module("rich.live").Live(auto_refresh=False, transient=False)

    def __enter__(self) -> Self:
        self._live.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._live.stop()

    def tell(self, played: Played) -> None:
        """A call has been made."""
        answered = played.answered
        how = "accepted" if answered.is_success else _LOST if answered.is_lost else "refused"
        self._counts[how] += 1
        counts = ", ".join(f"{self._counts[each]} {each}" for each in ("accepted", "refused", _LOST))
        text = f"{counts} · {played.scene.title} · {_sent(played)} → {_code(played)} {_sentence(played)}"
        self._live.update(import_module("rich.text").Text(text, no_wrap=True, overflow="ellipsis"), refresh=True)


def _sent(played: Played) -> str:
    """What was sent where."""
    call = played.call
    document = "CN" if call.operation == ADD_CALLING_NUMBERS.operation else "ON"
    return f"{document} {call.place.vdn}/{call.place.campaign} {call.about}"


def _code(played: Played) -> str:
    """What was answered: a result code, or an HTTP status, or nothing."""
    return printable(played.answered.code) or _LOST


def _sentence(played: Played) -> str:
    """What the answer says."""
    return printable(played.answered.sentence, _LONGEST)
