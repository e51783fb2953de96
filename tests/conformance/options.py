"""The suite's own options; a plugin, because pytest reads options only from plugins and top-level conftests."""

import ipaddress
from urllib.parse import urlsplit

import pytest

CONSENT = "--i-may-dial-real-people"


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("conformance", "the black-box conformance suite")
    group.addoption(
        "--base-url",
        default="",
        metavar="URL",
        help="run against this server, started afresh with tests/conformance/seed.yaml, instead of starting servers",
    )
    group.addoption(
        "--signed",
        action="store_true",
        help="the --base-url was started with --auth c2 and the access key that signing.py tells: sign the calls",
    )
    group.addoption(CONSENT, action="store_true", help="allow a --base-url whose host is not this machine")


def pytest_configure(config: pytest.Config) -> None:
    sentence = objection(str(config.getoption("--base-url")), consent=bool(config.getoption(CONSENT)))
    if sentence:
        raise pytest.UsageError(sentence)


def objection(base_url: str, *, consent: bool) -> str:
    """Why the suite will not run against this address; nothing when it will."""
    if not base_url:
        return ""
    host = urlsplit(base_url).hostname
    if host is None:
        return f"--base-url {base_url} names no host: give it as http://127.0.0.1:PORT"
    if is_loopback(host) or consent:
        return ""
    return (
        f"--base-url {base_url} is not on this machine, and a real CC-iSales would dial the numbers that the suite "
        f"sends to it. Add {CONSENT} if that is what you want."
    )


def is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
