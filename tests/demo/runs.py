"""The demo's story, played against a server of its own."""

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from mock_isales.demo.caller import Caller
from mock_isales.demo.centre import demo_centre
from mock_isales.demo.playing import Played, play, set_stage
from mock_isales.engine.journal.views import JournalEntry
from mock_isales.testing import MockIsales

WHOLE = 514
"""How many calls the story makes before it begins anew."""


class Run(NamedTuple):
    """A story that was played: the calls as the client has them, and as the server kept them."""

    played: Sequence[Played]
    kept: Sequence[JournalEntry]

    @property
    def calls(self) -> list[tuple[str, str, bytes]]:
        return [(each.scene.title, each.call.path, each.call.body) for each in self.played]

    @property
    def codes(self) -> list[str]:
        return [each.answered.code for each in self.played]


def run(number: int, calls: int = WHOLE) -> Run:
    with MockIsales(seed=demo_centre()) as isales, Caller(isales.url) as caller:
        set_stage(isales)
        played = list(islice(play(isales, caller, number), calls))
        return Run(played, isales.journal.entries(limit=1000).entries)
