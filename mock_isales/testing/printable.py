"""Text that others sent, on a terminal: it must not steer it."""

import json

from mock_isales.engine.printable import printable

__all__ = ["in_json", "printable"]


def in_json(value: object) -> str:
    """A value as JSON in one line of ASCII that a terminal shows and a program reads."""
    return json.dumps(value).replace("\x7f", "\\u007f")
