"""Every sample of every scheme is a test; a scheme file that is wrong says all that is wrong with it."""

from pathlib import Path

import pytest

from translit.errors import SchemeError
from translit.transliteration import Scheme, schemes, transliterate
from translit.transliteration.scheme import ALPHABETS, load

ALL = schemes()
SAMPLES = [
    pytest.param(scheme, text, expected, id=f"{scheme.language}-{scheme.id}-{text}")
    for scheme in ALL
    for text, expected in scheme.samples
]


@pytest.mark.parametrize(("scheme", "text", "expected"), SAMPLES)
def test_sample(scheme: Scheme, text: str, expected: str) -> None:
    assert transliterate(text, source=scheme.language, scheme=scheme.id) == expected


@pytest.mark.parametrize("scheme", ALL, ids=lambda scheme: f"{scheme.language}-{scheme.id}")
def test_a_scheme_names_its_source_and_has_a_dozen_samples(scheme: Scheme) -> None:
    assert len(scheme.samples) >= 12
    assert len(scheme.source) > 10
    assert set(ALPHABETS[scheme.language]) <= set(scheme.table.letters)


@pytest.mark.parametrize("language", ["be", "ru", "uk"])
def test_each_language_has_the_schemes_newsrooms_ask_for(language: str) -> None:
    ids = {scheme.id for scheme in schemes(language)}
    assert {"press-en", "press-de", "press-pl", "bgn-pcgn", "scientific", "icao-9303", "iso-9"} <= ids


@pytest.mark.parametrize("language", ["bg", "el", "hy", "ka", "kk", "ky", "mk", "mn", "sr"])
def test_other_languages_have_a_national_scheme_or_bgn_pcgn(language: str) -> None:
    assert schemes(language)


def test_unknown_scheme_lists_what_exists() -> None:
    with pytest.raises(SchemeError, match=r"no scheme 'klingon' for 'be'.*lacinka.*press-en"):
        load("be", "klingon")


def test_language_without_schemes_lists_languages() -> None:
    with pytest.raises(SchemeError, match=r"there are schemes for be, bg, el, .*uk"):
        transliterate("München", source="de")


def test_a_scheme_of_your_own(tmp_path: Path) -> None:
    file = tmp_path / "ru-plain.yaml"
    letters = "".join(f"  {letter}: {'x' if letter == 'щ' else letter.upper()}\n" for letter in ALPHABETS["ru"])
    file.write_text(
        "id: plain\nlanguage: ru\nname: Plain\nauthority: us\nyear: 2024\nsource: this test\n"
        f"letters:\n{letters}samples:\n  щи: xИ\n",
        encoding="utf-8",
    )
    scheme = Scheme.read(file)
    assert scheme.id == "plain"
    assert transliterate("щ", source="ru", scheme=scheme) == "x"


def test_all_faults_of_a_file_at_once(tmp_path: Path) -> None:
    file = tmp_path / "ru-bad.yaml"
    file.write_text(
        "id: bad\nlanguage: ru\ncolour: red\nletters: {а: a, бв: b}\nrules: [{map: {а: b}, after: vowels}]\n",
        encoding="utf-8",
    )
    with pytest.raises(SchemeError) as raised:
        Scheme.read(file)
    said = str(raised.value)
    for fault in ("'name' is missing", "'colour' is unknown", "lacks б", "'бв' must map one", "'vowels' is no context"):
        assert fault in said
    assert all(problem.path == file for problem in raised.value.problems)


@pytest.mark.parametrize("content", ["[", "just words", "- a\n- b\n"])
def test_a_file_that_is_no_scheme(tmp_path: Path, content: str) -> None:
    file = tmp_path / "scheme.yaml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(SchemeError, match="is not"):
        Scheme.read(file)


@pytest.mark.parametrize(
    ("line", "fault"), [("letters: [а, б]", "'letters' must map"), ("year: soon", "must be a number")]
)
def test_a_key_of_the_wrong_kind(tmp_path: Path, line: str, fault: str) -> None:
    file = tmp_path / "scheme.yaml"
    file.write_text(f"id: odd\nlanguage: ru\n{line}\n", encoding="utf-8")
    with pytest.raises(SchemeError, match=fault):
        Scheme.read(file)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(SchemeError, match="cannot be read"):
        Scheme.read(tmp_path / "nowhere.yaml")
