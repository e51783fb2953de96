"""The options of the server: this one table feeds the flags, the environment's variables, their defaults and help."""

from typing import Any, NamedTuple

from mock_isales.engine.limits import MEBIBYTE, Limits

PREFIX = "MOCK_ISALES_"
NESTING = "__"

_LIMITS = Limits()


class Option(NamedTuple):
    """Something that the server can be told.

    Attributes:
        name: Its field in `Settings`.
        flag: Its flag on the command line.
        metavar: What stands for its value in help texts; empty for a switch.
        default: What it is if nobody says otherwise.
        help: What it does.
        secret: Whether its value is not to be shown.
        hidden: Whether the commands' help leaves it out: it is for other commands, or for an image.
    """

    name: str
    flag: str
    metavar: str
    default: Any
    help: str
    secret: bool = False
    hidden: bool = False

    @property
    def repeatable(self) -> bool:
        """Whether its flag is given once for each of many named values."""
        return self.metavar == "NAME=VALUE"

    @property
    def is_many(self) -> bool:
        """Whether its flag may be given more than once."""
        return isinstance(self.default, tuple | dict)

    @property
    def variable(self) -> str:
        """Its variable in the environment."""
        name = PREFIX + self.name.upper()
        return f"{name}{NESTING}NAME" if self.repeatable else name


_ALL = (
    Option("host", "--host", "HOST", "127.0.0.1", "The address to listen at; 0.0.0.0 is every IPv4 address, :: any."),
    Option("port", "--port", "PORT", 28080, "The port to listen at; 0 takes a free one."),
    Option("port_file", "--port-file", "FILE", None, "Write the port to this file once calls are accepted."),
    Option(
        "store", "--store", "STORE", "memory", "Where state is kept: memory, sqlite:///FILE or postgresql+psycopg://…"
    ),
    Option("workers", "--workers", "COUNT", 1, "How many processes serve; more than one need PostgreSQL."),
    Option("seed", "--seed", "FILE", None, "What an empty store is filled with; without it, a small demo."),
    Option(
        "seed_if_there",
        "--seed-if-there",
        "FILE",
        None,
        "The same, unless --seed is given; where there is no such file, the demo.",
        hidden=True,
    ),
    Option("reseed", "--reseed", "", default=False, help="Forget what the store holds, start over with the seed."),
    Option("edition", "--edition", "EDITION", "2025-11", "The edition of the documents: 2025-11 or 2025-03."),
    Option("readings", "--reading", "NAME=VALUE", {}, "One reading of the documents, such as total_size=accepted."),
    Option("settings", "--setting", "NAME=VALUE", {}, "One setting of the imitated server, such as pace_interval=0."),
    Option("max_body", "--max-body", "BYTES", 8 * MEBIBYTE, "The largest body taken, in bytes; 413 above."),
    Option("auth", "--auth", "MODE", "present", "What Authorization must be: present (not blank), c2 (signed) or off."),
    Option(
        "access_keys",
        "--access-key",
        "AK:SK",
        (),
        "A key for --auth c2; AK:SK:1,2 for two VDNs alone. May be repeated.",
        secret=True,
    ),
    Option(
        "control_token",
        "--control-token",
        "TOKEN",
        None,
        "What /_mock asks for beyond loopback; off: nothing.",
        secret=True,
    ),
    Option("worlds_max", "--worlds-max", "COUNT", _LIMITS.worlds, "The most worlds there may be."),
    Option("world_idle", "--world-idle", "SECONDS", _LIMITS.idle, "When a world ends that nobody uses; 0: never."),
    Option("journal_max", "--journal-max", "BYTES", _LIMITS.journal, "The largest journal of a world, in bytes."),
    Option("journals_max", "--journals-max", "BYTES", _LIMITS.journals, "The same of all worlds' journals together."),
    Option(
        "request_ids",
        "--request-ids",
        "",
        default=True,
        help="Tell each call's id in the journal by a header of its answer.",
    ),
    Option(
        "coverage",
        "--cov",
        "",
        default=False,
        help="Count what of the contract the calls cover.",
    ),
    Option("tls", "--tls", "", default=False, help="Speak HTTPS, with a certificate that is made for it."),
    Option("tls_dir", "--tls-dir", "DIR", None, "Keep its certificates here, over restarts."),
    Option("tls_ca_out", "--tls-ca-out", "FILE", None, "Write the authority that clients are to trust to this file."),
    Option("tls_name", "--tls-name", "HOST", (), "One more name or address to be called by; may be repeated."),
    Option("tls_cert", "--tls-cert", "FILE", None, "Use this certificate instead, in PEM, with those between."),
    Option("tls_key", "--tls-key", "FILE", None, "Its private key, in PEM, not encrypted."),
    Option("log_level", "--log-level", "LEVEL", "info", "What is logged: debug, info, warning or error."),
    Option("log_format", "--log-format", "FORM", "text", "How it is logged: text, or json, an object a line."),
    Option(
        "lie",
        "--lie",
        "NAME",
        None,
        "Depart from the documents in one thing: for `mock-isales mutate`, which lists what there is.",
        hidden=True,
    ),
)

OPTIONS: dict[str, Option] = {option.name: option for option in _ALL}
"""Every option, by its name."""

DEFAULT_URL = f"http://{OPTIONS['host'].default}:{OPTIONS['port'].default}"
"""Where a server is that was told nothing."""
