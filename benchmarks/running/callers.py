"""One client that calls a server, one call after the other, over a connection that is kept alive."""

import json
import time
from http.client import HTTPConnection
from types import TracebackType
from typing import Self

from benchmarks.running.servers import HEADERS, HOST, PATIENCE, NotMeasured

RECORDS = 20


class Caller:
    """One client.

    Args:
        port: Where the server listens.
    """

    def __init__(self, port: int) -> None:
        self._connection = HTTPConnection(HOST, port, timeout=PATIENCE)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def call(self, method: str, path: str, body: bytes | None = None) -> bytes:
        """Call, and give what was answered.

        Raises:
            NotMeasured: It was not answered as it should be.
        """
        self._connection.request(method, path, body, HEADERS)
        answer = self._connection.getresponse()
        content = answer.read()
        if answer.status >= 300:  # noqa: PLR2004
            raise NotMeasured(f"{method} {path}: {answer.status} {content[:120].decode(errors='replace')}")
        return content

    def put(self, path: str, said: object) -> bytes:
        """PUT something as JSON."""
        return self.call("PUT", path, json.dumps(said).encode())

    def post(self, path: str, said: object) -> bytes:
        """POST something as JSON."""
        return self.call("POST", path, json.dumps(said).encode())

    def add(self, campaign: int, first: int, records: int = RECORDS, base: str = "") -> None:
        """Add outbound records to a campaign.

        Args:
            campaign: Its id; it belongs to VDN 1.
            first: Their numbers count on from here.
            records: How many.
            base: The prefix of their world; nothing for the default one.

        Raises:
            NotMeasured: They were refused.
        """
        answer = self.call(
            "POST", f"{base}/rest/isales/v2/openapi/campaigns/1/calldata/{campaign}", on_body(first, records)
        )
        if b'"resultCode":"0200000"' not in answer:
            raise NotMeasured(f"a call is refused: {answer[:160].decode()}")

    def seconds(self, method: str, path: str, body: bytes | None = None) -> float:
        """How long a call takes."""
        begin = time.perf_counter()
        self.call(method, path, body)
        return time.perf_counter() - begin


def on_body(first: int, records: int = RECORDS) -> bytes:
    """The body of a call with some records, whose sessions and numbers count on from the first."""
    listed = (
        f'{{"sessionId":"s{number:014}","called":[{{"calledNo":"1{number:014}","delayTime":"0","type":"SI"}}],'
        '"priority":"3","callData":"{\\"a\\":1}"}'
        for number in range(first, first + records)
    )
    return f'{{"batchId":"b1","callDataList":[{",".join(listed)}]}}'.encode()
