"""The fields of an interface, found and changed wherever they stand: in the path, in the body, in its lists."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from mock_isales.contract.fields import Field, List, Shape
from mock_isales.contract.interface import Interface

Change = Callable[[Any], Any]
"""Gives a field as it is to be; one that is not concerned, as it is."""


def fields_of(interface: Interface[Any]) -> Iterator[Field]:
    """All fields, in the order of the checks."""
    for field in (interface.vdn, interface.campaign, *interface.options, interface.entries):
        yield from _with_inner(field)


def with_fields(interface: Interface[Any], change: Change) -> Interface[Any]:
    """The interface with its fields changed."""
    return replace(
        interface,
        vdn=change(interface.vdn),
        campaign=change(interface.campaign),
        options=tuple(map(change, interface.options)),
        entries=_changed(interface.entries, change),
    )


def _with_inner(field: Field) -> Iterator[Field]:
    yield field
    if isinstance(field, List):
        for inner in field.shape.fields:
            yield from _with_inner(inner)


def _changed(field: Any, change: Change) -> Any:  # noqa: ANN401 - of whatever kind it is
    if isinstance(field, List):
        shape = Shape(field.shape.becomes, tuple(_changed(inner, change) for inner in field.shape.fields))
        field = replace(field, shape=shape)
    return change(field)
