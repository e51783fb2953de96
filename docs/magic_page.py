"""The page about the magic values, written from their declaration."""

from collections.abc import Iterator

from mock_isales.contract.catalogue import INTERFACES
from mock_isales.engine.faults.magic import magic_values


def magic_page() -> str:
    """Every magic value: what to send, and what becomes of it."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# Magic values"
    yield ""
    yield "Written by `make docs` from the code; `mock-isales magic` prints the same. With the setting `magic_values`"
    yield "on (`--setting magic_values=true`, `MOCK_ISALES_SETTINGS__MAGIC_VALUES=true`, `settings` of a seed or of a"
    yield "running world), these campaign ids, called numbers and access codes are answered in a way of their own, from"
    yield "any language, with no other set-up. No other server knows them. A call has to be valid in itself; of several"
    yield "values its campaign decides, then the first number. A fault that was set comes first. What lets the call be"
    yield "done is best a number: the campaign has to be there."
    yield ""
    yield "| value | becomes | 中文 | of |"
    yield "|---|---|---|---|"
    for each in magic_values():
        operations = "both" if len(each.operations) == len(INTERFACES) else f"`{'`, `'.join(each.operations)}`"
        yield f"| `{each.digits}` | {each.does.english} | {each.does.chinese} | {operations} |"
