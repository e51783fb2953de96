"""The token in the header `Authorization`, taken apart."""

from dataclasses import dataclass, field

from mock_isales.contract.c2.timestamps import microseconds_of, why_not

VERSION = "auth-v2"
FORM = f"{VERSION}/AK/timestamp/signedHeaders/signature"

_PARTS = 5
_OTHER_SCHEMES = frozenset({"basic", "bearer", "digest", "negotiate", "sdk-hmac-sha256", "aws4-hmac-sha256"})


@dataclass(slots=True)
class Token:
    """A token that can be read; whether its signature is right is another matter.

    Attributes:
        ak: The access key's name.
        timestamp: The time as it stands there.
        microseconds: The same since the epoch.
        signed_headers: The names as they stand there, in that order.
        names: The same as they should stand there: in lower case, sorted.
        signature: What stands there as the signature: 64 lower-case hex characters if it was made as it should be.
    """

    ak: str
    timestamp: str
    microseconds: int
    signed_headers: list[str]
    names: list[str]
    signature: str = field(repr=False)

    @property
    def prefix(self) -> str:
        """The token without its signature: what the signing key is made of."""
        return f"{VERSION}/{self.ak}/{self.timestamp}/{';'.join(self.signed_headers)}"


@dataclass(frozen=True, slots=True)
class Malformed:
    """A header that is not a token.

    Attributes:
        reason: Why, as a sentence. It repeats nothing of what was sent: a secret may stand in the wrong place.
    """

    reason: str


def parse_token(value: str) -> Token | Malformed:
    """The token in a header's value. Anything but a slash-free AK, time and names leaves nothing to verify."""
    parts = value.strip(" \t").split("/", _PARTS - 1)  # a mistaken signature may have slashes itself
    if parts[0] != VERSION:
        return Malformed(f"{_another_start(value)}; the form is {FORM}.")
    if len(parts) < _PARTS or not all(parts):
        return Malformed(f"A part of the token is missing or empty; the form is {FORM}.")
    _, ak, timestamp, announced, signature = parts
    microseconds = microseconds_of(timestamp)
    if microseconds is None:
        return Malformed(f"In {FORM}, {why_not(timestamp)}.")
    names = sorted(announced.lower().split(";"))
    wrong = _wrong_names(names)
    return Malformed(wrong) if wrong else Token(ak, timestamp, microseconds, announced.split(";"), names, signature)


def _another_start(value: str) -> str:
    """What the token begins with, if that is a known scheme and hence no secret."""
    scheme = value.split(maxsplit=1)[0] if value.strip() else ""
    if scheme.lower() in _OTHER_SCHEMES:
        return f"The token is of the scheme {scheme.title() if scheme.isalpha() else scheme.upper()}, not of {VERSION}"
    return f"The token does not begin with {VERSION}/"


def _wrong_names(names: list[str]) -> str | None:
    """What is wrong with the lower-case names of signed headers."""
    if "" in names:
        return "An empty name stands among the signed headers; they are joined by single semicolons."
    if "host" not in names:
        return "The header host is not among the signed headers; it always is."
    if "authorization" in names:
        return "The header authorization is among the signed headers; it never is, as it carries the signature."
    if len(set(names)) < len(names):
        return "A name stands twice among the signed headers."
    return None
