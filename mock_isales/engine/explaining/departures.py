"""What a call departs in without being refused, in both languages."""

from mock_isales.contract.text import Language
from mock_isales.engine.explaining.forms import DepartureTold
from mock_isales.engine.explaining.showing import seen
from mock_isales.engine.explaining.subjects import Subject
from mock_isales.engine.explaining.wording import departures as wording
from mock_isales.engine.journal.departures import Departure, departures


def departures_told(subject: Subject, language: Language) -> list[DepartureTold]:
    """Its departures; none of a body that is too long to be read again."""
    if subject.is_long:
        return []
    return [_told(each, language) for each in departures(subject.entry)]


def _told(departure: Departure, language: Language) -> DepartureTold:
    place = seen(departure.place)
    is_field = departure.kind == "unknown_field"
    text = wording.unknown(place, departure.nearest) if is_field else wording.NO_CHARSET
    return DepartureTold(place=place, nearest=departure.nearest, sentence=text.of(language))
