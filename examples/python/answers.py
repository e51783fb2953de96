"""What CC-iSales answers to added records: data ids, or an error for each code that is worth one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Self

import httpx

SUCCESS = "0200000"


@dataclass(frozen=True)
class Answer:
    """What a call was answered.

    Attributes:
        code: Seven digits or eight: 0200001 and 02000001 are two codes, which no number can tell apart from its text.
        description: Its sentence.
        data_ids: One a record, in the order sent; none if the call was refused.
    """

    code: str
    description: str
    data_ids: Sequence[str]

    @classmethod
    def of(cls, response: httpx.Response) -> Self:
        """Read an answer.

        Raises:
            NoAnswer: It is none of the interface's.
        """
        if response.status_code != HTTPStatus.OK:
            raise NoAnswer(f"HTTP {response.status_code}: {response.text[:200]}")
        try:
            body = response.json()
            entries = (body.get("returnObject") or {}).get("dataIdList") or []
            return cls(body["resultCode"], body["resultDesc"], [entry["dataId"] for entry in entries])
        except (ValueError, LookupError, TypeError, AttributeError):
            raise NoAnswer(f"HTTP 200, but not in the documented form: {response.text[:200]}") from None


class NoAnswer(Exception):  # noqa: N818 - it reads as what it says
    """What came back is not from the interface: not authenticated, no such address, a gateway in between."""


class Refused(Exception):  # noqa: N818
    """The interface refused a call, and stored none of its records.

    Attributes:
        code: Why.
    """

    def __init__(self, answer: Answer) -> None:
        super().__init__(f"{answer.code} {answer.description}")
        self.code = answer.code


class ParameterError(Refused):
    """0200001: the description has the details."""


class EmptyParameter(Refused):
    """02000001: something mandatory is empty."""


class DuplicateNumbers(Refused):
    """0200018: a number stands twice under one session."""


class DatabaseError(Refused):
    """0200006: the records could not be stored."""


class TooFast(Refused):
    """0200022: the last call for this campaign was less than a second ago."""


ERRORS: Mapping[str, type[Refused]] = {
    "0200001": ParameterError,
    "0200006": DatabaseError,
    "0200018": DuplicateNumbers,
    "0200022": TooFast,
    "02000001": EmptyParameter,
}
"""Those that a caller may want to tell from the rest."""
