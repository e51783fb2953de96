"""Whether what was kept can still be used. Imported only with TLS."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import load_pem_private_key

_SOON = timedelta(days=30)


class Authority(NamedTuple):
    """A certificate authority.

    Attributes:
        certificate: What clients trust, in PEM.
        key: Its private key, in PEM.
    """

    certificate: str
    key: str


def is_authority(authority: Authority) -> bool:
    """Whether certificate and key can be read, and belong together."""
    try:
        return _belong_together(_certificate(authority.certificate), authority.key)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        return False


def serves(pem: str, authority: Authority, names: Iterable[str], now: datetime) -> bool:
    """Whether a server's certificate is of this authority, for these names and no others, and does not expire soon.

    Args:
        pem: The certificate with its private key.
        authority: The authority that clients trust.
        names: What it is to be for, as `name_of` has them.
        now: The time, with its zone.
    """
    try:
        certificate = _certificate(pem)
        certificate.verify_directly_issued_by(_certificate(authority.certificate))
        return (
            _belong_together(certificate, pem)
            and _names_of(certificate) == set(names)
            and certificate.not_valid_before_utc <= now < certificate.not_valid_after_utc - _SOON
        )
    except (ValueError, TypeError, UnsupportedAlgorithm, InvalidSignature, x509.ExtensionNotFound):
        return False


def _certificate(pem: str) -> x509.Certificate:
    return x509.load_pem_x509_certificate(pem.encode())


def _belong_together(certificate: x509.Certificate, key: str) -> bool:
    return load_pem_private_key(key.encode(), password=None).public_key() == certificate.public_key()


def _names_of(certificate: x509.Certificate) -> set[str]:
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    return {*names.get_values_for_type(x509.DNSName), *map(str, names.get_values_for_type(x509.IPAddress))}
