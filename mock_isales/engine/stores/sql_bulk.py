"""Statements that write rows at every call: compiled once, and handed to the driver as they are.

SQLAlchemy compiles a statement once as well. But at each execution it looks at every parameter of every row, and for
a call's records that takes longer than SQLite takes to store them.
"""

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import Connection, Insert, Table, Update, insert

from mock_isales.engine.stores.sql_dialects import SQLITE

if TYPE_CHECKING:
    from sqlalchemy.engine.default import DefaultDialect

Values = dict[str, Any]
"""A row to be written: its columns, by name; in an update also what the statement looks for."""

Rows = list[tuple[Any, ...]]
"""Rows to be inserted, each with the values of its table's columns in their order."""


class Bulk:
    """A statement to be executed for each of some rows.

    Args:
        statement: An insert of all columns, or an update of bound parameters. Their types are the driver's own.
    """

    __slots__ = ("_compiled", "_statement")

    def __init__(self, statement: Insert | Update) -> None:
        self._statement = statement
        self._compiled: dict[str, tuple[str, Callable[[Values], Any]]] = {}  # by dialect

    def execute(self, connection: Connection, rows: Sequence[Values]) -> None:
        """Execute the statement for each row, if there are any."""
        if not rows:
            return
        compiled = self._compiled.get(connection.dialect.name)
        if compiled is None:
            text, names = _compile(self._statement, connection)
            compiled = self._compiled[connection.dialect.name] = text, itemgetter(*names)
        text, values = compiled
        connection.exec_driver_sql(text, [values(row) for row in rows])


class BulkRows:
    """An insert of rows that are tuples, in the order of their table's columns: of what a call adds most.

    Args:
        rows: The table.
    """

    __slots__ = ("_compiled", "_statement")

    def __init__(self, rows: Table) -> None:
        self._statement = insert(rows)
        self._compiled: dict[str, str] = {}  # by dialect

    def execute(self, connection: Connection, rows: Rows) -> None:
        """Insert the rows, if there are any."""
        if not rows:
            return
        text = self._compiled.get(connection.dialect.name)
        if text is None:
            text, _ = _compile(self._statement, connection)
            self._compiled[connection.dialect.name] = text
        connection.exec_driver_sql(text, rows)


def _compile(statement: Insert | Update, connection: Connection) -> tuple[str, Sequence[str]]:
    """A statement as a database's driver takes it, with its parameters by position, and their names."""
    kind: type[DefaultDialect] = type(connection.dialect)  # type: ignore[assignment] # all of them are one
    style: Literal["qmark", "format"] = "qmark" if connection.dialect.name == SQLITE else "format"
    compiled = statement.compile(dialect=kind(paramstyle=style))
    return compiled.string, compiled.positiontup or ()
