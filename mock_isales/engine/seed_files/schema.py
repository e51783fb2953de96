"""The published JSON Schema of a seed file."""

from typing import Any

from mock_isales.engine.seeds import Seed

SCHEMA_ID = "urn:mock-isales:seed"


def seed_schema() -> dict[str, Any]:
    """The JSON Schema of a seed file, for editors and other tools.

    It cannot say that an id or a number must not stand twice; `read_seed` looks for that as well.
    """
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA_ID}
    return {**head, **Seed.model_json_schema()}
