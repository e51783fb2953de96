"""Settings: what the server was told. What the environment says of it is read here and in `environment.py` alone."""

import os
import re
from collections.abc import Mapping
from importlib import import_module
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from mock_isales.contract.c2.access_keys import AccessKey
from mock_isales.contract.readings import EDITION_PRESETS, Edition, Readings
from mock_isales.contract.service import ServiceSettings, Terms
from mock_isales.engine.contents import Said
from mock_isales.engine.limits import Limits
from mock_isales.engine.seeds import Seed
from mock_isales.environment import is_injected, told_to_server
from mock_isales.options import NESTING, OPTIONS, PREFIX
from mock_isales.variables import CLIENT_VARIABLES

if TYPE_CHECKING:  # it is imported where one is told
    from mock_isales.engine.lies.lie import Lie

Auth = Literal["present", "c2", "off"]
LogLevel = Literal["debug", "info", "warning", "error"]
LogFormat = Literal["text", "json"]

NO_TOKEN = "off"  # noqa: S105 - the word that says there is none
"""As the control token: `/_mock` asks for none."""

_TABLES: dict[str, type[BaseModel]] = {"readings": Readings, "settings": ServiceSettings}
"""Options that are many, each with a name."""

_GIBIBYTE = 1024 * 1024 * 1024
_YEAR_SECONDS = 366 * 24 * 60 * 60

_MOST_WORKERS = 64
_POSTGRESQL = "postgresql"

_STORE = re.compile(r"memory|(sqlite|postgresql)(\+\w+)?://.*")
_PRINTABLE = re.compile(r"[!-~]+")
_VDN = "[1-9][0-9]{0,3}"
_ACCESS_KEY = re.compile(rf"(?P<ak>[!-.0-9;-~]{{1,128}}):(?P<sk>[^\s:]{{1,1024}})(:(?P<vdns>{_VDN}(,{_VDN})*))?")


class LenientServiceSettings(ServiceSettings):
    """Settings of the imitated server as flags and variables have them: in text."""

    model_config = ConfigDict(strict=False, defer_build=True)


def _known_store(name: str) -> str:
    """Refuse what names no store; whether it can be opened is seen when it is."""
    if not _STORE.fullmatch(name):
        raise PydanticCustomError("store", "must be memory, sqlite:///FILE or postgresql+psycopg://HOST/DATABASE")
    return name


def _needs_postgresql(store: str) -> str:
    kind = "in memory each process would be a double of its own" if store == "memory" else "SQLite is for one process"
    return f"must be 1 with this store ({kind}): --store postgresql+psycopg://HOST/DATABASE is for several"


def _known_lie(name: str | None) -> str | None:
    """Refuse what no lie is called. They are imported where one is told."""
    if name is not None and name not in lies():
        raise PydanticCustomError("lie", "is no lie; mock-isales mutate --list tells which there are")
    return name


def _token(told: str | None) -> str | None:
    """Refuse what cannot stand in a header; the message does not repeat it."""
    if told is not None and not _PRINTABLE.fullmatch(told):
        raise PydanticCustomError("token", "must be printable ASCII without white space")
    return told


def _keys(told: object) -> object:
    """The access keys of a repeated flag; a variable has them in one text, between white space."""
    return tuple(told.split()) if isinstance(told, str) else told


def _no_key_twice(keys: tuple[AccessKey, ...]) -> tuple[AccessKey, ...]:
    if len({key.ak for key in keys}) < len(keys):
        raise PydanticCustomError("access_key", "an access key is told twice")
    return keys


def _access_key(told: object) -> object:
    """The access key of `AK:SK` or `AK:SK:VDN,VDN`; the message repeats nothing of it."""
    if not isinstance(told, str):
        return told
    match = _ACCESS_KEY.fullmatch(told)
    if match is None:
        raise PydanticCustomError("access_key", "must be AK:SK, or AK:SK:VDN,VDN with VDNs from 1 to 9999")
    vdns = match["vdns"]
    return AccessKey(match["ak"], match["sk"], frozenset(map(int, vdns.split(","))) if vdns else None)


_AccessKey = Annotated[AccessKey, BeforeValidator(_access_key)]


def _each(told: object) -> object:
    """The values of a repeatable flag; a variable has them in one text, between commas."""
    return [each.strip() for each in told.split(",")] if isinstance(told, str) else told


def _plain(table: object) -> object:
    """A table as its names and values, where it is told as a model."""
    return table.model_dump(exclude_unset=True) if isinstance(table, BaseModel) else table


def _option(name: str, **limits: Any) -> Any:  # noqa: ANN401 - a field's default may be of any type
    return Field(OPTIONS[name].default, title=OPTIONS[name].help, **limits)


class Settings(BaseModel):
    """What the server was told: by its flags, which come as arguments, then by the environment.

    `readings` and `settings` hold what was said of them (`model_fields_set`); `terms` adds the rest.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True, defer_build=True)

    host: str = _option("host")
    port: int = _option("port", ge=0, le=65535)
    port_file: Path | None = _option("port_file")
    store: Annotated[str, AfterValidator(_known_store)] = _option("store")
    workers: int = _option("workers", ge=1, le=_MOST_WORKERS)
    seed: Path | None = _option("seed")
    seed_if_there: Path | None = _option("seed_if_there")
    reseed: bool = _option("reseed")
    edition: Edition = _option("edition")
    readings: Readings = _option("readings")
    settings: LenientServiceSettings = _option("settings")
    max_body: int = _option("max_body", ge=1, le=_GIBIBYTE)
    auth: Auth = _option("auth")
    access_keys: Annotated[
        tuple[_AccessKey, ...],
        BeforeValidator(_keys),
        AfterValidator(_no_key_twice),
    ] = _option("access_keys")
    control_token: Annotated[str | None, AfterValidator(_token)] = _option("control_token")
    worlds_max: int = _option("worlds_max", ge=1, le=100_000)
    world_idle: float = _option("world_idle", ge=0, le=_YEAR_SECONDS, allow_inf_nan=False)
    journal_max: int = _option("journal_max", ge=0, le=64 * _GIBIBYTE)
    journals_max: int = _option("journals_max", ge=0, le=64 * _GIBIBYTE)
    request_ids: bool = _option("request_ids")
    coverage: bool = _option("coverage")
    tls: bool = _option("tls")
    tls_dir: Path | None = _option("tls_dir")
    tls_ca_out: Path | None = _option("tls_ca_out")
    tls_name: Annotated[tuple[str, ...], BeforeValidator(_each)] = _option("tls_name")
    tls_cert: Path | None = _option("tls_cert")
    tls_key: Path | None = _option("tls_key")
    log_level: LogLevel = _option("log_level")
    log_format: LogFormat = _option("log_format")
    lie: Annotated[str | None, AfterValidator(_known_lie)] = _option("lie")

    @property
    def seed_file(self) -> Path | None:
        """The seed file; None where the demo is meant."""
        if self.seed is None and self.seed_if_there is not None and os.path.lexists(self.seed_if_there):
            return self.seed_if_there
        return self.seed

    @property
    def is_local(self) -> bool:
        """Whether only this machine can reach the server."""
        return is_local(self.host)

    def terms(self, said: Said) -> Terms:
        """What the calls of a world are judged under.

        The defaults, then the edition's, then the seed's, then what was told here, then what the world was told: by a
        seed of its own, and since.
        """
        told = Seed.model_construct({"readings", "settings"}, readings=self.readings, settings=self.settings)
        layers = [said.seed, told, *([said.seed] if said.own else []), said.changes]
        readings: dict[str, Any] = dict(EDITION_PRESETS[self.edition])
        service: dict[str, Any] = {}
        for layer in layers:
            readings |= layer.readings.model_dump(exclude_unset=True)
            service |= layer.settings.model_dump(exclude_unset=True)
        keys = self._access_keys(said)
        return Terms(Readings.model_validate(readings), ServiceSettings.model_validate(service), keys)

    def _access_keys(self, said: Said) -> tuple[AccessKey, ...]:
        """Those of the seed and those told here; of two with one name it is as with the settings."""
        seeded = {key.ak: key.key for key in said.seed.access_keys}
        told = {key.ak: key for key in self.access_keys}
        return tuple((told | seeded if said.own else seeded | told).values())

    def lying(self) -> "Lie | None":
        """What the double departs in from the documents."""
        return None if self.lie is None else lies()[self.lie]

    def limits(self) -> Limits:
        """What each world gets, and all together."""
        return Limits(self.worlds_max, self.world_idle, self.journal_max, self.journals_max)

    @field_validator("workers")
    @classmethod
    def _share_a_store(cls, workers: int, told: ValidationInfo) -> int:
        """Refuse several processes that would each be a double of its own, or wait for one file."""
        store: str = told.data.get("store", "")
        if workers > 1 and not store.startswith(_POSTGRESQL):
            raise PydanticCustomError("workers", "{text}", {"text": _needs_postgresql(store)})
        return workers

    @model_validator(mode="before")
    @classmethod
    def _with_environment(cls, told: dict[str, Any]) -> dict[str, Any]:
        """What arguments tell, and what the environment tells besides."""
        said = _environment()
        tables = {
            name: {**said[name], **table}
            for name in said.keys() & _TABLES
            if isinstance(table := _plain(told.get(name, {})), Mapping)
        }
        return {**said, **told, **tables}


class ToldSettings(Settings):
    """The same of arguments alone: what a test suite says is not changed by the environment that it runs in."""

    @model_validator(mode="before")
    @classmethod
    def _with_environment(cls, told: dict[str, Any]) -> dict[str, Any]:
        """What arguments tell, and nothing besides."""
        return told


def _environment() -> dict[str, Any]:
    """What the environment tells, by its field."""
    said: dict[str, Any] = {}
    for name, value in told_to_server(known_variables()).items():
        option, _, name_in_table = name.removeprefix(PREFIX).lower().partition(NESTING)
        if name_in_table:
            said.setdefault(option, {})[name_in_table] = value
        else:
            said[option] = value
    return said


def lies() -> "Mapping[str, Lie]":
    """What a double can be told to depart in from the documents, by name."""
    known: Mapping[str, Lie] = import_module("mock_isales.engine.lies.catalogue").LIES
    return known


def is_local(host: str) -> bool:
    """Whether a host is this machine, by its own name or a loopback address."""
    name = host.strip("[]").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False


def known_variables() -> list[str]:
    """All variables that the server can be told by."""
    single = [name for name in Settings.model_fields if name not in _TABLES]
    nested = [f"{table}{NESTING}{name}" for table, model in _TABLES.items() for name in model.model_fields]
    return [PREFIX + name.upper() for name in (*single, *nested)]


def unknown_variables() -> list[str]:
    """The variables that look as if the server should know them, and that it does not."""
    known = [*known_variables(), *CLIENT_VARIABLES]
    return sorted(
        name
        for name, value in os.environ.items()
        if name.upper().startswith(PREFIX) and name.upper() not in known and not is_injected(name, value)
    )
