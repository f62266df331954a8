import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from translit.documents import Translated, open_document
from translit.documents.decoding import Decoded
from translit.documents.subtitles import SubtitleDocument
from translit.errors import DocumentError
from translit.passages import Mark, Span

TIME = "00:00:01,000 --> 00:00:02,000"
LINES = [
    "words",
    "Words.",
    "- a",
    "- b",
    "<i>x</i>",
    "<b>",
    "</i>",
    "{\\an8}y",
    "",
    "",
    "1",
    TIME,
    "a < b & c",
    "NOTE z",
]
FILES = st.lists(st.sampled_from(LINES), max_size=25).map(lambda lines: "\n".join([TIME, *lines]))


@given(FILES, st.booleans())
@example(f"{TIME}\n<b>\n{TIME}\nwords", False)
def test_any_file_comes_back_byte_for_byte(source, web):
    it = SubtitleDocument(Decoded(source), web=web)
    assert (
        it.render({passage.id: Translated(passage.text, passage.marks) for passage in it.passages}) == source.encode()
    )


@given(FILES, st.data())
def test_times_stay_and_no_cue_is_emptied(source, data):
    it = SubtitleDocument(Decoded(source))
    text = "раз два три четыре пять шесть семь"
    new = {}
    for passage in it.passages:
        places = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=9, max_size=9)))
        marks = [
            Mark(Span(places[n % 9], places[n % 9]) if not len(mark.span) else Span(0, 3), mark.kind, mark.data)
            for n, mark in enumerate(passage.marks)
        ]
        new[passage.id] = Translated(text, tuple(marks))
    written = it.render(new).decode()
    assert written.count("-->") == source.count("-->")
    cues = re.findall(rf"{TIME}\n(.+)", source), re.findall(rf"{TIME}\n(.+)", written)
    assert len(cues[0]) == len(cues[1])


def test_a_cue_of_tags_alone_is_no_part_of_a_sentence():
    source = f"{TIME}\n<b>\n\n{TIME}\nwords"
    it = SubtitleDocument(Decoded(source))
    assert it.render({"p1": "слова"}).decode() == source.replace("words", "слова")


def test_a_long_cue_is_broken_into_lines_of_about_one_length():
    it = SubtitleDocument(Decoded(f"{TIME}\nShort.\n"))
    written = it.render({"p1": "Это предложение намного длиннее, чем то, что стояло здесь раньше."}).decode()
    first, second = written.splitlines()[1:]
    assert max(len(first), len(second)) <= 42 and abs(len(first) - len(second)) < 12


def test_a_file_without_times_is_refused(tmp_path):
    place = tmp_path / "a.srt"
    place.write_text("only words\n", "utf-8")
    with pytest.raises(DocumentError, match=r"a\.srt: there are no times"):
        open_document(place)
