"""What `mock_isales.testing` imports: a test suite waits for it."""

import subprocess
import sys

UNNEEDED = {"fastapi", "starlette", "uvicorn", "sqlalchemy", "sqlmodel", "pytest", "pydantic_settings", "typer"}


def test_the_client_imports_no_server_and_no_test_framework() -> None:
    script = "import sys, mock_isales.testing; print(*sys.modules)"
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
    modules = {name.partition(".")[0] for name in ended.stdout.split()}
    assert "httpx" in modules
    assert modules.isdisjoint(UNNEEDED)
