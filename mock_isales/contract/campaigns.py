"""A campaign as the rules see it."""

from dataclasses import dataclass
from enum import StrEnum


class CampaignState(StrEnum):
    """Where a campaign stands in its life."""

    DRAFT = "draft"
    RUNNING = "running"
    PAUSED = "paused"
    COMPLETED = "completed"


class DeviceType(StrEnum):
    """What handles a campaign's connected calls."""

    INTELLIGENT_IVR = "intelligent_ivr"
    PREDICTED = "predicted"
    AUTOMATIC_IVR = "automatic_ivr"
    PREVIEW = "preview"
    PREOCCUPIED = "preoccupied"


class ResultPolicy(StrEnum):
    """Policy Type under OUTBOUND CALL RESULT POLICY."""

    NONE = "none"
    CONTACT = "contact"


class CallMode(StrEnum):
    """Call Mode under CALL POLICY."""

    NONE = "none"
    BY_ROUND = "by_round"


@dataclass(slots=True)
class Campaign:
    """One outbound-call task of a VDN.

    Attributes:
        vdn: The virtual contact centre, 1 to 9999.
        id: At least 1.
        name: For people.
        incomplete_records: Records not yet dialled to an end.
        incomplete_numbers: The called numbers of those records.
        last_call: When the last ON call that the pace counts was made, in microseconds since the epoch.
    """

    vdn: int
    id: int
    name: str = ""
    state: CampaignState = CampaignState.RUNNING
    device_type: DeviceType = DeviceType.PREDICTED
    result_policy: ResultPolicy = ResultPolicy.NONE
    call_mode: CallMode = CallMode.NONE
    incomplete_records: int = 0
    incomplete_numbers: int = 0
    last_call: int | None = None
