"""Many calls at once: written one behind the other into one connection, before an answer is waited for."""

import json
import socket
from threading import Thread
from typing import BinaryIO
from urllib.parse import urlsplit

_PATH = "/w/{world}/rest/isales/v2/openapi/campaigns/1/calldata/1"


def send_many(server: str, world: str, count: int) -> None:
    """Make so many calls to a world, and wait for their answers."""
    address = urlsplit(server)
    host, port = str(address.hostname), int(address.port or 80)
    with socket.create_connection((host, port)) as connection, connection.makefile("rb") as answers:
        writer = Thread(target=connection.sendall, args=(b"".join(_call(world, each) for each in range(count)),))
        writer.start()
        for _ in range(count):
            pass_over(answers)
        writer.join()


def _call(world: str, number: int) -> bytes:
    body = json.dumps({"callDataList": [{"sessionId": str(number), "called": [{"calledNo": str(number)}]}]}).encode()
    head = (
        f"POST {_PATH.format(world=world)} HTTP/1.1\r\nHost: localhost\r\nAuthorization: any\r\n"
        f"Content-Type: application/json; charset=UTF-8\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def pass_over(answers: BinaryIO) -> None:
    """Read an answer, whatever it says."""
    length = 0
    while (line := answers.readline()) != b"\r\n":
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    answers.read(length)
