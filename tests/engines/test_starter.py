"""The model that ships: whole, small enough, the same on both engines and whatever stands beside a sentence."""

import random
import re
from pathlib import Path

import pytest
import yaml

from translit.engines import open_engine
from translit.engines.folders import read, verify
from translit.engines.models import STARTERS
from translit.evaluation import quality

FLOOR = yaml.safe_load((Path(__file__).parent / "quality_floor.yaml").read_text(encoding="utf-8"))

SENTENCES = (
    "The president met the prime minister in Minsk on Tuesday.",
    "Nobody was hurt.",
    "⟦Independence Square⟪площадь Независимости⟫ was closed by the police on Sunday evening.",
    "“We want to live in peace,” said ⟦Iryna Kavalchuk⟪Ирина Кавальчук⟫, 34, a teacher.",
    "PROTESTS IN THREE CITIES",
    "The new law, which parliament passed on 12 May, will cost 1.5 million euros a year.",
    "Is it true?",
    "The weather will be cold, with rain in the west and snow in the mountains, forecasters said.",
)
INTO_ENGLISH = (
    "Президент встретился с премьер-министром в Минске во вторник.",
    "Ніхто не пацярпеў.",
    "⟦Площадь Независимости⟪Independence Square⟫ была закрыта полицией в воскресенье вечером.",
    "«Мы хотим жить в мире», — сказала ⟦Ирина Ковальчук⟪Iryna Kavalchuk⟫, учительница.",
    "Новий закон, який парламент ухвалив 12 травня, коштуватиме 1,5 мільйона євро на рік.",
    "ПРОТЕСТЫ В ТРЁХ ГОРОДАХ",
)
STARTERS_AND_TEXTS = [("en", "ru", SENTENCES), ("ru", "en", INTO_ENGLISH)]


@pytest.mark.torch
@pytest.mark.parametrize(("source", "target", "sentences"), STARTERS_AND_TEXTS)
def test_greedy_float32_equals_the_reference_engine(source, target, sentences):
    fast = open_engine(source, target, beam=1, compute_type="float32", threads=1)
    reference = open_engine(source, target, engine="marian", beam=1, threads=1)
    for a, b in zip(fast.translate(sentences), reference.translate(sentences), strict=True):
        assert a.text == b.text
        assert a.score == pytest.approx(b.score, abs=1e-3)


@pytest.mark.parametrize(("source", "target", "sentences"), STARTERS_AND_TEXTS)
def test_a_sentence_has_one_translation_whatever_its_neighbours(source, target, sentences):
    engine = open_engine(source, target, beam=4, threads=2)
    alone = {sentence: engine.translate([sentence])[0] for sentence in sentences}
    shuffled = list(sentences * 3)
    random.Random(7).shuffle(shuffled)
    assert engine.translate(shuffled) == [alone[sentence] for sentence in shuffled]


def test_every_starter_is_whole_and_fits_into_the_wheel():
    folders = sorted(path for path in STARTERS.iterdir() if path.is_dir())
    assert folders
    for folder in folders:
        model = read(folder)
        verify(model)
        assert model.sha256 and model.megabytes <= 20
        assert (folder / "README.md").is_file()


@pytest.mark.parametrize("engine", ["ctranslate", pytest.param("marian", marks=pytest.mark.torch)])
def test_what_a_draft_must_do_without_is_not_in_it_but_where_it_begins_so(engine):
    opened = open_engine("en", "ru", model="en-zle", engine=engine, beam=2, threads=1)
    word = max(re.findall(r"\w+", opened.translate(SENTENCES[:1])[0].text), key=len)
    [other] = opened.translate(SENTENCES[:1], without=[[word]])
    assert word not in re.findall(r"\w+", other.text)
    [started] = opened.translate(SENTENCES[:1], starts=[word], without=[[word]])
    assert started.text.startswith(word)
    assert word not in re.findall(r"\w+", started.text[len(word) :])


@pytest.mark.parametrize("engine", ["ctranslate", pytest.param("marian", marks=pytest.mark.torch)])
def test_rivals_come_best_first_and_end(engine):
    opened = open_engine("en", "ru", model="en-zle", engine=engine, beam=4, threads=1)
    for draft in opened.translate(SENTENCES[:2], rivals=3):
        texts = [draft.text, *(rival.text for rival in draft.rivals)]
        # hypotheses that differ in pieces alone are one
        assert 2 <= len(texts) == len(set(texts)) <= 4
        scores = [rival.score for rival in draft.rivals]
        assert scores == sorted(scores, reverse=True)
        assert min(scores) > -50


@pytest.mark.torch
def test_both_engines_weigh_alike():
    fast = open_engine("en", "ru", model="en-zle", compute_type="float32", threads=1)
    reference = open_engine("en", "ru", model="en-zle", engine="marian", threads=1)
    texts = ["Президент встретился с премьером", "Никто"]
    assert fast.weigh(SENTENCES[:2], texts) == pytest.approx(reference.weigh(SENTENCES[:2], texts), abs=2e-2)
    assert fast.weigh(["Nobody was hurt."], [""]) == [0.0]


@pytest.mark.parametrize(("pair", "least"), FLOOR["floors"].items())
def test_quality_does_not_fall(pair, least):
    source, target = pair.split("-")
    drafts = open_engine(source, target).translate([row[source] for row in FLOOR["sentences"]])
    assert quality([draft.text for draft in drafts], [row[target] for row in FLOOR["sentences"]]).chrf >= least
