"""Flags that a command takes together: its function gets what is given of them in one parameter."""

import inspect
from collections.abc import Callable, Mapping, Sequence
from typing import Any

Command = Callable[..., None]


def gathering(
    command: Command, name: str, flags: Sequence[inspect.Parameter], gather: Callable[[Mapping[str, Any]], object]
) -> Command:
    """Give a command flags where one of its parameters stands.

    Args:
        command: The command.
        name: The parameter.
        flags: The flags that stand there instead, as Typer reads them.
        gather: Makes what the command gets of their values, by their names.
    """
    own = inspect.signature(command).parameters.values()
    stands = [each for one in own for each in (flags if one.name == name else [one])]

    def gathered(**values: Any) -> None:  # noqa: ANN401 - as Typer reads them
        taken = gather({flag.name: values.pop(flag.name) for flag in flags})
        command(**values, **{name: taken})

    gathered.__name__, gathered.__doc__ = command.__name__, command.__doc__
    gathered.__signature__ = inspect.Signature(sorted(stands, key=lambda each: each.kind))  # type: ignore[attr-defined]
    gathered.__annotations__ = {each.name: each.annotation for each in stands}
    return gathered
