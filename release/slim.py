"""Makes a virtual environment ready for an image: byte code for all of it, and nothing that does not run.

    python3 release/slim.py /opt/mock-isales mock_isales mock-isales

It needs only the standard library. What remains is the byte code of other packages without their source, which is half
of their size (a traceback still names their files and lines); our own package with both; libraries without the symbols
that debuggers want; and one command.
"""

import compileall
import struct
import sys
from pathlib import Path
from py_compile import PycInvalidationMode

_ELF = b"\x7fELF\x02\x01"
"""An executable or library of 64 bits, the lowest byte first."""

_SECTIONS = 40, "<Q"
_SECTION_COUNTS = 60, "<HH"
_SEGMENTS = 32, "<Q"
_SEGMENT_SIZES = 54, "<HH"
_SEGMENT_PLACE = 8, "<Q"
_SEGMENT_LENGTH = 32, "<Q"


def slim(environment: Path, package: str, command: str) -> None:
    """Make a virtual environment ready.

    Args:
        environment: The virtual environment.
        package: Our own package, which keeps its source.
        command: The one command that is kept.
    """
    for folder in environment.glob("lib/python*/site-packages"):
        for library in folder.rglob("*.so*"):
            library.write_bytes(without_symbols(library.read_bytes()))
        for each in folder.iterdir():
            keep = each.name == package
            if each.is_dir():
                done = compileall.compile_dir(each, legacy=not keep, quiet=1, invalidation_mode=_UNCHECKED)
            else:
                done = compileall.compile_file(each, legacy=True, quiet=1, invalidation_mode=_UNCHECKED)
            if not done:
                sys.exit(f"{each} cannot be compiled")
            if not keep:
                drop_sources(each)
    for script in (environment / "bin").iterdir():
        if script.name != command and not script.name.startswith("python"):
            script.unlink()


_UNCHECKED = PycInvalidationMode.UNCHECKED_HASH
"""Nobody changes the source in an image, so nobody need look whether it has changed."""


def drop_sources(place: Path) -> None:
    """Remove the source of what has byte code beside it, in a folder or a file."""
    for source in [place] if place.is_file() else list(place.rglob("*.py")):
        if source.suffix == ".py" and source.with_suffix(".pyc").exists():
            source.unlink()


def without_symbols(library: bytes) -> bytes:
    """A library up to the end of what the loader maps; what is no ELF of 64 bits stays as it is.

    What stands behind that end is for debuggers and linkers, as is the table of sections, which is then forgotten.
    """
    if not library.startswith(_ELF):
        return library
    (segments,) = _read(_SEGMENTS, library)
    size, count = _read(_SEGMENT_SIZES, library)
    headers = [segments + size * index for index in range(count)]
    ends = [_read(_SEGMENT_PLACE, library, each)[0] + _read(_SEGMENT_LENGTH, library, each)[0] for each in headers]
    kept = bytearray(library[: max(segments + size * count, *ends)])
    struct.pack_into(_SECTIONS[1], kept, _SECTIONS[0], 0)
    struct.pack_into(_SECTION_COUNTS[1], kept, _SECTION_COUNTS[0], 0, 0)
    return bytes(kept)


def _read(field: tuple[int, str], data: bytes, start: int = 0) -> tuple[int, ...]:
    place, kind = field
    numbers: tuple[int, ...] = struct.unpack_from(kind, data, start + place)
    return numbers


if __name__ == "__main__":
    slim(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
