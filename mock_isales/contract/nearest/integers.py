"""The nearest number of an Integer field, in a body or in a path."""

from mock_isales.contract.fields import is_empty
from mock_isales.contract.json_text import JsonInteger, JsonValue
from mock_isales.contract.nearest import sentences
from mock_isales.contract.nearest.numbers import meant, within
from mock_isales.contract.nearest.sentences import Nearest
from mock_isales.contract.scalars import Integer, PathInteger


def nearest_integer(field: Integer, value: JsonValue) -> Nearest:
    """The nearest number that passes all checks of a field of a body."""
    if is_empty(value):
        return Nearest(_example(field), (sentences.GIVEN,))
    number = meant(value) if isinstance(value, str) else None
    if number is None:
        return Nearest(_example(field), (sentences.EXAMPLE,))
    done = [] if isinstance(value, JsonInteger) else [sentences.AS_INTEGER]
    if not field.low <= number <= field.high:
        done.append(sentences.clamped(field.low, field.high))
    return Nearest(JsonInteger(within(number, field.low, field.high)), tuple(done))


def nearest_in_path(field: PathInteger, value: str) -> Nearest:
    """The nearest number that passes all checks of a parameter in the path."""
    number = meant(value)
    if number is None:
        unfilled = "{" in value and "}" in value
        return Nearest(_example(field), (sentences.PLACEHOLDER if unfilled else sentences.EXAMPLE,))
    is_in_range = field.low <= number and (field.high is None or number <= field.high)
    sentence = sentences.IN_DIGITS if is_in_range else sentences.clamped(field.low, field.high)
    return Nearest(JsonInteger(within(number, field.low, field.high)), (sentence,))


def _example(field: Integer | PathInteger) -> JsonInteger:
    return JsonInteger(str(field.example))
