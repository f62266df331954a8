"""The news that was written for translit: every line says one thing in four languages."""

import lzma
import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from training.corpus import WRITTEN, collect, fault, fingerprint, plain, read_tsv, written
from training.recipe import recipe

TABLES = sorted(WRITTEN.glob("*.tsv.xz"))
LANGUAGES = ("ru", "uk", "be")
HELD = Path(__file__).parent.parent / "engines" / "quality_floor.yaml"


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_every_line_is_clean_in_every_language(path):
    columns, *rows = read_tsv(path)
    assert columns == ["en", *LANGUAGES] and rows
    for row in rows:
        assert row == [plain(text) for text in row]
        english, *others = row
        assert [fault(english, text, tag) for tag, text in zip(LANGUAGES, others, strict=True)] == [None] * 3, row


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_figures_are_the_same_in_every_language(path):
    for row in read_tsv(path):
        assert len({"".join(sorted(re.findall(r"\d", text))) for text in row}) == 1, row


def test_no_sentence_stands_twice():
    assert Counter(fingerprint(english) for english, _ in written("ru")).most_common(1)[0][1] == 1


def test_no_sentence_that_the_starters_are_held_to_was_written():
    held = yaml.safe_load(HELD.read_text(encoding="utf-8"))["sentences"]
    for tag in LANGUAGES:
        known = {fingerprint(text) for row in written(tag) for text in row}
        assert not [one for one in held if known & {fingerprint(one["en"]), fingerprint(one[tag])}]


def test_what_was_written_is_collected_from_either_side(tmp_path):
    (tmp_path / "parallel").mkdir()
    (tmp_path / "eval").mkdir()
    table = "en\tru\tuk\tbe\nThe law was passed.\tЗакон принят.\tЗакон ухвалено.\tЗакон прыняты.\n"
    words = "en\tru\tuk\tbe\nlaw\tзакон|право\tзакон\tзакон\n"
    for name, rows in (("written", table), ("lexicon", words)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "own.tsv.xz").write_bytes(lzma.compress(rows.encode()))
    for model, wanted in (("en-zle", "The law was passed."), ("zle-en", "Закон прыняты.")):
        collect(tmp_path, tmp_path / "run", recipe(model), tables=tmp_path)
        rows = [line.split("\t") for line in (tmp_path / "run" / "pairs.tsv").read_text(encoding="utf-8").splitlines()]
        assert [row[1] for row in rows[-2:]] == ["written", "lexicon"] and rows[-2][4] == wanted
        assert len(rows) == 6 and {*rows[-1][4:]} == {"law", "закон"}
