"""The cap holds over all replicas."""

from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from tests.team.conftest import Made
from tests.team.replicas import Replica

CALLERS = 200
NEARLY_FULL = [{"id": 1, "campaigns": [{"id": 1, "pending": 199_990}]}]


def test_of_200_callers_exactly_those_get_in_for_whom_there_is_room(team: Sequence[Replica], made: Made) -> None:
    world = made(settings={"pace_interval": 0}, vdns=NEARLY_FULL)
    together = Barrier(CALLERS)

    def call(caller: int) -> str:
        together.wait()
        return team[caller % 3].code(world, str(80_000_000 + caller))

    with ThreadPoolExecutor(CALLERS) as threads:
        codes = Counter(threads.map(call, range(CALLERS)))
    assert codes == {"0200000": 10, "0200020": 190}
    for replica in team:
        campaign = replica.world(world).campaign(1, 1)
        records = campaign.records().records
        assert len({record.called[0].called_no for record in records}) == len(records) == 10
        assert campaign.get().incomplete_records == 200_000
