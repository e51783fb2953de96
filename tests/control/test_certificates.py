"""The authority of a server with TLS is handed out to all who ask."""

import pytest

from mock_isales.app import create_app
from mock_isales.settings import Settings
from tests.control.callers import Caller

PEM = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0"])  # noqa: S104
@pytest.mark.parametrize("headers", [{}, {"Host": "evil.example"}, {"Origin": "https://evil.example"}])
def test_it_is_open_to_all(host: str, headers: dict[str, str]) -> None:
    caller = Caller(create_app(Settings(host=host, control_token="s3cret"), PEM))  # noqa: S106
    answer = caller.mock("GET", "/ca.pem", headers=headers)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/x-pem-file")
    assert answer.text == PEM
    assert caller.mock("HEAD", "/ca.pem", headers=headers).headers["content-length"] == str(len(PEM))


def test_a_server_without_an_authority_of_its_own_says_so() -> None:
    answer = Caller(create_app(Settings())).mock("GET", "/ca.pem")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    assert answer.json()["type"] == "urn:mock-isales:problem:no-authority"
    assert "plain HTTP" in answer.json()["detail"]


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
def test_nobody_can_change_it(method: str) -> None:
    assert Caller(create_app(Settings(), PEM)).mock(method, "/ca.pem").status_code == 405
