"""The customers of the demo: whom its client adds to campaigns. None of them exists."""

from random import Random

from mock_isales.demo.calls import Fields

BATCH = 20
"""The most records that one call may add."""

_NOTES = ("VIP customer", "call back in the evening", "speaks Cantonese", "请下午联系", "老客户", "新办套餐")
_PRODUCTS = ("card", "loan", "insurance", "broadband")
_TYPES = ("mobile", "home", "office-2")


def number(chance: Random) -> str:
    """A called number: as long as a mobile one, but none begins like this."""
    return f"100{chance.randrange(10**8):08}"


def session(chance: Random) -> str:
    """The id of a subscriber."""
    return f"S{chance.randrange(10**12):012}"


def record(chance: Random) -> Fields:
    """A record that is right for every campaign."""
    return {
        "sessionId": session(chance),
        "called": [
            {"calledNo": number(chance), "type": chance.choice(_TYPES)} for _ in range(chance.choice((1, 1, 2)))
        ],
        "priority": str(chance.randint(1, 5)),
        "customField": chance.choice(_NOTES),
        "callData": f'{{"product": "{chance.choice(_PRODUCTS)}", "offer": {chance.randint(1, 99)}}}',
    }


def records(chance: Random, most: int = BATCH) -> list[Fields]:
    """Some records: mostly few, sometimes as many as a call may add."""
    return [record(chance) for _ in range(chance.choice((1, 2, 3, 5, most)))]


def batch(chance: Random) -> list[Fields]:
    """As many records as a call may add."""
    return [record(chance) for _ in range(BATCH)]


def calling_number(chance: Random) -> Fields:
    """A calling number with its priority."""
    return {"accessCode": f"400{chance.randrange(1000):03}", "priority": chance.randint(1, 5)}
