"""From a pair of the corpus to what the model sees: piece numbers and a guide for one attention head."""

from __future__ import annotations

import json
import math
import random
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sentencepiece

from training.alignment import Span
from training.corpus import FINISHED_ON
from training.names import carriers, declined, families, people, places
from training.recipe import Recipe
from training.vocabulary import TERM_MARKERS

MARK, WANTED, END = TERM_MARKERS

_WORD = re.compile(r"[^\W\d_]+")
_OPENING, _CLOSING = re.compile(r'(?<![^\s(\[—-])"'), re.compile('"')

# Share of the sentences that ...
ANNOTATED = 0.45  # carry terms, where they have candidates
SELDOM = 0.6  # ... of those the rarest words rather than any: what the model's dictionary will show it
RENAMED = 0.5  # get another family name, where an annotated one can be exchanged
RENAMED_UNSEEN = 0.15  # the same without annotation: the model must romanise by itself
NAMES = 0.06  # are followed by a name
CARRIED = 0.5  # ... of those in a sentence rather than alone
CAPITALS = 0.02
WITHOUT_STOP = 0.06
COPIED = 0.03
# ... come in other pieces than the likeliest, on either side, and how likely those must be
SAMPLED_SOURCE, SAMPLED_TARGET, SHARPNESS = 0.3, 0.15, 0.3

_COPIES = (
    "https://example.org/{n}", "www.news-{n}.com", "mail{n}@example.com", "#Freedom{n}", "@user_{n}",
    "⓪", "①", "②", "😀", "{n}", "{n}.{n}", "+{n}", "{n}%",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Example:
    """Piece numbers, the source behind its language token, without end; for each target piece, where it should look."""

    source: list[int]
    target: list[int]
    guide: list[list[int]]


@dataclass(frozen=True, slots=True)
class _Pieces:
    """Piece numbers, and where in the text each begins and ends, in order."""

    numbers: list[int]
    begins: Sequence[int]
    ends: Sequence[int]

    def under(self, span: Span) -> range:
        """The places of the pieces that have a letter in common with a span."""
        return range(bisect_right(self.ends, span[0]), bisect_left(self.begins, span[1]))


def _spliced(text: str, edits: list[tuple[int, int, str]]) -> tuple[str, list[tuple[int, int, int]]]:
    """Replace spans (in order, apart); also the moved positions of what stayed: (start, end, shift)."""
    out, kept, at, shift = [], [], 0, 0
    for start, end, new in edits:
        out += [text[at:start], new]
        kept.append((at, start, shift))
        shift += len(new) - (end - start)
        at = end
    out.append(text[at:])
    kept.append((at, len(text) + 1, shift))
    return "".join(out), kept


def _moved(span: Span, kept: list[tuple[int, int, int]]) -> Span | None:
    for start, end, shift in kept:
        if start <= span[0] and span[1] <= end:
            return span[0] + shift, span[1] + shift
    return None


class Examples:
    """Draws examples, changed at random so that the model learns what news asks for.

    finishing: news and talk alone, in their likeliest pieces, as people will ask for them
    """

    def __init__(self, run: Path, names: Path, chosen: Recipe, *, seed: int, finishing: bool = False) -> None:
        self.sampled = (0.0, 0.0) if finishing else (SAMPLED_SOURCE, SAMPLED_TARGET)
        self.pieces = sentencepiece.SentencePieceProcessor(model_file=str(run / "model" / "source.spm"))
        vocabulary = json.loads((run / "model" / "vocab.json").read_text(encoding="utf-8"))
        self.tokens = {tag: [vocabulary[token]] if (token := chosen.token(tag)) else [] for tag in chosen.targets}
        self.dice = random.Random(seed)
        pairs = (run / "pairs.tsv").read_text(encoding="utf-8").split("\n")[:-1]
        links = (run / "links.jsonl").read_text(encoding="utf-8").split("\n")[:-1]
        terms = (run / "terms.jsonl").read_text(encoding="utf-8").split("\n")[:-1]
        rows = zip(pairs, links, terms, strict=True)
        self.rows = [row for row in rows if not finishing or row[0].split("\t", 2)[1] in FINISHED_ON]
        self.seen = Counter(word for row in self.rows for word in set(_WORD.findall(row[0].split("\t", 5)[4].lower())))
        self.persons = people(names)
        self.by_gender = {
            gender: [one for one in self.persons if one.feminine == (gender == "femn")] for gender in ("masc", "femn")
        }
        self.pairs = sorted({(a, b) for a, b in (row[0].split("\t")[2:4] for row in self.rows)})
        natives = {tag for pair in self.pairs for tag in pair if tag != "en"}
        self.places = {tag: places(names, tag) for tag in natives}
        self.families = {tag: families(names, tag) for tag in natives}
        self.carriers = carriers()

    def one_pass(self) -> Iterator[Example]:
        """Every row as often as its weight says, in random order, with names between them."""
        order = [number for number, row in enumerate(self.rows) for _ in range(int(row[0].split("\t", 1)[0]))]
        self.dice.shuffle(order)
        for number in order:
            pair, links, terms = self.rows[number]
            _, _, source_tag, target_tag, source, target = pair.split("\t")
            yield self.drawn(source, target, json.loads(links), json.loads(terms), (source_tag, target_tag))
            if self.dice.random() < NAMES:
                yield self.name(self.dice.choice(self.pairs))

    def name(self, pair: tuple[str, str]) -> Example:
        """A name alone or in a sentence that carries it, sometimes with the answer beside it."""
        tag = next(one for one in pair if one != "en")
        english, native, kind, gender = self._named(tag)
        texts = {"en": english, tag: native}
        source, target = (texts[one] for one in pair)
        if self.dice.random() < 0.3:
            source = f"{MARK}{source}{WANTED}{target}{END}"
        if self.dice.random() < CARRIED:
            carrier = self.dice.choice([one for one in self.carriers[kind] if one.only in ("", gender)])
            source, target = carrier.texts[pair[0]].format(source), carrier.texts[pair[1]].format(target)
        return self.encoded(source, target, [], pair[1])

    def _named(self, tag: str) -> tuple[str, str, str, str]:
        """English and native name, the kind of its carriers, and the gender, '' where it is not known."""
        if self.families[tag] and self.dice.random() < 0.5:
            return *self.dice.choice(self.families[tag]), "person", ""
        if tag != "ru" or self.dice.random() < 0.3:
            return *self.dice.choice(self.places[tag]), "place", ""
        person = self.dice.choice(self.persons)
        words = self.dice.choice(((0, 1, 2), (0, 2), (0, 2), (2,)))
        english, native = (" ".join(name[word] for word in words) for name in (person.english, person.russian))
        return english, native, "person", "feminine" if person.feminine else "masculine"

    def drawn(
        self,
        source: str,
        target: str,
        links: dict[str, Any],
        terms: list[dict[str, Any]],
        pair: tuple[str, str],
    ) -> Example:
        """One pair with its terms, its changes of dress, and its links as spans of the changed texts."""
        annotated = bool(terms) and self.dice.random() < ANNOTATED
        source_edits: list[tuple[int, int, str]] = []
        target_edits: list[tuple[int, int, str]] = []
        wanted: list[tuple[str, Span]] = []
        taken: list[tuple[Span, Span]] = []
        for term in self._picked(source, terms):
            (s0, s1), (t0, t1) = term["source"], term["target"]
            if any((s0 < b and a < s1) or (t0 < d and c < t1) for (a, b), (c, d) in taken):
                continue
            english, lemma, form = source[s0:s1], term["lemma"], target[t0:t1]
            renamed = RENAMED if annotated else RENAMED_UNSEEN
            if term["family"] and source.count(english) == 1 and self.dice.random() < renamed:
                case, gender = term["family"]
                other = self.dice.choice(self.by_gender[gender])
                english, lemma = other.english[2], other.russian[2]
                form = declined(lemma, case, gender)
            elif not annotated:
                continue
            taken.append(((s0, s1), (t0, t1)))
            source_edits.append((s0, s1, f"{MARK}{english}{WANTED}{lemma}{END}" if annotated else english))
            target_edits.append((t0, t1, form))
            wanted.append((lemma if annotated else english, (s0, t0)))
        source_edits.sort()
        target_edits.sort()
        new_source, source_kept = _spliced(source, source_edits)
        new_target, target_kept = _spliced(target, target_edits)
        pairs: list[tuple[Span, Span]] = []
        for s0, s1, t0, t1 in [*links["sure"], *links["likely"]]:
            source_span, target_span = _moved((s0, s1), source_kept), _moved((t0, t1), target_kept)
            if source_span and target_span:
                pairs.append((source_span, target_span))
        for text, (s0, t0) in wanted:
            where = sum(len(new) - (b - a) for a, b, new in source_edits if a < s0) + s0
            new = next(new for a, _, new in source_edits if a == s0)
            start = where + (new.index(WANTED) + 1 if annotated else 0)
            t_start = t0 + sum(len(new) - (b - a) for a, b, new in target_edits if a < t0)
            t_new = next(new for a, _, new in target_edits if a == t0)
            pairs.append(((start, start + len(text)), (t_start, t_start + len(t_new))))
        return self.encoded(*self._dressed(new_source, new_target, pair[1]), pairs, pair[1])

    def _picked(self, source: str, terms: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Some of the terms of a source: few of any kind, or more of its rare words (weighted sampling without
        replacement after Efraimidis and Spirakis 2006)."""
        dice = self.dice
        if dice.random() >= SELDOM:
            return dice.sample(terms, k=min(len(terms), dice.choice((1, 1, 2, 3, 4))))

        def key(term: dict[str, Any]) -> float:
            words = _WORD.findall(source[slice(*term["source"])].lower())
            power = math.sqrt(min((self.seen[word] for word in words), default=1))
            return float(dice.random() ** power)

        return sorted(terms, key=key, reverse=True)[: dice.choice((1, 2, 3, 4, 5, 6, 8))]

    def _dressed(self, source: str, target: str, tag: str) -> tuple[str, str]:
        """Capitals, a missing stop, something to copy, quotes: changes that keep every position."""
        dice = self.dice
        if dice.random() < CAPITALS and len(source.upper()) == len(source):
            source, target = source.upper(), target.upper()
        if source.endswith(".") and target.endswith(".") and dice.random() < WITHOUT_STOP:
            source, target = source[:-1], target[:-1]
        if dice.random() < COPIED:
            copy = dice.choice(_COPIES).format(n=dice.randint(1, 5000))
            source, target = f"{source} {copy}", f"{target} {copy}"
        if tag == "en":
            return source, target
        if target.count('"') % 2 == 0:
            target = _CLOSING.sub("»", _OPENING.sub("«", target))
        if source.count('"') % 2 == 0 and dice.random() < 0.5:
            source = _CLOSING.sub("”", _OPENING.sub("“", source))
        if dice.random() < 0.5:
            source = source.replace("'", "’")
        return source, target.replace(" - ", " — ")

    def encoded(self, source: str, target: str, pairs: list[tuple[Span, Span]], tag: str) -> Example:
        """Piece numbers; each target piece is guided to the source pieces under its links."""
        token = self.tokens[tag]
        source_pieces, target_pieces = map(self._pieces, (source, target), self.sampled)
        looks: list[set[int]] = [set() for _ in target_pieces.numbers]
        for s, t in pairs:
            under = source_pieces.under(s)
            for place in target_pieces.under(t):
                looks[place].update(under)
        guide = [sorted(len(token) + number for number in under) for under in looks]
        return Example([*token, *source_pieces.numbers], target_pieces.numbers, guide)

    def _pieces(self, text: str, sampled: float) -> _Pieces:
        """The text in pieces; for a share of the texts not in the likeliest ones (Kudo 2018, "Subword
        Regularization")."""
        if self.dice.random() < sampled:
            found = self.pieces.encode_as_offset_mapping(text, enable_sampling=True, nbest_size=-1, alpha=SHARPNESS)
        else:
            found = self.pieces.encode_as_offset_mapping(text)
        begins, ends = zip(*found["offsets"], strict=True) if found["offsets"] else ((), ())
        return _Pieces(found["ids"], begins, ends)
