import pytest

from mock_isales.contract.answers import describe
from mock_isales.contract.catalogue import CLAUSES
from mock_isales.contract.readings import Readings
from mock_isales.contract.text import Language, Text

DETAIL = Text("more", "更多")
TOO_FAST = "The interface invoking time is short."


def test_a_success_has_the_interfaces_own_text_in_every_language() -> None:
    for language in Language:
        assert describe(None, "create data succeeded", Readings(), language) == ("0200000", "create data succeeded")


@pytest.mark.parametrize(
    ("readings", "clause", "language", "code", "text"),
    [
        ({}, "ON-PACE", Language.CHINESE, "0200022", "接口调用太快。"),
        ({}, "ON-PACE", Language.ENGLISH, "0200022", TOO_FAST),
        ({"description_language": "english"}, "ON-PACE", Language.CHINESE, "0200022", TOO_FAST),
        ({}, "ON-BODY-EMPTY", Language.ENGLISH, "02000001", "Empty parameter."),
        (
            {"validation_codes": "umbrella"},
            "ON-BODY-EMPTY",
            Language.ENGLISH,
            "0200001",
            "Parameter error. For details about the error, see resultDesc. Empty parameter.",
        ),
        ({"validation_codes": "umbrella"}, "ON-PACE", Language.ENGLISH, "0200022", TOO_FAST),
    ],
)
def test_a_refusal_has_the_documented_sentence(
    readings: dict[str, str], clause: str, language: Language, code: str, text: str
) -> None:
    refusal = CLAUSES[clause].refuse("", None)
    assert describe(refusal, "", Readings.model_validate(readings), language) == (code, text)


def test_0200001_announces_a_detail_and_has_it() -> None:
    refusal = CLAUSES["CN-DUPLICATE"].refuse("", None, DETAIL)
    english = describe(refusal, "", Readings(), Language.ENGLISH)
    chinese = describe(refusal, "", Readings(), Language.CHINESE)
    assert english.text == "Parameter error. For details about the error, see resultDesc. more"
    assert chinese.text == "参数异常，异常详情在resultDesc中描述。 更多"


def test_what_is_answered_with_an_http_status_has_no_documented_sentence() -> None:
    refusal = CLAUSES["ON-AUTHORIZATION"].refuse("Authorization", None)
    with pytest.raises(LookupError, match="ON-AUTHORIZATION"):
        describe(refusal, "", Readings(), Language.ENGLISH)


@pytest.mark.parametrize("locale", ["en_US", "en-US", "EN_us", "en", " en "])
def test_these_locales_ask_for_english(locale: str) -> None:
    assert Language.of_locale(locale) is Language.ENGLISH


@pytest.mark.parametrize("locale", [None, "", "zh_CN", "zh-cn", "zh", "fr_FR", "en_GB", "english"])
def test_all_others_get_chinese(locale: str | None) -> None:
    assert Language.of_locale(locale) is Language.CHINESE
