import pytest

from mock_isales.app import create_app
from mock_isales.settings import Settings
from tests.control.callers import CALL_DATA, Caller, body_of, places_of, record

PATH = "/worlds/w1/journal"


def test_a_refusal_is_found_with_its_reason(caller: Caller) -> None:
    caller.freeze()
    caller.add("1")
    caller.add("2")
    told = caller.get(f"{PATH}?result_code=0200022&limit=50")
    assert (told["total"], told["dropped"], told["limit_bytes"]) == (1, 0, 16 * 1024 * 1024)
    assert told["bytes"] > 0
    (entry,) = told["entries"]
    assert (entry["id"], entry["operation"], entry["result_code"], entry["clause"]) == (
        2,
        "add_outbound_numbers",
        "0200022",
        "ON-PACE",
    )
    assert (entry["vdn"], entry["campaign"], entry["status"], entry["fault"]) == (1, 1, 200, None)
    assert "field" in entry
    assert "value" in entry
    assert entry["at"] == "2026-11-21T10:00:00.000000Z"
    assert ["authorization", "***"] in entry["request"]["headers"]
    assert '"calledNo"' in entry["request"]["body"]
    assert caller.get(f"{PATH}/2") == entry


def test_an_answer_names_its_call(caller: Caller) -> None:
    headers = {"Authorization": "token", "X-Mock-World": "w1"}
    answer = caller.call("POST", CALL_DATA.format(campaign=1), body_of(), headers)
    assert caller.get(f"{PATH}/{answer.headers['x-mock-request']}")["answer"]["body"] == answer.text


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("", [1, 2, 3]),
        ("order=newest", [3, 2, 1]),
        ("order=newest&limit=1", [3]),
        ("offset=1&limit=1", [2]),
        ("operation=add_calling_numbers", [3]),
        ("campaign=2", [2]),
        ("vdn=1&campaign=1", [1, 3]),
        ("vdn=2", []),
        ("result_code=0200000", [1, 3]),
        ("clause=ON-STATE", [2]),
        ("session=s1", [1]),
        ("called_number=22", [2]),
        ("status=200", [1, 2, 3]),
        ("fault=1", []),
        ("since=2026-11-21T10:00:05Z", [2, 3]),
        ("until=2026-11-21T10:00:00Z", [1]),
        ("since=2026-11-21T10:00:00Z&until=2026-11-21T10:00:04%2B00:00", [1]),
    ],
)
def test_calls_are_filtered(caller: Caller, query: str, ids: list[int]) -> None:
    caller.freeze()
    caller.add(body={"callDataList": [record("11", sessionId="s1")]})
    caller.done("POST", "/worlds/w1/clock/advance", {"seconds": 5})
    caller.add("22", campaign=2)
    caller.add_calling("33")
    told = caller.get(f"{PATH}?{query}")
    assert [each["id"] for each in told["entries"]] == ids
    assert told["total"] >= len(ids)


def test_calls_are_counted_without_being_told(caller: Caller) -> None:
    caller.add()
    told = caller.get(f"{PATH}?limit=0")
    assert (told["total"], told["entries"]) == (1, [])


def test_a_journal_is_cleared_and_its_ids_go_on(caller: Caller) -> None:
    caller.add()
    assert caller.mock("DELETE", PATH).status_code == 204
    assert caller.get(PATH)["total"] == 0
    missing = caller.mock("GET", f"{PATH}/1")
    assert (missing.status_code, missing.json()["type"]) == (404, "urn:mock-isales:problem:no-such-call")
    caller.add()
    assert caller.get(f"{PATH}/2")["id"] == 2
    for name in ("x", "0", "9" * 40):
        assert caller.mock("GET", f"{PATH}/{name}").status_code == 404


def test_a_full_journal_says_how_many_it_dropped() -> None:
    caller = Caller(create_app(Settings(journal_max=4000)))
    for _ in range(5):
        caller.add(world="default")
    told = caller.get("/worlds/default/journal")
    assert told["limit_bytes"] == 4000
    assert told["bytes"] <= 4000
    assert told["dropped"] == 5 - told["total"] > 0
    missing = caller.mock("GET", "/worlds/default/journal/1").json()
    assert (missing["dropped"], missing["limit_bytes"]) == (told["dropped"], 4000)


def test_departures_are_told(caller: Caller) -> None:
    caller.add(body={"callDataList": [{**record(), "sesionId": "s"}]})
    (entry,) = caller.get(PATH)["entries"]
    told = {each["kind"]: (each["place"], each["nearest"]) for each in entry["departures"]}
    assert told == {
        "missing_charset": ("Content-Type", None),
        "unknown_field": ("callDataList[0].sesionId", "sessionId"),
    }


@pytest.mark.parametrize("body", [b"\xff\xfe", b'{"callDataList": "\\ud800"}', b"[" * 200, b"9" * 9999, b""])
def test_whatever_was_sent_can_be_shown(caller: Caller, body: bytes) -> None:
    headers = {"Authorization": "token", "X-Mock-World": "w1", "Content-Type": "application/json"}
    caller.call("POST", CALL_DATA.format(campaign=1), body, headers)
    (entry,) = caller.get(PATH)["entries"]
    assert entry["result_code"] != "0200000"
    caller.done("PUT", "/worlds/w2/snapshot", caller.get("/worlds/w1/snapshot"))
    assert caller.get("/worlds/w2/journal")["entries"] == [entry]


@pytest.mark.parametrize(
    ("query", "place", "part"),
    [
        ("limt=5", "limt", "unknown parameter"),
        ("limit=x", "limit", 'from 0 to 1000, not "x"'),
        ("limit=1&limit=2", "limit", "stands twice"),
        ("limit=", "limit", "must be a whole number"),
        ("limit=1_0", "limit", 'not "1_0"'),
        ("limit=5.0", "limit", 'not "5.0"'),
        ("operation=add_outbound", "operation", "add_calling_numbers or add_outbound_numbers"),
        ("since=yesterday", "since", "2026-11-21T10:00:00Z"),
        ("vdn=" + "9" * 5000, "vdn", "must be a whole number"),
        ("%FF=1", "�", "unknown parameter"),
    ],
)
def test_what_is_asked_wrongly_is_told(caller: Caller, query: str, place: str, part: str) -> None:
    told = places_of(caller.mock("GET", f"{PATH}?{query}"))
    assert part in told[place][0]


def test_a_call_is_explained_as_json_and_as_text(caller: Caller) -> None:
    caller.add("+1")
    told = caller.get(f"{PATH}/1/explanation")
    assert (told["outcome"], told["clause"]["id"], told["advice"]["value"]) == (
        "refused",
        "ON-CALLEDNO-CHARACTERS",
        "1",
    )
    assert told["checks"]["held"][0] == {"step": "address and method", "clauses": ["ON-URI", "ON-METHOD"]}
    text = caller.mock("GET", f"{PATH}/1/explanation?format=text&language=zh")
    assert text.headers["content-type"] == "text/plain; charset=utf-8"
    assert text.text.startswith("调用1：POST ")


def test_the_newest_call_that_was_not_simply_accepted_is_the_last(caller: Caller) -> None:
    caller.freeze()
    caller.add("1")
    assert "None of the 1 calls" in caller.mock("GET", f"{PATH}/last/explanation").json()["detail"]
    caller.add("+1")
    caller.done("POST", "/worlds/w1/faults", {"answer": {"latency": 0.001}})
    caller.add("1", campaign=2)
    caller.done("DELETE", "/worlds/w1/faults")
    caller.add("1", campaign=2)
    assert caller.get(f"{PATH}/last/explanation")["id"] == 4
    assert caller.get(f"{PATH}/3/explanation")["outcome"] == "injected"


@pytest.mark.parametrize("call", ["0", "2", "x", "9" * 30, "LAST"])
def test_a_call_that_is_not_kept_cannot_be_explained(caller: Caller, call: str) -> None:
    answer = caller.mock("GET", f"{PATH}/{call}/explanation")
    assert answer.status_code == 404
    assert answer.json()["type"] == "urn:mock-isales:problem:no-such-call"


def test_an_explanation_is_asked_for_in_a_known_language(caller: Caller) -> None:
    caller.add("1")
    places = places_of(caller.mock("GET", f"{PATH}/1/explanation?language=fr&format=pdf"))
    assert places["language"][0].startswith("must be en or zh")
    assert places["format"][0].startswith("must be json or text")


def test_an_explanation_survives_a_snapshot_and_says_what_stands_in(caller: Caller) -> None:
    caller.add("+1")
    before = caller.get(f"{PATH}/1/explanation")
    caller.done("PUT", "/worlds/w1/snapshot", caller.get("/worlds/w1/snapshot"))
    after = caller.get(f"{PATH}/1/explanation")
    assert "present readings and settings stand in" in after.pop("notes")[0]
    assert before.pop("notes") == []
    assert after == before
