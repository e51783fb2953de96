"""A piece of advice."""

from typing import NamedTuple

from mock_isales.contract.json_text import JsonValue
from mock_isales.contract.text import Text


class Advice(NamedTuple):
    """What to change.

    Attributes:
        sentences: What to do, step by step.
        value: The nearest value that passes; None where there is none to tell.
    """

    sentences: list[Text]
    value: JsonValue = None
