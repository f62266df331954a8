"""What the benchmark of terms counts: a term that stands twice running, and wrong terms on purpose."""

import pytest

pytest.importorskip("sacrebleu")
from benchmarks.terms.cases import Case, Sentences, turned
from benchmarks.terms.counting import doubled, occurrences, tacked_on
from benchmarks.terms.measure import exchanged


@pytest.mark.parametrize(
    ("text", "lemma", "there"),
    [
        (
            "По полису страхования полиса страхования платят.",
            "полис страхования",
            ["полису страхования полиса страхования"],
        ),
        ("Санкции, санкции и ещё раз санкции.", "санкция", []),
        ("Дорога дорогой, а дом стоит.", "дорога", ["Дорога дорогой"]),
        ("Полис страхования есть.", "полис страхования", []),
    ],
)
def test_a_term_twice_running_is_doubled(text, lemma, there):
    assert [span.of(text) for span in doubled(text, lemma, "ru")] == there


def test_wrong_terms_keep_their_words_and_never_meet_the_right_one_of_their_sentence():
    words = [
        ("road", "дорога"),
        ("bank", "банк"),
        ("law", "закон"),
        ("old law", "старый закон"),
        ("court", "суд"),
        ("new road", "новая дорога"),
    ]
    cases = [Case(1 + at // 2, 0, 3, one, two, "kept") for at, (one, two) in enumerate(words)]
    for old, new in zip(cases, exchanged(cases), strict=True):
        assert (old.words, old.line) == (new.words, new.line)
        assert len(old.lemma.split()) == len(new.lemma.split())
        assert new.lemma not in {case.lemma for case in cases if case.line == old.line}


@pytest.mark.parametrize(
    ("text", "glued"),
    [
        ("Пришла зима. Реформа", True),
        ("Реформа Пришла зима.", True),
        ("Пришла зима (см. реформу)", False),  # the sentence goes on inside the brackets
        ("Пришла реформа.", False),
    ],
)
def test_a_term_behind_the_end_of_its_sentence_is_glued_on(text, glued):
    (span,) = occurrences(text, "реформа", "ru")
    assert tacked_on(text, span, "Пришла зима.") is glued


def test_a_case_is_turned_into_english_where_its_term_stands_once():
    sentences = Sentences(
        ("The treaty holds.", "A treaty is a treaty."), ("О договоре не забыли.", "Договор есть договор, договора.")
    )
    cases = [Case(1, 4, 10, "treaty", "договор", "kept"), Case(2, 2, 8, "treaty", "договор", "kept")]
    [only] = turned(cases, sentences, "ru")
    assert (only.line, only.words, only.entry, only.lemma) == (1, "договоре", "договор", "treaty")
    assert only.span.of(sentences.turned().sources[0]) == "договоре"


@pytest.mark.parametrize(
    ("text", "lemma", "there"),
    [
        ("The fines, a fine's end.", "fine", ["fines", "fine"]),
        ("Two administrative fines.", "administrative fine", ["administrative fines"]),
        ("It was finely done.", "fine", []),
    ],
)
def test_an_english_term_counts_in_the_plural_and_with_a_possessive(text, lemma, there):
    assert [span.of(text) for span in occurrences(text, lemma, "en")] == there
