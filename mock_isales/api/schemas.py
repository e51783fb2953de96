"""JSON Schemas of the documented parameters, from the declarations of the fields."""

from typing import Any

from mock_isales.contract.fields import Field, List, Shape
from mock_isales.contract.scalars import Integer, PathInteger, String
from mock_isales.contract.service import Terms

Schema = dict[str, Any]

_NO_NUL = "^[^\\u0000]*$"


def shape_schema(shape: Shape, terms: Terms) -> Schema:
    """An object; fields that are not documented are ignored, so that the schema leaves them open."""
    return {
        "type": "object",
        "properties": {field.name: field_schema(field, terms) for field in shape.fields},
        "required": [field.name for field in shape.fields if field.mandatory],
    }


def field_schema(field: Field, terms: Terms) -> Schema:
    """One parameter: its type, its limits, its meaning in both languages, the document's example."""
    schema = _own_schema(field, terms)
    if terms.readings.json_types == "coerce" and isinstance(field, String | Integer):
        schema = _coerced(schema)
    schema["description"] = f"{field.meaning.english} {field.meaning.chinese} ({field.document.value}, {field.section})"
    if field.example is not None:
        schema["examples"] = [field.example]
    return schema


def _own_schema(field: Field, terms: Terms) -> Schema:
    if isinstance(field, List):
        return _list_schema(field, terms)
    if isinstance(field, PathInteger | Integer):
        limits = {"minimum": field.low} if field.high is None else {"minimum": field.low, "maximum": field.high}
        return {"type": "integer", **limits}
    if isinstance(field, String):
        return _string_schema(field, terms)
    raise TypeError(f"no schema for {field.name}")


def _coerced(schema: Schema) -> Schema:
    """A schema that also takes a number for a String, and a text for an Integer; the limits of the other type hold."""
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return schema | {"type": [*types, "string" if "integer" in types else "number"]}


def _list_schema(field: List, terms: Terms) -> Schema:
    schema: Schema = {"type": "array", "minItems": 1, "items": shape_schema(field.shape, terms)}
    if field.maximum is not None:
        schema["maxItems"] = field.maximum(terms)
    return schema


def _string_schema(field: String, terms: Terms) -> Schema:
    """A String; an optional one may also be null or empty, which counts as absent."""
    schema: Schema = {"type": "string", "minLength": 1} if field.mandatory else {"type": ["string", "null"]}
    if field.max_length is not None:
        schema["maxLength"] = field.max_length
    if field.form is not None:
        schema["pattern"] = f"^(?:{field.form.pattern.removeprefix('^').removesuffix('$')})?$"
    elif field.alphabet is not None:
        schema["pattern"] = field.alphabet.pattern(terms.readings).replace("[^", "[^\\u0000", 1)
    else:
        schema["pattern"] = _NO_NUL
    if field.default is not None:
        schema["default"] = field.default
    return schema
