"""All texts of the page, by their ids. `{name}` stands for what is put in."""

from collections.abc import Mapping
from types import MappingProxyType

from mock_isales.contract.text import Language, Text
from mock_isales.ui.texts import call, calls, campaigns, charts, contract, knobs, shell

TEXTS: Mapping[str, Text] = MappingProxyType(
    {
        f"{subject}.{name}": text
        for subject, texts in {
            "shell": shell.TEXTS,
            "calls": calls.TEXTS,
            "call": call.TEXTS,
            "campaigns": campaigns.TEXTS,
            "charts": charts.TEXTS,
            "knobs": knobs.TEXTS,
            "contract": contract.TEXTS,
        }.items()
        for name, text in texts.items()
    }
)


def texts_of(language: Language) -> dict[str, str]:
    """All of them in a language."""
    return {name: text.of(language) for name, text in TEXTS.items()}
