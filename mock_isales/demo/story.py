"""The story of the demo: which call comes when. The same number tells the same one, if the answers are the same."""

from collections import deque
from collections.abc import Iterator
from itertools import cycle
from random import Random

from mock_isales.contract.codes import ResultCode
from mock_isales.contract.service import ServiceSettings
from mock_isales.demo.calls import Call
from mock_isales.demo.scenes import DIALLED, EVERYDAY, SCENES, Dial, Habit, Scene

STEP = 0.25
"""Seconds on the world's clock from one call to the next, however fast they are made: the story's pace is its own."""

_APART = -(-ServiceSettings().pace_interval // STEP)
"""How many calls later the pace lets the same campaign be called again."""

_DIAL_EVERY = 5
_TRIED = 3
"""So many of a scene's own calls are looked at for one that the pace lets pass."""

_SENT_AGAIN = frozenset({ResultCode.DATABASE_ERROR.value, "503", ""})


class Story:
    """A story without an end.

    Args:
        number: Which one: what chance there is in it follows from that.
    """

    def __init__(self, number: int) -> None:
        self._chance = Random(number)  # noqa: S311 - nothing secret
        self._time = 0
        self._last: dict[tuple[int, int], int] = {}
        self._again: deque[Call] = deque()
        self._deck: list[Habit] = []

    def steps(self) -> Iterator[Scene | Dial | Call]:
        """What happens: the scenes as they begin, and in them what is dialled, and the calls."""
        for scene in cycle(SCENES):
            yield scene
            self._deck.clear()
            if scene.first is not None:
                yield scene.first
            for number in range(scene.calls):
                if number % _DIAL_EVERY == 0:
                    yield Dial(self._chance.choice(DIALLED), self._chance.randint(5, 40))
                yield self._made(self._next(scene))

    def hear(self, call: Call, code: str) -> None:
        """Hear how the newest call was answered: what may pass the next time is sent again, once.

        Args:
            call: The call.
            code: The result code; without one, the HTTP status; without an answer, nothing.
        """
        if code in _SENT_AGAIN and not call.is_again:
            self._again.append(call.again())

    def _next(self, scene: Scene) -> Call:
        if self._again and self._is_ready(self._again[0]):
            return self._again.popleft()
        own = self._own(scene) if self._chance.random() < scene.share else None
        return own or self._everyday()

    def _own(self, scene: Scene) -> Call | None:
        """What the scene shows next, of what the pace lets pass; None if that is nothing."""
        if not self._deck:
            self._deck = [habit for habit in scene.habits for _ in range(habit.weight)]
            self._chance.shuffle(self._deck)
        for place, habit in enumerate(self._deck[:_TRIED]):
            call = habit.make(self._chance)
            if self._goes(habit, call):
                del self._deck[place]
                return call
        return None

    def _everyday(self) -> Call:
        weights = [habit.weight for habit in EVERYDAY]
        while True:  # calling numbers always pass
            (habit,) = self._chance.choices(EVERYDAY, weights)
            call = habit.make(self._chance)
            if self._goes(habit, call):
                return call

    def _goes(self, habit: Habit, call: Call) -> bool:
        return not habit.is_patient or self._is_ready(call)

    def _is_ready(self, call: Call) -> bool:
        """Whether the pace lets a call pass; that of calling numbers always does."""
        last = self._last.get(call.place)
        return not call.is_paced or last is None or self._time - last >= _APART

    def _made(self, call: Call) -> Call:
        """Let time go on with a call, as the world's clock does."""
        if call.is_let_in:
            if call.is_paced:
                self._last[call.place] = self._time
            self._time += 1
        return call
