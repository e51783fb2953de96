"""The two documents sentence by sentence and row by row, in their order, and the clauses that stand for each."""

from tests.conformance import document_cn, document_on
from tests.conformance.documented import Sentence

SENTENCES: tuple[Sentence, ...] = (*document_cn.SENTENCES, *document_on.SENTENCES)
