"""What the dialler makes of answers that a server should not give. Here the test answers by itself, and no double."""

from copy import deepcopy
from typing import Any

import httpx
import pytest

from answers import Contradiction, OutcomeUnknown
from dialler import Dialler, Record

RECORDS = [Record("Li", ["88888888", "66666666"]), Record("Wang", ["88880000"])]
TRUE: dict[str, Any] = {
    "returnCode": "0200000",
    "returnObject": {
        "totalSize": 2,
        "dataIdList": [{"called": "88888888", "dataId": "Li's"}, {"called": "88880000", "dataId": "Wang's"}],
    },
    "resultCode": "0200000",
    "resultDesc": "create data succeeded",
    "returnDesc": "create data succeeded",
}
LIST = ("returnObject", "dataIdList")


def added(monkeypatch: pytest.MonkeyPatch, body: object) -> dict[str, str]:
    """The data ids of the records above, after such an answer."""
    monkeypatch.setattr(httpx.Client, "post", lambda *_, **__: httpx.Response(200, json=body))
    with Dialler("http://cc.example", vdn=1, campaign=1, authorization="any") as dialler:
        dialler.add(RECORDS)
        return dialler.data_ids


def with_changed(place: tuple[str | int, ...], value: object) -> dict[str, Any]:
    """The true answer but for one value; None takes it out."""
    body: Any = deepcopy(TRUE)
    inner = body
    for name in place[:-1]:
        inner = inner[name]
    inner[place[-1]] = value
    if value is None:
        del inner[place[-1]]
    return dict(body)


def test_a_true_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    assert added(monkeypatch, TRUE) == {"Li": "Li's", "Wang": "Wang's"}


def test_an_answer_with_a_data_id_for_each_number(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [*TRUE["returnObject"]["dataIdList"]]
    entries.insert(1, {"called": "66666666", "dataId": "also Li's"})
    assert added(monkeypatch, with_changed(LIST, entries)) == {"Li": "Li's", "Wang": "Wang's"}


def test_an_answer_whose_list_is_called_as_in_the_documents_table(monkeypatch: pytest.MonkeyPatch) -> None:
    returned = {"totalSize": 2, "datalist": TRUE["returnObject"]["dataIdList"]}
    assert added(monkeypatch, with_changed(("returnObject",), returned)) == {"Li": "Li's", "Wang": "Wang's"}


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("returnCode",), "0200024"),
        (("resultCode",), "0200024"),
        (("returnDesc",), "Database operation error."),
        (("returnCode",), 200000),
        (("returnObject", "totalSize"), 1),
        (LIST, []),
        ((*LIST, 1, "called"), "66666666"),
        ((*LIST, 1), None),
    ],
)
def test_an_answer_that_contradicts_itself(
    monkeypatch: pytest.MonkeyPatch, place: tuple[str | int, ...], value: object
) -> None:
    with pytest.raises(Contradiction):
        added(monkeypatch, with_changed(place, value))


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("returnDesc",), None),
        (("returnObject",), None),
        (("returnObject", "totalSize"), "2"),
        (LIST, None),
        ((*LIST, 0, "called"), None),
        ((*LIST, 0), "88888888"),
    ],
)
def test_an_answer_that_is_not_in_the_documented_form(
    monkeypatch: pytest.MonkeyPatch, place: tuple[str | int, ...], value: object
) -> None:
    with pytest.raises(OutcomeUnknown, match="documented form"):
        added(monkeypatch, with_changed(place, value))


def test_after_such_an_answer_nobody_knows_what_was_stored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(httpx.Client, "post", lambda *_, **__: httpx.Response(200, json=with_changed(LIST, [])))
    with Dialler("http://cc.example", vdn=1, campaign=1, authorization="any") as dialler:
        with pytest.raises(OutcomeUnknown):
            dialler.add(RECORDS)
        assert (dialler.uncertain, dialler.data_ids) == ({"Li", "Wang"}, {})


def test_an_answer_that_is_no_object(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(OutcomeUnknown):
        added(monkeypatch, ["0200000"])
