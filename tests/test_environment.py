"""What the environment says beside the settings."""

import pytest

from mock_isales.environment import inherited, own_url, to_call
from mock_isales.settings import Settings


@pytest.fixture(autouse=True)
def _nothing_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOST", "PORT", "TLS"):
        monkeypatch.delenv(f"MOCK_ISALES_{name}", raising=False)


@pytest.mark.parametrize(
    ("told", "url"),
    [
        ({}, "http://127.0.0.1:28080"),
        ({"HOST": "0.0.0.0", "PORT": "8080"}, "http://127.0.0.1:8080"),  # noqa: S104
        ({"HOST": "::", "PORT": ""}, "http://[::1]:28080"),
        ({"HOST": "[::1]"}, "http://[::1]:28080"),
        ({"HOST": "mock.test"}, "http://mock.test:28080"),
        ({"PORT": "tcp://10.0.0.1:28080"}, "http://127.0.0.1:28080"),
        ({"PORT": " 8080\n"}, "http://127.0.0.1:8080"),
        ({"PORT": "+8_080"}, "http://127.0.0.1:8080"),
        ({"PORT": "8080.0"}, "http://127.0.0.1:8080"),
        ({"PORT": "http"}, "http://127.0.0.1:http"),
        ({"TLS": "True"}, "https://127.0.0.1:28080"),
        ({"TLS": "1"}, "https://127.0.0.1:28080"),
        ({"TLS": "yes"}, "https://127.0.0.1:28080"),
        ({"TLS": "0"}, "http://127.0.0.1:28080"),
    ],
)
def test_the_own_server_is_where_its_variables_say(
    monkeypatch: pytest.MonkeyPatch, told: dict[str, str], url: str
) -> None:
    for name, value in told.items():
        monkeypatch.setenv(f"MOCK_ISALES_{name}", value)
    assert own_url() == url


def test_its_variables_may_be_written_as_the_server_takes_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("mock_isales_port", "1")
    assert own_url() == "http://127.0.0.1:1"


@pytest.mark.parametrize("port", [" 8080\n", "+8_080", "8080.0"])
def test_the_server_takes_such_a_port_too(monkeypatch: pytest.MonkeyPatch, port: str) -> None:
    monkeypatch.setenv("MOCK_ISALES_PORT", port)
    assert Settings().port == 8080


def test_a_server_at_any_address_is_called_on_loopback() -> None:
    assert to_call("https://0.0.0.0:1") == "https://127.0.0.1:1"
    assert to_call("http://[::]:1") == "http://[::1]:1"
    assert to_call("http://10.0.0.0:1") == "http://10.0.0.0:1"


def test_a_child_inherits_what_is_not_told_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("X_KEPT", "X_TOLD", "X_TAKEN"):
        monkeypatch.setenv(name, "inherited")
    variables = inherited({"X_TOLD": "told", "X_TAKEN": None, "X_NEW": "new"})
    assert {name: value for name, value in variables.items() if name.startswith("X_")} == {
        "X_KEPT": "inherited",
        "X_TOLD": "told",
        "X_NEW": "new",
    }
