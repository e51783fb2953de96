"""Six mistakes that clients really make: the dialler with one of them each, for its test suite to find."""

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from answers import Answer, EmptyParameter, Refused, Stored
from dialler import RECORDS_MAX, Dialler, Record


class NoPace(Dialler):
    """Calls as fast as the server answers, and relies on being told when that is too fast."""

    def _keep_pace(self) -> None:
        pass


class SplitsBy21(Dialler):
    """Looks whether a call is full after the record that no longer fits."""

    def _batches(self, records: Sequence[Record]) -> Iterator[Sequence[Record]]:
        batch: list[Record] = []
        for record in records:
            batch.append(record)
            if len(batch) > RECORDS_MAX:
                yield batch
                batch = []
        if batch:
            yield batch


class TakesHttp200ForSuccess(Dialler):
    """Stops at the errors that it knows, and takes whatever else comes with HTTP 200 for a success."""

    def _take(self, batch: Sequence[Record], answer: Answer) -> None:
        if answer.code in self.errors or answer.stored:
            super()._take(batch, answer)


class RetriesADuplicate(Dialler):
    """Tries again what will be as wrong the next time."""

    retried = Dialler.retried | {"0200018"}


class CountsNumbers(Dialler):
    """Takes the list of data ids for one of called numbers, so that records get the data ids of others."""

    def _by_session(self, batch: Sequence[Record], stored: Sequence[Stored]) -> dict[str, str]:
        sessions = [record.session for record in batch for _ in record.numbers]
        return dict(zip(sessions, (entry.data_id for entry in stored), strict=False))


class ConfusesEmptyParameter(Dialler):
    """Has one 0 too few in its table of codes: 02000001 was meant."""

    errors: ClassVar[Mapping[str, type[Refused]]] = {**Dialler.errors, "0200001": EmptyParameter}
