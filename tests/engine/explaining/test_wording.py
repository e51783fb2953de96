"""Everything that an explanation may have to say can be said in both languages."""

import pytest

from mock_isales.contract.c2.gates import Step
from mock_isales.contract.c2.mistakes.mistake import MistakeKind
from mock_isales.contract.catalogue import CLAUSES, INTERFACES
from mock_isales.contract.clauses import Standing
from mock_isales.contract.readings import Readings
from mock_isales.engine.explaining.checks import in_order
from mock_isales.engine.explaining.wording import faults, mistakes, readings, signatures, standing
from mock_isales.engine.explaining.wording.values import said


def test_every_mistake_has_its_chinese() -> None:
    assert set(mistakes.CHINESE) == set(MistakeKind)


def test_every_step_of_a_token_has_its_sentences() -> None:
    assert set(signatures.STEPS) == set(signatures.ADVICE) == set(Step)


def test_every_reading_has_its_chinese() -> None:
    assert set(readings.CHINESE) == set(Readings.model_fields)


def test_every_standing_has_its_sentence() -> None:
    assert set(standing.STANDINGS) == set(Standing)


def test_every_transport_has_its_sentence() -> None:
    assert set(faults.TRANSPORTS) == {"reset", "empty", "garbage", "cut", "drip"}


@pytest.mark.parametrize("interface", INTERFACES, ids=lambda interface: interface.operation)
def test_the_checks_are_those_of_the_interface_in_its_order(interface: object) -> None:
    assert interface in INTERFACES
    known = next(each for each in INTERFACES if each is interface)
    ids = list(dict.fromkeys(check.clause.id for check in in_order(known)))
    assert ids == [clause.id for clause in known.clauses() if CLAUSES[clause.id].outcome is not None]


@pytest.mark.parametrize(
    ("kept", "english", "chinese"),
    [
        ("21 entries", "21 entries", "21个元素"),
        ("9 incomplete numbers", "it would come to have 9 incomplete numbers", "追加后未完成的被叫号码将为9个"),
        ("disk full", "disk full", "disk full"),
    ],
)
def test_what_is_kept_instead_of_a_value_is_said(kept: str, english: str, chinese: str) -> None:
    assert said(kept) == (english, chinese)
