import pytest

from translit.glossary import Entry, Glossary, Target
from translit.glossary.suggesting import suggest
from translit.passages import Span


def words(*texts, source="en", glossary=None, **more):
    found = suggest(texts, glossary or Glossary.empty(), source, "ru" if source == "en" else "en", **more)
    return [(one.words, one.count) for one in found]


def test_names_in_the_middle_of_a_sentence_and_whole_names_at_its_beginning():
    assert words("The Court of Human Rights ruled.", "Judges of the Court of Human Rights rule.") == [
        ("Court of Human Rights", 2)
    ]
    assert words("Protest is a right.", "Protest grew.") == []
    assert words("NATO said so.", "He left NATO.") == [("NATO", 2)]


def test_phrases_that_stand_together_more_often_than_apart():
    texts = [
        "The prisoner swap failed.",
        "Two prisoner swaps failed.",
        "They said nothing failed.",
        "Nothing was said.",
    ]
    assert words(*texts) == [("prisoner swap", 2)]


def test_forms_count_together_and_the_dictionary_form_is_shown():
    texts = ["Говорили о гуманитарном коридоре.", "Нужен гуманитарный коридор.", "Без гуманитарных коридоров никак."]
    assert words(*texts, source="ru") == [("гуманитарный коридор", 3)]


def test_a_phrase_inside_of_a_longer_one_that_stands_as_often_is_left_out():
    assert words("the early polling station vote", "an early polling station vote") == [
        ("early polling station", 2),
        ("polling station vote", 2),
    ]


def test_what_the_glossary_finds_and_what_is_taken_are_left_out():
    glossary = Glossary((Entry("e", {"en": (Target("prisoner swap"),), "ru": (Target("обмен"),)}),))
    texts = ["a prisoner swap in Brest", "prisoner swaps in Brest"]
    assert words(*texts, glossary=glossary) == [("Brest", 2)]
    assert words(*texts, glossary=glossary, taken=lambda text: [Span(0, len(text))]) == []


def test_what_stands_once_is_told_only_if_asked():
    assert words("He left NATO.") == []
    assert words("He left NATO.", least=1) == [("NATO", 1)]


@pytest.mark.parametrize("source", ["de", "fr", "pl", "be"])
def test_other_languages_have_names_too(source):
    first, second = {
        "de": ("Heute sprach Amnesty International davon.", "Amnesty International schwieg."),
        "fr": ("Hier, le Conseil et Amnesty International.", "Amnesty International se tait."),
        "pl": ("Wczoraj Amnesty International milczała.", "Dziś milczy Amnesty International."),
        "be": ("Учора Amnesty International маўчала.", "Сёння маўчыць Amnesty International."),
    }[source]
    assert ("Amnesty International", 2) in words(first, second, source=source)
