"""A world in which a client has had a day of successes and refusals: what pictures show."""

from tests.ui.client import Client

MORNING = "2026-11-21T10:00:00Z"


def tell(client: Client) -> None:
    """Make the calls, at times that are always the same."""
    world = client.world
    world.clock.freeze(MORNING)
    for day in range(8):
        for campaign in (1, 3, 4):
            numbers = [f"1380000{day}{campaign}{each:02}" for each in range(3 + day * 2)]
            records = [
                {"priority": str(1 + (day + each) % 5), "called": [{"calledNo": number, "type": "1"}]}
                for each, number in enumerate(numbers)
            ]
            client.send({"callDataList": records}, campaign)
            world.clock.advance(11.25)
    world.campaign(1, 1).complete(22)
    _refusals(client)


def _refusals(client: Client) -> None:
    world = client.world
    client.add("13800000000", priority="9")
    client.add("8" * 26)
    client.add("13900000000", sessionId="spring-17")
    client.send({"callDataList": [{"called": []}]})
    world.clock.advance(2)
    client.add(campaign=2)
    client.send({"callDataList": [{"called": [{"calledNo": str(each)}]} for each in range(11)]}, campaign=5)
    client.add(campaign=77)
    world.settings.change(pace_interval=1)
    client.add("13800009999", campaign=4, sessionId="spring-18", called=[{"calledNo": "1", "type": "1"}])
    world.clock.advance(0.25)
    client.add("13800009998", campaign=4, called=[{"calledNo": "2", "type": "1"}])
    world.faults.add(operation="add_calling_numbers", first=1, status=503)
    for number in ("4001", "10010", "10010"):
        client.add_calling(number)
    client.add("1380000x001", sessionId="spring-19")
