"""Makes a certificate authority and the server's certificate. Imported only with TLS: it takes a tenth of a second."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import trustme

from mock_isales.serving.tls.folder import kept_authority, kept_certificate
from mock_isales.serving.tls.judging import Authority, serves

_BACK = timedelta(days=30)
_AHEAD = timedelta(days=730)
"""Together under 825 days, beyond which Apple's systems take no certificate; backwards for clocks that are behind."""


class Made(NamedTuple):
    """What was made, or kept since it was.

    Attributes:
        pem: The server's certificate with its private key.
        ca_pem: The certificate of the authority.
    """

    pem: str
    ca_pem: str


def made_for(names: list[str], folder: Path | None) -> Made:
    """An authority, and a certificate of it for these names.

    Args:
        names: Names and addresses, as `name_of` has them.
        folder: Where both are kept over restarts; None makes new ones.

    Raises:
        TlsError: The folder cannot be read or written, or what is in it cannot be used.
    """
    now = datetime.now(UTC)
    if folder is None:
        authority = _new_authority()
        return Made(_issue(authority, names, now), authority.certificate)
    authority = kept_authority(folder, _new_authority)
    pem = kept_certificate(
        folder,
        is_good=lambda pem: serves(pem, authority, names, now),
        make=lambda: _issue(authority, names, now),
    )
    return Made(pem, authority.certificate)


def _new_authority() -> Authority:
    ca = trustme.CA(path_length=0, organization_name="mock-isales")
    return Authority(ca.cert_pem.bytes().decode(), ca.private_key_pem.bytes().decode())


def _issue(authority: Authority, names: list[str], now: datetime) -> str:
    ca = trustme.CA.from_pem(authority.certificate.encode(), authority.key.encode())
    made = ca.issue_cert(*names, organization_name="mock-isales", not_before=now - _BACK, not_after=now + _AHEAD)
    return made.private_key_and_cert_chain_pem.bytes().decode()
