import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from mock_isales.engine.seed_files.problems import SeedError
from mock_isales.engine.seed_files.reading import parse_seed
from mock_isales.engine.seed_files.schema import seed_schema


def test_the_schema_is_one() -> None:
    schema = seed_schema()
    Draft202012Validator.check_schema(schema)
    assert (schema["$schema"], schema["$id"]) == (
        "https://json-schema.org/draft/2020-12/schema",
        "urn:mock-isales:seed",
    )


def test_every_key_says_what_it_is() -> None:
    schema = seed_schema()
    objects = [schema, *(each for each in schema["$defs"].values() if "properties" in each)]
    for each in objects:
        assert each["additionalProperties"] is False
        assert all(len(key["title"]) > 10 for key in each["properties"].values())


@pytest.mark.parametrize(
    ("content", "good"),
    [
        ({}, True),
        ({"vdns": [{"id": 1, "campaigns": [{"id": 1, "calling_numbers": [{"access_code": "1"}]}]}]}, True),
        ({"settings": {"pace_interval": 0}, "readings": {"total_size": "accepted"}}, True),
        ({"vdsn": []}, False),
        ({"vdns": [{}]}, False),
        ({"vdns": [{"id": 0}]}, False),
        ({"vdns": [{"id": 1, "blocklist": [1]}]}, False),
        ({"vdns": [{"id": 1, "blocklist": ["a"]}]}, False),
        ({"vdns": [{"id": 1, "campaigns": [{"id": 1, "state": "x"}]}]}, False),
        ({"settings": {"calldata_max": 0}}, False),
    ],
)
def test_schema_and_reader_agree(content: dict[str, Any], *, good: bool) -> None:
    assert Draft202012Validator(seed_schema()).is_valid(content) is good
    try:
        parse_seed(json.dumps(content), "s")
    except SeedError:
        assert not good
    else:
        assert good
