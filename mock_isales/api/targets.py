"""The limit to a request target, which every server has: it keeps the numbers in a path to a size to be handled."""

from http import HTTPStatus

from fastapi import Response

from mock_isales.api.problems import problem

LONGEST_TARGET = 8192
"""The most bytes of a request target; RFC 9110 recommends at least 8,000."""


def target_too_long() -> Response:
    """The answer to a longer one."""
    detail = f"The request target is longer than {LONGEST_TARGET} bytes."
    return problem("uri-too-long", HTTPStatus.REQUEST_URI_TOO_LONG, detail, {"Connection": "close"})
