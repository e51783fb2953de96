"""Says why a handshake failed, so that whoever reads the log knows what to change."""

import re
import ssl

ENOUGH = 16
"""So many of the first bytes tell what it is that arrived."""

_HANDSHAKE = b"\x16"
_METHOD = re.compile(rb"[A-Z]{3,}([ A-Z].*)?", re.DOTALL)
_TEACHING = (
    (
        re.compile(r"UNSUPPORTED_PROTOCOL|VERSION_TOO_LOW"),
        "the client offers TLS 1.1 or older, and 1.2 is the oldest that is spoken here",
    ),
    (
        re.compile(r"ALERT_UNKNOWN_CA"),
        "the client does not trust the authority of the certificate",
    ),
    (
        re.compile(r"ALERT_.*CERTIFICATE"),
        "the client refuses the certificate: it does not trust its authority, or calls by a name that is not in it",
    ),
    (
        re.compile(r"ALERT_PROTOCOL_VERSION"),
        "the client speaks no version of TLS that is spoken here",
    ),
)


def why_no_handshake(first: bytes, error: ssl.SSLError) -> str:
    """A sentence about a handshake that failed.

    Args:
        first: The first bytes that came, up to `ENOUGH`.
        error: What OpenSSL says.
    """
    if not first.startswith(_HANDSHAKE):
        if _METHOD.fullmatch(first):
            return "plain HTTP was sent to the TLS port, and the connection is closed: the address begins with https://"
        return "what is no TLS was sent to the TLS port, and the connection is closed"
    reason = getattr(error, "reason", None) or ""
    for pattern, sentence in _TEACHING:
        if pattern.search(reason):
            return f"a TLS handshake failed: {sentence} ({_said(reason)})"
    return f"a TLS handshake failed: {_said(reason or str(error))}"


def _said(reason: str) -> str:
    return reason.replace("_", " ").lower()
