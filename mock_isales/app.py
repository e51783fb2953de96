"""The one place where the parts meet: a store, a world, the documented wire."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from importlib import import_module

from fastapi import FastAPI

from mock_isales import __version__
from mock_isales.api import docs_page, openapi, problems
from mock_isales.api.routes import documented_routes
from mock_isales.engine.seed_files import demo_seed, read_seed
from mock_isales.engine.stores.memory import MemoryStore
from mock_isales.engine.stores.protocol import Store, StoreFailure, StoreUnavailable
from mock_isales.engine.worlds import DEFAULT_WORLD, World
from mock_isales.host_clock import HostClock
from mock_isales.settings import Settings

logger = logging.getLogger("mock_isales")


@dataclass(frozen=True, slots=True)
class Double:
    """A whole double: its store and the world in it."""

    store: Store
    world: World

    def close(self) -> None:
        """Let go of what the store holds open."""
        self.store.close()


def create_app(settings: Settings) -> FastAPI:
    """A server of its own, which knows nothing of others in the same process.

    Raises:
        StoreUnavailable: The store is unknown, or cannot be opened or filled.
        SeedError: The seed file is bad.
    """
    return assemble(open_double(settings), settings.max_body)


def assemble(double: Double, max_body: int) -> FastAPI:
    """The server of an open double.

    Args:
        double: Its store and world; closed when the server's lifespan ends.
        max_body: The most bytes of a body.
    """

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        double.close()

    app = FastAPI(
        title="CC-iSales, as mock-isales imitates it",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=lifespan,
    )
    app.state.double = double
    app.include_router(documented_routes(double.world, max_body))
    problems.install(app)
    openapi.install(app, double.world.terms)
    docs_page.install(app)
    return app


def open_double(settings: Settings) -> Double:
    """Open the store and fill it with the seed, unless it holds data already."""
    store = open_store(settings.store)
    try:
        _fill(store, settings)
        terms = settings.terms(store.seeded(DEFAULT_WORLD))
    except StoreFailure as failure:
        store.close()
        raise StoreUnavailable(f"The store {settings.store} cannot be filled: {failure}.") from failure
    except BaseException:
        store.close()
        raise
    if terms.service.slow_batches:
        logger.warning(
            "calldata_max is %d: the documents say that such calls may take over 1 s; they recommend at most 2000, "
            "with uncomplate_count off",
            terms.service.calldata_max,
        )
    return Double(store, World(DEFAULT_WORLD, terms, store, HostClock()))


def open_store(name: str) -> Store:
    """The store of a name: `memory`, or `sqlite:///FILE`.

    The SQL libraries are imported when a store asks for them: what CI starts thousands of times is the memory store.
    """
    if name == "memory":
        return MemoryStore()
    if name.startswith("sqlite"):
        store: Store = import_module("mock_isales.engine.stores.sql").SqlStore(name)
        return store
    raise StoreUnavailable(f"unknown store {name!r}: use memory, or sqlite:///FILE")


def _fill(store: Store, settings: Settings) -> None:
    """Fill a store that is empty or to be filled anew. The seed is read first: a bad one costs no data."""
    if settings.reseed or store.is_empty(DEFAULT_WORLD):
        seed = demo_seed() if settings.seed is None else read_seed(settings.seed)
        if store.fill(DEFAULT_WORLD, seed, replace=settings.reseed):
            campaigns = sum(len(vdn.campaigns) for vdn in seed.vdns)
            source = "the demo seed" if settings.seed is None else str(settings.seed)
            logger.info("%s filled from %s: VDNs %d, campaigns %d", settings.store, source, len(seed.vdns), campaigns)
            return
    logger.info("%s holds data: the seed is left aside (--reseed starts over)", settings.store)
