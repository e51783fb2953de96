"""What a call shows: the code that it is answered with, the clause that refuses it; and what faults answer apart."""

import asyncio
from collections.abc import Mapping
from typing import Any

import pytest

from mock_isales.engine.coverage.seeing import NOTHING, Seen, seen
from tests.engine.coverage.calling import PLAIN, Covered, cn, on
from tests.engine.faults.calls import fault
from tests.engine.journal.calls import call

ACCEPTED = "0200000"
ON = "add_outbound_numbers"


def points(covered: Covered) -> dict[str, int]:
    return dict(covered.server.points)


def struck(covered: Covered, answer: Mapping[str, Any]) -> None:
    covered.world.faults.put(fault(answer=answer, operation=ON), covered.world.clock())


def test_a_success_is_an_outcome_and_no_clause() -> None:
    covered = Covered()
    assert (covered.call("ON"), covered.call("ON"), covered.call("CN")) == (ACCEPTED, ACCEPTED, ACCEPTED)
    assert points(covered) == {"ON:0200000": 2, "CN:0200000": 1}
    assert not covered.server.injected


@pytest.mark.parametrize(
    ("document", "body", "campaign", "met"),
    [
        ("ON", on("x"), "2", {"ON:02000002", "ON-CALLEDNO-CHARACTERS"}),
        ("ON", on("2"), "2", {"ON:0200018", "ON-DUPLICATE"}),
        ("ON", on(recycleTime="soon"), "2", {"ON:0200030", "ON-RECYCLETIME-FORM"}),
        ("ON", on("7"), "2", {"ON:0200024", "ON-BLOCKLIST"}),
        ("ON", on(), "4", {"ON:0200007", "ON-CAMPAIGN"}),
        ("ON", on(), "3", {"ON:0200019", "ON-STATE"}),
        ("ON", b"", "2", {"ON:02000001", "ON-BODY-EMPTY"}),
        ("ON", b"{", "2", {"ON:02000008", "ON-BODY-JSON"}),
        ("CN", cn("2"), "2", {"CN:0200001", "CN-DUPLICATE"}),
        ("CN", cn("x"), "2", {"CN:02000002", "CN-ACCESSCODE-CHARACTERS"}),
        ("CN", cn(priority=1.5), "2", {"CN:02000006", "CN-PRIORITY-TYPE"}),
    ],
)
def test_a_refusal_is_an_outcome_and_a_clause(document: str, body: object, campaign: str, met: set[str]) -> None:
    covered = Covered({"id": 3, "state": "completed"}, vdn={"blocklist": ["7"]})
    covered.call(document, body, campaign=campaign)
    assert points(covered) == dict.fromkeys(met, 1)


def test_the_outcome_is_the_code_that_was_answered() -> None:
    covered = Covered(readings={"validation_codes": "umbrella"})
    assert covered.call("ON", on("x")) == "0200001"
    assert points(covered) == {"ON:0200001": 1, "ON-CALLEDNO-CHARACTERS": 1}


@pytest.mark.parametrize(
    ("path", "method", "headers", "status", "met"),
    [
        ("/rest/isales/v2/openapi/campaigns/2/calldata/2", "POST", {"Authorization": " "}, "401", {"ON-AUTHORIZATION"}),
        ("/rest/isales/v1/openapi/campaigns/2/callerNo/2", "POST", {"Authorization": ""}, "401", {"CN-AUTHORIZATION"}),
        ("/rest/isales/v2/openapi/campaigns/2/calldata/2", "PUT", {}, "405", {"ON-METHOD"}),
        ("/rest/isales/v1/openapi/campaigns/2/callerNo/2", "GET", {}, "405", {"CN-METHOD"}),
        ("/rest/isales/v1/openapi/campaigns/2/calldata/2", "POST", {}, "404", {"ON-URI"}),
        ("/rest/isales/v1/openapi/campaigns/2/callerno/2?x=1", "POST", {}, "404", {"CN-URI"}),
        ("/w/default/rest/isales/v2/openapi/campaigns/2/calldat/2", "POST", {}, "404", {"ON-URI"}),
        ("/rest", "POST", {}, "404", {"ON-URI", "CN-URI"}),
        ("/health", "GET", {}, "404", set()),
        ("/openapi.json", "POST", {}, "405", set()),
    ],
)
def test_what_is_answered_by_http_status_is_a_clause(
    path: str, method: str, headers: dict[str, str], status: str, met: set[str]
) -> None:
    covered = Covered()
    assert covered.send(path, PLAIN["ON"], method, **headers) == status
    assert points(covered) == dict.fromkeys(met, 1)


def test_what_no_edge_is_on_is_a_clause() -> None:
    covered = Covered()
    path = "/rest/isales/v2/openapi/campaigns/2/calldata/2"
    assert covered.send(path, on(), **{"Content-Type": "text/plain"}) == "0200001"
    assert covered.send(path, {**on(), "vdn": 1, "batchId": "b"}) == ACCEPTED
    assert covered.send(path, {**on(), "batchId": 1}) == "02000006"
    assert points(covered) == {
        "ON:0200001": 1,
        "ON-CONTENT-TYPE": 1,
        "ON:0200000": 1,
        "ON:02000006": 1,
        "ON-BATCHID-TYPE": 1,
    }


def test_a_body_that_is_too_large_is_a_clause() -> None:
    covered = Covered(max_body=10)
    assert covered.call("ON") == "413"
    assert points(covered) == {"ON-BODY-SIZE": 1}


@pytest.mark.parametrize(
    ("answer", "answered", "labels"),
    [
        ({"code": "0200006"}, "0200006", ["0200006"]),
        ({"code": "02000004"}, "02000004", ["02000004"]),
        ({"code": "0200000"}, "0200000", ["0200000"]),
        ({"status": 503}, "503", ["HTTP 503"]),
        ({"code": "0200006", "drip": {"bytes": 10_000, "seconds": 0}}, "0200006", ["drip", "0200006"]),
    ],
)
def test_what_a_fault_answers_meets_no_point(answer: dict[str, Any], answered: str, labels: list[str]) -> None:
    covered = Covered()
    struck(covered, answer)
    assert covered.call("ON", on(priority="5")) == answered
    assert points(covered) == {}
    assert covered.server.injected == {(ON, label): 1 for label in labels}
    assert list(covered.server.injected_in(ON)) == sorted(labels)
    assert covered.server.injected_in("add_calling_numbers") == {}


def test_a_call_that_is_refused_before_a_fault_strikes_is_refused_by_the_contract() -> None:
    covered = Covered()
    struck(covered, {"code": "0200006"})
    covered.call("ON", on("x"))
    assert points(covered) == {"ON:02000002": 1, "ON-CALLEDNO-CHARACTERS": 1}
    assert not covered.server.injected


def test_an_answer_that_only_comes_late_is_the_contract_s() -> None:
    covered = Covered()
    struck(covered, {"latency": 0.001})
    assert covered.call("ON", on(priority="5")) == ACCEPTED
    assert points(covered) == {"ON:0200000": 1, "ON-PRIORITY-RANGE:5": 1}
    assert not covered.server.injected


def test_an_answer_that_comes_drip_by_drip_arrives() -> None:
    covered = Covered()
    struck(covered, {"drip": {"bytes": 10_000, "seconds": 0}})
    assert covered.call("ON", on("2")) == "0200018"
    assert points(covered) == {"ON:0200018": 1, "ON-DUPLICATE": 1}
    assert covered.server.injected == {(ON, "drip"): 1}


@pytest.mark.parametrize("transport", ["reset", "empty", "garbage", "cut"])
def test_an_answer_that_is_lost_meets_no_point(transport: Any) -> None:  # noqa: ANN401 - a literal
    entry = call(fault="1", transport=transport, status=0, measured=())
    assert seen(entry) == Seen(frozenset(), ON, (transport,))


def test_calls_of_which_nobody_knows_the_terms_stand_on_no_edge() -> None:
    assert seen(call(measured=(("ON-CAP", 200_000),))) == Seen(frozenset({"ON:0200000"}), ON)
    assert seen(call(operation=None, decision=None, status=413)) == NOTHING


def test_worlds_count_apart_and_all_together_also_when_they_have_ended() -> None:
    covered = Covered()
    covered.call("ON")
    covered.send("/w/other" + "/rest/isales/v2/openapi/campaigns/2/calldata/2", on("x"))
    other = covered.worlds.opened("other").coverage
    assert dict(covered.of_world.points) == {"ON:0200000": 1}
    assert dict(other.points) == {"ON:02000002": 1, "ON-CALLEDNO-CHARACTERS": 1}
    asyncio.run(covered.worlds.end("other"))
    assert points(covered) == {"ON:0200000": 1, "ON:02000002": 1, "ON-CALLEDNO-CHARACTERS": 1}


def test_a_world_that_begins_anew_has_covered_nothing_and_one_that_is_reset_has() -> None:
    covered = Covered()
    covered.call("ON")
    covered.world.journal.clear()
    assert dict(covered.of_world.points) == {"ON:0200000": 1}
    asyncio.run(covered.worlds.make("default"))
    assert dict(covered.of_world.points) == {}
    assert points(covered) == {"ON:0200000": 1}


def test_the_calls_count_for_the_tally_as_ever() -> None:
    covered = Covered(journal_max=0)
    covered.call("ON")
    assert sum(covered.worlds.tally.calls().values()) == sum(covered.server.points.values()) == 1


def test_a_campaign_that_is_made_at_its_first_use_is_measured() -> None:
    covered = Covered(settings={"unknown_campaigns": "create", "incomplete_max": 2})
    assert covered.call("ON", campaign="77") == ACCEPTED
    assert points(covered) == {"ON:0200000": 1, "ON-CAP:at": 1}


def test_who_does_not_count_coverage_has_none() -> None:
    plain = Covered(coverage=False)
    assert (plain.worlds.coverage, plain.world.coverage) == (None, None)
    assert plain.call("ON") == ACCEPTED
    assert [entry.measured for entry in plain.world.journal.entries()] == [None]
