"""`mock-isales demo`."""

import logging
import sys
import webbrowser
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from itertools import islice
from time import monotonic
from typing import Any, NamedTuple

from mock_isales.cli.controlling import note, say
from mock_isales.cli.demo_command import OWN_DEFAULTS
from mock_isales.cli.ending import Ending
from mock_isales.cli.failing import BROKEN, told
from mock_isales.cli.garbage import collect_in_small_pieces
from mock_isales.cli.showing_demo import showing
from mock_isales.cli.summing_up import summary
from mock_isales.demo.caller import Caller, Gone
from mock_isales.demo.centre import demo_centre
from mock_isales.demo.playing import Played, play, set_stage
from mock_isales.serving.logs import log_to_stderr
from mock_isales.serving.reaching import Reached, reached_by
from mock_isales.serving.running import CANNOT_SERVE, Ready
from mock_isales.serving.threaded import EndedEarlyError, ThreadedServer
from mock_isales.settings import Settings
from mock_isales.telling import SettingsError, settings_of, variable_warnings
from mock_isales.testing import Control, Unreachable

PAGE = "/_mock/ui"
"""Where the page is, beneath the server's address."""

_ITS_OWN = {"store": "memory", "workers": 1, "reseed": False, "auth": "present", "lie": None, "coverage": True}
"""What the demo's server is told, whatever the environment says: nobody's database is filled with it."""

_LONGEST_PAUSE = 3600.0
"""Seconds: at the lowest rate there still is a call an hour."""

logger = logging.getLogger("mock_isales")


class Asked(NamedTuple):
    """What is asked of a demo.

    Attributes:
        rate: How many calls a second; 0: as many as there can be.
        calls: After how many it ends; None: when a signal ends it.
        number: Which story.
        opens: Whether the page is opened in a browser.
    """

    rate: float
    calls: int | None
    number: int
    opens: bool


def demo(flags: Mapping[str, Any], asked: Asked) -> None:
    """Serve a world, and call it, until a signal ends that or there were calls enough.

    Args:
        flags: What the server is told.
        asked: What is asked.
    """
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    with told(SettingsError):
        settings = _settings(flags)
    log_to_stderr(settings.log_level)
    for warning in variable_warnings():
        logger.warning(warning)
    with ExitStack() as stack:
        server = ThreadedServer(settings, demo_centre())
        with told(EndedEarlyError, *CANNOT_SERVE):
            ready = server.start()
        ending = stack.enter_context(Ending(ready.end))
        stack.callback(_sum_up, ready)
        stack.callback(server.stop)
        collect_in_small_pieces()
        reached = reached_by(settings, ready, stack)
        _announce(ready, reached, asked)
        try:
            _play(reached, asked, ending)
        except (Gone, Unreachable):
            if not ending.comes_within(0):
                note("the server has ended")
                sys.exit(BROKEN)


def _settings(flags: Mapping[str, Any]) -> Settings:
    said = settings_of(flags).model_fields_set
    return settings_of(
        {**{name: value for name, value in OWN_DEFAULTS.items() if name not in said}, **flags, **_ITS_OWN}
    )


def _announce(ready: Ready, reached: Reached, asked: Asked) -> None:
    """Say where the server is, and the page."""
    if ready.control_token is not None and ready.made:
        note(f"/_mock asks for Authorization: Bearer {ready.control_token}")
    page = reached.url + PAGE
    say(f"mock-isales is ready at {ready.url}")
    say(f"The page is at {page}; the story is number {asked.number}; Ctrl-C ends it.")
    if asked.opens and not webbrowser.open(page):
        note(f"no browser can be opened here; the page is at {page}")


def _play(reached: Reached, asked: Asked, ending: Ending) -> None:
    with (
        Control(reached.url, token=reached.token, ca=reached.ca) as control,
        Caller(reached.url, reached.ca) as caller,
        showing() as shown,
    ):
        world = control.world()
        set_stage(world)
        for played in islice(_at(asked.rate, play(world, caller, asked.number), ending), asked.calls):
            shown.tell(played)


def _at(rate: float, played: Iterable[Played], ending: Ending) -> Iterator[Played]:
    """Let so many calls be made a second: each waits until it is due, and what is late is not caught up with."""
    pause = min(1 / rate, _LONGEST_PAUSE) if rate else 0.0
    due = monotonic()
    for each in played:
        if ending.comes_within(0):  # and what was under way may be lost
            return
        yield each
        due = max(due + pause, monotonic())
        if ending.comes_within(max(0.0, due - monotonic())):
            return


def _sum_up(ready: Ready) -> None:
    """Tell which calls there were, unless there were none."""
    tally = ready.double.worlds.tally
    if tally.calls():
        note("\n".join(summary(tally)))
