"""Readings: where the documents can be read in two ways, what is taken by default, and why.

A reading is a setting. Each field below is one: its type lists the default's name and the alternatives, its title says
what is being decided, its description why the default is the default.
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Edition = Literal["2025-11", "2025-03"]

EDITION_PRESETS: dict[Edition, dict[str, str]] = {
    "2025-11": {},
    "2025-03": {"refusing_states": "completed_running"},
}
"""The readings in which an edition of the pages differs from the defaults, which follow the edition of 2025-11."""


class Readings(BaseModel):
    """How the documents are read. Immutable: a change makes a new one."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    data_id_key: Literal["dataIdList", "datalist"] = Field(
        "dataIdList",
        title="The key of the list of identifiers in returnObject: the sample's, or the table's (still an array).",
        description="Samples are captured from a real server.",
    )
    data_id_per: Literal["record", "number"] = Field(
        "record",
        title="Whether the list has one entry a record, or one a called number.",
        description="The sample sends two records with three numbers and is answered with two entries.",
    )
    total_size: Literal["campaign", "accepted"] = Field(
        "campaign",
        title="Whether totalSize counts the campaign's incomplete records, or the records of this call.",
        description="The table's sentence: total number of outbound calls that the system needs to make.",
    )
    cap_counts: Literal["record", "number"] = Field(
        "record",
        title="Whether the cap of 200,000 counts records or called numbers.",
        description='"Incomplete outbound calls"; the Chinese page says records.',
    )
    duplicate_scope: Literal["session", "call", "campaign"] = Field(
        "session",
        title="Where a called number must be unique: under one sessionId of a call, in the call, in the campaign.",
        description='The restriction\'s sentence: "added each time under the same session ID".',
    )
    sessionless_records: Literal["grouped", "separate"] = Field(
        "grouped",
        title="Whether the records of a call that have no sessionId form one group, or one each.",
        description="Stricter: what passes here passes there.",
    )
    pace_counts: Literal["reached", "accepted"] = Field(
        "reached",
        title="Which calls the pace counts: all that reach its check and pass it, or those that end in success.",
        description='The restriction speaks of the time of "invoking".',
    )
    refusing_states: Literal["completed", "completed_running"] = Field(
        "completed",
        title="The campaign states in which outbound numbers cannot be added.",
        description='The newest edition dropped "ongoing"; the edition 2025-03 has it.',
    )
    content_type: Literal["json", "fixed"] = Field(
        "json",
        title="Whether Content-Type may leave out its charset, or must be exactly the documented value.",
        description="Both mean the same on the wire (JSON is UTF-8), and most HTTP libraries leave the charset out.",
    )
    special_characters: Literal["wide", "printed"] = Field(
        "wide",
        title="Which characters are special: those of both language editions, or those printed in this one.",
        description="Stricter, and both pages describe one server.",
    )
    text_length: Literal["utf16", "codepoints"] = Field(
        "utf16",
        title="What a character of a length is: a UTF-16 code unit, as Java counts, or a code point.",
        description="Stricter: what passes here passes there.",
    )
    validation_codes: Literal["specific", "umbrella"] = Field(
        "specific",
        title="Whether a validation answers its eight-digit code, or 0200001 with that code's sentence as the detail.",
        description="The error tables list both.",
    )
    failure_return_object: Literal["omitted", "null"] = Field(
        "omitted",
        title="Whether a failure of ON leaves returnObject out, or has it as null.",
        description="A failure has nothing to return, and the documents show none.",
    )
    json_types: Literal["strict", "coerce"] = Field(
        "strict",
        title="Whether a number may stand for a documented String and a numeric string for a documented Integer.",
        description='The code "Incorrect parameter type" exists.',
    )
    description_language: Literal["locale", "english"] = Field(
        "locale",
        title="Whether descriptions follow the locale header, or are always English.",
        description="The header's sentence.",
    )
    c2_empty_query_line: Literal["refuse", "accept"] = Field(
        "refuse",
        title="Whether a C2 signature may have an empty line where the query would be, when there is none.",
        description="The vendor's own code has no such line.",
    )
    ivr_call_data: Literal["json_or_escaped", "json"] = Field(
        "json_or_escaped",
        title="Whether callData for an intelligent IVR flow may be JSON that was escaped once more.",
        description="The document's own example, sent as it is printed, is JSON escaped once more.",
    )
