"""What the documents say, as it is told to a page or a program."""

from typing import Literal

from pydantic import Field

from mock_isales.contract.clauses import Document, Standing
from mock_isales.engine.forms import Form


class ContractQuery(Form):
    """How it is told."""

    language: Literal["en", "zh"] = Field("en", title="In which language.")


class CodeView(Form):
    """A result code."""

    code: str = Field(title="The code.")
    sentence: str = Field(title="What the documents say of it.")
    by_faults_only: bool = Field(title="Whether no clause leads to it, so that only a fault answers it.")


class InterfaceView(Form):
    """An interface."""

    operation: str = Field(title="Its operation.")
    document: Document = Field(strict=False, title="The document that describes it.")
    title: str = Field(title="The document's title.")
    codes: list[CodeView] = Field(title="The codes that it documents, success first.")


class ClauseView(Form):
    """A clause."""

    id: str = Field(title="Its id.")
    document: Document = Field(strict=False, title="The document that it is from.")
    operations: list[str] = Field(title="The operations that it is about.")
    section: str = Field(title="The heading or table that it stands under.")
    sentence: str = Field(title="What it says.")
    outcome: str | None = Field(
        None, title="The result code, or the HTTP status, of a call that departs from it; null if no call can."
    )
    standing: Standing = Field(strict=False, title="How sure it is.")
    readings: list[str] = Field(title="The readings that it depends on.")


class ReadingView(Form):
    """A reading."""

    name: str = Field(title="Its name.")
    default: str = Field(title="What is taken by default.")
    values: list[str] = Field(title="All that can be taken, the default first.")
    decides: str = Field(title="What it decides.")
    why: str = Field(title="Why the default is the default.")


class ContractView(Form):
    """What the documents say."""

    interfaces: list[InterfaceView] = Field(title="The interfaces.")
    clauses: list[ClauseView] = Field(title="The clauses, each once, in the order of the checks.")
    standings: dict[str, str] = Field(title="What each standing means.")
    readings: list[ReadingView] = Field(title="The readings.")
