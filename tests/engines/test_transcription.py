"""Names that no dictionary lists are written as their letters say, by the rules that lie beside a model."""

from __future__ import annotations

from pathlib import Path

import pytest

from translit.engines.folders import Model, read
from translit.engines.models import STARTERS
from translit.engines.transcription import Transcription, contexts, file_name, packed
from translit.engines.transcription import read as rules_of
from translit.errors import ModelError

RULES = {
    "[c]": "к", "[h]": "х", "[i]": "и", "[m]": "м", "[s]": "с", "[t]": "т",
    "[s]c": "ш", "s[c]h": "-", "^[c]h": "ч", "c[h]i": "-", "c[h]m": "-", "c[h]$": "-",
}  # fmt: skip


def test_of_the_contexts_of_a_letter_each_is_larger_and_stops_at_the_ends_of_the_word():
    assert list(contexts("schmit", 1))[:4] == ["[c]", "[c]h", "s[c]h", "s[c]hm"]
    assert list(contexts("it", 0)) == ["[i]", "[i]t", "^[i]t", *["^[i]t$"] * 7]


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Schmit", "Шмит"),
        # the largest context that has a rule decides
        ("Chim", "Чим"),
        ("Mihch", "Михк"),
        ("Tim-Smith", "Тим-Смитх"),
        # a letter that has no rule is not guessed
        ("Schmidt", ""),
        ("Tim-", ""),
    ],
)
def test_a_name_is_written_letter_by_letter(name, written):
    assert Transcription(RULES)(name) == written


def model(folder: Path) -> Model:
    return Model(folder, "huggingface", "tiny")


def test_a_file_has_the_rules_of_every_target(tmp_path):
    assert rules_of(model(tmp_path), "en", "ru") is None
    (tmp_path / file_name("en")).write_bytes(packed("en", {"ru": RULES, "uk": {"[i]": "і", "[t]": "т"}}))
    russian, ukrainian = (rules_of(model(tmp_path), "en", target) for target in ("ru", "uk"))
    assert russian is not None and ukrainian is not None
    assert (russian("Smit"), ukrainian("Smit"), ukrainian("Tit")) == ("Смит", "", "Тіт")
    assert rules_of(model(tmp_path), "en", "be") is None


def test_every_line_that_is_none_is_named(tmp_path):
    from translit.engines import tables

    (tmp_path / file_name("en")).write_bytes(tables.packed(["en\tru\tuk", "[c]\tк\tк", "[h]", "[i]\t\t", "\tи\tі"]))
    with pytest.raises(ModelError) as raised:
        rules_of(model(tmp_path), "en", "ru")
    assert [problem.line for problem in raised.value.problems] == [3, 4, 5]
    (tmp_path / file_name("en")).write_bytes(tables.packed(["uk\tru"]))
    with pytest.raises(ModelError, match="en and its targets are expected"):
        rules_of(model(tmp_path), "en", "ru")


@pytest.mark.parametrize(
    ("target", "written"),
    [
        ("ru", ["Ковальчук", "Риверсон", "Мартинелли"]),
        ("uk", ["Ковальчук", "Ріверсон", "Мартінеллі"]),
    ],
)
def test_the_starter_writes_names_of_several_nations(target, written):
    transcribed = rules_of(read(STARTERS / "en-zle"), "en", target)
    assert transcribed is not None
    assert [transcribed(name) for name in ("Kovalchuk", "Riverson", "Martinelli")] == written
