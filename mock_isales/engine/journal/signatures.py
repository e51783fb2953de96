"""What the journal shows of a C2 token that was refused."""

from collections.abc import Sequence

from pydantic import Field

from mock_isales.contract.c2.requests import SignedRequest
from mock_isales.contract.c2.signing import canonical_request
from mock_isales.engine.addresses import without_prefix
from mock_isales.engine.forms import Form
from mock_isales.engine.journal.entries import Entry, SignatureRuling, header_lines
from mock_isales.engine.journal.values import readable

_LONGEST_CANONICAL = 65_536


class Mistake(Form):
    """A mistake that explains a token that was refused.

    Attributes:
        kind: Its name.
        sentence: What the client did.
        advice: What it should do instead.
    """

    kind: str
    sentence: str
    advice: str


class SignatureView(Form):
    """Why a call's C2 token was refused.

    Attributes:
        step: Which step failed: form, key, vdn, time or signature.
        detail: What failed.
        signed_headers: The names of the headers that are signed.
        canonical: The canonical request that the server built, its first 65,536 characters; None if the form failed.
        paths: The paths that may have been signed, of which the canonical request shows the first.
        mistakes: What the client did, where that was found.
    """

    step: str
    detail: str
    signed_headers: list[str]
    mistakes: list[Mistake]
    canonical: str | None = None
    paths: list[str] = Field([])


def has_signed_headers(entry: Entry) -> bool:
    """Whether a call has all headers that its token signs: without one, there is no canonical request."""
    signed = () if entry.signature is None else entry.signature.signed_headers
    return set(signed) <= {name.lower() for name, _ in header_lines(entry.head)}


def signature_view(entry: Entry) -> SignatureView | None:
    """Why a call's token was refused, as it is shown; None if it was not."""
    ruling = entry.signature
    if ruling is None:
        return None
    return SignatureView(
        step=ruling.step,
        detail=readable(ruling.detail),
        signed_headers=list(map(readable, ruling.signed_headers)),
        canonical=_shortened(readable(_canonical(entry, ruling.signed_headers))) if ruling.signed_headers else None,
        paths=_paths(readable(entry.target)),
        mistakes=[Mistake(kind=kind, sentence=sentence, advice=advice) for kind, sentence, advice in ruling.mistakes],
    )


def _canonical(entry: Entry, signed_headers: Sequence[str]) -> str:
    """The canonical request of a call whose signed headers it has: Authorization, which is masked, is never signed."""
    path, query = (part.encode("latin-1", "replace") for part in entry.target.partition("?")[::2])
    headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in header_lines(entry.head)]
    return canonical_request(SignedRequest.of_wire(entry.method, path, query, headers, entry.body), signed_headers)


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_CANONICAL else f"{text[:_LONGEST_CANONICAL]}… ({len(text)} characters in all)"


def _paths(target: str) -> list[str]:
    """The path of a call and, if a world's prefix leads to it, the documented one."""
    path = target.partition("?")[0]
    return list(dict.fromkeys([path, without_prefix(path)]))


def signature_ruling(view: SignatureView | None) -> SignatureRuling | None:
    """What is kept of it: the opposite of `signature_view`."""
    if view is None:
        return None
    mistakes = tuple((each.kind, each.sentence, each.advice) for each in view.mistakes)
    return SignatureRuling(view.step, view.detail, tuple(view.signed_headers), mistakes)
