"""What single words stood against, counted over aligned pairs."""

from __future__ import annotations

from training.alignment import AlignedPair, tokens
from training.dictionary import counted
from translit.engines.dictionary import Known


def pair(english, russian, links):
    """A pair out of English, with links between the words of the two by their numbers."""
    ours, theirs = tokens(english), tokens(russian)
    return AlignedPair(1, "own", ("en", "ru"), english, russian, tuple((ours[e], theirs[f]) for e, f in links))


def words(*pairs):
    return counted(pairs, "en", "ru")


def test_words_are_counted_by_their_dictionary_forms():
    found = words(
        pair("We saw two ferries here", "Мы видели два парома здесь", [(2, 2), (3, 3)]),
        pair("We took a ferry", "Мы сели на паром", [(3, 3)]),
        pair("The ferry was late", "Паром опоздал", [(1, 0), (3, 1)]),
    )
    assert found == {"ferry": Known(("паром",), 3)}  # twice is no evidence


def test_other_translations_come_behind_the_usual_one():
    found = words(
        *[pair("The ferry was late", "Паром опоздал", [(1, 0), (3, 1)])] * 4,
        *[pair("The ferry was late", "Катер опоздал", [(1, 0), (3, 1)])] * 2,
        pair("The ferry was late", "Лодка опоздала", [(1, 0), (3, 1)]),
    )
    assert found["ferry"] == Known(("паром", "катер"), 7)


def test_a_capital_tells_a_name_from_a_word():
    found = words(
        *[pair("He lives in Derby now", "Он живёт в Дерби сейчас", [(3, 3)])] * 3,
        *[pair("He lost in a derby now", "Он проиграл в дерби сейчас", [(4, 3)])] * 3,
        *[pair("He lives in Minsk now", "Он живёт в Минске сейчас", [(3, 3)])] * 3,
    )
    # which Derby is meant, only a reader knows
    assert "Derby" not in found and found["derby"].translations[0] == "дерби"
    assert found["Minsk"] == Known(("Минск",), 3)


def test_the_first_word_and_the_words_of_a_title_have_capitals_that_are_not_their_own():
    found = words(
        *[pair("Ferries sank here", "Паромы утонули тут", [(0, 0), (1, 1)])] * 3,
        *[pair("Two Big Ferries Sink", "Тонут Два Больших Парома", [(2, 3)])] * 3,
    )
    assert "Ferries" not in found


def test_a_word_that_stands_for_more_than_one_is_counted_as_seen_alone():
    found = words(
        pair("The bid here", "Эта заявка здесь", [(1, 1)]),
        *[pair("The bid here", "Эта попытка победить здесь", [(1, 1), (1, 2)])] * 3,
    )
    assert "bid" not in found


def test_what_stays_as_it_is_needs_no_dictionary():
    assert words(*[pair("an app here", "этот app здесь", [(1, 1)])] * 3) == {}
