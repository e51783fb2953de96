"""A fault as a client says it, and how the documentation shows it."""

from collections.abc import Iterator
from typing import Any, get_args

import jsonschema
import pytest
from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode

from mock_isales.contract.catalogue import INTERFACES
from mock_isales.engine.faults.forms import (
    Answer,
    Fault,
    Latency,
    LogNormal,
    Match,
    Operation,
    SetFault,
    Until,
    When,
)
from tests.engine.faults.wrong import wrong, wrong_places

FORMS: list[type[BaseModel]] = [Answer, Fault, Latency, LogNormal, Match, SetFault, Until, When]
MODES: list[JsonSchemaMode] = ["validation", "serialization"]
CODE = {"code": "0200001"}


def examples(form: type[BaseModel]) -> Iterator[Any]:
    """The examples that the documentation shows of a form."""
    schema = form.model_json_schema()
    for each in (schema, *schema.get("anyOf", [])):
        yield from each.get("examples", [])


def test_every_operation_can_be_said() -> None:
    assert list(get_args(Operation)) == [interface.operation for interface in INTERFACES]


def test_only_the_answer_must_be_said() -> None:
    fault = Fault.model_validate({"answer": CODE})
    assert fault == Fault(operation=None, match=Match(), when=When(), answer=Answer(code="0200001"), until=None)
    assert not fault.counts_for_pace
    assert not fault.off_contract


@pytest.mark.parametrize(
    "said",
    [
        {"operation": "add_outbound_number"},
        {"operation": ""},
        {"match": None},
        {"match": []},
        {"when": None},
        {"answer": None},
        {"counts_for_pace": 1},
        {"off_contract": "true"},
        {"until": 5},
        {"operations": "add_outbound_numbers"},
    ],
)
def test_bad_values_and_unknown_keys_are_told_their_place(said: dict[str, Any]) -> None:
    assert wrong_places(Fault, {"answer": CODE, **said}) == list(said)


def test_everything_that_is_wrong_is_told_with_its_place() -> None:
    said = {
        "match": {"vdn": 0, "campain": 1},
        "when": {"first": 1, "nth": 1},
        "answer": {"latency": 601},
        "until": {"hits": 0},
    }
    expected = {"match.vdn", "match.campain", "when", "answer.latency", "until.hits"}
    assert set(wrong_places(Fault, said)) == expected


@pytest.mark.parametrize(("key", "value"), [("session", "a"), ("called_number", "1")])
def test_a_fault_for_records_cannot_be_one_of_calling_numbers(key: str, value: str) -> None:
    said = {"operation": "add_calling_numbers", "match": {key: value}, "answer": CODE}
    told = f"no call of add_calling_numbers has a {key}: leave it out, or say another operation"
    assert wrong(Fault, said) == [(f"match.{key}", told)]


@pytest.mark.parametrize("form", FORMS)
def test_every_field_is_described_for_the_documentation(form: type[BaseModel]) -> None:
    assert form.__doc__
    assert [name for name, field in form.model_fields.items() if not field.description] == []


@pytest.mark.parametrize("form", FORMS)
def test_every_form_has_examples_that_are_valid(form: type[BaseModel]) -> None:
    shown = list(examples(form))
    assert shown
    for example in shown:
        jsonschema.validate(example, form.model_json_schema(), jsonschema.Draft202012Validator)
        shown_again = form.model_validate(example).model_dump(mode="json", exclude_unset=True)
        assert form.model_validate(shown_again) == form.model_validate(example)


@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_told_again_by_the_same_schema(form: type[BaseModel]) -> None:
    told, said = (form.model_json_schema(mode=mode) for mode in reversed(MODES))
    assert told.pop("required", None) == said.pop("required", None)
    assert told == said


@pytest.mark.parametrize(
    ("latency", "valid"),
    [
        (0, True),
        (600, True),
        (601, False),
        ("1", False),
        (True, False),
        ({"uniform": [0, 1]}, True),
        ({"uniform": [0]}, False),
        ({"norma": 1}, False),
    ],
)
def test_the_schema_of_a_latency_is_a_number_or_an_object(latency: object, *, valid: bool) -> None:
    validator = jsonschema.Draft202012Validator(Fault.model_json_schema())
    assert validator.is_valid({"answer": {"latency": latency}}) is valid
