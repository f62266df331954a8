import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from putting import put

from translit.documents import Translated, open_document
from translit.errors import DocumentError

ROOT = (
    '<office:document-content xmlns:office="urn:o" xmlns:text="urn:t">'
    "<office:text>{}</office:text></office:document-content>"
)
NOTE = (
    '<text:note text:id="n1"><text:note-citation>1</text:note-citation>'
    "<text:note-body><text:p>{}</text:p></text:note-body></text:note>"
)


def document(folder, content, **members):
    place = folder / "a.odt"
    parts = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": ROOT.format(content), **members}
    with zipfile.ZipFile(place, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
    return place


def written(place, *texts):
    it = open_document(place)
    new = {passage.id: put(text, passage.marks) for passage, text in zip(it.passages, texts, strict=False)}
    return zipfile.ZipFile(io.BytesIO(it.render(new, language="ru"))).read("content.xml").decode()


def test_spans_links_and_notes_travel_and_notes_have_passages_of_their_own(tmp_path):
    link = '<text:a href="u">{}</text:a>'
    span = '<text:span text:style-name="T1">{}</text:span>'
    note = NOTE.format("Note.")
    content = f"<text:h>Head</text:h><text:p>A<text:s/>{span.format('big')} {link.format('town')}{note} x.</text:p>"
    place = document(tmp_path, content)
    it = open_document(place)
    assert [passage.text for passage in it.passages] == ["Head", "A big town x.", "Note."]
    assert [(mark.kind, mark.span.of(it.passages[1].text)) for mark in it.passages[1].marks] == [
        ("style", "big"),
        ("link", "town"),
        ("text:note", ""),
    ]
    new = written(place, "Верх", "[[1:Город]][[2:]] [[0:большой]] & x.", "Сноска.")
    moved = f"{link.format('Город')}{NOTE.format('Сноска.')} {span.format('большой')} &amp; x."
    assert new == ROOT.format(f"<text:h>Верх</text:h><text:p>{moved}</text:p>")


def test_tabs_and_line_breaks_part_words(tmp_path):
    place = document(tmp_path, "<text:p>One<text:tab/>two<text:line-break/>three</text:p>")
    assert open_document(place).passages[0].text == "One two three"
    assert "<text:p>раз<text:tab/>два<text:line-break/>три</text:p>" in written(place, "раз [[0:]]два [[1:]]три")


def test_comments_and_deleted_text_stay(tmp_path):
    gone = "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
    said = "<office:annotation><text:p>why?</text:p></office:annotation>"
    place = document(tmp_path, f"{gone}<text:p>Kept{said} here</text:p>")
    assert [passage.text for passage in open_document(place).passages] == ["Kept here"]


PARTS = [
    "one ",
    "two",
    "<text:s/>",
    "<text:tab/>",
    '<text:span a="b">three</text:span>',
    "<text:bookmark/>",
    NOTE.format("n"),
]


@settings(max_examples=50)
@given(st.lists(st.sampled_from(PARTS), max_size=8))
def test_any_paragraph_comes_back_and_keeps_its_elements(tmp_path_factory, parts):
    content = f"<text:p>{''.join(parts)}</text:p><text:p>end</text:p>"
    place = document(tmp_path_factory.mktemp("odt"), content)
    it = open_document(place)
    same = {passage.id: Translated(passage.text, passage.marks) for passage in it.passages}
    assert it.render(same, language="ru") == place.read_bytes()
    new = {passage.id: Translated(passage.text + " ещё", passage.marks) for passage in it.passages}
    place.write_bytes(it.render(new))
    assert [passage.text for passage in open_document(place).passages] == [one.text for one in new.values()]
    text = zipfile.ZipFile(place).read("content.xml").decode()
    for tag in ("<text:tab/>", "<text:bookmark/>", "<text:note ", "<text:span "):
        assert text.count(tag) == content.count(tag)


def test_a_text_under_a_password_is_refused(tmp_path):
    place = document(tmp_path, "", **{"META-INF/manifest.xml": "<m><manifest:encryption-data/></m>"})
    with pytest.raises(DocumentError, match=r"a\.odt: .*under a password"):
        open_document(place)
