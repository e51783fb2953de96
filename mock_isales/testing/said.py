"""What is said to a double by keywords. Each names the form that has its meanings and limits; a server judges them."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypedDict

from mock_isales.engine.forms import Instant
from mock_isales.engine.seeds import SeedCallingNumber


class RecordFilters(TypedDict, total=False):
    """Which records of a campaign are wanted (`RecordQuery`); None is any."""

    state: Literal["incomplete", "completed"] | None
    priority: int | None
    session: str | None
    called_number: str | None
    batch: str | None
    data_id: int | None


class CampaignSaid(TypedDict, total=False):
    """What is said of a campaign (`CampaignForm`)."""

    name: str
    state: str
    device_type: str
    result_policy: str
    call_mode: str
    pending: int
    calling_numbers: Sequence[SeedCallingNumber | Mapping[str, Any]]
    last_call: Instant | None
