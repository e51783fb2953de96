"""Reads seed files."""

from collections.abc import Iterator
from pathlib import Path

from mock_isales.engine.seed_files.checking import Check
from mock_isales.engine.seed_files.json_text import read_json
from mock_isales.engine.seed_files.nodes import Builder, Mapping, Scalar
from mock_isales.engine.seed_files.problems import Malformed, Problem, SeedError
from mock_isales.engine.seed_files.yaml_text import read_yaml
from mock_isales.engine.seeds import MASK, Seed

MAX_BYTES = 64 * 1024 * 1024

_BYTE_ORDER_MARK = "\ufeff"

_HINTS: dict[type[OSError], str] = {
    IsADirectoryError: "Docker makes a folder where the file that is to be mounted is not found",
    PermissionError: "whoever runs the double must be allowed to read it: in its image that is the user 65532",
}
"""What is likely behind a file that cannot be read."""


def read_seed(path: Path) -> Seed:
    """The seed that a file holds.

    Raises:
        SeedError: The file cannot be read, or what it holds is not a seed.
    """
    name = str(path)
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise SeedError(name, [_unreadable(error)]) from None
    if len(content) > MAX_BYTES:
        raise SeedError(name, [Problem(0, "", f"larger than {MAX_BYTES // 1024 // 1024} MiB")])
    try:
        return parse_seed(content.decode(), name)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise SeedError(name, [Problem(line, "", "not UTF-8", "save the file as UTF-8")]) from None


def parse_seed(text: str, name: str) -> Seed:
    """The seed that a text stands for: YAML, or JSON if it begins with `{`.

    Args:
        text: The text.
        name: What messages call it.

    Raises:
        SeedError: The text is not a seed.
    """
    builder = Builder()
    try:
        root = _root(text, builder)
    except Malformed as malformed:
        raise SeedError(name, [*builder.problems, malformed.problem]) from None
    check = Check(root)
    problems = [*builder.problems, *check.problems, *_masked(check.seed)]
    if problems:
        raise SeedError(name, problems)
    return check.seed


def _masked(seed: Seed) -> Iterator[Problem]:
    """Secrets that are not there: the seed was taken out of a snapshot, which shows none."""
    for index, key in enumerate(seed.access_keys):
        if key.sk == MASK:
            what = f"{MASK} stands for a secret that a snapshot does not show"
            yield Problem(0, f"access_keys[{index}].sk", what, "write the secret itself")


def _root(text: str, builder: Builder) -> Mapping:
    if text.startswith(_BYTE_ORDER_MARK):
        raise Malformed(1, "begins with a byte-order mark", "save the file as UTF-8 without it")
    read = read_json if text.lstrip().startswith("{") else read_yaml
    read(text, builder)
    match builder.root:
        case Mapping() as root:
            return root
        case None | Scalar(text="", quoted=False):
            raise Malformed(0, "the file is empty", "the smallest seed is {}")
        case other:
            raise Malformed(other.line, "must be a mapping with the keys settings, readings and vdns")


def _unreadable(error: OSError) -> Problem:
    hint = next((hint for kind, hint in _HINTS.items() if isinstance(error, kind)), "")
    return Problem(0, "", (error.strerror or str(error)).lower(), hint)
