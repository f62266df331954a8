"""The dictionary of news that was written for translit, beside what the aligner found: `training/lexicon/*.tsv.xz`.

A table has a column a language, the first of them that of the headwords; translations stand in the order of use, with
'|' between. The aligner knows a word only where the text has it often, and no phrase; these were composed by a large
language model, from lists of the words and names of news by frequency and with phrases and names of its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, partial
from pathlib import Path

from training.corpus import LEXICON, read_tsv
from training.dictionary import RARE, is_aligned
from training.partners import named
from training.recipe import Recipe
from translit.engines.dictionary import FORM, WORD, Known, entry, file_name, packed, words
from translit.glossary.checking import everyday
from translit.morphology.analysis import analyser

# translations of a word that are kept: the first is shown, and each says it
_MOST = 6
# a word that the text has more often may be said by what no list has
_SELDOM = 100
# languages that pymorphy3 reads
_ANALYSED = {"ru", "uk"}
# English forms that may have a translation of their own; found is none of found
_REGULAR = ("ed", "ing", "s")

Translations = dict[str, tuple[str, ...]]


def enter(run: Path, chosen: Recipe) -> None:
    """Put the written words into `run/dictionary.SOURCE.tsv.xz`."""
    # the text is long, and English is the target of both sources of zle-en that have a dictionary
    seen = cache(partial(_seen, run))
    for source in chosen.sources:
        path = run / file_name(source)
        if not path.is_file():
            continue
        known = {}
        for target, there in words(path, source).items():
            lexicon = inflected(written(source, target, seen(target)), target)
            known[target] = joined(there, lexicon, seen(source), source, first=not is_aligned(target))
        path.with_suffix(".part").write_bytes(packed(source, known))
        path.with_suffix(".part").replace(path)
        print(path, *(f"{target}: {len(there):,d} words" for target, there in known.items()), flush=True)


def written(source: str, target: str, common: Mapping[str, int], folder: Path = LEXICON) -> Translations:
    """Headword -> translations, also of a language whose words stand beside another's headwords.

    What its own table lacks is taken from where it stands as a translation, first of all as the first one; of several
    headwords the one first that the target's text has oftenest, as `common` counts (Филип: Philip, not Filip). Phrases
    and forms are read one way: be killed stands beside сложить голову and taking beside взятие, and neither is said so.
    """

    def commonest(said: dict[str, None]) -> tuple[str, ...]:
        return tuple(sorted(said, key=lambda one: -common.get(entry(one.lower(), target), 0)))

    def is_word(one: str) -> bool:
        return " " not in one and entry(one, source) == one

    found: Translations = {}
    for columns, rows in _tables(folder, source, target):
        ours, theirs = columns.index(source), columns.index(target)
        usual, other = defaultdict[str, dict[str, None]](dict), defaultdict[str, dict[str, None]](dict)
        for row in rows:
            said, (first, *rest) = row[theirs].split("|"), row[ours].split("|")
            if ours < theirs or is_word(first):
                usual[first].update(dict.fromkeys(said))
            for word in rest:
                if is_word(word):
                    other[word].update(dict.fromkeys(said))
        ordered = tuple if ours < theirs else commonest
        for words_of in (usual, other):
            found = {word: ordered(said) for word, said in words_of.items()} | found
    return found


def inflected(found: Translations, target: str) -> Translations:
    """Translations as a model can inflect them, for it has learnt to with single words and noun phrases alone.

    Of a phrase the verb of one word comes first (подавлять before принять жёсткие меры), and a preposition at the end
    of a verb (привести к) is the model's own affair. Of languages that pymorphy3 does not read, all stays.
    """
    if target not in _ANALYSED:
        return found

    @cache
    def is_verb(word: str) -> bool:
        # a verb of a dictionary is an infinitive, whatever the analyser calls it
        return analyser(target).parse(word)[0].tag.POS in {"INFN", "VERB"}

    @cache
    def is_preposition(word: str) -> bool:
        return any("PREP" in parse.tag for parse in analyser(target).parse(word))

    def bare(translation: str) -> str:
        *words, last = translation.split()
        return " ".join(words) if words and is_verb(words[0]) and is_preposition(last) else translation

    def ordered(word: str, said: tuple[str, ...]) -> tuple[str, ...]:
        shorter = tuple(dict.fromkeys(map(bare, said)))
        if " " not in word or not is_verb(shorter[0].split()[0]):
            return shorter
        return tuple(sorted(shorter, key=lambda translation: " " in translation or not is_verb(translation)))

    return {word: ordered(word, said) for word, said in found.items()}


def _tables(folder: Path, source: str, target: str) -> Iterator[tuple[list[str], list[list[str]]]]:
    """Columns and rows of the tables that have both languages, first those that go from the source to the target."""
    tables = []
    for path in sorted(folder.glob("*.tsv.xz")):
        columns, *rows = read_tsv(path)
        if source in columns and target in columns:
            tables.append((columns, rows))
    yield from sorted(tables, key=lambda table: table[0].index(source) > table[0].index(target))


def joined(
    aligned: Mapping[str, Known], lexicon: Translations, seen: Mapping[str, int], source: str, *, first: bool
) -> dict[str, Known]:
    """What the aligner found, and of the written words those it did not; those it found as well, before its own
    translations, with `first` and where they are names, which it seldom tells from their neighbours. `seen` is how
    often the text has a word.

    Russian of newstest has the same score either way and that of flores dev less with the written ones first; Ukrainian
    and Belarusian, whose words are the Russian ones word for word, gain (the card of en-zle has the figures).
    """
    found, grammar = dict(aligned), everyday(source)
    for word, said in lexicon.items():
        listed = _listed(word, source)
        before = first or named(word)
        # being is seldom a creature, and Will where a sentence begins is no name; WHO is one
        if entry(word if word.isupper() else word.lower(), source) in grammar or (listed in found and not before):
            continue
        also = found[listed].translations if listed in found else ()
        phrase = " " in word
        times = max(seen.get(one, 0) for one in (word, entry(word.lower(), source)))
        found[listed] = Known(
            tuple(dict.fromkeys((*said, *also)))[:_MOST],
            max(1, times) if times <= RARE and not phrase else 0,
            telling=phrase or times <= _SELDOM,
        )
    return found


def _listed(word: str, source: str) -> str:
    """A phrase by the dictionary forms of its words; talks, contested and leading as forms of their own."""
    if " " in word:
        return " ".join(entry(one, source) for one in word.split())
    return FORM + word if source == "en" and word.endswith(_REGULAR) and entry(word, source) != word else word


def _seen(run: Path, language: str) -> Counter[str]:
    """How many different sentences of the text have a word, by its dictionary form in small letters."""
    texts: set[str] = set()
    with (run / "pairs.tsv").open(encoding="utf-8", newline="\n") as pairs:
        for pair in pairs:
            _, _, source, target, *both = pair.rstrip("\n").split("\t")
            texts.update(text for tag, text in zip((source, target), both, strict=True) if tag == language)
    return Counter(word for text in texts for word in {entry(one.lower(), language) for one in WORD.findall(text)})
