"""What changes in a text, what stays, and what letter case does."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translit.errors import LanguageError, SchemeError
from translit.letters import mixed_script_words, scripts
from translit.transliteration import Scheme, respell, restore, schemes, strange_words, transliterate, usual
from translit.transliteration.scheme import ALPHABETS

ALL = schemes()
REVERSIBLE = [scheme for scheme in ALL if scheme.reversible]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ЩУКИН", "SHCHUKIN"),
        ("Щукин", "Shchukin"),
        ("щукин", "shchukin"),
        ("Ю. А. Щукин", "Yu. A. Shchukin"),
        ("Ю. А. ЩУКИН", "YU. A. SHCHUKIN"),
        ("ЮЩук", "YUShchuk"),
        ("Я", "Ya"),
        ("Римский-Корсаков", "Rimsky-Korsakov"),
        ("МИД РФ", "MID RF"),
    ],
)
def test_letter_case(text: str, expected: str) -> None:
    assert transliterate(text, source="ru") == expected


def test_only_letters_of_the_alphabet_change() -> None:
    text = "Pfizer, 25 % — «Жук» https://пример.рф/путь почта@пример.рф, Αθήνα; д’Артаньян"
    expected = "Pfizer, 25 % — «Zhuk» https://пример.рф/путь почта@пример.рф, Αθήνα; d’Artanyan"
    assert transliterate(text, source="ru") == expected


def test_decomposed_letters_are_composed_first() -> None:
    assert transliterate(unicodedata.normalize("NFD", "Йошкар-Ола, Ёлкин"), source="ru") == "Yoshkar-Ola, Yolkin"


def test_a_stress_mark_stays_and_hides_nothing() -> None:
    assert transliterate("Достое\u0301вский", source="ru") == "Dostoyévsky"


@pytest.mark.parametrize("apostrophe", "'’ʼ")
def test_apostrophes_inside_words(apostrophe: str) -> None:
    assert transliterate(f"Дар{apostrophe}я", source="be") == "Darya"
    assert transliterate(f"Лук{apostrophe}яненко", source="uk") == "Lukianenko"


def test_quotes_are_no_apostrophes() -> None:
    assert transliterate("'Дарья'", source="ru") == "'Darya'"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("bg", "Щука, ЩУКА и Хан", "Shtuka, SHTUKA i Han"),
        ("mk", "Ѓорге од Скопје", "Gjorge od Skopje"),
        ("sr", "Ђорђе, Љиљана и Марко", "Đorđe, Ljiljana i Marko"),
        ("mn", "Улаанбаатар, Хүрэлсүх", "Ulaanbaatar, Khurelsukh"),
        ("ka", "თბილისი 2024", "tbilisi 2024"),
    ],
)
def test_languages_by_the_transliterate_package(language: str, text: str, expected: str) -> None:
    assert transliterate(text, source=language, scheme="transliterate") == expected


@pytest.mark.parametrize("language", ["el", "hy", "ru"])
def test_what_the_package_is_not_trusted_with(language: str) -> None:
    with pytest.raises(SchemeError, match="bg, ka, mk, mn, sr"):
        transliterate("α", source=language, scheme="transliterate")


def test_a_bad_tag() -> None:
    with pytest.raises(LanguageError, match="not a language tag"):
        transliterate("Жук", source="klingonese")


def test_restoring_needs_a_reversible_scheme() -> None:
    assert restore("Čajkovskij, ŠUJSKIJ", target="ru") == "Чайковский, ШУЙСКИЙ"
    with pytest.raises(SchemeError, match="use 'iso-9'"):
        restore("Tchaikovsky", target="ru", scheme="press-en")


def words(scheme: Scheme) -> st.SearchStrategy[str]:
    letters = ALPHABETS[scheme.language]
    return st.text(st.sampled_from(letters + letters.upper() + " -,"), max_size=24)


def test_a_latin_name_keeps_its_apostrophe():
    assert transliterate("O'Brien і Вераб'ёў", source="be", scheme="national-2000") == "O'Brien i Vierabjoŭ"


@given(st.data())
def test_no_cyrillic_left_and_no_scripts_mixed(data: st.DataObject) -> None:
    scheme = data.draw(st.sampled_from(ALL))
    text = data.draw(words(scheme))
    latin = transliterate(text, source=scheme.language, scheme=scheme.id)
    assert scripts(latin) <= {"Latn", "Zyyy"}
    # ʹ and ʺ are letters of no script, which the check takes for one
    assert not list(mixed_script_words(latin.replace("ʹ", "").replace("ʺ", "")))
    assert transliterate(latin, source=scheme.language, scheme=scheme.id) == latin


@pytest.mark.parametrize("scheme", ALL, ids=lambda scheme: f"{scheme.language}-{scheme.id}")
def test_every_letter_beside_every_letter_leaves_no_other_script(scheme: Scheme) -> None:
    letters = ALPHABETS[scheme.language]
    pairs = [first + second for first in letters for second in letters]
    text = " ".join([*letters, *pairs, *map(str.title, pairs), *map(str.upper, pairs)])
    latin = transliterate(text, source=scheme.language, scheme=scheme.id)
    assert scripts(latin) == {"Latn"}
    assert len(latin.split(" ")) == len(text.split(" "))


CYRILLIC = [chr(code) for code in range(0x400, 0x530) if chr(code).isalpha()]


@pytest.mark.parametrize(
    "scheme",
    [scheme for scheme in ALL if ALPHABETS[scheme.language].startswith("а")],
    ids=lambda scheme: f"{scheme.language}-{scheme.id}",
)
def test_no_letter_of_another_alphabet_leaves_a_word_of_two_scripts(scheme: Scheme) -> None:
    text = " ".join("а" + letter for letter in CYRILLIC)
    assert scripts(transliterate(text, source=scheme.language, scheme=scheme.id)) == {"Latn"}


def test_a_russian_name_in_a_belarusian_text() -> None:
    text = "Прибытков і Мінск"
    assert transliterate(text, source="be") == "Pribytkov i Minsk"
    assert list(strange_words(text, source="be", scheme="press-en")) == ["Прибытков"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Αθήνα, ΑΘΗΝΑ", "Athina, ATHINA"),
        ("Щука і ЩУКА", "Shchuka i SHCHUKA"),
        ("see café at https://пример.рф/путь", "see café at https://пример.рф/путь"),
        ("東京 2024", "DongJing 2024"),
    ],
)
def test_any_script_by_the_fallback(text: str, expected: str) -> None:
    assert transliterate(text, source="vi", scheme="anyascii") == expected


def test_the_scheme_when_none_is_named() -> None:
    assert [usual(tag) for tag in ("be", "el", "ka", "ja")] == ["press-en", "elot-743", "national-2002", "anyascii"]


def test_from_one_scheme_into_another() -> None:
    text = "Svâtlana Cìhanoŭskaâ, GOMELʹ: svâta@svâta.by, Washington"
    expected = "Sviatlana Tsikhanouskaya, HOMEL: svâta@svâta.by, Washington"
    assert respell(text, source="be", scheme="iso-9", to="press-en") == (expected, ("Washington",))


def test_a_scheme_that_cannot_be_read_back_says_so() -> None:
    with pytest.raises(SchemeError, match="'press-en' cannot be taken back exactly"):
        respell("Minsk", source="be", scheme="press-en", to="lacinka")


@given(st.data())
def test_respelling_is_the_scheme_itself(data: st.DataObject) -> None:
    scheme = data.draw(st.sampled_from(REVERSIBLE))
    text = data.draw(words(scheme)).replace("Ь", "ь").replace("Ъ", "ъ")
    latin = transliterate(text, source=scheme.language, scheme=scheme.id)
    spelled, left = respell(latin, source=scheme.language, scheme=scheme.id, to="scientific")
    assert not left
    assert spelled == transliterate(text, source=scheme.language, scheme="scientific")


@given(st.data())
def test_a_vowel_is_never_lost(data: st.DataObject) -> None:
    scheme = data.draw(st.sampled_from(ALL))
    word = data.draw(words(scheme)) + next(iter(ALPHABETS[scheme.language]))  # each alphabet begins with its a
    assert any(c in "aeiouy" for c in transliterate(word, source=scheme.language, scheme=scheme.id).lower())


@given(st.data())
def test_reversible_schemes_come_back(data: st.DataObject) -> None:
    scheme = data.draw(st.sampled_from(REVERSIBLE))
    text = data.draw(words(scheme))
    latin = transliterate(text, source=scheme.language, scheme=scheme.id)
    back = restore(latin, target=scheme.language, scheme=scheme.id)
    # the signs have no capitals in Latin letters: 'Ь' comes back as 'ь'
    assert back == text.replace("Ь", "ь").replace("Ъ", "ъ")


@given(st.text(max_size=40))
def test_any_text_at_all_goes_through(text: str) -> None:
    for language in ("be", "ru", "uk"):
        transliterate(text, source=language)
