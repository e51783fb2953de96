"""Seeds as tests say them, and what they say of settings and readings."""

from collections.abc import Iterable, Mapping
from os import PathLike
from pathlib import Path
from typing import Any

from mock_isales.engine.seed_files.reading import read_seed
from mock_isales.engine.seeds import Seed
from mock_isales.testing.operations.worlds import SeedSaid
from mock_isales.testing.plugin.failing import BadSetup
from mock_isales.testing.printable import printable

_LONGEST_PATH = 300


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


def with_terms(seed: SeedSaid, kind: str, below: Mapping[str, Any], above: Mapping[str, Any]) -> SeedSaid:
    """A seed that says more, so that a reset of its world does not forget that.

    Args:
        seed: The seed.
        kind: What is said more of: `settings`, or `readings`.
        below: What counts where the seed says nothing. None says nothing, here and above.
        above: What counts whatever the seed says.
    """
    plain = seed.model_dump(mode="json", exclude_unset=True) if isinstance(seed, Seed) else dict(seed)
    own = plain.get(kind, {})
    if not isinstance(own, Mapping):
        return seed  # the server says what is wrong with that
    terms = {**meant(below), **own, **meant(above)}
    return {**plain, kind: terms} if terms else seed


def meant(terms: Mapping[str, Any]) -> dict[str, Any]:
    """What is said of settings, or readings, without those of which None is said."""
    return {name: value for name, value in terms.items() if value is not None}


def _found(path: Path, folders: Iterable[Path]) -> Path:
    tried = list(dict.fromkeys(folder / path for folder in folders))
    for file in tried:
        if _is_file(file):
            return file
    raise BadSetup(f"there is no seed file {' nor '.join(printable(str(file), _LONGEST_PATH) for file in tried)}")


def _is_file(path: Path) -> bool:
    """Whether there is such a file: what is too long for a path is none."""
    try:
        return path.is_file()
    except OSError:
        return False
