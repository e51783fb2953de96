"""The names of clients' variables."""

import subprocess
import sys

from mock_isales.variables import CLIENT_VARIABLES


def test_all_have_our_prefix() -> None:
    assert len(set(CLIENT_VARIABLES)) == 5
    assert all(name.startswith("MOCK_ISALES_") for name in CLIENT_VARIABLES)


def test_they_import_nothing() -> None:
    script = "import sys; before = set(sys.modules); import mock_isales.variables; print(*set(sys.modules) - before)"
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
    assert set(ended.stdout.split()) == {"mock_isales", "mock_isales.variables"}
