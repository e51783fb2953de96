"""What a command line gives of the options, as `Settings` takes it."""

from collections.abc import Iterable, Mapping
from typing import Any

from mock_isales.options import OPTIONS


class NotNamed(Exception):  # noqa: N818 - it reads as what it says
    """The value of a repeatable flag has no name."""


def given(flags: Mapping[str, Any]) -> dict[str, Any]:
    """The flags that a command line gives, as `Settings` takes them.

    Raises:
        NotNamed: The value of a repeatable flag has no name.
    """
    present = {name: value for name, value in flags.items() if value not in (None, [])}
    return {name: _named(name, value) if OPTIONS[name].repeatable else value for name, value in present.items()}


def plainly_given(arguments: Iterable[str]) -> dict[str, Any] | None:
    """The same of a command line where each word is plainly a flag or its value; None decides nothing.

    Typer takes longer to be imported and to read some flags than the double takes for all the rest of its start.
    """
    by_flag = {option.flag: option for option in OPTIONS.values()}
    flags: dict[str, Any] = {}
    words = iter(arguments)
    for word in words:
        flag, equals, value = word.partition("=")
        option = by_flag.get(flag)
        if option is None or (equals and not option.metavar):
            return None
        if option.metavar and not equals:
            value = next(words, "")
        if option.metavar and (not value or value.startswith("-")):
            return None
        if option.is_many:
            flags.setdefault(option.name, []).append(value)
        else:
            flags[option.name] = value if option.metavar else True
    try:
        return given(flags)
    except NotNamed:
        return None


def _named(option: str, pairs: list[str]) -> dict[str, str]:
    named = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise NotNamed(f"{OPTIONS[option].flag} {pair}: must be NAME=VALUE")
        named[name.strip()] = value.strip()
    return named
