"""Seeds as the JSON that the SQL store keeps them as."""

from collections.abc import Callable
from typing import Any

from mock_isales.contract.forms import to_digits, to_int
from mock_isales.engine.seeds import Seed

Json = dict[str, Any]


def written(seed: Seed) -> Json:
    """What a seed says; what it leaves unsaid is not there."""
    return _with_ids(seed.model_dump(mode="json", exclude_unset=True), to_digits)


def seed_from(said: Json) -> Seed:
    """The seed that says so."""
    return Seed.model_validate(_with_ids(said, to_int))


def _with_ids(said: Json, form: Callable[[Any], object]) -> Json:
    """The same with its campaigns' ids written another way: JSON's numbers have a limit, ids have none."""
    for vdn in said.get("vdns", ()):
        for campaign in vdn.get("campaigns", ()):
            campaign["id"] = form(campaign["id"])
    return said
