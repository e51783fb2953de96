"""Every boundary is met by exactly the calls that stand on it."""

import pytest

from mock_isales.engine.coverage.points import POINTS
from tests.engine.coverage.calling import NOON, OTHER, PLAIN, SECOND, Covered, cn, numbers, on, records

ACCEPTED = "0200000"


@pytest.fixture(scope="module")
def covered() -> Covered:
    return Covered()


def called(count: int) -> dict[str, object]:
    """An ON body whose first record has so many called numbers."""
    return {"callDataList": [{"called": [{"calledNo": f"5{number}"} for number in range(count)]}, OTHER]}


def length(field: str, limit: int, document: str = "ON") -> list[tuple[str, object, str, set[str]]]:
    """A text one shorter than the limit, at it, one longer and two longer."""
    point = f"{document}-{field.upper()}-LENGTH:"
    codes = {limit + 1: "02000003", limit + 2: "02000003"}
    return [
        (
            document,
            cn("1" * size)
            if document == "CN"
            else on("1" * size)
            if field == "calledNo"
            else on(**{field: "1" * size}),
            codes.get(size, ACCEPTED),
            {f"{point}{size}"} if size in {limit, limit + 1} else set(),
        )
        for size in range(limit - 1, limit + 3)
    ]


BODIES: list[tuple[str, object, str, set[str]]] = [
    ("ON", PLAIN["ON"], ACCEPTED, set()),
    ("CN", PLAIN["CN"], ACCEPTED, set()),
    *length("calledNo", 24),
    *length("sessionId", 32),
    *length("type", 20),
    *length("caller", 24),
    *length("customField", 200),
    *length("callData", 1024),
    *length("accessCode", 24, "CN"),
    ("ON", on("1" * 24 + "x"), "02000003", {"ON-CALLEDNO-LENGTH:25"}),
    ("ON", on("x" * 24), "02000002", set()),
    ("ON", on("1" * 24, priority="9"), "02000007", set()),
    ("ON", on("1" * 25, priority="6"), "02000003", {"ON-CALLEDNO-LENGTH:25"}),
    ("ON", on(sessionId="😀" * 16), ACCEPTED, {"ON-SESSIONID-LENGTH:32"}),
    ("ON", on(sessionId="😀" * 16 + "x"), "02000003", {"ON-SESSIONID-LENGTH:33"}),
    ("ON", on(delayTime="-1"), "02000008", {"ON-DELAYTIME-FORM:-1"}),
    ("ON", on(delayTime="-2"), "02000008", set()),
    ("ON", on(delayTime="x"), "02000008", set()),
    ("ON", on(delayTime="0"), ACCEPTED, {"ON-DELAYTIME-RANGE:0"}),
    ("ON", on(delayTime="000"), ACCEPTED, {"ON-DELAYTIME-RANGE:0"}),
    ("ON", on(delayTime="1"), ACCEPTED, set()),
    ("ON", on(delayTime="86399"), ACCEPTED, set()),
    ("ON", on(delayTime="86400"), ACCEPTED, {"ON-DELAYTIME-RANGE:86400"}),
    ("ON", on(delayTime="86401"), "02000007", {"ON-DELAYTIME-RANGE:86401"}),
    ("ON", on(delayTime="86402"), "02000007", set()),
    ("ON", on(delayTime="1" * 5000), "02000007", set()),
    ("ON", on(priority="0"), "02000007", {"ON-PRIORITY-RANGE:0"}),
    ("ON", on(priority="1"), ACCEPTED, {"ON-PRIORITY-RANGE:1"}),
    ("ON", on(priority="5"), ACCEPTED, {"ON-PRIORITY-RANGE:5"}),
    ("ON", on(priority="6"), "02000007", {"ON-PRIORITY-RANGE:6"}),
    ("ON", on(priority="7"), "02000007", set()),
    ("ON", on(priority=1), "02000006", set()),
    ("CN", cn(priority=0), "02000007", {"CN-PRIORITY-RANGE:0"}),
    ("CN", cn(priority=-1), "02000007", set()),
    ("CN", cn(priority=1), ACCEPTED, {"CN-PRIORITY-RANGE:1"}),
    ("CN", cn(priority=5), ACCEPTED, {"CN-PRIORITY-RANGE:5"}),
    ("CN", cn(priority=6), "02000007", {"CN-PRIORITY-RANGE:6"}),
    ("CN", cn(priority="6"), "02000006", set()),
    ("ON", {"callDataList": []}, "02000001", {"ON-CALLDATALIST-MANDATORY:0"}),
    ("ON", {"callDataList": None}, "02000001", set()),
    ("ON", {}, "02000001", set()),
    ("ON", [], "02000006", set()),
    ("ON", b"{", "02000008", set()),
    ("ON", b"", "02000001", set()),
    ("ON", records(1), ACCEPTED, {"ON-CALLDATALIST-MANDATORY:1"}),
    ("ON", records(19), ACCEPTED, set()),
    ("ON", records(20), ACCEPTED, {"ON-CALLDATALIST-COUNT:at"}),
    ("ON", records(21), "0200029", {"ON-CALLDATALIST-COUNT:over"}),
    ("ON", records(22), "0200029", set()),
    ("ON", called(0), "02000001", {"ON-CALLED-MANDATORY:0"}),
    ("ON", called(1), ACCEPTED, {"ON-CALLED-MANDATORY:1"}),
    ("ON", called(3), ACCEPTED, set()),
    ("CN", {"callerNo": []}, "02000001", {"CN-CALLERNO-MANDATORY:0"}),
    ("CN", numbers(1), ACCEPTED, {"CN-CALLERNO-MANDATORY:1"}),
    ("CN", numbers(99), ACCEPTED, set()),
    ("CN", numbers(100), ACCEPTED, {"CN-CALLERNO-COUNT:at"}),
    ("CN", numbers(101), "02000011", {"CN-CALLERNO-COUNT:over"}),
    ("CN", numbers(102), "02000011", set()),
    ("CN", {"callerNo": [None]}, "02000001", set()),
    ("ON", {"vdnId": 0, **on()}, ACCEPTED, set()),
    ("ON", on(sessionId=None, priority=None), ACCEPTED, set()),
    ("CN", cn(code=None), "02000001", set()),
]


@pytest.mark.parametrize(("document", "body", "code", "edges"), BODIES)
def test_a_body_meets_the_edges_that_it_stands_on(
    covered: Covered, document: str, body: object, code: str, edges: set[str]
) -> None:
    assert (covered.call(document, body), covered.edges()) == (code, edges)


@pytest.mark.parametrize("document", ["ON", "CN"])
@pytest.mark.parametrize(
    ("vdn", "campaign", "code", "edges"),
    [
        ("0", "2", "02000007", {"VDNID-RANGE:0"}),
        ("-0", "2", "02000007", {"VDNID-RANGE:0"}),
        ("-1", "2", "02000007", set()),
        ("1", "2", ACCEPTED, {"VDNID-RANGE:1"}),
        ("0001", "2", ACCEPTED, {"VDNID-RANGE:1"}),
        ("9999", "2", ACCEPTED, {"VDNID-RANGE:9999"}),
        ("10000", "2", "02000007", {"VDNID-RANGE:10000"}),
        ("10001", "2", "02000007", set()),
        ("2", "0", "02000007", {"CAMPAIGNID-RANGE:0"}),
        ("1", "1", ACCEPTED, {"VDNID-RANGE:1", "CAMPAIGNID-RANGE:1"}),
        ("2", "1", "0200007", set()),
        ("x", "2", "02000006", set()),
    ],
)
def test_a_path_meets_the_edges_that_it_stands_on(  # noqa: PLR0913, PLR0917
    covered: Covered, document: str, vdn: str, campaign: str, code: str, edges: set[str]
) -> None:
    assert covered.call(document, vdn=vdn, campaign=campaign) == code
    assert covered.edges() == {f"{document}-{each}" for each in edges}


def test_every_edge_has_its_place_here() -> None:
    met = {each for _, _, _, edges in BODIES for each in edges}
    left = {each for each, point in POINTS.items() if point.group == "boundaries"} - met
    assert sorted(left) == [
        "CN-CAMPAIGNID-RANGE:0",
        "CN-CAMPAIGNID-RANGE:1",
        "CN-TOTAL:at",
        "CN-TOTAL:over",
        "CN-VDNID-RANGE:0",
        "CN-VDNID-RANGE:1",
        "CN-VDNID-RANGE:10000",
        "CN-VDNID-RANGE:9999",
        "ON-CAMPAIGNID-RANGE:0",
        "ON-CAMPAIGNID-RANGE:1",
        "ON-CAP:at",
        "ON-CAP:over",
        "ON-PACE:at",
        "ON-PACE:under",
        "ON-VDNID-RANGE:0",
        "ON-VDNID-RANGE:1",
        "ON-VDNID-RANGE:10000",
        "ON-VDNID-RANGE:9999",
    ]


@pytest.mark.parametrize(
    ("elapsed", "code", "edges"),
    [
        (0, "0200022", set()),
        (998_999, "0200022", set()),
        (999_000, "0200022", {"ON-PACE:under"}),
        (999_999, "0200022", {"ON-PACE:under"}),
        (1_000_000, ACCEPTED, {"ON-PACE:at"}),
        (1_000_001, ACCEPTED, set()),
        (-1_000_000, ACCEPTED, set()),
    ],
)
def test_the_pace_is_met_at_the_interval_and_within_a_millisecond_below(
    elapsed: int, code: str, edges: set[str]
) -> None:
    covered = Covered(settings={"pace_interval": 1})
    assert (covered.call("ON"), covered.edges()) == (ACCEPTED, set())
    covered.at(NOON + elapsed)
    assert (covered.call("ON"), covered.edges()) == (code, edges)


def test_a_pace_that_is_lifted_has_no_edge_and_another_one_its_own() -> None:
    for interval, edges in ((0, set()), (2, {"ON-PACE:at"})):
        covered = Covered(settings={"pace_interval": interval})
        covered.call("ON")
        covered.at(NOON + interval * SECOND)
        assert (covered.call("ON"), covered.edges()) == (ACCEPTED, edges)


def test_a_call_at_the_pace_that_is_refused_for_something_else_has_not_met_it() -> None:
    covered = Covered(settings={"pace_interval": 1}, vdn={"blocklist": ["7"]})
    covered.call("ON")
    covered.at(NOON + SECOND)
    assert (covered.call("ON", on("7")), covered.edges()) == ("0200024", set())


@pytest.mark.parametrize(
    ("pending", "code", "edges"),
    [
        (199_997, ACCEPTED, set()),
        (199_998, ACCEPTED, {"ON-CAP:at"}),
        (199_999, "0200020", {"ON-CAP:over"}),
        (200_000, "0200020", set()),
    ],
)
def test_the_cap_is_met_at_exactly_it_and_one_more(pending: int, code: str, edges: set[str]) -> None:
    covered = Covered({"id": 3, "pending": pending})
    assert (covered.call("ON", campaign="3"), covered.edges()) == (code, edges)


def test_the_cap_is_that_of_the_terms() -> None:
    for count, settings, readings, edges in (
        (2, {"incomplete_max": 2}, {}, {"ON-CAP:at"}),
        (4, {"incomplete_max": 4}, {"cap_counts": "number"}, {"ON-CAP:at"}),
        (2, {"incomplete_max": 2, "uncomplate_count": False}, {}, set()),
    ):
        covered = Covered(settings=settings, readings=readings)
        assert (covered.call("ON"), covered.edges()) == (ACCEPTED, edges), count


@pytest.mark.parametrize(
    ("added", "code", "edges"),
    [
        (2, ACCEPTED, set()),
        (3, ACCEPTED, {"CN-TOTAL:at"}),
        (4, "0200001", {"CN-TOTAL:over"}),
        (5, "0200001", set()),
    ],
)
def test_the_total_of_calling_numbers_is_met_at_exactly_it_and_one_more(added: int, code: str, edges: set[str]) -> None:
    covered = Covered(settings={"callerno_total_max": 5})
    assert (covered.call("CN", numbers(2)), covered.edges()) == (ACCEPTED, set())
    assert (covered.call("CN", numbers(added, 20)), covered.edges()) == (code, edges)


def test_the_most_entries_are_those_of_the_terms() -> None:
    covered = Covered(settings={"calldata_max": 3})
    assert (covered.call("ON", records(3)), covered.edges()) == (ACCEPTED, {"ON-CALLDATALIST-COUNT:at"})
    assert (covered.call("ON", records(4)), covered.edges()) == ("0200029", {"ON-CALLDATALIST-COUNT:over"})
    assert (covered.call("ON", records(20)), covered.edges()) == ("0200029", set())


def test_lengths_are_counted_as_the_reading_counts_them() -> None:
    covered = Covered(readings={"text_length": "codepoints"})
    assert (covered.call("ON", on(sessionId="😀" * 16)), covered.edges()) == (ACCEPTED, set())
    assert (covered.call("ON", on(sessionId="😀" * 32)), covered.edges()) == (ACCEPTED, {"ON-SESSIONID-LENGTH:32"})
    assert (covered.call("ON", on(sessionId="😀" * 33)), covered.edges()) == ("02000003", {"ON-SESSIONID-LENGTH:33"})


def test_a_number_that_stands_for_a_text_is_measured_as_one() -> None:
    covered = Covered(readings={"json_types": "coerce"})
    assert (covered.call("ON", on(priority=5)), covered.edges()) == (ACCEPTED, {"ON-PRIORITY-RANGE:5"})
    body = b'{"callDataList": [{"called": [{"calledNo": 1111111111111111111111111}]}]}'
    assert (covered.call("ON", body), covered.edges()) == ("02000003", {"ON-CALLEDNO-LENGTH:25"})
