"""Makes a report of the calls of a journal, in slices."""

from collections import Counter
from collections.abc import Iterable, Sequence

from mock_isales.contract.catalogue import CLAUSES
from mock_isales.contract.service import Terms
from mock_isales.contract.text import Language, Text
from mock_isales.engine.journal.entries import Entry
from mock_isales.engine.report.calls import Call
from mock_isales.engine.report.detectors import Detector, Kind, Offence
from mock_isales.engine.report.forms import MOST_IDS, Finding, FoundCalls, InjectedAnswer, Report
from mock_isales.engine.report.kinds import KINDS
from mock_isales.engine.slices import Slices

MOST_FINDINGS = 50
"""How many findings of a kind are told."""

MOST_ANSWERS = 100
"""How many injected answers are."""

_BYTES_AT_ONCE = 64 * 1024
_A_CALL = 2048
"""Calls are seen in slices of so many bytes; what is done for any call takes as long as so many."""

_OFFENCES_AT_ONCE = 50


def report_of(
    entries: Sequence[Entry], terms: Terms, *, world: str, dropped: int, language: Language
) -> Slices[Report]:
    """Make the report of some calls.

    Args:
        entries: The calls, in the order of their answers.
        terms: What their world judges under.
        world: What the world is called.
        dropped: How many calls its journal has dropped.
        language: That of the sentences.
    """
    looking = [_Looking(kind, terms) for kind in KINDS]
    injected: Counter[tuple[str, str | None, int]] = Counter()
    unread = done = 0
    for entry in entries:
        call = Call(entry)
        for each in looking:
            each.see(call)
        unread += call.is_unread
        if call.fault is not None:
            injected[call.fault, call.code, call.status] += 1
        done += _A_CALL + len(call.body)
        if done >= _BYTES_AT_ONCE:
            done = 0
            yield
    for each in looking:
        yield from each.end()
    return Report(
        world=world,
        language=language.value,
        calls=len(entries),
        dropped=dropped,
        unread=unread,
        injected=_answers(injected),
        findings=[finding for each in looking for finding in each.findings(language)],
        left_out=sum(each.left_out for each in looking),
    )


class _Looking:
    """Looks for one kind, and gathers what is found.

    Attributes:
        left_out: How often a call showed something for which there was no room.
    """

    def __init__(self, kind: Kind, terms: Terms) -> None:
        self.left_out = 0
        self._kind = kind
        self._detector: Detector = kind.begin(terms)
        self._found: dict[tuple[object, ...], _Found] = {}

    def see(self, call: Call) -> None:
        """See a call."""
        self._gather(self._detector.see(call))

    def end(self) -> Slices[None]:
        """There are no more calls."""
        for number, offence in enumerate(self._detector.rest(), 1):
            self._gather((offence,))
            if number % _OFFENCES_AT_ONCE == 0:
                yield

    def findings(self, language: Language) -> list[Finding]:
        """What was found."""
        return [found.told(self._kind, language) for found in self._found.values()]

    def _gather(self, offences: Iterable[Offence]) -> None:
        for each in offences:
            alike = (each.place, each.what, each.clauses, each.severity)
            if alike in self._found:
                self._found[alike].add(each)
            elif len(self._found) < MOST_FINDINGS:
                self._found[alike] = _Found(each)
            else:
                self.left_out += len(each.calls)


class _Found:
    """Offences that are alike."""

    def __init__(self, first: Offence) -> None:
        self._offence = first
        self._total = 0
        self._first: list[int] = []
        self.add(first)

    def add(self, offence: Offence) -> None:
        """There is one more."""
        self._total += len(offence.calls)
        self._first += offence.calls[: MOST_IDS - len(self._first)]

    def told(self, kind: Kind, language: Language) -> Finding:
        """All of them in one."""
        offence = self._offence
        return Finding(
            kind=kind.name,
            severity=offence.severity or kind.severity,
            place=offence.place,
            text=self._text().of(language),
            asked=" ".join(text.of(language) for text in self._asked()),
            clauses=list(offence.clauses),
            calls=FoundCalls(total=self._total, first=self._first),
            advice=kind.advice.of(language),
        )

    def _asked(self) -> list[Text]:
        asked = self._offence.asked
        return [CLAUSES[each].sentence for each in self._offence.clauses] + ([asked] if asked else [])

    def _text(self) -> Text:
        what = self._offence.what
        calls = "call" if self._total == 1 else "calls"
        return Text(f"{self._total} {calls} {what.english}", f"{self._total}次{what.chinese}")


def _answers(injected: Counter[tuple[str, str | None, int]]) -> list[InjectedAnswer]:
    return [
        InjectedAnswer(fault=fault, result_code=code, status=status, calls=count)
        for (fault, code, status), count in list(injected.items())[:MOST_ANSWERS]
    ]
