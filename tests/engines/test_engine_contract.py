"""What the house asks of every engine, asked of them all."""

from dataclasses import replace

import pytest

from translit.engines.ctranslate import CTranslateEngine
from translit.engines.echo import EchoEngine
from translit.engines.marian import MarianEngine
from translit.engines.parting import Parting
from translit.errors import UsageError
from translit.memory import Memory
from translit.passages import Draft
from translit.remembering import Remembering

SENTENCES = [
    "The parliament met in Minsk on Tuesday.",
    "Rivers.",
    "Two journalists were released after a long trial, and the minister said so.",
    "⟦Minsk⟪Минск⟫ is far: 5 € by train — “soon” 😀",
    "a  b\tc",
    "Rivers.",
]


@pytest.fixture(
    scope="module",
    params=["echo", "int8", "float32", "remembered", "parted", pytest.param("marian", marks=pytest.mark.torch)],
)
def engine(request, tiny, tmp_path_factory):
    if request.param == "echo":
        return EchoEngine()
    if request.param == "marian":
        return MarianEngine(tiny, "ru", beam=2, threads=1)
    if request.param == "remembered":
        memory = Memory(tmp_path_factory.mktemp("memory") / "memory.sqlite")
        return Remembering(CTranslateEngine(tiny, "ru", threads=2), memory, "en", "ru")
    if request.param == "parted":
        return Parting(CTranslateEngine(tiny, "ru", threads=2), 40, "ru")
    return CTranslateEngine(tiny, "ru", compute_type=request.param, threads=2)


def test_one_draft_a_sentence_in_order(engine):
    drafts = engine.translate(SENTENCES)
    assert len(drafts) == len(SENTENCES)
    assert drafts[1] == drafts[5]
    assert len({draft.text for draft in drafts}) >= 4


def test_no_sentences_no_drafts(engine):
    assert engine.translate([]) == []


def test_nothing_comes_of_an_empty_sentence(engine):
    assert engine.translate([""]) == [Draft("")]
    assert engine.translate(["", "Rivers."], starts=["Да", ""])[0] == Draft("Да")


def test_spans_lie_within_both_texts_and_stand_in_order(engine):
    for sentence, draft in zip(SENTENCES, engine.translate(SENTENCES), strict=True):
        assert draft.alignment
        for source, target in draft.alignment:
            assert 0 <= source.start < source.end <= len(sentence)
            assert 0 <= target.start < target.end <= len(draft.text)
        targets = [target for _, target in draft.alignment]
        assert targets == sorted(targets)


def test_drafts_are_tidy(engine):
    for draft in engine.translate([" ".join(sentence.split()) for sentence in SENTENCES]):
        assert draft.text == " ".join(draft.text.split(" ")).strip()
        assert not any(mark in draft.text for mark in ("▁", "<unk>", "</s>", "<pad>", ">>"))


def test_neighbours_do_not_matter(engine):
    long = " ".join(["Protesters gathered near the railway station."] * 2)
    alone = [engine.translate([sentence])[0] for sentence in SENTENCES]
    assert engine.translate(SENTENCES) == alone
    assert engine.translate(SENTENCES[::-1]) == alone[::-1]
    assert engine.translate([long, *SENTENCES, long])[1:-1] == alone
    assert engine.translate(SENTENCES[1:2] * 20) == alone[1:2] * 20


@pytest.mark.parametrize("start", ["Парламент", "Парл", "№ 5…", "ﬁ €", "Minsk "])
def test_a_start_stands_at_the_beginning_letter_for_letter(engine, start):
    forced, free = engine.translate(SENTENCES[:2], starts=[start, ""])
    assert forced.text.startswith(start)
    assert free == engine.translate(SENTENCES[1:2])[0]
    assert all(target.end <= len(forced.text) for _, target in forced.alignment)


def test_as_many_starts_as_sentences(engine):
    with pytest.raises(UsageError, match="2 sentences cannot have 1 starts"):
        engine.translate(["One.", "Two."], starts=["Раз"])


def test_rivals_are_other_drafts_and_change_nothing(engine):
    plain, along = engine.translate(SENTENCES), engine.translate(SENTENCES, rivals=1)
    assert [replace(draft, rivals=()) for draft in along] == plain
    for draft in along:
        assert len(draft.rivals) <= 1
        assert all(target.end <= len(rival.text) for rival in draft.rivals for _, target in rival.alignment)


def test_a_narrower_search_is_the_search_of_a_narrower_engine(engine):
    assert engine.translate(SENTENCES, beam=1) == engine.translate(SENTENCES[:1], beam=1) + [
        engine.translate([sentence], beam=1)[0] for sentence in SENTENCES[1:]
    ]


def test_doing_without_what_is_not_there_changes_nothing(engine):
    plain = engine.translate(SENTENCES)
    assert engine.translate(SENTENCES, without=[["железная дорога"]] * len(SENTENCES)) == plain


def test_the_signature_is_one_line_and_not_empty(engine):
    assert engine.signature
    assert engine.signature.isprintable()


def test_a_short_sentence_fits(engine):
    assert engine.fits("Rivers.")
