"""What is told of signatures through one replica, the others judge the very next call by."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

import pytest

from tests.conformance.c2 import AccessKey
from tests.conformance.signing import Signing
from tests.control.callers import CALL_DATA, body_of
from tests.postgresql import Cluster
from tests.team.replicas import Replica, replicas

WORLD = "signed"
THEN = datetime(2031, 5, 6, 7, 8, 9, tzinfo=UTC)
OLD, NEW = AccessKey("old", "secretkeyfortests0123456789abcdefghij"), AccessKey("new", "another0123456789abcdefghij")


@pytest.fixture(scope="module")
def signed(postgresql: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sequence[Replica]]:
    with (
        postgresql.database() as url,
        replicas(tmp_path_factory.mktemp("signed"), url, "--auth", "c2", count=2) as started,
    ):
        yield started


def told(replica: Replica, key: AccessKey) -> None:
    """Make the world anew, in which that key alone may call, and time stands still."""
    seed = {
        "access_keys": [{"ak": key.ak, "sk": key.sk}],
        "settings": {"pace_interval": 0, "c2_clock": "world", "c2_window": 1.5},
        "vdns": [{"id": 1, "campaigns": [{"id": 1}]}],
    }
    replica.control.make_world(WORLD, seed)
    replica.world(WORLD).clock.freeze(THEN)


def status(replica: Replica, key: AccessKey, at: datetime = THEN) -> int:
    """What a signed call is answered."""
    headers = {"X-Mock-World": WORLD}
    request = replica.http.build_request("POST", CALL_DATA.format(campaign=1), json=body_of("1"), headers=headers)
    return replica.http.send(Signing(key=key, at=at)(request)).status_code


def test_a_key_that_is_taken_away_opens_nothing_any_more(signed: Sequence[Replica]) -> None:
    one, other = signed
    for key, former in ((OLD, NEW), (NEW, OLD), (OLD, NEW)):
        told(one, key)
        assert [status(other, each) for each in (key, former)] == [200, 401]


def test_the_clock_and_its_window_judge_as_they_were_set_last(signed: Sequence[Replica]) -> None:
    one, other = signed
    told(one, OLD)
    assert status(other, OLD) == 200
    one.world(WORLD).clock.advance(60)
    assert [status(other, OLD, THEN + timedelta(seconds=late)) for late in (0, 60)] == [401, 200]
    one.world(WORLD).settings.change(c2_window=60)
    assert status(other, OLD) == 200
