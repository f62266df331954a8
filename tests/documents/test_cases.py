"""Every format's table of cases: what is read, what stays, and what is written."""

from pathlib import Path

import pytest
import yaml
from putting import put

from translit.documents import Translated, open_document

TABLES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
CASES = [
    pytest.param(table.stem, case, id=f"{table.stem}: {case['label']}")
    for table in TABLES
    for case in yaml.safe_load(table.read_text("utf-8"))
]


def opened(folder: Path, suffix: str, case):
    place = folder / f"a.{suffix}"
    place.write_bytes(case["source"].encode())
    return open_document(place, **case.get("options", {}))


@pytest.mark.parametrize(("suffix", "case"), CASES)
def test_passages_and_marks(tmp_path, suffix, case):
    passages = opened(tmp_path, suffix, case).passages
    assert [passage.text for passage in passages] == case["passages"]
    found = [[mark.kind, mark.span.of(passage.text)] for passage in passages for mark in passage.marks]
    assert found == case["marks"]


@pytest.mark.parametrize(("suffix", "case"), CASES)
def test_identity_is_byte_for_byte(tmp_path, suffix, case):
    it = opened(tmp_path, suffix, case)
    for kept in ({}, {passage.id: Translated(passage.text, passage.marks) for passage in it.passages}):
        assert it.render(kept, language="ru") == case["source"].encode()


@pytest.mark.parametrize(("suffix", "case"), CASES)
def test_translations_stand_where_they_should(tmp_path, suffix, case):
    it = opened(tmp_path, suffix, case)
    by_id = {passage.id: passage for passage in it.passages}
    translated = {name: put(text, by_id[name].marks) for name, text in case["translated"].items()}
    assert it.render(translated, language="ru").decode() == case["expected"]
