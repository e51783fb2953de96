"""What the environment says beside the server's settings: to those who call a server, and what a child inherits.

It imports next to nothing: who only wants to know whether a server is ready does not wait for its settings.
"""

import os
import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from mock_isales.options import OPTIONS, PREFIX
from mock_isales.variables import CA, CONTROL_TOKEN, URL

_INJECTED_NAME = re.compile(r"(.+_)?(SERVICE_(HOST|PORT)(_.+)?|PORT_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)")
_INJECTED_ADDRESS = re.compile(r"(tcp|udp|sctp)://.*")
_ON = {"1", "on", "t", "true", "y", "yes"}
_ANY = {"//0.0.0.0:": "//127.0.0.1:", "//[::]:": "//[::1]:"}
"""How this machine calls a server that listens at any of its addresses."""


class ClientEnvironment(NamedTuple):
    """What the environment tells those who call a running server.

    Attributes:
        url: Its address.
        token: What it asks for beyond loopback.
        ca: A file with the authority that is trusted over HTTPS.
    """

    url: str | None
    token: str | None
    ca: str | None


def client_environment() -> ClientEnvironment:
    """Read what the environment tells those who call a running server; what is empty says nothing."""
    return ClientEnvironment(*(os.environ.get(name) or None for name in (URL, CONTROL_TOKEN, CA)))


def told_to_server(names: Iterable[str]) -> dict[str, str]:
    """What the environment tells a server, by the variables' names in capitals, which it may have in any case.

    What is empty, or was not meant for the server, tells nothing.

    Args:
        names: The variables that are asked for.
    """
    wanted = frozenset(names)
    return {
        name.upper(): value
        for name, value in os.environ.items()
        if value and name.upper() in wanted and not is_injected(name, value)
    }


def own_url() -> str:
    """Where a server listens that is told by this environment: a health check beside it asks there."""
    said = told_to_server(PREFIX + name for name in ("HOST", "PORT", "TLS"))
    host = said.get(f"{PREFIX}HOST", OPTIONS["host"].default)
    port = said.get(f"{PREFIX}PORT", OPTIONS["port"].default)
    if ":" in host and not host.startswith("["):
        host = f"[{host}]"
    scheme = "https" if said.get(f"{PREFIX}TLS", "").lower() in _ON else "http"
    return to_call(f"{scheme}://{host}:{_whole(str(port))}")


def _whole(number: str) -> str:
    """A number as the server's settings read it, which take a line's end from a file, say; what is none as it is."""
    try:
        return str(int(number.strip().removesuffix(".0")))
    except ValueError:
        return number


def to_call(url: str) -> str:
    """The address of a server on this machine, as it is called here."""
    for listened, called in _ANY.items():
        url = url.replace(listened, called)
    return url


def inherited(told: Mapping[str, str | None]) -> dict[str, str]:
    """The environment of a child: this one with these variables, and without those that are None."""
    variables = {name: value for name, value in os.environ.items() if name not in told}
    return variables | {name: value for name, value in told.items() if value is not None}


def is_injected(name: str, value: str) -> bool:
    """Whether a variable comes from Kubernetes, which tells each container of the Services beside it."""
    own = name.upper().removeprefix(PREFIX)
    return bool(_INJECTED_NAME.fullmatch(own)) or (own.endswith("PORT") and bool(_INJECTED_ADDRESS.fullmatch(value)))
