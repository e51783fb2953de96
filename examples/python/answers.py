"""What CC-iSales answers to added records: data ids, or an error for each code that is worth one."""

import operator
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Self

import httpx

SUCCESS = "0200000"


@dataclass(frozen=True)
class Stored:
    """An entry of the list of data ids.

    Attributes:
        called: A number of the record, as it was sent.
        data_id: What the record is called there.
    """

    called: str
    data_id: str


@dataclass(frozen=True)
class Answer:
    """What a call was answered.

    Attributes:
        code: Seven digits or eight: 0200001 and 02000001 are two codes, which no number can tell apart from its text.
        description: Its sentence.
        total: How many calls the campaign still has to make; 0 if the call was refused.
        stored: What was stored, in the order sent; nothing if the call was refused.
    """

    code: str
    description: str
    total: int = 0
    stored: Sequence[Stored] = ()

    @classmethod
    def of(cls, response: httpx.Response) -> Self:
        """Read an answer.

        Raises:
            NoAnswer: It says that nothing was done, and is none of the interface's.
            OutcomeUnknown: It does not say what was done.
        """
        if response.is_client_error:
            raise NoAnswer(f"HTTP {response.status_code}: {response.text[:200]}")
        if response.status_code != HTTPStatus.OK:
            raise OutcomeUnknown(f"HTTP {response.status_code}: {response.text[:200]}")
        try:
            return cls._of_body(response.json())
        except (ValueError, LookupError, TypeError):
            raise OutcomeUnknown(f"HTTP 200, but not in the documented form: {response.text[:200]}") from None

    @classmethod
    def _of_body(cls, body: Mapping[str, Any]) -> Self:
        told, twin = (body["resultCode"], body["resultDesc"]), (body["returnCode"], body["returnDesc"])
        if told != twin:
            raise Contradiction(f"{told} and {twin} in one answer")
        if told[0] != SUCCESS:
            return cls(*told)
        returned = body["returnObject"]
        # The document's examples call the list dataIdList, its table datalist.
        entries = returned["dataIdList" if "dataIdList" in returned else "datalist"]
        stored = [Stored(entry["called"], entry["dataId"]) for entry in entries]
        return cls(*told, total=operator.index(returned["totalSize"]), stored=stored)


class NoAnswer(Exception):  # noqa: N818 - it reads as what it says
    """Nothing was done, and what says so is not the interface: not authenticated, no such address, nobody listens."""


class OutcomeUnknown(Exception):  # noqa: N818
    """Whether the call was done is not known: its answer was lost, came too late, or is a gateway's.

    Never send its records again by program: their customers could be called twice.
    """


class Contradiction(OutcomeUnknown):
    """An answer that cannot be true: its twins differ, or it tells of other records than were sent."""


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
