"""Operations on a server as a whole."""

from mock_isales.control.forms.probes import Live, Ready, Version
from mock_isales.control.forms.worlds import WorldList
from mock_isales.testing.sent import Sent, a, path


def live() -> Sent[Live]:
    """Whether the process answers."""
    return Sent("GET", path("live"), a(Live))


def ready() -> Sent[Ready]:
    """Whether the double can do its work."""
    return Sent("GET", path("ready"), a(Ready))


def ca_pem() -> Sent[str]:
    """The authority that clients are to trust, in PEM."""
    return Sent("GET", path("ca.pem"), bytes.decode)


def version() -> Sent[Version]:
    """Which double it is, and what it takes by default."""
    return Sent("GET", path("version"), a(Version))


def worlds() -> Sent[WorldList]:
    """All worlds."""
    return Sent("GET", path("worlds"), a(WorldList))
