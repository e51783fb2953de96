"""The phrases of HTTP statuses."""

from http import HTTPStatus


def phrase_of(status: int) -> str:
    """What a status is called; empty if it is none that is registered."""
    return HTTPStatus(status).phrase if status in HTTPStatus.__members__.values() else ""


def in_words(status: int) -> str:
    """A status with its phrase, such as `404 Not Found`."""
    return f"{int(status)} {phrase_of(status)}".rstrip()
