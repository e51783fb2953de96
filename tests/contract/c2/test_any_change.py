"""Whatever is signed is verified, and any change of it is refused."""

from dataclasses import replace
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from mock_isales.contract.c2.access_keys import AccessKey
from mock_isales.contract.c2.gates import Gate, Unverified, Verified
from mock_isales.contract.c2.requests import SignedRequest, text_of
from mock_isales.contract.c2.signing import Signing, canonical_request, sign
from mock_isales.contract.c2.timestamps import timestamp
from mock_isales.contract.c2.verifying import verify

wire_texts = st.binary(max_size=12).map(lambda wire: text_of(wire.replace(b"\n", b"").replace(b"\r", b"")))
values = st.one_of(wire_texts, st.sampled_from(["application/json", "27", "h:8080", " a ", "中"]))
names = st.sampled_from(["content-length", "Content-Type", "x-a", "X-B", "host-b"])
queries = st.one_of(wire_texts, st.sampled_from(["", "a=1&b=2", "b=2&a=1", "a=+&a=%20", "a", "a=", "a=%2B", "&"]))
secrets = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
times = st.integers(0, 4_000_000_000_000).map(lambda milliseconds: milliseconds * 1000)

requests = st.builds(
    lambda method, path, query, host, headers, body: SignedRequest(
        method, f"/{path}", query, [("Host", host), *headers], body
    ),
    st.sampled_from(["GET", "POST", "PUT", "PATCH"]),
    wire_texts,
    queries,
    values,
    st.lists(st.tuples(names, values), max_size=4),
    st.one_of(st.binary(max_size=200), st.sampled_from([b"", b"{}", b'{"a": 1}', b'{"a":1}'])),
)


def gate(secret: str) -> Gate:
    return Gate({"ak": AccessKey("ak", secret)})


def signed(request: SignedRequest, secret: str, now: int, data: st.DataObject) -> Signing:
    present = sorted({name for name, _ in request.headers})
    chosen = data.draw(st.one_of(st.none(), st.lists(st.sampled_from(present))))
    return sign(request, "ak", secret, timestamp(now), chosen)


@given(requests, secrets, times, st.data())
def test_what_is_signed_is_verified(request: SignedRequest, secret: str, now: int, data: st.DataObject) -> None:
    assert verify(signed(request, secret, now, data).token, request, gate(secret), 1, now) == Verified("ak")


@given(requests, secrets, times, st.data())
def test_any_change_of_the_canonical_request_is_refused(
    request: SignedRequest, secret: str, now: int, data: st.DataObject
) -> None:
    signing = signed(request, secret, now, data)
    other = data.draw(requests)
    part = data.draw(st.sampled_from(["method", "path", "query", "headers", "body"]))
    parts: dict[str, Any] = {part: getattr(other, part)}
    changed = replace(request, **parts)
    announced = signing.prefix.rpartition("/")[2].split(";")
    lacks_one = any(name not in changed.header_values() for name in announced)
    if not lacks_one:
        assume(canonical_request(changed, announced) != signing.canonical)
    assert isinstance(verify(signing.token, changed, gate(secret), 1, now), Unverified)


@given(requests, secrets, times, st.data())
def test_any_other_character_in_a_token_is_refused(
    request: SignedRequest, secret: str, now: int, data: st.DataObject
) -> None:
    token = signed(request, secret, now, data).token
    place = data.draw(st.integers(0, len(token) - 1))
    other = data.draw(st.sampled_from("0aAgZ/;-. é"))
    assume(token[place] != other)
    changed = f"{token[:place]}{other}{token[place + 1 :]}"
    assert isinstance(verify(changed, request, gate(secret), 1, now), Unverified)


@given(requests, secrets, secrets, times)
def test_another_secret_is_refused(request: SignedRequest, secret: str, other: str, now: int) -> None:
    assume(secret.encode().ljust(64, b"\0") != other.encode().ljust(64, b"\0"))  # an HMAC takes these as one key
    token = sign(request, "ak", secret, timestamp(now)).token
    verdict = verify(token, request, gate(other), 1, now)
    assert isinstance(verdict, Unverified)
