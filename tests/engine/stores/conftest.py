from pathlib import Path

import pytest


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the SQL store's `url` points to."""
    return tmp_path / "double.db"


@pytest.fixture
def impatient(url: str) -> str:
    """The same, but a transaction does not wait for another process."""
    return f"{url}?timeout=0"
