"""A journal that lies in a database, as a process knows it."""

from mock_isales.engine.held import News, Position
from mock_isales.engine.journal.entries import Entry
from mock_isales.engine.journal.journal import Journal

_FAR = 256
_TRIM_AT_ONCE = 64
"""So many calls are dropped in one go."""


class Mirror(Journal):
    """What a process knows of a journal: it grows by the calls that the process answers, and by what it looks up.

    Attributes:
        behind: How many calls it does not know yet, as others were between; 0 if it knows all that it has heard of.
    """

    behind = 0
    _beginnings_there = 0
    _world_key = 0
    _first_there = 1

    @property
    def position(self) -> Position:
        """How far the journal is known."""
        return Position(self._beginnings_there, self._last_id, self._world_key)

    @property
    def is_far_behind(self) -> bool:
        """Whether it is time to look: only so what is too old is dropped, though nobody asks for the journal."""
        return self.behind >= _FAR

    @property
    def first_kept(self) -> int:
        """The id of the oldest call that is kept here, or of the next one."""
        return self._kept[0].id if self._kept else self.next_id

    def to_trim(self) -> int | None:
        """The id before which the database is to drop all calls; None while that is not worth while.

        One that is closed keeps nothing here, but the database does.
        """
        if self._closed:
            return None
        first = self.first_kept
        return first if first - self._first_there >= _TRIM_AT_ONCE else None

    def trimmed(self, first_id: int | None) -> None:
        """The database has dropped all calls before that id."""
        if first_id is not None:
            self._first_there = first_id

    def has_room_for(self, entry: Entry) -> bool:
        """Whether an entry is not too large to be kept."""
        return entry.size <= self._largest

    def took(self, entry: Entry) -> None:
        """A call was kept, and has its id."""
        if entry.id == self.next_id:
            self._know(entry)
        elif entry.id > self.next_id:
            self.behind += 1

    def hear(self, news: News) -> None:
        """Know what has become of the journal."""
        self.behind = 0
        self._first_there = news.first_id
        if news.is_anew:
            self._begin_there(news)
            return
        for entry in news.entries:
            if entry.id > self._last_id:
                self._know(entry)
        self._pass_to(news.position.last_id)
        while self._kept and self._kept[0].id < news.first_id:
            self.shed()

    def _begin_there(self, news: News) -> None:
        self._beginnings_there = news.position.beginnings
        self._world_key = news.position.key
        self._empty()
        self._last_id = news.position.last_id
        for entry in news.entries:
            self._keep(entry)
        self.dropped += news.dropped
        self._begin()
        self._begun_after = news.begun_after

    def _know(self, entry: Entry) -> None:
        """The next call that is known; those between, if there are some, were dropped."""
        self._pass_to(entry.id - 1)
        self._last_id = entry.id
        self._keep(entry)
        for watcher in self._watchers:
            watcher.see(entry)

    def _pass_to(self, last_id: int) -> None:
        """The calls up to one were dropped, as far as they are not known."""
        if last_id > self._last_id:
            self.dropped += last_id - self._last_id
            self._last_id = last_id
