"""HAR 1.2, as far as a replay reads it. Browsers and proxies say much more, which is passed over."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from mock_isales.engine.forms import Form


class _Part(BaseModel):
    """A part of a HAR file: what is not known is no mistake here."""

    model_config = ConfigDict(
        extra="ignore", frozen=True, strict=True, defer_build=True, validate_by_name=True, serialize_by_alias=True
    )


class HarHeader(_Part):
    """A header."""

    name: str
    value: str


class HarBody(_Part):
    """A body that was sent."""

    text: str | None = None
    params: list[Any] | None = Field(None, title="What a form was filled with; no documented call has such a body.")
    encoding: str | None = Field(None, title="base64, where the text is that.")
    own_encoding: str | None = Field(None, alias="_encoding", title="The same, as this double says it.")


class HarRequest(_Part):
    """A request."""

    method: str
    url: str
    headers: list[HarHeader] = []
    body: HarBody | None = Field(None, alias="postData")


class HarContent(_Part):
    """A body that was answered."""

    text: str | None = None
    encoding: str | None = Field(None, title="base64, where the text is that.")


class HarResponse(_Part):
    """An answer."""

    status: int = Field(title="The HTTP status; 0, where none came.")
    content: HarContent | None = None


class HarEntry(_Part):
    """A call and its answer."""

    started: str | None = Field(None, alias="startedDateTime", title="When it was made, with its zone.")
    request: HarRequest
    response: HarResponse
    clause: str | None = Field(None, alias="_clause", title="The clause that refused it, as this double says it.")


class HarLog(_Part):
    """What was recorded."""

    entries: list[HarEntry] = Field(title="The calls, in the order in which they are replayed.")


class Har(_Part):
    """A HAR file."""

    log: HarLog


class ReplayQuery(Form):
    """How calls are replayed."""

    clock: Literal["as_is", "recorded"] = Field(
        "as_is", title="recorded: the world's clock stands at each call's own time, and is put back afterwards."
    )
