"""An end to waiting for what a socket brings."""

import socket
from collections.abc import Iterator

import pytest

from mock_isales.cli.deadline import deadline
from tests.serving.processes import SECONDS


@pytest.fixture
def ends() -> Iterator[tuple[socket.socket, socket.socket]]:
    one, other = socket.socketpair()
    with one, other:
        yield one, other


def test_who_waits_goes_on_when_the_time_is_over(ends: tuple[socket.socket, socket.socket]) -> None:
    with pytest.raises(TimeoutError), deadline(ends[0], 0.01):
        assert ends[0].recv(1) == b""


def test_whatever_comes_of_an_answer_that_was_cut_off_the_time_is_over(
    ends: tuple[socket.socket, socket.socket],
) -> None:
    with pytest.raises(TimeoutError), deadline(ends[0], -1.0):
        assert ends[0].recv(1) == b"half an answer"


def test_in_time_nothing_happens(ends: tuple[socket.socket, socket.socket]) -> None:
    for _ in range(2):
        with deadline(ends[0], SECONDS):
            ends[1].sendall(b"x")
            assert ends[0].recv(1) == b"x"
    with pytest.raises(ValueError, match="other"), deadline(ends[0], SECONDS):
        raise ValueError("other")
