"""Lists of faults."""

from pydantic import Field

from mock_isales.engine.faults.forms import SetFault
from mock_isales.engine.forms import Form


class FaultList(Form):
    """The faults of a world."""

    total: int = Field(title="How many there are, those that have ended too.")
    faults: list[SetFault] = Field(title="The faults, in the order they were set.")
