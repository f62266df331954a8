"""How good a translation is, with the signature of every number (sacrebleu; the extra `eval`).

chrF++ comes first, BLEU beside it: chrF++ rewards a right stem with a wrong ending, which is what
an editor mends fastest, and is the steadier of the two on rich morphology.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from translit.errors import UsageError


@dataclass(frozen=True, slots=True)
class Quality:
    """Corpus scores, 0 to 100, with sacrebleu's signatures."""

    chrf: float
    bleu: float
    chrf_signature: str
    bleu_signature: str

    def __str__(self) -> str:
        return f"chrF++ {self.chrf:.2f}  BLEU {self.bleu:.2f}"


def quality(translations: Sequence[str], references: Sequence[str]) -> Quality:
    """Score translations against one reference each.

    Raises UsageError if the counts differ or sacrebleu is not installed.
    """
    if len(translations) != len(references):
        raise UsageError(f"{len(translations)} translations cannot be held against {len(references)} references")
    try:
        from sacrebleu.metrics.bleu import BLEU
        from sacrebleu.metrics.chrf import CHRF
    except ImportError:
        raise UsageError("scores need sacrebleu: pip install 'translit-toolkit[eval]'") from None
    chrf, bleu = CHRF(word_order=2), BLEU()
    chrf_score = chrf.corpus_score(translations, [references])
    bleu_score = bleu.corpus_score(translations, [references])
    return Quality(chrf_score.score, bleu_score.score, str(chrf.get_signature()), str(bleu.get_signature()))
