"""Seeds as tests say them, and what they say of settings and readings."""

from collections.abc import Iterable, Mapping
from os import PathLike
from pathlib import Path
from typing import Any

from mock_isales.engine.seed_files import read_seed
from mock_isales.engine.seeds import Seed
from mock_isales.testing.operations.worlds import SeedSaid
from mock_isales.testing.plugin.failing import BadSetup


def seed_said(said: object, folders: Iterable[Path]) -> SeedSaid | None:
    """The seed that is said; None if none is. A mapping is judged by the server.

    Args:
        said: What is said.
        folders: Where a file is looked for whose path is relative.

    Raises:
        BadSetup: It is no seed, or there is no such file.
        SeedError: What the file holds is none.
    """
    match said:
        case None | Seed() | Mapping():
            return said
        case str() | PathLike():
            return read_seed(_found(Path(said), folders))
    raise BadSetup("seed must be a seed as a mapping, or the path of a seed file")


def terms_in(seed: SeedSaid | None, kind: str) -> dict[str, Any]:
    """The settings, or the readings, that a seed says."""
    plain = seed.model_dump(mode="json", exclude_unset=True) if isinstance(seed, Seed) else seed or {}
    terms = plain.get(kind)
    return dict(terms) if isinstance(terms, Mapping) else {}


def _found(path: Path, folders: Iterable[Path]) -> Path:
    tried = list(dict.fromkeys(folder / path for folder in folders))
    for file in tried:
        if file.is_file():
            return file
    raise BadSetup(f"there is no seed file {' nor '.join(map(str, tried))}")
