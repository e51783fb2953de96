"""What is read of a recording in slices is what the form makes of it as a whole, or nothing."""

import asyncio
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mock_isales.control.bodies import form_of
from mock_isales.control.forms.hars import Har, HarEntry
from mock_isales.control.json_pieces import NotPlain
from mock_isales.control.plain_hars import plain_har
from mock_isales.control.refusals import Refused
from mock_isales.engine.slices import in_slices
from tests.control.recordings import CHROME, entry, har


def plain(body: bytes, size: int = 1000) -> list[HarEntry] | None:
    """What is read in slices; None, if it is not plainly good."""
    pieces = [body[first : first + size] for first in range(0, len(body), size)]
    try:
        rest, entries = asyncio.run(in_slices(plain_har(pieces)))
        form_of(rest, Har)
    except (NotPlain, Refused):
        return None
    return entries


def whole(body: bytes) -> list[HarEntry] | None:
    try:
        return form_of(body, Har).log.entries
    except Refused:
        return None


@pytest.mark.parametrize("size", [1, 7, 100_000])
@pytest.mark.parametrize("said", [CHROME, har(), har(*[entry()] * 50), {"log": {"entries": [], "pages": [1]}, "x": 1}])
def test_a_recording_is_read_in_slices(said: object, size: int) -> None:
    body = json.dumps(said, ensure_ascii=False).encode()
    assert plain(body, size) == whole(body) is not None


JSON = st.recursive(
    st.none() | st.integers() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["log", "entries", "request", "response", "x"]), inner, max_size=3)
    ),
)


@given(JSON)
def test_what_is_read_in_slices_is_what_the_form_makes_of_it(said: object) -> None:
    body = json.dumps(said).encode()
    found = plain(body)
    assert found is None or found == whole(body)
