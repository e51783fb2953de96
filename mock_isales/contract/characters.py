"""The characters that a String field may hold."""

from dataclasses import dataclass

from mock_isales.contract.readings import Readings
from mock_isales.contract.text import Text

PRINTED_SPECIALS = "`~!@#$%^&*()+=|{}'\":;<>/?.\\[]¥,-"
FULL_WIDTH_SPECIALS = "！￥…（）—【】‘’“”；：，、？。"

_ESCAPED_IN_CLASS = frozenset("\\]^-[")


def _character_class(characters: str) -> str:
    """The inside of a regular expression's character class, for every dialect that reads it here."""
    return "".join(f"\\{c}" if c in _ESCAPED_IN_CLASS else c for c in characters)


@dataclass(frozen=True, slots=True)
class Only:
    """Only these characters."""

    characters: str
    sentence: Text

    def allow(self, text: str, readings: Readings) -> bool:  # noqa: ARG002 - the alphabets share one form
        """Whether the text holds nothing else."""
        return not set(text).difference(self.characters)

    def pattern(self, readings: Readings) -> str:  # noqa: ARG002
        """The same as a regular expression."""
        return f"^[{_character_class(self.characters)}]*$"


@dataclass(frozen=True, slots=True)
class NoSpecials:
    """No special characters, but for some.

    Attributes:
        but: Special characters that may stand there all the same.
    """

    sentence: Text
    but: str = ""

    def allow(self, text: str, readings: Readings) -> bool:
        """Whether the text holds none of them."""
        return set(text).isdisjoint(self.specials(readings))

    def pattern(self, readings: Readings) -> str:
        """The same as a regular expression."""
        return f"^[^{_character_class(self.specials(readings))}]*$"

    def specials(self, readings: Readings) -> str:
        """The characters that are special under a reading."""
        wide = FULL_WIDTH_SPECIALS if readings.special_characters == "wide" else ""
        return "".join(c for c in PRINTED_SPECIALS + wide if c not in self.but)


Alphabet = Only | NoSpecials

DIGITS = Only("0123456789", Text("only digits", "只能包含数字"))
DIALLABLE = Only("0123456789*#", Text("only digits, * and #", "只能包含数字、*和#"))
NO_SPECIALS = NoSpecials(Text("no special characters", "不能包含特殊字符"))
NO_SPECIALS_BUT_HYPHEN = NoSpecials(
    Text("no special characters but the hyphen", "不能包含除连字符外的特殊字符"), but="-"
)
