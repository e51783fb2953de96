"""Whether a server with a certificate of one's own is trusted by those who are told whom to trust."""

import socket
import ssl
from pathlib import Path
from urllib.parse import urlsplit

from mock_isales.serving.reaching import Reached
from mock_isales.testing.addressing import trusting
from mock_isales.testing.errors import CannotStart

_PATIENCE = 10.0


def refuse_untrusted(reached: Reached, certificate: Path) -> None:
    """Try whether clients would trust a server.

    Args:
        reached: How it is reached.
        certificate: The file with its certificate.

    Raises:
        CannotStart: They would not; the message says what to say instead.
    """
    url, _, ca = reached
    address = urlsplit(url)
    try:
        trust = ssl.create_default_context() if ca is None else trusting(ca)
    except ValueError as error:
        raise CannotStart(str(error)) from error
    try:
        with (
            socket.create_connection((address.hostname, address.port), _PATIENCE) as plain,
            trust.wrap_socket(plain, server_hostname=address.hostname),
        ):
            pass
    except ssl.SSLCertVerificationError as error:
        why = error.verify_message.rstrip(".")
        advice = f"say as ca the file of the authority that signed it, and use one that is for {address.hostname}"
        raise CannotStart(f"who trusts {ca} does not trust {certificate} at {url} ({why}): {advice}") from error
    except OSError as error:
        raise CannotStart(f"{url} cannot be called: {error.strerror or error}") from error
