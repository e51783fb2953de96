"""The points are those of the contract: a change of it shows here."""

from collections import Counter

import pytest

from mock_isales.contract.catalogue import CLAUSES
from mock_isales.contract.fields import Field, Scalar
from mock_isales.engine.coverage.edges import _refusing, scales_of
from mock_isales.engine.coverage.points import BY_OPERATION, POINTS, UNRAISED, Group, places_of, points_of

BOUNDARIES = """
CN-VDNID-RANGE:0 CN-VDNID-RANGE:1 CN-VDNID-RANGE:9999 CN-VDNID-RANGE:10000 CN-CAMPAIGNID-RANGE:0 CN-CAMPAIGNID-RANGE:1
CN-CALLERNO-MANDATORY:0 CN-CALLERNO-MANDATORY:1 CN-CALLERNO-COUNT:at CN-CALLERNO-COUNT:over
CN-ACCESSCODE-LENGTH:24 CN-ACCESSCODE-LENGTH:25
CN-PRIORITY-RANGE:0 CN-PRIORITY-RANGE:1 CN-PRIORITY-RANGE:5 CN-PRIORITY-RANGE:6 CN-TOTAL:at CN-TOTAL:over
ON-VDNID-RANGE:0 ON-VDNID-RANGE:1 ON-VDNID-RANGE:9999 ON-VDNID-RANGE:10000 ON-CAMPAIGNID-RANGE:0 ON-CAMPAIGNID-RANGE:1
ON-CALLDATALIST-MANDATORY:0 ON-CALLDATALIST-MANDATORY:1 ON-CALLDATALIST-COUNT:at ON-CALLDATALIST-COUNT:over
ON-SESSIONID-LENGTH:32 ON-SESSIONID-LENGTH:33 ON-CALLED-MANDATORY:0 ON-CALLED-MANDATORY:1
ON-CALLEDNO-LENGTH:24 ON-CALLEDNO-LENGTH:25
ON-DELAYTIME-FORM:-1 ON-DELAYTIME-RANGE:0 ON-DELAYTIME-RANGE:86400 ON-DELAYTIME-RANGE:86401
ON-TYPE-LENGTH:20 ON-TYPE-LENGTH:21 ON-CALLER-LENGTH:24 ON-CALLER-LENGTH:25
ON-CUSTOMFIELD-LENGTH:200 ON-CUSTOMFIELD-LENGTH:201 ON-CALLDATA-LENGTH:1024 ON-CALLDATA-LENGTH:1025
ON-PRIORITY-RANGE:0 ON-PRIORITY-RANGE:1 ON-PRIORITY-RANGE:5 ON-PRIORITY-RANGE:6
ON-PACE:at ON-PACE:under ON-CAP:at ON-CAP:over
""".split()  # noqa: SIM905 - a list would be read a line each


def test_there_are_so_many_points() -> None:
    assert Counter((point.operation, point.group.value) for point in POINTS.values()) == {
        ("add_calling_numbers", "outcomes"): 10,
        ("add_calling_numbers", "clauses"): 30,
        ("add_calling_numbers", "boundaries"): 18,
        ("add_outbound_numbers", "outcomes"): 17,
        ("add_outbound_numbers", "clauses"): 58,
        ("add_outbound_numbers", "boundaries"): 36,
    }
    assert len(POINTS) == 169


def test_no_two_points_have_one_id() -> None:
    assert sum(1 for interface in BY_OPERATION.values() for _ in points_of(interface)) == 169


def test_the_boundaries_are_those_of_the_documents_limits() -> None:
    assert [point.id for point in POINTS.values() if point.group is Group.BOUNDARIES] == BOUNDARIES


def test_the_outcomes_are_the_codes_that_the_contract_can_answer() -> None:
    codes = "0200000 0200001 0200007 02000001 02000002 02000003 02000006 02000007 02000008 02000011".split()  # noqa: SIM905
    assert [each for each in POINTS if each.startswith("CN:")] == [f"CN:{code}" for code in codes]
    never = {"02000004", "02000005", "02000009", "02000010"}
    assert set(UNRAISED["add_calling_numbers"]) == never
    assert set(UNRAISED["add_outbound_numbers"]) == never | {"02000011"}


def test_the_clauses_are_those_that_refuse() -> None:
    refusing = [clause.id for clause in CLAUSES.values() if clause.outcome is not None]
    assert [point.id for point in POINTS.values() if point.group is Group.CLAUSES] == refusing


@pytest.mark.parametrize(
    ("point", "how"),
    [
        (
            "ON-CALLEDNO-LENGTH:25",
            'callDataList[0].called[0].calledNo: 25 characters, as "1111111111111111111111111": refused',
        ),
        ("ON-CALLDATA-LENGTH:1025", 'callDataList[0].callData: 1025 characters, as "1" 1025 times: refused'),
        ("ON-DELAYTIME-FORM:-1", 'callDataList[0].called[0].delayTime: "-1": refused'),
        ("CN-PRIORITY-RANGE:5", "callerNo[0].priority: 5: accepted"),
        ("ON-VDNID-RANGE:10000", "vdnId: 10000: refused"),
        ("ON-CALLDATALIST-MANDATORY:0", "callDataList: []: refused"),
        ("ON-CALLDATALIST-COUNT:over", "callDataList: 21 entries by default: refused"),
        (
            "ON-PACE:under",
            "999,000 to 999,999 microseconds since the campaign's last counted call (by default): refused",
        ),
        ("ON-CAP:over", "200,001 incomplete outbound calls with those of this call (by default): refused"),
    ],
)
def test_a_boundary_tells_what_provokes_it(point: str, how: str) -> None:
    assert POINTS[point].how == how


def test_a_value_that_nothing_refuses_is_no_edge() -> None:
    with pytest.raises(LookupError, match="nothing refuses vdnId '1'"):
        _refusing(BY_OPERATION["add_outbound_numbers"].vdn, "1")


def test_a_point_tells_its_clause_s_sentence() -> None:
    assert POINTS["ON-CALLEDNO-LENGTH:25"].sentence == "calledNo has at most 24 characters."
    assert POINTS["ON:0200018"].sentence == "Duplicate numbers exist."
    assert POINTS["ON:0200000"].sentence == "Success."


def test_a_field_without_limits_has_no_scale() -> None:
    fields: dict[str, Field] = {field.name: field for field, _ in places_of(BY_OPERATION["add_outbound_numbers"])}
    assert [name for name, field in fields.items() if not list(scales_of(field))] == ["recycleTime", "batchId"]
    assert all(isinstance(fields[name], Scalar) for name in ("recycleTime", "batchId"))
