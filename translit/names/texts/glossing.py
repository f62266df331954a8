"""What follows a name where a text has it first: 'Kyiv, formerly Kiev'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from translit.decisions import Action, Decision
from translit.letters import folded
from translit.names.register.book import NameBook
from translit.names.tables import words
from translit.names.texts.tokens import tokens

_OPENING, _CLOSING = "“«(", "”»)"
_ENDINGS = tuple('.!?…:;»”")')
_PUNCTUATION = tuple(",.;:!?…)—–")


def glossed(text: str, decisions: Sequence[Decision], book: NameBook, tag: str, told: set[str]) -> list[Decision]:
    """The decisions of one passage, the gloss added where a name of the style in force stands first.

    text: the passage before any change; spans as it stands. told: ids whose gloss the document has, added to here.
    A gloss is not put into a heading, a quotation or brackets, before a possessive or a noun, or beside a hyphen;
    the next mention has it.
    """
    found: list[Decision] = []
    for decision in decisions:
        person = book.person(decision.entry)
        gloss = person.glosses.get(tag, "") if person is not None else ""
        if gloss and decision.entry not in told and decision.action is not Action.DOUBTED:
            core = folded(gloss).strip(" ,()")
            if core in folded(text[decision.span.end :])[: len(gloss) + 10]:
                told.add(decision.entry)
            elif _is_open(text, decision):
                told.add(decision.entry)
                after = text[decision.span.end :].lstrip()
                close = "," if gloss.startswith(",") and after and not after.startswith(_PUNCTUATION) else ""
                space = "" if gloss.startswith((",", " ")) else " "
                decision = replace(
                    decision,
                    action=Action.SETTLED,
                    after=f"{decision.after}{space}{gloss}{close}",
                    reason=f"{decision.reason}; the style explains the name where it stands first",
                )
        found.append(decision)
    return found


def _is_open(text: str, decision: Decision) -> bool:
    before, after = text[: decision.span.start], text[decision.span.end :]
    if not text.rstrip().endswith(_ENDINGS):  # a heading or a label
        return False
    following = tokens(after)[:1]
    if (
        following
        and not after[: following[0].span.start].strip()
        and folded(following[0].text) not in words("after_gloss")
    ):
        return False  # 'Kiev police'
    if before.endswith("-") or re.match(r"-|['’]s\b", after) or decision.before.isupper():
        return False
    pairs = zip(_OPENING, _CLOSING, strict=True)
    return before.count('"') % 2 == 0 and all(before.count(first) <= before.count(last) for first, last in pairs)
