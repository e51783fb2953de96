"""What a client did, as a journal keeps it, and what is reported of that."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from mock_isales.contract.readings import Readings
from mock_isales.contract.service import ServiceSettings, Terms
from mock_isales.contract.text import Language
from mock_isales.engine.journal.entries import Entry, Ruling
from mock_isales.engine.report.forms import Finding, Report
from mock_isales.engine.report.making import report_of
from tests.engine.journal.calls import NOON, call

ON = "add_outbound_numbers"
CN = "add_calling_numbers"
PACE = Ruling("0200022", "ON-PACE")
STORING = Ruling("0200006", "ON-STORING")
DUPLICATE = Ruling("0200018", "ON-DUPLICATE")
BLOCKLIST = Ruling("0200024", "ON-BLOCKLIST")
UNAVAILABLE = Ruling()


def told(code: str) -> Ruling:
    """What a fault says."""
    return Ruling(code)


class Client:
    """Makes calls that are answered as is said; time stands still between them but for what `wait` says."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.at = NOON

    def wait(self, seconds: float) -> "Client":
        self.at += round(seconds * 1_000_000)
        return self

    def send(self, body: object, answer: Ruling | None = None, **fields: Any) -> "Client":  # noqa: ANN401
        """Make a call; what is not said is as it is of an accepted ON call."""
        sent = body if isinstance(body, bytes) else json.dumps(body).encode()
        said = {} if answer is None else {"decision": answer}
        self.entries.append(call(id=len(self.entries) + 1, at=self.at, body=sent, **{**said, **fields}))
        return self

    def add(self, *numbers: str, answer: Ruling | None = None, **fields: Any) -> "Client":  # noqa: ANN401
        """Add a record for each called number."""
        return self.send(records(*numbers), answer, **fields)

    def report(self, *, language: Language = Language.ENGLISH, dropped: int = 0, **said: Any) -> Report:  # noqa: ANN401
        """The report on it, under settings and readings."""
        settings = {name: value for name, value in said.items() if name in ServiceSettings.model_fields}
        readings = {name: value for name, value in said.items() if name not in settings}
        terms = Terms(Readings(**readings), ServiceSettings(**settings))
        making = report_of(self.entries, terms, world="w1", dropped=dropped, language=language)
        return result_of(making)

    def found(self, **said: Any) -> dict[str, list[int]]:  # noqa: ANN401
        """The calls that show something, by its kind."""
        return {each.kind: each.calls.first for each in self.report(**said).findings}

    def only(self, **said: Any) -> Finding:  # noqa: ANN401
        """The one thing that is found."""
        (finding,) = self.report(**said).findings
        return finding


def result_of(making: Iterator[None]) -> Report:
    """What comes of work that is done in slices."""
    while True:
        try:
            next(making)
        except StopIteration as done:
            made: Report = done.value
            return made


def records(*numbers: str) -> Mapping[str, Any]:
    return {"callDataList": [{"called": [{"calledNo": number}]} for number in numbers]}
