"""How a call ended, for people."""

import pytest

from mock_isales.engine.journal.outcomes import Outcome


@pytest.mark.parametrize(
    ("result_code", "status", "code", "sentence"),
    [
        ("0200000", 200, "0200000", "Success."),
        ("0200006", 200, "0200006", "Database operation error."),
        ("9", 200, "9", "not documented"),
        ("", 200, "", "not documented"),
        (None, 404, "404", "Not Found"),
        (None, 599, "599", ""),
    ],
)
def test_a_code_or_else_a_status_has_its_sentence(
    result_code: str | None, status: int, code: str, sentence: str
) -> None:
    outcome = Outcome("add_outbound_numbers", result_code, status)
    assert (outcome.code, outcome.sentence) == (code, sentence)
