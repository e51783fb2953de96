"""PostgreSQL: whoever is in the way, and a server that goes and comes again."""

import asyncio
import time
from collections.abc import Iterator
from contextlib import closing

import psycopg
import pytest

from mock_isales.engine.decisions import Decision
from mock_isales.engine.journal.entries import Entry
from mock_isales.engine.seeds import Seed
from mock_isales.engine.stores.passwords import without_password
from mock_isales.engine.stores.protocol import StoreUnavailable
from mock_isales.engine.stores.sql import SqlStore
from tests.engine.centre import ACCEPTED, SECOND, Centre, outcome, record, seed_of
from tests.engine.worlds import add_one, kept
from tests.postgresql import Cluster, cluster

DIES_AT_THE_FIRST_COMMIT = (
    "CREATE SEQUENCE deaths",
    """CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF nextval('deaths') = 1 THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF; RETURN NULL; END $$""",
    """CREATE CONSTRAINT TRIGGER dying AFTER INSERT ON record DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION die()""",
)


@pytest.fixture
def own_store(postgresql_url: str) -> Iterator[SqlStore]:
    """A store whose database no other test uses: something may be left in it."""
    with closing(SqlStore(postgresql_url)) as store:
        yield store


@pytest.fixture
def centre(own_store: SqlStore) -> Centre:
    return Centre.opened(own_store, seed_of())


@pytest.fixture
def mortal() -> Iterator[Cluster]:
    """A server that may be stopped: nobody else uses it."""
    with cluster() as made:
        yield made


def test_a_world_that_another_process_holds_is_waited_for_in_vain(centre: Centre, postgresql_url: str) -> None:
    address = postgresql_url.replace("+psycopg", "")
    centre.add(record("1"))
    centre.clock.advance(SECOND)
    with psycopg.connect(address) as connection:
        connection.execute("SELECT pg_advisory_xact_lock(1417701, hashtext('default'))")
        began = time.monotonic()
        decision = centre.add(record("2"))
        assert time.monotonic() - began < 30
    assert outcome(decision) == "0200006 ON-STORING"
    assert decision.refusal is not None
    assert decision.refusal.value == "canceling statement due to lock timeout"
    assert outcome(centre.add(record("2"))) == ACCEPTED
    assert len(centre.records()) == 2


def test_a_server_that_goes_and_comes_again(mortal: Cluster) -> None:
    with mortal.database() as url:
        store = SqlStore(url)
        centre = Centre.opened(store, seed_of())
        assert outcome(centre.add(record("1"))) == ACCEPTED
        mortal.stop()
        centre.clock.advance(SECOND)
        for _ in range(3):
            assert outcome(centre.add(record("2"))) == "0200006 ON-STORING"
            assert outcome(centre.call_from({"1": 1})) == "0200001 CN-STORING"
        assert outcome(centre.add(record("x"))) == "02000002 ON-CALLEDNO-CHARACTERS"
        mortal.start()
        assert outcome(centre.add(record("3"))) == ACCEPTED
        assert [each.record.called[0].called_no for each in centre.records()] == ["1", "3"]
        store.close()


@pytest.mark.parametrize(
    "seed",
    [seed_of(), seed_of(campaign={"pending": 199_999}, settings={"pace_interval": 0})],
    ids=["pace", "cap"],
)
def test_a_refusal_that_rested_on_what_is_lost_with_the_server_does_not_stand(mortal: Cluster, seed: Seed) -> None:
    def stop_once(decision: Decision, _: int | None) -> Entry:
        if not stopped:
            mortal.stop()
            stopped.append(True)
        return kept(decision, None)

    async def use() -> list[str]:
        decisions = await asyncio.gather(*(add_one(centre.world, stop_once) for _ in range(2)))
        return [outcome(each) for each in decisions]

    stopped: list[bool] = []
    with mortal.database() as url:
        store = SqlStore(url)
        centre = Centre.opened(store, seed)
        centre.refresh()
        assert asyncio.run(use()) == ["0200006 ON-STORING"] * 2
        mortal.start()
        assert centre.records() == []
        assert centre.last_call() is None
        store.close()


def test_records_that_may_be_stored_are_not_stored_again(own_store: SqlStore, postgresql_url: str) -> None:
    centre = Centre.opened(own_store, seed_of(settings={"pace_interval": 0}))

    async def add() -> list[str]:
        decisions = await asyncio.gather(centre.adding(record("1")), centre.adding(record("2")))
        return [outcome(each) for each in decisions]

    with psycopg.connect(postgresql_url.replace("+psycopg", ""), autocommit=True) as beside:
        for statement in DIES_AT_THE_FIRST_COMMIT:
            beside.execute(statement)
    assert asyncio.run(add()) == ["0200006 ON-STORING"] * 2
    assert outcome(centre.add(record("3"))) == ACCEPTED
    assert [each.record.called[0].called_no for each in centre.records()] == ["3"]


def test_who_listens_hears_again(mortal: Cluster) -> None:
    async def heard(names: "asyncio.Queue[str]", store: SqlStore) -> None:
        while True:
            try:
                async for name in store.changed():
                    names.put_nowait(name)
            except ConnectionError:
                await asyncio.sleep(0.01)

    async def use(url: str) -> None:
        store, other = SqlStore(url), SqlStore(url)
        names: asyncio.Queue[str] = asyncio.Queue()
        listening = asyncio.ensure_future(heard(names, store))
        async with asyncio.timeout(60):
            assert await names.get() == ""
            await asyncio.to_thread(other.fill, "w", seed_of())
            assert await names.get() == "w"
            await asyncio.to_thread(store.fill, "own", seed_of())  # which is not told
            await asyncio.to_thread(mortal.stop)
            await asyncio.to_thread(mortal.start)
            assert await names.get() == ""
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)
        store.close()
        other.close()

    with mortal.database() as url:
        asyncio.run(use(url))


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("postgresql://double:secret/secret@host/x", "postgresql://double:***@host/x"),
        (
            "postgresql://double@host/x?password=secret&sslmode=require",
            "postgresql://double@host/x?password=***&sslmode=require",
        ),
        ("sqlite:////srv/a:b@c.db", "sqlite:////srv/a:b@c.db"),
    ],
)
def test_an_address_is_told_without_the_password(url: str, told: str) -> None:
    assert without_password(url) == told


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("postgresql+psycopg://double:secret@127.0.0.1:1/x", "Connection refused"),
        ("postgresql://double:secret@127.0.0.1:1/x", "Connection refused"),
        ("postgresql+psycopg2://double:secret@127.0.0.1:1/x", "postgresql+psycopg2 is not supported"),
    ],
)
def test_what_cannot_be_opened_is_told_without_the_password(url: str, why: str) -> None:
    with pytest.raises(StoreUnavailable) as caught:
        SqlStore(url)
    assert why in str(caught.value)
    assert "secret" not in str(caught.value)
    assert "double:***@" in str(caught.value)


def test_a_driver_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mock_isales.engine.stores.postgresql.find_spec", lambda _: None)
    with pytest.raises(StoreUnavailable, match=r"its driver is missing: pip install 'mock-isales\[postgres\]'"):
        SqlStore("postgresql+psycopg://double@127.0.0.1:1/x")


def test_what_the_address_says_of_the_connection_counts(postgresql_url: str) -> None:
    read_only = f"{postgresql_url}?options=-c%20default_transaction_read_only%3Don"
    SqlStore(postgresql_url).close()
    with pytest.raises(StoreUnavailable, match="in a read-only transaction"):
        SqlStore(read_only)
