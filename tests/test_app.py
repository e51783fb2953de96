"""A server is put together: its store opened, filled or left as it is."""

import asyncio
import logging
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from mock_isales.app import create_app
from mock_isales.engine.seed_files.problems import SeedError
from mock_isales.engine.stores.protocol import StoreFailure, StoreUnavailable
from mock_isales.engine.stores.sql import SqlStore
from mock_isales.settings import Settings
from tests.clocks import ManualClock

RECORD = {"callDataList": [{"called": [{"calledNo": "1"}]}]}


def call(app: FastAPI, campaign: str = "1") -> httpx.Response:
    """Add one record."""

    async def add() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://double") as client:
            path = f"/rest/isales/v2/openapi/campaigns/1/calldata/{campaign}"
            return await client.post(path, json=RECORD, headers={"authorization": "token"})

    return asyncio.run(add())


def total_size(app: FastAPI) -> int:
    """How many records campaign 1 has after one more."""
    size: int = call(app).json()["returnObject"]["totalSize"]
    return size


def open_app(store: str, seed: Path | None = None, *, reseed: bool = False) -> FastAPI:
    return create_app(Settings(store=store, seed=seed, reseed=reseed, settings={"pace_interval": 0}))


@pytest.fixture
def store(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'double.db'}"


def test_two_servers_in_one_process_know_nothing_of_each_other() -> None:
    first, second = open_app("memory"), open_app("memory")
    assert [total_size(first), total_size(first), total_size(second)] == [1, 2, 1]


def test_a_seed_is_taken_if_it_is_there(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    seed = tmp_path / "seed.yaml"
    with caplog.at_level(logging.INFO, "mock_isales"):
        create_app(Settings(seed_if_there=seed))
        seed.write_text("vdns: [{id: 7, campaigns: [{id: 8}]}]")
        create_app(Settings(seed_if_there=seed))
    assert caplog.messages == [
        "memory filled from the demo seed: VDNs 1, campaigns 5",
        f"memory filled from {seed}: VDNs 1, campaigns 1",
    ]


def test_a_store_that_holds_data_keeps_it_and_says_so(store: str, caplog: pytest.LogCaptureFixture) -> None:
    app = open_app(store)
    assert total_size(app) == 1
    app.state.double.close()
    with caplog.at_level(logging.INFO, "mock_isales"):
        again = open_app(store)
    assert f"{store} holds data: its default world stays as it is (--reseed starts over)" in caplog.messages
    assert total_size(again) == 2
    again.state.double.close()


def test_reseeding_starts_over(store: str) -> None:
    for _ in range(2):
        app = open_app(store, reseed=True)
        assert total_size(app) == 1
        app.state.double.close()


def test_reseeding_with_a_bad_seed_costs_no_data(store: str, tmp_path: Path) -> None:
    app = open_app(store)
    total_size(app)
    app.state.double.close()
    with pytest.raises(SeedError):
        open_app(store, tmp_path / "missing.yaml", reseed=True)
    again = open_app(store)
    assert total_size(again) == 2
    again.state.double.close()


def test_a_store_that_cannot_be_filled_is_named(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise StoreFailure("database or disk is full")

    monkeypatch.setattr(SqlStore, "fill", fail)
    with pytest.raises(StoreUnavailable, match=r"double\.db cannot be filled: database or disk is full"):
        open_app(store)


def test_a_store_that_another_process_fills_meanwhile_keeps_what_that_one_put_there(
    store: str, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = open_app(store)
    total_size(first)
    monkeypatch.setattr(SqlStore, "is_empty", lambda *_: True)  # as it was when the second process looked
    with caplog.at_level(logging.INFO, "mock_isales"):
        second = open_app(store)
    assert caplog.messages[-1].startswith(f"{store} holds data")
    assert total_size(second) == 2
    first.state.double.close()
    second.state.double.close()


def test_a_world_that_another_process_has_taken_away_is_made_anew(store: str) -> None:
    app = open_app(store)
    assert [total_size(app), total_size(app)] == [1, 2]
    administering = app.state.double.store.administer("default", ManualClock(), lambda world: world.remove())
    asyncio.run(administering)
    assert total_size(app) == 1
    app.state.double.close()


def test_an_unknown_store_is_named_with_those_that_exist() -> None:
    settings = Settings.model_construct(store="redis://x")
    with pytest.raises(StoreUnavailable, match="unknown store 'redis://x': use memory, sqlite:///FILE, or postg"):
        create_app(settings)


def test_a_configuration_that_the_documents_warn_of_gives_one_warning(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, "mock_isales"):
        create_app(Settings(settings={"calldata_max": 21}))
    (warning,) = caplog.messages
    assert warning.startswith("calldata_max is 21: the documents say that such calls may take over 1 s")


@pytest.mark.parametrize("kind", ["memory", "sqlite"])
def test_a_campaigns_id_has_no_upper_limit_but_the_address_has(kind: str, store: str) -> None:
    told = {"unknown_campaigns": "create", "pace_interval": 0}
    app = create_app(Settings(store="memory" if kind == "memory" else store, settings=told))
    for _ in range(2):
        answer = call(app, "9" * 8000).json()
    assert answer["returnObject"]["totalSize"] == 2
    assert call(app, "0" * 5000 + "1").json()["returnObject"]["totalSize"] == 1
    assert call(app, "9" * 8193).status_code == 414
    app.state.double.close()


@pytest.mark.parametrize(
    ("told", "warning"),
    [
        ({"auth": "c2"}, "--auth c2 without an access key: every call is refused"),
        ({"access_keys": ("a:b",)}, "--access-key without --auth c2: no token is verified"),
        ({"auth": "c2", "access_keys": ("a:b",)}, None),
        ({}, None),
    ],
)
def test_keys_that_make_no_sense_give_a_warning(
    caplog: pytest.LogCaptureFixture, told: dict[str, Any], warning: str | None
) -> None:
    with caplog.at_level(logging.WARNING, "mock_isales"):
        create_app(Settings(**told))
    assert [message.startswith(warning or "") for message in caplog.messages] == ([True] if warning else [])


def test_a_double_that_lies_says_so_once(caplog: pytest.LogCaptureFixture) -> None:
    app = create_app(Settings(lie="skip:ON-CALLEDNO-CHARACTERS"))
    told = "This is not checked: calledNo holds only digits, * and #."
    assert [message for message in caplog.messages if "--lie" in message] == [
        "--lie skip:ON-CALLEDNO-CHARACTERS: what this double answers is not always what the documents say. " + told
    ]
    assert total_size(app) == 1
