"""What is asked of a report."""

from pydantic import Field

from mock_isales.engine.forms import Form
from mock_isales.engine.report.formats.catalogue import FormatName
from mock_isales.engine.report.forms import LanguageCode


class ReportQuery(Form):
    """How a report is told."""

    format: FormatName = Field("json", title="What it is written in.")
    language: LanguageCode = Field("en", title="The language of its sentences.")
