"""The dictionary that was written for translit: its tables, and how it joins what the aligner found."""

import lzma
import re
from collections import Counter

import pytest

from training.corpus import LEXICON, read_tsv
from training.entries import inflected, joined, written
from translit.engines.dictionary import Known

TABLES = sorted(LEXICON.glob("*.tsv.xz"))
LETTERS = {
    "en": "A-Za-zÀ-ž'",
    "ru": "а-яёА-ЯЁ'",
    "uk": "а-щьюяґєіїА-ЩЮЯҐЄІЇ'",
    "be": "а-зй-шы-яёіўА-ЗЙ-ШЫ-ЯЁІЎ'",
}


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_every_cell_is_words_in_the_letters_of_its_language(path):
    columns, *rows = read_tsv(path)
    assert set(columns) == set(LETTERS) and columns[0] == path.name.split(".")[0]
    words = [re.compile(rf"[{LETTERS[tag]}]+(?:[ -][{LETTERS[tag]}]+)*") for tag in columns]
    for row in rows:
        assert len(row) == 4
        for pattern, cell in zip(words, row, strict=True):
            assert all(pattern.fullmatch(one) for one in cell.split("|")), row


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_no_headword_stands_twice(path):
    _, *rows = read_tsv(path)
    assert Counter(row[0] for row in rows).most_common(1)[0][1] == 1


@pytest.fixture
def tables(tmp_path):
    english = "en\tru\tuk\tbe\nplot\tзаговор|сюжет\tзмова|сюжет\tзмова\ncall off\tотменить\tскасувати\tадмяніць\n"
    russian = "ru\tuk\tbe\ten\nзаговор\tзмова\tзмова\tconspiracy|plotting|plot\n"
    russian += "сложить голову\tнакласти головою\tпалегчы\tbe killed\n"
    for name, table in (("en", english), ("ru", russian)):
        (tmp_path / f"{name}.tsv.xz").write_bytes(lzma.compress(table.encode()))
    return tmp_path


def test_the_headwords_own_table_comes_first_and_phrases_are_read_one_way(tables):
    assert written("en", "ru", {}, tables) == {
        "plot": ("заговор", "сюжет"),
        "call off": ("отменить",),
        "conspiracy": ("заговор",),
    }
    assert written("ru", "en", {}, tables) == {
        "заговор": ("conspiracy", "plotting", "plot"),
        "сложить голову": ("be killed",),
        "отменить": ("call off",),
        "сюжет": ("plot",),
    }
    assert written("uk", "en", {}, tables)["змова"] == ("conspiracy", "plotting", "plot")
    assert written("uk", "en", {}, tables)["накласти головою"] == ("be killed",)


def test_of_several_headwords_the_commonest_in_the_target_is_first(tmp_path):
    names = "en\tru\tuk\tbe\nFilip\tФилип\tФіліп\tФіліп\nPhilip\tФилип\tФіліп\tФіліп\n"
    (tmp_path / "en.tsv.xz").write_bytes(lzma.compress(names.encode()))
    assert written("ru", "en", {"philip": 3}, tmp_path) == {"Филип": ("Philip", "Filip")}


@pytest.mark.parametrize(
    ("word", "said", "shown"),
    [
        # of a phrase the verb of one word, for the rest of the other would stay as it stands
        ("crack down on", ("принять жёсткие меры против", "подавлять"), ("подавлять", "принять жёсткие меры")),
        ("lead to", ("привести к", "вызвать"), ("привести", "вызвать")),
        ("resign", ("уйти в отставку", "уволиться"), ("уйти в отставку", "уволиться")),
        ("according to", ("по словам", "согласно"), ("по словам", "согласно")),
    ],
)
def test_what_a_model_can_inflect_comes_first(word, said, shown):
    assert inflected({word: said}, "ru") == {word: shown}
    assert inflected({word: said}, "be") == {word: said}


ALIGNED = {"plot": Known(("участок",), 4), "Reading": Known(("Рединг",), 5)}
LISTED = {
    "plot": ("заговор", "участок"), "topple": ("свергнуть",), "call off": ("отменить",), "draft": ("проект",),
    "contest": ("оспорить",), "contested": ("спорный",),
}  # fmt: skip
SEEN = {"draft": 1200, "topple": 3, "plot": 80, "contest": 40}


def test_what_the_text_never_told_is_listed():
    found = joined(ALIGNED, LISTED, SEEN, "en", first=False)
    assert found["topple"] == Known(("свергнуть",), 3)
    assert {word: found[word] for word in ALIGNED} == ALIGNED
    # a phrase is asked for where the draft does not say it, a word of every day is not
    assert found["call off"] == Known(("отменить",))
    assert found["draft"] == Known(("проект",), telling=False)


def test_of_a_name_the_written_translation_is_first():
    found = joined({"Анжу": Known(("courtship",), 2)}, {"Анжу": ("Anjou",)}, {}, "ru", first=False)
    assert found["Анжу"] == Known(("Anjou", "courtship"), 1)


def test_forms_of_grammar_are_not_listed():
    assert joined({}, {"being": ("существо",), "Will": ("Уилл",)}, {}, "en", first=False) == {}
    assert joined({}, {"WHO": ("ВОЗ",)}, {}, "en", first=False) == {"WHO": Known(("ВОЗ",), 1)}


def test_a_form_beside_its_word_stays_one():
    found = joined({}, LISTED, SEEN, "en", first=False)
    assert found["=contested"] == Known(("спорный",)) and found["contest"] == Known(("оспорить",))


def test_a_phrase_is_listed_by_the_dictionary_forms_of_its_words():
    assert joined({}, {"за рубежом": ("abroad",)}, {}, "ru", first=False) == {"за рубеж": Known(("abroad",))}


def test_where_nobody_wrote_what_was_aligned_the_written_words_go_before_it():
    assert joined(ALIGNED, LISTED, SEEN, "en", first=True)["plot"] == Known(("заговор", "участок"))
