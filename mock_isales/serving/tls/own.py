"""A certificate of the user's own, with its private key."""

import ssl
from pathlib import Path
from typing import NoReturn

from mock_isales.serving.tls.connections import Context, new_context
from mock_isales.serving.tls.error import TlsError

_MISMATCHES = {"KEY_VALUES_MISMATCH", "KEY_TYPE_MISMATCH", "NO_CERTIFICATE_ASSIGNED"}


class _Encrypted(Exception):  # noqa: N818 - it reads as what it says
    """The key asks for a password, which nobody is there to type."""


def own_certificate(certificate: Path, key: Path) -> Context:
    """A context with a certificate and its key.

    Args:
        certificate: A file in PEM: the certificate, then those between it and the authority.
        key: A file in PEM with the private key, not encrypted; it may be the same file.

    Raises:
        TlsError: A file is missing or cannot be read, or they do not belong together.
    """
    _check_certificate(certificate)
    _read(key, "private key", "PRIVATE KEY-----")
    context = new_context()
    try:
        context.load_cert_chain(certificate, key, password=_refuse)
    except _Encrypted:
        raise TlsError(f"the private key {key} is encrypted, and there is nobody to type its password") from None
    except ssl.SSLError as error:
        if error.reason in _MISMATCHES:
            raise TlsError(f"the private key {key} is not that of the certificate {certificate}") from None
        if error.reason in {None, "PEM lib", "PEM_LIB"}:
            raise TlsError(f"the private key {key} cannot be read: it is damaged, or of an unknown kind") from None
        reason = (error.reason or str(error)).replace("_", " ").lower()
        raise TlsError(f"the certificate {certificate} and the private key {key} cannot be used: {reason}") from None
    except OSError as error:
        raise TlsError(f"the private key {key} cannot be read: {error.strerror}") from None
    return context


def _check_certificate(path: Path) -> None:
    """See whether it can be read on its own, so that it is not said of the key."""
    pem = _read(path, "certificate", "BEGIN CERTIFICATE-----")
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_verify_locations(cadata=pem)
    except ssl.SSLError:
        raise TlsError(f"the certificate {path} cannot be read: it is damaged") from None


def _read(path: Path, what: str, mark: str) -> str:
    try:
        pem = path.read_text(encoding="ascii", errors="replace")
    except OSError as error:
        raise TlsError(f"the {what} {path} cannot be read: {error.strerror}") from None
    if mark not in pem:
        raise TlsError(f"the {what} {path} cannot be read: there is none in it, in PEM")
    return pem


def _refuse() -> NoReturn:
    raise _Encrypted
