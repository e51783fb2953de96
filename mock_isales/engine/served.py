"""What a double serves: its interfaces, what judges their calls, and what is then done."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from mock_isales.contract.catalogue import INTERFACES
from mock_isales.contract.interface import Interface
from mock_isales.contract.judging import Judge
from mock_isales.contract.service import Terms
from mock_isales.engine.steps import STEPS, Step

Judges = Mapping[str, Judge[Any]]
"""The judge of each operation."""


@dataclass(frozen=True)
class Served:
    """What a double serves.

    Attributes:
        interfaces: The documented operations.
        steps: What a call of each does to its campaign.
        judge: Makes what judges the calls of an interface under some terms.
    """

    interfaces: tuple[Interface[Any], ...]
    steps: Mapping[str, Step]
    judge: Callable[[Interface[Any], Terms], Judge[Any]] = Judge

    def judges(self, terms: Terms) -> Judges:
        """The judges of calls under some terms."""
        return {interface.operation: self.judge(interface, terms) for interface in self.interfaces}


DOCUMENTED = Served(INTERFACES, STEPS)
"""What the documents say, and nothing else."""
