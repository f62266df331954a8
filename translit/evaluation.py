"""How good a translation is: whether terms and names are kept, and its likeness to a reference.

Whoever made it: nothing here asks a model. Scores come with their signatures (sacrebleu; the extra
`eval`). chrF++ comes first, BLEU beside it: chrF++ rewards a right stem with a wrong ending, which is what
an editor mends fastest, and is the steadier of the two on rich morphology. Terms are never counted without
a look at it, where there is a reference: to glue the missing words onto a sentence would keep them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from translit.errors import UsageError
from translit.glossary import Glossary, accepted
from translit.languages import language
from translit.names import NameBook
from translit.noticing import noticed
from translit.passages import Mention, MentionKind, Passage, Span
from translit.segmentation import sentences


@dataclass(frozen=True, slots=True)
class Quality:
    """Corpus scores, 0 to 100, with sacrebleu's signatures."""

    chrf: float
    bleu: float
    chrf_signature: str
    bleu_signature: str

    def __str__(self) -> str:
        return f"chrF++ {self.chrf:.2f}  BLEU {self.bleu:.2f}"


@dataclass(frozen=True, slots=True)
class Kept:
    """A term or a name of the source, and where it stands in the translation of its passage; None if nowhere."""

    passage: str
    mention: Mention
    at: Span | None

    @property
    def named(self) -> bool:
        """Whether it is the name of a person."""
        return self.mention.kind is MentionKind.NAME


def kept(
    pairs: Iterable[tuple[Passage, str]], *, source: str, target: str, glossary: Glossary, names: NameBook
) -> tuple[Kept, ...]:
    """What became of every term of the glossary and every name of the register, in the order of the text.

    pairs: each passage of the source with the text of its translation. A stretch of the translation stands for one
    mention only, and longer wordings choose first. Names that no register knows are left out.
    Raises LanguageError for an unknown language tag.
    """
    source, target = language(source).tag, language(target).tag
    found: list[Kept] = []
    known: list[str] = []
    for passage, text in pairs:
        mentions = [
            mention
            for span in sentences(passage.text, source)
            for mention in noticed(
                span.of(passage.text), source=source, target=target, glossary=glossary, names=names, known=known
            )
            if mention.sure and mention.entry
        ]
        places: dict[int, Span] = {}
        for number in sorted(range(len(mentions)), key=lambda one: -max(map(len, mentions[one].targets))):
            stretches = accepted(text, mentions[number], target)
            free = [one for one in stretches if not any(one.overlaps(taken) for taken in places.values())]
            if free:
                places[number] = free[0]
        found += [Kept(passage.id, mention, places.get(number)) for number, mention in enumerate(mentions)]
    return tuple(found)


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
