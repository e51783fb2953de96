"""What a container is told: the keywords of `MockIsales`, as the variables of its environment."""

from collections.abc import Iterator, Mapping
from os import PathLike
from pathlib import Path
from typing import Any

from mock_isales.options import NESTING, OPTIONS, PREFIX
from mock_isales.testing.errors import BadArgument
from mock_isales.testing.sent import body_of
from mock_isales.testing.server_said import ServerSaid, told_by

PORT = 28080
"""Where the double listens within its container."""

SEED_FILE = "/seed.yaml"
"""Where a container has its seed."""

_INSIDE = {"host": "0.0.0.0", "port": str(PORT)}  # noqa: S104 - the container's network is its own
_OF_THE_CONTAINER = {
    "host": "a container listens at all its addresses",
    "port": "a container listens at a port of its own; with_bind_ports maps it to a certain one",
    "ca": "a container makes its own certificate",
    **dict.fromkeys(("tls_dir", "tls_ca_out"), "a container keeps it to itself; ca has the authority"),
    **dict.fromkeys(("tls_cert", "tls_key"), "a container makes its own certificate"),
}


def check(said: ServerSaid) -> None:
    """Judge what is said, before any engine is asked.

    Raises:
        BadArgument: What is said is wrong, or is not for a container.
    """
    unmeant = [f"{name}: {_OF_THE_CONTAINER[name]}" for name in said if name in _OF_THE_CONTAINER]
    if unmeant:
        raise BadArgument("\n".join(unmeant))
    told_by(said)


def variables(said: ServerSaid) -> dict[str, str]:
    """The environment of a container that is told this; its seed is at `SEED_FILE`."""
    told: dict[str, Any] = {name: value for name, value in {**_INSIDE, **said}.items() if value is not None}
    if "seed" in told:
        told["seed"] = SEED_FILE
    return {variable: text for name, value in told.items() for variable, text in _variables(name, value)}


def seed_of(said: ServerSaid) -> bytes | None:
    """What stands in the container's seed file; None for the demo.

    Raises:
        BadArgument: The file that was said cannot be read.
    """
    seed = said.get("seed")
    if seed is None:
        return None
    if isinstance(seed, str | PathLike):
        return _content(Path(seed))
    return body_of(seed).encode()  # JSON, which is YAML, too


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise BadArgument(f"seed: {file} cannot be read: {error.strerror}") from None


def _variables(name: str, value: object) -> Iterator[tuple[str, str]]:
    """The variables of one option."""
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield f"{PREFIX}{name}{NESTING}{key}".upper(), _text(each)
    elif isinstance(value, str) or not OPTIONS[name].is_many:
        yield OPTIONS[name].variable, _text(value)
    else:
        yield OPTIONS[name].variable, (" " if name == "access_keys" else ",").join(map(str, _each(value)))


def _each(value: object) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [value]


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
