"""The authority that clients of a server with TLS are to trust."""

from http import HTTPStatus

from fastapi import Response

from mock_isales.control.calls import Call
from mock_isales.control.operations import Operation
from mock_isales.control.refusals import Refused

PEM = "application/x-pem-file"


async def authority(call: Call) -> Response:
    """Hand out the authority's certificate."""
    pem = call.double.ca_pem
    if pem is None:
        detail = (
            "This server has no authority of its own: it speaks plain HTTP, or with a certificate that it was given."
        )
        raise Refused("no-authority", HTTPStatus.NOT_FOUND, detail)
    return Response(pem, media_type=PEM)


OPERATIONS = (
    Operation(
        method="GET",
        path="/ca.pem",
        name="get_authority",
        tag="certificates",
        summary="Get the authority that clients are to trust",
        description="Its certificate, in PEM, where the server speaks TLS with a certificate that it has made. Anyone "
        "may ask, from anywhere.",
        does=authority,
        answers={200: PEM},
        problems={404: "It speaks plain HTTP, or uses a certificate that it was given."},
        is_open=True,
    ),
)
