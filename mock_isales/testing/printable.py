"""Text that others sent, on a terminal: it must not steer it."""

import json


def printable(text: str, longest: int = 80) -> str:
    """A text in one line without anything but what can be seen; what is beyond the longest is cut.

    Args:
        text: The text.
        longest: How many characters of it are shown.
    """
    shown = "".join(each if each.isprintable() else _escaped(each) for each in text[:longest])
    return f"{shown}…" if len(text) > longest else shown


def in_json(value: object) -> str:
    """A value as JSON in one line of ASCII that a terminal shows and a program reads."""
    return json.dumps(value).replace("\x7f", "\\u007f")


def _escaped(character: str) -> str:
    return character.encode("unicode_escape").decode()
