"""What is shown of a refused token, and that the entry can be made of it again."""

import pytest

from mock_isales.engine.journal.entries import SignatureRuling, masked_head
from mock_isales.engine.journal.views import JournalEntry, entry_of, view_of
from tests.engine.journal.calls import as_json, numbered

SIGNED = SignatureRuling(
    "signature", "It is not\udcff right.", ("content-type", "host"), (("raw_key", "It used the digest.", "Use hex."),)
)
HEAD = masked_head([(b"Host", b"h:1"), (b"content-type", b" a/b "), (b"authorization", b"auth-v2/secret")])


def test_a_refused_token_is_shown_with_the_canonical_request_that_is_made_of_the_call() -> None:
    shown = as_json(numbered(signature=SIGNED, head=HEAD, target="/a%20b?d=+&c", body=b"\xff!"))["signature"]
    assert shown == {
        "step": "signature",
        "detail": "It is not\\udcff right.",
        "signed_headers": ["content-type", "host"],
        "canonical": "POST\n/a%20b\nc=&d=%20\ncontent-type;host\ncontent-type:a%2Fb\nhost:h%3A1\n%FF%21",
        "mistakes": [{"kind": "raw_key", "sentence": "It used the digest.", "advice": "Use hex."}],
        "paths": ["/a%20b"],
    }


def test_with_a_worlds_prefix_the_documented_path_may_have_been_signed_too() -> None:
    shown = as_json(numbered(signature=SIGNED, head=HEAD, target="/w/w1/a/b?c"))["signature"]
    assert shown["paths"] == ["/w/w1/a/b", "/a/b"]


def test_a_long_canonical_request_is_cut() -> None:
    shown = as_json(numbered(signature=SIGNED, head=HEAD, body=b"!" * 100_000))["signature"]
    assert len(shown["canonical"]) < 65_600
    assert shown["canonical"].endswith("characters in all)")


def test_a_canonical_request_with_bytes_that_are_no_text_is_shown() -> None:
    shown = as_json(numbered(signature=SIGNED, head=HEAD, target="/\xff"))["signature"]
    assert shown["canonical"].startswith("POST\n/\\udcff\n")


@pytest.mark.parametrize("ruling", [SIGNED, SignatureRuling("form", "It is no token.")])
def test_a_refused_token_goes_in_again(ruling: SignatureRuling) -> None:
    entry = numbered(signature=ruling, head=HEAD)
    view = JournalEntry.model_validate_json(view_of(entry).model_dump_json())
    assert view_of(entry_of(view)) == view
    assert (view.signature and view.signature.canonical is None) is (ruling is not SIGNED)


def test_a_call_without_a_header_that_is_signed_cannot_go_in() -> None:
    view = view_of(numbered(signature=SIGNED, head=HEAD))
    request = view.request.model_copy(update={"headers": [("host", "h")]})
    with pytest.raises(ValueError, match="lacks a header"):
        entry_of(view.model_copy(update={"request": request}))


def test_a_target_that_no_call_has_is_shown_all_the_same() -> None:
    view = view_of(numbered(signature=SIGNED, head=HEAD))
    request = view.request.model_copy(update={"target": "/春"})
    shown = view_of(entry_of(view.model_copy(update={"request": request}))).signature
    assert shown is not None
    assert str(shown.canonical).startswith("POST\n/?\n")
