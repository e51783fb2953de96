"""Why a token was refused, step by step."""

from mock_isales.contract.c2.gates import Step
from mock_isales.contract.c2.mistakes.mistake import MistakeKind
from mock_isales.contract.text import Language, Text
from mock_isales.engine.explaining.forms import MistakeTold, SignatureStep, SignatureTold
from mock_isales.engine.explaining.subjects import Subject
from mock_isales.engine.explaining.wording import mistakes, signatures
from mock_isales.engine.journal.signatures import Mistake, signature_view

_KINDS = {kind.value: kind for kind in MistakeKind}


def signature_told(subject: Subject, language: Language) -> SignatureTold | None:
    """Why the token was refused; None if it was not."""
    view = signature_view(subject.entry)
    if view is None:
        return None
    return SignatureTold(
        steps=_steps(view.step, language),
        detail=view.detail,
        mistakes=[_mistake(each, language) for each in view.mistakes],
    )


def signature_advice(subject: Subject) -> list[Text]:
    """What to do about it: what was found, else what the step asks for."""
    ruling = subject.entry.signature
    if ruling is None:
        return []
    found = [Text(advice, _chinese(kind, advice)[1]) for kind, _, advice in ruling.mistakes]
    general = signatures.ADVICE.get(ruling.step)
    return found or ([general] if general else [])


def _steps(failed: str, language: Language) -> list[SignatureStep]:
    told, result = [], "held"
    for step in Step:
        if step.value == failed:
            result = "failed"
        elif result == "failed":
            result = "not_reached"
        told.append(
            SignatureStep.model_validate(
                {"step": step.value, "result": result, "sentence": signatures.STEPS[step].of(language)}
            )
        )
    return told


def _mistake(mistake: Mistake, language: Language) -> MistakeTold:
    chinese = _chinese(mistake.kind, mistake.advice, mistake.sentence)
    sentence, advice = Text(mistake.sentence, chinese[0]), Text(mistake.advice, chinese[1])
    return MistakeTold(kind=mistake.kind, sentence=sentence.of(language), advice=advice.of(language))


def _chinese(kind: str, advice: str, sentence: str = "") -> tuple[str, str]:
    """A mistake in Chinese; one that another version found stays as it was said."""
    known = _KINDS.get(kind)
    return (sentence, advice) if known is None else mistakes.CHINESE[known]
