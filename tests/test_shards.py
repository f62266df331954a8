"""A corpus cut into shards has every article once, wherever the cuts fall."""

import json

import pyarrow
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from translit.errors import DocumentError, UsageError
from translit.shards import articles, planned, written

ADDED = {"translation": {"text": "Дождь."}, "decisions": [], "confidence": 0.5, "problem": ""}


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text('a"é\n \\{}', max_size=12), max_size=8), st.integers(1, 90), st.sampled_from(["\n", "\r\n"]))
def test_every_line_is_in_one_shard(tmp_path_factory, texts, size, end):
    folder = tmp_path_factory.mktemp("corpus")
    path = folder / "a.jsonl"
    whole = end.join(json.dumps({"text": text}, ensure_ascii=False) for text in texts).encode()
    path.write_bytes(whole)
    shards = planned(path, folder / "out", size)
    rows = [list(articles(shard, ["text"])) for shard in shards]
    assert b"".join(row.line for some in rows for row in some) == whole
    untouched = [written(shard, some, [None] * len(some), ["text"]) for shard, some in zip(shards, rows, strict=True)]
    assert b"".join(untouched) == whole


def test_a_line_keeps_its_bytes_and_gets_one_field_more(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"n": 1.0,  "text" : "It rained."} \r\n{}\n')
    [shard] = planned(path, tmp_path / "out")
    rows = list(articles(shard, ["text"]))
    first, second = written(shard, rows, [ADDED, ADDED], ["text"]).splitlines(keepends=True)
    assert first.startswith(b'{"n": 1.0,  "text" : "It rained.", "translit": {') and first.endswith(b"}} \r\n")
    assert json.loads(second) == {"translit": ADDED}


def test_what_is_no_article_is_told_of_and_left(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'nonsense\n\n[1]\n{"text": "It rained.", "translit": 1}\n{"titel": "Rain"}\n\xff\n')
    [shard] = planned(path, tmp_path / "out")
    rows = list(articles(shard, ["text"]))
    assert [row.closed for row in rows] == [True, True, True, True, False, True]
    assert [row.problem[:36] for row in rows] == [
        "this line is no JSON (Expecting valu", "", "this line is no JSON object", "it has a field 'translit' already",
        "there is no text in text; its fields", "this line is no JSON ('utf-8' codec ",
    ]  # fmt: skip


def test_rows_of_parquet_come_back_with_a_column_more(tmp_path):
    path = tmp_path / "a.parquet"
    whole = pyarrow.table({"n": range(7), "text": ["It rained.", None, *["Rain."] * 5]})
    parquet.write_table(whole, path, row_group_size=3)
    shards = planned(tmp_path, tmp_path / "out", 2)
    tables = []
    for number, shard in enumerate(shards):
        rows = list(articles(shard, ["text"]))
        place = tmp_path / f"{number}.out"
        place.write_bytes(written(shard, rows, [ADDED] * len(rows), ["text"]))
        tables.append(parquet.read_table(place))
    back = pyarrow.concat_tables(tables)
    assert back.drop_columns("translit").equals(whole)
    assert back["translit"].to_pylist() == [ADDED] * 7
    assert [shard.place for shard in shards] == [f"a.parquet.{number:06}.parquet" for number in range(4)]


def test_a_column_of_ours_is_not_written_over(tmp_path):
    path = tmp_path / "a.parquet"
    parquet.write_table(pyarrow.table({"text": ["It rained."], "translit": ["mine"]}), path)
    [shard] = planned(path, tmp_path / "out")
    with pytest.raises(DocumentError, match="it has a column 'translit' already"):
        list(articles(shard, ["text"]))


@pytest.mark.parametrize(
    ("name", "error", "words"),
    [
        ("", UsageError, "there are no articles in"),
        ("missing.jsonl", DocumentError, "No such file"),
        ("a.txt", DocumentError, "a corpus is a file that ends in .jsonl"),
        ("broken.parquet", DocumentError, "this cannot be read"),
    ],
)
def test_no_corpus_is_one_sentence(tmp_path, name, error, words):
    (tmp_path / "in").mkdir()
    if name == "broken.parquet":
        (tmp_path / "in" / name).write_bytes(b"PAR1 nothing")
    with pytest.raises(error, match=words):
        planned(tmp_path / "in" / name, tmp_path / "out")
