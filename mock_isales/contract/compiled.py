"""The compiled check of a body: pydantic-core accepts what is plainly valid, with no Python on the way.

It may only say "plainly valid". Whatever it does not accept is undecided: the fields themselves judge it.
"""

import dataclasses
from typing import Generic, TypeVar

from pydantic_core import SchemaValidator, ValidationError, core_schema

from mock_isales.contract.characters import Alphabet
from mock_isales.contract.fields import Field, List, Scalar, Shape
from mock_isales.contract.interface import Interface
from mock_isales.contract.json_text import MAX_DEPTH
from mock_isales.contract.scalars import Integer, String
from mock_isales.contract.service import Terms

Request = TypeVar("Request")

_NAN, _INFINITY = b"NaN", b"Infinity"
"""What the compiled check lets pass, and no JSON has: in a body that holds such bytes it decides nothing."""

_ESCAPE = b"\\u"
_UNSEEN = (b"\\u0000", b"\\ud", b"\\uD")
"""The same of what it counts otherwise than the contract. The last two are surrogates, two characters in UTF-16."""

_FOUR_BYTE_LEADS = bytes(range(0xF0, 0xF5))
_VISIBLE_DEPTH = 10
"""Deeper than any documented body nests. What nests deeper stands in a value that a key given twice hides."""


class CompiledBody(Generic[Request]):
    """Accepts bodies of one interface that are plainly valid under some terms."""

    def __init__(self, interface: Interface[Request], terms: Terms) -> None:
        self._validator = SchemaValidator(_shape_schema(interface.body, terms))

    def accept(self, body: bytes) -> Request | None:
        """The typed request of a plainly valid body; None decides nothing."""
        if _has_unseen(body) or _has_astral(body):
            return None
        try:
            request: Request = self._validator.validate_json(body)
        except ValidationError:
            return None
        return None if _may_hide_depth(body, request) else request


def _has_unseen(body: bytes) -> bool:
    """Whether a body has what the compiled check does not see; most bodies have no escape of that kind at all."""
    if _NAN in body or _INFINITY in body:
        return True
    return _ESCAPE in body and any(sign in body for sign in _UNSEEN)


def _has_astral(body: bytes) -> bool:
    """Whether a body has characters outside the basic plane, by the lead bytes that UTF-8 gives them."""
    return not body.isascii() and any(lead in body for lead in _FOUR_BYTE_LEADS)


def _may_hide_depth(body: bytes, request: object) -> bool:
    """Whether a body has brackets enough, beyond those of its request, to be nested too deep out of sight."""
    brackets = body.count(b"{") + body.count(b"[")
    return brackets > MAX_DEPTH and brackets - _brackets(request) > MAX_DEPTH - _VISIBLE_DEPTH


def _brackets(request: object) -> int:
    """How many brackets open in the body that became a request."""
    if isinstance(request, list):
        return 1 + sum(map(_brackets, request))
    if dataclasses.is_dataclass(request):
        return 1 + sum(_brackets(getattr(request, field.name)) for field in dataclasses.fields(request))
    return 0


def _shape_schema(shape: Shape, terms: Terms) -> core_schema.CoreSchema:
    fields = [
        core_schema.dataclass_field(
            field.attribute, _field_schema(field, terms), validation_alias=field.name, kw_only=False
        )
        for field in shape.fields
    ]
    arguments = core_schema.dataclass_args_schema(shape.becomes.__name__, fields, extra_behavior="forbid")
    names = [field.attribute for field in shape.fields]
    return core_schema.dataclass_schema(shape.becomes, arguments, names, slots=True, strict=True)


def _field_schema(field: Field, terms: Terms) -> core_schema.CoreSchema:
    if isinstance(field, List):
        maximum = None if field.maximum is None else field.maximum(terms)
        return core_schema.list_schema(
            _shape_schema(field.shape, terms), min_length=1, max_length=maximum, strict=True
        )  # fmt: skip
    if isinstance(field, Integer):
        return core_schema.int_schema(ge=field.low, le=field.high, strict=True)
    if isinstance(field, String):
        return _optional(field, _string_schema(field, terms))
    raise TypeError(f"no compiled check for {field.name}")


def _string_schema(field: String, terms: Terms) -> core_schema.CoreSchema:
    pattern = field.form.pattern if field.form else _pattern(field.alphabet, terms)
    return core_schema.str_schema(min_length=1, max_length=field.max_length, pattern=pattern, strict=True)


def _pattern(alphabet: Alphabet | None, terms: Terms) -> str | None:
    return alphabet.pattern(terms.readings) if alphabet else None


def _optional(field: Scalar, schema: core_schema.CoreSchema) -> core_schema.CoreSchema:
    return schema if field.mandatory else core_schema.with_default_schema(schema, default=field.default)
