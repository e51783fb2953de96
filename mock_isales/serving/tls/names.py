"""The names that a certificate is for. Imported only with TLS."""

import re
from ipaddress import ip_address

import idna

from mock_isales.serving.tls.error import TlsError

_NAME = re.compile(r"(\*\.)?[^*]+")


def name_of(text: str) -> str:
    """A host's name or address as a certificate has it: an address in its short form, a name in ASCII.

    Args:
        text: `mock.example.test`, `*.example.test`, `10.0.0.7`, `fd00::7`, or that in square brackets.

    Raises:
        TlsError: It is none.
    """
    bare = text.strip().removesuffix(".")
    address = bare[1:-1] if bare.startswith("[") and bare.endswith("]") else bare
    try:
        return str(ip_address(address.partition("%")[0]))
    except ValueError:
        pass
    if not _NAME.fullmatch(bare):
        raise _none(text)
    star, name = ("*.", bare[2:]) if bare.startswith("*.") else ("", bare)
    try:
        return star + idna.encode(name, uts46=True).decode()
    except idna.IDNAError:
        raise _none(text) from None


def is_name(text: str) -> bool:
    """Whether a certificate can be for it."""
    try:
        name_of(text)
    except TlsError:
        return False
    return True


def _none(text: str) -> TlsError:
    return TlsError(f"--tls-name {text}: must be a host's name (letters, digits, hyphens, dots) or an address")
