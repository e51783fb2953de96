"""The flags, made of the table of options."""

import inspect
from collections.abc import Callable
from typing import Annotated, Any

import typer

from mock_isales.cli.failing import told
from mock_isales.cli.given import NotNamed, given
from mock_isales.options import OPTIONS


def takes(*names: str, **defaults: object) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the flags of options, beside its own parameters; it gets what is given of them as `flags`.

    Args:
        names: The options.
        defaults: What the command itself takes for some of them instead of their defaults, so that its help says so.
    """

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        own = [each for each in inspect.signature(command).parameters.values() if each.name != "flags"]

        def taking(**values: Any) -> None:  # noqa: ANN401 - as Typer reads them
            with told(NotNamed):
                flags = given({name: values.pop(name) for name in names})
            command(**values, flags=flags)

        taking.__name__, taking.__doc__ = command.__name__, command.__doc__
        parameters = sorted(
            [*own, *(_parameter(name, defaults.get(name)) for name in names)], key=lambda each: each.kind
        )
        taking.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        taking.__annotations__ = {each.name: each.annotation for each in parameters}
        return taking

    return decorate


def flag(name: str, default: object = None) -> Any:  # noqa: ANN401 - Typer reads it as a parameter's default
    """The flag of an option. Its value is judged with the environment's, so it is text here.

    Args:
        name: The option.
        default: What its default is here, if it is another one than that of the server.
    """
    option = OPTIONS[name]
    shown = option.default if default is None else default
    default_told = "" if shown in (None, {}, (), False) else f"; default: {'on' if shown is True else shown}"
    names = [option.flag] if option.metavar else [f"{option.flag}/--no-{option.flag[2:]}"]
    text = f"{option.help} [{option.variable}{default_told}]"
    return typer.Option(*names, metavar=option.metavar or None, help=text, show_default=False, hidden=option.hidden)


def _parameter(name: str, default: object) -> inspect.Parameter:
    option = OPTIONS[name]
    kind = bool | None if not option.metavar else list[str] | None if option.is_many else str | None
    return inspect.Parameter(
        name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=Annotated[kind, flag(name, default)]
    )
