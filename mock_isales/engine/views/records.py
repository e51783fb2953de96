"""A record as it is shown: the wire's parameters by the names they have here, and what became of it."""

from typing import Annotated, Any, Self

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from mock_isales.contract.requests import CalledNumber, Record
from mock_isales.engine.forms import Form, Time, microseconds_of, time_of, written
from mock_isales.engine.identifiers import highest_data_id
from mock_isales.engine.stores.records import StoredRecord

HIGHEST_DATA_ID = highest_data_id()


def _possible(data_id: str) -> str:
    if int(data_id) > HIGHEST_DATA_ID:
        raise PydanticCustomError("data_id", "must be at most {highest}", {"highest": HIGHEST_DATA_ID})
    return data_id


DataIdText = Annotated[str, Field(pattern=r"^[0-9]{1,19}$"), AfterValidator(_possible)]


class CalledView(Form):
    """A number of a customer."""

    called_no: str = Field(title="The number.")
    delay_time: str = Field("0", title="The call interval in seconds, as it was sent.")
    type: str | None = Field(None, title="The number's type.")


class RecordView(Form):
    """A record of a campaign."""

    data_ids: list[DataIdText] = Field(
        title="Its data id; one a called number under data_id_per: number.", min_length=1
    )
    called: list[CalledView] = Field(title="Its called numbers.", min_length=1)
    session_id: str | None = None
    caller: str | None = None
    custom_field: str | None = None
    recycle_time: str | None = None
    call_data: str | None = None
    priority: Annotated[str, Field(pattern=r"^0*[1-5]$")] = Field("3", title="1 to 5, as it was sent.")
    batch_id: str | None = Field(None, title="The batch of the call that it came with.")
    added_at: Time = Field(title="When it was added.")
    completed_at: Time | None = Field(None, title="When it was completed; null while it is incomplete.")

    @model_validator(mode="after")
    def _as_many_ids_as_numbers(self) -> Self:
        if len(self.data_ids) not in {1, len(self.called)}:
            raise PydanticCustomError("data_ids", "a record has one data id, or one for each of its called numbers")
        return self


def shown_record(stored: StoredRecord) -> dict[str, Any]:
    """A record as it is shown: the JSON of a `RecordView`, made without one, as there may be very many."""
    record = stored.record
    return {
        "data_ids": [str(data_id) for data_id in stored.data_ids],
        "called": [
            {"called_no": each.called_no, "delay_time": each.delay_time, "type": each.type} for each in record.called
        ],
        "session_id": record.session_id,
        "caller": record.caller,
        "custom_field": record.custom_field,
        "recycle_time": record.recycle_time,
        "call_data": record.call_data,
        "priority": record.priority,
        "batch_id": stored.batch_id,
        "added_at": written(time_of(stored.added_at)),
        "completed_at": None if stored.completed_at is None else written(time_of(stored.completed_at)),
    }


def stored_record(view: RecordView) -> StoredRecord:
    """The record that was shown so."""
    record = Record(
        called=[CalledNumber(each.called_no, each.delay_time, each.type) for each in view.called],
        session_id=view.session_id,
        caller=view.caller,
        custom_field=view.custom_field,
        recycle_time=view.recycle_time,
        call_data=view.call_data,
        priority=view.priority,
    )
    completed_at = None if view.completed_at is None else microseconds_of(view.completed_at)
    data_ids = tuple(int(data_id) for data_id in view.data_ids)
    return StoredRecord(data_ids, record, view.batch_id, microseconds_of(view.added_at), completed_at)
