"""What single words stood against, counted over aligned pairs."""

from __future__ import annotations

from dataclasses import replace

from training.alignment import AlignedPair, tokens
from training.dictionary import listing, put
from training.ukrainian.writing import Written
from translit.engines.dictionary import Known


def pair(source, target, links, likely=(), languages=("en", "ru")):
    """A pair with sure and likely links between the words of the two by their numbers."""
    ours, theirs = tokens(source), tokens(target)
    sure, likely = (tuple((ours[a], theirs[b]) for a, b in some) for some in (links, likely))
    return AlignedPair(1, "own", languages, source, target, sure, likely)


def words(*pairs):
    return listing(pairs, *pairs[0].languages)


def into_english(russian, english, links, likely):
    return pair(russian, english, links, likely, ("ru", "en"))


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


def test_a_word_that_is_two_in_the_other_language_is_listed_with_both():
    raw = into_english("Тут нет сырья", "There are no raw materials here", [(0, 5), (2, 3)], [(2, 4)])
    assert words(*[raw] * 3) == {"сырьё": Known(("raw material",), 3)}
    # two times may be the aligner's mistake, and one word of the two alone would be one
    assert "сырьё" not in words(*[raw] * 2)


def test_a_hyphen_joins_words_of_a_translation():
    long = into_english("План долгосрочный", "The plan is long-term", [(0, 1), (1, 3)], [(1, 4), (1, 5)])
    assert words(*[long] * 3)["долгосрочный"].translations == ("long-term",)


def test_russian_words_of_a_translation_stand_in_their_dictionary_form():
    found = words(*[pair("by railway here", "по железной дороге тут", [(1, 2), (2, 3)], [(1, 1)])] * 3)
    assert found["railway"].translations == ("железная дорога",)


def test_words_that_do_not_touch_or_say_nothing_by_themselves_are_not_joined():
    apart = into_english("Видел лампу", "I saw bulbs of a light", [(0, 1), (1, 5)], [(1, 2)])
    assert words(*[apart] * 3)["лампа"].translations == ("light",)
    article = into_english("Видел лампу", "I saw the light", [(0, 1), (1, 3)], [(1, 2)])
    assert words(*[article] * 3)["лампа"].translations == ("light",)


def test_a_first_name_is_no_part_of_a_family_name():
    full = into_english("Говорил Каддафи", "It was said by Muammar Gaddafi", [(0, 2), (1, 5)], [(1, 4)])
    alone = into_english("Говорил Каддафи", "It was said by Gaddafi", [(0, 2), (1, 4)], [])
    assert words(*[full] * 6, *[alone] * 4)["Каддафи"].translations == ("Gaddafi",)
    assert words(*[full] * 6)["Каддафи"].translations == ("Muammar Gaddafi",)


def test_a_word_with_a_hyphen_is_one():
    vice = into_english("Там вице-премьер сидел", "The deputy premier was there", [(1, 1), (3, 2), (0, 4)], [])
    assert words(*[vice] * 3)["вице-премьер"] == Known(("deputy premier",), 3)
    city = into_english("Он в Сан-Франциско жил", "He was in San Francisco", [(0, 0), (1, 2), (2, 3)], [(4, 4)])
    assert words(*[city] * 3)["Сан-франциско"] == Known(("San Francisco",), 3)
    long = pair("A long-term plan", "Это долгосрочный план", [(1, 1), (4, 2)], [])
    assert words(*[long] * 3)["long-term"] == Known(("долгосрочный",), 3)


def test_a_part_of_a_word_with_a_hyphen_is_none():
    found = words(*[into_english("Он 25-летний", "He is 25 year old", [(0, 0), (3, 3)], [])] * 3)
    assert "летний" not in found


def test_what_apertium_left_in_russian_is_no_word_of_its_neighbour():
    left = pair("Тут опроса мало Вамсі", "Few surveys by Vamsi", [(1, 1), (2, 0), (3, 3)], [], ("uk", "en"))
    assert len(words(*[left] * 2)) == 3
    made = replace(left, origin="word-for-word")
    assert words(*[made] * 2)["мало"].translations == ("few",) and len(words(*[made] * 2)) == 1
    # what it read is no machine's
    assert words(*[replace(made, target="Zyx surveys by Vamsi")] * 2)["мало"].translations == ("zyx",)


def test_a_dictionary_is_put_into_a_neighbour_without_what_is_unsure_there():
    written = {"паром": Written("пором", ()), "судно": Written("судно", ("судно",)), "мгла": Written("мгла", ("мгла",))}
    russian = {"ferry": Known(("паром", "судно"), 4), "haze": Known(("мгла", "паром")), "boat": Known(("паром",))}
    assert put(russian, written) == {
        "ferry": Known(("пором",), 4),
        "boat": Known(("пором",)),
    }
