"""The file that tells clients whom to trust."""

from pathlib import Path
from tempfile import NamedTemporaryFile

from mock_isales.serving.tls.error import TlsError


class CaFile:
    """A file with the certificate of the authority. It stays when the server ends: clients may hold its path.

    Raises:
        TlsError: There is something else at the path, or it cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            if path.exists() and not path.is_file():
                raise TlsError(f"--tls-ca-out {path} cannot be written: it is there, and is no file")
            NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.").close()
        except OSError as error:
            raise self._failure(error) from None

    def write(self, ca_pem: str) -> None:
        """Write it, all at once: whoever sees the file can read it.

        Raises:
            TlsError: It cannot be written.
        """
        try:
            with NamedTemporaryFile("w", dir=self._path.parent, prefix=f".{self._path.name}.", delete=False) as file:
                file.write(ca_pem)
            Path(file.name).chmod(0o644)
            Path(file.name).replace(self._path)
        except OSError as error:
            raise self._failure(error) from None

    def _failure(self, error: OSError) -> TlsError:
        return TlsError(f"--tls-ca-out {self._path} cannot be written: {error.strerror}")
