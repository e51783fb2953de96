"""What is refused is an error with its code, and what is just within a limit is not. Nothing here waits, either."""

import pytest

from answers import NoAnswer, Refused
from dialler import Dialler, Record
from mock_isales.testing import World

pytestmark = pytest.mark.isales(clock="frozen", seed={"vdns": [{"id": 1, "campaigns": [{"id": 1}]}]})


def refused(dialler: Dialler, record: Record) -> str:
    """The code of a record that is refused."""
    with pytest.raises(Refused) as caught:
        dialler.add([record])
    return caught.value.code


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"state": "completed"}, "0200019"),
        ({"pending": 200_000}, "0200020"),
        ({"result_policy": "contact"}, "02000001"),
        ({"call_mode": "by_round"}, "02000001"),
    ],
)
def test_a_campaign_that_takes_no_record(isales: World, dialler: Dialler, change: dict[str, object], code: str) -> None:
    isales.campaign(1, 1).change(**change)
    assert refused(dialler, Record("42", ["88888888"])) == code


def test_a_campaign_has_room_for_the_last_record(isales: World, dialler: Dialler) -> None:
    isales.campaign(1, 1).change(pending=199_999)
    dialler.add([Record("42", ["88888888"])])
    assert dialler.accepted == 1


@pytest.mark.parametrize(
    ("vdn", "campaign", "code"),
    [(1, 2, "0200007"), (1, 0, "02000007"), (0, 1, "02000007"), (9999, 1, "0200007"), (10_000, 1, "02000007")],
)
def test_a_campaign_that_is_not_there(isales: World, vdn: int, campaign: int, code: str) -> None:
    with Dialler(isales.url, vdn, campaign, authorization="any", pause=isales.clock.advance) as dialler:
        assert refused(dialler, Record("42", ["88888888"])) == code


@pytest.mark.isales(seed={"vdns": [{"id": 9999, "campaigns": [{"id": 1}]}]})
def test_a_campaign_of_the_last_vdn(isales: World) -> None:
    with Dialler(isales.url, vdn=9999, campaign=1, authorization="any") as dialler:
        dialler.add([Record("42", ["88888888"])])
    assert dialler.accepted == 1


def test_a_call_without_authorization(isales: World) -> None:
    with (
        Dialler(isales.url, vdn=1, campaign=1, authorization="") as dialler,
        pytest.raises(NoAnswer, match="401"),
    ):
        dialler.add([Record("42", ["88888888"])])


@pytest.mark.parametrize(
    "code",
    [
        *("0200029", "0200030", "02000004", "02000005", "02000006"),
        *("02000008", "02000009", "02000010", "02000011", "0299999"),
    ],
)
def test_a_code_that_nobody_expects(isales: World, dialler: Dialler, code: str) -> None:
    isales.faults.add(operation="add_outbound_numbers", code=code, off_contract=code == "0299999")
    assert refused(dialler, Record("42", ["88888888"])) == code
    assert isales.journal.count() == 1


def test_a_call_not_quite_a_second_after_somebody_elses(isales: World, dialler: Dialler) -> None:
    isales.campaign(1, 1).change(last_call=isales.clock.get().now)
    isales.clock.advance(0.9995)
    dialler.add([Record("42", ["88888888"])])
    assert isales.journal.count(result_code="0200022") == dialler.accepted == 1


def test_texts_may_be_as_long_as_the_document_says(dialler: Dialler) -> None:
    dialler.add([Record("s" * 32, ["8" * 24], call_data="x" * 1024)])
    assert dialler.accepted == 1


@pytest.mark.parametrize(
    ("record", "code"),
    [
        (Record("s" * 33, ["88888888"]), "02000003"),
        (Record("42", ["8" * 25]), "02000003"),
        (Record("42", ["88888888"], call_data="x" * 1025), "02000003"),
        (Record("42", ["8888 8888"]), "02000002"),
        (Record("4\0002", ["88888888"]), "02000002"),
    ],
)
def test_a_text_that_is_not_as_the_document_says(dialler: Dialler, record: Record, code: str) -> None:
    assert refused(dialler, record) == code
