"""Servers within this process."""

import asyncio
import inspect
import ssl
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from mock_isales.engine.seeds import Seed
from mock_isales.testing import (
    AsyncMockIsales,
    BadArgument,
    C2Auth,
    CannotStart,
    InProcessIsales,
    MockIsales,
    Unreachable,
)
from tests.testing.conftest import Caller

CALL = "/rest/isales/v2/openapi/campaigns/1/calldata/1"
BODY = {"callDataList": [{"called": [{"calledNo": "88888888"}]}]}
HEADERS = {"Authorization": "any", "Content-Type": "application/json; charset=UTF-8"}
SEED = {"vdns": [{"id": 7, "campaigns": [{"id": 3, "name": "Mine"}]}]}


def nothing_answers(url: str) -> bool:
    try:
        httpx.get(url, trust_env=False)
    except httpx.ConnectError:
        return True
    return False


def campaigns(isales: MockIsales) -> list[tuple[int, int]]:
    return [(each.vdn, each.id) for each in isales.campaigns.list()]


def test_it_answers_once_the_block_is_entered_and_is_gone_when_it_ends() -> None:
    with MockIsales() as isales:
        assert httpx.get(f"{isales.url}/_mock/ready", trust_env=False).json()["status"] == "ready"
        url = isales.url
    assert nothing_answers(url)
    assert "mock-isales" not in [thread.name for thread in threading.enumerate()]


def test_it_is_gone_after_an_exception() -> None:
    def fail_within(isales: MockIsales) -> None:
        with isales:
            raise LookupError

    isales = MockIsales()
    with pytest.raises(LookupError):
        fail_within(isales)
    assert nothing_answers(isales.url)


def test_it_is_its_default_world() -> None:
    with MockIsales(settings={"pace_interval": 0}) as isales:
        isales.clock.freeze("2026-11-21T10:00:00Z")
        isales.blocklist(1).put(["1"])
        isales.faults.add(operation="add_outbound_numbers", first=1, code="0200006")
        codes = [Caller(isales).add(number)["resultCode"] for number in ("2", "1", "2")]
        assert codes == ["0200006", "0200024", "0200000"]
        assert [entry.result_code for entry in isales.journal.entries().entries] == codes
        assert isales.look().name == "default"
        assert isales.campaign(1, 1).get().incomplete_records == 1


def test_two_at_once_know_nothing_of_each_other() -> None:
    with MockIsales() as one, MockIsales(seed=SEED) as other:
        assert one.url != other.url
        assert campaigns(one) == [(1, 1), (1, 2), (1, 3), (1, 4), (1, 5)]
        assert campaigns(other) == [(7, 3)]
        Caller(one).add()
        assert other.journal.entries().total == 0
    with MockIsales() as isales:
        assert isales.journal.entries().total == 0


@pytest.mark.parametrize("kind", ["mapping", "Seed", "path", "text"])
def test_a_seed_is_a_mapping_a_seed_or_a_file(tmp_path: Path, kind: str) -> None:
    file = tmp_path / "seed.yaml"
    file.write_text("vdns: [{id: 7, campaigns: [{id: 3}]}]", encoding="utf-8")
    seeds: dict[str, Any] = {"mapping": SEED, "Seed": Seed.model_validate(SEED), "path": file, "text": str(file)}
    with MockIsales(seed=seeds[kind]) as isales:
        assert campaigns(isales) == [(7, 3)]


def test_worlds_are_made_by_its_control() -> None:
    with MockIsales() as isales:
        world = isales.control.make_world("w1", SEED)
        assert world.url == f"{isales.url}/w/w1"
        assert {each.name for each in isales.control.worlds().worlds} == {"default", "w1"}


def test_it_speaks_tls_and_says_whom_to_trust() -> None:
    with MockIsales(tls=True) as isales:
        assert isales.ca is not None
        assert isales.ca == isales.control.ca == isales.control.world("w1").ca
        trust = ssl.create_default_context(cafile=isales.ca)
        answer = httpx.post(f"{isales.url}{CALL}", json=BODY, headers=HEADERS, verify=trust, trust_env=False)
        assert answer.json()["resultCode"] == "0200000"
        assert isales.journal.entries().total == 1
    assert not isales.ca.exists()


def test_it_verifies_signatures() -> None:
    with MockIsales(auth="c2", access_keys=["demo:secret"]) as isales:
        content_type = {"Content-Type": HEADERS["Content-Type"]}
        signed = [
            httpx.post(f"{isales.url}{CALL}", json=BODY, headers=content_type, auth=C2Auth("demo", sk), trust_env=False)
            for sk in ("secret", "wrong")
        ]
        assert [answer.status_code for answer in signed] == [200, 401]


def test_a_store_outlives_it_and_it_can_be_started_again(tmp_path: Path) -> None:
    isales = MockIsales(store=f"sqlite:///{tmp_path}/double.db", settings={"pace_interval": 0})
    for expected in (1, 2):
        with isales:
            Caller(isales).add()
            assert isales.campaign(1, 1).get().incomplete_records == expected


def test_without_a_block_it_is_started_and_stopped() -> None:
    isales = MockIsales().start()
    try:
        with pytest.raises(RuntimeError, match="runs already"):
            isales.start()
        assert isales.journal.entries().total == 0
    finally:
        isales.stop()
    isales.stop()
    assert nothing_answers(isales.url)


def test_the_environment_tells_it_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOCK_ISALES_AUTH", "c2")
    monkeypatch.setenv("MOCK_ISALES_STORE", "nonsense")
    with MockIsales() as isales:
        assert Caller(isales).add()["resultCode"] == "0200000"


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"sed": {}}, "sed={}: unknown name; did you mean seed?"),
        ({"settings": {"pace": 0}}, "settings['pace']=0: unknown name; known are calldata_max"),
        ({"readings": {"total_size": "acepted"}}, "did you mean accepted?"),
        ({"access_keys": ["secret"]}, "access_keys=…: must be AK:SK, or AK:SK:VDN,VDN with VDNs from 1 to 9999"),
        ({"seed": {"vdns": [{"id": 0}]}}, "seed: vdns[0].id: must be a whole number from 1 to 9999, not 0"),
        ({"seed": {"vdn": []}}, "seed: vdn: unknown key; did you mean vdns?"),
        ({"seed": {"vdns": object()}}, "seed: a object cannot be said in JSON"),
        ({"log_level": "debug"}, "log_level: --log-level is for the command line"),
    ],
)
@pytest.mark.parametrize("kind", [MockIsales, AsyncMockIsales, InProcessIsales])
def test_what_it_cannot_be_told_is_said_at_once(
    kind: Callable[..., object], said: dict[str, Any], message: str
) -> None:
    with pytest.raises(BadArgument) as caught:
        kind(**said)
    assert message in str(caught.value)


def test_why_it_cannot_start_is_said_and_nothing_is_left(tmp_path: Path) -> None:
    with MockIsales() as isales:
        port = int(isales.url.rpartition(":")[2])
        for said, message in (
            ({"port": port}, "the port is in use"),
            ({"seed": tmp_path / "none.yaml"}, "none.yaml: no such file"),
            ({"store": f"sqlite:///{tmp_path}/none/double.db"}, "there is no folder"),
            ({"tls_cert": tmp_path}, "--tls-cert without"),
        ):
            with pytest.raises(CannotStart, match=message):
                MockIsales(**said).start()
        assert [thread.name for thread in threading.enumerate()].count("mock-isales") == 1


def test_the_awaited_form_is_the_same() -> None:
    async def use() -> str:
        async with AsyncMockIsales(tls=True, seed=SEED) as isales:
            assert [each.id for each in await isales.campaigns.list()] == [3]
            assert (await isales.control.ready()).status == "ready"
            return isales.url

    assert nothing_answers(asyncio.run(use()))


def test_both_forms_have_the_same_methods() -> None:
    own = [
        {name: inspect.signature(each) for name, each in vars(kind).items() if inspect.isfunction(each)}
        for kind in (MockIsales, AsyncMockIsales)
    ]
    assert own[0]["__init__"] == own[1]["__init__"]
    assert own[0].keys() - {"__enter__", "__exit__"} == own[1].keys() - {"__aenter__", "__aexit__"}


def test_in_process_it_answers_without_a_socket() -> None:
    async def use() -> None:
        async with (
            InProcessIsales(seed=SEED) as isales,
            InProcessIsales() as other,
            httpx.AsyncClient(base_url=isales.url, transport=isales.transport) as client,
        ):
            path = "/rest/isales/v2/openapi/campaigns/7/calldata/3"
            waiting = asyncio.create_task(isales.journal.wait(1, timeout=20))
            answer = await client.post(path, json=BODY, headers=HEADERS)
            assert answer.json()["resultCode"] == "0200000"
            assert (await waiting).total == 1
            assert (await other.journal.entries()).total == 0
            await isales.control.make_world("w1")

    asyncio.run(use())


def test_in_process_it_says_why_it_cannot_start() -> None:
    async def use() -> None:
        with pytest.raises(CannotStart, match="no such file"):
            async with InProcessIsales(seed="none.yaml"):
                pass

    asyncio.run(use())


def test_who_calls_it_when_it_has_ended_is_told() -> None:
    with MockIsales() as isales:
        pass
    with pytest.raises(Unreachable, match="has been closed"):
        isales.control.ready()
