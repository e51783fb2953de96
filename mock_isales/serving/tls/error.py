"""What ends a server that cannot speak TLS as it was told."""


class TlsError(Exception):
    """The server cannot speak TLS as it was told to; the message is one line, and names the flag or the file."""
