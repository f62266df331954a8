"""Where and with which form a model is led to a term that its draft lacks.

A draft is kept up to the place of the term, a form of it follows, and the model finishes the sentence
from there (a forced prefix), so that what comes after agrees with it. The place is where words stand for
the mention already, else after those that stand for what came before it in the source; if that is the
end of the draft, earlier, since a term at the end of a finished sentence would only be glued on.
Which form is tried is for the model to say: the likeliest before the next words of the draft.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from translit.alignments import shifted
from translit.asking import Attempt
from translit.decisions import Action, Decision
from translit.glossary import accepted, forms_of, governed, head_readings, living, preposition, shaped
from translit.letters import capitalised
from translit.morphology import Form, agreed, lemmas, part_of_speech, readings_of
from translit.passages import Draft, Mention, MentionKind, Span

_OPENING = "«“„([—-"
_WORD = re.compile(r"\w+(?:[-'’ʼ]\w+)*")
# the next word, over a comma before a participle or a pronoun
_FOLLOWING = re.compile(r",?\s+([^\W\d_]+)")
# so much of the draft behind a form says whether it fits
_NEXT = re.compile(r"\W*(?:\w+\W+){0,2}\w*[.!?…]*")
# a name in quotation marks, no speech: a term goes behind it and not into it
_TITLE = re.compile(r"[«“]\w+(?: \w+){0,3}[»”]$")
_GLUED = re.compile(r"[\w'’ʼ-]*\w")


@dataclass(frozen=True, slots=True)
class Lead:
    """A beginning that ends in a form of the term, and the same with the next words of the draft as it stood."""

    start: str
    tried: str


def leads(draft: Draft, text: str, mention: Mention, decision: Decision, language: str, skipped: int) -> list[Lead]:
    """Every form of the term at its place in a placed draft; `skipped` places were tried before, [] if none is left.

    draft     the draft with its terms placed; `text` its source sentence
    decision  what became of the mention
    """
    places = _places(draft, text, mention, decision)
    if skipped >= len(places):
        return []
    place = places[skipped]
    kept, rest = draft.text[: place.start].rstrip(), draft.text[place.end :]
    if decision.action is not Action.MISSED and head_readings(decision.before, language):
        # its place has told which form stands there; only what follows it may have to change
        return [Lead(draft.text[: place.end], draft.text)]
    fixed = mention.fixed or mention.kind is MentionKind.KEEP
    forms = forms_of(mention, mention.targets[0], language)
    forms = tuple(form for form in forms if not mention.number or form.number == mention.number) or forms
    told = _told(forms, kept, language)
    following = _NEXT.match(rest)
    next_words = following.group() if following else ""
    found: list[Lead] = []
    for before, word in dict.fromkeys(told or [(kept, form.text) for form in forms]):
        before = _with_preposition(before, word, language)
        written = word if before or fixed or mention.cased else capitalised(word)
        space = "" if not before or before[-1] in _OPENING else " "
        start = f"{before}{space}{written}"
        gap = "" if not rest or rest[0] in " .,;:!?…)»”" else " "
        found.append(Lead(start, start + gap + next_words))
    return found


def _told(forms: Sequence[Form], kept: str, language: str) -> list[tuple[str, str]]:
    """(what is kept, a form) where the word before the term, a preposition or an adjective, tells its case.

    An adjective agrees with the form: the noun it was written for is not there. [] where nothing tells.
    """
    last = preposition(f"{kept} ", len(kept) + 1) if kept else None
    if last is None:
        return []
    cases = set(governed(last.of(kept), language))
    if cases or part_of_speech(last.of(kept), language) != "adjective":
        return [(kept, form.text) for form in forms if form.case.removeprefix("second ") in cases]
    cases = {form.case for form in readings_of(last.of(kept), language)}
    found = []
    for form in forms:
        if form.case in cases:
            right = agreed(last.of(kept), form, language, animate=living(forms, form))
            if right:
                found.append((kept[: last.start] + right, form.text))
    return found


def _with_preposition(kept: str, word: str, language: str) -> str:
    """What stands before the term, its last preposition in the shape that the term asks for."""
    last = preposition(f"{kept} ", len(kept) + 1) if kept else None
    return kept if last is None else kept[: last.start] + shaped(last.of(kept), word, language) + kept[last.end :]


def _places(draft: Draft, text: str, mention: Mention, decision: Decision) -> list[Span]:
    """Stretches of the draft that the term may take, the likeliest first; empty ones between two words."""
    if decision.action is not Action.MISSED:
        stands = [target for source, target in draft.alignment if source == mention.span]
        return [_whole(draft.text, span) for span in stands[:1]]
    words = [Span(*match.span()) for match in _WORD.finditer(draft.text)]
    if not words:
        return [Span(0, 0)]
    after = _after_neighbour(draft, mention)
    share = min(len(words) - 2, round(len(words) * mention.span.start / max(1, len(text))))
    between = words[share - 1].end if share > 0 else 0
    found = [Span(after, after)] if after < words[-1].end or len(words) < 3 else []
    # in place of the word that stands there: one more word is rarely missing without one too many
    at = max(0, share)
    return list(dict.fromkeys([*found, Span(between, between), Span(words[at].start, words[at].end), Span(0, 0)]))


def _after_neighbour(draft: Draft, mention: Mention) -> int:
    """Where the word ends that stands for the nearest word before the mention."""
    earlier = [pair for pair in draft.alignment if pair[0].end <= mention.span.start]
    nearest = max((source.end for source, _ in earlier), default=0)
    end = max((target.end for source, target in earlier if source.end == nearest), default=0)
    end = _whole(draft.text, Span(end, end)).end
    if _TITLE.search(draft.text[: end + 1]):
        end += 1
    return len(draft.text[:end].rstrip(" .!?…"))


def _whole(text: str, span: Span) -> Span:
    """The stretch, out to the edges of the hyphenated words it cuts."""
    cut = [word for match in _WORD.finditer(text) if (word := Span(*match.span())).start < span.end <= word.end]
    cut += [word for match in _WORD.finditer(text) if (word := Span(*match.span())).start < span.start < word.end]
    return Span(min([span.start, *(word.start for word in cut if len(span))]), max([span.end, *(w.end for w in cut)]))


def parted(draft: Draft, start: str, mention: Mention, language: str) -> Draft:
    """A led draft in which the model neither wrote on in the term it was led to, nor wrote the term once more.

    Letters that it added to words which are kept (AM, AMC) go, and so does a form of the term right behind it.
    """
    end = len(start)
    rest = draft.text[end:]
    glued = _GLUED.match(rest) if mention.kind is MentionKind.KEEP else None
    cut = glued.end() if glued else 0
    again = [
        span for span in accepted(rest, mention, language) if span.start > cut and not rest[cut : span.start].strip()
    ]
    cut = max([cut, *(span.end for span in again)])
    if not cut:
        return draft
    gone = Span(end, end + cut)
    pairs = ((one, shifted(two, gone, 0)) for one, two in draft.alignment)
    return replace(
        draft, text=draft.text[:end] + rest[cut:], alignment=tuple(pair for pair in pairs if len(pair[1])), rivals=()
    )


def unsettled(one: Attempt, mentions: Sequence[Mention], language: str) -> list[int]:
    """Numbers of the mentions that the model should be led to: those missed, and terms that only replaced other words.

    A name is as good replaced: what stands beside it seldom depends on which name it is. So is a term with which
    nothing behind it has to agree, or that has the case, the number and the gender of the words it replaced:
    whatever agreed with them agrees with it.
    """
    return [
        number
        for number, (mention, decision) in enumerate(zip(mentions, one.decisions, strict=True))
        if decision.action is Action.MISSED
        or (
            mention.kind is MentionKind.TERM
            and decision.outcome is not None
            and decision.outcome.loose
            and not _fits(one.placed, mention, decision, language)
        )
    ]


def misplaced(one: Attempt, mentions: Sequence[Mention], language: str) -> bool:
    """Whether a term begins the sentence before a verb in a case that no subject has (Кремля заявила)."""
    return any(
        mention.kind is MentionKind.TERM and _no_subject(one.placed.text, decision, language)
        for mention, decision in zip(mentions, one.decisions, strict=True)
    )


def _no_subject(text: str, decision: Decision, language: str) -> bool:
    # decisions count in the draft; where nothing stands before, the placed text counts alike
    start, end = decision.span.start, decision.span.start + len(decision.after)
    if decision.action is Action.MISSED or any(character.isalpha() for character in text[:start]):
        return False
    cases = {form.case for form in head_readings(decision.after, language)}
    after = _FOLLOWING.match(text, end)
    if not cases or "nominative" in cases or after is None:
        return False
    return part_of_speech(after[1], language) == "verb"


def _fits(draft: Draft, mention: Mention, decision: Decision, language: str) -> bool:
    """Whether what stands behind a term agrees with it as with the noun phrase it replaced; False if nothing tells."""
    there, here = (head_readings(words, language) for words in (decision.before, decision.after))
    if {(f.case, f.number, f.number != "plural" and f.gender) for f in there} & {
        (f.case, f.number, f.number != "plural" and f.gender) for f in here
    }:
        return True
    if not there or not here or any(form.case == "nominative" for form in here):
        return False  # a verb may stand anywhere
    end = next((target.end for source, target in draft.alignment if source == mention.span), len(draft.text))
    after = _FOLLOWING.match(draft.text, end)
    agrees = after is not None and (
        part_of_speech(after[1], language) == "adjective" or "який" in lemmas(after[1], language)
    )
    return not agrees
