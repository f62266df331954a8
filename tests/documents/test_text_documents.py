import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translit.documents import Translated, open_document
from translit.documents.decoding import Decoded, decode
from translit.documents.text import TextDocument
from translit.errors import DocumentError, OutputError, UsageError
from translit.passages import Mark, Span

WRAPPED = """  The court in the old town met again on Friday to hear the last
  of the witnesses, who had come from three villages along the
  river to speak.

  Nobody knows when the next session will be held, because the
  judge has been ill since March.
"""


def texts(source: str) -> list[str]:
    return [passage.text for passage in TextDocument(Decoded(source)).passages]


def rendered(source: str, **translated: str) -> str:
    return TextDocument(Decoded(source)).render(translated).decode()


def test_every_line_is_a_passage():
    assert texts("Загаловак\n\nПершы сказ. Другі сказ.\nТрэці.") == ["Загаловак", "Першы сказ. Другі сказ.", "Трэці."]


def test_passages_have_single_spaces_and_the_composed_form():
    assert texts("\t a  b\u00a0c \u2028d\n и\u0306 \n") == ["a b c d", "й"]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_what_is_no_passage_stays(ending):
    source = ending.join(["", "  one  ", "", "* * *", "\ttwo", ""])
    assert rendered(source, p1="адзін", p2="два") == ending.join(["", "  адзін  ", "", "* * *", "\tдва", ""])


@pytest.mark.parametrize("source", ["one\n", "one", "one\n\n\n", "\n one \n"])
def test_the_end_of_the_file_stays(source):
    assert rendered(source, p1="адзін") == source.replace("one", "адзін")


def test_a_byte_order_mark_stays():
    document = TextDocument(decode(b"\xef\xbb\xbfone\r\n"))
    assert document.render({"p1": "two"}) == b"\xef\xbb\xbftwo\r\n"


def test_bullets_stand_outside_the_passage():
    assert texts("- one\n• two\n* three\n1. four\n12) five\n2020. six") == [
        "one",
        "two",
        "three",
        "four",
        "five",
        "2020. six",
    ]


def test_a_wrapped_block_is_one_passage():
    first, second = texts(WRAPPED)
    assert first.startswith("The court") and first.endswith("river to speak.")
    assert "of the witnesses, who had come from three villages along the river" in first
    assert second.startswith("Nobody") and second.endswith("since March.")


def test_a_new_text_is_wrapped_at_the_width_of_its_block():
    words = " ".join(["слово"] * 30)
    lines = rendered(WRAPPED, p1=words).splitlines()
    block = lines[: lines.index("")]
    assert " ".join(" ".join(block).split()) == words
    assert all(line.startswith("  слово") and len(line) <= 64 for line in block)
    assert lines[len(block) :] == WRAPPED.splitlines()[3:]


def test_wrapped_list_items_are_joined_one_by_one():
    source = (
        "- the first of two long items in a list, which goes on for more\n  than a single line of text\n"
        "- the second of two long items, which also goes on for more\n  than a line\n"
    )
    assert texts(source) == [
        "the first of two long items in a list, which goes on for more than a single line of text",
        "the second of two long items, which also goes on for more than a line",
    ]
    assert rendered(source, p2="другі " * 20).splitlines()[2:] == [
        "- другі другі другі другі другі другі другі другі другі",
        "  другі другі другі другі другі другі другі другі другі",
        "  другі другі",
    ]


@pytest.mark.parametrize(
    "source",
    [
        "A headline of the usual length about the court\nBy Hanna Bely\nMinsk",
        "Першы радок верша\nі другі карацейшы\nі трэці",
        "a paragraph on one line that is longer than any wrapped line would be, so it stands alone, and goes on\n"
        "another paragraph on one line that is longer than any wrapped line would be, so it stands alone too",
    ],
)
def test_lines_that_are_not_wrapped_stay_apart(source):
    assert texts(source) == source.split("\n")


def test_line_breaks_in_a_translation_do_not_make_new_paragraphs():
    assert rendered("one\ntwo\n", p1="адзін\r\nі яшчэ\u2028раз") == "адзін і яшчэ раз\ntwo\n"


def test_addresses_are_verbatim():
    source = "See https://example.org/a_b?c=d, or (www.example.org), or ask me@example.org."
    (passage,) = TextDocument(Decoded(source)).passages
    assert [span.of(passage.text) for span in passage.verbatim] == [
        "https://example.org/a_b?c=d",
        "www.example.org",
        "me@example.org",
    ]


def test_a_line_that_is_only_an_address_is_no_passage():
    assert texts("https://example.org/a\none") == ["one"]


def test_an_empty_translation_is_written_as_told():
    assert rendered("one\ntwo", p1="") == "\ntwo"


@given(st.text().filter(str.strip))
def test_any_text_comes_back_byte_for_byte(source):
    document = TextDocument(Decoded(source))
    assert document.render({passage.id: passage.text for passage in document.passages}) == source.encode()
    assert all(" ".join(passage.text.split()) == passage.text for passage in document.passages)


@given(st.text(st.sampled_from("слово a-*.\n\r \t"), max_size=400).filter(str.strip))
def test_only_the_named_passage_changes(source):
    document = TextDocument(Decoded(source))
    for passage in document.passages:
        before, after = document.render({passage.id: "§"}).decode().split("§")
        assert source.startswith(before) and source.endswith(after)
        replaced = source[len(before) : len(source) - len(after)]
        assert " ".join(replaced.split()) == passage.text


def test_all_ids_that_no_passage_has_are_named():
    with pytest.raises(UsageError) as caught:
        rendered("one", p7="x", q="y")
    assert [problem.text for problem in caught.value.problems] == [
        "there is no passage 'p7' in this document",
        "there is no passage 'q' in this document",
    ]


def test_a_mark_outside_its_text_is_refused():
    document = TextDocument(Decoded("one"))
    with pytest.raises(UsageError, match="outside its text"):
        document.render({"p1": Translated("x", (Mark(Span(0, 2), "em"),))})


@pytest.mark.parametrize("name", ["a.txt", "a.TEXT", "README"])
def test_files_of_these_names_are_plain_text(tmp_path, name):
    place = tmp_path / name
    place.write_bytes("Адзін *два*.\r\n".encode())
    document = open_document(place)
    assert [passage.text for passage in document.passages] == ["Адзін *два*."]
    document.write(tmp_path / "out", {"p1": "One."})
    assert (tmp_path / "out").read_bytes() == b"One.\r\n"
    with pytest.raises(OutputError, match="the file that was read"):
        document.write(str(place), {"p1": "One."})
    document.write(place, {"p1": "One."}, replace_source=True)
    assert place.read_bytes() == b"One.\r\n"


def test_an_unknown_kind_names_the_kinds_that_are_known(tmp_path):
    place = tmp_path / "a.xyz"
    place.write_bytes(b"text")
    with pytest.raises(DocumentError, match=r"'.xyz' cannot be read; what can be is plain text \(.txt.*Markdown \(.md"):
        open_document(str(place))


def test_faults_come_before_the_kind(tmp_path):
    with pytest.raises(DocumentError, match="no such file"):
        open_document(tmp_path / "a.xyz")
    (tmp_path / "b.xyz").mkdir()
    with pytest.raises(DocumentError, match="folder"):
        open_document(tmp_path / "b.xyz")


def test_the_note_of_the_encoding_follows_what_was_written():
    document = TextDocument(decode("Суд у Мінску адклаў паседжанне да пятніцы.".encode("cp1251")))
    assert document.encoding_note == "read as Windows-1251, judging by its letters"
    assert document.render({"p1": "Łódź"}).decode() == "Łódź"
    assert "written as UTF-8" in (document.encoding_note or "")
    document.render({"p1": "Суд"})
    assert document.encoding_note == "read as Windows-1251, judging by its letters"


def test_a_megabyte_is_fast():
    source = "Суд в Минске отложил заседание до пятницы, сообщил адвокат.\n\n" * 10_000
    start = time.perf_counter()
    document = TextDocument(Decoded(source))
    document.render({passage.id: "x" for passage in document.passages})
    assert len(document.passages) == 10_000
    assert time.perf_counter() - start < 3
