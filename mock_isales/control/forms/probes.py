"""What the probes answer."""

from typing import Literal

from pydantic import Field

from mock_isales.contract.readings import Edition, Readings
from mock_isales.contract.service import ServiceSettings
from mock_isales.engine.forms import Form


class Live(Form):
    """The process answers."""

    status: Literal["live"] = "live"


class Ready(Form):
    """The double can do its work."""

    status: Literal["ready"] = "ready"
    worlds: int = Field(title="How many worlds there are.")
    store: str = Field(title="Where state is kept: memory or sqlite.")


class Version(Form):
    """Which double this is, and what it takes by default."""

    version: str = Field(title="The version of mock-isales.")
    edition: Edition = Field(title="The edition of the documents.")
    readings: Readings = Field(title="The readings of the default world.")
    settings: ServiceSettings = Field(title="The settings of the default world.")
