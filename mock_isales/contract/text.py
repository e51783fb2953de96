"""Sentences in the two languages of the documents."""

from enum import StrEnum
from typing import NamedTuple


class Language(StrEnum):
    """A language that an answer can be written in."""

    ENGLISH = "en"
    CHINESE = "zh"

    @classmethod
    def of_locale(cls, locale: str | None) -> "Language":
        """The language that a `locale` header asks for (ON-LOCALE): `zh_CN`, also when it is absent or unknown."""
        asked = (locale or "").strip().replace("-", "_").lower()
        return cls.ENGLISH if asked in {"en", "en_us"} else cls.CHINESE


class Text(NamedTuple):
    """One sentence, in English and in Chinese."""

    english: str
    chinese: str

    def of(self, language: Language) -> str:
        """The sentence in that language."""
        return self.english if language is Language.ENGLISH else self.chinese
