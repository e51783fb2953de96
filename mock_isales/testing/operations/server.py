"""Operations on a server as a whole."""

from mock_isales.control.forms.contract import ContractView
from mock_isales.control.forms.probes import Live, Ready, Version
from mock_isales.control.forms.worlds import WorldList
from mock_isales.testing.operations.journal import Spoken
from mock_isales.testing.sent import Sent, a, path, with_query


def live() -> Sent[Live]:
    """Whether the process answers."""
    return Sent("GET", path("live"), a(Live))


def ready() -> Sent[Ready]:
    """Whether the double can do its work."""
    return Sent("GET", path("ready"), a(Ready))


def ca_pem() -> Sent[str]:
    """The authority that clients are to trust, in PEM."""
    return Sent("GET", path("ca.pem"), bytes.decode)


def metrics() -> Sent[str]:
    """Its metrics, in the text format of Prometheus."""
    return Sent("GET", path("metrics"), bytes.decode)


def version() -> Sent[Version]:
    """Which double it is, and what it takes by default."""
    return Sent("GET", path("version"), a(Version))


def contract(language: Spoken) -> Sent[ContractView]:
    """What the documents say."""
    return Sent("GET", with_query(path("contract"), {"language": language}), a(ContractView))


def worlds() -> Sent[WorldList]:
    """All worlds."""
    return Sent("GET", path("worlds"), a(WorldList))
