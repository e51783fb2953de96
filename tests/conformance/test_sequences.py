"""What only several calls show: the pace over time, identifiers across calls, calls at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from time import monotonic

import httpx
import pytest

from tests.conformance.answers import envelope
from tests.conformance.build import called, cn, distinct_records, number, on, record
from tests.conformance.campaigns import Kind
from tests.conformance.cases.settings import NO_PACE, THREE
from tests.conformance.conversation import send
from tests.conformance.interfaces import CN, ON
from tests.conformance.offers import setting
from tests.conformance.sentences import PARAMETER_ERROR, SUCCESS
from tests.conformance.servers import Double

INTERVAL = 0.3
SHORT_PACE = setting("pace_interval", str(INTERVAL))
TOO_SOON, FULL = "0200022", "0200020"
CALLS_AT_ONCE = 12


def code(response: httpx.Response) -> str:
    return str(envelope(response)["resultCode"])


@pytest.mark.parametrize("offer", [SHORT_PACE], ids=str)
def test_a_call_refused_for_its_pace_does_not_count(double: Double) -> None:
    """Else a client that asks again and again would never get in."""
    campaign = double.campaigns.fresh(Kind.PLAIN)
    begun = monotonic()
    assert code(send(double, ON, on(), campaign=campaign)) == SUCCESS
    codes: list[str] = []
    while not codes or (codes[-1] == TOO_SOON and monotonic() < begun + 20 * INTERVAL):
        codes.append(code(send(double, ON, on(), campaign=campaign)))
    assert monotonic() - begun >= INTERVAL
    assert codes[-1] == SUCCESS
    assert set(codes[:-1]) <= {TOO_SOON}


@pytest.mark.parametrize("offer", [NO_PACE], ids=str)
def test_identifiers_increase_from_call_to_call(double: Double) -> None:
    campaign = double.campaigns.fresh(Kind.PLAIN)
    identifiers: list[str] = []
    for _ in range(10):
        returned = envelope(send(double, ON, on(*distinct_records(7)), campaign=campaign))["returnObject"]
        identifiers += [entry["dataId"] for entry in returned["dataIdList"]]
    assert len(identifiers) == 70
    assert identifiers == sorted(set(identifiers))


def test_calls_on_two_campaigns_do_not_share_a_pace(double: Double) -> None:
    assert [code(send(double, ON, on())) for _ in range(5)] == [SUCCESS] * 5


def at_once(double: Double, campaign: int, bodies: list[bytes], *, kind: Kind | None = None) -> list[str]:
    with ThreadPoolExecutor(len(bodies)) as threads:
        calls = [threads.submit(send, double, ON, body, kind=kind, campaign=campaign) for body in bodies]
        return [code(call.result()) for call in calls]


def test_of_calls_at_the_same_moment_one_passes_the_pace(double: Double) -> None:
    for _ in range(3):
        begun = monotonic()
        codes = at_once(double, double.campaigns.fresh(Kind.PLAIN), [on()] * CALLS_AT_ONCE)
        if monotonic() - begun < 1:
            assert sorted(codes) == [SUCCESS] + [TOO_SOON] * (CALLS_AT_ONCE - 1)
            return
    raise TimeoutError("this machine is too slow to make the calls within the pace")


@pytest.mark.parametrize("offer", [NO_PACE], ids=str)
def test_calls_at_the_same_moment_do_not_pass_the_cap(double: Double) -> None:
    bodies = [on(record(called(str(n)))) for n in range(CALLS_AT_ONCE)]
    codes = at_once(double, double.campaigns.fresh(Kind.NEARLY_FULL), bodies, kind=Kind.NEARLY_FULL)
    assert sorted(codes) == [SUCCESS] * 10 + [FULL] * (CALLS_AT_ONCE - 10)


@pytest.mark.parametrize("offer", [THREE], ids=str)
def test_calling_numbers_added_at_the_same_moment_do_not_pass_the_total(double: Double) -> None:
    campaign = double.campaigns.fresh(Kind.EMPTY)
    with ThreadPoolExecutor(CALLS_AT_ONCE) as threads:
        bodies = [cn(number(accessCode=str(n))) for n in range(CALLS_AT_ONCE)]
        calls = [threads.submit(send, double, CN, body, campaign=campaign) for body in bodies]
        codes = sorted(code(call.result()) for call in calls)
    assert codes == [SUCCESS] * 3 + [PARAMETER_ERROR] * (CALLS_AT_ONCE - 3)
