"""A second pair of eyes on a glossary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from translit.errors import Problem
from translit.glossary.entry import Entry, Kind
from translit.glossary.table import Glossary
from translit.letters import mixed_script_words
from translit.morphology import lemmas

# Words too common to be terms by themselves; a glossary that holds one would place it everywhere
_STOP_WORDS = {
    "en": "a an and are as at be by for from he her his i in is it its me my no not of on or our she so that the "
    "their them they this to us was we were who will with you your",
    "ru": "а в во вы для до его ее её же за и из или их к как мы на не но о об он она они от по с со та так то ты "
    "у что это я",
    "uk": "а в ви від до за з и і із її їх й на не по про та те ти то у що це як я",
    "be": "а ад бо вы да для з за і ў у іх й на не па пра та ты што я як",
}


@dataclass(frozen=True, slots=True)
class Finding(Problem):
    """Something in a glossary a person should look at.

    severity  'error': the glossary does not do what it says; 'warning': likely to surprise; 'note': just so you know
    """

    severity: str = "warning"

    def __str__(self) -> str:
        # a slotted dataclass is a new class, which the short form of super() does not know
        return f"{Problem.__str__(self)} [{self.severity}]"


def check(glossary: Glossary) -> list[Finding]:
    """Duplicates, conflicts, risky keys, mixed alphabets, untranslated rows and lemma collisions, in row order."""
    found = [finding for entry in glossary for finding in _alone(entry)]
    found += _against_each_other(glossary)
    return sorted(found, key=lambda finding: (str(finding.path or ""), finding.line or 0))


def _finding(entry: Entry, text: str, severity: str = "warning") -> Finding:
    return Finding(text, entry.path, entry.line or None, severity)


def _alone(entry: Entry) -> Iterator[Finding]:
    tags = list(entry.terms)
    for tag in tags:
        for word in _texts(entry, tag):
            if word.casefold() in _STOP_WORDS.get(tag, "").split() and entry.case != "exact":
                yield _finding(entry, f"{word!r} is an everyday word of {tag}; set case to exact or drop it", "error")
            elif len(word) < 3 and entry.case != "exact":
                yield _finding(entry, f"{word!r} is very short and would match often; set case to exact")
            for _, mixed in mixed_script_words(word):
                yield _finding(entry, f"{mixed!r} mixes alphabets", "error")
    if entry.kind is not Kind.KEEP:
        for other in tags[1:]:
            if same := set(_texts(entry, tags[0])) & set(_texts(entry, other)):
                text = f"{min(same)!r} is the same in {tags[0]} and {other}; if it is copied, the kind 'keep' says so"
                yield _finding(entry, text, "note")


def _against_each_other(glossary: Glossary) -> Iterator[Finding]:
    surfaces: dict[tuple[str, str, str], list[Entry]] = defaultdict(list)
    roots: dict[tuple[str, tuple[str, ...], str], list[tuple[Entry, str]]] = defaultdict(list)
    for entry in glossary:
        for tag in entry.terms:
            for word in _texts(entry, tag):
                surfaces[tag, word if entry.case else word.casefold(), entry.domain].append(entry)
                if entry.match != "exact" and not entry.case:
                    root = tuple(lemmas(part, tag)[0] for part in word.split())
                    roots[tag, root, entry.domain].append((entry, word))
    for (tag, word, _), entries in surfaces.items():
        first = entries[0]
        for entry in entries[1:]:
            if entry is first:
                yield _finding(entry, f"{word!r} stands twice in this row")
            elif entry.terms == first.terms:
                yield _finding(entry, f"{word!r} is a duplicate of {_place(first)}", "note")
            elif any(set(entry.targets(t)) - set(first.targets(t)) for t in entry.terms if t != tag):
                yield _finding(
                    entry, f"{word!r} has another translation in {_place(first)}, which goes before this one"
                )
    for (tag, _, _), pairs in roots.items():
        first, word = pairs[0]
        for entry, other in pairs[1:]:
            if entry is not first and other.casefold() != word.casefold() and entry.terms != first.terms:
                text = f"{other!r} is found by the same words of {tag} as {word!r} in {_place(first)}"
                yield _finding(entry, text, "note")


def _texts(entry: Entry, tag: str) -> list[str]:
    return [wording.text for wording in entry.terms.get(tag, ())]


def _place(entry: Entry) -> str:
    return f"line {entry.line}" if entry.line else f"the entry {entry.id!r}"
