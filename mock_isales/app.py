"""The one place where the parts meet: a store, its worlds, the documented wire, the control interface."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from importlib import import_module
from pathlib import Path
from secrets import token_urlsafe
from typing import TYPE_CHECKING

from fastapi import FastAPI
from starlette.types import ASGIApp

from mock_isales import __version__
from mock_isales.api import docs_page, errors, openapi
from mock_isales.api.application import Application
from mock_isales.api.doors import Doors
from mock_isales.api.routes import routes_of
from mock_isales.double import Double
from mock_isales.engine.demo import demo_seed
from mock_isales.engine.registry import Worlds
from mock_isales.engine.seeds import Seed
from mock_isales.engine.served import DOCUMENTED, Served
from mock_isales.engine.stores.memory import MemoryStore
from mock_isales.engine.stores.passwords import without_password
from mock_isales.engine.stores.protocol import Store, StoreFailure, StoreUnavailable
from mock_isales.engine.worlds import DEFAULT_WORLD
from mock_isales.host_clock import HostClock
from mock_isales.settings import NO_TOKEN, Settings

if TYPE_CHECKING:  # it is imported where coverage is counted: few servers in CI do
    from mock_isales.engine.coverage.coverage import ServerCoverage

logger = logging.getLogger("mock_isales")


def create_app(settings: Settings, ca_pem: str | None = None, seed: Seed | None = None) -> FastAPI:
    """A server of its own, which knows nothing of others in the same process.

    Calls of the documented interfaces go straight to their endpoints: a middleware that is added does not see them.

    Args:
        settings: What it is told.
        ca_pem: The authority that its clients are to trust, in PEM, to be handed out; None if there is none.
        seed: What it is filled with, instead of what a seed file says.

    Raises:
        StoreUnavailable: The store is unknown, or cannot be opened or filled.
        SeedError: The seed file is bad.
    """
    return assemble(open_double(settings, ca_pem, seed))


def double_of(app: FastAPI) -> Double:
    """The double that an app serves."""
    double: Double = app.state.double
    return double


def assemble(double: Double) -> FastAPI:
    """The server of an open double, which is closed when the server's lifespan ends."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        following = asyncio.ensure_future(double.worlds.follow())
        yield
        following.cancel()
        await asyncio.gather(following, return_exceptions=True)
        double.close()

    app = Application(
        routes_of(double.settings, double.worlds.served.interfaces),
        double.worlds,
        title="CC-iSales, as mock-isales imitates it",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=lifespan,
    )
    app.state.double = double
    app.add_middleware(Doors, worlds=double.worlds, control=cache(lambda: control_app(double)))
    errors.install(app)
    openapi.install(app, double.default_terms, double.settings.auth)
    docs_page.install(app, "the documented interfaces", docs_page.SHOWS_WHO_CALLS)
    return app


def control_app(double: Double) -> ASGIApp:
    """What answers under `/_mock`. It is imported and built when it is first called: few servers in CI need it."""
    made: ASGIApp = import_module("mock_isales.control.app").control_app(double)
    return made


def open_double(
    settings: Settings, ca_pem: str | None = None, seed: Seed | None = None, *, is_filled: bool = False
) -> Double:
    """Open the store and fill its default world with the seed, unless it holds data already.

    Args:
        settings: What the server is told.
        ca_pem: The authority that its clients are to trust, in PEM; None if there is none.
        seed: What it is filled with, instead of what a seed file says.
        is_filled: Whether another process has seen to that, and told of it.

    Raises:
        StoreUnavailable, SeedError: As `create_app` does.
    """
    store = open_store(settings.store)
    coverage = _coverage() if settings.coverage else None
    try:
        if seed is None:
            seed = demo_seed() if (file := settings.seed_file) is None else seed_of(file)
        if is_filled:
            store.fill(DEFAULT_WORLD, seed)
        else:
            _fill(store, seed, settings)
        told = store, seed, settings.terms, HostClock(), settings.limits(), coverage, _served(settings)
        worlds = _kind_of_worlds(store)(*told)
        worlds.open_kept()
    except StoreFailure as failure:
        store.close()
        raise StoreUnavailable(
            f"The store {without_password(settings.store)} cannot be filled: {failure}."
        ) from failure
    except BaseException:
        store.close()
        raise
    double = Double(store, worlds, settings, control_token(settings), ca_pem)
    if double.default_terms.service.slow_batches:
        logger.warning(
            "calldata_max is %d: the documents say that such calls may take over 1 s; they recommend at most 2000, "
            "with uncomplate_count off",
            double.default_terms.service.calldata_max,
        )
    _warn_of_keys(double)
    return double


def _kind_of_worlds(store: Store) -> type[Worlds]:
    """What keeps the worlds of a store. What shares them is imported where a store is shared."""
    if not store.is_shared:
        return Worlds
    shared: type[Worlds] = import_module("mock_isales.engine.shared.registry").SharedWorlds
    return shared


def _coverage() -> "ServerCoverage":
    """What counts coverage. It is imported where a server is to count it."""
    coverage: ServerCoverage = import_module("mock_isales.engine.coverage.coverage").ServerCoverage()
    return coverage


def _served(settings: Settings) -> Served:
    """What the documents say; or what a lie makes of it, which the log then tells."""
    lie = settings.lying()
    if lie is None:
        return DOCUMENTED
    logger.warning(
        "--lie %s: what this double answers is not always what the documents say. %s", lie.name, lie.sentence.english
    )
    return lie.served()


def _warn_of_keys(double: Double) -> None:
    """Say what keys do that nobody asks for, and that nobody can call without any."""
    auth = double.settings.auth
    if auth == "c2" and not double.default_terms.access_keys:
        logger.warning(
            "--auth c2 without an access key: every call is refused; say --access-key AK:SK, or access_keys in the seed"
        )
    if auth != "c2" and double.settings.access_keys:
        logger.warning("--access-key without --auth c2: no token is verified")


def open_store(name: str) -> Store:
    """The store of a name: `memory`, `sqlite:///FILE`, or `postgresql+psycopg://USER:PASSWORD@HOST/DATABASE`.

    The SQL libraries are imported when a store asks for them: what CI starts thousands of times is the memory store.
    """
    if name == "memory":
        return MemoryStore()
    if name.startswith(("sqlite", "postgresql")):
        store: Store = import_module("mock_isales.engine.stores.sql").SqlStore(name)
        return store
    raise StoreUnavailable(f"unknown store {name!r}: use memory, sqlite:///FILE, or postgresql+psycopg://HOST/DATABASE")


def seed_of(path: Path) -> Seed:
    """The seed in a file. What reads such files is imported when there is one.

    Raises:
        SeedError: The file is bad.
    """
    seed: Seed = import_module("mock_isales.engine.seed_files.reading").read_seed(path)
    return seed


def control_token(settings: Settings) -> str | None:
    """What `/_mock` asks for: nothing on loopback or when it is off, else what was told, else a new token."""
    if settings.is_local or settings.control_token == NO_TOKEN:
        return None
    return settings.control_token or token_urlsafe()


def _fill(store: Store, seed: Seed, settings: Settings) -> None:
    """Fill the default world, if it is empty or all is to start over."""
    name = without_password(settings.store)
    if store.fill(DEFAULT_WORLD, seed, start_over=settings.reseed):
        campaigns = sum(len(vdn.campaigns) for vdn in seed.vdns)
        source = "the demo seed" if settings.seed_file is None else str(settings.seed_file)
        logger.info("%s filled from %s: VDNs %d, campaigns %d", name, source, len(seed.vdns), campaigns)
    else:
        logger.info("%s holds data: its default world stays as it is (--reseed starts over)", name)
