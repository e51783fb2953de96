"""Which codes a fault may answer with."""

from collections.abc import Sequence
from typing import Any

from mock_isales.contract.interface import Interface
from mock_isales.engine.faults.places import wrong_at
from mock_isales.engine.seed_files.wording import nearest

_PLACE = ("answer", "code")


def refuse_undocumented(code: str, interfaces: Sequence[Interface[Any]]) -> None:
    """Refuse a code that not every interface documents which a fault may strike.

    Raises:
        ValidationError: It says which code is the nearest, which ones are documented, and how to send it all the same.
    """
    without = [each.operation for each in interfaces if code not in each.codes]
    if without:
        raise wrong_at(_PLACE, code, "; ".join(_parts(code, interfaces, without)))


def _parts(code: str, interfaces: Sequence[Interface[Any]], without: Sequence[str]) -> list[str]:
    """What is to be said of a code that some interfaces do not document."""
    documented = [each.value for each in interfaces[0].codes if all(each in other.codes for other in interfaces)]
    return [
        f"{' and '.join(without)} {'documents' if len(without) == 1 else 'document'} no code {code}",
        *_instead(code, interfaces, documented),
        f"documented{' by both' if len(interfaces) > 1 else ''} are {', '.join(documented)}",
        "off_contract: true sends it all the same",
    ]


def _instead(code: str, interfaces: Sequence[Interface[Any]], documented: Sequence[str]) -> list[str]:
    """What was most likely meant: the operation that does document the code, or a code that is like it."""
    for each in interfaces:
        if code in each.codes:
            return [f"{each.operation} does, if that is said as the operation"]
    close = nearest(code, documented)
    return [f"the nearest is {close}"] if close else []
