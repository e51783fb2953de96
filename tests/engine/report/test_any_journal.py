"""Whatever a journal holds can be reported on, in every format."""

import json
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from mock_isales.contract.text import Language
from mock_isales.engine.journal.entries import Entry, Ruling
from mock_isales.engine.report.formats.catalogue import WRITERS
from tests.engine.journal.calls import NOON, call
from tests.engine.report.clients import BLOCKLIST, CN, ON, PACE, STORING, Client, records

TEXTS = st.text(max_size=3)
CODES = st.sampled_from(["0200000", "0200006", "0200018", "0200022", "0299999", "", None])
RULINGS = st.sampled_from([PACE, STORING, BLOCKLIST, None]) | st.builds(
    Ruling, CODES, st.sampled_from(["ON-GONE", "CN-STORING", "ON-CALLDATALIST-COUNT", None])
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["callDataList", "called", "calledNo", "callerNo", "x"]), inner, max_size=3)
    ),
)
BODIES = st.one_of(
    st.binary(max_size=4),
    JSON.map(lambda value: json.dumps(value).encode()),
    st.sampled_from([json.dumps(records("1")).encode(), b'{"callDataList":[{"called":[{"calledNo":true}]}]}']),
)
ENTRIES = st.builds(
    call,
    at=st.integers(0, 5).map(lambda halves: NOON + halves * 500_000),
    operation=st.sampled_from([ON, ON, ON, CN, None, "gone"]),
    vdn=st.sampled_from(["1", "01"]) | st.none() | TEXTS,
    campaign=st.sampled_from(["1", "1"]) | TEXTS,
    head=st.sampled_from([b"", b"content-type: application/json\r\n"]),
    body=BODIES,
    status=st.sampled_from([0, 200, 401, 404, 503, 999]),
    decision=RULINGS,
    fault=st.none() | TEXTS,
)


@given(st.lists(ENTRIES, max_size=12), st.sampled_from(Language))
def test_any_journal_can_be_reported_on(entries: list[Entry], language: Language) -> None:
    client = Client()
    for number, entry in enumerate(entries, 1):
        entry.id = number
        client.entries.append(entry)
    report = client.report(language=language)
    assert report.calls == len(entries)
    for each in report.findings:
        assert each.calls.total >= len(each.calls.first) >= 1
        assert each.text.isprintable()
        assert set(each.calls.first) <= set(range(1, len(entries) + 1))
    assert json.loads(WRITERS["sarif"](report))
    assert ET.fromstring(WRITERS["junit"](report)).tag == "testsuites"  # noqa: S314 - our own
    assert all(line.isprintable() for line in WRITERS["text"](report).split("\n"))
