"""A search over the wire for a body whose answer is no documented envelope."""

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conformance.answers import check_any
from tests.conformance.campaigns import Kind
from tests.conformance.conversation import send
from tests.conformance.fuzz import bodies
from tests.conformance.interfaces import BOTH, Interface
from tests.conformance.servers import Double

NORMAL_EXAMPLES = 150
SOAK_EXAMPLES = 10_000 if os.environ.get("SOAK") == "full" else 1_000

# the fixture behind `double` is a look-up: the server is the same for all examples, on purpose
SEARCH = settings(deadline=None, database=None, suppress_health_check=list(HealthCheck))

pytestmark = pytest.mark.parametrize("to", BOTH, ids=lambda to: to.name)


def search(double: Double, to: Interface, data: st.DataObject) -> None:
    body = data.draw(bodies(to.name))
    response = send(double, to, body, kind=Kind.FUZZED)
    assert response.status_code == 200
    check_any(to, response)


@given(data=st.data())
@settings(SEARCH, max_examples=NORMAL_EXAMPLES)
def test_every_body_gets_a_documented_envelope(double: Double, to: Interface, data: st.DataObject) -> None:
    search(double, to, data)


@pytest.mark.soak
@given(data=st.data())
@settings(SEARCH, max_examples=SOAK_EXAMPLES)
def test_every_body_gets_a_documented_envelope_for_long(double: Double, to: Interface, data: st.DataObject) -> None:
    search(double, to, data)
