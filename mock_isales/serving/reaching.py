"""How a server is reached by those whom this process starts it for: a test suite, or a child."""

import os
import weakref
from contextlib import ExitStack
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import NamedTuple

from mock_isales.environment import to_call
from mock_isales.serving.running import Ready
from mock_isales.settings import Settings


class Reached(NamedTuple):
    """How a server is reached.

    Attributes:
        url: Its address.
        token: What `/_mock` asks for; None where it asks for nothing.
        ca: The file with the authority that clients are to trust, from whatever directory they call: of one's own
            certificate that itself, since who signed it is not known here. None without TLS.
    """

    url: str
    token: str | None
    ca: Path | None


def reached_by(settings: Settings, ready: Ready, ending: ExitStack) -> Reached:
    """How a server is reached.

    Args:
        settings: What it was told.
        ready: What there is to say of it.
        ending: Lets go of a file that is made for that, once nobody reaches the server any more.
    """
    return Reached(to_call(ready.url), ready.control_token, _ca(settings, ready.ca_pem, ending))


def _ca(settings: Settings, ca_pem: str | None, ending: ExitStack) -> Path | None:
    if ca_pem is None:
        return settings.tls_cert and settings.tls_cert.absolute()
    if settings.tls_ca_out is not None:
        return settings.tls_ca_out.absolute()
    folder = _PassingFolder()
    ending.callback(folder.remove)
    file = folder.path / "ca.pem"
    file.write_text(ca_pem, encoding="ascii")
    return file


class _PassingFolder:
    """A temporary directory that ends with the process that made it, at the latest; no child's end is its own."""

    def __init__(self) -> None:
        self.path = Path(mkdtemp(prefix="mock-isales-"))
        self._finalizer = weakref.finalize(self, _remove, self.path, os.getpid())

    def remove(self) -> None:
        self._finalizer()


def _remove(folder: Path, maker: int) -> None:
    """Remove it, unless a child that was forked from its maker is asked to."""
    if os.getpid() == maker:
        rmtree(folder, ignore_errors=True)
