"""What `mock_isales.testing` imports: a test suite waits for it."""

import subprocess
import sys

import pytest

from mock_isales import testing

SERVERS = {"fastapi", "starlette", "uvicorn", "sqlalchemy", "sqlmodel", "pytest", "pydantic_settings", "typer"}


def imported(statement: str) -> set[str]:
    """The top-level modules that are there after a statement."""
    script = f"import sys; {statement}; print(*sys.modules)"
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
    return {name.partition(".")[0] for name in ended.stdout.split()}


def test_the_package_imports_nothing_before_a_name_is_asked_for() -> None:
    assert imported("import mock_isales.testing").isdisjoint(SERVERS | {"httpx", "pydantic"})


@pytest.mark.parametrize("name", ["Control", "AsyncControl", "C2Auth", "World", "ControlError"])
def test_the_client_imports_no_server_and_no_test_framework(name: str) -> None:
    assert imported(f"from mock_isales.testing import {name}").isdisjoint(SERVERS)


@pytest.mark.parametrize("name", ["MockIsales", "InProcessIsales"])
def test_a_server_imports_no_command_line_and_no_database(name: str) -> None:
    modules = imported(f"from mock_isales.testing import {name}")
    assert "fastapi" in modules
    assert modules.isdisjoint({"sqlalchemy", "sqlmodel", "pytest", "typer", "trustme"})


def test_all_public_names_are_there_and_others_are_not() -> None:
    for name in testing.__all__:
        assert getattr(testing, name).__name__ == name
    assert set(testing.__all__) <= set(dir(testing))
    with pytest.raises(AttributeError, match="has no attribute 'Contrl'"):
        _ = testing.Contrl
