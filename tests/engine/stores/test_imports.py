"""The default store starts without an SQL library."""

import subprocess
import sys

SQL = {"sqlalchemy", "sqlmodel", "sqlite3"}
PROGRAM = """
import sys
import mock_isales.engine.stores.memory, mock_isales.engine.stores.protocol, mock_isales.engine.worlds
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def test_the_memory_store_imports_no_sql_library() -> None:
    ran = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, check=True, text=True)
    imported = set(ran.stdout.split())
    assert "mock_isales" in imported
    assert not imported & SQL
