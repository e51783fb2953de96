"""Tells where something wrong stands when it takes several fields to see it."""

from pydantic import ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError


def wrong_at(place: tuple[str | int, ...], value: object, sentence: str) -> ValidationError:
    """The error of a value that stands somewhere below the form that found it wrong.

    Args:
        place: The way to it from that form.
        value: What stands there.
        sentence: What is wrong with it, and what is possible instead.
    """
    details = InitErrorDetails(type=PydanticCustomError("fault", sentence), loc=place, input=value)
    return ValidationError.from_exception_data("Fault", [details])
