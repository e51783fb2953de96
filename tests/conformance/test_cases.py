"""Every case of the catalogue, on every store, and every refusal in both languages."""

import pytest

from tests.conformance.answers import check
from tests.conformance.case import Case
from tests.conformance.catalogue import CASES
from tests.conformance.conversation import converse
from tests.conformance.sentences import Language
from tests.conformance.servers import Double


@pytest.mark.parametrize(
    ("case", "language", "offer"),
    [
        pytest.param(case, language, case.offer, id=f"{case.id} [{language}]")
        for case in CASES
        for language in case.languages
    ],
)
def test_case(double: Double, case: Case, language: Language) -> None:
    check(case, converse(double, case, language), language)
