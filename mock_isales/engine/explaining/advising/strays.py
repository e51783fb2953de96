"""What to change in a call that went where no documented operation lies."""

from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import Any
from urllib.parse import unquote

from mock_isales.contract.catalogue import INTERFACES
from mock_isales.contract.forms import is_digits
from mock_isales.contract.interface import Interface
from mock_isales.contract.text import Language, Text
from mock_isales.engine.addresses import without_prefix
from mock_isales.engine.explaining.forms import AdviceTold
from mock_isales.engine.explaining.showing import shortened
from mock_isales.engine.explaining.subjects import Subject
from mock_isales.engine.explaining.wording import stray_advice as wording

_LIKE = 0.5
_LOOKED_AT = 300
_NOT_FOUND = 404
_OTHER: Mapping[int, tuple[list[Text], str | None]] = {405: ([wording.POST], "POST"), 414: ([wording.SHORTER], None)}


def stray_advice(subject: Subject, language: Language) -> AdviceTold | None:
    """What to change; None for a call that an interface has decided about."""
    entry = subject.entry
    if entry.decision is not None or subject.injected:
        return None
    if entry.status == _NOT_FOUND:
        sentences, value = _nearest(subject)
    else:
        sentences, value = _OTHER.get(entry.status, ([wording.OUTSIDE], None))
    return AdviceTold(sentences=[each.of(language) for each in sentences], value=value)


def _nearest(subject: Subject) -> tuple[list[Text], str | None]:
    path = without_prefix(unquote(subject.entry.target.partition("?")[0][:_LOOKED_AT]))
    likeness = {interface.operation: _likeness(interface, path) for interface in INTERFACES}
    best = max(INTERFACES, key=lambda interface: likeness[interface.operation])
    if likeness[best.operation] < _LIKE:
        return [wording.documented(each.wire.path, each.document.heading) for each in INTERFACES], None
    sentences = [wording.nearest(best.wire.path, best.document.heading)]
    sent, known = path.strip("/").split("/"), best.wire.path.strip("/").split("/")
    if len(sent) == len(known):
        different = [(a, b) for a, b in zip(sent, known, strict=True) if a != b and not b.startswith("{")]
        sentences += [wording.differs(shortened(a), b) for a, b in different]
        known = [a if b.startswith("{") and is_digits(a) else b for a, b in zip(sent, known, strict=True)]
    if path.endswith("/"):
        sentences.append(wording.SLASH)
    return sentences, f"/{'/'.join(known)}"


def _likeness(interface: Interface[Any], path: str) -> float:
    """How like a path is to an interface's, from 0 to 1; its parameters are like whatever stands in their place."""
    sent, known = path.strip("/").split("/"), interface.wire.path.strip("/").split("/")
    filled = [a if b.startswith("{") else b for a, b in zip(sent, known, strict=False)]
    return SequenceMatcher(None, "/".join(sent), "/".join([*filled, *known[len(filled) :]])).ratio()
