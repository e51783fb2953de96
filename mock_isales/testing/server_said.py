"""What an embedded server is told, by keywords that are named like the options of `mock-isales serve`."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from os import PathLike
from typing import Any, NamedTuple, TypedDict

from mock_isales.engine.seed_files import SeedError, parse_seed
from mock_isales.engine.seeds import Seed
from mock_isales.options import OPTIONS
from mock_isales.settings import Settings
from mock_isales.telling import SettingsError, settings_told
from mock_isales.testing.errors import BadArgument
from mock_isales.testing.operations.worlds import SeedSaid
from mock_isales.testing.sent import body_of

FilePath = str | PathLike[str]

_OF_A_COMMAND = ("log_level", "port_file")


class ServerSaid(TypedDict, total=False):
    """What is said of a server (`Settings`); the environment says nothing to it."""

    seed: Seed | Mapping[str, Any] | FilePath | None
    host: str
    port: int
    store: str
    reseed: bool
    edition: str
    readings: Mapping[str, str]
    settings: Mapping[str, Any]
    max_body: int
    auth: str
    access_keys: Sequence[str]
    control_token: str | None
    worlds_max: int
    world_idle: float
    journal_max: int
    journals_max: int
    request_ids: bool
    tls: bool
    tls_dir: FilePath | None
    tls_ca_out: FilePath | None
    tls_name: Sequence[str]
    tls_cert: FilePath | None
    tls_key: FilePath | None


class Told(NamedTuple):
    """What a server was told.

    Attributes:
        settings: All but the seed, unless that is a file.
        seed: What it is filled with; None for what a file says, or the demo.
    """

    settings: Settings
    seed: Seed | None


def told_by(said: ServerSaid) -> Told:
    """What keywords tell a server. Without a port it takes a free one.

    Raises:
        BadArgument: A name or a value is wrong.
    """
    rest: dict[str, Any] = {"port": 0, **said}
    seed = rest.pop("seed", None)
    unmeant = [name for name in _OF_A_COMMAND if name in rest]
    if unmeant:
        raise BadArgument(f"{unmeant[0]}: {OPTIONS[unmeant[0]].flag} is for `mock-isales serve` alone")
    if isinstance(seed, str | PathLike):
        rest["seed"] = seed
    try:
        return Told(settings_told(rest), None if "seed" in rest or seed is None else _seed_of(seed))
    except SettingsError as error:
        raise BadArgument(str(error)) from None


def _seed_of(said: SeedSaid) -> Seed:
    """The seed that was said, as a seed file would be judged."""
    if isinstance(said, Seed):
        return said
    try:
        return parse_seed(body_of(said), "seed")
    except SeedError as error:
        raise BadArgument("\n".join(replace(each, line=0).told("seed") for each in error.problems)) from None
    except TypeError as error:
        raise BadArgument(f"seed: {error}") from None
