"""Address, method, authorization and size: what is decided before the body means anything. Section 3, step 1."""

from tests.conformance.build import valid
from tests.conformance.case import Case, outside, passing, replaced, without
from tests.conformance.interfaces import BOTH, CN, ON, Interface

LIMIT = 8 * 1024 * 1024

OTHER_PATHS = (
    (CN, "trailing slash", CN.path + "/"),
    (CN, "other version", CN.path.replace("/v1/", "/v2/")),
    (CN, "lower case", CN.path.replace("callerNo", "callerno")),
    (CN, "no campaign", "/rest/isales/v1/openapi/campaigns/{vdn}/callerNo"),
    (CN, "empty campaign", "/rest/isales/v1/openapi/campaigns/{vdn}/callerNo/"),
    (CN, "one segment more", CN.path + "/extra"),
    (CN, "doubled slash in front", "/" + CN.path),
    (ON, "trailing slash", ON.path + "/"),
    (ON, "other version", ON.path.replace("/v2/", "/v3/")),
    (ON, "upper case", ON.path.replace("calldata", "callData")),
    (ON, "no campaign", "/rest/isales/v2/openapi/campaigns/{vdn}/calldata"),
    (ON, "empty vdn", "/rest/isales/v2/openapi/campaigns//calldata/{campaign}"),
    (ON, "one segment more", ON.path + "/extra"),
    (ON, "without rest", ON.path.removeprefix("/rest")),
)

URI = tuple(outside(to.clause("URI"), label, 404, valid(to), path=path) for to, label, path in OTHER_PATHS)


def of(to: Interface) -> tuple[Case, ...]:
    body = valid(to)
    authorization = to.clause("AUTHORIZATION")
    return (
        passing(to.clause("URI"), "as documented", body),
        passing(to.clause("URI"), "a query", body, path=f"{to.path}?trace=1"),
        passing(to.clause("METHOD"), "POST", body),
        *(
            outside(to.clause("METHOD"), method, 405, body, method=method)
            for method in ("GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS")
        ),
        passing(authorization, "any token", body, headers=replaced("Authorization", "x")),
        outside(authorization, "absent", 401, body, headers=without("Authorization")),
        outside(authorization, "empty", 401, body, headers=replaced("Authorization", "")),
        passing(to.clause("BODY-SIZE"), "the limit", body, padded_to=LIMIT),
        outside(to.clause("BODY-SIZE"), "the limit and one byte", 413, body, padded_to=LIMIT + 1),
    )


CASES = (*URI, *(case for to in BOTH for case in of(to)))
