"""The recipe's judgement: what is kept, what counts as a term, and what a model is shown."""

import lzma

import pytest

from training.annotation import candidates
from training.corpus import collect, evaluation_sentences, fault, fingerprint, mended, plain, weight_of
from training.names import carriers, declined
from training.recipe import recipe


@pytest.mark.parametrize(
    ("source", "target", "reason"),
    [
        ("The law was passed.", "Закон принят.", None),
        ("...", "Закон принят.", "empty"),
        ("The law was passed.", "The law was passed.", "script"),
        ("Закон принят.", "Закон принят.", "English in another script"),
        ("Open %s now", "Откройте %s сейчас", "placeholders"),
        ("Open $file now", "Откройте $file сейчас", "placeholders"),
        ("It cost $5 or 3%.", "Это стоило 5$ или 3%.", None),
        ("Yes", "Да" + ", очень" * 30, "length ratio"),
        ("word " * 200, "слово " * 200, "long"),
    ],
)
def test_why_a_pair_is_dropped(source, target, reason):
    assert fault(source, target) == reason


@pytest.mark.parametrize(
    ("text", "tag"), [("Закон принят.", "be"), ("Закон прынят.", "uk"), ("Закон ухвалено її.", "ru")]
)
def test_a_pair_in_another_language_is_dropped(text, tag):
    assert fault("The law was passed.", text, tag) == "another language"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ля нас госці.", "У нас госці."),
        ("Можа ля яе няма часу?", "Можа ў яе няма часу?"),
        ("Мы едзем у горад, у якім жылі.", "Мы едзем у горад, у якім жылі."),
        ("Гэтае быў ён, і гэтае пытанне не гэтак простае.", "Гэта быў ён, і гэтае пытанне не так простае."),
    ],
)
def test_words_that_apertium_writes_wrongly_wherever_it_writes_them(text, wanted):
    assert mended(text, "apertium-synthetic", "be") == wanted
    assert mended(text, "tatoeba", "be") == text


def test_an_origin_may_be_for_one_model_only():
    assert (weight_of(0.5, "en-zle"), weight_of({"zle-en": 2}, "zle-en"), weight_of({"zle-en": 2}, "en-zle")) == (
        0.5,
        2,
        0,
    )


def test_a_model_of_several_targets_is_told_which():
    assert recipe("en-zle").token("be") == ">>be<<" == recipe("en-zle").only(["be"]).token("be")
    assert recipe("zle-en").token("en") == ""
    assert recipe("zle-en").only(["ru"]).pairs == (("ru", "en"),)


def test_every_carrier_has_a_place_for_the_name_in_every_language():
    for one in [one for kind in carriers().values() for one in kind]:
        assert set(one.texts) == {"en", "ru", "uk", "be"} and one.only in {"", "masculine", "feminine"}
        assert all(text.count("{}") == 1 for text in one.texts.values())


def test_a_sentence_is_the_same_whatever_its_dress():
    assert fingerprint("«Минск», 5 мая!") == fingerprint("минск 5 МАЯ")
    assert plain("a\u00a0 b\u200b\n") == "a b"


def test_every_cell_of_an_evaluation_set_is_held_out(tmp_path):
    (tmp_path / "set.en-ru.tsv.xz").write_bytes(lzma.compress("en\tru\nYes, it is.\tДа, это так.\n".encode()))
    assert fingerprint("Да это так") in evaluation_sentences(tmp_path)


def test_a_last_sitting_is_given_news_and_talk_alone(tmp_path):
    rows = {"newstest2012-2018": "The law was passed.\tЗакон принят.\n", "games": "Open the gate.\tОткройте ворота.\n"}
    for folder in ("parallel", "eval"):
        (tmp_path / folder).mkdir()
    for origin, text in rows.items():
        (tmp_path / "parallel" / f"{origin}.en-ru.tsv.xz").write_bytes(lzma.compress(text.encode()))
    found = []
    for finishing in (False, True):
        collect(tmp_path, tmp_path / "run", recipe("en-zle"), finishing=finishing, tables=tmp_path)
        lines = (tmp_path / "run" / "pairs.tsv").read_text(encoding="utf-8").splitlines()
        found.append({line.split("\t")[1] for line in lines})
    assert found == [set(rows), {"newstest2012-2018"}]


EN_RU = ("en", "ru")


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
    found = {term["lemma"] for term in candidates(source, target, sure, EN_RU)}
    assert "новые санкции" in found and "новая санкция" in found


def test_a_noun_phrase_of_another_language_is_an_english_term():
    source, target, sure = links(
        ("Мы говорили о новых санкциях.", "We spoke of new sanctions."), ("новых", "new"), ("санкциях", "sanctions")
    )
    found = {term["lemma"] for term in candidates(source, target, sure, ("ru", "en"))}
    assert {"new sanctions", "new sanction"} <= found and "spoke" not in found


def test_a_belarusian_word_is_taken_as_it_stands():
    source, target, sure = links(("He lives in Minsk.", "Ён жыве ў Мінску."), ("Minsk", "Мінску"))
    assert [term["lemma"] for term in candidates(source, target, sure, ("en", "be"))] == ["Мінску"]


def lemmas(source, target, *pairs, languages=EN_RU, **more):
    source, target, sure = links((source, target), *pairs)
    return {term["lemma"] for term in candidates(source, target, sure, languages, **more)}


def test_what_a_dictionary_shows_may_be_any_word_but_one_of_grammar():
    assert lemmas("They spoke.", "Они говорили.", ("spoke", "говорили")) == {"говорить"}
    assert lemmas("It was contested.", "Оно было оспорено.", ("contested", "оспорено")) == {"оспорить"}
    assert lemmas("It was wider.", "Оно было шире.", ("was", "было"), ("wider", "шире")) == {"широкий"}
    assert lemmas("Which one?", "Который?", ("Which", "Который")) == set()
    spoken = lemmas("Они тихо говорили.", "They spoke quietly.", ("говорили", "spoke"), languages=("ru", "en"))
    assert spoken == {"speak"}


def test_of_ukrainian_readings_the_one_whose_dictionary_form_is_common():
    assert lemmas("We should leave.", "Нам слід піти.", ("leave", "піти"), languages=("en", "uk")) == {"піти"}
    assert lemmas("The council met.", "Рада зібралася.", ("council", "Рада"), languages=("en", "uk")) == {"рада"}


def test_a_name_that_opens_a_sentence_keeps_its_capital():
    assert lemmas("Orban was late.", "Орбан опоздал.", ("Orban", "Орбан")) == {"Орбан"}
    assert lemmas("Volumes were sold.", "Тома проданы.", ("Volumes", "Тома")) == {"том"}


def test_a_belarusian_word_has_the_dictionary_form_that_a_spelling_dictionary_knows():
    ours = "They reported it.", "Яны паведамілі гэта.", ("reported", "паведамілі")
    assert lemmas(*ours, languages=("en", "be"), stemmed={"паведамілі": "паведаміць"}) == {"паведаміць"}
    assert lemmas(*ours, languages=("en", "be")) == {"паведамілі"}


def test_words_that_are_linked_elsewhere_too_are_no_term():
    source, target, sure = links(
        ("A red house.", "Красный дом."), ("red", "Красный"), ("house", "дом"), ("house", "Красный")
    )
    assert all(
        target[term["target"][0] : term["target"][1]] != "дом" for term in candidates(source, target, sure, EN_RU)
    )


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
