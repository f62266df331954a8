import codecs
import io
import sys
import time
from types import SimpleNamespace

import pytest

from translit.documents import open_document
from translit.documents.decoding import Decoded, decode, read
from translit.errors import DocumentError

RUSSIAN = "Суд в Минске отложил заседание. Защита ждёт ответа до пятницы, сообщил адвокат."
BELARUSIAN = "Суд у Мінску адклаў паседжанне. Абарона чакае адказу да пятніцы, паведаміў адвакат."


@pytest.mark.parametrize(
    ("data", "encoding", "bom"),
    [
        (RUSSIAN.encode(), "utf-8", b""),
        (codecs.BOM_UTF8 + RUSSIAN.encode(), "utf-8", codecs.BOM_UTF8),
        (codecs.BOM_UTF16_LE + RUSSIAN.encode("utf-16-le"), "utf-16-le", codecs.BOM_UTF16_LE),
        (codecs.BOM_UTF16_BE + RUSSIAN.encode("utf-16-be"), "utf-16-be", codecs.BOM_UTF16_BE),
        (RUSSIAN.encode("cp1251"), "cp1251", b""),
    ],
)
def test_encodings_that_are_known(data, encoding, bom):
    decoded = decode(data)
    assert (decoded.text, decoded.encoding, decoded.bom) == (RUSSIAN, encoding, bom)
    assert decoded.encode(decoded.text)[0] == data


def test_windows_1251_is_told_and_kept():
    decoded = decode(BELARUSIAN.encode("cp1251"))
    assert decoded.note == "read as Windows-1251, judging by its letters"
    assert decoded.encode("ўсё добра")[0] == "ўсё добра".encode("cp1251")


def test_a_translation_windows_1251_cannot_hold_is_written_as_utf_8_and_said():
    data, note = decode(BELARUSIAN.encode("cp1251")).encode("Łódź")
    assert data.decode() == "Łódź"
    assert note == "read as Windows-1251, written as UTF-8: Windows-1251 has no 'Ł'"


def test_utf_8_has_nothing_to_say():
    assert decode(RUSSIAN.encode()).note is None


@pytest.mark.parametrize("encoding", ["koi8-r", "cp866", "iso8859-5", "mac-cyrillic"])
def test_other_cyrillic_encodings_are_refused_rather_than_guessed(encoding):
    with pytest.raises(DocumentError, match="not UTF-8") as caught:
        decode(("Latin line\n" + RUSSIAN).encode(encoding))
    assert caught.value.problems[0].line == 2
    assert "iconv" in str(caught.value)


@pytest.mark.parametrize("text", ["Le café était fermé", "Grüße aus Köln, schöne Straße", "é"])
def test_latin_1_is_not_taken_for_cyrillic(text):
    with pytest.raises(DocumentError, match="not UTF-8"):
        decode(text.encode("latin-1"))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (codecs.BOM_UTF8, "empty"),
        (b"text\0text", "binary"),
        (b"\xff\0\x01\x02", "binary"),
        (b"\x01\x02\x03abc", "binary"),
        (b"%PDF-1.7 text", "PDF"),
        (b"PK\x03\x04 text", "zip archive"),
        (b"{\\rtf1 text}", "RTF"),
        (codecs.BOM_UTF16_LE + b"a\0b", "begins as UTF-16 but is damaged"),
        (codecs.BOM_UTF8 + b"caf\xe9", "begins as UTF-8 but is damaged"),
    ],
)
def test_what_is_not_a_text_says_so_in_one_sentence(data, words):
    with pytest.raises(DocumentError, match=words) as caught:
        decode(data)
    assert len(caught.value.problems) == 1
    assert caught.value.problems[0].path is not None


def test_missing_file_folder_and_strange_name(tmp_path):
    with pytest.raises(DocumentError, match="no such file"):
        read(tmp_path / "none.txt")
    with pytest.raises(DocumentError, match="folder"):
        read(tmp_path)
    with pytest.raises(DocumentError, match="cannot be read"):
        read(tmp_path / "a\0b")


def test_a_file_that_may_not_be_read(tmp_path, monkeypatch):
    def refused(self, *_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refused)
    with pytest.raises(DocumentError, match="no permission"):
        read(tmp_path / "a.txt")


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO("Адзін.\n".encode())))
    document = open_document("-")
    assert document.path is None
    assert [passage.text for passage in document.passages] == ["Адзін."]


def test_a_megabyte_is_read_fast():
    data = (RUSSIAN + "\n").encode("cp1251") * 13_000
    start = time.perf_counter()
    assert isinstance(decode(data), Decoded)
    assert time.perf_counter() - start < 2
