"""An entry keeps a call in few bytes, knows how many, and shows nothing of who called."""

import sys
import tracemalloc
from collections import deque

import pytest

from mock_isales.engine.journal.entries import Entry, Ruling, SignatureRuling, head_of, header_lines, masked_head
from tests.engine.journal.calls import SIZE, call

HEADERS = [(b"Host", b"x"), (b"empty", b""), (b"latin", b"\xe9\xff"), (b"colon", b"a: b")]


@pytest.mark.parametrize("name", [b"authorization", b"Authorization", b"AUTHORIZATION", b"proxy-authorization"])
def test_the_value_of_authorization_is_masked(name: bytes) -> None:
    assert masked_head([(b"host", b"x"), (name, b"secret")]) == b"host: x\r\n" + name + b": ***\r\n"


def test_other_headers_stand_as_they_were_sent() -> None:
    head = masked_head([(b"x-authorized", b"yes"), (b"authorization-hint", b"a")])
    assert head == b"x-authorized: yes\r\nauthorization-hint: a\r\n"
    assert masked_head([]) == b""


def test_headers_are_read_back_as_latin_1() -> None:
    lines = [("Host", "x"), ("empty", ""), ("latin", "éÿ"), ("colon", "a: b")]
    assert header_lines(masked_head(HEADERS)) == lines
    assert head_of(lines) == masked_head(HEADERS)
    assert (header_lines(b""), head_of([])) == ([], b"")


def test_a_character_that_no_header_has_is_refused() -> None:
    with pytest.raises(ValueError, match="Latin-1"):
        head_of([("a", "号")])


@pytest.mark.parametrize("name", ["head", "body", "answer_head", "answer"])
def test_each_byte_of_a_message_counts(name: str) -> None:
    sizes = [call(**{name: b"x" * length}).size for length in (0, 1, 1000)]
    assert [size - sizes[0] for size in sizes] == [0, 1, 1000]


@pytest.mark.parametrize("name", ["target", "vdn", "campaign"])
def test_a_text_counts_with_the_bytes_that_it_takes_in_memory(name: str) -> None:
    plain, wide = call(**{name: "x" * 100}).size, call(**{name: "😀" * 100}).size
    assert wide - plain == sys.getsizeof("😀" * 100) - sys.getsizeof("x" * 100)


def test_why_it_was_refused_counts_too() -> None:
    undecided, accepted = call(decision=None).size, call(decision=Ruling("0200000")).size
    refused = call(decision=Ruling("0200001", "ON-X", "callDataList", "v" * 5000)).size
    assert undecided < accepted < refused - 5000


def test_the_size_counts_why_a_token_was_refused() -> None:
    short = SignatureRuling("form", "x")
    long = SignatureRuling("form", "x" * 101, ("host",), (("raw_key", "It.", "Do."),))
    texts = sum(sys.getsizeof(text) for text in ("host", "raw_key", "It.", "Do."))
    assert call(signature=short).size > SIZE
    assert call(signature=long).size - call(signature=short).size == 100 + texts


def test_the_size_is_what_many_entries_really_take() -> None:
    def fresh(number: int) -> Entry:
        target, body = f"/campaigns/1/{number}", b"%d" % number * 50
        ruling = Ruling("0200001", "ON-X", f"callDataList[{number}]", f"value {number}")
        head = masked_head([(b"number", b"%d" % number)])
        return call(target=target, campaign=f"{number}", body=body, head=head, decision=ruling, at=number * 1000)

    tracemalloc.start()
    try:
        entries = deque(fresh(number) for number in range(1000, 3000))
        taken, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    said = sum(entry.size for entry in entries)
    assert taken <= said <= 1.5 * taken


def test_a_rulings_value_is_kept_so_that_it_can_be_shown() -> None:
    assert Ruling("0200001", "ON-X", "", ["a"]).value == '["a"]'
    assert Ruling(value="\ud800").value == "\\ud800"


def test_the_size_does_not_change_when_an_id_is_given() -> None:
    entry = call()
    entry.id = 7
    assert entry.size == SIZE == call().size
