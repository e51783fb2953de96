import json
from datetime import UTC, datetime
from types import MappingProxyType

import pytest

from mock_isales.engine.clocks import ClockMode
from mock_isales.engine.seeds import Seed
from mock_isales.engine.views.clocks import ClockSetting
from mock_isales.testing.operations import worlds
from mock_isales.testing.sent import body_of, of_world, path, with_query


@pytest.mark.parametrize(
    ("name", "quoted"),
    [("w1", "w1"), ("a:b", "a%3Ab"), ("a/b?c#d", "a%2Fb%3Fc%23d"), ("..", "%2E%2E"), ("a.b", "a.b"), ("ä", "%C3%A4")],
)
def test_segments_of_a_path_are_quoted(name: str, quoted: str) -> None:
    assert path("w", name) == f"/w/{quoted}"
    assert of_world(name, "faults", 1) == f"/worlds/{quoted}/faults/1"


def test_a_query_has_what_was_said() -> None:
    said = {"session": "a&b ä", "vdn": 1, "campaign": None, "since": datetime(2026, 11, 21, tzinfo=UTC)}
    assert with_query("/x", said) == "/x?session=a%26b+%C3%A4&vdn=1&since=2026-11-21T00%3A00%3A00%2B00%3A00"
    assert with_query("/x", {"vdn": None}) == "/x"


def test_what_is_no_text_is_sent_all_the_same() -> None:
    assert path("\udcff") == "/%ED%B3%BF"
    assert with_query("", {"a": "\udcff"}) == "?a=%ED%B3%BF"
    assert body_of({"a": "\udcff"}) == '{"a": "\\udcff"}'


def test_what_a_form_leaves_unsaid_stays_so() -> None:
    seed = Seed.model_validate({"settings": {"calldata_max": 7}})
    assert json.loads(body_of(seed)) == {"settings": {"calldata_max": 7}}
    assert json.loads(body_of(ClockSetting(mode=ClockMode.REAL))) == {"mode": "real"}


def test_times_and_collections_are_written_as_json_has_them() -> None:
    body = body_of(
        {"at": datetime(2026, 11, 21, 10, tzinfo=UTC), "numbers": ("1",), "set": {"2"}, "map": MappingProxyType({})}
    )
    assert json.loads(body) == {"at": "2026-11-21T10:00:00+00:00", "numbers": ["1"], "set": ["2"], "map": {}}


def test_what_json_does_not_have_is_refused() -> None:
    with pytest.raises(TypeError, match="a bytes cannot be said in JSON"):
        body_of({"a": b""})


def test_a_world_without_a_seed_of_its_own_is_made_without_a_body() -> None:
    assert (worlds.make("w", None).body, worlds.make("w", {}).body) == (None, "{}")
