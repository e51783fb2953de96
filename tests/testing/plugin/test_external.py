"""A server that runs already, for all workers and all runs."""

import socket
from collections.abc import Iterator

import pytest

from mock_isales.testing import MockIsales
from tests.testing.plugin.conftest import Run

pytest_plugins = "pytester"

ON_THE_SERVER = """
def test(isales, isales_server):
    assert isales_server.url == {url!r}
    assert isales.url.startswith({url!r})
    assert isales.journal.count() == 0
"""
ANY = "def test(isales):\n    pass\n"


@pytest.fixture(scope="module")
def server() -> Iterator[MockIsales]:
    with MockIsales() as server:
        yield server


@pytest.fixture
def nowhere() -> Iterator[str]:
    """An address where nothing listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{taken.getsockname()[1]}"


def test_an_option_tells_it(run: Run, server: MockIsales) -> None:
    run(ON_THE_SERVER.format(url=server.url), "--isales-url", server.url).assert_outcomes(passed=1)


def test_the_environment_tells_it_and_the_option_wins(
    run: Run, server: MockIsales, nowhere: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = ON_THE_SERVER.format(url=server.url)
    monkeypatch.setenv("MOCK_ISALES_URL", server.url)
    run(source).assert_outcomes(passed=1)
    monkeypatch.setenv("MOCK_ISALES_URL", nowhere)
    run(source, "--isales-url", server.url).assert_outcomes(passed=1)
    run(ANY, "--isales-url=").assert_outcomes(passed=1)


def test_a_token_is_shown_to_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with MockIsales(host="0.0.0.0", control_token="t0ken") as server:  # noqa: S104, S106
        url = server.url
        run(ANY, "--isales-url", url, "--isales-token", "t0ken").assert_outcomes(passed=1)
        monkeypatch.setenv("MOCK_ISALES_CONTROL_TOKEN", "t0ken")
        run(ANY, "--isales-url", url).assert_outcomes(passed=1)
        result = run(ANY, "--isales-url", url, "--isales-token", "other")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["mock-isales: the server of --isales-url cannot be used: *token*"])


def test_an_authority_is_trusted(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    source = "from client import add\ndef test(isales):\n    assert add(isales) == '0200000'\n"
    with MockIsales(tls=True) as server:
        run(source, "--isales-url", server.url, f"--isales-ca={server.ca}").assert_outcomes(passed=1)
        monkeypatch.setenv("MOCK_ISALES_URL", server.url)
        result = run(ANY)
        monkeypatch.setenv("MOCK_ISALES_CA", str(server.ca))
        run(source).assert_outcomes(passed=1)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["mock-isales: the server of MOCK_ISALES_URL cannot be used: *is not trusted*"])


def test_a_server_that_is_not_there_is_told_for_each_test_with_how_to_start_one(run: Run, nowhere: str) -> None:
    result = run("def test_1(isales): pass\ndef test_2(isales_server): pass\n", "--isales-url", nowhere)
    result.assert_outcomes(errors=2)
    line = (
        f"mock-isales: the server of --isales-url cannot be used: nothing answers at {nowhere} (connection refused): "
        "start one with `mock-isales serve`"
    )
    assert result.outlines.count(line) == 2
    result.stdout.no_fnmatch_line("*Traceback*")
    result.stdout.no_fnmatch_line("*During handling*")


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--isales-url", "here"], "'here' is no address of a server: it must be like http://127.0.0.1:28080"),
        (["--isales-url", "http://h", "--isales-ca", "no.pem"], "the authority no.pem cannot be read: *"),
        (["--isales-url", "http://h", "--isales-token", "a b"], "the token must be printable ASCII, without spaces"),
    ],
)
def test_what_cannot_be_told_of_a_server_is_said(options: list[str], reason: str, run: Run) -> None:
    result = run(ANY, *options)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines([f"mock-isales: the server of --isales-url cannot be used: {reason}"])


SETTINGS = """
import pytest

SEED = {"vdns": [{"id": 5, "campaigns": [{"id": 9}]}], "settings": {"pace_interval": 3, "callerno_total_max": 8}}

@pytest.fixture(scope="session")
def isales_settings():
    return {"seed": SEED, "settings": {"pace_interval": 0, "calldata_max": 7}, "auth": "off", "tls": True}
"""


def test_what_can_be_said_of_a_world_is_said_of_each(run: Run, server: MockIsales) -> None:
    source = (
        SETTINGS
        + """
def terms(isales):
    settings = isales.settings.get()
    return settings.pace_interval, settings.calldata_max, settings.callerno_total_max

def test_of_the_suite(isales):
    assert [(each.vdn, each.id) for each in isales.campaigns.list()] == [(5, 9)]
    assert terms(isales) == (0, 7, 8)

@pytest.mark.isales(seed={"settings": {"pace_interval": 2}}, settings={"callerno_total_max": 9})
def test_of_the_marker(isales):
    assert isales.campaigns.list() == []
    assert terms(isales) == (2, 7, 9)
"""
    )
    run(source, "--isales-url", server.url).assert_outcomes(passed=2)


def test_what_it_cannot_be_told_is_named_when_a_test_fails(run: Run, server: MockIsales) -> None:
    source = SETTINGS + "\ndef test(isales):\n    raise LookupError\n"
    result = run(source, "--isales-url", server.url)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        ["isales_settings says auth, tls, which a server that runs already cannot be told", "no calls were made"],
        consecutive=True,
    )


def test_a_reset_keeps_what_the_suite_and_the_marker_say_beside_a_seed(run: Run, server: MockIsales) -> None:
    source = (
        SETTINGS
        + """
from mock_isales.engine.seeds import Seed

FORM = Seed.model_validate({"settings": {"pace_interval": 2}})

def terms(isales):
    isales.reset()
    settings = isales.settings.get()
    return settings.pace_interval, settings.calldata_max, settings.callerno_total_max

def test_of_the_suite(isales):
    assert terms(isales) == (0, 7, 8)

@pytest.mark.isales(settings={"pace_interval": 5, "calldata_max": None}, readings={"total_size": "accepted"})
def test_of_the_suite_and_the_marker(isales):
    assert terms(isales) == (5, 7, 8)
    assert isales.readings.get().total_size == "accepted"

@pytest.mark.isales(seed=FORM, settings={"callerno_total_max": 9})
def test_of_the_marker(isales):
    assert terms(isales) == (2, 7, 9)
"""
    )
    run(source, "--isales-url", server.url).assert_outcomes(passed=3)
    own = run(
        source.replace(', "tls": True', ""), "-k", "not suite_and_the_marker"
    )  # there the server has the seed of the suite
    own.assert_outcomes(passed=2, deselected=1)
