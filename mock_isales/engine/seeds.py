"""Seeds: what a world holds when it begins. Their file form is read by `seed_files.py`."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field, StringConstraints, field_validator
from pydantic_core import PydanticCustomError

from mock_isales.contract.c2.access_keys import AccessKey
from mock_isales.contract.calling_numbers import ACCESS_CODE
from mock_isales.contract.calling_numbers import PRIORITY as CALLING_PRIORITY
from mock_isales.contract.campaigns import CallMode, Campaign, CampaignState, DeviceType, ResultPolicy
from mock_isales.contract.characters import DIALLABLE, DIGITS
from mock_isales.contract.clauses import Document
from mock_isales.contract.outbound_fields import CALLED_NO
from mock_isales.contract.path_fields import campaign_field, vdn_field
from mock_isales.contract.readings import Readings
from mock_isales.contract.service import ServiceSettings
from mock_isales.engine.forms import Form

_VDN = vdn_field(Document.ON)
_CAMPAIGN = campaign_field(Document.ON)

CallingNumberText = Annotated[
    str,
    StringConstraints(min_length=1, max_length=ACCESS_CODE.max_length, pattern=DIGITS.pattern(Readings())),
]
CalledNumberText = Annotated[
    str,
    StringConstraints(min_length=1, max_length=CALLED_NO.max_length, pattern=DIALLABLE.pattern(Readings())),
]

ACCESS_KEY_NAME = r"^[!-.0-~]+$"
"""The names of access keys: printable ASCII, without a space or the slash that ends them in tokens."""

AccessKeyName = Annotated[str, StringConstraints(min_length=1, max_length=128, pattern=ACCESS_KEY_NAME)]
VdnId = Annotated[int, Field(title="The VDN's id, 1 to 9999.", ge=_VDN.low, le=_VDN.high)]
CampaignId = Annotated[int, Field(title="The campaign's id, at least 1.", ge=_CAMPAIGN.low)]

_WITHOUT_NUL = r"^[^\x00]*$"
"""Not every database has that character; nobody's name does."""

MOST_PENDING = 10_000_000
"""Records that may simply be there in one campaign."""


class SeedCallingNumber(Form):
    """A calling number of a campaign."""

    access_code: CallingNumberText = Field(title="The number shown to the customer: at most 24 digits, in quotes.")
    priority: int = Field(
        1,
        title="1 to 5; a smaller value is a higher priority.",
        ge=CALLING_PRIORITY.low,
        le=CALLING_PRIORITY.high,
    )


class CampaignBody(Form):
    """What a campaign is, but for its id."""

    name: str = Field("", title="A name for people; any characters but NUL.", pattern=_WITHOUT_NUL)
    state: CampaignState = Field(CampaignState.RUNNING, title="Where it stands in its life.", strict=False)
    device_type: DeviceType = Field(
        DeviceType.PREDICTED, title="What handles its connected calls; intelligent_ivr asks for JSON.", strict=False
    )
    result_policy: ResultPolicy = Field(
        ResultPolicy.NONE, title="Its result policy; contact makes a called number's type mandatory.", strict=False
    )
    call_mode: CallMode = Field(
        CallMode.NONE, title="Its call mode; by_round makes a called number's type mandatory.", strict=False
    )
    pending: int = Field(
        0,
        title="Incomplete records that are simply there (priority 3, older than all others): a number, at no cost.",
        ge=0,
        le=MOST_PENDING,
    )
    calling_numbers: list[SeedCallingNumber] = Field([], title="Its calling numbers.")

    @field_validator("calling_numbers")
    @classmethod
    def _no_number_twice(cls, numbers: list[SeedCallingNumber]) -> list[SeedCallingNumber]:
        refuse_repeated("calling number", [number.access_code for number in numbers], "access_code")
        return numbers


class _WithId(Form):
    id: CampaignId


class SeedCampaign(CampaignBody, _WithId):
    """A campaign."""


class SeedVdn(Form):
    """A virtual contact centre."""

    id: VdnId
    blocklist: list[CalledNumberText] = Field([], title="Called numbers that must not be added, in quotes.")
    provisioned_numbers: list[CallingNumberText] = Field(
        [],
        title="Calling numbers that may be added under saas, or under op with restrict_vdn_calling_number off.",
    )
    campaigns: list[SeedCampaign] = Field([], title="Its campaigns.")

    @field_validator("blocklist", "provisioned_numbers")
    @classmethod
    def _no_number_twice(cls, numbers: list[str]) -> list[str]:
        refuse_repeated("number", numbers)
        return numbers

    @field_validator("campaigns")
    @classmethod
    def _no_campaign_twice(cls, campaigns: list[SeedCampaign]) -> list[SeedCampaign]:
        refuse_repeated("campaign", [campaign.id for campaign in campaigns], "id")
        return campaigns


MASK = "***"
"""What stands for an SK that is not shown."""


class SeedAccessKey(Form):
    """An access key, for servers that verify C2 tokens."""

    ak: AccessKeyName = Field(title="Its name, which stands in tokens.")
    sk: str = Field(title="Its secret, which signs.", min_length=1, max_length=1024, repr=False)
    vdns: list[VdnId] | None = Field(None, title="The VDNs that it may call for; all, if left out.")

    @field_validator("vdns")
    @classmethod
    def _no_vdn_twice(cls, vdns: list[int] | None) -> list[int] | None:
        refuse_repeated("VDN", vdns or [])
        return vdns

    @property
    def key(self) -> AccessKey:
        """The access key."""
        return AccessKey(self.ak, self.sk, None if self.vdns is None else frozenset(self.vdns))


class Seed(Form):
    """What a world holds when it begins."""

    access_keys: list[SeedAccessKey] = Field([], title="Who may call, where the server verifies C2 tokens.")

    settings: ServiceSettings = Field(ServiceSettings(), title="The configuration of the imitated server.")
    readings: Readings = Field(Readings(), title="How the documents are read where they can be read in two ways.")
    vdns: list[SeedVdn] = Field([], title="Its virtual contact centres.")

    @field_validator("access_keys")
    @classmethod
    def _no_key_twice(cls, keys: list[SeedAccessKey]) -> list[SeedAccessKey]:
        refuse_repeated("access key", [key.ak for key in keys], "ak")
        return keys

    @field_validator("vdns")
    @classmethod
    def _no_vdn_twice(cls, vdns: list[SeedVdn]) -> list[SeedVdn]:
        refuse_repeated("VDN", [vdn.id for vdn in vdns], "id")
        return vdns

    def without_vdns(self) -> "Seed":
        """The settings and readings alone, with what was left unsaid still unsaid."""
        said = self.model_fields_set & {"settings", "readings"}
        return Seed.model_construct(said, **{name: getattr(self, name) for name in said})


def campaign_of(vdn: int, seed: SeedCampaign) -> Campaign:
    """The campaign that a seed describes."""
    return Campaign(
        vdn=vdn,
        id=seed.id,
        name=seed.name,
        state=seed.state,
        device_type=seed.device_type,
        result_policy=seed.result_policy,
        call_mode=seed.call_mode,
        incomplete_records=seed.pending,
        incomplete_numbers=seed.pending,
    )


def refuse_repeated(what: str, ids: Sequence[int | str], key: str | None = None) -> None:
    """Raise the validation error of an id that stands twice; `index` and `key` of its context say where."""
    seen: set[int | str] = set()
    for index, each in enumerate(ids):
        if each in seen:
            context = {"what": what, "id": each, "index": index, "key": key}
            raise PydanticCustomError("repeated", "{what} {id} stands twice", context)
        seen.add(each)
