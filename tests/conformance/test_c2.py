"""The suite's signer against tokens that the vendor's own classes made, and one that OpenSSL did."""

import pytest

from tests.conformance.c2 import AccessKey, Signed, canonical, digest, token

KEY = AccessKey("globalaktest", "secretkeyfortests0123456789abcdefghij")
HOST = (("host", "10.22.26.181:28080"),)
PING = Signed(
    method="POST",
    path="/rest/cmsapp/v1/ping",
    headers=(("content-length", "23"), ("content-type", "application/json;charset=UTF-8"), *HOST),
    body=b'{"say": "Hello world!"}',
)
CAMPAIGNS = Signed(
    method="GET",
    path="/rest/isales/v1/openapi/campaigns/11",
    query="name=&status=0&deviceType=0&beginTime=2020-09-10 00:00:00&curPage=1&rowsPerPage=10",
    headers=HOST,
)
PAUSE = Signed(method="PUT", path="/rest/isales/v1/openapi/campaigns/11/46/pause", headers=HOST)
CALL_DATA = Signed(
    method="POST",
    path="/rest/isales/v1/openapi/campaigns/11/calldata/46",
    headers=HOST,
    body='{"callDataList":[{"sessionId":"00750","called":"80021","callData":"中文"}]}'.encode(),
)

VECTORS = (
    (
        PING,
        (
            "auth-v2/globalaktest/2024-10-31T14:06:52.123Z/content-length;content-type;host/"
            "959b7ea7610fbc939d26fb877e60b818929dae32fadb96878a783c38f0484308"
        ),
    ),
    (
        CAMPAIGNS,
        (
            "auth-v2/globalaktest/2020-09-10T00:00:00Z/host/"
            "b7a4071ed9497438a154ed8b028523413acbd8e9abe96c0e104cff4b234e5d19"
        ),
    ),
    (
        PAUSE,
        (
            "auth-v2/globalaktest/2020-09-10T00:00:00Z/host/"
            "e3b76b3bcd17e38212d9288195e99361324bfa9fadc9f883d0d0f931418dc0fa"
        ),
    ),
    (
        CALL_DATA,
        (
            "auth-v2/globalaktest/2020-09-10T00:00:00Z/host/"
            "12cfc9b05da0cf5d3ffe89f4e92da538335516156c4db27cb3516d0e7fb58bfe"
        ),
    ),
    (
        PING,
        (
            "auth-v2/globalaktest/2024-10-31T14:06:52Z/content-length;content-type;host/"
            "2aecee2b1754efa73428ee7b2e8ec249d8255740e9e41fb8c70a7e83291e88ea"
        ),
    ),
)

CANONICAL_PING = """\
POST
/rest/cmsapp/v1/ping
content-length;content-type;host
content-length:23
content-type:application%2Fjson%3Bcharset%3DUTF-8
host:10.22.26.181%3A28080
%7B%22say%22%3A%20%22Hello%20world%21%22%7D"""


@pytest.mark.parametrize(("request_signed", "expected"), VECTORS, ids=["V1", "V2", "V3", "V4", "V5"])
def test_the_signer_makes_the_vendors_tokens(request_signed: Signed, expected: str) -> None:
    _, _, timestamp, _, _ = expected.split("/")
    assert token(request_signed, KEY, timestamp) == expected


def test_the_signer_makes_the_canonical_request_of_the_document() -> None:
    assert canonical(PING) == CANONICAL_PING


def test_the_signer_makes_the_signing_key_of_the_document() -> None:
    prefix = "auth-v2/globalaktest/2024-10-31T14:06:52.123Z/content-length;content-type;host"
    expected = "19cd6c65e5289d4ec5de1234036d04d252696a6b33f9ba362f0d6561b822b306"
    assert digest(KEY.sk.encode(), prefix).hex() == expected
