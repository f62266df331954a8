"""The rules for names are learnt from pairs of them: letters are aligned, then contexts grow where they say more."""

import lzma

from training.transcription import aligned, names, odds, rules
from translit.engines.transcription import Transcription

PAIRS = [
    ("shaw", "шоу"), ("shorin", "шорин"), ("shilo", "шило"), ("sorin", "сорин"), ("silo", "сило"), ("tarin", "тарин"),
    ("rishat", "ришат"), ("nasha", "наша"), ("hanna", "ханна"), ("hiro", "хиро"), ("lohan", "лохан"), ("hari", "хари"),
    ("hamid", "хамид"), ("natalis", "наталис"), ("sokol", "сокол"), ("soni", "сони"),
]  # fmt: skip


def test_letters_that_are_written_together_are_found_out():
    found = dict(aligned(PAIRS, odds(PAIRS)))
    assert found["shilo"] in (("ш", "", "и", "л", "о"), ("", "ш", "и", "л", "о"))
    assert found["hiro"] == ("х", "и", "р", "о")


def test_a_name_that_was_translated_is_left_out():
    pairs = [*PAIRS, ("germany", "алманния")]
    assert "germany" not in dict(aligned(pairs, odds(PAIRS)))


def test_a_larger_context_has_a_rule_where_it_says_more():
    learnt = rules(aligned(PAIRS, odds(PAIRS)))
    written = Transcription(learnt)
    assert [written(name) for name in ("Shani", "Hamin", "Sonari")] == ["Шани", "Хамин", "Сонари"]
    # the letter alone, and beside another one; never what a smaller context says as well
    assert learnt["[o]"] == "о" and "[o]r" not in learnt
    # what only one name has proves nothing
    assert not any("w" in context and context != "[w]" for context in learnt)


def test_names_have_a_capital_and_one_word_on_both_sides(tmp_path):
    rows = ["en\tru\tuk", "Orlova\tОрлова\tОрлова", "Supreme Court\tВерховный суд\tВерховний суд"]
    rows += ["Press\tпресса\tпреса", "Fyodorov\tФёдоров\tФедоров", "NATO\tНАТО\tНАТО", "Dvořák\tДворжак\tДворжак"]
    (tmp_path / "en.tsv.xz").write_bytes(lzma.compress("\n".join(rows).encode()))
    assert sorted(names("en", "ru", tmp_path)) == [("fyodorov", "федоров"), ("orlova", "орлова")]
    assert sorted(names("uk", "en", tmp_path)) == [("орлова", "orlova"), ("федоров", "fyodorov")]
