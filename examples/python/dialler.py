"""A small client of CC-iSales: adds records to a campaign (Adding Outbound Numbers, V2), in calls as the document asks.

In use:

    with Dialler("https://cc.example:28080", vdn=1, campaign=1, authorization=...) as dialler:
        dialler.add([Record("42", ["88888888", "66666666"])])
    print(dialler.accepted, dialler.data_ids["42"])
"""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Self

import httpx

from answers import ERRORS, SUCCESS, Answer, Contradiction, NoAnswer, OutcomeUnknown, Refused, Stored

RECORDS_MAX = 20  # of a call: isales.api.calldata.max
PACE = 1.0  # seconds between two calls for one campaign
TIMEOUT = 30.0  # seconds for which an answer is waited for, and each further part of it
WAITS = (1.0, 2.0, 4.0)  # seconds before each further attempt, beside the pace


@dataclass(frozen=True)
class Record:
    """A customer to be called.

    Attributes:
        session: What the record is called here; no other record of a dialler has the same.
        numbers: The customer's numbers, in the order in which they are tried.
        call_data: What the flow is told; JSON for an intelligent IVR flow.
    """

    session: str
    numbers: Sequence[str]
    call_data: str | None = None

    def as_sent(self) -> dict[str, Any]:
        """As the interface takes it."""
        called = [{"calledNo": number} for number in self.numbers]
        sent = {"sessionId": self.session, "called": called, "callData": self.call_data}
        return {name: value for name, value in sent.items() if value is not None}


class Dialler:
    """Adds records to one campaign. It is for one thread at a time.

    Args:
        url: The server's address.
        vdn: The virtual contact centre.
        campaign: Its campaign.
        authorization: The header's value, or what signs each request.
        pause: Waits for so many seconds.

    Attributes:
        data_ids: The data id of each record that was accepted, by its session; true after an exception, too.
        uncertain: The sessions of records of which nobody knows whether they were accepted.
    """

    errors: ClassVar[Mapping[str, type[Refused]]] = ERRORS
    retried: ClassVar[frozenset[str]] = frozenset({"0200006", "0200022"})  # it may work later; see README.md

    def __init__(
        self,
        url: str,
        vdn: int,
        campaign: int,
        authorization: str | httpx.Auth,
        *,
        pause: Callable[[float], object] = time.sleep,
    ) -> None:
        headers = {"Content-Type": "application/json; charset=UTF-8", "locale": "en_US"}
        if isinstance(authorization, str):
            self._client = httpx.Client(headers={**headers, "Authorization": authorization}, timeout=TIMEOUT)
        else:
            self._client = httpx.Client(headers=headers, auth=authorization, timeout=TIMEOUT)
        self._address = f"{url}/rest/isales/v2/openapi/campaigns/{vdn}/calldata/{campaign}"
        self._pause = pause
        self._has_called = False
        self.data_ids: dict[str, str] = {}
        self.uncertain: set[str] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    @property
    def accepted(self) -> int:
        """How many records were accepted; a record counts once, however many numbers it has."""
        return len(self.data_ids)

    def add(self, records: Sequence[Record]) -> None:
        """Add records. What was accepted before a call that fails stays accepted.

        It may be called again with the same records: those that were accepted, or may have been, are not sent again.

        Raises:
            ValueError: Two of them have the same session; nothing was sent.
            Refused: The interface refused a call, and each further attempt where there is hope.
            OutcomeUnknown: Nobody knows whether the last call was done.
            NoAnswer: It was not, and something else than the interface says so.
        """
        if len({record.session for record in records}) < len(records):
            raise ValueError("two records have the same session")
        for batch in self._batches([record for record in records if self._is_new(record)]):
            try:
                self._take(batch, self._call(batch))
            except OutcomeUnknown:
                self.uncertain.update(record.session for record in batch)
                raise

    def _is_new(self, record: Record) -> bool:
        return record.session not in self.data_ids and record.session not in self.uncertain

    def _batches(self, records: Sequence[Record]) -> Iterator[Sequence[Record]]:
        for first in range(0, len(records), RECORDS_MAX):
            yield records[first : first + RECORDS_MAX]

    def _call(self, batch: Sequence[Record]) -> Answer:
        for wait in WAITS:
            answer = self._send(batch)
            if answer.code not in self.retried:
                return answer
            self._pause(wait)
        return self._send(batch)

    def _send(self, batch: Sequence[Record]) -> Answer:
        self._keep_pace()
        try:
            response = self._client.post(self._address, json={"callDataList": [record.as_sent() for record in batch]})
        except (httpx.ConnectError, httpx.ConnectTimeout) as nobody:
            raise NoAnswer(f"there was no connection: {nobody}") from nobody
        except httpx.RequestError as lost:
            raise OutcomeUnknown(f"no answer: {lost}") from lost
        return Answer.of(response)

    def _keep_pace(self) -> None:
        # From one answer to the next call: calls are then never too near, however long each is on its way.
        if self._has_called:
            self._pause(PACE)
        self._has_called = True

    def _take(self, batch: Sequence[Record], answer: Answer) -> None:
        if answer.code != SUCCESS:
            raise self.errors.get(answer.code, Refused)(answer)
        if answer.total < len(batch):
            raise Contradiction(f"{len(batch)} records were accepted, and only {answer.total} are to be called")
        self.data_ids |= self._by_session(batch, answer.stored)

    def _by_session(self, batch: Sequence[Record], stored: Sequence[Stored]) -> dict[str, str]:
        # The document's example has an entry for each record, with its first number; its words allow one a number, too.
        for numbers in (1, None):
            sent = [(record.session, number) for record in batch for number in record.numbers[:numbers]]
            if [number for _, number in sent] == [entry.called for entry in stored]:
                found: dict[str, str] = {}
                for (session, _), entry in zip(sent, stored, strict=True):
                    found.setdefault(session, entry.data_id)
                return found
        raise Contradiction("the list of data ids is of other numbers than were sent")
