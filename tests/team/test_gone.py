"""The database goes, and comes back."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.control.callers import CALLER_NO
from tests.postgresql import Cluster, cluster
from tests.team.replicas import Replica, replicas

SEED = {"settings": {"pace_interval": 0}, "vdns": [{"id": 1, "campaigns": [{"id": 1}]}]}
CALLING = {"callerNo": [{"accessCode": "10086", "priority": 1}]}


@pytest.fixture
def own() -> Iterator[Cluster]:
    with cluster() as running:
        yield running


def calling_numbers(replica: Replica) -> httpx.Response:
    headers = {"Authorization": "token", "X-Mock-World": "w1", "locale": "en_US"}
    return replica.http.post(CALLER_NO.format(campaign=1), json=CALLING, headers=headers)


def test_calls_are_refused_for_the_database_until_it_is_back(own: Cluster, tmp_path: Path) -> None:
    with own.database() as url, replicas(tmp_path, url, count=2) as team:
        team[0].http.put("/_mock/worlds/w1", json=SEED)
        assert [replica.code("w1", "1") for replica in team] == ["0200000"] * 2
        own.stop()
        for replica in team:
            answer = replica.call("w1", "2")
            assert (answer.status_code, answer.json()["resultCode"]) == (200, "0200006")
            calling = calling_numbers(replica).json()
            assert calling["resultCode"] == "0200001"
            assert "Database operation error." in calling["resultDesc"]
            assert replica.http.get("/_mock/ready").status_code == 503
            assert replica.http.get("/_mock/worlds/w1").status_code == 503
            assert replica.http.get("/_mock/live").status_code == 200
        own.start()
        assert [replica.code("w1", "3") for replica in team] == ["0200000"] * 2
        for replica in team:
            assert replica.world("w1").campaign(1, 1).records().total == 4
            codes = [str(entry.result_code) for entry in replica.world("w1").journal.entries().entries]
            assert sorted(codes) == ["0200000"] * 4 + ["0200001"] * 2 + ["0200006"] * 2
