import pytest

from tests.conformance.options import objection


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "localhost", "[::1]"])
def test_this_machine_may_be_called(host: str) -> None:
    assert objection(f"http://{host}:8080/w/a", consent=False) == ""


@pytest.mark.parametrize(
    "host",
    ["10.0.0.1", "192.168.0.1", "example.com", "127.0.0.1.example.com", "localhost.example", "127.0.0.1@10.0.0.1"],
)
def test_no_other_may_without_consent(host: str) -> None:
    assert "a real CC-iSales would dial" in objection(f"https://{host}:8080", consent=False)
    assert objection(f"https://{host}:8080", consent=True) == ""


@pytest.mark.parametrize("address", ["127.0.0.1:8080", "localhost", "/w/a"])
def test_an_address_without_a_host_is_none(address: str) -> None:
    assert "names no host" in objection(address, consent=True)


def test_no_address_is_fine() -> None:
    assert objection("", consent=False) == ""
