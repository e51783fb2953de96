import pytest

from mock_isales.contract.c2.tokens import Malformed, Token, parse_token

NAMES = "content-length;content-type;host"


def test_a_token_is_taken_apart() -> None:
    token = parse_token(f"  auth-v2/ak/1970-01-01T00:00:01.500Z/{NAMES}/0a1b ")
    assert token == Token(
        "ak",
        "1970-01-01T00:00:01.500Z",
        1_500_000,
        ["content-length", "content-type", "host"],
        ["content-length", "content-type", "host"],
        "0a1b",
    )
    assert token.prefix == f"auth-v2/ak/1970-01-01T00:00:01.500Z/{NAMES}"


def test_a_mistaken_signature_may_have_slashes_and_names_any_order_and_case() -> None:
    token = parse_token("auth-v2/ak/1970-01-01T00:00:01Z/Host;Content-Type/ab/c+d==")
    assert isinstance(token, Token)
    assert token.signature == "ab/c+d=="
    assert token.signed_headers == ["Host", "Content-Type"]
    assert token.names == ["content-type", "host"]
    assert token.prefix == "auth-v2/ak/1970-01-01T00:00:01Z/Host;Content-Type"


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("", "does not begin with auth-v2/"),
        ("  ", "does not begin with auth-v2/"),
        ("Zm9vOmJhcg==", "does not begin with auth-v2/"),
        ("AUTH-V2/ak/1970-01-01T00:00:01Z/host/00", "does not begin with auth-v2/"),
        ("bearer Zm9vOmJhcg==", "scheme Bearer"),
        ("Basic Zm9vOmJhcg==", "scheme Basic"),
        ("SDK-HMAC-SHA256 Access=Zm9vOmJhcg==", "scheme SDK-HMAC-SHA256"),
        ("auth-v2", "missing or empty"),
        ("auth-v2/ak/1970-01-01T00:00:01Z/host", "missing or empty"),
        ("auth-v2//1970-01-01T00:00:01Z/host/00", "missing or empty"),
        ("auth-v2/ak/1970-01-01T00:00:01Z//00", "missing or empty"),
        ("auth-v2/ak/1970-01-01T00:00:01Z/host/", "missing or empty"),
        ("auth-v2/ak/Zm9vOmJhcg==/host/00", "yyyy-MM-ddTHH:mm:ssZ"),
        ("auth-v2/ak/1970-01-01T00:00:01Z/content-type/00", "host is not among"),
        ("auth-v2/ak/1970-01-01T00:00:01Z/authorization;host/00", "authorization is among"),
        ("auth-v2/ak/1970-01-01T00:00:01Z/Authorization;host/00", "authorization is among"),
        ("auth-v2/ak/1970-01-01T00:00:01Z/host;Host/00", "twice"),
        ("auth-v2/ak/1970-01-01T00:00:01Z/host;/00", "empty name"),
        ("auth-v2/ak/1970-01-01T00:00:01Z/a;;host/00", "empty name"),
    ],
)
def test_what_cannot_be_read_is_said_and_not_repeated(value: str, reason: str) -> None:
    token = parse_token(value)
    assert isinstance(token, Malformed)
    assert reason in token.reason
    assert "Zm9vOmJhcg" not in token.reason
