"""In which language the page is asked for."""

from starlette.requests import Request

from mock_isales.contract.text import Language

TAGS = {Language.ENGLISH: "en", Language.CHINESE: "zh-CN"}
"""What a browser calls them."""


def language_of(request: Request) -> Language:
    """That of the query (`lang=zh`), else the one that the browser likes best, else English."""
    said = request.query_params.get("lang")
    if said in set(Language):
        return Language(said)
    liked = sorted(_weighed(request.headers.get("accept-language", "")), key=lambda each: -each[1])
    return next((language for language, _ in liked), Language.ENGLISH)


def _weighed(accepted: str) -> list[tuple[Language, float]]:
    """The languages of a header that there are, each with its weight."""
    found = []
    for part in accepted.split(","):
        tag, _, weight = part.strip().partition(";q=")
        short = tag.partition("-")[0].lower()
        if short in set(Language):
            found.append((Language(short), _number(weight)))
    return found


def _number(weight: str) -> float:
    try:
        return float(weight or "1")
    except ValueError:
        return 0
