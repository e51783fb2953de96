"""Operations on a VDN's blocklist. Each tells what is on it afterwards."""

from collections.abc import Iterable

from mock_isales.control.forms.blocklists import Blocklist
from mock_isales.testing.sent import Sent, body_of, of_world


def get(world: str, vdn: int) -> Sent[list[str]]:
    """What is on it."""
    return _sent("GET", world, vdn)


def put(world: str, vdn: int, numbers: Iterable[str]) -> Sent[list[str]]:
    """Put these on it, and nothing else."""
    return _sent("PUT", world, vdn, numbers)


def add(world: str, vdn: int, numbers: Iterable[str]) -> Sent[list[str]]:
    """Put these on it, too."""
    return _sent("POST", world, vdn, numbers)


def remove(world: str, vdn: int, numbers: Iterable[str]) -> Sent[list[str]]:
    """Take these off it."""
    return _sent("DELETE", world, vdn, numbers)


def clear(world: str, vdn: int) -> Sent[list[str]]:
    """Take all off it."""
    return _sent("DELETE", world, vdn)


def _sent(method: str, world: str, vdn: int, numbers: Iterable[str] | None = None) -> Sent[list[str]]:
    body = None if numbers is None else body_of({"numbers": list(numbers)})
    return Sent(method, of_world(world, "blocklist", vdn), _numbers, body)


def _numbers(content: bytes) -> list[str]:
    return Blocklist.model_validate_json(content).numbers
