"""The tables are made, and brought up to date, by Alembic: what a database of an older program holds is kept."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from alembic.autogenerate import compare_metadata
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, create_engine, text

from mock_isales.engine.stores.migrations.migrating import scripts
from mock_isales.engine.stores.protocol import StoreUnavailable
from mock_isales.engine.stores.sql import SqlStore
from mock_isales.engine.stores.sql_schema import REVISION
from mock_isales.engine.stores.sql_tables import StoreTable
from tests.engine.centre import Centre, record, seed_of

WORLD = "INSERT INTO world (key, name, last_data_id) VALUES (1, 'default', 42)"
SEED = 'INSERT INTO seed VALUES (1, \'{"vdns": [{"id": 1, "campaigns": [{"id": "1001"}]}]}\', {no}, \'{{}}\')'
CAMPAIGN = (
    "INSERT INTO campaign VALUES (1, 1, 1, '1001', 'Old', 'running', 'predicted', 'none', 'none', 7, 7, 7, 0, NULL)"
)


@pytest.fixture(params=["url", "postgresql_url"], ids=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str:
    url: str = request.getfixturevalue(request.param)
    return url


@contextmanager
def connected(url: str) -> Iterator[Connection]:
    engine = create_engine(url)
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def make_old(connection: Connection) -> None:
    """What a program wrote that counted its versions itself."""
    (first,) = [each for each in scripts().walk_revisions() if each.down_revision is None]
    first.module.upgrade(Operations(MigrationContext.configure(connection)))
    no = "false" if connection.dialect.name == "postgresql" else "0"
    old = ("INSERT INTO mock_isales VALUES ('version', '2')", WORLD, SEED.replace("{no}", no), CAMPAIGN)
    for statement in old:
        connection.execute(text(statement.replace("{{}}", "{}").replace(":", "\\:")))


def test_what_alembic_makes_are_the_tables(database: str) -> None:
    SqlStore(database).close()
    with connected(database) as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, StoreTable.metadata) == []
        assert context.get_current_heads() == (REVISION,)
    assert scripts().get_current_head() == REVISION


def test_a_database_of_an_older_program_is_brought_up_to_date(database: str) -> None:
    with connected(database) as connection:
        make_old(connection)
    store = SqlStore(database)
    centre = Centre.opened(store, seed_of())
    campaign = centre.campaign()
    assert campaign is not None
    assert (campaign.name, campaign.incomplete_records) == ("Old", 7)
    assert centre.add(record("1")).added
    store.close()
    with connected(database) as connection:
        assert compare_metadata(MigrationContext.configure(connection), StoreTable.metadata) == []
        assert connection.execute(text("SELECT count(*) FROM mock_isales")).scalar() == 0


def test_a_newer_database_is_refused_and_left_as_it_is(database: str) -> None:
    SqlStore(database).close()
    with connected(database) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0099'"))
    with pytest.raises(StoreUnavailable, match=r"a newer mock-isales has made it \(version 0099 of its tables"):
        SqlStore(database)
    with connected(database) as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == "0099"


def test_a_step_that_fails_leaves_the_old_database(url: str) -> None:
    with connected(url) as connection:
        make_old(connection)
        connection.execute(text("CREATE TABLE entry (id INTEGER)"))  # the second step makes that, too
    with pytest.raises(StoreUnavailable, match="table entry already exists"):
        SqlStore(url)
    with connected(url) as connection:
        connection.execute(text("DROP TABLE entry"))
    store = SqlStore(url)
    assert store.worlds() == ["default"]
    store.close()


def test_many_that_start_at_once_make_the_tables_once(postgresql_url: str) -> None:
    async def open_all() -> list[SqlStore]:
        return await asyncio.gather(*(asyncio.to_thread(SqlStore, postgresql_url) for _ in range(5)))

    stores = asyncio.run(open_all())
    for store in stores:
        assert store.worlds() == []
        store.close()
