"""What is said by keywords is what the forms know, all of it."""

import pytest
from pydantic import BaseModel

from mock_isales.control.forms.campaigns import RecordQuery
from mock_isales.engine.faults.forms import Fault
from mock_isales.engine.faults.keywords import FaultSaid
from mock_isales.engine.journal.wanted import Filters, Wanted
from mock_isales.engine.views.campaigns import CampaignForm
from mock_isales.testing.operations.faults import LEVELS, with_levels
from mock_isales.testing.said import CampaignSaid, RecordFilters


@pytest.mark.parametrize(
    ("said", "form", "besides"),
    [
        (Filters, Wanted, set()),
        (RecordFilters, RecordQuery, {"offset", "limit"}),
        (CampaignSaid, CampaignForm, set()),
    ],
)
def test_every_field_of_a_form_has_a_keyword(said: type, form: type[BaseModel], besides: set[str]) -> None:
    assert said.__annotations__.keys() | besides == form.model_fields.keys()


def test_every_field_of_a_fault_and_its_levels_has_a_keyword() -> None:
    fields = [name for form in LEVELS.values() for name in form.model_fields]
    assert len(fields) == len(set(fields))
    assert FaultSaid.__annotations__.keys() == {*fields, *Fault.model_fields} - LEVELS.keys()


def test_keywords_find_their_level() -> None:
    assert with_levels({"campaign": 1, "first": 2, "code": "0200006", "off_contract": True}) == {
        "match": {"campaign": 1},
        "when": {"first": 2},
        "answer": {"code": "0200006"},
        "off_contract": True,
    }


def test_what_no_form_knows_is_sent_so_that_the_server_says_what_was_meant() -> None:
    assert with_levels({"cod": "1"}) == {"cod": "1"}  # type: ignore[typeddict-unknown-key]
