"""Readings of Latin names in Cyrillic: cases a linguist can edit in readings.yaml, and what holds for any name."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from translit.errors import LanguageError
from translit.letters import scripts
from translit.transliteration import readings, transliterate
from translit.transliteration.given_names import COLUMNS, given_names, loose_key
from translit.transliteration.patronymics import patronymics

CASES = yaml.safe_load((Path(__file__).parent / "readings.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['source']} into {case['target']}")
def test_case(case: dict[str, object]) -> None:
    found = [reading.text for reading in readings(str(case["source"]), target=str(case["target"]))]
    assert found[0] == case["expected"], case["label"]
    also = case.get("also", [])
    assert isinstance(also, list)
    assert set(also) <= set(found)


def test_a_hint_decides_between_origins() -> None:
    assert readings("Biden", target="ru", hint="en")[0].text == "Байден"
    assert readings("Martin", target="ru", hint="ru")[0].text == "Мартин"
    assert readings("Chervyakau", target="be", hint="be")[0].why == "a Belarusian name by its letters"


@pytest.mark.parametrize(
    ("language", "pairs"),
    [
        ("fr", "Dubois Дюбуа, Rousseau Руссо, Hollande Олланд, Lefort Лефор, Étienne Этьенн, Mélenchon Меланшон"),
        ("es", "Jorge Хорхе, González Гонсалес, Núñez Нуньес, Guerra Герра, Quevedo Кеведо, Hernández Эрнандес"),
        ("it", "Giorgio Джорджо, Ghiberti Гиберти, Gucci Гуччи, Giacomo Джакомо, Modigliani Модильяни, Bianchi Бианки"),
        ("pt", "João Жуан, Coelho Коэлью, Magalhães Магальяйнс, Gonçalves Гонсалвис"),
        ("sv", "Bergström Бергстрём, Sjöberg Шёберг, Andersson Андерссон"),
        ("nb", "Bjørn Бьёрн, Gro Гру, Jens Йенс"),
        ("de", "Schröder Шрёдер, Steinmeier Штайнмайер"),
    ],
)
def test_practical_transcription_by_language(language: str, pairs: str) -> None:
    for latin, russian in (pair.split() for pair in pairs.split(", ")):
        assert russian in {reading.text for reading in readings(latin, target="ru", hint=language)}, latin


def test_readings_are_ranked_distinct_and_explained() -> None:
    found = readings("Sergey Melnik", target="ru")
    assert 1 < len(found) <= 5
    assert [reading.score for reading in found] == sorted((reading.score for reading in found), reverse=True)
    assert len({reading.text for reading in found}) == len(found)
    assert all(reading.why and 0 < reading.score <= 1 for reading in found)


def test_only_three_targets() -> None:
    with pytest.raises(LanguageError, match="one of be, ru, uk"):
        readings("Smith", target="bg")


@pytest.mark.parametrize("spellings", ["Yelena Elena Jelena", "Vitaly Vitalii Vitaliy Vitali", "Yulia Iuliia Yuliya"])
def test_spellings_that_meet_in_one_key(spellings: str) -> None:
    assert len({loose_key(spelling) for spelling in spellings.split()}) == 1


def test_keys_keep_different_names_apart() -> None:
    assert len({loose_key(name) for name in ("Alla", "Anna", "Hanna", "Ivan", "Yan", "Olga", "Oleg")}) == 7


def test_the_register_of_given_names_is_whole() -> None:
    rows = {tuple(forms.items()) for forms in given_names().values()}
    assert len(rows) >= 150
    for row in rows:
        forms = dict(row)
        assert set(forms) == set(COLUMNS)
        assert all(scripts(form) == {"Cyrl"} for form in forms.values())
        assert not set("ыэъё") & set(forms["uk"].lower())
        assert not set("ищъ") & set(forms["be"].lower())
        assert not set("іїєў’") & set(forms["ru"].lower())


def test_patronymics() -> None:
    found = set(patronymics().values())
    assert {"Юрьевич", "Георгиевна", "Дмитриевич", "Ильинична", "Никитична", "Львович", "Игоревна"} <= found


@pytest.mark.parametrize("language", ["be", "ru", "uk"])
def test_a_given_name_written_by_the_press_reads_back(language: str) -> None:
    missed = []
    for forms in {tuple(forms.items()) for forms in given_names().values()}:
        name = dict(forms)[language]
        latin = transliterate(name, source=language)
        if name not in [reading.text for reading in readings(latin, target=language)]:
            missed.append(f"{name} ({latin})")
    assert not missed


LATIN = "abcdefghijklmnopqrstuvwxyzčšžéüßøłñ'"


@given(st.text(st.sampled_from(LATIN + LATIN.upper() + " -."), max_size=20), st.sampled_from(["be", "ru", "uk"]))
def test_no_latin_letter_is_left(name: str, target: str) -> None:
    found = readings(name, target=target)
    assert found
    assert all("Latn" not in scripts(reading.text) for reading in found)


@given(st.text(st.sampled_from("abdegiklmnoprstuvz"), min_size=3, max_size=12))
def test_letter_case_follows_the_name(name: str) -> None:
    lower, title, upper = (readings(shaped, target="ru")[0].text for shaped in (name, name.capitalize(), name.upper()))
    assert (lower.islower(), title[0].isupper(), upper.isupper()) == (True, True, True)
    assert lower == title.lower() == upper.lower()


@given(st.text(max_size=30))
def test_any_text_at_all_is_read(name: str) -> None:
    for target in ("be", "ru", "uk"):
        assert readings(name, target=target)
