"""Russian sentences in Belarusian."""

from __future__ import annotations

import lzma
import os

import pytest

from training.belarusian import forms as forms_room
from training.belarusian import stems as stems_room
from training.belarusian import writing
from training.belarusian.forms import conjugated, forms
from training.belarusian.stems import stems
from training.belarusian.writing import Belarusian, by_letters, lists_of_names
from training.ukrainian.lexicon import Lexicon
from training.ukrainian.writing import Ukrainian

WORDS = {"сказаў", "гаворыць", "гаварыць", "зрабіў", "разумее", "пытаецца", "рэакцыя", "прыехаў"}


@pytest.fixture(autouse=True)
def dictionary(monkeypatch):
    """A spelling dictionary of a few words, for hunspell's is not everywhere."""
    monkeypatch.setattr(forms_room, "_spelt", lambda words: WORDS & set(words))


@pytest.mark.parametrize(
    ("russian", "ukrainian", "wanted"),
    [
        ("сказал", "сказав", "сказаў"),
        # the stress of one is on its stem
        ("говорит", "говорить", "гаворыць"),
        ("говорить", "говорити", "гаварыць"),
        # by its Ukrainian form
        ("понимает", "розуміє", "разумее"),
        ("сделал", "зробив", "зрабіў"),
        ("реакция", "реакція", "рэакцыя"),
        # the letters would mislead
        ("пытается", "намагається", "спрабуе"),
        ("правоохранительных", "", "праваахоўных"),
        ("похож", "", "падобны"),
        ("здравоохранения", "", "аховы здароўя"),
        ("нельзя", "", "нельга"),
        ("арестованного", "", "арыштаванага"),
        ("непонятное", "", None),
    ],
)
def test_a_form_by_its_letters(russian, ukrainian, wanted):
    assert forms([(russian, ukrainian)]).get(russian) == wanted


@pytest.mark.parametrize(
    ("infinitive", "part", "features", "wanted"),
    [
        ("працаваць", "VERB", "sing 3per pres", "працуе"),
        ("працаваць", "VERB", "plur past", "працавалі"),
        ("працаваць", "GRND", "pres", "працуючы"),
        ("вырашыць", "GRND", "past", "вырашыўшы"),
        ("выкарыстоўваць", "VERB", "plur 3per pres", "выкарыстоўваюць"),
        ("заставацца", "VERB", "sing 3per pres", "застаецца"),
        ("спадзявацца", "VERB", "sing 1per pres", "спадзяюся"),
        ("з'яўляцца", "VERB", "femn past", "з'яўлялася"),
        ("лічыць", "VERB", "plur 3per pres", "лічаць"),
        ("вучыцца", "INFN", "", "вучыцца"),
        ("спыніць", "VERB", "impr sing 2per", ""),
    ],
)
def test_verbs_are_conjugated(infinitive, part, features, wanted):
    assert conjugated(infinitive, part, frozenset(features.split())) == wanted


@pytest.mark.parametrize(
    ("russian", "draft", "wanted", "unsure"),
    [
        ("Он сказал это.", "Ён *сказал гэта.", "Ён сказаў гэта.", ()),
        ("Трамп приехал в Киев.", "*Трамп *приехал у *Киев.", "Трамп прыехаў у Кіеў.", ()),
        ("Он будет там.", "Ён ёсць там.", "Ён будзе там.", ()),
        ("Он там.", "Ён ёсць там.", "Ён ёсць там.", ("ёсць",)),
        ("Он уже дома.", "Ён вузей дома.", "Ён ужо дома.", ()),
        ("Во время войны он был там.", "У час вайны ён быў там.", "Падчас вайны ён быў там.", ()),
        ("Он был там год назад.", "Ён быў там год назад.", "Ён быў там год таму.", ()),
        ("Это непонятное слово.", "Гэтае *непонятное слова.", "Гэтае непонятное слова.", ("непонятное",)),
        ("Они там.", "#яны там.", "яны там.", ("яны",)),
        ("Она была осуждена.", "Яна была .", "Яна была .", ("Яна была .",)),
    ],
)
def test_what_apertium_leaves_is_written(monkeypatch, russian, draft, wanted, unsure):
    monkeypatch.setattr(writing, "from_russian", lambda lines, tag, filters: [draft])
    [written] = Belarusian(Ukrainian(Lexicon()), {"киев": "кіеў"}).write([russian])
    assert (written.text, written.unsure) == (wanted, unsure)


@pytest.mark.parametrize(
    ("russian", "wanted"), [("обама", "абама"), ("щукин", "шчукін"), ("вашингтон", "вашынгтон"), ("тимофей", "цімофей")]
)
def test_names_in_belarusian_letters(russian, wanted):
    assert by_letters(russian) == wanted


def test_names_of_the_lists_take_the_ending_that_stands_here(tmp_path):
    for origin in writing._LISTS:
        (tmp_path / f"variants-{origin}.tsv.xz").write_bytes(lzma.compress(b""))
    spellings = [("1", "ru", "Россия"), ("1", "be", "Расія"), ("2", "ru", "Новый Свет"), ("2", "be", "Новы Свет")]
    rows = "".join(f"{group}\tplace\t{tag}\tCyrl\t{name}\n" for group, tag, name in spellings)
    (tmp_path / "variants-cldr.tsv.xz").write_bytes(lzma.compress(rows.encode()))
    names = lists_of_names(tmp_path)
    assert names == {"россия": "расія"}
    belarusian = Belarusian(Ukrainian(Lexicon()), names)
    assert [belarusian._name(one) for one in ("россия", "россии", "россией")] == ["расія", "расіі", "расіяй"]


def test_a_word_has_the_first_stem_that_is_a_dictionary_form(monkeypatch, tmp_path):
    said = "сказаў сказаць\\nсказаў сказ\\n\\nаспрэчваюць аспрэчваю\\n\\nхмель\\n"
    (tmp_path / "hunspell").write_text(f"#!/bin/sh\ncat > /dev/null; printf '{said}'\n")
    (tmp_path / "hunspell").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    assert stems(["сказаў", "аспрэчваюць", "хмель"]) == {"сказаў": "сказаць"}


def test_without_a_spelling_dictionary_there_are_no_stems(monkeypatch):
    monkeypatch.setattr(stems_room.shutil, "which", lambda name: None)
    assert stems(["сказаў"]) == {}
