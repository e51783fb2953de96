"""What a process knows of a journal that others keep calls in, too."""

from dataclasses import replace

from mock_isales.engine.held import News, Position
from mock_isales.engine.journal.budget import Budget
from mock_isales.engine.journal.entries import Entry
from mock_isales.engine.shared.mirror import Mirror
from tests.engine.worlds import entry

ROOM = 1_000_000


def call(entry_id: int) -> Entry:
    made = entry()
    made.id = entry_id
    return made


def news(*entries: int, last: int, first: int = 1, is_anew: bool = False, dropped: int = 0) -> News:
    return News(Position(1, last, 1), is_anew, 0, dropped, first, [call(each) for each in entries])


def known(mirror: Mirror) -> list[int]:
    return [each.id for each in mirror.entries()]


def mirror_of(*entries: int) -> Mirror:
    mirror = Mirror(ROOM, Budget(ROOM))
    mirror.hear(news(*entries, last=max(entries, default=0), is_anew=True))
    return mirror


def test_what_stands_behind_a_gap_is_looked_up() -> None:
    mirror = mirror_of(1)
    mirror.took(call(3))
    assert (known(mirror), mirror.behind, mirror.is_far_behind) == ([1], 1, False)
    mirror.hear(news(2, 3, last=3))
    assert (known(mirror), mirror.behind) == ([1, 2, 3], 0)


def test_who_is_far_behind_looks_though_nobody_asks() -> None:
    mirror = mirror_of()
    for each in range(2, 258):
        mirror.took(call(each))
    assert mirror.is_far_behind


def test_what_is_known_is_not_kept_twice() -> None:
    mirror = mirror_of(1)
    mirror.took(call(2))
    mirror.hear(news(2, 3, last=3))
    mirror.took(call(2))
    assert (known(mirror), mirror.behind) == ([1, 2, 3], 0)


def test_what_others_have_dropped_is_dropped() -> None:
    mirror = mirror_of(1, 2, 3)
    mirror.hear(news(5, last=6, first=3))
    assert (known(mirror), mirror.dropped) == ([3, 5], 4)


def test_one_that_begins_anew_is_known_as_it_is_then() -> None:
    mirror = mirror_of(1, 2)
    mirror.hear(replace(news(7, last=8, first=7, is_anew=True, dropped=1), position=Position(2, 8, 1)))
    assert (known(mirror), mirror.dropped, mirror.position) == ([7], 1, Position(2, 8, 1))
