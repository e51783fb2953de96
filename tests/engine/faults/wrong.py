"""What is wrong with something a client said."""

import json
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError


def wrong(form: type[BaseModel], said: Any) -> list[tuple[str, str]]:  # noqa: ANN401 - what a client may say
    """Where something is wrong and why; the same whether it comes as JSON or as Python's own types."""
    told = []
    for validate, value in ((form.model_validate, said), (form.model_validate_json, json.dumps(said))):
        with pytest.raises(ValidationError) as caught:
            validate(value)
        told.append([(".".join(map(str, each["loc"])), each["msg"]) for each in caught.value.errors()])
    assert [place for place, _ in told[0]] == [place for place, _ in told[1]]
    return told[0]


def wrong_places(form: type[BaseModel], said: Any) -> list[str]:  # noqa: ANN401
    """Where something is wrong."""
    return [place for place, _ in wrong(form, said)]
