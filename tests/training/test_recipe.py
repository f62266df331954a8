"""The recipe's judgement: what is kept, what counts as a term, and what a model is shown."""

import lzma

import pytest

from training.annotation import candidates
from training.corpus import evaluation_sentences, fault, fingerprint, plain
from training.examples import declined


@pytest.mark.parametrize(
    ("source", "target", "reason"),
    [
        ("The law was passed.", "Закон принят.", None),
        ("...", "Закон принят.", "empty"),
        ("The law was passed.", "The law was passed.", "target script"),
        ("Закон принят.", "Закон принят.", "source script"),
        ("Open %s now", "Откройте %s сейчас", "placeholders"),
        ("Yes", "Да" + ", очень" * 30, "length ratio"),
        ("word " * 200, "слово " * 200, "long"),
    ],
)
def test_why_a_pair_is_dropped(source, target, reason):
    assert fault(source, target) == reason


def test_a_sentence_is_the_same_whatever_its_dress():
    assert fingerprint("«Минск», 5 мая!") == fingerprint("минск 5 МАЯ")
    assert plain("a\u00a0 b\u200b\n") == "a b"


def test_every_cell_of_an_evaluation_set_is_held_out(tmp_path):
    (tmp_path / "set.en-ru.tsv.xz").write_bytes(lzma.compress("en\tru\nYes, it is.\tДа, это так.\n".encode()))
    assert fingerprint("Да это так") in evaluation_sentences(tmp_path)


def links(*words):
    """Sure links as character spans, from (source word, target word) and the two texts."""
    (source, target), *pairs = words
    found = []
    for a, b in pairs:
        s, t = source.index(a), target.index(b)
        found.append([s, s + len(a), t, t + len(b)])
    return source, target, found


def test_a_noun_phrase_gets_its_dictionary_form():
    source, target, sure = links(
        ("They spoke of new sanctions.", "Они говорили о новых санкциях."), ("new", "новых"), ("sanctions", "санкциях")
    )
    lemmas = {term["lemma"] for term in candidates(source, target, sure)}
    assert "новые санкции" in lemmas and "новая санкция" in lemmas


def test_a_verb_is_no_term():
    source, target, sure = links(("They spoke.", "Они говорили."), ("spoke", "говорили"))
    assert candidates(source, target, sure) == []


def test_words_that_are_linked_elsewhere_too_are_no_term():
    source, target, sure = links(
        ("A red house.", "Красный дом."), ("red", "Красный"), ("house", "дом"), ("house", "Красный")
    )
    assert all(target[term["target"][0] : term["target"][1]] != "дом" for term in candidates(source, target, sure))


@pytest.mark.parametrize(
    ("family", "case", "gender", "form"),
    [
        ("Иванов", "gent", "masc", "Иванова"),
        ("Иванова", "ablt", "femn", "Ивановой"),
        ("Иванов", "nomn", "masc", "Иванов"),
    ],
)
def test_a_family_name_in_the_case_of_the_one_it_replaces(family, case, gender, form):
    assert declined(family, case, gender) == form
