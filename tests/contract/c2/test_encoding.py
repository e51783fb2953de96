import pytest
from hypothesis import given
from hypothesis import strategies as st

from mock_isales.contract.c2.encoding import enc
from mock_isales.contract.c2.signing import canonical_query

LEFT = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"


def byte_by_byte(value: bytes) -> str:
    return "".join(chr(byte) if chr(byte) in LEFT else f"%{byte:02X}" for byte in value)


def test_each_byte_is_left_or_written_in_upper_case_hex() -> None:
    assert enc(LEFT.encode()) == LEFT
    assert enc(b'/+* %"\n\x00\xff') == "%2F%2B%2A%20%25%22%0A%00%FF"
    assert enc("中".encode()) == "%E4%B8%AD"
    assert enc(b"") == ""


@given(
    piece=st.one_of(st.binary(max_size=80), st.text(st.sampled_from('{"a":[1, 中%25]}'), max_size=80).map(str.encode)),
    times=st.sampled_from([1, 2, 9, 40]),
)
def test_a_long_text_is_encoded_as_its_bytes_are(piece: bytes, times: int) -> None:
    assert enc(piece * times) == byte_by_byte(piece * times)


def test_all_bytes_at_once_are_encoded() -> None:
    assert enc(bytes(range(256))) == byte_by_byte(bytes(range(256)))


@pytest.mark.parametrize(
    ("query", "canonical"),
    [
        ("", ""),
        ("&&", ""),
        ("b=2&a=1", "a=1&b=2"),
        ("a", "a="),
        ("a=", "a="),
        ("a=b=c", "a=b%3Dc"),
        ("a=x+y&a=x%20y&a=x y", "a=x%20y&a=x%20y&a=x%20y"),
        ("a=%2b&a=+", "a=%20&a=%2B"),
        ("n=%e4%b8%ad&n=中", "n=%E4%B8%AD&n=%E4%B8%AD"),
        ("a=%zz&a=%ff", "a=%25zz&a=%FF"),
        ("ab=1&a=2&a-=3", "a-=3&a=2&ab=1"),
    ],
)
def test_a_query_is_decoded_encoded_again_and_sorted(query: str, canonical: str) -> None:
    assert canonical_query(query) == canonical
