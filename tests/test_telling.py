import os

import pytest

from mock_isales.telling import SettingsError, settings_of, settings_told, variable_warnings


@pytest.fixture(autouse=True)
def _an_environment_without_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.upper().startswith("MOCK_ISALES_")]:
        monkeypatch.delenv(name)


def told(flags: dict[str, object]) -> str:
    with pytest.raises(SettingsError) as caught:
        settings_of(flags)
    return str(caught.value)


LIES = "is no lie; mock-isales mutate --list tells which there are"
STORES = "must be memory, sqlite:///FILE or postgresql+psycopg://HOST/DATABASE"


@pytest.mark.parametrize(
    ("flags", "line"),
    [
        ({"port": "x"}, "--port x: must be a whole number from 0 to 65535"),
        ({"port": "65536"}, "--port 65536: must be a whole number from 0 to 65535"),
        ({"port": "-1"}, "--port -1: must be a whole number from 0 to 65535"),
        ({"edition": "2025-04"}, "--edition 2025-04: must be 2025-11 or 2025-03; did you mean 2025-03?"),
        ({"log_level": "loud"}, "--log-level loud: must be one of debug, info, warning, error"),
        ({"log_level": "warn"}, "--log-level warn: must be one of debug, info, warning, error; did you mean warning?"),
        ({"max_body": "0"}, "--max-body 0: must be a whole number from 1 to 1073741824"),
        ({"readings": {"totalsize": "x"}}, "--reading totalsize=x: unknown name; did you mean total_size?"),
        (
            {"readings": {"total_size": "acepted"}},
            "--reading total_size=acepted: must be campaign or accepted; did you mean accepted?",
        ),
        ({"settings": {"pace_interval": "x"}}, "--setting pace_interval=x: must be a number from 0 to 86400"),
        ({"settings": {"uncomplate_count": "x"}}, "--setting uncomplate_count=x: must be true or false"),
        ({"store": "redis://x"}, f"--store redis://x: {STORES}"),
        ({"store": "sqllite:///x"}, f"--store sqllite:///x: {STORES}; did you mean sqlite:///x?"),
        ({"store": "sqlite:x.db"}, f"--store sqlite:x.db: {STORES}; did you mean sqlite:///x.db?"),
        ({"store": "data/x.db"}, f"--store data/x.db: {STORES}; did you mean sqlite:///data/x.db?"),
        ({"store": "Memory"}, f"--store Memory: {STORES}; did you mean memory?"),
        ({"store": "memory://"}, f"--store memory://: {STORES}; did you mean memory?"),
        ({"store": "x"}, f"--store x: {STORES}"),
        ({"lie": "skip:ON-PACES"}, f"--lie skip:ON-PACES: {LIES}; did you mean skip:ON-PACE?"),
        ({"lie": "x"}, f"--lie x: {LIES}"),
    ],
)
def test_a_wrong_flag_is_told_with_what_it_must_be(flags: dict[str, object], line: str) -> None:
    assert told(flags) == line


KEY = "must be AK:SK, or AK:SK:VDN,VDN with VDNs from 1 to 9999"
TOKEN = "must be printable ASCII without white space"  # noqa: S105 - what is told of it


@pytest.mark.parametrize(
    ("flags", "lines"),
    [
        ({"access_keys": ["a:b", "s3cret"]}, [f"--access-key …: {KEY}"]),
        ({"access_keys": ["s3cret:", "a:s3 cret"]}, [f"--access-key …: {KEY}"] * 2),
        ({"control_token": "s3 cret"}, [f"--control-token …: {TOKEN}"]),
    ],
)
def test_a_secret_is_not_repeated(flags: dict[str, object], lines: list[str]) -> None:
    assert told(flags).splitlines() == lines


@pytest.mark.parametrize(
    ("variable", "text", "line"),
    [
        ("MOCK_ISALES_ACCESS_KEYS", "a:b s3cret", f"MOCK_ISALES_ACCESS_KEYS=…: {KEY}"),
        ("MOCK_ISALES_CONTROL_TOKEN", "s3 cret", f"MOCK_ISALES_CONTROL_TOKEN=…: {TOKEN}"),
    ],
)
def test_nor_is_one_of_a_variable(monkeypatch: pytest.MonkeyPatch, variable: str, text: str, line: str) -> None:
    monkeypatch.setenv(variable, text)
    assert told({}) == line


def test_a_name_like_no_other_is_answered_with_all_names() -> None:
    assert told({"settings": {"x": "1"}}).startswith("--setting x=1: unknown name; known are calldata_max, ")


@pytest.mark.parametrize(
    ("variable", "line"),
    [
        ("MOCK_ISALES_PORT", "MOCK_ISALES_PORT=x: must be a whole number from 0 to 65535"),
        ("MOCK_ISALES_READINGS__TOTAL_SIZE", "MOCK_ISALES_READINGS__TOTAL_SIZE=x: must be campaign or accepted"),
        ("MOCK_ISALES_SETTINGS__DEPLOYMENT", "MOCK_ISALES_SETTINGS__DEPLOYMENT=x: must be op or saas"),
    ],
)
def test_a_wrong_variable_is_told(monkeypatch: pytest.MonkeyPatch, variable: str, line: str) -> None:
    monkeypatch.setenv(variable, "x")
    assert told({"readings": {"cap_counts": "number"}}) == line


def test_of_flag_and_variable_the_wrong_one_that_counts_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOCK_ISALES_READINGS__TOTAL_SIZE", "x")
    assert told({"readings": {"total_size": "y"}}).startswith("--reading total_size=y: ")
    assert settings_of({"readings": {"total_size": "accepted"}}).readings.total_size == "accepted"


def test_all_that_is_wrong_is_told_a_line_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOCK_ISALES_EDITION", "x")
    assert [line.partition(":")[0] for line in told({"port": "x"}).splitlines()] == [
        "--port x",
        "MOCK_ISALES_EDITION=x",
    ]


def test_an_unknown_variable_is_warned_of_with_the_nearest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOCK_ISALES_HOTS", "x")
    assert variable_warnings() == ["MOCK_ISALES_HOTS is not known, and ignored; did you mean MOCK_ISALES_HOST?"]


def test_arguments_alone_make_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOCK_ISALES_AUTH", "off")
    assert settings_told({"port": 1}).auth == "present"


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ({"port": "x"}, "port='x': must be a whole number from 0 to 65535"),
        ({"prot": 1}, "prot=1: unknown name; did you mean port?"),
        ({"readings": {"totalsize": "x"}}, "readings['totalsize']='x': unknown name; did you mean total_size?"),
        ({"access_keys": ["a:b", "c"]}, "access_keys=…: must be AK:SK, or AK:SK:VDN,VDN with VDNs from 1 to 9999"),
    ],
)
def test_a_wrong_argument_is_told_as_it_was_given(arguments: dict[str, object], line: str) -> None:
    with pytest.raises(SettingsError) as caught:
        settings_told(arguments)
    assert str(caught.value) == line
