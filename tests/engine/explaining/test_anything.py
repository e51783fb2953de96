"""Whatever a journal holds, as a snapshot may have said anything: it is explained."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from mock_isales.contract.catalogue import CLAUSES
from mock_isales.contract.readings import Readings
from mock_isales.contract.service import ServiceSettings, Terms
from mock_isales.contract.text import Language
from mock_isales.engine.explaining.explaining import explained
from mock_isales.engine.explaining.subjects import Subject
from mock_isales.engine.journal.entries import Ruling, SignatureRuling
from tests.contract.strategies import calling_bodies, odd_values, outbound_bodies, wire_bodies
from tests.engine.journal.calls import call

TERMS = Terms(Readings(), ServiceSettings())
names = ["callDataList", "callerNo", "called", "calledNo", "priority", "vdnId", "campaignId", "Content-Type", "x", ""]
places = st.lists(st.one_of(st.sampled_from(names), st.sampled_from(["[0]", "[7]"])), max_size=5).map(".".join)
bodies = st.one_of(
    st.binary(max_size=20),
    wire_bodies(outbound_bodies),
    wire_bodies(calling_bodies),
    st.sampled_from([b"[]", b"[{}]", b'{"callDataList": [{"called": [1, {}]}, 5, {}]}', b'{"callerNo": [{}, 5]}']),
)
values: st.SearchStrategy[Any] = st.one_of(odd_values, st.sampled_from(["9" * 5000, "21 entries", "x entries"]))
clauses = st.one_of(st.none(), st.sampled_from([*CLAUSES, "X"]))
rulings = st.one_of(
    st.none(), st.builds(Ruling, st.sampled_from([None, "0200000", "02000001", "9"]), clauses, places, values)
)
signatures = st.one_of(
    st.none(), st.builds(SignatureRuling, st.sampled_from(["form", "signature", "x"]), st.just("d"), st.just(("zzz",)))
)


@settings(max_examples=400)
@given(
    entry=st.builds(
        call,
        operation=st.sampled_from([None, "add_outbound_numbers", "add_calling_numbers", "x"]),
        vdn=st.sampled_from([None, "1", "x"]),
        campaign=st.sampled_from([None, "1", "\ud800"]),
        target=st.sampled_from(["", "/", "?", "/w/x", "//////", "/rest/isales/v1/openapi/campaigns/1/callerNo/1/"]),
        head=st.sampled_from([b"", b"content-type: text/plain\r\n"]),
        body=bodies,
        answer=bodies,
        status=st.sampled_from([0, 200, 401, 404, 405, 413, 414, 418, 503]),
        decision=rulings,
        without_fault=rulings,
        fault=st.sampled_from([None, "1", "x\x1b"]),
        transport=st.sampled_from([None, "reset", "cut"]),
        signature=signatures,
    ),
    language=st.sampled_from(Language),
)
def test_anything_is_explained(entry: Any, language: Language) -> None:  # noqa: ANN401 - as `call` makes it
    told = explained(Subject(entry, TERMS), language)
    assert all(each.isprintable() for each in str(told).replace("\n", ""))
    assert told.model_dump_json()
    assert type(told).model_validate_json(told.model_dump_json()) == told
