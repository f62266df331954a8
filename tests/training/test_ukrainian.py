"""Russian sentences in Ukrainian, word for word."""

from __future__ import annotations

import lzma
from pathlib import Path

import pytest
import yaml

from training.ukrainian import witnesses
from training.ukrainian.cognates import cognates
from training.ukrainian.lexicon import Lexicon, is_word, own_words
from training.ukrainian.reading import read
from training.ukrainian.spelling import euphony, respelt
from training.ukrainian.writing import Ukrainian
from translit.morphology.analysis import analyser

CASES = yaml.safe_load(Path(__file__).with_name("ukrainian.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def ukrainian():
    return Ukrainian(Lexicon())


@pytest.mark.parametrize(("russian", "wanted"), [pair for pairs in CASES.values() for pair in pairs])
def test_a_sentence_is_put_into_ukrainian(ukrainian, russian, wanted):
    written = ukrainian.write(russian)
    assert (written.text, written.unsure) == (wanted, ())


def test_a_word_that_nobody_knows_is_named(ukrainian):
    written = ukrainian.write("Они верят в мегрызлов.")
    assert written.unsure == ("мегрызлов",) and written.text.startswith("Вони вірять у ")


@pytest.mark.parametrize("text", ["", "  Да,   нет…\t№ 5 (это) ", "COVID-19: 25% — e-mail@example.org 😀"])
def test_what_is_no_russian_word_stays_where_it_is(ukrainian, text):
    assert "".join(one.text for one in read(text)) == text
    kept = [mark for mark in ukrainian.write(text).text if not mark.isalpha()]
    assert kept == [mark for mark in text if not mark.isalpha()]


def test_the_neighbours_tell_which_reading_stands_here():
    cases = {one.text: one.case for one in read("Жители страны говорят о новой школе в центре города") if one.case}
    assert cases == {
        "Жители": "nomn", "страны": "gent", "новой": "loct", "школе": "loct", "центре": "loct", "города": "gent"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("russian", "part", "wanted"),
    [
        ("революционный", "A", "революційний"),
        ("анализировать", "V", "аналізувати"),
        ("комиссия", "N", "комісія"),
        ("разговорный", "A", "розмовний"),
        ("независимость", "N", "незалежність"),
    ],
)
def test_cognates_differ_by_rule(russian, part, wanted):
    by_rule = {"революционный", "анализировать", "комиссия"}
    assert (dict(cognates(russian, part, is_word)).get(wanted, 1) < 0.5) == (russian in by_rule)


def test_text_in_both_languages_outvotes_letters():
    seen = Lexicon(beside={("неделя", "N"): {("тиждень", "N"): 20.0, ("неділя", "N"): 1.0}})
    assert seen("неделя", "N") == "тиждень"
    assert Lexicon(beside={("сервер", "N"): {("кіт", "N"): 1.0}})("сервер", "N") == "сервер"


def test_words_of_the_table_are_words():
    # the dictionary of Ukrainian has holes
    holes = {"вже", "ще", "теж", "повинно"}
    words = {word for several in own_words().values() for word in several.split()}
    assert {word for word in words if not analyser("uk").word_is_known(word)} <= holes


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("він в школі", "він у школі"),
        ("вона у Одесі", "вона в Одесі"),
        ("брат і Олена", "брат і Олена"),
        ("вона і Олена", "вона й Олена"),
        ("з сестрою", "із сестрою"),
        ("він б і ж", "він би і ж"),
    ],
)
def test_small_words_sound_well(text, wanted):
    assert euphony(text) == wanted


@pytest.mark.parametrize(
    ("russian", "wanted"), [("Путин", "Путін"), ("Каир", "Каїр"), ("Ельцин", "Єльцин"), ("съезд", "с'єзд")]
)
def test_names_in_ukrainian_letters(russian, wanted):
    assert respelt(russian) == wanted


def test_the_lexicon_asks_apertium_parallel_text_and_lists_of_names(tmp_path, monkeypatch):
    def packed(name, rows):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(lzma.compress("".join("\t".join(row) + "\n" for row in rows).encode()))

    packed("parallel/a.en-ru.tsv.xz", [("A week.", "Неделя."), ("Rain.", "Дождь.")])
    packed("parallel/a.en-uk.tsv.xz", [("A week.", "Тиждень."), ("Snow.", "Сніг.")])
    packed("parallel/apertium-news.en-uk.tsv.xz", [("Rain.", "Дождь.")])
    for origin in witnesses._NAMES:
        packed(f"variants-{origin}.tsv.xz", [])
    names = [("1", "ru", "Киев"), ("1", "uk", "Київ"), ("2", "ru", "Рим")]
    packed("variants-cldr.tsv.xz", [(group, "place", tag, "Cyrl", name) for group, tag, name in names])
    # it has one of the two words
    theirs = {"неделя.": "~тиждень.", "дождь.": "*дождь.", "": ""}
    monkeypatch.setattr(witnesses, "from_russian", lambda lines, tag: [theirs[line] for line in lines])
    asked = []

    def aligned(sources, targets):
        asked.extend(zip(sources, targets, strict=True))
        return [({(0, 0)}, set())] * len(sources)

    monkeypatch.setattr(witnesses, "aligned", aligned)
    found = witnesses.lexicon(["Неделя", "дождь"], tmp_path, tmp_path)
    assert found.names == {"киев": "київ"}
    assert asked == [("Неделя.", "Тиждень.")] and found.beside["неделя", "N"]["тиждень", "N"] == 1
    assert found.apertium == {"неделя": "тиждень"}
