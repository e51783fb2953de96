"""A call as a test: what Python makes of it is what was sent."""

import ast

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mock_isales.engine.export.pytest_function import body_literal, pytest_of
from mock_isales.engine.journal.entries import Entry, Ruling, masked_head
from tests.engine.journal.calls import numbered

EVIL = '\'"""\\\n{}%s\r\t中文📞\u2028\u202e\x1b[2J'


def source(entry: Entry, *, signed: bool = False, over_tls: bool = False) -> str:
    return pytest_of(entry, "w1", signed=signed, over_tls=over_tls)


def assigned(text: str, name: str) -> object:
    """The value of a literal in the function."""
    (function,) = [each for each in ast.parse(text).body if isinstance(each, ast.FunctionDef)]
    (found,) = [
        each.value
        for each in function.body
        if isinstance(each, ast.Assign) and isinstance(each.targets[0], ast.Name) and each.targets[0].id == name
    ]
    value: object = ast.literal_eval(found)
    return value


def test_a_call_is_a_whole_test() -> None:
    head = masked_head([(b"content-type", b"application/json"), (b"host", b"x"), (b"authorization", b"secret"),
                        (b"x-mock-world", b"w1"), (b"locale", b"\xe4")])  # fmt: skip
    target = "/w/w1/rest/isales/v2/openapi/campaigns/1/calldata/1001?a=b"
    assert source(numbered(head=head, target=target)) == (
        "import httpx\n"
        "\n"
        "\n"
        "def test_call_7(isales):\n"
        "    # Call 7 of world w1, which was answered 0200000.\n"
        "    # Authorization is never kept: any will do.\n"
        "    # It was accepted: VDN 1 needs campaign 1001, with room, and its pace.\n"
        "    body = '{}'\n"
        "    headers = [\n"
        "        ('content-type', 'application/json'),\n"
        "        ('locale', b'\\xe4'),\n"
        "        ('authorization', 'any'),\n"
        "    ]\n"
        "    answer = httpx.request(\n"
        "        'POST',\n"
        "        isales.url + '/rest/isales/v2/openapi/campaigns/1/calldata/1001?a=b',\n"
        "        content=body,\n"
        "        headers=headers,\n"
        "        trust_env=False,\n"
        "    )\n"
        "    assert answer.json()[\"resultCode\"] == '0200000'\n"
    )


def test_where_tokens_are_verified_it_is_signed() -> None:
    text = source(numbered(), signed=True, over_tls=True)
    assert text.startswith("import os\nimport ssl\n\nimport httpx\nfrom mock_isales.testing import C2Auth\n\n\ndef ")
    assert '        auth=C2Auth(os.environ["MOCK_ISALES_AK"], os.environ["MOCK_ISALES_SK"]),\n' in text
    assert "    # Authorization is never kept: it is signed anew, with the access key of the environment.\n" in text
    assert "    trusted = ssl.create_default_context(cafile=isales.ca)\n" in text
    assert "        verify=trusted,\n" in text
    assert assigned(text, "headers") == [("content-type", "application/json; charset=UTF-8")]


@pytest.mark.parametrize(
    ("sent", "clause", "expected"),
    [
        ([], "ON-AUTHORIZATION", []),
        ([(b"authorization", b" ")], "ON-AUTHORIZATION", [("authorization", "")]),
        ([(b"authorization", b"x")], "ON-SIGNATURE", [("authorization", "any")]),
    ],
)
def test_a_call_that_was_not_let_in_is_not_let_in(
    sent: list[tuple[bytes, bytes]], clause: str, expected: list[tuple[str, str]]
) -> None:
    text = source(numbered(head=masked_head(sent), status=401, decision=Ruling(None, clause)), signed=True)
    assert assigned(text, "headers") == expected
    assert text.endswith("    assert answer.status_code == 401\n")


@pytest.mark.parametrize(
    ("without", "told", "expected"),
    [
        (Ruling("0200022", "ON-PACE"), "0200022", "answer.json()[\"resultCode\"] == '0200022'"),
        (None, "nobody knows what", "answer.status_code == 0"),
    ],
)
def test_of_a_call_that_was_not_answered_it_expects_what_would_have_been(
    without: Ruling | None, told: str, expected: str
) -> None:
    text = source(numbered(status=0, decision=Ruling(), fault="1", transport="empty", without_fault=without))
    assert "    # Call 7 of world w1, which was answered by nothing.\n" in text
    assert (
        f"    # Fault 1 of its world let no answer come (empty); without it, {told} would have been answered.\n" in text
    )
    assert text.endswith(f"    assert {expected}\n")


def test_an_answer_that_broke_off_is_remarked() -> None:
    text = source(numbered(fault="1", transport="cut"))
    assert "    # Fault 1 of its world had a hand in the answer (cut): set it anew first.\n" in text


def test_headers_that_cannot_be_sent_are_left_out() -> None:
    text = source(numbered(head=masked_head([(b"a\x00'\"", b"x")])))
    assert "    # The header a\\x00'\" is left out.\n" in text
    assert assigned(text, "headers") == []


@given(body=st.binary() | st.text().map(str.encode))
@example(body=EVIL.encode())
def test_the_literal_is_the_very_body(body: bytes) -> None:
    value = ast.literal_eval(body_literal(body))
    assert (value.encode() if isinstance(value, str) else value) == body
    assert assigned(source(numbered(body=body)), "body") == value


@given(text=st.text(), latin=st.text(st.characters(max_codepoint=255, exclude_characters="\r\n")))
@example(text="\n    import os", latin="'\x85")
def test_nothing_that_was_sent_gets_out_of_its_literal(text: str, latin: str) -> None:
    head = masked_head([(b"x" + latin.encode("latin-1"), latin.encode("latin-1")), (b"x", latin.encode("latin-1"))])
    entry = numbered(
        target=text, method=text, head=head, fault=text, decision=Ruling(text, text), vdn=text, campaign=text
    )
    made = ast.parse(source(entry))
    usual = ast.parse(source(numbered()))
    assert [type(each) for each in ast.walk(made.body[1]) if isinstance(each, ast.stmt)] == [
        type(each) for each in ast.walk(usual.body[1]) if isinstance(each, ast.stmt)
    ]
