"""A call as a command of curl: what the shell makes of it is what was sent."""

import base64
import shlex
import subprocess
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mock_isales.engine.export.curl import curl_of
from mock_isales.engine.journal.entries import Entry, Ruling, masked_head
from tests.engine.journal.calls import numbered

ADDRESS = "http://127.0.0.1:28080"
EVIL = "'\"$(touch x)`id`\\\n!!;&|<>*?[a]{b,c}~#\r\t中文📞\u202e\x1b[2J"


def command(entry: Entry, *, signed: bool = False, own_authority: bool = False) -> str:
    return curl_of(entry, "w1", ADDRESS, signed=signed, own_authority=own_authority)


def words(text: str) -> list[str]:
    return shlex.split(text, comments=True)


def sent_body(parts: list[str]) -> bytes:
    """The body that a command sends."""
    data = parts[parts.index("--data-binary") + 1]
    if data != "@-":
        assert not data.startswith("@")
        return data.encode()
    assert parts[:2] == ["printf", "%s"]
    pipe = parts[3 : parts.index("curl")]
    return base64.b64decode(parts[2]) if pipe == ["|", "base64", "-d", "|"] else parts[2].encode()


def headers(parts: list[str]) -> list[str]:
    return [value for name, value in pairwise(parts) if name == "-H"]


def in_a_shell(text: str, *names: str) -> list[bytes]:
    """What a real shell gives to curl."""
    stub = "curl() { cat > /dev/null; printf '%s\\0' \"$@\"; }\n"
    environment = {"PATH": "/usr/bin:/bin", **{name: name.lower() for name in names}}
    done = subprocess.run(["sh"], input=(stub + text).encode(), capture_output=True, check=True, env=environment)
    assert done.stderr == b""
    return done.stdout.split(b"\0")[:-1]


def test_a_command_makes_the_call_once_more() -> None:
    head = masked_head(
        [(b"host", b"x"), (b"content-type", b"application/json"), (b"content-length", b"2"),
         (b"accept-encoding", b"gzip"), (b"connection", b"close"), (b"authorization", b"secret"), (b"x-empty", b"")]
    )  # fmt: skip
    assert command(numbered(head=head)) == (
        "# Call 7 of world w1, which was answered 0200000.\n"
        "# Authorization is never kept: any will do.\n"
        "# It was accepted: VDN 1 needs campaign 1001, with room, and its pace.\n"
        "curl -sS -w '\\n' --globoff --path-as-is -X POST "
        "http://127.0.0.1:28080/rest/isales/v1/openapi/campaigns/1/calldata/1001 "
        "-H 'content-type: application/json' -H 'x-empty;' -H 'authorization: any' --data-binary '{}'\n"
    )


def test_a_signature_and_an_authority_are_left_to_the_environment() -> None:
    text = command(numbered(), signed=True, own_authority=True)
    assert "# Authorization is never kept: AUTHORIZATION is to be its C2 token: mock-isales sign prints one.\n" in text
    assert "# MOCK_ISALES_CA is to name a file with what GET /_mock/ca.pem answers.\n" in text
    sent = in_a_shell(text, "AUTHORIZATION", "MOCK_ISALES_CA")
    assert sent[sent.index(b"--cacert") + 1] == b"mock_isales_ca"
    assert b"authorization: authorization" in sent


@pytest.mark.parametrize(
    ("sent", "clause", "expected"),
    [
        ([], None, []),
        ([(b"authorization", b"x")], "ON-AUTHORIZATION", ["authorization;"]),
        ([(b"authorization", b"x")], "ON-SIGNATURE", ["authorization: any"]),
    ],
)
def test_what_showed_nobody_shows_nobody(
    sent: list[tuple[bytes, bytes]], clause: str | None, expected: list[str]
) -> None:
    decision = None if clause is None else Ruling(None, clause)
    text = command(numbered(head=masked_head(sent), status=401, decision=decision), signed=True)
    assert headers(words(text)) == [*expected, "content-type:"]
    assert text.startswith("# Call 7 of world w1, which was answered 401.\n")


@pytest.mark.parametrize(
    ("fields", "remark"),
    [
        ({"fault": "a\n'b"}, "# Fault a\\n'b of its world had a hand in the answer: set it anew first."),
        (
            {"decision": Ruling("0200022", "ON-PACE")},
            "# Clause ON-PACE judges by what the world holds, by its time and the calls before: see to them.",
        ),
        ({"decision": Ruling(None, "ON-BODY-SIZE")}, "# Its body was larger than the server takes, and is not kept."),
        (
            {"decision": Ruling(None, "ON-SIGNATURE")},
            "# Authorization is never kept: its token was refused, and so is any where tokens are verified.",
        ),
        ({"decision": Ruling("02000002", "ON-CALLEDNO-CHARACTERS")}, "# Authorization is never kept: any will do."),
    ],
)
def test_what_an_answer_depends_on_is_remarked(fields: dict[str, object], remark: str) -> None:
    comments = [line for line in command(numbered(**fields)).splitlines() if line.startswith("#")]
    assert comments[-1] == remark


def test_headers_that_cannot_be_sent_are_left_out() -> None:
    head = masked_head([(b"@file", b"x"), (b"a b", b"y"), (b"x", b"\x00"), (b"proxy-authorization", b"secret")])
    text = command(numbered(head=head))
    assert headers(words(text)) == ["content-type:"]
    for name in ("@file", "a b", "x", "proxy-authorization"):
        assert f"# The header {name} is left out.\n" in text


def test_a_head_is_asked_for_as_such() -> None:
    assert "--head" in words(command(numbered(method="HEAD")))


@pytest.mark.parametrize("body", [b"@/etc/passwd", b"x" * 200_000, EVIL.encode(), b"\xff\x00", b"", "中\n'文".encode()])
def test_a_body_gets_through_a_real_shell(body: bytes) -> None:
    text = command(numbered(body=body))
    recorder = 'curl() { for each; do last=$each; done; if [ "$last" = @- ]; then cat; else printf %s "$last"; fi; }\n'
    done = subprocess.run(["sh"], input=(recorder + text).encode(), capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (body, b"")


@pytest.mark.parametrize("value", ["中文'".encode(), b"caf\xe9 '$(id)%s\\", "\u202e".encode()])
def test_a_header_gets_through_a_real_shell(value: bytes) -> None:
    text = command(numbered(head=masked_head([(b"locale", value)])))
    assert b"locale: " + value in in_a_shell(text)


@given(body=st.binary() | st.text().map(str.encode))
@example(body=EVIL.encode())
@example(body=b"@x")
@example(body=b"'")
def test_the_shell_gets_the_very_body(body: bytes) -> None:
    assert sent_body(words(command(numbered(body=body)))) == body


@given(
    target=st.text(),
    method=st.text(min_size=1),
    name=st.text(st.characters(max_codepoint=255, exclude_characters="\r\n")),
    value=st.text(st.characters(max_codepoint=255, exclude_characters="\r\n")),
    text=st.text(),
)
@example(target="/'\ud800 #", method="'; rm x", name="a'b", value="'\xe9", text="\n'; rm x")
@settings(max_examples=60)
def test_nothing_that_was_sent_gets_out_of_its_quotes(
    target: str, method: str, name: str, value: str, text: str
) -> None:
    head = masked_head([(name.encode("latin-1"), value.encode("latin-1"))])
    entry = numbered(target=target, method=method, head=head, fault=text, decision=Ruling(text, text))
    sent = in_a_shell(command(entry))
    first = 6 if method == "HEAD" else 7
    assert sent[:5] == [b"-sS", b"-w", b"\\n", b"--globoff", b"--path-as-is"]
    assert sent[first].startswith(f"{ADDRESS}/".encode())
    assert sent[first + 1 :: 2][:-1] == [b"-H"] * (len(sent[first + 1 :: 2]) - 1)
    assert sent[-2:] == [b"--data-binary", b"{}"]
