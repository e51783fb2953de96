"""Which calls a fault is for."""

from functools import cached_property
from typing import Annotated, Any

from pydantic import ConfigDict, Field, StringConstraints

from mock_isales.contract.clauses import Document
from mock_isales.contract.judging import Call
from mock_isales.contract.outbound_fields import SESSION_ID
from mock_isales.contract.path_fields import campaign_field, vdn_field
from mock_isales.contract.requests import AddOutboundNumbers, Record
from mock_isales.engine.forms import Form
from mock_isales.engine.seeds import CalledNumberText

_VDN = vdn_field(Document.ON)
_CAMPAIGN = campaign_field(Document.ON)

OF_RECORDS = ("session", "called_number")
"""What only a call with records has."""


class Traits:
    """What a matcher looks at in a call. Its sessions and called numbers are gathered once somebody asks for them."""

    def __init__(self, call: Call[Any]) -> None:
        self.vdn = call.vdn
        self.campaign = call.campaign
        self._request: object = call.request

    @cached_property
    def sessions(self) -> frozenset[str | None]:
        """The sessions of its records."""
        return frozenset(record.session_id for record in self._records)

    @cached_property
    def called_numbers(self) -> frozenset[str]:
        """The called numbers of its records."""
        return frozenset(called.called_no for record in self._records for called in record.called)

    @property
    def _records(self) -> list[Record]:
        return self._request.records if isinstance(self._request, AddOutboundNumbers) else []


class Match(Form):
    """Which calls of the operation are meant: those that all of this fits, and all of them if nothing is said."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{}, {"campaign": 1}, {"vdn": 1, "campaign": 1, "called_number": "88888888"}]}
    )

    vdn: Annotated[int, Field(ge=_VDN.low, le=_VDN.high)] | None = Field(None, description="Calls of this VDN.")
    campaign: Annotated[int, Field(ge=_CAMPAIGN.low)] | None = Field(None, description="Calls for this campaign.")
    session: Annotated[str, StringConstraints(min_length=1, max_length=SESSION_ID.max_length)] | None = Field(
        None, description="Calls that add a record of this session (sessionId); no call of add_calling_numbers does."
    )
    called_number: CalledNumberText | None = Field(
        None, description="Calls that add a record with this called number; no call of add_calling_numbers does."
    )

    @property
    def needs_records(self) -> list[str]:
        """What was said that only a call with records fits."""
        return [name for name in OF_RECORDS if getattr(self, name) is not None]

    def fits(self, traits: Traits) -> bool:
        """Whether a call is meant."""
        return (
            (self.vdn is None or self.vdn == traits.vdn)
            and (self.campaign is None or self.campaign == traits.campaign)
            and (self.session is None or self.session in traits.sessions)
            and (self.called_number is None or self.called_number in traits.called_numbers)
        )
