"""The contact centre of the demo: two VDNs, whose campaigns differ in size, in state, and in what they ask for."""

from typing import NamedTuple

from mock_isales.engine.seeds import Seed


class Place(NamedTuple):
    """A campaign, by its VDN and its id."""

    vdn: int
    campaign: int


SPRING = Place(1, 1)
REMINDERS = Place(1, 2)
IMPATIENT = Place(1, 3)
NEARLY_FULL = Place(1, 4)
OVER = Place(1, 5)
BAD_LINE = Place(1, 6)
VOICE_ROBOT = Place(1, 7)
CONTACT_POLICY = Place(1, 8)
PAUSED = Place(1, 9)
SATISFACTION = Place(2, 1)
RENEWALS = Place(2, 2)
UNKNOWN = Place(1, 404)

BLOCKLISTED = ("10000000000", "10000000001", "10099999999")
"""Called numbers that each VDN has on its blocklist."""

_CENTRE = {
    "vdns": [
        {
            "id": 1,
            "blocklist": list(BLOCKLISTED),
            "campaigns": [
                {
                    "id": 1,
                    "name": "Spring offers",
                    "pending": 1_240,
                    "calling_numbers": [{"access_code": "10086", "priority": 1}],
                },
                {"id": 2, "name": "Payment reminders", "pending": 38_400},
                {"id": 3, "name": "Delivery notices, by an impatient client", "pending": 512},
                {"id": 4, "name": "Anniversary lottery, nearly full", "pending": 199_800},
                {"id": 5, "name": "Last year's survey", "state": "completed"},
                {"id": 6, "name": "Night survey, over a bad line", "pending": 90},
                {"id": 7, "name": "Voice robot", "device_type": "intelligent_ivr", "pending": 2_600},
                {"id": 8, "name": "Overdue accounts, by contact policy", "result_policy": "contact", "pending": 75_000},
                {"id": 9, "name": "Recall, paused", "state": "paused", "pending": 120_000},
                {"id": 10, "name": "Autumn sale, a draft", "state": "draft"},
            ],
        },
        {
            "id": 2,
            "blocklist": list(BLOCKLISTED),
            "campaigns": [
                {"id": 1, "name": "满意度回访", "call_mode": "by_round", "pending": 860},
                {"id": 2, "name": "续保提醒", "pending": 15_300},
            ],
        },
    ]
}


def demo_centre() -> Seed:
    """What the world of the demo holds when it begins."""
    return Seed.model_validate(_CENTRE)
