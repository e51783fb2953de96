"""The nearest text of a String field."""

from unicodedata import normalize

from mock_isales.contract.characters import NoSpecials, Only
from mock_isales.contract.fields import is_empty
from mock_isales.contract.forms import WholeNumber, is_digits, is_time, is_within
from mock_isales.contract.json_text import JsonValue
from mock_isales.contract.nearest import sentences
from mock_isales.contract.nearest.dialled import digits_of
from mock_isales.contract.nearest.numbers import meant, within
from mock_isales.contract.nearest.sentences import Nearest
from mock_isales.contract.nearest.times import nearest_time
from mock_isales.contract.nearest.writing import written
from mock_isales.contract.outbound_fields import CALLER
from mock_isales.contract.scalars import String, is_string, length
from mock_isales.contract.service import Terms
from mock_isales.contract.text import Text

_UTF16_UNITS = Text("characters, as Java counts them (UTF-16 code units)", "个字符（按Java的算法，即UTF-16编码单元计）")
_CODE_POINTS = Text("characters (code points)", "个字符（按码点计）")

Change = tuple[str | None, tuple[Text, ...]]
"""The text afterwards, None if nothing is left to go by; and what was done."""


def nearest_text(field: String, value: JsonValue, terms: Terms) -> Nearest:
    """The nearest text that passes all checks of a field."""
    if is_empty(value):
        return Nearest(_example(field), (sentences.GIVEN,))
    text, first = _as_text(field, value, terms)
    done = list(first)
    if text and isinstance(field.alphabet, Only):
        return _dialled(field, text, done, terms)
    if text and _is_long_json(field, text, terms):
        limit, unit = field.max_length or 0, _unit(terms)
        return Nearest(None, (*done, sentences.shorten_json(limit, length(text, terms), unit)))
    for change in (_allowed, _formed, _shortened):
        if not text:
            break
        text, how = change(field, text, terms)
        done += how
    if text and field.refusal(text, "", terms) is None:
        return Nearest(text, tuple(done))
    if field is CALLER and isinstance(value, str):
        return Nearest(_example(field), (sentences.FROM_ITS_SOURCE,))
    return Nearest(_example(field), (sentences.EXAMPLE if field.mandatory else sentences.OPTIONAL_EXAMPLE,))


def _example(field: String) -> str:
    return str(field.example)


def _dialled(field: String, text: str, done: list[Text], terms: Terms) -> Nearest:
    """The same number, or an example: a number with a digit less is somebody else's."""
    if field.refusal(text, "", terms) is None:
        return Nearest(text, tuple(done))
    digits, how = digits_of(text)
    if digits is not None and field.refusal(digits, "", terms) is None:
        return Nearest(digits, (*done, *how))
    has_digits = any(each.isdecimal() for each in text)
    return Nearest(_example(field), (sentences.FROM_ITS_SOURCE if has_digits else sentences.EXAMPLE,))


def _as_text(field: String, value: JsonValue, terms: Terms) -> Change:
    if is_string(value, terms):
        return str(value), ()
    if isinstance(value, (dict, list)):
        is_free = field.alphabet is None and field.form is None
        return (written(value), (sentences.AS_JSON_STRING,)) if is_free else (None, ())
    return written(value), (sentences.AS_STRING,)


def _allowed(field: String, text: str, terms: Terms) -> Change:
    """Without the characters that may not stand there."""
    if isinstance(field.alphabet, NoSpecials) and not field.alphabet.allow(text, terms.readings):
        kept, gone = _sifted(field.alphabet, text, terms)
        text = kept.replace("\0", "")
        return text, (sentences.taken_out(gone),)
    if field.nul is not None and "\0" in text:
        return text.replace("\0", ""), (sentences.WITHOUT_NUL,)
    return text, ()


def _sifted(alphabet: NoSpecials, text: str, terms: Terms) -> tuple[str, list[str]]:
    """What may stand there, and what may not. Each character is looked at once, however often it is there."""
    specials = set(alphabet.specials(terms.readings))
    gone = [each for each in dict.fromkeys(text) if each in specials]
    plain = {each: normalize("NFKC", each) for each in gone}
    instead = {ord(each): said if alphabet.allow(said, terms.readings) else "" for each, said in plain.items()}
    return text.translate(instead), gone


def _formed(field: String, text: str, terms: Terms) -> Change:  # noqa: ARG001 - the changes share one form
    if field.form is None:
        return text, ()
    if isinstance(field.form, WholeNumber):
        return _whole(field.form, text)
    return (text, ()) if is_time(text) else nearest_time(text)


def _whole(form: WholeNumber, text: str) -> Change:
    if is_digits(text) and is_within(text, form.low, form.high):
        return text, ()
    number = meant(text)
    if number is None:
        return None, ()
    is_in_range = form.low <= number <= form.high
    sentence = sentences.IN_DIGITS if is_in_range else sentences.clamped(form.low, form.high)
    return str(within(number, form.low, form.high)), (sentence,)


def _shortened(field: String, text: str, terms: Terms) -> Change:
    limit = field.max_length
    long = length(text, terms)
    if limit is None or long <= limit:
        return text, ()
    if field is CALLER:
        return None, ()
    shorter = text[:limit]
    while length(shorter, terms) > limit:
        shorter = shorter[:-1]
    return shorter, (sentences.cut(limit, long, _unit(terms)),)


def _is_long_json(field: String, text: str, terms: Terms) -> bool:
    """Whether a text of an optional field is an object or a list in JSON, and too long."""
    is_free = field.alphabet is None and field.form is None and not field.mandatory
    is_long = field.max_length is not None and length(text, terms) > field.max_length
    return is_free and is_long and text.lstrip()[:1] in {"{", "["}


def _unit(terms: Terms) -> Text:
    return _UTF16_UNITS if terms.readings.text_length == "utf16" else _CODE_POINTS
