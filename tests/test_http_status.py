"""The phrases of HTTP statuses."""

from mock_isales.http_status import in_words, phrase_of


def test_a_status_has_its_phrase_if_it_is_registered() -> None:
    assert (phrase_of(404), in_words(404)) == ("Not Found", "404 Not Found")
    assert (phrase_of(599), in_words(599)) == ("", "599")
