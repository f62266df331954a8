import io
import zipfile
from xml.etree import ElementTree

import pytest

from translit.documents import open_document
from translit.errors import UsageError
from translit.report import Report, TranslatedPassage
from translit.report.bilingual import KINDS, write_bilingual

PAIRS = [("Fish & <chips>", "Рыба & <чипсы>"), ("Bell \x07 rings", "Звонок"), ("The end.", "Конец.")]
REPORT = Report(
    "en", "ru", "model", tuple(TranslatedPassage(f"p{n}", a, b, b, (), ()) for n, (a, b) in enumerate(PAIRS, 1))
)
SHOWN = [(a.replace("\x07", "\ufffd"), b) for a, b in PAIRS]


def test_a_word_table_can_be_read_as_a_document(tmp_path):
    write_bilingual(REPORT, tmp_path / "a.docx")
    texts = [passage.text for passage in open_document(tmp_path / "a.docx").passages]
    assert texts == [text for pair in SHOWN for text in pair]
    archive = zipfile.ZipFile(io.BytesIO((tmp_path / "a.docx").read_bytes()))
    assert all(ElementTree.fromstring(archive.read(name)) is not None for name in archive.namelist())


def test_html_columns_are_escaped(tmp_path):
    write_bilingual(REPORT, tmp_path / "a.html")
    texts = [passage.text for passage in open_document(tmp_path / "a.html").passages]
    assert texts == ["en ru", *(text for pair in SHOWN for text in pair)]


@pytest.mark.parametrize(("kind", "tags"), [("tmx", ("seg",)), ("xliff", ("source", "target"))])
def test_units_of_tmx_and_xliff_are_xml(tmp_path, kind, tags):
    write_bilingual(REPORT, tmp_path / f"a.{kind}")
    root = ElementTree.parse(tmp_path / f"a.{kind}").getroot()
    found = [element.text for element in root.iter() if element.tag.rpartition("}")[2] in tags]
    assert found == [text for pair in SHOWN for text in pair]


def test_the_same_texts_give_the_same_bytes():
    assert all(KINDS[kind](REPORT) == KINDS[kind](REPORT) for kind in KINDS)


def test_another_kind_is_refused(tmp_path):
    with pytest.raises(UsageError, match="docx, html, tmx, xliff, not as 'odt'"):
        write_bilingual(REPORT, tmp_path / "a.odt")
