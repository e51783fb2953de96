"""Settings of the imitated server: its configuration, as an operator of the real one would make it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from mock_isales.contract.c2.access_keys import AccessKey
from mock_isales.contract.readings import Readings

MADE_ON_FIRST_USE: Mapping[str, Any] = MappingProxyType({"unknown_campaigns": "create"})
"""The setting under which there is no unknown campaign."""

Count = Annotated[int, Field(ge=1, le=1_000_000)]


class ServiceSettings(BaseModel):
    """The configuration of the imitated server. Immutable: a change makes a new one."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    calldata_max: Count = Field(20, title="isales.api.calldata.max: the most records that one ON call may add.")
    uncomplate_count: bool = Field(
        default=True,
        title="isales.api.uncomplate.count (the documents spell it so): whether incomplete records are counted. "
        "Without, there is no cap, and totalSize is the number of records just added.",
    )
    callerno_total_max: Count = Field(1000, title="The most calling numbers that one campaign may have.")
    incomplete_max: Count = Field(200_000, title="The most incomplete records that one campaign may have.")
    pace_interval: Annotated[float, Field(ge=0, le=86_400, allow_inf_nan=False)] = Field(
        1.0, title="The least time between two counted ON calls of one campaign, in seconds; 0 lifts the pace."
    )
    unknown_campaigns: Literal["refuse", "create"] = Field(
        "refuse",
        title="What a call for an unknown campaign meets: 0200007, or a running campaign made on first use, "
        "and its VDN.",
    )
    deployment: Literal["op", "saas"] = Field(
        "op", title="Where the server runs: on premises, or as a service, where only provisioned numbers may call."
    )
    restrict_vdn_calling_number: bool = Field(
        default=True,
        title="The switch Restrict VDN Calling Number of an op deployment; off, only provisioned numbers may call.",
    )

    c2_window: Annotated[float, Field(ge=0, le=31_622_400, allow_inf_nan=False)] = Field(
        900.0, title="How far a C2 token's time may be from the clock, in seconds; 0: its time is not judged."
    )
    c2_clock: Literal["host", "world"] = Field(
        "host", title="Which clock judges it: the host's, with which clients sign, or the world's."
    )
    magic_values: bool = Field(
        default=False,
        title="Of the double alone: whether reserved campaign ids and numbers, which `mock-isales magic` lists, are "
        "answered with a code or a fault of their own.",
    )

    @property
    def pace_interval_us(self) -> int:
        """The pace in whole microseconds."""
        return round(self.pace_interval * 1_000_000)

    @property
    def c2_window_us(self) -> int:
        """The window in whole microseconds."""
        return round(self.c2_window * 1_000_000)

    @property
    def only_provisioned(self) -> bool:
        """Whether a VDN may add only those calling numbers that it has been provisioned with (CN-PROVISIONED)."""
        return self.deployment == "saas" or not self.restrict_vdn_calling_number

    @property
    def slow_batches(self) -> bool:
        """Whether the documents say of this configuration that a call may take over 1 s (ON-CALLDATALIST-COUNT)."""
        return self.calldata_max > 2000 or (self.calldata_max > 20 and self.uncomplate_count)  # noqa: PLR2004


@dataclass(frozen=True, slots=True)
class Terms:
    """What a call is judged under."""

    readings: Readings
    service: ServiceSettings
    access_keys: tuple[AccessKey, ...] = ()
