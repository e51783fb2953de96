"""Values of others as an explanation shows them: in one line, shortened, and without anything that cannot be seen."""

from mock_isales.contract.json_text import JsonDecimal, JsonInteger, JsonValue
from mock_isales.contract.nearest.writing import written
from mock_isales.engine.journal.values import kept as as_kept
from mock_isales.engine.journal.values import shown as as_shown

LONGEST = 120
_ENDING = 12


def seen(text: str) -> str:
    """A text with what cannot be seen escaped."""
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode() for each in text)


def shortened(text: str, longest: int = LONGEST) -> str:
    """A text, its middle left out if it is long."""
    text = text if len(text) <= longest else f"{text[: longest - _ENDING]}…{text[-_ENDING:]}"
    return seen(text)


def value_shown(value: JsonValue) -> str:
    """A value as JSON, shortened."""
    return shortened(written(value))


def as_json(value: JsonValue) -> JsonValue:
    """A value as JSON has it, its numbers as numbers."""
    if isinstance(value, (JsonInteger, JsonDecimal)) or not isinstance(value, str):
        return as_shown(as_kept(value))
    return value
