import base64
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

import pytest

from mock_isales.contract.c2.access_keys import AccessKey
from mock_isales.contract.c2.gates import Gate, Step, Verified
from mock_isales.contract.c2.mistakes import search
from mock_isales.contract.c2.mistakes.mistake import MistakeKind as Kind
from mock_isales.contract.c2.requests import SignedRequest
from mock_isales.contract.c2.tokens import Token, parse_token
from tests.contract.c2.hand_signed import AK, GATE, HOST_ALONE, NOW_US, POSTED, SENT, SK, Hand, judged, refused

BODY = Hand().body
HASHED = sha256(POSTED.body).hexdigest()
NO_BODY_HASHED = sha256(b"").hexdigest()
LINES = Hand().lines
LENGTH, TYPE, HOST = LINES.split("\n")


def b64(digest: bytes) -> str:
    return base64.b64encode(digest).decode()


def b64_key(digest: bytes) -> bytes:
    return base64.b64encode(digest)


def raw(digest: bytes) -> bytes:
    return digest


def names(*order: str) -> str:
    return ";".join(order)


UNSORTED = names("host", "content-type", "content-length")
UPPER = names("Content-Length", "Content-Type", "Host")

MADE = [
    (Kind.RAW_KEY, Hand(key=raw)),
    (Kind.BASE64, Hand(written=b64)),
    (Kind.BASE64, Hand(key=b64_key)),
    (Kind.BASE64, Hand(key=b64_key, written=b64)),
    (Kind.BASE64, Hand(written=lambda digest: b64(digest).rstrip("="))),
    (Kind.BASE64, Hand(written=lambda digest: base64.urlsafe_b64encode(digest).decode())),
    (Kind.BASE64, Hand(written=lambda digest: base64.urlsafe_b64encode(digest).decode().rstrip("="))),
    *((Kind.SECRET_WHITE_SPACE, Hand(secret=f"{SK}{after}")) for after in ["\n", " ", "\r\n", "\r", "\t"]),
    *((Kind.SECRET_WHITE_SPACE, Hand(secret=secret)) for secret in [f" {SK}", f" {SK} ", f"\n{SK}"]),
    (Kind.UPPER_CASE_SIGNATURE, Hand(written=lambda digest: digest.hex().upper())),
    (Kind.NO_SIGNING_KEY, Hand(key=lambda _: SK.encode())),
    (
        Kind.SLASH_NOT_ENCODED,
        Hand(query="a=x/%20z&b=2&c=\n", lines=LINES.replace("%2F", "/"), body=BODY.replace("%2F", "/")),
    ),
    (Kind.SLASH_NOT_ENCODED, Hand(lines=LINES.replace("%2F", "/"))),
    (Kind.SLASH_NOT_ENCODED, Hand(body=BODY.replace("%2F", "/"))),
    (Kind.LOWER_CASE_HEX, Hand(body="%7b%22b%22%3a%20%22x%2fy%20z%21%22%2c%20%22a%22%3a%20%22%e4%b8%ad~%22%7d")),
    (Kind.FORM_ENCODING, Hand(body=BODY.replace("%20", "+"))),
    (Kind.FORM_ENCODING, Hand(body=BODY.replace("%20", "+").replace("~", "%7E"))),
    (
        Kind.LOWER_CASE_HEX,
        Hand(
            query="a=x%2f%20z&b=2&c=\n",
            lines="content-length:27\ncontent-type:application%2fjson\nhost:cc.example%3a8080",
            body="%7b%22b%22%3a%20%22x%2fy%20z%21%22%2c%20%22a%22%3a%20%22%e4%b8%ad~%22%7d",
        ),
    ),
    (Kind.LOWER_CASE_HEX, Hand(lines=LINES.replace("%2F", "%2f").replace("%3A", "%3a"))),
    (Kind.FORM_ENCODING, Hand(query="a=x%2F+z&b=2&c=\n", body=BODY.replace("%20", "+"))),
    (Kind.FORM_ENCODING, Hand(query="a=x%2F+z&b=2&c=\n", body=BODY.replace("%20", "+").replace("~", "%7E"))),
    (Kind.MARKS_NOT_ENCODED, Hand(body=BODY.replace("%21", "!"))),
    (Kind.QUERY_LEFT_OUT, Hand(query="")),
    (Kind.QUERY_LEFT_OUT, Hand(query="\n")),
    (Kind.QUERY_IN_PATH, Hand(path="/rest/a%20b/1?b=2&a=x%2F+z&c", query="")),
    (Kind.QUERY_IN_PATH, Hand(path="/rest/a%20b/1?b=2&a=x%2F+z&c", query="\n")),
    (Kind.QUERY_UNSORTED, Hand(query="b=2&a=x%2F%20z&c=\n")),
    (Kind.QUERY_ENCODED_TWICE, Hand(query="a=x%252F%2Bz&b=2&c=\n")),
    (Kind.QUERY_NOT_ENCODED, Hand(query="b=2&a=x%2F+z&c\n")),
    (Kind.QUERY_NOT_ENCODED, Hand(query="a=x/ z&b=2&c=\n")),
    (Kind.PATH_ENCODED_TWICE, Hand(path="/rest/a%2520b/1")),
    (Kind.PATH_ENCODED_TWICE, Hand(path="%2Frest%2Fa%2520b%2F1")),
    (Kind.PATH_DECODED, Hand(path="/rest/a b/1")),
    (Kind.PATH_SLASH_ADDED, Hand(path="/rest/a%20b/1/")),
    (Kind.PATH_FULL_ADDRESS, Hand(path="http://cc.example:8080/rest/a%20b/1")),
    (Kind.PATH_FULL_ADDRESS, Hand(path="https://cc.example:8080/rest/a%20b/1")),
    (Kind.METHOD_LOWER_CASE, Hand(method="post")),
    (Kind.HEADERS_UNSORTED, Hand(announced=UNSORTED, names=UNSORTED, lines=f"{HOST}\n{TYPE}\n{LENGTH}")),
    (Kind.HEADERS_UNSORTED, Hand(announced=UNSORTED, names=UNSORTED)),
    (Kind.HEADERS_UNSORTED, Hand(announced=UNSORTED)),
    (Kind.HEADERS_UNSORTED, Hand(announced=UNSORTED, body="unexplained")),
    (Kind.HEADERS_UNSORTED, Hand(lines=f"{HOST}\n{TYPE}\n{LENGTH}")),
    (
        Kind.HEADER_NAMES_UPPER_CASE,
        Hand(
            announced=UPPER,
            names=UPPER,
            lines=LINES.title().replace("Application%2Fjson", "application%2Fjson").replace("Cc.Example", "cc.example"),
        ),
    ),
    (Kind.HEADER_NAMES_UPPER_CASE, Hand(announced=UPPER, names=UPPER)),
    (Kind.HEADER_NAMES_UPPER_CASE, Hand(announced=UPPER)),
    (Kind.HEADER_NAMES_UPPER_CASE, Hand(announced=UPPER, body="unexplained")),
    (
        Kind.HEADER_NAMES_UPPER_CASE,
        Hand(
            lines=LINES.title().replace("Application%2Fjson", "application%2Fjson").replace("Cc.Example", "cc.example")
        ),
    ),
    (Kind.PORT_MISSING, Hand(lines=LINES.replace("%3A8080", ""))),
    *(
        (Kind.CONTENT_TYPE_CHANGED, Hand(lines=LINES.replace("Fjson", f"Fjson{charset}")))
        for charset in ["%3Bcharset%3DUTF-8", "%3B%20charset%3DUTF-8", "%3Bcharset%3Dutf-8", "%3B%20charset%3Dutf-8"]
    ),
    (Kind.HEADERS_NOT_ENCODED, Hand(lines="content-length:27\ncontent-type:application/json\nhost:cc.example:8080")),
    (Kind.BODY_HASHED, Hand(body=HASHED)),
    (Kind.BODY_HASHED, Hand(body=HASHED.upper())),
    (Kind.BODY_HASHED, Hand(body=b64(sha256(POSTED.body).digest()))),
    (Kind.BODY_NOT_ENCODED, Hand(body='{"b": "x/y z!", "a": "中~"}')),
    (Kind.BODY_LEFT_OUT, Hand(body="")),
    (Kind.BODY_WRITTEN_ANEW, Hand(body=BODY.replace("%3A%20", "%3A").replace("%2C%20", "%2C"))),
    (Kind.BODY_WRITTEN_ANEW, Hand(body=BODY.replace("%E4%B8%AD", "%5Cu4e2d"))),
    (Kind.BODY_WRITTEN_ANEW, Hand(body=f"{BODY}%0A")),
    (Kind.LINE_BREAKS, Hand(canonical=lambda text: f"{text}\n")),
    (Kind.LINE_BREAKS, Hand(canonical=lambda text: text.replace("\n", "\r\n"))),
    (Kind.LINE_BREAKS, Hand(body=f"\n{BODY}")),
    (Kind.LINE_ORDER, Hand(names=LINES, lines=Hand().names)),
    (Kind.LINE_ORDER, Hand(canonical=lambda text: text.replace(f"{Hand().names}\n", ""))),
]

MADE_WITHOUT_QUERY_OR_BODY = [
    (Kind.QUERY_LINE_EMPTY, replace(HOST_ALONE, query="\n")),
    (Kind.BODY_HASHED, replace(HOST_ALONE, body=NO_BODY_HASHED)),
    (Kind.LINE_BREAKS, replace(HOST_ALONE, canonical=lambda text: text.removesuffix("\n"))),
    (Kind.RAW_KEY, replace(HOST_ALONE, key=raw)),
]


def kinds(hand: Hand, request: SignedRequest = POSTED, gate: Gate = GATE) -> Sequence[Kind]:
    """The mistakes that are named for a token, each with something to say."""
    verdict = refused(hand.token(), request, gate)
    assert verdict.step is Step.SIGNATURE
    assert all(each.sentence.endswith(".") and each.advice.endswith((".", ").")) for each in verdict.mistakes)
    return [each.kind for each in verdict.mistakes]


def test_the_hand_makes_no_mistake() -> None:
    assert judged(Hand().token()) == Verified(AK)


@pytest.mark.parametrize(("kind", "hand"), MADE, ids=[f"{kind}-{at}" for at, (kind, _) in enumerate(MADE)])
def test_a_mistake_is_named(kind: Kind, hand: Hand) -> None:
    assert kinds(hand) == [kind]


@pytest.mark.parametrize(("kind", "hand"), MADE_WITHOUT_QUERY_OR_BODY)
def test_a_mistake_is_named_where_there_is_no_query_and_no_body(kind: Kind, hand: Hand) -> None:
    assert kinds(hand, SENT) == [kind]


@pytest.mark.parametrize("port", [80, 443])
def test_a_port_that_was_not_sent_is_named(port: int) -> None:
    request = replace(SENT, headers=[("Host", "cc.example")])
    assert kinds(replace(HOST_ALONE, lines=f"host:cc.example%3A{port}"), request) == [Kind.PORT_ADDED]


@pytest.mark.parametrize("signed", [25, 26])
def test_a_length_that_counts_characters_is_named(signed: int) -> None:
    """A length in bytes, in UTF-16 units and in code points differ in the body."""
    body = '{"a": "😀", "b": "xyzxyz"}'.encode()
    encoded = "%7B%22a%22%3A%20%22%F0%9F%98%80%22%2C%20%22b%22%3A%20%22xyzxyz%22%7D"
    headers = [("host", "h"), ("content-length", str(len(body)))]
    request = SignedRequest("POST", "/", "", headers, body)
    hand = Hand("POST", "/", "", "content-length;host", "content-length:LENGTH\nhost:h", encoded, "content-length;host")
    assert len(body) == 28
    assert judged(replace(hand, lines="content-length:28\nhost:h").token(), request) == Verified(AK)
    assert kinds(replace(hand, lines=f"content-length:{signed}\nhost:h"), request) == [Kind.LENGTH_IN_CHARACTERS]


def test_lines_sorted_by_name_and_not_as_a_whole_are_named() -> None:
    request = replace(SENT, headers=[("host-a", "1"), ("host", "h")])
    hand = replace(HOST_ALONE, announced="host;host-a", names="host;host-a", lines="host:h\nhost-a:1")
    assert judged(replace(hand, lines="host-a:1\nhost:h").token(), request) == Verified(AK)
    assert kinds(hand, request) == [Kind.HEADERS_UNSORTED]


def test_white_space_around_the_secret_that_the_server_has_is_named() -> None:
    gate = Gate({AK: AccessKey(AK, f" {SK}\n")})
    assert kinds(Hand(), gate=gate) == [Kind.SECRET_WHITE_SPACE]


def test_a_body_whose_line_break_was_added_after_signing_is_named() -> None:
    request = replace(SENT, body=b"no json\n")
    assert kinds(replace(HOST_ALONE, body="no%20json"), request) == [Kind.BODY_WRITTEN_ANEW]


@pytest.mark.parametrize("body", [b"[" * 50_000, b'"\xff"', b"9" * 5000, b"[]" + b" " * 70_000, b'"\\ud800"'])
def test_a_body_that_cannot_be_written_anew_is_no_obstacle(body: bytes) -> None:
    assert kinds(replace(HOST_ALONE, path="/rest/1/pause/", body=""), replace(SENT, body=body)) == []
    assert kinds(replace(HOST_ALONE, body=""), replace(SENT, body=body)) == [Kind.BODY_LEFT_OUT]


@pytest.mark.parametrize(
    ("one", "other", "hand"),
    [
        (Kind.RAW_KEY, Kind.BASE64, Hand(key=raw, written=b64)),
        (Kind.RAW_KEY, Kind.BODY_HASHED, Hand(key=raw, body=HASHED)),
        (Kind.PORT_MISSING, Kind.BODY_HASHED, Hand(lines=LINES.replace("%3A8080", ""), body=HASHED)),
        (Kind.SECRET_WHITE_SPACE, Kind.BODY_NOT_ENCODED, Hand(secret=f"{SK}\n", body=POSTED.body.decode())),
    ],
)
def test_two_common_mistakes_at_once_are_both_named(one: Kind, other: Kind, hand: Hand) -> None:
    assert kinds(hand) == [one, other]


def test_a_mistake_is_named_for_each_path_that_may_have_been_signed() -> None:
    request = replace(POSTED, path="/w/x/rest/a%20b/1", other_paths=("/rest/a%20b/1",))
    assert kinds(Hand(key=raw), request) == [Kind.RAW_KEY]
    assert kinds(Hand(key=raw, path="/w/x/rest/a%20b/1"), request) == [Kind.RAW_KEY]


def test_the_search_is_bounded_by_size() -> None:
    for size, expected in [(1000, [Kind.RAW_KEY, Kind.BASE64]), (20_000, []), (300_000, [])]:
        request = replace(SENT, body=b"a" * size)
        assert kinds(replace(HOST_ALONE, body="a" * size, key=raw, written=b64), request) == expected
    for size, alone in [(20_000, [Kind.RAW_KEY]), (300_000, [])]:
        request = replace(SENT, body=b"a" * size)
        assert kinds(replace(HOST_ALONE, body="a" * size, key=raw), request) == alone


def test_the_search_is_bounded_by_number(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[bytes] = []
    token = parse_token(Hand(body="unexplained").token())
    assert isinstance(token, Token)

    def never(one: bytes, other: bytes) -> bool:
        assert one != other
        tried.append(one)
        return False

    monkeypatch.setattr(search, "compare_digest", never)
    assert search.find_mistakes(POSTED, token, SK) == ()
    with_two_paths = 2 * len(tried)
    assert with_two_paths <= search.MOST_TRIES
    tried.clear()
    many = replace(POSTED, other_paths=tuple(f"/{each}" for each in range(1000)))
    assert search.find_mistakes(many, token, SK) == ()
    assert len(tried) == search.MOST_TRIES


def test_every_known_mistake_is_made_in_a_test() -> None:
    elsewhere = {
        Kind.QUERY_LINE_EMPTY,
        Kind.PORT_ADDED,
        Kind.LENGTH_IN_CHARACTERS,
        Kind.SECRET_AS_NAME,
        Kind.LOCAL_TIME,
    }
    assert {kind for kind, _ in MADE} | elsewhere == set(Kind)
    assert {known.mistake.kind for known in search.KNOWN} == set(Kind) - {Kind.SECRET_AS_NAME, Kind.LOCAL_TIME}


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (480, "8 h 0 min 0 s ahead of UTC"),
        (-300, "5 h 0 min 0 s behind UTC"),
        (345, "5 h 45 min 0 s ahead of UTC"),
        (60, "1 h 0 min 0 s ahead of UTC"),
        (840, "14 h 0 min 0 s ahead of UTC"),
        (481.9, "8 h 0 min 0 s ahead of UTC"),
        (478.1, "8 h 0 min 0 s ahead of UTC"),
        (16, None),
        (30, None),
        (483, None),
        (477, None),
        (855, None),
        (1440, None),
        (-855, None),
    ],
)
def test_local_time_is_named_with_its_offset(minutes: float, words: str | None) -> None:
    verdict = refused(Hand().token(), now_us=NOW_US - round(minutes * 60_000_000))
    assert verdict.step is Step.TIME
    assert [each.kind for each in verdict.mistakes] == ([Kind.LOCAL_TIME] if words else [])
    assert all(words in each.sentence for each in verdict.mistakes if words)
