import hmac
from dataclasses import replace

import pytest

from mock_isales.contract.c2 import verifying
from mock_isales.contract.c2.access_keys import AccessKey
from mock_isales.contract.c2.gates import Gate, Step, Unverified, Verified
from mock_isales.contract.c2.mistakes.mistake import MistakeKind
from mock_isales.contract.c2.requests import SignedRequest
from mock_isales.contract.c2.timestamps import microseconds_of
from mock_isales.contract.c2.verifying import verify
from tests.contract.c2 import vectors
from tests.contract.c2.hand_signed import AK, GATE, HOST_ALONE, NOW_US, POSTED, SENT, SK, Hand, judged, refused

SECOND = 1_000_000


@pytest.mark.parametrize("vector", vectors.VECTORS)
def test_the_vectors_are_verified(vector: str) -> None:
    request, prefix, signature = vectors.VECTORS[vector]
    gate = Gate({vectors.AK: AccessKey(vectors.AK, vectors.SK)})
    now = microseconds_of(prefix.split("/")[2])
    assert now is not None
    assert verify(f"{prefix}/{signature}", request, gate, 11, now) == Verified(vectors.AK)


@pytest.mark.parametrize("time", ["2026-11-22T10:00:00Z", "2026-11-22T10:00:00.000Z"])
def test_what_a_hand_signed_is_verified(time: str) -> None:
    assert judged(Hand(time=time).token()) == Verified(AK)
    assert judged(replace(HOST_ALONE, time=time).token(), SENT) == Verified(AK)


def test_a_request_is_the_same_from_the_bytes_of_the_wire() -> None:
    request = SignedRequest.of_wire(
        "POST",
        b"/rest/a%20b/1",
        b"b=2&a=x%2F+z&c",
        [(b"host", b"cc.example:8080"), (b"content-type", b" application/json\t"), (b"content-length", b"27")],
        POSTED.body,
    )
    assert judged(Hand().token(), request) == Verified(AK)


def test_a_body_that_is_no_text_and_odd_bytes_of_a_path_are_signed_as_they_are() -> None:
    request = SignedRequest.of_wire("POST", b"/\xff\xe4\xb8\xad", b"", [(b"host", b"h\xff")], b"\xff\x00")
    hand = Hand("POST", "/\udcff中", "", "host", "host:h%FF", "%FF%00", "host")
    assert judged(hand.token(), request) == Verified(AK)


def test_a_request_may_be_signed_with_another_of_its_paths() -> None:
    request = replace(POSTED, path="/w/other/rest/a%20b/1", other_paths=("/rest/a%20b/1",))
    assert judged(Hand().token(), request) == Verified(AK)
    assert judged(Hand(path="/w/other/rest/a%20b/1").token(), request) == Verified(AK)
    verdict = refused(Hand(path="/w/rest/a%20b/1").token(), request)
    assert verdict.step is Step.SIGNATURE
    assert verdict.canonical is not None
    assert verdict.canonical.startswith("POST\n/w/other/rest/a%20b/1\n")


def test_the_form_is_judged_first() -> None:
    verdict = refused("Bearer abc", gate=Gate({}), vdn=9, now_us=0)
    assert (verdict.step, verdict.canonical, verdict.mistakes) == (Step.FORM, None, ())
    assert "Bearer" in verdict.detail


def test_a_header_that_is_announced_must_have_been_sent() -> None:
    verdict = refused(Hand(announced="host;x-absent").token())
    assert verdict.step is Step.FORM
    assert "x-absent" in verdict.detail


def test_an_unknown_key_is_judged_before_the_vdn_and_not_repeated() -> None:
    verdict = refused(Hand(ak="dem0").token(), vdn=9, now_us=0)
    assert verdict.step is Step.KEY
    assert "nearest that is known is demo" in verdict.detail
    assert "dem0" not in verdict.detail
    assert "nearest" not in refused(Hand(ak="x" * 500).token()).detail
    assert "nearest" not in refused(Hand(ak="another").token()).detail


def test_a_secret_in_the_place_of_the_key_is_named_and_not_repeated() -> None:
    gate = Gate({"demo": AccessKey("demo", "demosecret")})
    verdict = refused(Hand(ak="demosecret").token(), gate=gate)
    assert verdict.step is Step.KEY
    assert [each.kind for each in verdict.mistakes] == [MistakeKind.SECRET_AS_NAME]
    assert "demosecret" not in repr(verdict)


def test_a_key_may_call_for_its_vdns_only() -> None:
    verdict = refused(Hand().token(), vdn=3, now_us=0)
    assert verdict.step is Step.VDN
    assert verdict.detail == "The access key demo may not call for the VDN 3."
    assert judged(Hand().token(), vdn=2) == Verified(AK)
    assert judged(Hand().token(), vdn=None) == Verified(AK)
    everywhere = Gate({AK: AccessKey(AK, SK)})
    assert judged(Hand().token(), gate=everywhere, vdn=9999) == Verified(AK)
    nowhere = Gate({AK: AccessKey(AK, SK, frozenset())})
    assert refused(Hand().token(), gate=nowhere).step is Step.VDN


@pytest.mark.parametrize("ahead", [900 * SECOND, -900 * SECOND, 0])
def test_a_time_is_taken_up_to_the_edge_of_the_window(ahead: int) -> None:
    assert judged(Hand().token(), now_us=NOW_US + ahead) == Verified(AK)


@pytest.mark.parametrize(("ahead", "words"), [(900 * SECOND + 1, "behind"), (-900 * SECOND - 1, "ahead of")])
def test_a_time_beyond_the_edge_is_refused_and_the_clock_that_judges_is_named(ahead: int, words: str) -> None:
    verdict = refused(
        Hand(body="another").token(), gate=replace(GATE, clock="the world's clock"), now_us=NOW_US + ahead
    )
    assert verdict.step is Step.TIME
    assert f"2026-11-22T10:00:00Z is 15 min 0 s {words} the world's clock, which says 2026-11-22T" in verdict.detail
    assert "at most 15 min 0 s are allowed" in verdict.detail
    assert verdict.canonical is not None
    assert verdict.mistakes == ()


def test_a_window_of_zero_lets_every_time_pass() -> None:
    assert judged(Hand().token(), gate=replace(GATE, window_us=0), now_us=0) == Verified(AK)
    assert refused(Hand().token(), gate=replace(GATE, window_us=1), now_us=NOW_US + 2).step is Step.TIME


def test_an_empty_query_line_is_accepted_only_when_the_gate_says_so() -> None:
    token = replace(HOST_ALONE, query="\n").token()
    assert refused(token, SENT).step is Step.SIGNATURE
    lenient = replace(GATE, empty_query_line=True)
    assert judged(token, SENT, lenient) == Verified(AK)
    assert judged(HOST_ALONE.token(), SENT, lenient) == Verified(AK)
    assert judged(Hand().token(), POSTED, lenient) == Verified(AK)
    assert refused(Hand(query="\n").token(), POSTED, lenient).step is Step.SIGNATURE


def test_the_canonical_request_is_shown() -> None:
    verdict = refused(Hand(body="another").token())
    assert verdict.step is Step.SIGNATURE
    assert verdict.mistakes == ()
    assert verdict.canonical == (
        "POST\n/rest/a%20b/1\na=x%2F%20z&b=2&c=\ncontent-length;content-type;host\n"
        "content-length:27\ncontent-type:application%2Fjson\nhost:cc.example%3A8080\n"
        "%7B%22b%22%3A%20%22x%2Fy%20z%21%22%2C%20%22a%22%3A%20%22%E4%B8%AD~%22%7D"
    )


@pytest.mark.parametrize("signature", ["中", "\udcff", "0", "é" * 64])
def test_a_signature_may_be_any_text(signature: str) -> None:
    assert refused(Hand(written=lambda _: signature).token()).step is Step.SIGNATURE


def test_signatures_are_compared_in_constant_time(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[tuple[bytes, bytes]] = []

    def noted(one: bytes, other: bytes) -> bool:
        compared.append((one, other))
        return hmac.compare_digest(one, other)

    monkeypatch.setattr(verifying, "compare_digest", noted)
    token = Hand().token()
    assert judged(token) == Verified(AK)
    assert compared == [(token.rpartition("/")[2].encode(),) * 2]


def test_a_key_does_not_show_its_secret() -> None:
    assert SK not in repr(GATE)
    assert SK not in str(AccessKey(AK, SK))


def test_a_header_that_is_lacking_is_not_named_if_it_is_a_secret() -> None:
    gate = Gate({AK: AccessKey(AK, "hush")})
    verdict = refused(Hand(announced="host;hush").token(), gate=gate)
    assert verdict.step is Step.FORM
    assert "hush" not in verdict.detail


def test_without_an_explanation_no_mistake_is_looked_for() -> None:
    verdict = verify(Hand(secret=f"{SK} ").token(), POSTED, GATE, 1, NOW_US, explain=False)
    assert isinstance(verdict, Unverified)
    assert (verdict.step, verdict.mistakes) == (Step.SIGNATURE, ())
