import pytest

from mock_isales.contract.c2.requests import SignedRequest
from mock_isales.contract.c2.signing import canonical_request, prefix_of, sign, signature, signing_key
from tests.contract.c2.vectors import AK, PING, PING_CANONICAL, PING_KEY, SK, VECTORS


@pytest.mark.parametrize("vector", VECTORS)
def test_the_vectors_are_signed(vector: str) -> None:
    request, prefix, signed = VECTORS[vector]
    assert sign(request, AK, SK, prefix.split("/")[2]).token == f"{prefix}/{signed}"


def test_each_step_is_shown() -> None:
    signing = sign(PING, AK, SK, "2024-10-31T14:06:52.123Z")
    assert signing.prefix == "auth-v2/globalaktest/2024-10-31T14:06:52.123Z/content-length;content-type;host"
    assert signing.signing_key == PING_KEY
    assert signing.canonical == PING_CANONICAL
    assert signing.signature == "959b7ea7610fbc939d26fb877e60b818929dae32fadb96878a783c38f0484308"
    assert PING_KEY not in repr(signing)


def test_each_step_can_be_taken_alone() -> None:
    prefix = prefix_of(AK, "2024-10-31T14:06:52.123Z", ["content-length", "content-type", "host"])
    canonical = canonical_request(PING, ["content-length", "content-type", "host"])
    assert (signing_key(SK, prefix), canonical) == (PING_KEY, PING_CANONICAL)
    assert signature(PING_KEY, canonical) == "959b7ea7610fbc939d26fb877e60b818929dae32fadb96878a783c38f0484308"


def test_an_empty_line_can_stand_for_an_absent_query() -> None:
    request = SignedRequest("GET", "/", "", [("host", "h")], b"")
    assert canonical_request(request, ["host"]) == "GET\n/\nhost\nhost:h\n"
    assert canonical_request(request, ["host"], empty_query_line=True) == "GET\n/\n\nhost\nhost:h\n"


def test_the_headers_that_are_signed_can_be_said_and_host_always_is() -> None:
    request = SignedRequest("GET", "/", "", [("X-B", " b "), ("host", "h"), ("x-a", "1"), ("X-A", "2")], b"")
    signing = sign(request, AK, SK, "2024-10-31T14:06:52Z", ["X-B", "x-a"])
    assert signing.prefix.endswith("/host;x-a;x-b")
    assert signing.canonical == "GET\n/\nhost;x-a;x-b\nhost:h\nx-a:1%2C2\nx-b:b\n"


def test_whole_lines_are_sorted_and_not_names() -> None:
    request = SignedRequest("GET", "/", "", [("host", "h"), ("host-a", "1")], b"")
    assert canonical_request(request, ["host", "host-a"]) == "GET\n/\nhost;host-a\nhost-a:1\nhost:h\n"


@pytest.mark.parametrize(
    ("headers", "ak", "message"),
    [
        ([("host", "h")], AK, "no header x-absent"),
        ([("x-absent", "1")], AK, "no header host"),
        ([("host", "h"), ("x-absent", "1")], "a/b", "slash"),
        ([("host", "h"), ("x-absent", "1")], "", "empty"),
    ],
)
def test_what_cannot_be_signed_is_said(headers: list[tuple[str, str]], ak: str, message: str) -> None:
    request = SignedRequest("GET", "/", "", headers, b"")
    with pytest.raises(ValueError, match=message):
        sign(request, ak, SK, "2024-10-31T14:06:52Z", ["x-absent"])
