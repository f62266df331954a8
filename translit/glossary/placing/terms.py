"""Putting the wanted term into a draft, in the form its place asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from translit.alignments import shifted
from translit.decisions import Action, Decision, Outcome, action_for
from translit.glossary.placing.accepting import accepted, forbidden, forms_of, grown
from translit.glossary.placing.around import between_them, once, to_person, with_adjectives, with_preposition, with_verb
from translit.glossary.placing.capitals import corrected, in_place
from translit.glossary.placing.government import chosen_form
from translit.glossary.placing.persons import like_title
from translit.glossary.placing.places import after_noun, first_of_several
from translit.glossary.placing.plan import Plan
from translit.glossary.placing.prepositions import right_case
from translit.glossary.placing.stretch import TAKEN, Evidence, aligned, evidence, widened
from translit.glossary.placing.verbs import after_verb
from translit.letters import Shape, shape_of
from translit.passages import Draft, Mention, MentionKind, Span


def place(
    draft: Draft,
    sentence_text: str,
    mentions: Sequence[Mention],
    *,
    language: str,
    passage: str = "",
    sentence: int = 0,
) -> tuple[Draft, tuple[Decision, ...]]:
    """The draft with every mention's target in it, and one decision a mention, in the order of the source.

    draft     a translation of `sentence_text`, aligned to it in characters
    language  tag of the draft's language

    An accepted form that stands in the draft is left alone, unless its capitals or its case after a preposition are
    plainly wrong; each occurrence serves one mention. Else the words
    aligned to the mention are replaced by the form their place asks for. Where no words stand for it, or too many,
    nothing changes and the decision is MISSED. Spans of decisions refer to the text as it stood at that moment, so
    `replay(draft.text, decisions)` gives the new text; the alignment of the new draft fits it.
    """
    ordered = sorted(mentions, key=lambda mention: mention.span)
    words = [evidence(draft, mention, language) for mention in ordered]
    plans = _all_right(draft.text, sentence_text, _accepted(draft, ordered, words, language), language)
    for number, mention in enumerate(ordered):
        if number not in plans:
            owned = [plan.span for plan in plans.values() if plan.action is not Action.MISSED]
            plans[number] = _replacing(draft, sentence_text, mention, words[number], language, owned)
    owned = [plan.span for plan in plans.values()]
    text = draft.text
    plans = {number: between_them(text, plan, language, owned) for number, plan in plans.items()}
    whole = [to_person(text, sentence_text, plans[number], language, owned) for number in range(len(ordered))]
    whole = [with_verb(text, plan, language, owned) for plan in whole]
    ready = [with_preposition(text, once(text, plan, owned), language, owned) for plan in whole]
    return _carried_out(draft, ready, passage, sentence)


def _accepted(
    draft: Draft, mentions: Sequence[Mention], words: Sequence[Sequence[Evidence]], language: str
) -> dict[int, Plan]:
    """Mentions whose form stands in the draft: first those where the alignment agrees, then the nearest ones."""
    plans: dict[int, Plan] = {}
    places = [accepted(draft.text, mention, language) for mention in mentions]
    for sure in (True, False):
        for number in sorted(range(len(mentions)), key=lambda number: (-len(mentions[number].text), number)):
            hits = [word.span for word in words[number] if word.inside and word.inside >= word.outside]
            free = [
                span
                for span in places[number]
                if not any(span.overlaps(plan.span) for plan in plans.values())
                and (not sure or any(span.overlaps(hit) for hit in hits))
            ]
            if number in plans or not free:
                continue
            best = min(free, key=lambda span: (_distance(span, hits), -len(span), span.start))
            reason = "the right form stands there" if sure else "the right form stands in the sentence"
            there = best.of(draft.text)
            plans[number] = Plan(mentions[number], Action.ACCEPTED, Outcome.ALREADY, best, there, reason)
    return plans


def _distance(span: Span, hits: Sequence[Span]) -> int:
    return min((max(0, hit.start - span.end, span.start - hit.end) for hit in hits), default=0)


def _all_right(text: str, source: str, plans: Mapping[int, Plan], language: str) -> dict[int, Plan]:
    """Accepted forms set right from left to right: a name stands like the title before it, as that will be."""
    done: dict[int, Plan] = {}
    before: Plan | None = None
    for number, plan in sorted(plans.items(), key=lambda item: item[1].span):
        there, by = text, 0
        if plan.mention.person and before and text[before.span.end : plan.span.start] == " ":
            there = text[: before.span.start] + before.after + text[before.span.end :]
            by = len(there) - len(text)
        right = _set_right(there, source, replace(plan, span=plan.span.moved(by)), language)
        before = done[number] = replace(right, span=plan.span)
    return done


def _set_right(text: str, source: str, plan: Plan, language: str) -> Plan:
    """An accepted form in the case and with the capitals that its place plainly asks for."""
    mention = plan.mention
    if mention.kind is MentionKind.KEEP:
        return plan
    there, why = plan.after, ""
    paradigms = [forms_of(mention, target, language) for target in mention.targets]
    for forms in paradigms:
        found = right_case(forms, text, plan.span, source, mention.span.start, language, mention.number)
        if mention.person and not found:
            found = like_title(forms, text, plan.span, source, mention.span.start, language)
        if not mention.fixed and not found:
            found = after_verb(forms, text, plan.span, language, person=mention.person, number=mention.number)
        if not mention.person and not mention.fixed and not found:
            found = after_noun(forms, text, plan.span, language) or first_of_several(forms, text, plan.span, language)
        if found:
            there, why = found[0].text.upper() if shape_of(there) is Shape.UPPER else found[0].text, found[1]
            break
    wordings = [form.text for forms in paradigms for form in forms]
    there, also = corrected(there, wordings, text, plan.span, source, mention, language)
    if there == plan.after:
        return plan
    return replace(plan, action=action_for(mention), outcome=Outcome.ADJUSTED, after=there, reason=why or also)


def _replacing(
    draft: Draft, source: str, mention: Mention, words: Sequence[Evidence], language: str, owned: Sequence[Span]
) -> Plan:
    """Replace the words that stand for the mention, or say why they cannot be told."""
    longer = grown(draft.text, mention) if mention.kind is MentionKind.KEEP else []
    # a wording that must not stand there gives way first
    longer = longer or forbidden(draft.text, mention, language)
    free = [span for span in longer if not any(span.overlaps(other) for other in owned)]
    found = free[0] if free else aligned(draft, mention, words, language, owned)
    if isinstance(found, str):
        copied = _copied(draft.text, mention, owned)
        if copied is None:
            end = Span(len(draft.text), len(draft.text))
            outcome = Outcome.CONFLICT if found == TAKEN else Outcome.MISSED
            return Plan(mention, Action.MISSED, outcome, end, "", found)
        found = copied
    put = partial(Plan, mention, action_for(mention), Outcome.REPLACED)
    forms = forms_of(mention, mention.targets[0], language)
    if mention.kind is MentionKind.KEEP:
        return put(found, mention.targets[0], "copied as it stands in the source")
    found = widened(draft.text, found, words, mention.targets[0], language, owned)
    form, why = chosen_form(forms, draft.text, found, language, person=mention.person, number=mention.number)
    there = draft.text[: found.start] + form.text + draft.text[found.end :]
    here = Span(found.start, found.start + len(form.text))
    if mention.person:
        form, why = like_title(forms, there, here, source, mention.span.start, language) or (form, why)
    elif not mention.fixed:
        right = right_case(forms, there, here, source, mention.span.start, language, mention.number)
        form, why = right or after_noun(forms, there, here, language) or (form, why)
    plan = put(found, in_place(form.text, draft.text, found, source, mention), why)
    return plan if mention.person else with_adjectives(draft.text, plan, forms, form, language, owned)


def _copied(text: str, mention: Mention, owned: Sequence[Span]) -> Span | None:
    """The source's own words, if the model copied them."""
    if not any(letter.isalnum() for letter in mention.text):
        return None
    copy = replace(mention, kind=MentionKind.KEEP, targets=(mention.text,))
    return next((s for s in accepted(text, copy, "") if not any(s.overlaps(span) for span in owned)), None)


def _carried_out(
    draft: Draft, plans: Sequence[Plan], passage: str, sentence: int
) -> tuple[Draft, tuple[Decision, ...]]:
    """Carry the plans out one by one, each where its stretch lies by then."""
    text, alignment = draft.text, draft.alignment
    done: list[Plan] = []
    decisions: list[Decision] = []
    for plan in plans:
        by = sum(len(other.after) - len(other.span) for other in done if other.span.start < plan.span.start)
        here = plan.span.moved(by)
        before = here.of(text)
        mention = plan.mention
        decisions.append(
            Decision(
                plan.action,
                passage,
                mention.text,
                here,
                before,
                plan.after,
                plan.reason,
                mention.entry,
                sentence,
                plan.outcome,
                mention.span,
            )
        )
        if plan.after != before:
            text = text[: here.start] + plan.after + text[here.end :]
            old, new, gap = plan.lead
            term, length = Span(here.start + old + gap, here.end), len(plan.after) - new - gap
            alignment = tuple(
                (one, shifted(shifted(two, term, length), Span(here.start, here.start + old), new))
                for one, two in alignment
                if not (term.start <= two.start and two.end <= term.end)
            )
            stands = (plan.mention.span, Span(here.start + new + gap, here.start + len(plan.after)))
            # a preposition that went stands for nothing any more
            left = [pair for pair in alignment if len(pair[1])]
            alignment = tuple(sorted([*left, stands], key=lambda pair: (pair[1], pair[0])))
            done.append(plan)
    return replace(draft, text=text, alignment=alignment), tuple(decisions)
