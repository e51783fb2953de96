"""The records of a campaign in a database, as they are seen and completed from outside of a call."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, func, select

from mock_isales.engine.contents import KeptCampaign
from mock_isales.engine.stores import sql_admin_statements as sql
from mock_isales.engine.stores.records import PENDING_PRIORITY, RecordPage, WantedRecords
from mock_isales.engine.stores.sql_rows import records_from
from mock_isales.engine.stores.sql_statements import CALLED, RECORD

_LARGEST = 2**63 - 1
"""That a database takes for a number."""
_NO_RECORDS = -1
"""A number that no record has."""


def page_of(connection: Connection, campaign_key: int, wanted: WantedRecords, offset: int, limit: int) -> RecordPage:
    """Those of a campaign's records that are wanted: at most `limit`, after the first `offset`."""
    conditions = [RECORD.c.campaign_key == campaign_key, *_conditions(campaign_key, wanted)]
    total = connection.scalars(select(func.count()).select_from(RECORD).where(*conditions)).one()
    ordered = select(RECORD).where(*conditions).order_by(RECORD.c.data_id)
    rows = connection.execute(ordered.limit(min(limit, _LARGEST)).offset(min(offset, _LARGEST))).all()
    ids = {row.data_id for row in rows}
    if not ids:
        return RecordPage(total, [])
    between = {"campaign_key": campaign_key, "first": min(ids), "last": max(ids)}
    called = [row for row in connection.execute(sql.CALLED_BETWEEN, between) if row.record_id in ids]
    return RecordPage(total, list(records_from(rows, called)))


def complete(connection: Connection, campaign_key: int, kept: KeptCampaign, count: int, now: int) -> int:
    """Complete incomplete records in the order in which they are dialled; how many were.

    Args:
        connection: Where they are.
        campaign_key: The campaign's key.
        kept: The campaign as it is.
        count: How many, at most.
        now: When, in microseconds since the epoch.
    """
    count = min(count, kept.campaign.incomplete_records)
    urgent, urgent_numbers = _complete(connection, campaign_key, now, count, highest=PENDING_PRIORITY - 1)
    gone = min(count - urgent, kept.pending)
    others, other_numbers = _complete(connection, campaign_key, now, count - urgent - gone)
    records, numbers = urgent + gone + others, urgent_numbers + gone + other_numbers
    changed = {"of_key": campaign_key, "gone": gone, "records": records, "numbers": numbers}
    connection.execute(sql.COUNT_COMPLETED, changed)
    return records


def _complete(
    connection: Connection, campaign_key: int, now: int, count: int, highest: int = _LARGEST
) -> tuple[int, int]:
    """Complete records of priorities up to a highest one; how many were, and how many called numbers they have."""
    if not count:
        return 0, 0
    of_next = {"of_key": campaign_key, "highest": highest, "count": count}
    numbers = connection.scalars(sql.NEXT_NUMBERS, of_next).one()
    return connection.execute(sql.COMPLETE_NEXT, {**of_next, "at": now}).rowcount, numbers


def _conditions(campaign_key: int, wanted: WantedRecords) -> Iterator[ColumnElement[bool]]:
    """What a record fulfils that is wanted."""
    if wanted.complete is not None:
        yield RECORD.c.completed_at.is_not(None) if wanted.complete else RECORD.c.completed_at.is_(None)
    if wanted.priority is not None:
        yield sql.PRIORITY.in_([_within_limits(wanted.priority)])
    if wanted.session is not None:
        yield RECORD.c.session_id == wanted.session
    if wanted.batch is not None:
        yield RECORD.c.batch_id == wanted.batch
    if wanted.called_number is not None:
        yield _with_called(campaign_key, CALLED.c.called_no == wanted.called_number)
    if wanted.data_id is not None:
        yield _with_called(campaign_key, CALLED.c.data_id == _within_limits(wanted.data_id))


def _with_called(campaign_key: int, condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """That a called number of the record fulfils a condition."""
    return RECORD.c.data_id.in_(select(CALLED.c.record_id).where(CALLED.c.campaign_key == campaign_key, condition))


def _within_limits(number: int) -> int:
    return number if 0 <= number <= _LARGEST else _NO_RECORDS
