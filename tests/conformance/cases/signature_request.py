"""What a C2 token signs: method, path, query, headers and body; and when it is looked at. Section 3, step 1."""

from dataclasses import replace

from tests.conformance.build import BEYOND_BMP, valid, with_ignored
from tests.conformance.c2 import Signed
from tests.conformance.case import HEADERS, Case, Headers, outside, passing, refusing
from tests.conformance.cases.order_request import ANONYMOUS, TEXT
from tests.conformance.cases.signature_token import C2, refused, taken
from tests.conformance.cases.transport import LIMIT
from tests.conformance.interfaces import BOTH, Interface
from tests.conformance.sentences import PARAMETER_ERROR
from tests.conformance.signing import FORGED, SIGNED, USUAL, Signing

WORLD, ANOTHER_WORLD = "/w/signed", "/w/signed-2"
MEBIBYTE = 1024 * 1024


def with_header(name: str, value: str) -> Headers:
    return (*HEADERS, (name, value))


def signing_header(name: str, value: str) -> Signing:
    """Signs this value of a header, whatever is sent."""

    def signed(request: Signed) -> Signed:
        return replace(request, headers=tuple((key, value if key == name else sent) for key, sent in request.headers))

    return Signing(signs=signed)


def signing_path(old: str, new: str) -> Signing:
    return Signing(signs=lambda request: replace(request, path=request.path.replace(old, new)))


def method_and_path(to: Interface) -> tuple[Case, ...]:
    clause, body = to.clause("SIGNATURE"), valid(to)
    in_world = WORLD + to.path
    return (
        refused(to, "another method", Signing(signs=lambda request: replace(request, method="PUT"))),
        refused(to, "another VDN", signing_path("/1/", "/2/")),
        refused(to, "another campaign", Signing(signs=lambda request: replace(request, path=f"{request.path}0"))),
        refused(to, "another path", signing_path("/rest/", "/")),
        passing(clause, "percent-encoded", body, vdn="%31", signing=SIGNED, offer=C2),
        outside(clause, "percent-encoded, decoded", 401, body, vdn="%31", signing=signing_path("%31", "1"), offer=C2),
        outside(
            clause, "percent-encoded, encoded again", 401, body, vdn="%31", signing=signing_path("%", "%25"), offer=C2
        ),
        passing(clause, "a world's path", body, path=in_world, signing=SIGNED, offer=C2),
        passing(clause, "a world's documented path", body, path=in_world, signing=signing_path(WORLD, ""), offer=C2),
        outside(
            clause,
            "another world's path",
            401,
            body,
            path=in_world,
            signing=signing_path(WORLD, ANOTHER_WORLD),
            offer=C2,
        ),
        outside(
            clause, "a world's path, unlike sent", 401, body, signing=signing_path("/rest/", f"{WORLD}/rest/"), offer=C2
        ),
        passing(
            clause, "a world's header", body, headers=with_header("X-Mock-World", "signed"), signing=SIGNED, offer=C2
        ),
    )


QUERIES = (
    "trace=1",
    "b=2&a=1",
    "a=2&a=1",
    "empty=",
    "name",
    "plus=a+b",
    "percent=a%20b",
    "lower=%e4%b8%ad",
    "needless=%61%7E",
    "slash=a/b:c",
    "a-b=1&a=1",
)
SIGNED_QUERIES = (
    ("another value", "a=1", "a=2"),
    ("left out", "a=1", ""),
    ("cut", "a=1&b=2", "a=1"),
    ("plus kept", "a=b+c", "a=b%2Bc"),
    ("not sent", "", "a=1"),
)


def queries(to: Interface) -> tuple[Case, ...]:
    clause, body = to.clause("SIGNATURE"), valid(to)

    def path(query: str) -> str:
        return f"{to.path}?{query}" if query else to.path

    def signing(query: str) -> Signing:
        return Signing(signs=lambda request: replace(request, query=query))

    return (
        *(passing(clause, f"query {query}", body, path=path(query), signing=SIGNED, offer=C2) for query in QUERIES),
        *(
            outside(clause, f"query {label}", 401, body, path=path(sent), signing=signing(other), offer=C2)
            for label, sent, other in SIGNED_QUERIES
        ),
    )


def headers(to: Interface) -> tuple[Case, ...]:
    clause, body = to.clause("SIGNATURE"), valid(to)
    elsewhere = with_header("Host", "isales.example")
    more = Signing(names=(*USUAL, "locale", "x-trace"))
    return (
        taken(to, "host alone", Signing(names=("host",))),
        taken(to, "names in capitals, signed in lower case", Signing(names=("HOST", "Content-Type"))),
        passing(
            clause,
            "more headers",
            body,
            headers=(*with_header("locale", "en_US"), ("x-trace", "a/b; c=d")),
            signing=more,
            offer=C2,
        ),
        passing(clause, "a host without a port", body, headers=elsewhere, signing=SIGNED, offer=C2),
        refused(to, "without host", Signing(names=("content-length", "content-type"))),
        refused(to, "no header", Signing(names=())),
        refused(to, "a header that is not sent", Signing(names=(*USUAL, "x-trace"))),
        refused(to, "itself", Signing(names=("authorization", *USUAL))),
        outside(
            clause,
            "another host",
            401,
            body,
            headers=elsewhere,
            signing=signing_header("host", "isales.example:28080"),
            offer=C2,
        ),
        refused(to, "another type", signing_header("content-type", "application/json")),
        refused(to, "another length", signing_header("content-length", "1")),
    )


def bodies(to: Interface) -> tuple[Case, ...]:
    clause, body = to.clause("SIGNATURE"), valid(to)
    beyond_ascii = with_ignored(to, f'"中文 {BEYOND_BMP} %7B~"')
    return (
        passing(clause, "a body beyond ASCII", beyond_ascii, signing=SIGNED, offer=C2),
        passing(clause, "a body of every byte", bytes(range(256)), code="02000008", signing=SIGNED, offer=C2),
        passing(clause, "no body", b"", code="02000001", signing=SIGNED, offer=C2),
        passing(clause, "a body of a mebibyte", body, padded_to=MEBIBYTE, signing=SIGNED, offer=C2),
        refused(to, "another body", Signing(signs=lambda request: replace(request, body=request.body.swapcase()))),
        refused(to, "one space more", Signing(signs=lambda request: replace(request, body=request.body + b" "))),
        outside(
            clause,
            "a body where none is sent",
            401,
            b"",
            signing=Signing(signs=lambda request: replace(request, body=body)),
            offer=C2,
        ),
    )


def order(to: Interface) -> tuple[Case, ...]:
    """What is decided before the signature, and what after it."""
    uri, method, authorization, size, signature = (
        to.clause(name) for name in ("URI", "METHOD", "AUTHORIZATION", "BODY-SIZE", "SIGNATURE")
    )
    body = valid(to)
    return (
        outside(uri, "before SIGNATURE", 404, body, path=f"{to.path}/extra", signing=FORGED, offer=C2),
        outside(method, "before SIGNATURE", 405, body, method="PUT", signing=FORGED, offer=C2),
        outside(authorization, "before BODY-SIZE", 401, body, headers=ANONYMOUS, padded_to=LIMIT + 1, offer=C2),
        outside(size, "before SIGNATURE", 413, body, padded_to=LIMIT + 1, offer=C2),
        outside(signature, "before CONTENT-TYPE", 401, body, headers=TEXT, offer=C2),
        outside(signature, "before CONTENT-TYPE, forged", 401, body, headers=TEXT, signing=FORGED, offer=C2),
        outside(signature, "before VDNID-TYPE", 401, body, vdn="x", signing=FORGED, offer=C2),
        outside(signature, "before VDNID-RANGE", 401, body, vdn="10000", signing=FORGED, offer=C2),
        outside(signature, "before CAMPAIGNID-TYPE", 401, body, campaign="x", signing=FORGED, offer=C2),
        outside(signature, "before BODY-EMPTY", 401, b"", signing=FORGED, offer=C2),
        outside(signature, "before BODY-JSON", 401, b"x", signing=FORGED, offer=C2),
        outside(signature, "before CAMPAIGN", 401, body, campaign="9", signing=FORGED, offer=C2),
        refusing(
            to.clause("CONTENT-TYPE"),
            "signed",
            PARAMETER_ERROR,
            body,
            headers=TEXT,
            signing=SIGNED,
            detail="Content-Type",
            offer=C2,
        ),
        refusing(to.clause("VDNID-TYPE"), "signed", "02000006", body, vdn="x", signing=SIGNED, offer=C2),
        refusing(to.clause("VDNID-RANGE"), "signed", "02000007", body, vdn="10000", signing=SIGNED, offer=C2),
        refusing(to.clause("CAMPAIGN"), "signed, unknown", "0200007", body, campaign="9", signing=SIGNED, offer=C2),
        refusing(to.clause("CAMPAIGN"), "signed, unknown VDN", "0200007", body, vdn="9", signing=SIGNED, offer=C2),
    )


CASES = tuple(case for to in BOTH for of in (method_and_path, queries, headers, bodies, order) for case in of(to))
