"""Places in a body, as they are named on the wire."""

import pytest

from mock_isales.contract.catalogue import INTERFACES
from mock_isales.contract.nearest.places import field_at, value_at

CN, ON = INTERFACES


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("callDataList", "callDataList"),
        ("callDataList[3]", "callDataList"),
        ("callDataList[1].called[0].calledNo", "calledNo"),
        ("callDataList[1].called[12]", "called"),
        ("batchId", "batchId"),
        ("vdnId", "vdnId"),
        ("campaignId", "campaignId"),
        ("callDataList[0].priority.x", None),
        ("Content-Type", None),
        ("", None),
    ],
)
def test_a_place_belongs_to_a_field(place: str, name: str | None) -> None:
    field = field_at(ON, place)
    assert (None if field is None else field.name) == name


@pytest.mark.parametrize(
    ("place", "value"),
    [("a[1].b", "x"), ("a", [None, {"b": "x"}]), ("a[2].b", None), ("a.b", None), ("a[1].b[0]", None), ("", None)],
)
def test_a_value_stands_at_a_place(place: str, value: object) -> None:
    body = {"a": [None, {"b": "x"}]}
    assert value_at(body, place) == (value if place else body)
