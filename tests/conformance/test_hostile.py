"""Addresses, bodies and headers that mean harm, sent by a sound client. The bodies of one call are in cases/body.py."""

from collections.abc import Iterator

import pytest

from tests.conformance.answers import check_any, check_code, check_problem
from tests.conformance.build import distinct_numbers, distinct_records, encode, valid
from tests.conformance.case import HEADERS
from tests.conformance.conversation import address, send
from tests.conformance.interfaces import BOTH, CN, ON, Interface
from tests.conformance.sentences import SUCCESS
from tests.conformance.servers import Double

pytestmark = pytest.mark.parametrize("to", BOTH, ids=lambda to: to.name)

LIMIT = 8 * 1024 * 1024

SEGMENTS = (
    "1%2F2",
    "..",
    "%2e%2e",
    "..;",
    "%",
    "%zz",
    "%u0031",
    "%00",
    "%0d%0aX-Injected:%201",
    "%F0%9F%98%80",
    "%ED%A0%80",
    "a" * 10_000,
    "9" * 5_000,
    "%25%31",
    "1?vdnId=2",
    "1%23",
    "<script>",
    "'; DROP TABLE campaigns; --",
)


@pytest.mark.parametrize("segment", SEGMENTS, ids=lambda segment: segment[:20])
@pytest.mark.parametrize("place", ["{vdn}", "{campaign}"])
def test_an_odd_address_gets_a_sound_answer(double: Double, to: Interface, place: str, segment: str) -> None:
    path = to.path.replace(place, segment).replace("{vdn}", "1").replace("{campaign}", "1")
    response = double.request("POST", path, headers=dict(HEADERS), content=valid(to))
    check_any(to, response)
    assert "X-Injected" not in response.headers


@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS"])
@pytest.mark.parametrize("path", ["/rest", "/rest/", "/rest/isales/v1/openapi/campaigns/1", "/rest/x%2Fy", "/REST"])
def test_an_unknown_address_is_a_problem(double: Double, to: Interface, method: str, path: str) -> None:
    check_problem(double.request(method, path, headers=dict(HEADERS), content=valid(to)), 404)


@pytest.mark.parametrize("size", [1, 7, 64])
def test_a_body_in_chunks_is_the_same_body(double: Double, to: Interface, size: int) -> None:
    check_code(to, send(double, to, chunks(valid(to), size)), SUCCESS)


def test_no_chunk_is_no_body(double: Double, to: Interface) -> None:
    check_code(to, send(double, to, iter(())), "02000001")


def test_chunks_up_to_the_limit_pass(double: Double, to: Interface) -> None:
    check_code(to, send(double, to, chunks(valid(to).ljust(LIMIT), 65536)), SUCCESS)


def test_chunks_over_the_limit_do_not(double: Double, to: Interface) -> None:
    check_problem(send(double, to, chunks(valid(to).ljust(LIMIT + 1), 65536)), 413)


def test_chunks_without_an_end_do_not_either(double: Double, to: Interface) -> None:
    check_problem(send(double, to, (b" " * 65536 for _ in range(1024))), 413)


def test_ten_thousand_entries_are_too_many(double: Double, to: Interface) -> None:
    if to is CN:
        check_code(CN, send(double, CN, encode({"callerNo": distinct_numbers(10_000)})), "02000011")
    else:
        check_code(ON, send(double, ON, encode({"callDataList": distinct_records(10_000)})), "0200029")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("locale", "x" * 5000),
        ("Content-Encoding", "gzip"),
        ("Accept", "text/html"),
        ("Cookie", "a=b;"),
    ],
)
def test_an_odd_header_gets_a_sound_answer(double: Double, to: Interface, name: str, value: str) -> None:
    headers = {**dict(HEADERS), name: value}
    check_any(to, double.request("POST", address(double, to), headers=headers, content=valid(to)))


def chunks(body: bytes, size: int) -> Iterator[bytes]:
    return (body[start : start + size] for start in range(0, len(body), size))
