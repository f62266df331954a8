import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from putting import put
from word import body, run, word

from translit.documents import Translated, open_document
from translit.errors import DocumentError

NOTE = '<w:r><w:rPr><w:rStyle w:val="n"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "u" </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
BOLD = "<w:b/>"


def translated(place, *texts, member="document"):
    it = open_document(place)
    new = {passage.id: put(text, passage.marks) for passage, text in zip(it.passages, texts, strict=False)}
    return body(it.render(new, language="ru"), member)


def texts(place):
    return [passage.text for passage in open_document(place).passages]


def marks(place):
    (passage, *_) = open_document(place).passages
    return [(mark.kind, mark.span.of(passage.text)) for mark in passage.marks]


def test_runs_that_look_alike_are_one_text(tmp_path):
    place = word(tmp_path, run("The ver") + '<w:proofErr w:type="x"/>' + run("dict", "<w:noProof/>") + run(" came."))
    assert texts(place) == ["The verdict came."]
    assert marks(place) == []
    assert translated(place, "Приговор & всё") == f"<w:p>{run('Приговор &amp; всё')}</w:p>"


def test_bold_is_a_mark_that_moves_with_its_words(tmp_path):
    place = word(
        tmp_path, run("A ") + run("very ", BOLD) + run("big", BOLD + '<w:lang w:val="en-US"/>') + run(" crowd")
    )
    assert marks(place) == [("strong", "very big")]
    look = "<w:b/>"
    assert translated(place, "Толпа [[0:очень большая]]!") == (
        f"<w:p>{run('Толпа ')}{run('очень большая', look)}{run('!')}</w:p>"
    )


def test_the_language_of_what_is_written_is_told(tmp_path):
    place = word(tmp_path, run("Hello", '<w:lang w:val="en-US" w:eastAsia="ja"/>'))
    assert 'w:lang w:val="ru" w:eastAsia="ja"' in translated(place, "Привет")


def test_links_notes_and_bookmarks_travel(tmp_path):
    link = f'<w:hyperlink r:id="rId4">{run("the report", BOLD)}</w:hyperlink>'
    place = word(tmp_path, run("Read ") + '<w:bookmarkStart w:id="1"/>' + link + NOTE + run(" by all of us today."))
    assert marks(place) == [("w:bookmarkStart", ""), ("link", "the report"), ("strong", "the report"), ("footnote", "")]
    written = translated(place, "Нам [[0:]][[1:[[2:доклад]]]][[3:]] читать.")
    moved = link.replace("the report", "доклад")
    assert written == f'<w:p>{run("Нам ")}<w:bookmarkStart w:id="1"/>{moved}{NOTE}{run(" читать.")}</w:p>'


def test_a_field_is_one_mark_round_its_result(tmp_path):
    place = word(tmp_path, run("See ") + FIELD + run("here") + END + run(" now."))
    assert marks(place) == [("link", "here")]
    assert translated(place, "[[0:Сюда]] смотри.") == f"<w:p>{FIELD}{run('Сюда')}{END}{run(' смотри.')}</w:p>"


def test_tabs_and_breaks_in_a_run_stand_alone_afterwards(tmp_path):
    place = word(tmp_path, "<w:r><w:t>Chapter one</w:t><w:tab/><w:t>page</w:t></w:r>")
    assert texts(place) == ["Chapter one page"]
    assert translated(place, "Глава [[0:]] стр.") == f"<w:p>{run('Глава')}<w:r><w:tab/></w:r>{run('стр.')}</w:p>"


def test_insertions_are_translated_and_deletions_stay(tmp_path):
    gone = '<w:del w:id="3"><w:r><w:delText>not </w:delText></w:r></w:del>'
    place = word(tmp_path, run("It is ") + gone + f'<w:ins w:id="4">{run("very")}</w:ins>' + run(" late."))
    assert texts(place) == ["It is very late."]
    new = f'<w:ins w:id="4">{run("Очень")}</w:ins>'
    assert translated(place, "[[0:]][[1:Очень]] поздно.") == f"<w:p>{gone}{new}{run(' поздно.')}</w:p>"


def test_a_text_box_has_passages_of_its_own(tmp_path):
    inside = f"<w:txbxContent><w:p>{run('Inside')}</w:p></w:txbxContent>"
    box = f"<w:r><mc:AlternateContent>{inside}</mc:AlternateContent></w:r>"
    place = word(tmp_path, run("Out") + box + run("side"))
    assert texts(place) == ["Outside", "Inside"]
    assert translated(place, "Сна[[0:]]ружи", "Внутри") == (
        f"<w:p>{run('Сна')}{box.replace('Inside', 'Внутри')}{run('ружи')}</w:p>"
    )
    it = open_document(place)
    assert body(it.render({"p2": "Внутри"})) == f"<w:p>{run('Out')}{box.replace('Inside', 'Внутри')}{run('side')}</w:p>"


def test_tables_headers_and_notes_are_read_after_the_text(tmp_path):
    cell = f"<w:tbl><w:tr><w:tc><w:p>{run('cell')}</w:p></w:tc></w:tr></w:tbl>"
    place = word(
        tmp_path, run("text") + "</w:p>" + cell + "<w:p>", header1=run("head"), footnotes=run("note"), comments=run("c")
    )
    assert texts(place) == ["text", "cell", "note", "head"]
    assert translated(place, "т", "я", "сноска", "верх", member="footnotes") == f"<w:p>{run('сноска')}</w:p>"


def test_other_members_are_carried_over(tmp_path):
    place = word(tmp_path, run("one"))
    it = open_document(place)
    assert it.render({"p1": "one"}) == place.read_bytes()
    old, new = zipfile.ZipFile(place), zipfile.ZipFile(io.BytesIO(it.render({"p1": "раз"})))
    assert [info.filename for info in old.infolist()] == [info.filename for info in new.infolist()]
    for info, other in zip(old.infolist(), new.infolist(), strict=True):
        assert (info.date_time, info.compress_type) == (other.date_time, other.compress_type)
        assert (old.read(info) == new.read(other)) == (info.filename != "word/document.xml")


PARTS = [
    *(run("one "), run("two", BOLD), run(" three", "<w:i/>"), run(" "), NOTE, FIELD, END, "<w:bookmarkStart/>"),
    *("<w:r><w:br/></w:r>", f"<w:hyperlink>{run('four')}</w:hyperlink>", "<w:pPr/>"),
    "<w:r><w:t>a</w:t><w:tab/><w:t> b</w:t></w:r>",
]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(PARTS), max_size=8))
def test_any_paragraph_reads_back_as_it_was_written(tmp_path_factory, parts):
    place = word(tmp_path_factory.mktemp("word"), "".join(parts), run("the end"))
    it = open_document(place)
    assert (
        it.render({passage.id: Translated(passage.text, passage.marks) for passage in it.passages})
        == place.read_bytes()
    )
    for passage in it.passages[:-1]:
        data = it.render({passage.id: Translated(passage.text + " ещё", passage.marks)})
        for tag in ("footnoteReference", "fldChar", "bookmarkStart", "hyperlink", "br/", "tab/"):
            assert body(data).count(tag) == "".join(parts).count(tag)
        place.write_bytes(data)
        assert texts(place) == [passage.text + " ещё", "the end"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04 no archive", "cannot be read as a zip archive"),
        (b"\xd0\xcf\x11\xe0 old", "old Office document, or one under a password"),
        (b"", "empty"),
        (b"plain text", "cannot be read as a zip archive"),
    ],
)
def test_what_is_no_word_document_is_refused_by_name(tmp_path, data, words):
    place = tmp_path / "a.docx"
    place.write_bytes(data)
    with pytest.raises(DocumentError, match=rf"a\.docx: .*{words}"):
        open_document(place)


def test_broken_xml_and_a_missing_text_are_refused(tmp_path):
    with pytest.raises(DocumentError, match=r"word/document.xml inside of it: the XML is not well-formed"):
        open_document(word(tmp_path, "<w:r>"))
    with zipfile.ZipFile(tmp_path / "b.docx", "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    with pytest.raises(DocumentError, match=r"word/document.xml is missing"):
        open_document(tmp_path / "b.docx")
