"""The vectors: a request, and the two parts of the token that others made for it: its prefix and the signature."""

from mock_isales.contract.c2.requests import SignedRequest

AK = "globalaktest"
SK = "secretkeyfortests0123456789abcdefghij"

HOST = ("Host", "10.22.26.181:28080")
PING = SignedRequest(
    "POST",
    "/rest/cmsapp/v1/ping",
    "",
    [("Content-Type", "application/json;charset=UTF-8"), HOST, ("content-length", "23"), ("accept", "*/*")],
    b'{"say": "Hello world!"}',
)
PING_KEY = "19cd6c65e5289d4ec5de1234036d04d252696a6b33f9ba362f0d6561b822b306"
PING_CANONICAL = """\
POST
/rest/cmsapp/v1/ping
content-length;content-type;host
content-length:23
content-type:application%2Fjson%3Bcharset%3DUTF-8
host:10.22.26.181%3A28080
%7B%22say%22%3A%20%22Hello%20world%21%22%7D"""

CAMPAIGN = "/rest/isales/v1/openapi/campaigns/11"
QUERY = "name=&status=0&deviceType=0&beginTime=2020-09-10 00:00:00&curPage=1&rowsPerPage=10"
BODY = '{"callDataList":[{"sessionId":"00750","called":"80021","callData":"中文"}]}'.encode()

VECTORS = {
    "V1": (
        PING,
        "auth-v2/globalaktest/2024-10-31T14:06:52.123Z/content-length;content-type;host",
        "959b7ea7610fbc939d26fb877e60b818929dae32fadb96878a783c38f0484308",
    ),
    "V2": (
        SignedRequest("GET", CAMPAIGN, QUERY, [HOST], b""),
        "auth-v2/globalaktest/2020-09-10T00:00:00Z/host",
        "b7a4071ed9497438a154ed8b028523413acbd8e9abe96c0e104cff4b234e5d19",
    ),
    "V3": (
        SignedRequest("PUT", f"{CAMPAIGN}/46/pause", "", [HOST], b""),
        "auth-v2/globalaktest/2020-09-10T00:00:00Z/host",
        "e3b76b3bcd17e38212d9288195e99361324bfa9fadc9f883d0d0f931418dc0fa",
    ),
    "V4": (
        SignedRequest("POST", f"{CAMPAIGN}/calldata/46", "", [HOST], BODY),
        "auth-v2/globalaktest/2020-09-10T00:00:00Z/host",
        "12cfc9b05da0cf5d3ffe89f4e92da538335516156c4db27cb3516d0e7fb58bfe",
    ),
    "V5": (
        PING,
        "auth-v2/globalaktest/2024-10-31T14:06:52Z/content-length;content-type;host",
        "2aecee2b1754efa73428ee7b2e8ec249d8255740e9e41fb8c70a7e83291e88ea",
    ),
}
