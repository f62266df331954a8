"""English put into another language phrase by phrase, from what was aligned."""

from __future__ import annotations

import random

from training.alignment import AlignedPair, tokens
from training.phrases import extracted, put


def pair(times, english, russian, links):
    """A pair into English, with links between the words of the two by their numbers, English first."""
    ours, theirs = tokens(english), tokens(russian)
    sure = tuple((theirs[f], ours[e]) for e, f in links)
    return AlignedPair(times, "own", ("ru", "en"), russian, english, sure)


PAIRS = [
    pair(2, "Yesterday the court sent two activists home", "Вчера суд отпустил двух активистов домой",
         [(0, 0), (2, 1), (3, 2), (4, 3), (5, 4), (6, 5)]),
    pair(1, "Today the court heard two witnesses", "Сегодня суд выслушал двух свидетелей",
         [(0, 0), (2, 1), (3, 2), (4, 3), (5, 4)]),
]  # fmt: skip
WANTED = {"court", "sent", "two", "two activists", "court sent", "activists", "heard", "the", "home"}


def phrases():
    return extracted(PAIRS, WANTED)


def test_a_phrase_stands_as_often_as_its_pairs_are_drawn():
    found = phrases().found
    assert dict(found["court"]) == {"суд": 3}
    assert dict(found["two activists"]) == {"двух активистов": 2}
    assert "the" not in found


def test_words_aligned_outside_of_a_phrase_make_it_none():
    crossed = [pair(1, "He sent it back", "Он вернул это", [(0, 0), (1, 1), (3, 1), (2, 2)])]
    assert "sent it" not in extracted(crossed, {"sent it", "sent", "it"}).found


def test_a_sentence_keeps_its_order_its_stops_and_its_links():
    assert put("She remembers everything.", phrases(), random.Random(1)) is None  # too little of it is known
    text, links = put("Sent two activists home.", phrases(), random.Random(1))
    assert text == "Отпустил двух активистов домой."
    assert [(text[a:b], "Sent two activists home."[c:d]) for (a, b), (c, d) in links] == [
        ("Отпустил", "Sent"),
        ("двух активистов", "two activists"),
        ("домой", "home"),
        (".", "."),
    ]


def test_a_name_that_no_pair_holds_is_written_by_sound():
    made = put("Two activists sent Marchetti home.", phrases(), random.Random(1))
    assert made and made[0] == "Двух активистов отпустил Марчетти домой."


def test_a_word_that_stands_against_anything_is_left_out():
    rows = [pair(1, f"Yes a dog w{n}", f"Да собака с{n}", [(2, 1), (1 if n < 2 else 3, 2)]) for n in range(200)]
    found = extracted(rows, {"a", "dog"})
    assert found.loose("a") and not found.loose("dog")
    text, _ = put("A dog.", found, random.Random(1))
    assert text == "Собака."  # at the beginning of a sentence too
