"""What a valid call asks for: the documents' objects, typed, with what was sent kept as it was sent."""

from dataclasses import dataclass


@dataclass(slots=True)
class CallingNumber:
    """A number shown to the customer (CN, Table 4).

    Attributes:
        access_code: At most 24 digits.
        priority: 1 to 5; a smaller value is a higher priority.
    """

    access_code: str
    priority: int


@dataclass(slots=True)
class CalledNumber:
    """A number of a customer (ON, Table 5).

    Attributes:
        called_no: At most 24 characters, only digits, `*` and `#`.
        delay_time: The call interval in seconds, `0` to `86400`.
        type: The number's type.
    """

    called_no: str
    delay_time: str = "0"
    type: str | None = None


@dataclass(slots=True)
class Record:
    """One customer to be called (ON, Table 4): one entry of `callDataList`.

    Attributes:
        session_id: The subscriber's id, which comes back in results.
        called: The customer's numbers, at least one.
        caller: The calling number.
        custom_field: What the user likes to keep.
        recycle_time: `yyyy-mm-dd hh:mm:ss`.
        call_data: Call-associated data, preferably JSON.
        priority: `1` to `5`, 1 is taken for dialling first.
    """

    called: list[CalledNumber]
    session_id: str | None = None
    caller: str | None = None
    custom_field: str | None = None
    recycle_time: str | None = None
    call_data: str | None = None
    priority: str = "3"


@dataclass(slots=True)
class AddCallingNumbers:
    """The body of a CN call (CN, Table 3)."""

    calling_numbers: list[CallingNumber]


@dataclass(slots=True)
class AddOutboundNumbers:
    """The body of an ON call (ON, Table 3)."""

    records: list[Record]
    batch_id: str | None = None
