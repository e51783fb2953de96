"""Addresses of databases, as they may be told."""

import re

_PASSWORD = re.compile(r"(?P<before>://[^/@:]*:)[^@]*(?=@)|(?P<asked>[?&]password=)[^&]*")


def without_password(url: str) -> str:
    """An address without the password that may stand in it."""
    return _PASSWORD.sub(r"\g<before>\g<asked>***", url)
