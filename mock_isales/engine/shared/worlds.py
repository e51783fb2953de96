"""Worlds that several processes share: each call is one transaction.

In it, it is first seen to it that the process knows what the others have changed.
"""

from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from mock_isales.contract.clauses import Refusal
from mock_isales.contract.codes import ResultCode
from mock_isales.contract.interface import Interface
from mock_isales.engine.clocks import WorldClock
from mock_isales.engine.deciding import SentCall, Valid
from mock_isales.engine.decisions import Decision
from mock_isales.engine.held import NO_FAULTS
from mock_isales.engine.journal.tally import Tally
from mock_isales.engine.shared.calls import Keeping, PointsOf, SharedCall
from mock_isales.engine.shared.known import KnownWorld
from mock_isales.engine.shared.protocol import CallTransaction, Stale
from mock_isales.engine.steps import adds_records, count_call
from mock_isales.engine.stores.protocol import CampaignKey, NotBegun, NotKnown, StoreFailure, WorldGone
from mock_isales.engine.worlds import Answers, EntryOf, TermsOf

if TYPE_CHECKING:  # they are imported where they are asked for: few servers in CI have any
    from mock_isales.engine.journal.entries import Entry

T = TypeVar("T")

_NO_CAMPAIGN = (0, 0)
_MOST_UNWRITTEN = 1000
"""So many calls are still kept that the database could not keep when they were made; of more, the newest."""


class SharedWorld(KnownWorld):
    """A world that several processes share.

    Args:
        told: What any world is told.
        terms_of: What its calls are judged under.
        tally: Counts the calls that this process answers.
        points_of: Tells what of the contract they meet; None where nobody counts that.
    """

    def __init__(self, *told: Any, terms_of: TermsOf, tally: Tally, points_of: PointsOf | None = None) -> None:  # noqa: ANN401
        super().__init__(*told, terms_of=terms_of)
        self._tally = tally
        self._points_of = points_of
        self._unwritten: deque[Entry] = deque(maxlen=_MOST_UNWRITTEN)

    async def decide(self, sent: SentCall, answers: Answers | None = None) -> Decision:
        """Judge a call and do what it asks for, as any world does; and keep it, in the same transaction.

        Raises:
            WorldGone: It has been ended meanwhile; nothing has been done.
        """
        is_again = False
        while True:
            judged = self._judge(sent)
            try:
                with suppress(Stale):
                    return await self._take(sent.interface, judged, answers, is_again=is_again)
                await self._look_together()
                is_again = True
            except WorldGone:
                raise
            except StoreFailure as failure:
                return self._failed(sent.interface, judged, None, failure, answers)

    async def record(self, entry_of: EntryOf) -> None:
        """Keep a call in the journal about which nothing was decided here, or whose answer took its time."""
        keeping = self._keeping()

        def step(call: CallTransaction) -> None:
            call.use(self.clock.host())
            keeping.keep(call, entry_of)

        try:
            await self._keep(CampaignKey(self.name, *_NO_CAMPAIGN), step, keeping)
        except WorldGone:
            entry_of(None)  # nobody keeps it, but whoever made the call is answered
            return
        except StoreFailure:
            self._unwritten.append(entry_of(None))

    async def refresh(self) -> bool:
        """Know what other processes have changed; whether it is still there. Calls that could not be kept are kept.

        Raises:
            StoreFailure: The database failed.
        """
        if self._unwritten:
            keeping = self._keeping()
            with suppress(WorldGone):
                await self._keep(CampaignKey(self.name, *_NO_CAMPAIGN), keeping.keep, keeping)
        return await super().refresh()

    async def _take(
        self, interface: Interface[Any], judged: Valid | Decision, answers: Answers | None, *, is_again: bool
    ) -> Decision:
        place = _NO_CAMPAIGN if isinstance(judged, Decision) else (judged.call.vdn, judged.call.campaign)
        key = CampaignKey(self.name, *place)
        host, keeping = self.clock.host, self._keeping()
        call = SharedCall(self._known, self._held, host, judged, self._struck, answers, keeping, is_again)
        try:
            return await self._keep(key, call.take, keeping)
        except (WorldGone, Stale):
            raise
        except StoreFailure as failure:
            if not isinstance(judged, Decision) and adds_records(interface) and not isinstance(failure, NotBegun):
                await self._count_unstored(key, judged)
            # What could not begin again, or is perhaps undone, may have rested on what others did before it.
            decided = None if isinstance(failure, (NotBegun, NotKnown)) else call.decision
            return self._failed(interface, judged, decided, failure, answers)

    async def _count_unstored(self, key: CampaignKey, judged: Valid) -> None:
        """A call that could not be stored has still been made: the pace counts it, if the database lets it.

        Where no transaction could begin, that one could not either: nobody waits for it once more.
        """

        def step(call: CallTransaction) -> None:
            held = call.held()
            now = WorldClock(self.clock.host, held.clock)()
            count_call(judged.interface, judged.terms, judged.call.request, call.campaign_at(now))

        with suppress(StoreFailure):
            await self.store.call(key, step)

    def _failed(
        self,
        interface: Interface[Any],
        judged: Valid | Decision,
        decided: Decision | None,
        failure: StoreFailure,
        answers: Answers | None,
    ) -> Decision:
        """What becomes of a call when the database fails: a refusal decided before stands, the first check decides."""
        decision = judged if isinstance(judged, Decision) else self._struck_blindly(judged) or decided
        if decision is None or not (decision.refusal or _is_replaced(decision)):
            decision = Decision(interface, self.terms, storing_refusal(interface, str(failure)))
        entry = None if answers is None else answers(decision, None)
        if entry is not None:
            self._unwritten.append(entry)
        return decision

    def _struck_blindly(self, judged: Valid) -> Decision | None:
        """What a fault that is known answers instead, though the database cannot count it; None: nothing."""
        faults = None if self._held.faults == NO_FAULTS else self.faults
        injection = self._struck(judged, faults, self.clock())
        if injection is None or not injection.replaces:
            return None
        return Decision(judged.interface, judged.terms, injection=injection)

    def _keeping(self) -> Keeping:
        """What keeps a call, and all that are still to be kept: they are its own, unless it fails."""
        unwritten = tuple(self._unwritten)
        self._unwritten.clear()
        return Keeping(self.journal, self._points_of, self._heard, unwritten)

    async def _keep(self, key: CampaignKey, step: Callable[[CallTransaction], T], keeping: Keeping) -> T:
        """Take a step that keeps calls, and know them then."""
        try:
            result = await self.store.call(key, step)
        except Exception:
            self._unwritten = deque((*keeping.unwritten, *self._unwritten), _MOST_UNWRITTEN)
            raise
        for entry in keeping.kept:
            self._tally.count(entry)
            self.journal.took(entry)
        self.journal.trimmed(keeping.trims)
        return result


def _is_replaced(decision: Decision) -> bool:
    """Whether a fault answers instead: one that is late only would tell of what was not stored."""
    return decision.injection is not None and decision.injection.replaces


def storing_refusal(interface: Interface[Any], reason: str) -> Refusal:
    """The refusal of a call that the database could not store; 0200001, where that is its code, has a detail."""
    announced = interface.storing.code is ResultCode.PARAMETER_ERROR
    detail = ResultCode.DATABASE_ERROR.sentence if announced else None
    return interface.storing.refuse("", reason, detail)
