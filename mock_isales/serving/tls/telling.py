"""What the server speaks TLS with, as it was told: its own certificate, or one that is made for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module

from mock_isales.options import OPTIONS
from mock_isales.serving.tls.connections import Context, context_of
from mock_isales.serving.tls.error import TlsError
from mock_isales.serving.tls.own import own_certificate
from mock_isales.settings import Settings

_USUAL_NAMES = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Tls:
    """What the server speaks TLS with.

    Attributes:
        context: What wraps its connections.
        ca_pem: The certificate of the authority that clients are to trust, in PEM; None with one's own certificate.
    """

    context: Context
    ca_pem: str | None


def tls_of(settings: Settings) -> Tls | None:
    """What the server was told of TLS; None if it is to speak plain HTTP.

    The libraries that make certificates are imported when one is to be made: few servers in CI need them.

    Raises:
        TlsError: What was told makes no sense, or a file or directory cannot be used.
    """
    _refuse_what_makes_no_sense(settings)
    if not settings.tls:
        return None
    if settings.tls_cert is not None and settings.tls_key is not None:
        return Tls(own_certificate(settings.tls_cert, settings.tls_key), None)
    made = import_module("mock_isales.serving.tls.making").made_for(_names(settings), settings.tls_dir)
    return Tls(context_of(made.pem), made.ca_pem)


def _names(settings: Settings) -> Sequence[str]:
    """What the certificate is for: the given names come first, since they are refused if they are none."""
    names = import_module("mock_isales.serving.tls.names")
    given = [names.name_of(name) for name in settings.tls_name]
    usual = [*_USUAL_NAMES, settings.host]
    return sorted({*given, *(names.name_of(name) for name in usual if names.is_name(name))})


def _refuse_what_makes_no_sense(settings: Settings) -> None:
    told = {name for name in OPTIONS if name.startswith("tls") and getattr(settings, name)}
    if told and "tls" not in told:
        raise TlsError(f"{_flags(told)} without --tls: nothing would be encrypted; add --tls")
    own = told & {"tls_cert", "tls_key"}
    if len(own) == 1:
        missing = {"tls_cert", "tls_key"} - own
        raise TlsError(f"{_flags(own)} without {_flags(missing)}: a certificate is used with its private key")
    made = told - own - {"tls"}
    if own and made:
        raise TlsError(f"{_flags(made)} with --tls-cert: only a certificate that is made here can be told so")


def _flags(names: Iterable[str]) -> str:
    return " and ".join(option.flag for option in OPTIONS.values() if option.name in names)
