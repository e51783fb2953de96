"""The port file: tells a script that started the server where it listens, once it does."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile


class PortFileError(Exception):
    """The port cannot be written to the file; the message names it."""


class PortFile:
    """A file that holds the port while the server accepts calls.

    A file that an earlier server has left behind is removed at once, so that nobody takes its port for ours.

    Raises:
        PortFileError: There is something else at the path, or it cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._written: os.stat_result | None = None
        if path.exists() and not path.is_file():
            raise PortFileError(f"the port file {path} cannot be written: it is there, and is no file")
        try:
            path.unlink(missing_ok=True)
            NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.").close()
        except OSError as error:
            raise self._failure(error) from None

    def write(self, port: int) -> None:
        """Write the port, all at once: whoever sees the file can read it."""
        try:
            with NamedTemporaryFile("w", dir=self._path.parent, prefix=f".{self._path.name}.", delete=False) as file:
                file.write(f"{port}\n")
                self._written = os.fstat(file.fileno())
            Path(file.name).chmod(0o644)
            Path(file.name).replace(self._path)
        except OSError as error:
            raise self._failure(error) from None

    def remove(self) -> None:
        """Remove the file, unless another server has written its own since."""
        try:
            ours = self._written is not None and os.path.samestat(self._written, self._path.stat())
        except OSError:
            return
        if ours:
            self._path.unlink(missing_ok=True)

    def _failure(self, error: OSError) -> PortFileError:
        return PortFileError(f"the port file {self._path} cannot be written: {error.strerror}")
