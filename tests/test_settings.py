import os
from pathlib import Path

import pytest
from pydantic import ValidationError

from mock_isales.contract.c2.access_keys import AccessKey
from mock_isales.contract.readings import Readings
from mock_isales.contract.service import ServiceSettings
from mock_isales.engine.contents import Said
from mock_isales.engine.limits import Limits
from mock_isales.engine.seeds import Seed
from mock_isales.options import OPTIONS
from mock_isales.settings import Settings, is_local, known_variables, unknown_variables


@pytest.fixture(autouse=True)
def _an_environment_without_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.upper().startswith("MOCK_ISALES_")]:
        monkeypatch.delenv(name)


def test_nothing_told_is_the_defaults() -> None:
    settings = Settings()
    assert (settings.host, settings.port, settings.store) == ("127.0.0.1", 28080, "memory")
    assert (settings.seed, settings.port_file, settings.reseed, settings.edition) == (None, None, False, "2025-11")
    assert (settings.max_body, settings.log_level, settings.log_format) == (8_388_608, "info", "text")
    assert (settings.auth, settings.access_keys, settings.control_token) == ("present", (), None)
    assert settings.readings.model_fields_set == settings.settings.model_fields_set == set()


def test_each_field_has_an_option() -> None:
    assert set(OPTIONS) == set(Settings.model_fields)


@pytest.mark.parametrize(
    ("variable", "text", "field", "value"),
    [
        ("MOCK_ISALES_HOST", "::1", "host", "::1"),
        ("MOCK_ISALES_PORT", "0", "port", 0),
        ("MOCK_ISALES_PORT_FILE", "p", "port_file", Path("p")),
        ("MOCK_ISALES_STORE", "sqlite:///x.db", "store", "sqlite:///x.db"),
        ("MOCK_ISALES_SEED", "s.yaml", "seed", Path("s.yaml")),
        ("MOCK_ISALES_SEED_IF_THERE", "/s.yaml", "seed_if_there", Path("/s.yaml")),
        ("MOCK_ISALES_RESEED", "true", "reseed", True),
        ("MOCK_ISALES_EDITION", "2025-03", "edition", "2025-03"),
        ("MOCK_ISALES_MAX_BODY", "10", "max_body", 10),
        ("MOCK_ISALES_AUTH", "c2", "auth", "c2"),
        ("MOCK_ISALES_ACCESS_KEYS", "a:b", "access_keys", (AccessKey("a", "b"),)),
        (
            "MOCK_ISALES_ACCESS_KEYS",
            " a:b,c\n  d:e:2,1\t",
            "access_keys",
            (AccessKey("a", "b,c"), AccessKey("d", "e", frozenset({1, 2}))),
        ),
        ("MOCK_ISALES_CONTROL_TOKEN", "s3cret", "control_token", "s3cret"),
        ("MOCK_ISALES_WORLDS_MAX", "5", "worlds_max", 5),
        ("MOCK_ISALES_WORLD_IDLE", "0.5", "world_idle", 0.5),
        ("MOCK_ISALES_JOURNAL_MAX", "0", "journal_max", 0),
        ("MOCK_ISALES_JOURNALS_MAX", "9", "journals_max", 9),
        ("MOCK_ISALES_REQUEST_IDS", "false", "request_ids", False),
        ("MOCK_ISALES_COVERAGE", "true", "coverage", True),
        ("MOCK_ISALES_TLS", "true", "tls", True),
        ("MOCK_ISALES_TLS_DIR", "d", "tls_dir", Path("d")),
        ("MOCK_ISALES_TLS_CA_OUT", "ca.pem", "tls_ca_out", Path("ca.pem")),
        ("MOCK_ISALES_TLS_NAME", "mock.test, 10.0.0.7", "tls_name", ("mock.test", "10.0.0.7")),
        ("MOCK_ISALES_TLS_CERT", "c.pem", "tls_cert", Path("c.pem")),
        ("MOCK_ISALES_TLS_KEY", "k.pem", "tls_key", Path("k.pem")),
        ("MOCK_ISALES_LOG_LEVEL", "debug", "log_level", "debug"),
        ("MOCK_ISALES_LOG_FORMAT", "json", "log_format", "json"),
        ("mock_isales_port", "1", "port", 1),
        ("MOCK_ISALES_PORT", "", "port", 28080),
    ],
)
def test_each_option_is_a_variable(
    monkeypatch: pytest.MonkeyPatch, variable: str, text: str, field: str, value: object
) -> None:
    monkeypatch.setenv(variable, text)
    assert getattr(Settings(), field) == value


def test_a_seed_that_is_taken_if_it_is_there_yields_to_one_that_is_given(tmp_path: Path) -> None:
    there, given = tmp_path / "there.yaml", tmp_path / "given.yaml"
    assert Settings(seed_if_there=there).seed_file is None
    assert Settings(seed_if_there=there, seed=given).seed_file == given
    there.write_text("{}")
    assert Settings(seed_if_there=there).seed_file == there
    assert Settings(seed_if_there=there, seed=given).seed_file == given
    assert Settings(seed_if_there=tmp_path).seed_file == tmp_path


def test_readings_and_settings_are_variables_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOCK_ISALES_READINGS__TOTAL_SIZE", "accepted")
    monkeypatch.setenv("MOCK_ISALES_SETTINGS__PACE_INTERVAL", "0")
    monkeypatch.setenv("MOCK_ISALES_SETTINGS__UNCOMPLATE_COUNT", "false")
    settings = Settings()
    assert settings.readings.model_dump(exclude_unset=True) == {"total_size": "accepted"}
    assert settings.settings.model_dump(exclude_unset=True) == {"pace_interval": 0.0, "uncomplate_count": False}


def test_a_table_that_is_told_as_a_model_is_added_to_the_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOCK_ISALES_READINGS__TOTAL_SIZE", "accepted")
    assert Settings(readings=Readings(cap_counts="number")).readings == Readings(
        total_size="accepted", cap_counts="number"
    )
    with pytest.raises(ValidationError):
        Settings(readings="x")


def test_what_is_known_is_every_option_reading_and_setting() -> None:
    known = known_variables()
    assert {"MOCK_ISALES_PORT", "MOCK_ISALES_READINGS__JSON_TYPES", "MOCK_ISALES_SETTINGS__DEPLOYMENT"} <= set(known)
    assert len(known) == len(OPTIONS) - 2 + len(Readings.model_fields) + len(ServiceSettings.model_fields)


@pytest.mark.parametrize("scheme", ["tcp", "udp"])
def test_what_kubernetes_injects_is_ignored_silently(monkeypatch: pytest.MonkeyPatch, scheme: str) -> None:
    for name, value in {
        "MOCK_ISALES_PORT": f"{scheme}://10.0.0.1:28080",
        "MOCK_ISALES_SERVICE_HOST": "10.0.0.1",
        "MOCK_ISALES_SERVICE_PORT": "28080",
        "MOCK_ISALES_SERVICE_PORT_HTTP": "28080",
        f"MOCK_ISALES_PORT_28080_{scheme.upper()}": f"{scheme}://10.0.0.1:28080",
        f"MOCK_ISALES_PORT_28080_{scheme.upper()}_PROTO": scheme,
        f"MOCK_ISALES_PORT_28080_{scheme.upper()}_PORT": "28080",
        f"MOCK_ISALES_PORT_28080_{scheme.upper()}_ADDR": "10.0.0.1",
        "MOCK_ISALES_DB_PORT": f"{scheme}://10.0.0.2:5432",
        "MOCK_ISALES_DB_SERVICE_PORT": "5432",
    }.items():
        monkeypatch.setenv(name, value)
    assert Settings().port == 28080
    assert unknown_variables() == []


def test_a_port_that_is_none_is_not_taken_for_kubernetes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOCK_ISALES_PORT", "http://10.0.0.1:28080")
    with pytest.raises(ValidationError):
        Settings()


def test_unknown_variables_are_ignored_and_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (
        "MOCK_ISALES_PROT",
        "MOCK_ISALES_READINGS__X",
        "MOCK_ISALES_READINGS",
        "Mock_Isales_Y",
        "MOCK_ISALESX",
        "MOCK_ISALES_URL",  # which the commands know that talk to a running server
    ):
        monkeypatch.setenv(name, "1")
    assert Settings() == Settings()
    assert unknown_variables() == [
        "MOCK_ISALES_PROT",
        "MOCK_ISALES_READINGS",
        "MOCK_ISALES_READINGS__X",
        "Mock_Isales_Y",
    ]


@pytest.mark.parametrize("store", ["memory", "sqlite:///x.db", "sqlite:////x.db", "sqlite+pysqlite:///x.db"])
def test_a_store_is_known_by_its_scheme(store: str) -> None:
    assert Settings(store=store).store == store


@pytest.mark.parametrize("store", ["", "Memory", "sqlite", "sqlite:x.db", "redis://x", "x.db"])
def test_another_store_is_refused(store: str) -> None:
    with pytest.raises(ValidationError, match=r"must be memory, sqlite:///FILE or postgresql\+psycopg://HOST/DATABASE"):
        Settings(store=store)


def seed(refusing_states: str | None = None) -> Seed:
    return Seed.model_validate({"readings": {"refusing_states": refusing_states} if refusing_states else {}})


@pytest.mark.parametrize(
    ("edition", "in_seed", "in_environment", "by_flag", "expected"),
    [
        ("2025-11", None, None, None, "completed"),
        ("2025-03", None, None, None, "completed_running"),
        ("2025-03", "completed", None, None, "completed"),
        ("2025-03", "completed", "completed_running", None, "completed_running"),
        ("2025-03", "completed_running", "completed_running", "completed", "completed"),
        ("2025-11", None, None, "completed_running", "completed_running"),
        ("2025-11", None, "completed_running", None, "completed_running"),
        ("2025-11", "completed_running", None, None, "completed_running"),
    ],
)
def test_a_reading_is_the_flags_then_the_environments_then_the_seeds_then_the_editions(  # noqa: PLR0913, PLR0917
    monkeypatch: pytest.MonkeyPatch,
    edition: str,
    in_seed: str | None,
    in_environment: str | None,
    by_flag: str | None,
    expected: str,
) -> None:
    if in_environment:
        monkeypatch.setenv("MOCK_ISALES_READINGS__REFUSING_STATES", in_environment)
    flags = {"edition": edition, "readings": {"refusing_states": by_flag} if by_flag else {}}
    assert Settings.model_validate(flags).terms(Said(seed(in_seed))).readings.refusing_states == expected


def test_what_nobody_says_of_readings_and_settings_stays_what_others_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOCK_ISALES_READINGS__TOTAL_SIZE", "accepted")
    monkeypatch.setenv("MOCK_ISALES_SETTINGS__CALLDATA_MAX", "7")
    said = Seed.model_validate(
        {"readings": {"text_length": "codepoints"}, "settings": {"pace_interval": 3, "calldata_max": 9}}
    )
    told = {"readings": {"cap_counts": "number"}, "settings": {"deployment": "saas"}}
    terms = Settings.model_validate(told).terms(Said(said))
    assert terms.readings == Readings(total_size="accepted", text_length="codepoints", cap_counts="number")
    assert terms.service == ServiceSettings(calldata_max=7, pace_interval=3, deployment="saas")
    assert type(terms.service) is ServiceSettings


@pytest.mark.parametrize(
    ("own", "changed", "expected"),
    [
        (False, None, "told"),
        (True, None, "seeded"),
        (False, "changed", "changed"),
        (True, "changed", "changed"),
    ],
)
def test_a_worlds_own_seed_wins_over_what_was_told_and_a_change_over_all(
    changed: str | None,
    expected: str,
    *,
    own: bool,
) -> None:
    values = {"seeded": 2, "told": 3, "changed": 4}
    changes = Seed.model_validate({"settings": {"calldata_max": values[changed]}} if changed else {})
    said = Said(Seed.model_validate({"settings": {"calldata_max": 2}}), own, changes)
    terms = Settings.model_validate({"settings": {"calldata_max": 3}}).terms(said)
    assert terms.service.calldata_max == values[expected]


@pytest.mark.parametrize(
    ("told", "key"),
    [
        ("demo:s3cret", AccessKey("demo", "s3cret")),
        ("demo:s/+=密", AccessKey("demo", "s/+=密")),
        ("demo:s:9999", AccessKey("demo", "s", frozenset({9999}))),
        ("demo:s:1,2,3", AccessKey("demo", "s", frozenset({1, 2, 3}))),
        (AccessKey("demo", "with: colon"), AccessKey("demo", "with: colon")),
    ],
)
def test_an_access_key_is_told_in_one_word(told: object, key: AccessKey) -> None:
    assert Settings.model_validate({"access_keys": [told]}).access_keys == (key,)


@pytest.mark.parametrize(
    "told",
    ["", "demo", ":s3cret", "demo:", "de/mo:s3cret", "demo:s3 cret", "demo:s3cret:", "demo:s3cret:0",
     "demo:s3cret:10000", "demo:s3cret:1,", "demo:s3cret:1:2", "dämo:s3cret", "demo:s3cret\n", f"demo:{'s' * 1025}",
     f"{'d' * 129}:s3cret"],
)  # fmt: skip
def test_what_is_no_access_key_is_refused(told: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Settings.model_validate({"access_keys": ["a:b", told]})
    (error,) = caught.value.errors()
    assert (error["type"], error["loc"]) == ("access_key", ("access_keys", 1))
    assert error["msg"] == "must be AK:SK, or AK:SK:VDN,VDN with VDNs from 1 to 9999"


@pytest.mark.parametrize("auth", ["", "C2", "none"])
def test_another_kind_of_authentication_is_refused(auth: str) -> None:
    with pytest.raises(ValidationError):
        Settings.model_validate({"auth": auth})


@pytest.mark.parametrize(("own", "secret"), [(False, "told"), (True, "seeded")])
def test_access_keys_are_those_of_the_seed_and_those_told(secret: str, *, own: bool) -> None:
    keys = [{"ak": "both", "sk": "seeded", "vdns": [1]}, {"ak": "seed", "sk": "x"}]
    said = Said(Seed.model_validate({"access_keys": keys}), own)
    settings = Settings.model_validate({"access_keys": ["both:told:2", "flag:y"]})
    found = {key.ak: key for key in settings.terms(said).access_keys}
    assert {ak: key.sk for ak, key in found.items()} == {"both": secret, "seed": "x", "flag": "y"}
    assert found["both"].vdns == frozenset({1 if own else 2})


def test_settings_do_not_show_secrets_of_access_keys() -> None:
    assert "s3cret" not in repr(Settings.model_validate({"access_keys": ["demo:s3cret"]}))


def test_the_limits_of_worlds_are_settings() -> None:
    assert Settings().limits() == Limits(1000, 1800, 16_777_216, 268_435_456) == Limits()
    told = {"worlds_max": 1, "world_idle": 2, "journal_max": 3, "journals_max": 4}
    assert Settings.model_validate(told).limits() == Limits(1, 2, 3, 4)


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST", "a.localhost", "127.0.0.1", "127.9.9.9", "::1", "[::1]"])
def test_loopback_is_this_machine(host: str) -> None:
    assert is_local(host)
    assert Settings(host=host).is_local


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "", "10.0.0.1", "localhost.evil.example", "example"])  # noqa: S104
def test_everything_else_is_not(host: str) -> None:
    assert not is_local(host)


@pytest.mark.parametrize("token", ["", "a b", "ä", "a\n"])
def test_a_token_is_printable_and_has_no_spaces(token: str) -> None:
    with pytest.raises(ValidationError):
        Settings(control_token=token)


def test_an_access_key_that_is_told_twice_is_refused() -> None:
    with pytest.raises(ValidationError, match="told twice"):
        Settings(access_keys=("demo:a", "demo:b"))
