"""What a world may be called."""

import re

NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.:-]{0,127}")
"""It stands in addresses and headers."""


class BadName(ValueError):  # noqa: N818 - it reads as what it says
    """A world cannot be called that; the message says what it may be."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name[:130]!r} is no world's name: 1 to 128 letters, digits, '_', '-', '.' and ':', the first a letter, "
            "a digit or '_'"
        )
