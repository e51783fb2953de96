"""What the figures are to be. Those of throughput are ratios to other servers, measured in pairs."""

from collections.abc import Mapping
from typing import NamedTuple

from benchmarks.figures import Goal, at_least, at_most
from benchmarks.running.targets import GO, MOUNTEBANK, PRISM, WIREMOCK_CONSTANT, WIREMOCK_TEMPLATE, Target


class Beside(NamedTuple):
    """What our server is to be beside another one; None where nothing is asked.

    Attributes:
        one_core: The ratio where each has one core.
        all_cores: The ratio where each has them all, which a JVM makes use of.
    """

    one_core: Goal | None
    all_cores: Goal | None

    def on(self, placement: str) -> Goal | None:
        """The goal where the servers are placed so."""
        return self.one_core if placement == "one core" else self.all_cores


ON_BESIDE: Mapping[Target, Beside] = {
    MOUNTEBANK: Beside(at_least(1.5), at_least(1.5)),
    WIREMOCK_TEMPLATE: Beside(at_least(2), at_least(1.1)),
    WIREMOCK_CONSTANT: Beside(at_least(1), None),
    PRISM: Beside(None, None),
    GO: Beside(at_least(0.6), at_least(0.6)),
}
"""Calls with 20 records, judged and stored."""

CN_BESIDE: Mapping[Target, Beside] = {
    MOUNTEBANK: Beside(at_least(1.5), at_least(1.5)),
    WIREMOCK_TEMPLATE: Beside(at_least(1.5), at_least(1.5)),
    PRISM: Beside(None, None),
    GO: Beside(None, None),
}
"""Calls with two calling numbers."""

SQLITE_BESIDE_ADD_ALL = at_least(3)
ONE_CLIENT_MS = at_most(0.3)
START_BESIDE_BARE = at_most(1.25)
START_BESIDE_WIREMOCK = at_most(0.5)
MEMORY_BESIDE_BARE = at_most(1.3)
MEMORY_OF_RECORDS_MIB = at_most(60)
FILLING = at_most(1.1)
"""What the last calls cost beside the first."""
FRESH_WORLD_MS = at_most(0.2)
RESET_MS = at_most(1)
HELD_UP_MS = at_most(20)
"""How long the control interface may hold up another caller, in memory."""
PAGE_PAINT_MS = at_most(1000)
PAGE_ANSWER_MS = at_most(200)
PAGE_FROZEN_MS = at_most(500)
PAGE_MEMORY_GROWTH = at_most(1.1)
"""What the page holds after 100,000 calls, beside what it holds after 10,000."""
