"""JSON Lines and tables: what the standard library reads afterwards is what was meant."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translit.documents import open_document
from translit.documents.csv import TableDocument
from translit.documents.decoding import Decoded
from translit.documents.jsonl import JsonLinesDocument
from translit.errors import DocumentError

WORDS = st.text(st.sampled_from('аb "\\,;/\t\n\u2028é<'), max_size=12)
JSON = st.recursive(
    WORDS | st.none() | st.integers(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=8,
)


@given(st.lists(st.fixed_dictionaries({"t": WORDS, "other": JSON}), min_size=1, max_size=4), st.booleans(), WORDS)
def test_lines_of_json(records, is_ascii, new):
    source = "\n".join(json.dumps(record, ensure_ascii=is_ascii) for record in records)
    it = JsonLinesDocument(Decoded(source), ["t"])
    assert it.render({passage.id: passage.text for passage in it.passages}).decode() == source
    rendered = it.render({passage.id: new for passage in it.passages}).decode()
    written = [json.loads(line) for line in rendered.split("\n")]
    assert [record["other"] for record in written] == [record["other"] for record in records]
    for old, record in zip(records, written, strict=True):
        if any(map(str.isalpha, old["t"])):
            assert " ".join(new.split()) in record["t"]
        else:
            assert record == old


@given(st.lists(st.lists(WORDS, min_size=2, max_size=3), min_size=1, max_size=4), st.sampled_from(",;\t"), WORDS)
def test_tables(rows, separator, new):
    rows = [["one", "two", "three"], *rows]
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(rows)
    source = out.getvalue()
    it = TableDocument(Decoded(source), ["two"], tabs=separator == "\t")
    assert it.render({passage.id: passage.text for passage in it.passages}).decode() == source
    written = it.render({passage.id: new for passage in it.passages}).decode()
    again = list(csv.reader(io.StringIO(written, newline=""), delimiter=separator))
    assert [[row[0], *row[2:]] for row in again] == [[row[0], *row[2:]] for row in rows]


@pytest.mark.parametrize(
    ("name", "source", "options", "words"),
    [
        ("a.jsonl", '{"title": "a", "n": 1}\n', {}, r"a.jsonl: .*not named; .*--field \(those with text are title\)"),
        ("a.jsonl", '{"title": "a"}\n', {"fields": ["body"]}, "no text in the field 'body'"),
        ("a.jsonl", '{"title": "a"}\n{"title": \n', {"fields": ["title"]}, "a.jsonl, line 2: this line is no JSON"),
        ("a.jsonl", "[1]\n", {"fields": ["title"]}, "line 1: this line is no JSON object"),
        ("a.jsonl", "[" * 100_000 + "]" * 100_000, {"fields": ["title"]}, "line 1: .*nested too deeply"),
        ("a.csv", "id,title\n1,a\n", {}, r"a.csv: .*--column \(id, title\)"),
        ("a.csv", "id,title\n1,a\n", {"columns": ["body"]}, "no column 'body'"),
        (
            "a.csv",
            'id,title\n1,"a\n2,b\n',
            {"columns": ["title"]},
            "line 2: the quote that opens a cell here is not closed",
        ),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(tmp_path, name, source, options, words):
    place = tmp_path / name
    place.write_text(source, "utf-8")
    with pytest.raises(DocumentError, match=words):
        open_document(place, **options)
