from collections.abc import Callable

import pytest

from mock_isales.testing import MockIsales

CLIENT = '''
import ssl

import httpx

CALL = "/rest/isales/v2/openapi/campaigns/1/calldata/1"
HEADERS = {"Authorization": "any", "Content-Type": "application/json; charset=UTF-8"}


def add(world, *numbers, **options):
    """Add a record; the code of the answer."""
    body = {"callDataList": [{"called": [{"calledNo": number} for number in numbers or ("88888888",)]}]}
    verify = False if world.ca is None else ssl.create_default_context(cafile=world.ca)
    options = {"headers": HEADERS} | options
    with httpx.Client(verify=verify, trust_env=False) as client:
        return client.post(world.url + CALL, json=body, **options).json().get("resultCode")
'''
"""What the suites of these tests call a server with."""

TOLD_BY_THE_ENVIRONMENT = ("MOCK_ISALES_URL", "MOCK_ISALES_CONTROL_TOKEN", "MOCK_ISALES_CA")

Run = Callable[..., pytest.RunResult]


@pytest.fixture(scope="session", autouse=True)
def all_imported() -> None:
    """What a server and its client import, so that no suite that is run within this process imports it anew.

    Its modules are forgotten when it ends, and there are some that a process must not have twice.
    """
    with MockIsales(tls=True) as isales:
        isales.look()


@pytest.fixture
def suite(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """The folder of a suite whose warnings are errors, with the client above as `client`; nothing else is told."""
    for variable in TOLD_BY_THE_ENVIRONMENT:
        monkeypatch.delenv(variable, raising=False)
    pytester.makeini("[pytest]\nfilterwarnings = error\naddopts = --strict-markers --strict-config\n")
    pytester.makepyfile(client=CLIENT)
    return pytester


@pytest.fixture
def run(suite: pytest.Pytester) -> Run:
    """Run a suite of this source, with these arguments, within this process."""

    def run(source: str, *arguments: str) -> pytest.RunResult:
        suite.makepyfile(test_suite=source)
        return suite.runpytest_inprocess("-p", "no:cacheprovider", *arguments)

    return run
