"""How a command ends that does something besides serving: at a signal, between two things that it does."""

import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest

from mock_isales.cli.ending import Ending
from tests.serving.processes import SECONDS

SIGNALS = (signal.SIGINT, signal.SIGTERM)
TWICE = """
import signal
from mock_isales.cli.ending import Ending
with Ending(lambda: print("heard", flush=True)) as ending:
    signal.raise_signal(signal.SIGINT)
    print(ending.comes_within(0), flush=True)
    signal.raise_signal(signal.SIGTERM)
    print("not reached", flush=True)
"""
BEFORE = """
import signal
from mock_isales.cli.ending import end_at_once
end_at_once()
signal.raise_signal(signal.SIGINT)
print("not reached", flush=True)
"""


@pytest.fixture(autouse=True)
def _own_handlers() -> Iterator[None]:
    before = {each: signal.getsignal(each) for each in SIGNALS}
    yield
    for each, handler in before.items():
        signal.signal(each, handler)


def ended(program: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", timeout=SECONDS, check=False
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("by", SIGNALS)
def test_a_signal_is_heard_and_told_and_interrupts_nothing(by: signal.Signals) -> None:
    told: list[str] = []
    with Ending(lambda: told.append("it")) as ending:
        assert not ending.comes_within(0)
        signal.raise_signal(by)
        assert told == ["it"]
        assert ending.comes_within(0)
        assert ending.comes_within(SECONDS)


@pytest.mark.parametrize("by", SIGNALS)
def test_once_all_has_been_put_away_no_signal_does_anything(by: signal.Signals) -> None:
    told: list[str] = []
    with Ending(lambda: told.append("it")):
        pass
    signal.raise_signal(by)
    assert told == []


def test_a_second_signal_ends_the_process_at_once() -> None:
    assert ended(TWICE) == (0, "heard\nTrue\n", "")


def test_before_there_is_something_to_end_the_first_one_does() -> None:
    assert ended(BEFORE) == (0, "", "")
