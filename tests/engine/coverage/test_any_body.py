"""Whatever a body holds, what is seen of it agrees with what was decided about it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mock_isales.contract.catalogue import INTERFACES
from mock_isales.contract.clauses import Refusal
from mock_isales.contract.interface import Interface
from mock_isales.contract.judging import Judge
from mock_isales.contract.readings import Readings
from mock_isales.contract.service import ServiceSettings, Terms
from mock_isales.engine.coverage.points import POINTS
from mock_isales.engine.coverage.seeing import seen
from mock_isales.engine.journal.entries import SUCCESS, Ruling
from tests.contract.strategies import calling_bodies, outbound_bodies, wire_bodies
from tests.engine.journal.calls import call

BODIES: dict[str, st.SearchStrategy[Any]] = {
    "add_calling_numbers": calling_bodies,
    "add_outbound_numbers": outbound_bodies,
}
TERMS = [
    Terms(Readings(), ServiceSettings()),
    Terms(Readings(json_types="coerce", text_length="codepoints"), ServiceSettings(calldata_max=2)),
]


def _ruling(refusal: Refusal) -> Ruling:
    return Ruling(refusal.clause.code, refusal.clause.id, refusal.field, refusal.value)


@pytest.mark.parametrize("interface", INTERFACES, ids=lambda interface: interface.operation)
@given(data=st.data())
def test_what_is_seen_agrees_with_what_was_decided(interface: Interface[Any], data: st.DataObject) -> None:
    terms = data.draw(st.sampled_from(TERMS))
    body = data.draw(wire_bodies(BODIES[interface.operation]))
    vdn = data.draw(st.sampled_from(["7", "0", "1", "9999", "10000", "x", "-1"]))
    judged = Judge(interface, terms).judge("application/json", vdn, "7", body)
    refused = isinstance(judged, Refusal)
    ruling = _ruling(judged) if isinstance(judged, Refusal) else SUCCESS
    entry = call(operation=interface.operation, vdn=vdn, campaign="7", body=body, decision=ruling, terms=terms)
    points = seen(entry).points
    assert points <= set(POINTS)
    edges = {each for each in points if POINTS[each].group == "boundaries"}
    ways = {POINTS[each].how.rpartition(": ")[2] for each in edges}
    assert ways <= ({"refused"} if refused else {"accepted"})
    if refused:
        assert {each.partition(":")[0] for each in edges} <= {ruling.clause}
        assert len(edges) <= 1
