"""A lie: the one thing in which a double departs from the documents."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from mock_isales.contract.interface import Interface
from mock_isales.contract.judging import Judge
from mock_isales.contract.service import Terms
from mock_isales.contract.text import Text
from mock_isales.engine.decisions import Decision
from mock_isales.engine.served import DOCUMENTED, Served
from mock_isales.engine.steps import Step

Envelope = dict[str, Any]
"""An answer's body."""


def _as_it_is(declared: Any) -> Any:  # noqa: ANN401 - of whatever it is
    return declared


@dataclass(frozen=True, kw_only=True)
class Lie:
    """A lie, as changes of what is declared of one interface, or of its finished answers.

    Attributes:
        name: `{kind}:{clause}`, and what of it where that is needed; stable: scripts and lists of survivors name it.
        about: The id of the clause that it departs from.
        operation: Whose calls it is told.
        point: The point of coverage whose calls meet it; empty where any answer may show it.
        sentence: What is not true.
        interface: Changes the declaration.
        judge: Makes what judges the calls of the changed interface.
        step: Changes what a call does.
        answer: Changes the body of an envelope, given the decision that it tells.
        body_limit: Changes the most bytes of a body.
        believes: Whether any token is taken for a right one.
    """

    name: str
    about: str
    operation: str
    point: str = ""
    sentence: Text
    interface: Callable[[Interface[Any]], Interface[Any]] = _as_it_is
    judge: Callable[[Interface[Any], Terms], Judge[Any]] = Judge
    step: Callable[[Step], Step] = _as_it_is
    answer: Callable[[Decision, Envelope], Envelope] | None = None
    body_limit: Callable[[int], int] = _as_it_is
    believes: bool = False

    def served(self) -> Served:
        """What a double serves that tells it; of the other interface, what the documents say."""
        interfaces = tuple(self.interface(each) if self._concerns(each) else each for each in DOCUMENTED.interfaces)
        steps = {**DOCUMENTED.steps, self.operation: self.step(DOCUMENTED.steps[self.operation])}
        return Served(interfaces, steps, self._judge)

    def _concerns(self, interface: Interface[Any]) -> bool:
        return interface.operation == self.operation

    def _judge(self, interface: Interface[Any], terms: Terms) -> Judge[Any]:
        return self.judge(interface, terms) if self._concerns(interface) else Judge(interface, terms)
