"""Whether the dialler obeys the document. Time stands still but for its own pauses, so nothing here waits."""

import pytest

from answers import DatabaseError, DuplicateNumbers, EmptyParameter, OutcomeUnknown, ParameterError, Refused
from dialler import Dialler, Record
from mock_isales.testing import World

pytestmark = pytest.mark.isales(clock="frozen", seed={"vdns": [{"id": 1, "campaigns": [{"id": 1}]}]})


def records(count: int) -> list[Record]:
    """Records with a number each."""
    return [Record(f"customer {index}", [f"8888{index:04}"]) for index in range(count)]


def test_calls_keep_the_pace(isales: World, dialler: Dialler) -> None:
    for record in records(3):
        dialler.add([record])
    assert isales.journal.count(clause="ON-PACE") == 0, "ON-PACE: calls for one campaign are at least 1 second apart"


def test_a_call_has_at_most_20_records(isales: World, dialler: Dialler) -> None:
    dialler.add(records(41))
    assert dialler.accepted == isales.campaign(1, 1).records().total == 41
    assert isales.journal.count(result_code="0200000") == 3


def test_a_call_that_is_refused_with_http_status_200_is_no_success(isales: World, dialler: Dialler) -> None:
    isales.blocklist(1).add("88888888")
    with pytest.raises(Refused, match="blocklist") as caught:
        dialler.add([Record("42", ["88888888"])])
    assert caught.value.code == "0200024"
    assert dialler.accepted == 0


def test_duplicate_numbers_are_not_sent_again(isales: World, dialler: Dialler) -> None:
    with pytest.raises(DuplicateNumbers):
        dialler.add([Record("42", ["88888888", "88888888"])])
    assert isales.journal.count() == 1, "ON-DUPLICATE: what is refused for it is as wrong the next time"


def test_each_record_has_one_data_id_however_many_numbers_it_has(isales: World, dialler: Dialler) -> None:
    dialler.add([Record("Li", ["88888888", "66666666"]), Record("Wang", ["88880000"])])
    kept = {record.session_id: record.data_ids[0] for record in isales.campaign(1, 1).records().records}
    assert dialler.data_ids == kept, "ON-DATA-ID-LIST: the list has one entry a record, not one a called number"
    assert dialler.accepted == 2


def test_a_parameter_error_comes_with_its_details(isales: World, dialler: Dialler) -> None:
    isales.campaign(1, 1).change(device_type="intelligent_ivr")
    with pytest.raises(ParameterError, match="callData"):
        dialler.add([Record("42", ["88888888"], call_data="Li")])


def test_an_empty_parameter_is_another_error(dialler: Dialler) -> None:
    with pytest.raises(EmptyParameter):
        dialler.add([Record("42", [])])


def test_a_call_too_near_to_somebody_elses_is_made_again(isales: World, dialler: Dialler) -> None:
    isales.campaign(1, 1).change(last_call=isales.clock.get().now)
    dialler.add(records(1))
    assert isales.journal.count(result_code="0200022") == dialler.accepted == 1


def test_what_could_not_be_stored_is_sent_again_and_is_there_once(isales: World, dialler: Dialler) -> None:
    isales.faults.add(operation="add_outbound_numbers", code="0200006", first=2)
    dialler.add(records(1))
    assert isales.journal.count() == 3
    assert isales.campaign(1, 1).records().total == dialler.accepted == 1


def test_it_gives_up_after_four_attempts(isales: World, dialler: Dialler) -> None:
    isales.faults.add(operation="add_outbound_numbers", code="0200006")
    with pytest.raises(DatabaseError):
        dialler.add(records(1))
    assert isales.journal.count() == 4


def test_what_was_accepted_before_a_refusal_is_known(dialler: Dialler) -> None:
    dialler.add([Record("good", ["88888888"])])
    with pytest.raises(EmptyParameter):
        dialler.add([Record("bad", [""])])
    assert list(dialler.data_ids) == ["good"]


def test_an_answer_from_elsewhere_is_told_from_a_refusal(isales: World, dialler: Dialler) -> None:
    isales.faults.add(status=503)
    with pytest.raises(OutcomeUnknown, match="503"):
        dialler.add(records(1))
