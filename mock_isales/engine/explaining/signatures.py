"""Why a token was refused, step by step."""

from mock_isales.contract.c2.gates import Step
from mock_isales.contract.c2.mistakes.mistake import MistakeKind
from mock_isales.contract.text import Language, Text
from mock_isales.engine.explaining.forms import MistakeTold, SignatureStep, SignatureTold
from mock_isales.engine.explaining.showing import seen
from mock_isales.engine.explaining.subjects import Subject
from mock_isales.engine.explaining.wording import mistakes, signatures

_KINDS = {kind.value: kind for kind in MistakeKind}


def signature_told(subject: Subject, language: Language) -> SignatureTold | None:
    """Why the token was refused; None if it was not."""
    ruling = subject.entry.signature
    if ruling is None:
        return None
    return SignatureTold(
        steps=_steps(ruling.step, language),
        detail=seen(ruling.detail),
        mistakes=[_mistake(*each, language) for each in ruling.mistakes],
    )


def signature_advice(subject: Subject) -> list[Text]:
    """What to do about it: what was found, else what the step asks for."""
    ruling = subject.entry.signature
    if ruling is None:
        return []
    found = [Text(advice, _chinese(kind, sentence, advice)[1]) for kind, sentence, advice in ruling.mistakes]
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


def _mistake(kind: str, sentence: str, advice: str, language: Language) -> MistakeTold:
    chinese = _chinese(kind, sentence, advice)
    told = Text(sentence, chinese[0]).of(language), Text(advice, chinese[1]).of(language)
    return MistakeTold(kind=kind, sentence=told[0], advice=told[1])


def _chinese(kind: str, sentence: str, advice: str) -> tuple[str, str]:
    """A mistake in Chinese; one that another version found stays as it was said."""
    known = _KINDS.get(kind)
    return (sentence, advice) if known is None else mistakes.CHINESE[known]
