"""Names of worlds that tell whose they are, and that no two have."""

import re
import secrets

_LONGEST = 60
"""Characters of the test's name: a world may have 128, but its name stands in each line of a client's log."""

_UNNAMEABLE = re.compile(r"[^A-Za-z0-9_.-]+")


def world_name(test: str) -> str:
    """A name for the world of a test, which no other worker and no other run gives: `test_pace-batch-3f09c2d1`.

    Args:
        test: What the test is called, with its parameters.
    """
    readable = _UNNAMEABLE.sub("-", test).strip("-.")[:_LONGEST].rstrip("-.") or "test"
    return f"{readable}-{secrets.token_hex(4)}"
