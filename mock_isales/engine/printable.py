"""Text that others sent, where people read it: it must not steer their terminal."""


def printable(text: str, longest: int = 80) -> str:
    """A text in one line without anything but what can be seen; what is beyond the longest is cut.

    Args:
        text: The text.
        longest: How many characters of it are shown.
    """
    shown = "".join(each if each.isprintable() else _escaped(each) for each in text[:longest])
    return f"{shown}…" if len(text) > longest else shown


def _escaped(character: str) -> str:
    return character.encode("unicode_escape").decode()
