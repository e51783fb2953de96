"""Statements that write rows at every call: compiled once, and handed to the driver as they are.

SQLAlchemy compiles a statement once as well. But at each execution it looks at every parameter of every row, and for
a call's records that takes longer than SQLite takes to store them.
"""

from collections.abc import Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Insert, Table, Update, insert
from sqlalchemy.dialects import sqlite

Values = dict[str, Any]
"""A row to be written: its columns, by name; in an update also what the statement looks for."""

_DIALECT = sqlite.dialect()


class Bulk:
    """A statement to be executed for each of some rows.

    Args:
        statement: An insert of all columns, or an update of bound parameters. Their types are the driver's own.
    """

    __slots__ = ("_text", "_values")

    def __init__(self, statement: Insert | Update) -> None:
        compiled = statement.compile(dialect=_DIALECT)
        self._text = compiled.string
        self._values = itemgetter(*compiled.positiontup or ())

    def execute(self, connection: Connection, rows: Sequence[Values]) -> None:
        """Execute the statement for each row, if there are any."""
        if rows:
            connection.exec_driver_sql(self._text, [self._values(row) for row in rows])


class BulkRows:
    """An insert of rows that are tuples, in the order of their table's columns: of what a call adds most.

    Args:
        rows: The table.
    """

    __slots__ = ("_text",)

    def __init__(self, rows: Table) -> None:
        self._text = insert(rows).compile(dialect=_DIALECT).string

    def execute(self, connection: Connection, rows: list[tuple[Any, ...]]) -> None:
        """Insert rows, one at least."""
        connection.exec_driver_sql(self._text, rows)
