"""Between the engine's objects and the rows that the SQL store keeps them as."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, Insert, Row

from mock_isales.contract.campaigns import CallMode, Campaign, CampaignState, DeviceType, ResultPolicy
from mock_isales.contract.forms import to_digits
from mock_isales.contract.requests import CalledNumber, Record
from mock_isales.engine.contents import KeptCampaign
from mock_isales.engine.stores.protocol import StoredRecord
from mock_isales.engine.stores.sql_bulk import Rows, Values
from mock_isales.engine.stores.sql_statements import ADD_CALLED, ADD_RECORDS

AnyRow = Row[*tuple[Any, ...]]
"""A row that was read."""


def insert_one(connection: Connection, statement: Insert, row: Values) -> int:
    """Insert a row, and return the key that the database gave it."""
    key: int = connection.execute(statement, row).inserted_primary_key[0]  # type: ignore[index] # never None here
    return key


def campaign_values(world_key: int, kept: KeptCampaign) -> Values:
    """The row of a new campaign."""
    campaign = kept.campaign
    return {
        "world_key": world_key,
        "vdn": campaign.vdn,
        "id": to_digits(campaign.id),
        "name": campaign.name,
        "state": campaign.state.value,
        "device_type": campaign.device_type.value,
        "result_policy": campaign.result_policy.value,
        "call_mode": campaign.call_mode.value,
        "pending": kept.pending,
        "incomplete_records": campaign.incomplete_records,
        "incomplete_numbers": campaign.incomplete_numbers,
        "calling_number_count": len(kept.calling_numbers),
        "last_call": campaign.last_call,
    }


def campaign_from(vdn: int, campaign: int, row: AnyRow) -> Campaign:
    """The campaign of a row."""
    return Campaign(
        vdn=vdn,
        id=campaign,
        name=row.name,
        state=CampaignState(row.state),
        device_type=DeviceType(row.device_type),
        result_policy=ResultPolicy(row.result_policy),
        call_mode=CallMode(row.call_mode),
        incomplete_records=row.incomplete_records,
        incomplete_numbers=row.incomplete_numbers,
        last_call=row.last_call,
    )


def add_records(connection: Connection, campaign_key: int, records: Sequence[StoredRecord]) -> None:
    """Insert records with their called numbers."""
    write_records(connection, *record_rows(campaign_key, records))


def record_rows(campaign_key: int, records: Sequence[StoredRecord]) -> tuple[Rows, Rows]:
    """The rows of records, and those of their called numbers."""
    called = [row for stored in records for row in _called_rows(campaign_key, stored)]
    return [_record_row(campaign_key, stored) for stored in records], called


def write_records(connection: Connection, records: Rows, called: Rows) -> None:
    """Insert the rows of records and of their called numbers."""
    ADD_RECORDS.execute(connection, records)
    ADD_CALLED.execute(connection, called)


def _record_row(campaign_key: int, stored: StoredRecord) -> tuple[Any, ...]:
    """The row of a record, as `RecordRow` has its columns."""
    data_ids, record, batch_id, added_at, completed_at = stored
    return (
        campaign_key,
        data_ids[0],
        batch_id,
        added_at,
        record.session_id,
        record.caller,
        record.custom_field,
        record.recycle_time,
        record.call_data,
        record.priority,
        completed_at,
    )


def _called_rows(campaign_key: int, stored: StoredRecord) -> Iterator[tuple[Any, ...]]:
    """The rows of a record's called numbers, as `CalledNumberRow` has its columns.

    The record's data ids go to the first of them, or to each.
    """
    data_ids = stored.data_ids
    for position, (called, data_id) in enumerate(zip_longest(stored.record.called, data_ids)):
        yield campaign_key, data_ids[0], position, called.called_no, called.delay_time, called.type, data_id


def records_from(records: Iterable[AnyRow], called: Iterable[AnyRow]) -> Iterator[StoredRecord]:
    """The records of some rows, all rows being in the order of their campaigns' keys and the records' data ids."""
    of_each = groupby(called, attrgetter("campaign_key", "record_id"))
    for row, (_, numbers) in zip(records, of_each, strict=True):
        yield _record_from(row, list(numbers))


def _record_from(row: AnyRow, called: Sequence[AnyRow]) -> StoredRecord:
    record = Record(
        called=[CalledNumber(number.called_no, number.delay_time, number.type) for number in called],
        session_id=row.session_id,
        caller=row.caller,
        custom_field=row.custom_field,
        recycle_time=row.recycle_time,
        call_data=row.call_data,
        priority=row.priority,
    )
    data_ids = tuple(number.data_id for number in called if number.data_id is not None)
    return StoredRecord(data_ids, record, row.batch_id, row.added_at, row.completed_at)
