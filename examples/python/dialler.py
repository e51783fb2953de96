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

from answers import ERRORS, SUCCESS, Answer, Refused

RECORDS_MAX = 20  # of a call: isales.api.calldata.max
PACE = 1.0  # seconds between two calls for one campaign
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
    """Adds records to one campaign.

    Args:
        url: The server's address.
        vdn: The virtual contact centre.
        campaign: Its campaign.
        authorization: The header's value, or what signs each request.
        pause: Waits for so many seconds.

    Attributes:
        data_ids: The data id of each record that was accepted, by its session; true after an exception, too.
    """

    errors: ClassVar[Mapping[str, type[Refused]]] = ERRORS
    retried: ClassVar[frozenset[str]] = frozenset({"0200006", "0200022"})  # nothing was stored, and it may work later

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
            self._client = httpx.Client(headers={**headers, "Authorization": authorization})
        else:
            self._client = httpx.Client(headers=headers, auth=authorization)
        self._address = f"{url}/rest/isales/v2/openapi/campaigns/{vdn}/calldata/{campaign}"
        self._pause = pause
        self._has_called = False
        self.data_ids: dict[str, str] = {}

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

        Raises:
            Refused: The interface refused a call, and each further attempt where there is hope.
            NoAnswer: Something else answered.
            httpx.TransportError: Nothing did. Whether the records were stored is not known, so that the call is not
                made again: their customers could be called twice.
        """
        for batch in self._batches(records):
            self._take(batch, self._call(batch))

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
        response = self._client.post(self._address, json={"callDataList": [record.as_sent() for record in batch]})
        return Answer.of(response)

    def _keep_pace(self) -> None:
        # From one answer to the next call: calls are then never too near, however long each is on its way.
        if self._has_called:
            self._pause(PACE)
        self._has_called = True

    def _take(self, batch: Sequence[Record], answer: Answer) -> None:
        if answer.code != SUCCESS:
            raise self.errors.get(answer.code, Refused)(answer)
        self.data_ids |= self._by_session(batch, answer.data_ids)

    def _by_session(self, batch: Sequence[Record], data_ids: Sequence[str]) -> dict[str, str]:
        return dict(zip((record.session for record in batch), data_ids, strict=True))
