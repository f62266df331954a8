"""What an entry of a register holds: a person or a place, what a house writes, and what somebody decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from translit.languages import language
from translit.letters import folded
from translit.names.tables import particles


@dataclass(frozen=True, slots=True)
class StyledForm:
    """What a house writes in one language, from the day `since` on; `style` is '' where every house does.

    gloss  what follows the name at its first mention, such as ', formerly Kiev'; '' for nothing
    """

    style: str
    language: str
    form: str
    since: date | None = None
    gloss: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person decided of names, each an id or a spelling: one person, not one, or (None) not settled yet."""

    same: bool | None
    names: tuple[str, ...]
    note: str = ""
    by: str = ""
    on: date | None = None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """One person or place. `forms`, `variants`, `exceptions` and `glosses` go by language tag.

    kind         'person', or 'place', whose whole name counts as a family name
    family_word  '' where the family name comes last
    exceptions   phrases that hold the name and keep their own spelling
    styles       what houses write; `NameBook.in_force` makes one of them the form
    glosses      what follows the first mention in the style in force
    others       spellings, `folded`, of which a person decided that they are somebody else's
    proposed     written by a machine and not yet read by a person; `evidence` says on what grounds
    """

    id: str
    gender: str = ""
    forms: Mapping[str, str] = field(default_factory=dict, hash=False)
    variants: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    indeclinable: frozenset[str] = frozenset()
    family_word: str = ""
    note: str = ""
    kind: str = "person"
    exceptions: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    styles: tuple[StyledForm, ...] = ()
    glosses: Mapping[str, str] = field(default_factory=dict, hash=False)
    others: frozenset[str] = frozenset()
    proposed: bool = False
    evidence: tuple[str, ...] = ()

    @property
    def human(self) -> bool:
        """Whether it is a person, whose name has parts."""
        return self.kind == "person"

    def form(self, tag: str) -> str:
        """The full settled spelling in a language; '' if the register has none."""
        return self.forms.get(language(tag).tag, "")

    def family(self, tag: str) -> str:
        """The family name in a language, with its particles; the whole of a one-word name."""
        return " ".join(self.split(self.form(tag))[1])

    def given(self, tag: str) -> str:
        """Everything before the family name (or after it, where it stands first)."""
        return " ".join(self.split(self.form(tag))[0])

    def split(self, name: str) -> tuple[list[str], list[str]]:
        """The given and the family words of one spelling of this person."""
        all_words = name.split()
        first, last = self.family_place(all_words)
        return all_words[:first] + all_words[last:], all_words[first:last]

    def family_place(self, all_words: list[str]) -> tuple[int, int]:
        """Which words are the family name: from the first number up to, not including, the second."""
        first, last = max(len(all_words) - 1, 0), len(all_words)
        if not self.human:
            return 0, last
        if self.family_word and len(all_words) > 1:
            return self._named_place(all_words)
        while first > 1 and all_words[first - 1].islower() and folded(all_words[first - 1]) in particles():
            first -= 1
        return first, last

    def _named_place(self, all_words: list[str]) -> tuple[int, int]:
        wanted = [folded(word) for word in self.family_word.split()]
        for name in (" ".join(all_words), *self.forms.values()):
            there = [folded(word) for word in name.split()]
            for first in range(len(there) - len(wanted) + 1):
                if there[first : first + len(wanted)] == wanted:
                    # in a name of another length: first stays first, others count from the end
                    first += len(all_words) - len(there) if first else 0
                    return max(first, 0), max(first, 0) + len(wanted)
        return len(all_words) - 1, len(all_words)


def judged(a: str, b: str, judgements: Sequence[Judgement]) -> bool | None:
    """What a person decided of two names; None if nothing was."""
    for judgement in judgements:
        names = set(map(folded, judgement.names))
        if judgement.same is not None and folded(a) in names and folded(b) in names:
            return judgement.same
    return None
