"""`mock-isales report`."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar, get_args

from mock_isales.cli.controlling import Failed, Server, note, say, world_of
from mock_isales.cli.failing import told
from mock_isales.engine.report.formats.catalogue import WRITERS
from mock_isales.engine.report.forms import LanguageCode
from mock_isales.engine.seed_files.wording import nearest

T = TypeVar("T", bound=str)

_FOUND = 1
"""The exit status when something is wrong with the client."""


def report(  # noqa: PLR0913 - what to report on, and how
    server: Server, name: str, form: str, language: str, out: Path | None, *, exit_zero: bool
) -> None:
    """Print a report on the client of a world, or write it to a file; the exit status says whether it fails."""
    with told(Failed):
        write = WRITERS[_one_of("--format", form, WRITERS)]
        spoken: LanguageCode = _one_of("--language", language, get_args(LanguageCode))
    with world_of(server, name) as world:
        made = world.report(spoken)
        _write(write(made), out)
    if out is not None:
        note(f"findings: {len(made.findings)}, in {out}")
    if made.fails and not exit_zero:
        sys.exit(_FOUND)


def _one_of(flag: str, given: str, known: Iterable[T]) -> T:
    """The known word that is given.

    Raises:
        Failed: It is none of them.
    """
    words = list(known)
    for each in words:
        if each == given:
            return each
    close = nearest(given[:60], words)
    meant = f"; did you mean {close}?" if close else ""
    raise Failed(f"{flag} {given}: must be one of {', '.join(words)}{meant}")


def _write(text: str, out: Path | None) -> None:
    """Write a report.

    Raises:
        Failed: The file cannot be written.
    """
    if out is None:
        say(text.removesuffix("\n"))
        return
    try:
        out.write_text(text, encoding="utf-8")
    except OSError as error:
        raise Failed(f"--out {out}: {error.strerror or error}") from error
