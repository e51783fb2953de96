"""What an embedded server is told, by keywords that are named like the options of `mock-isales serve`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from os import PathLike, fsencode
from pathlib import Path
from typing import Any, NamedTuple, TypedDict

from mock_isales.engine.seed_files.problems import SeedError
from mock_isales.engine.seed_files.reading import parse_seed
from mock_isales.engine.seeds import Seed
from mock_isales.options import OPTIONS
from mock_isales.settings import Settings
from mock_isales.telling import SettingsError, settings_told
from mock_isales.testing.errors import BadArgument
from mock_isales.testing.operations.worlds import SeedSaid
from mock_isales.testing.sent import body_of

FilePath = str | PathLike[str]
_PATH = (str, PathLike)

_OF_A_COMMAND = ("workers", "seed_if_there", "log_level", "log_format", "port_file", "lie")
_OF_A_SOCKET = ("host", "port", "ca", *(name for name in OPTIONS if name.startswith("tls")))
_PATHS = ("seed", "ca", *(name for name, option in OPTIONS.items() if option.metavar in {"FILE", "DIR"}))


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
    coverage: bool
    tls: bool
    tls_dir: FilePath | None
    tls_ca_out: FilePath | None
    tls_name: Sequence[str]
    tls_cert: FilePath | None
    tls_key: FilePath | None
    ca: FilePath | None


class Told(NamedTuple):
    """What a server was told.

    Attributes:
        settings: All but the seed, unless that is a file.
        seed: What it is filled with; None for what a file says, or the demo.
        ca: The file with the authority of one's own certificate; None if that was not said.
    """

    settings: Settings
    seed: Seed | None
    ca: Path | None


def told_by(said: ServerSaid, *, by_socket: bool = True) -> Told:
    """What keywords tell a server. Without a port it takes a free one.

    Args:
        said: The keywords.
        by_socket: Whether it is called through a socket.

    Raises:
        BadArgument: Names or values are wrong.
    """
    unmeant = dict(_unmeant(said, by_socket=by_socket))
    rest: dict[str, Any] = {"port": 0} | {name: value for name, value in said.items() if name not in unmeant}
    seed = rest.pop("seed", None)
    ca = rest.pop("ca", None)
    if isinstance(seed, _PATH):
        rest["seed"] = seed
    wrong = [f"{name}: {why}" for name, why in unmeant.items()]
    try:
        settings = settings_told(rest)
    except SettingsError as error:
        wrong.append(str(error))
    try:
        filled = None if seed is None or "seed" in rest else _seed_of(seed)
    except BadArgument as error:
        wrong.append(str(error))
    if wrong:
        raise BadArgument("\n".join(wrong))
    return Told(settings, filled, None if ca is None else Path(ca))


def _unmeant(said: Mapping[str, Any], *, by_socket: bool) -> Iterator[tuple[str, str]]:
    """What is said and cannot be, whatever else is said; and why not."""
    for name, value in said.items():
        if name in _OF_A_COMMAND:
            yield name, f"{OPTIONS[name].flag} is for the command line"
        elif name in _OF_A_SOCKET and not by_socket:
            yield name, "there is no socket"
        elif name in _PATHS and not _may_be_path(value):
            yield name, "a path has no NUL, and nothing that its file system cannot encode"
        elif name == "ca" and value is not None and not isinstance(value, _PATH):
            yield name, "must be a file's path"
        elif name == "ca" and value is not None and said.get("tls_cert") is None:
            yield name, "is for a certificate of one's own: say tls_cert and tls_key, too"


def _may_be_path(said: object) -> bool:
    """Whether something can be a path, or is none, which is judged elsewhere."""
    try:
        return not isinstance(said, _PATH) or b"\0" not in fsencode(said)
    except UnicodeEncodeError:
        return False


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
