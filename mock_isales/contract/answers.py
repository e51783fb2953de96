"""What an answer says: the code and the sentence for a refusal, under the readings and in a language."""

from typing import NamedTuple

from mock_isales.contract.clauses import Refusal
from mock_isales.contract.codes import ResultCode
from mock_isales.contract.readings import Readings
from mock_isales.contract.text import Language


class Description(NamedTuple):
    """A result code and its description; the code may be one that no document has, if somebody asked for it."""

    code: str
    text: str


def describe(refusal: Refusal | None, success: str, readings: Readings, language: Language) -> Description:
    """The code and the text of an answer: those of success, or the code and the documented sentence of a refusal.

    0200001 announces details, so there the sentence, a space and the detail. Under the reading
    `validation_codes: umbrella` an eight-digit code's sentence is such a detail.

    Raises:
        LookupError: The refusal is answered with an HTTP status, which has no documented sentence.
    """
    if refusal is None:
        return Description(str(ResultCode.SUCCESS), success)
    code = refusal.clause.code
    if code is None:
        raise LookupError(f"{refusal.clause.id} has no result code")
    language = _told(readings, language)
    detail = refusal.detail
    if code.is_validation and readings.validation_codes == "umbrella":
        code, detail = ResultCode.PARAMETER_ERROR, code.sentence
    sentence = code.sentence.of(language)
    return Description(str(code), sentence if detail is None else f"{sentence} {detail.of(language)}")


def describe_code(code: str, success: str, readings: Readings, language: Language) -> Description:
    """The code and the text of an answer that somebody asked for, whatever the call: no detail, no text if unknown."""
    if code == ResultCode.SUCCESS:
        return Description(code, success)
    known = next((each for each in ResultCode if each == code), None)
    return Description(code, known.sentence.of(_told(readings, language)) if known else "")


def _told(readings: Readings, language: Language) -> Language:
    return Language.ENGLISH if readings.description_language == "english" else language
