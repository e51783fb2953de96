"""The clause table is complete, and everything that is said of the contract hangs on it."""

from pathlib import Path
from typing import get_args

import pytest

from mock_isales.contract.catalogue import CLAUSES, INTERFACES, unraised_codes
from mock_isales.contract.clauses import Standing
from mock_isales.contract.readings import EDITION_PRESETS, Readings
from tests.conformance.catalogue import CASES, covered
from tests.conformance.documents import SENTENCES

PAGE = Path(__file__).parents[2] / "docs" / "contract.md"

STORING = {"CN-STORING", "ON-STORING"}
"""A database failure cannot be provoked from outside: tests/engine/stores shows these two."""


def test_the_codes_that_nothing_can_raise_are_those_of_the_written_list() -> None:
    never = {"02000004", "02000005", "02000009", "02000010"}
    calling, outbound = INTERFACES
    assert {code.value for code in unraised_codes(calling)} == never
    assert {code.value for code in unraised_codes(outbound)} == never | {"02000011"}


def test_no_clause_answers_a_code_that_its_document_does_not_list() -> None:
    for interface in INTERFACES:
        raised = {clause.code for clause in interface.clauses()} - {None}
        assert raised <= set(interface.codes)


def test_clauses_are_named_after_their_document_and_speak_both_languages() -> None:
    for clause_id, clause in CLAUSES.items():
        assert clause_id == clause.id
        assert clause_id.startswith(f"{clause.document.value}-")
        assert clause.sentence.english.endswith(".")
        assert clause.sentence.chinese.endswith("。")
        assert clause.section


def test_a_clause_stands_as_a_reading_where_readings_decide() -> None:
    for clause in CLAUSES.values():
        assert set(clause.readings) <= set(Readings.model_fields)
        if clause.standing is Standing.READING:
            assert clause.readings
    decided = {name for clause in CLAUSES.values() for name in clause.readings}
    assert decided == set(Readings.model_fields)


def test_every_clause_has_a_passing_case_and_every_refusing_one_a_failing_case() -> None:
    wanted = {(clause.id, True) for clause in CLAUSES.values() if clause.id not in STORING}
    wanted |= {(clause.id, False) for clause in CLAUSES.values() if clause.outcome and clause.id not in STORING}
    assert wanted - covered() == set()


def test_no_case_names_a_clause_that_is_not_there() -> None:
    assert {clause for clause, _ in covered()} <= set(CLAUSES)


def test_every_alternative_of_a_reading_has_a_case() -> None:
    tried = {pair for case in CASES for pair in case.offer.readings}
    alternatives = {
        (name, value)
        for name, field in Readings.model_fields.items()
        for value in get_args(field.annotation)
        if value != field.default
    }
    assert tried == alternatives


def test_every_sentence_of_the_documents_has_a_clause_or_says_nothing_testable() -> None:
    for sentence in SENTENCES:
        assert bool(sentence.clauses) != bool(sentence.untestable), sentence
        assert set(sentence.clauses) <= set(CLAUSES), sentence


def test_every_clause_that_is_not_inferred_stands_for_a_sentence() -> None:
    documented = {clause.id for clause in CLAUSES.values() if clause.standing is not Standing.INFERRED}
    standing_for = {clause for sentence in SENTENCES for clause in sentence.clauses}
    assert documented - standing_for == set()


@pytest.mark.parametrize("clause", CLAUSES)
def test_every_clause_has_a_row_in_the_reference(clause: str) -> None:
    assert f"| `{clause}` |" in PAGE.read_text(encoding="utf-8")


def test_an_edition_presets_readings_that_exist() -> None:
    for preset in EDITION_PRESETS.values():
        Readings.model_validate(preset)
