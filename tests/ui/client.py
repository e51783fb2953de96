"""A client that makes documented calls to a world."""

from typing import Any

import httpx

from mock_isales.testing import World

OUTBOUND = "/rest/isales/v2/openapi/campaigns/{vdn}/calldata/{campaign}"
CALLING = "/rest/isales/v1/openapi/campaigns/{vdn}/callerNo/{campaign}"
HEADERS = {"Authorization": "any", "locale": "en_US", "Content-Type": "application/json; charset=UTF-8"}


class Client:
    """Makes calls, without caring for the pace."""

    def __init__(self, server: str, world: World) -> None:
        self.server = server
        self.world = world
        world.settings.change(pace_interval=0)
        self._http = httpx.Client(base_url=f"{server}/w/{world.name}", headers=HEADERS)

    def close(self) -> None:
        """Let go of the connections."""
        self._http.close()

    def add(self, number: str = "88888888", campaign: int | str = 1, **said: Any) -> httpx.Response:  # noqa: ANN401
        """Add a record."""
        return self.send({"callDataList": [{"called": [{"calledNo": number}], **said}]}, campaign)

    def send(self, body: object, campaign: int | str = 1, vdn: str = "1", **headers: str) -> httpx.Response:
        """Send a body, whatever it is."""
        content = {"content": body} if isinstance(body, bytes) else {"json": body}
        path = OUTBOUND.format(vdn=vdn, campaign=campaign)
        return self._http.post(path, headers=headers, **content)

    def add_calling(self, number: str = "10010") -> httpx.Response:
        """Add a calling number."""
        body = {"callerNo": [{"accessCode": number, "priority": 1}]}
        return self._http.post(CALLING.format(vdn=1, campaign=1), json=body)
