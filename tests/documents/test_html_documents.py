import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from translit.documents import Translated, open_document
from translit.documents.decoding import Decoded, decode
from translit.documents.html import HtmlDocument
from translit.errors import DocumentError, UsageError
from translit.passages import Mark, Span

PIECES = [
    *(
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<i class='a'>",
        "</i>",
        "<a href=u title=t>",
        "</a>",
        "<br>",
        "<br/>",
        "<img alt=x>",
    ),
    *(
        "<code>",
        "</code>",
        "<pre>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<?",
        "<",
        ">",
        "&",
        "&#",
    ),
    *("&amp;", "&#32;", "'", '"', "=", "/", " ", "\n", "\r\n", "words", "слова", "i\u0306", "\u00a0", "\0", "<span"),
    *(" translate=no>", "</span>", "<title>", "</title>", "<textarea>", "<svg/>", "<x-y>", "</x-y>", "</", "</>"),
]
HTML = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def document(source: str) -> HtmlDocument:
    return HtmlDocument(Decoded(source, tagged=True))


# a link around a blank, at the end of what has words
@example("<i>words</i> <b>words <a href=u>\u00a0</a></b>", False)
@given(HTML | st.text(max_size=60), st.booleans())
def test_any_html_comes_back_byte_for_byte(source, xml):
    try:
        it = HtmlDocument(Decoded(source, tagged=True), xml=xml)
    except DocumentError as fault:
        assert "nothing closes it" in str(fault)
        return
    assert it.render({passage.id: passage.text for passage in it.passages}, language="ru") == source.encode()
    for passage in it.passages:
        assert " ".join(passage.text.split()) == passage.text
        assert all(0 <= mark.span.start <= mark.span.end <= len(passage.text) for mark in passage.marks)


@given(HTML)
def test_a_new_text_stands_in_its_place_with_all_its_tags(source):
    try:
        it = document(source)
    except DocumentError:
        return
    for passage in it.passages:
        written = it.render({passage.id: Translated(passage.text + " ещё", passage.marks)}).decode()
        assert document(written).passages[int(passage.id[1:]) - 1].text == passage.text + " ещё"
        assert (
            written.count("<") == source.count("<") + written.count("&lt;") - source.count("&lt;")
            or "<" in passage.text
        )


def test_a_mark_that_the_source_does_not_have_is_refused():
    with pytest.raises(UsageError, match="has no mark em"):
        document("<p>one <b>two</b></p>").render({"p1": Translated("a", (Mark(Span(0, 1), "em", "<script>"),))})


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.xhtml"])
def test_files_of_these_names_are_html(tmp_path, name):
    place = tmp_path / name
    place.write_bytes(b"\xef\xbb\xbf<p>One</p>\r\n")
    it = open_document(place)
    it.write(tmp_path / "out.html", {"p1": "Адзін"}, language="be")
    assert (tmp_path / "out.html").read_bytes() == b"\xef\xbb\xbf<p>" + "Адзін</p>\r\n".encode()


def test_a_declared_encoding_is_kept_and_what_it_lacks_is_written_as_a_number():
    source = '<meta charset="iso-8859-1"><p>Café “now”</p>'.encode("cp1252")
    it = HtmlDocument(decode(source, tagged=True))
    assert [passage.text for passage in it.passages] == ["Café “now”"]
    assert it.render({}) == source
    assert it.render({"p1": "Кафэ é"}) == '<meta charset="iso-8859-1"><p>&#1050;&#1072;&#1092;&#1101; é</p>'.encode(
        "cp1252"
    )
    assert it.encoding_note is None


def test_what_must_not_be_translated_and_never_ends_is_refused_with_its_line(tmp_path):
    place = tmp_path / "a.html"
    place.write_text("<p>one</p>\n<div translate='no'>two <p>three</p>", "utf-8")
    with pytest.raises(DocumentError, match=r"a.html, line 2: <div> is not to be translated, but nothing closes it"):
        open_document(place)


@pytest.mark.parametrize("tag", ["div", "b", "span"])
def test_ten_thousand_tags_one_in_another_are_refused_at_once(tag):
    start = time.perf_counter()
    with pytest.raises(DocumentError, match="stand one in another"):
        document(f"<{tag}>" * 10_000 + "x" + f"</{tag}>" * 10_000)
    assert time.perf_counter() - start < 2


def test_paragraphs_that_nothing_closes_are_not_deep():
    assert len(document("<p>one <b>two<li>three" * 3000).passages) == 6000


@pytest.mark.parametrize(
    "source", ["<a" * 50_000, "<!--" * 50_000, "<b>x" + "&#" * 50_000, "<script>" * 20_000, "</" * 50_000]
)
def test_broken_files_take_no_longer_than_others(source):
    start = time.perf_counter()
    document(source + "<p>x")
    assert time.perf_counter() - start < 2


def test_a_page_without_words_is_refused_rather_than_copied(tmp_path):
    place = tmp_path / "a.html"
    place.write_text("<body><script>fill('page')</script><img src=scan.png></body>", "utf-8")
    with pytest.raises(DocumentError, match=r"a\.html: there are no words"):
        open_document(place)
