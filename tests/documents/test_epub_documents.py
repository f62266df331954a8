import io
import zipfile

import pytest

from translit.documents import open_document
from translit.errors import DocumentError

CHAPTER = (
    '<?xml version="1.0"?>\n<!DOCTYPE html>\n<html xmlns="urn:h" xml:lang="en">'
    "<head><title/></head><body>{}</body></html>"
)
MEMBERS = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OPS/a.opf"/></rootfiles></container>',
    "OPS/two.xhtml": CHAPTER.format('<p>Chapter <a id="x"/>two <b>ends</b>.</p>'),
    "OPS/one%201.xhtml".replace("%20", " "): CHAPTER.format("<h1>One</h1>"),
    "OPS/toc.ncx": "<ncx><navMap><navPoint><navLabel><text>First</text></navLabel></navPoint></navMap></ncx>",
    "OPS/a.opf": (
        '<package><manifest><item id="t" href="two.xhtml" media-type="application/xhtml+xml"/>'
        '<item href="one%201.xhtml" id="o" media-type="application/xhtml+xml"/>'
        '<item id="n" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
        '<item id="c" href="c.css" media-type="text/css"/>'
        '</manifest><spine><itemref idref="o"/><itemref idref="t"/></spine></package>'
    ),
}


def book(folder, **changes):
    place = folder / "a.epub"
    with zipfile.ZipFile(place, "w") as archive:
        for name, content in {**MEMBERS, **changes}.items():
            archive.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
    return place


def test_chapters_come_in_the_order_of_the_spine(tmp_path):
    it = open_document(book(tmp_path))
    assert [passage.text for passage in it.passages] == ["One", "Chapter two ends.", "First"]


def test_only_the_chapter_with_a_new_text_changes(tmp_path):
    place = book(tmp_path)
    it = open_document(place)
    assert it.render({passage.id: passage.text for passage in it.passages}) == place.read_bytes()
    data = it.render({"p1": "Раз", "p3": "Первая"}, language="ru")
    old, new = zipfile.ZipFile(place), zipfile.ZipFile(io.BytesIO(data))
    assert new.infolist()[0].filename == "mimetype" and new.infolist()[0].compress_type == zipfile.ZIP_STORED
    changed = {name for name in old.namelist() if old.read(name) != new.read(name)}
    assert changed == {"OPS/one 1.xhtml", "OPS/toc.ncx"}
    assert new.read("OPS/one 1.xhtml").decode() == CHAPTER.format("<h1>Раз</h1>").replace('"en"', '"ru"')


def test_a_protected_book_and_a_broken_one_are_refused(tmp_path):
    with pytest.raises(DocumentError, match=r"a\.epub: parts of this book are encrypted"):
        open_document(book(tmp_path, **{"META-INF/encryption.xml": "<encryption><EncryptedData/></encryption>"}))
    with pytest.raises(DocumentError, match=r"two\.xhtml inside of it: the XML is not well-formed"):
        open_document(book(tmp_path, **{"OPS/two.xhtml": "<html><p>one</html>"}))
    with pytest.raises(DocumentError, match="names no package file"):
        open_document(book(tmp_path, **{"META-INF/container.xml": "<container/>"}))
