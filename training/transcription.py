"""Rules by which names that no dictionary lists are written in other letters (`translit/engines/transcription.py`).

They are learnt from the names of the written dictionary (`training/lexicon`): single words with a capital on both
sides. First each letter of a name is aligned with none to three of its counterpart, by expectation maximisation (as
Jiampojamarn, Kondrak and Sherif 2007, "Applying Many-to-Many Alignments and Hidden Markov Models to Letter-to-Phoneme
Conversion", there many letters to many); names that are translated rather than transcribed (Germany: Германия) align
badly and are left out. Then a tree of contexts grows, from the letter alone to five letters on either side.
"""

from __future__ import annotations

import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from training.corpus import LEXICON, read_tsv
from training.recipe import Recipe
from translit.engines import dictionary
from translit.engines.transcription import SILENT, Transcription, contexts, file_name, packed

# what is written in English news has few marks, and e stands for ё in Russian
_WRITTEN = {"en": re.compile(r"[A-Z][a-z]+"), "other": re.compile(r"[^\W\d_a-zA-Z]['’]?(?:[^\W\d_a-zA-Z]['’]?)+")}
_MOST = 3  # letters that one is written as
_SAMPLE, _ROUNDS = 8000, 5
# mean log-probability of a letter below which a name was rather translated
_UNLIKE = -1.9
# a rule of a context that fewer names have proves nothing
_SELDOM = 2
_HELD_OUT = 0.1

Pair = tuple[str, str]
Aligned = tuple[str, tuple[str, ...]]
Odds = Mapping[tuple[str, str], float]


def transcribe(run: Path, chosen: Recipe) -> None:
    """Write `run/transcription.SOURCE.tsv.xz` beside each dictionary, and say how many names come out right that the
    rules did not see."""
    for source in chosen.sources:
        if not (run / dictionary.file_name(source)).is_file():
            continue
        learnt = {}
        for target in chosen.targets:
            pairs = names(source, target)
            held_out, rest = pairs[: int(_HELD_OUT * len(pairs))], pairs[int(_HELD_OUT * len(pairs)) :]
            likely = odds(rest[:_SAMPLE])
            written = Transcription(rules(aligned(rest, likely)))
            right = sum(written(one).lower() == other for one, other in held_out)
            learnt[target] = rules(aligned(pairs, likely))
            print(
                f"{source}-{target}: {len(pairs):,d} names, {len(learnt[target]):,d} rules; "
                f"{right / max(1, len(held_out)):.1%} of {len(held_out):,d} others are written as they should be",
                flush=True,
            )
        (run / file_name(source)).write_bytes(packed(source, learnt))


def names(source: str, target: str, folder: Path = LEXICON, *, seed: int = 1) -> list[Pair]:
    """Names of one word and the first of their translations, in small letters and random order."""
    found: dict[str, str] = {}
    for path in sorted(folder.glob("*.tsv.xz")):
        columns, *rows = read_tsv(path)
        for row in rows if {source, target} <= set(columns) else ():
            ours, theirs = (row[columns.index(tag)].split("|")[0] for tag in (source, target))
            if all(_is_name(word, tag) for word, tag in ((ours, source), (theirs, target))):
                found.setdefault(ours.lower(), theirs.lower().replace("ё", "е"))
    pairs = sorted(found.items())
    random.Random(seed).shuffle(pairs)
    return pairs


def _is_name(word: str, tag: str) -> bool:
    return word[0].isupper() and word[1:].islower() and bool(_WRITTEN.get(tag, _WRITTEN["other"]).fullmatch(word))


def odds(pairs: Sequence[Pair]) -> Odds:
    """How likely a letter is written as each text of none to three letters."""
    # the first round knows nothing but that a letter mostly stands for one
    by_length = {0: 0.15, 1: 0.8, 2: 0.04, 3: 0.01}
    likely: dict[tuple[str, str], float] | None = None
    for _ in range(_ROUNDS):
        counts: dict[tuple[str, str], float] = defaultdict(float)
        for source, target in pairs:
            steps = [
                [(end, by_length[end - start] if likely is None else likely.get((letter, target[start:end]), 0.0))
                 for end in range(start, min(start + _MOST, len(target)) + 1)]
                for letter in source for start in range(len(target) + 1)
            ]  # fmt: skip
            width = len(target) + 1
            forward, backward = _sums(steps, len(source), width)
            if not (total := forward[-1][-1]):
                continue
            for number, letter in enumerate(source):
                for start, reached in enumerate(forward[number]):
                    for end, share in steps[number * width + start] if reached else ():
                        counts[letter, target[start:end]] += reached * share * backward[number + 1][end] / total
        of_letter: dict[str, float] = defaultdict(float)
        for (letter, _), count in counts.items():
            of_letter[letter] += count
        likely = {one: count / of_letter[one[0]] for one, count in counts.items() if count > 0.3}
    return likely or {}


def _sums(
    steps: Sequence[Sequence[tuple[int, float]]], letters: int, width: int
) -> tuple[list[list[float]], list[list[float]]]:
    """Sums over all ways to a place, (letters + 1, width), and from there to the end."""
    forward = [[0.0] * width for _ in range(letters + 1)]
    backward = [[0.0] * width for _ in range(letters + 1)]
    forward[0][0] = backward[-1][-1] = 1.0
    for number in range(letters):
        for start, reached in enumerate(forward[number]):
            for end, share in steps[number * width + start] if reached else ():
                forward[number + 1][end] += reached * share
    for number in reversed(range(letters)):
        for start in range(width):
            backward[number][start] = sum(
                share * backward[number + 1][end] for end, share in steps[number * width + start]
            )
    return forward, backward


def aligned(pairs: Sequence[Pair], likely: Odds) -> Iterator[Aligned]:
    """Each name with what its letters are written as, but for those that were rather translated."""
    for source, target in pairs:
        # best way to each place of the target: its log-probability, and what was written on it
        best: dict[int, tuple[float, tuple[str, ...]]] = {0: (0.0, ())}
        for letter in source:
            reached: dict[int, tuple[float, tuple[str, ...]]] = {}
            for start, (so_far, written) in best.items():
                for end in range(start, min(start + _MOST, len(target)) + 1):
                    if share := likely.get((letter, target[start:end])):
                        total = so_far + math.log(share)
                        if end not in reached or total > reached[end][0]:
                            reached[end] = total, (*written, target[start:end])
            best = reached
        if len(target) in best and best[len(target)][0] / len(source) > _UNLIKE:
            yield source, best[len(target)][1]


def rules(names: Iterator[Aligned]) -> dict[str, str]:
    """What a letter is written as by context, where a smaller context says otherwise."""
    levels: list[dict[str, Counter[str]]] = []
    for source, written in names:
        for place, text in enumerate(written):
            for level, context in enumerate(contexts(source, place)):
                if level == len(levels):
                    levels.append(defaultdict(Counter))
                levels[level][context][text or SILENT] += 1
    found: dict[str, str] = {}
    for level, counted in enumerate(levels):
        for context, counts in counted.items():
            (best, count), *_ = counts.most_common(1)
            left, _, right = context.partition("[")
            smaller = reversed(tuple(contexts(*_word_of(left, right)))[:level])
            said = next((found[one] for one in smaller if one in found), None)
            if said is None or (best != said and count >= _SELDOM and count > counts[said]):
                found[context] = best
    return found


def _word_of(left: str, right: str) -> tuple[str, int]:
    """A word that has the context, and the place of its letter there."""
    before, letter, behind = left.removeprefix("^"), right[0], right[2:].removesuffix("$")
    return before + letter + behind, len(before)
