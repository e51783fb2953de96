"""One sentence or table row of a document, and what stands for it in this suite."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sentence:
    document: str
    section: str
    words: str  # a paraphrase or a few words, enough to find it; an error row starts with its code
    clauses: tuple[str, ...] = ()
    untestable: str = ""  # why no clause stands for it
