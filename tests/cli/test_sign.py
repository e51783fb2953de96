"""`mock-isales sign`: the token of a request, each step before it, and one line for whatever is wrong."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from mock_isales.cli.commands import app
from tests.contract.c2.vectors import AK, BODY, CAMPAIGN, PING_CANONICAL, PING_KEY, QUERY, SK, VECTORS

HOST = "http://10.22.26.181:28080"
PING = ["POST", f"{HOST}/rest/cmsapp/v1/ping", "--header", "Content-Type: application/json;charset=UTF-8"]
TIMES = "the time must be UTC as yyyy-MM-ddTHH:mm:ssZ or yyyy-MM-ddTHH:mm:ss.SSSZ"
SHORT = ["GET", "http://h/", "--time", "2024-10-31T14:06:52Z"]
KEY = ["--ak", AK, "--sk", SK]


def run(*arguments: str, sent: bytes = b"", **variables: str) -> tuple[int, str, str]:
    told = {"MOCK_ISALES_AK": None, "MOCK_ISALES_SK": None, **variables}
    ended = CliRunner(env=told).invoke(app, ["sign", *arguments], input=sent, catch_exceptions=False)
    return ended.exit_code, ended.stdout, ended.stderr


def token(*arguments: str, sent: bytes = b"", **variables: str) -> str:
    status, out, told = run(*arguments, sent=sent, **variables)
    assert (status, told) == (0, ""), told
    assert out.endswith("\n")
    return out.removesuffix("\n")


def wrong(*arguments: str) -> str:
    status, out, told = run(*arguments)
    assert (status, out) == (2, "")
    assert told.count("\n") == 1
    assert SK not in told
    return told.removesuffix("\n").removeprefix("mock-isales: ")


def expected(vector: str) -> str:
    _, prefix, signature = VECTORS[vector]
    return f"{prefix}/{signature}"


@pytest.fixture
def ping(tmp_path: Path) -> list[str]:
    file = tmp_path / "ping.json"
    file.write_bytes(b'{"say": "Hello world!"}')
    return [*PING, "--body", str(file), *KEY]


@pytest.mark.parametrize(("vector", "time"), [("V1", "2024-10-31T14:06:52.123Z"), ("V5", "2024-10-31T14:06:52Z")])
def test_host_and_length_are_told_from_url_and_body(ping: list[str], vector: str, time: str) -> None:
    assert token(*ping, "--time", time) == expected(vector)


def test_the_other_vectors() -> None:
    at = ["--time", "2020-09-10T00:00:00Z", *KEY]
    assert token("GET", f"{HOST}{CAMPAIGN}?{QUERY}", *at) == expected("V2")
    assert token("PUT", f"{HOST}{CAMPAIGN}/46/pause", *at) == expected("V3")
    posted = ["POST", f"{HOST}{CAMPAIGN}/calldata/46", "--body", "-", "--signed", "host", *at]
    assert token(*posted, sent=BODY) == expected("V4")


def test_each_step_is_explained(ping: list[str]) -> None:
    steps = token(*ping, "--time", "2024-10-31T14:06:52.123Z", "--explain").split("\n\n")
    headings, values = zip(*(step.split("\n", 1) for step in steps), strict=True)
    assert [heading[:3] for heading in headings] == ["1. ", "2. ", "3. ", "4. ", "5. "]
    _, prefix, signature = VECTORS["V1"]
    assert values == (prefix, PING_KEY, PING_CANONICAL, signature, f"{prefix}/{signature}")


def test_the_key_may_come_from_the_environment() -> None:
    told = token(*SHORT, MOCK_ISALES_AK=AK, MOCK_ISALES_SK=SK)
    assert told == token(*SHORT, *KEY)
    assert token(*SHORT, "--ak", "other", MOCK_ISALES_AK=AK, MOCK_ISALES_SK=SK).startswith("auth-v2/other/")


def test_the_time_is_now_if_none_is_told() -> None:
    assert re.fullmatch(
        rf"auth-v2/{AK}/\d{{4}}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{{3}}Z/host/[0-9a-f]{{64}}", token("GET", "http://h/", *KEY)
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (["GET", "http://h:80/"], ["GET", "http://h"]),
        (["GET", "https://h:443/"], ["GET", "https://h/"]),
        (["GET", "https://user:word@h/"], ["GET", "https://h/"]),
        (["GET", "http://h/#part"], ["GET", "http://h/"]),
        (["GET", "http://x/", "--header", "HOST:  h:1 "], ["GET", "http://h:1/"]),
        (["GET", "http://h/?a=b+c"], ["GET", "http://h/?a=b%20c"]),
        (["GET", "http://h/", "--signed", "HOST"], ["GET", "http://h/"]),
        (["GET", "http://h/", "--header", "X-A: 1"], ["GET", "http://h/"]),
    ],
)
def test_what_is_the_same_request_has_the_same_token(one: list[str], other: list[str]) -> None:
    at = ["--time", "2024-10-31T14:06:52Z", *KEY]
    assert token(*one, *at) == token(*other, *at)


def test_a_host_with_a_port_of_its_own_keeps_it() -> None:
    at = ["--time", "2024-10-31T14:06:52Z", *KEY, "--explain"]
    assert "\nhost:h%3A443\n" in token("GET", "http://h:443/", *at)
    assert "\nhost:%5B%3A%3A1%5D%3A8080\n" in token("GET", "http://[::1]:8080/", *at)


def test_a_length_that_is_told_is_signed_as_it_is() -> None:
    at = ["--time", "2024-10-31T14:06:52Z", *KEY, "--explain"]
    told = token("POST", "http://h/", "--body", "-", "--header", "content-length: 9", *at, sent=b"xy")
    assert "\ncontent-length:9\nhost:h\nxy\n" in told


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["GET", "h/x", *KEY], "h/x is no address: it begins with http:// or https://, and a host"),
        (["GET", "http:///x", *KEY], "http:///x is no address: it begins with http:// or https://, and a host"),
        (["GET", "ftp://h/", *KEY], "ftp://h/ is no address: it begins with http:// or https://, and a host"),
        (["GET", "http://[::1/", *KEY], "Invalid IPv6 URL"),
        (["GET", "http://h/中", *KEY], "http://h/中: write the path as it is sent, percent-encoded"),
        (["GET", "http://h/a b", *KEY], "http://h/a b: write the path as it is sent, percent-encoded"),
        (["GET", "http://h/", "--header", "X", *KEY], "--header X: must be 'NAME: VALUE'"),
        (["GET", "http://h/", "--header", ": x", *KEY], "--header : x: must be 'NAME: VALUE'"),
        (
            ["GET", "http://h/", "--body", "/nowhere/x", *KEY],
            "--body /nowhere/x cannot be read: No such file or directory",
        ),
        (["GET", "http://h/", "--body", "/", *KEY], "--body / cannot be read: Is a directory"),
        (["GET", "http://h/", "--signed", "x-absent", *KEY], "the request has no header x-absent"),
        (
            ["GET", "http://h/", "--header", "Authorization: x", "--signed", "Authorization", *KEY],
            "the header authorization is never signed, as it carries the signature",
        ),
        (["GET", "http://h/", "--ak", "a/b", "--sk", SK], "an access key's name is not empty, and has no slash"),
        (
            ["GET", "http://h/", "--time", "2024-10-31 14:06", *KEY],
            f"--time 2024-10-31 14:06: {TIMES}, but a space stands where the T belongs",
        ),
        *[
            (
                ["GET", "http://h/", *half],
                "name the access key and its secret: --ak and --sk, or MOCK_ISALES_AK and MOCK_ISALES_SK",
            )
            for half in ([], ["--ak", AK], ["--sk", SK], ["--ak", AK, "--sk", ""])
        ],
    ],
)
def test_what_is_wrong_is_told_in_one_line(arguments: list[str], line: str) -> None:
    assert wrong(*arguments) == line
