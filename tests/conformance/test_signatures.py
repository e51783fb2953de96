"""What one signed call alone does not show: a body in chunks, the clock that judges, the keys of a world."""

import json
from datetime import UTC, datetime

import httpx
import pytest

from tests.conformance.answers import check_code, check_problem
from tests.conformance.build import valid
from tests.conformance.c2 import AccessKey
from tests.conformance.case import HEADERS
from tests.conformance.cases.signature_token import C2
from tests.conformance.conversation import address
from tests.conformance.interfaces import BOTH, Interface
from tests.conformance.sentences import SUCCESS
from tests.conformance.servers import Double
from tests.conformance.signing import EVERY_VDN, FIRST_VDN_ALONE, Signing, in_seconds

pytestmark = [
    pytest.mark.parametrize("to", BOTH, ids=lambda to: to.name),
    pytest.mark.parametrize("offer", [C2], ids=str),
]

THEN = datetime(2031, 5, 6, 7, 8, 9, tzinfo=UTC)
KEY = AccessKey("conformance-own", "secretkeyofoneworldfortests012345")
SEED: dict[str, object] = {
    "access_keys": [{"ak": KEY.ak, "sk": KEY.sk}],
    "vdns": [{"id": 1, "campaigns": [{"id": 1}]}],
}


def told(double: Double, path: str, content: object) -> None:
    """Tell the server something that stays for a world, by its control interface."""
    response = double.request("PUT", f"/_mock/worlds/{path}", headers={}, content=json.dumps(content).encode())
    assert response.is_success, response.text


@pytest.fixture
def world(request: pytest.FixtureRequest, to: Interface) -> str:
    """The name of a world that no other test uses: those of several workers may call one given server."""
    return f"{request.function.__name__.removeprefix('test_')}-{to.name}"


def freeze(double: Double, world: str, **settings: object) -> None:
    """Make a world whose clock stands still; the pace does not."""
    told(double, world, {**SEED, "settings": {"pace_interval": 0, **settings}})
    told(double, f"{world}/clock", {"mode": "frozen", "now": in_seconds(THEN)})


def call(double: Double, to: Interface, world: str, signing: Signing) -> httpx.Response:
    path = f"/w/{world}{to.path.format(vdn=1, campaign=1)}"
    return double.request("POST", path, headers=dict(HEADERS), content=valid(to), signing=signing)


def test_a_body_in_chunks_is_signed_as_a_whole(double: Double, to: Interface) -> None:
    by_host = Signing(names=("content-type", "host"))
    chunks = (valid(to)[at : at + 7] for at in range(0, len(valid(to)), 7))
    path = address(double, to)
    response = double.request("POST", path, headers=dict(HEADERS), content=chunks, signing=by_host)
    assert "Content-Length" not in response.request.headers
    check_code(to, response, SUCCESS)


def test_what_is_refused_stores_nothing(double: Double, to: Interface, world: str) -> None:
    """The pace would tell of a call that has counted."""
    told(double, world, SEED)
    for _ in range(3):
        check_problem(call(double, to, world, Signing(key=AccessKey(KEY.ak, EVERY_VDN.sk))), 401)
    check_code(to, call(double, to, world, Signing(key=KEY)), SUCCESS)


def test_the_hosts_clock_judges_whatever_a_worlds_clock_says(double: Double, to: Interface, world: str) -> None:
    freeze(double, world)
    check_code(to, call(double, to, world, Signing(key=KEY)), SUCCESS)
    check_problem(call(double, to, world, Signing(key=KEY, at=THEN)), 401)


def test_a_worlds_clock_judges_where_it_is_told_to(double: Double, to: Interface, world: str) -> None:
    freeze(double, world, c2_clock="world")
    check_problem(call(double, to, world, Signing(key=KEY)), 401)
    for ahead in (0.0, 900.0, -900.0):
        check_code(to, call(double, to, world, Signing(key=KEY, at=THEN, ahead=ahead)), SUCCESS)
    for ahead in (900.001, -900.001, 901.0, -901.0):
        check_problem(call(double, to, world, Signing(key=KEY, at=THEN, ahead=ahead)), 401)


def test_another_window_is_as_wide_as_it_is_told_to_be(double: Double, to: Interface, world: str) -> None:
    freeze(double, world, c2_clock="world", c2_window=1.5)
    for ahead in (1.5, -1.5):
        check_code(to, call(double, to, world, Signing(key=KEY, at=THEN, ahead=ahead)), SUCCESS)
    for ahead in (1.501, -1.501):
        check_problem(call(double, to, world, Signing(key=KEY, at=THEN, ahead=ahead)), 401)


def test_a_worlds_own_key_is_known_there_alone(double: Double, to: Interface, world: str) -> None:
    other = f"{world}-other"
    told(double, world, SEED)
    check_code(to, call(double, to, world, Signing(key=KEY)), SUCCESS)
    told(double, other, {**SEED, "access_keys": []})
    check_problem(call(double, to, other, Signing(key=KEY)), 401)


def test_a_key_that_the_server_was_told_is_known_in_every_world(double: Double, to: Interface, world: str) -> None:
    told(double, world, SEED)
    check_code(to, call(double, to, world, Signing(key=FIRST_VDN_ALONE)), SUCCESS)
