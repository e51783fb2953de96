"""Makes settings of what was told, and says what of it is wrong, and how."""

import re
from collections.abc import Mapping
from reprlib import Repr
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from mock_isales.engine.seed_files.wording import choices_of, expectation, keys_of, nearest, schema_at, suggestion
from mock_isales.engine.stores.passwords import without_password
from mock_isales.options import NESTING, OPTIONS, PREFIX
from mock_isales.settings import Settings, ToldSettings, known_variables, lies, unknown_variables

_SCHEME = re.compile(r"(?P<scheme>\w+)(\+\w+)?:/*(?P<rest>.*)")
_FILE = re.compile(r".*[./\\].*")
_LONGEST_SHOWN = 200


class SettingsError(Exception):
    """The server cannot be told this. The message has one line for each thing that is wrong."""


def settings_of(flags: Mapping[str, Any]) -> Settings:
    """The settings that flags and environment make.

    Raises:
        SettingsError: A value is wrong.
    """
    try:
        return Settings(**flags)
    except ValidationError as error:
        lines = [f"{_told(each, flags)}: {_wrong(each)}" for each in error.errors()]
        raise SettingsError("\n".join(lines)) from None


def settings_told(told: Mapping[str, Any]) -> Settings:
    """The settings that arguments alone make, whatever the environment says.

    Raises:
        SettingsError: A name or a value is wrong.
    """
    try:
        return ToldSettings(**told)
    except ValidationError as error:
        lines = [f"{_argument(each)}: {_wrong(each)}" for each in error.errors()]
        raise SettingsError("\n".join(lines)) from None


def variable_warnings() -> list[str]:
    """A sentence for each variable that looks as if it were meant for us, but is not known."""
    known = [name.removeprefix(PREFIX) for name in known_variables()]
    return [f"{name} is not known, and ignored; {_variable_meant(name, known)}" for name in unknown_variables()]


def _variable_meant(name: str, known: list[str]) -> str:
    close = nearest(name[len(PREFIX) :], known)
    return f"did you mean {PREFIX}{close}?" if close else "mock-isales serve --help lists what is"


def _told(error: ErrorDetails, flags: Mapping[str, Any]) -> str:
    """How a value was told: the flag, or the variable, with the value."""
    option, *name = (str(part) for part in error["loc"])
    value = "…" if OPTIONS[option].secret else without_password(str(error["input"]))
    named = OPTIONS[option].repeatable
    by_flag = option in flags and (not named or name[0] in flags[option])
    name = name if named else []  # else it counts what was told more than once
    if by_flag:
        return " ".join([OPTIONS[option].flag, "=".join([*name, value])])
    return f"{PREFIX}{NESTING.join([option, *name]).upper()}={value}"


def _argument(error: ErrorDetails) -> str:
    """How a value was told as an argument, with the value."""
    option, *place = error["loc"]
    if option in OPTIONS and not OPTIONS[str(option)].repeatable:
        place = []
    shown = "…" if option in OPTIONS and OPTIONS[str(option)].secret else _shown(error["input"])
    return "".join([str(option), *(f"[{each!r}]" for each in place), "=", shown])


def _shown(value: object) -> str:
    """A value in Python; of one that goes deep, or is long, not all."""
    brief = Repr()
    brief.maxstring = brief.maxother = _LONGEST_SHOWN
    return brief.repr(value)


def _wrong(error: ErrorDetails) -> str:
    loc = error["loc"]
    if error["type"] == "extra_forbidden":
        return f"unknown name; {suggestion(str(loc[-1]), keys_of(schema_at(Settings, loc[:-1])))}"
    if error["type"] == "store":
        return _with(error["msg"], _store_meant(error["input"]))
    if error["type"] == "lie":
        return _with(error["msg"], nearest(_shown(error["input"]).strip("'\""), lies()))
    if error["type"] in {"access_key", "token", "workers"}:
        return error["msg"]
    schema = schema_at(Settings, loc)
    return _with(f"must be {expectation(schema)}", nearest(_shown(error["input"]).strip("'\""), choices_of(schema)))


def _with(sentence: str, meant: str | None) -> str:
    return f"{sentence}; did you mean {meant}?" if meant else sentence


def _store_meant(name: str) -> str | None:
    scheme = _SCHEME.fullmatch(name)
    if scheme:
        close = nearest(scheme["scheme"], ["sqlite", "memory", "postgresql"])
        if close == "postgresql":
            return without_password(f"postgresql+psycopg://{scheme['rest']}")
        return f"sqlite:///{scheme['rest']}" if close == "sqlite" else close
    return f"sqlite:///{name}" if _FILE.fullmatch(name) else nearest(name, ["memory"])
