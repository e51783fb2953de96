"""The variables that tell those who call a running server. It imports nothing: every run of pytest loads it."""

URL = "MOCK_ISALES_URL"
"""The server's address."""
CONTROL_TOKEN = "MOCK_ISALES_CONTROL_TOKEN"  # noqa: S105 - the variable's name
"""What it asks for beyond loopback; the server itself is told it by the same variable."""
CA = "MOCK_ISALES_CA"
"""A file with the authority that is trusted over HTTPS."""
AK = "MOCK_ISALES_AK"
"""The access key's name, for signing."""
SK = "MOCK_ISALES_SK"
"""Its secret."""

CLIENT_VARIABLES = (URL, CONTROL_TOKEN, CA, AK, SK)
