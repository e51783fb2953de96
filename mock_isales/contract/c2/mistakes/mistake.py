"""A mistake that a port of the signer makes."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from mock_isales.contract.c2.mistakes.drafts import Draft

Change = Callable[[Draft], Draft]
"""What a mistake makes of the right way to sign. Where it makes no difference, it may return what it was given."""


class MistakeKind(StrEnum):
    """The mistakes that are known, by name."""

    RAW_KEY = "raw_key"
    BASE64 = "base64"
    UPPER_CASE_SIGNATURE = "upper_case_signature"
    NO_SIGNING_KEY = "no_signing_key"
    SECRET_WHITE_SPACE = "secret_white_space"  # noqa: S105 - a name
    SECRET_AS_NAME = "secret_as_name"  # noqa: S105
    BODY_HASHED = "body_hashed"
    BODY_NOT_ENCODED = "body_not_encoded"
    BODY_LEFT_OUT = "body_left_out"
    BODY_WRITTEN_ANEW = "body_written_anew"
    SLASH_NOT_ENCODED = "slash_not_encoded"
    LOWER_CASE_HEX = "lower_case_hex"
    FORM_ENCODING = "form_encoding"
    MARKS_NOT_ENCODED = "marks_not_encoded"
    QUERY_LINE_EMPTY = "query_line_empty"
    QUERY_LEFT_OUT = "query_left_out"
    QUERY_IN_PATH = "query_in_path"
    QUERY_UNSORTED = "query_unsorted"
    QUERY_ENCODED_TWICE = "query_encoded_twice"
    QUERY_NOT_ENCODED = "query_not_encoded"
    PATH_ENCODED_TWICE = "path_encoded_twice"
    PATH_DECODED = "path_decoded"
    PATH_SLASH_ADDED = "path_slash_added"
    PATH_FULL_ADDRESS = "path_full_address"
    HEADERS_UNSORTED = "headers_unsorted"
    HEADER_NAMES_UPPER_CASE = "header_names_upper_case"
    HEADERS_NOT_ENCODED = "headers_not_encoded"
    PORT_MISSING = "port_missing"
    PORT_ADDED = "port_added"
    LENGTH_IN_CHARACTERS = "length_in_characters"
    CONTENT_TYPE_CHANGED = "content_type_changed"
    METHOD_LOWER_CASE = "method_lower_case"
    LINE_BREAKS = "line_breaks"
    LINE_ORDER = "line_order"
    LOCAL_TIME = "local_time"


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake that explains a token, and what to change.

    Attributes:
        kind: Its name.
        sentence: What the client did.
        advice: What it should do instead.
    """

    kind: MistakeKind
    sentence: str
    advice: str


@dataclass(frozen=True, slots=True)
class Known:
    """A mistake that is looked for.

    Attributes:
        mistake: What is said when it is found.
        changes: The ways in which it is made, the likeliest first.
        often: Whether it is common enough to be looked for together with another.
    """

    mistake: Mistake
    changes: tuple[Change, ...]
    often: bool = False


def known(kind: MistakeKind, sentence: str, advice: str, *changes: Change, often: bool = False) -> Known:
    """A mistake that is looked for."""
    return Known(Mistake(kind, sentence, advice), changes, often)
