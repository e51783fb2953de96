"""Keeps authority and certificate over restarts. Whoever looks sees all of them, or none; private keys are ours alone.

`authority/ca.pem` is what clients trust, `authority/ca.key` its private key: a folder that is renamed into its place
whole, so that of several servers that start at once, one makes it, and all use it. `server.pem` is the server's
certificate with its key: a file that each may replace, since all of them are of the one authority.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import NamedTemporaryFile, mkdtemp

from mock_isales.serving.tls.error import TlsError
from mock_isales.serving.tls.judging import Authority, is_authority

_OURS_ALONE = 0o600


def kept_authority(folder: Path, make: Callable[[], Authority]) -> Authority:
    """The authority of a folder; made if there is none.

    Raises:
        TlsError: The folder cannot be read or written, or what is there cannot be used; clients may trust it, so that
            it is not replaced.
    """
    place = folder / "authority"
    try:
        if not place.exists():
            _make_whole(place, make())
    except OSError as error:
        raise _not_written(folder, error) from None
    authority = Authority(_read(place / "ca.pem"), _read(place / "ca.key"))
    if not is_authority(authority):
        raise TlsError(f"--tls-dir {folder}: what is in {place} is no authority; remove it, and a new one is made")
    return authority


def kept_certificate(folder: Path, is_good: Callable[[str], bool], make: Callable[[], str]) -> str:
    """The server's certificate of a folder, with its key; made anew unless there is a good one.

    Raises:
        TlsError: The folder cannot be read or written.
    """
    path = folder / "server.pem"
    if path.exists():
        kept = _read(path)
        if is_good(kept):
            return kept
    made = make()
    try:
        _replace(path, made)
    except OSError as error:
        raise _not_written(folder, error) from None
    return made


def _make_whole(place: Path, authority: Authority) -> None:
    """Put an authority into its place, unless somebody else has been faster."""
    place.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(mkdtemp(dir=place.parent, prefix=".authority."))
    try:
        _write(draft / "ca.key", authority.key, _OURS_ALONE)
        _write(draft / "ca.pem", authority.certificate, 0o644)
        draft.chmod(0o755)
        draft.rename(place)
    except OSError:
        shutil.rmtree(draft, ignore_errors=True)
        if not place.is_dir():
            raise


def _replace(path: Path, text: str) -> None:
    with NamedTemporaryFile("w", dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        draft = Path(file.name)  # from the first moment for us alone
        try:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
            file.close()
            draft.replace(path)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise


def _write(path: Path, text: str, mode: int) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii", errors="replace")
    except OSError as error:
        raise TlsError(f"--tls-dir: {path} cannot be read: {error.strerror}") from None


def _not_written(folder: Path, error: OSError) -> TlsError:
    reason = "it is there, and is no directory" if isinstance(error, FileExistsError) else error.strerror
    return TlsError(f"--tls-dir {folder} cannot be written: {reason}")
