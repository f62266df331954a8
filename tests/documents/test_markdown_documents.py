import time
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from putting import put

from translit.documents import Translated, open_document
from translit.documents.decoding import Decoded
from translit.documents.markdown import MarkdownDocument
from translit.errors import UsageError
from translit.passages import Mark, Span

CASES = yaml.safe_load((Path(__file__).parent / "markdown.yaml").read_text("utf-8"))
CASE = pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])


def document(source: str) -> MarkdownDocument:
    return MarkdownDocument(Decoded(source))


@CASE
def test_passages_and_marks(case):
    passages = document(case["source"]).passages
    assert [passage.text for passage in passages] == case["passages"]
    found = [[mark.kind, mark.data, mark.span.of(passage.text)] for passage in passages for mark in passage.marks]
    assert found == case["marks"]


@CASE
def test_identity_is_byte_for_byte(case):
    it = document(case["source"])
    assert it.render({passage.id: passage.text for passage in it.passages}) == case["source"].encode()
    kept = {passage.id: Translated(passage.text, passage.marks) for passage in it.passages}
    assert it.render(kept) == case["source"].encode()


@CASE
def test_translations_keep_their_marks(case):
    it = document(case["source"])
    by_id = {passage.id: passage for passage in it.passages}
    translated = {name: put(text, by_id[name].marks) for name, text in case["translated"].items()}
    assert it.render(translated).decode() == case["expected"]


def test_code_and_addresses_are_verbatim():
    (passage,) = document("Run `make` at https://a.example/b_c, or <me@b.example>.").passages
    assert [span.of(passage.text) for span in passage.verbatim] == ["make", "https://a.example/b_c", "me@b.example"]


def test_a_str_for_a_passage_with_marks_is_refused_not_written_without_them():
    it = document("**one** [two](u)\n\nthree *four*\n\nfive")
    with pytest.raises(UsageError) as caught:
        it.render({"p1": "a", "p2": "b", "p3": "c"})
    assert [problem.text for problem in caught.value.problems] == [
        "passage 'p1' would lose its marks (link, strong); give a Translated with marks",
        "passage 'p2' would lose its marks (em); give a Translated with marks",
    ]
    assert it.render({"p1": Translated("a")}).decode() == "a\n\nthree *four*\n\nfive"


@pytest.mark.parametrize(
    "text", ["1. one", "- one", "+ one", "# one", "> one", "~~~", "***", "===", "[a]: b", "<!-- c", "```"]
)
def test_a_translation_does_not_become_another_kind_of_block(text):
    written = document("before\n\nwords\n\nafter\n").render({"p2": text}).decode()
    again = document(written)
    assert written.startswith("before\n\n\\" if text != "1. one" else "before\n\n1\\.")
    assert len(again.passages) == 2 + any(map(str.isalnum, text))
    assert again.passages[-1].text == "after"


def test_marks_that_cross_are_nested_and_two_links_do_not_overlap():
    it = document("*one* **two** [three](u) [four](v)\n")
    em, strong, three, four = it.passages[0].marks
    crossing = (Mark(Span(0, 7), *kind(em)), Mark(Span(4, 11), *kind(strong)))
    assert it.render({"p1": Translated("aaa bbb ccc", crossing)}).decode() == "*aaa **bbb*** **ccc**\n"
    overlapping = (Mark(Span(0, 7), *kind(three)), Mark(Span(4, 11), *kind(four)))
    assert it.render({"p1": Translated("aaa bbb ccc", overlapping)}).decode() == "[aaa](u) [bbb ccc](v)\n"


def kind(mark: Mark) -> tuple[str, str]:
    return mark.kind, mark.data


def test_a_mark_of_another_kind_of_document_is_written_as_a_link():
    new = Translated("a b", (Mark(Span(2, 3), "link", "https://a.example/x y"),))
    assert document("one").render({"p1": new}).decode() == "a [b](<https://a.example/x y>)"


PIECES = """# |> |- |1. |    |```|---|*|**|_|__|`|[|](u)|]|![|<b>|</b>|<u:x>|&amp;|\\|~~|[^1]|: |слова|two| |."""
MARKDOWN = st.lists(
    st.sampled_from([*PIECES.split("|"), "|", "|-|-|\n", "\n", "\n\n", "\r\n", "\t", "  \n"]),
    max_size=30,
).map("".join)


@given(MARKDOWN | st.text(max_size=60))
@example("<u:x>```# ```")
@example("\0")
def test_any_markdown_comes_back_byte_for_byte(source):
    it = document(source)
    assert it.render({passage.id: passage.text for passage in it.passages}) == source.encode()
    for passage in it.passages:
        start, end = len(passage.text) - len(passage.text.lstrip()), len(passage.text.rstrip())
        blanks = {*range(start), *range(end, len(passage.text))}  # only code keeps its blanks
        assert blanks <= {place for span in passage.verbatim for place in range(span.start, span.end)}
        assert all(0 <= mark.span.start <= mark.span.end <= len(passage.text) for mark in passage.marks)


@given(MARKDOWN)
def test_only_the_named_passage_changes(source):
    it = document(source)
    for passage in it.passages:
        before, after = it.render({passage.id: Translated("§")}).decode().split("§")
        assert source.startswith(before) and source.endswith(after)


PLAIN = st.text(st.sampled_from("аб cd*_`[]()<>&;~!#|\\1.-+:/ "), max_size=25).map(
    lambda text: " ".join(("x" + text).split())
)


@given(PLAIN, st.sampled_from(["{}\n", "# {}\n", "> - {}\n\nz\n", "| a | {} |\n|-|-|\n", "{}\n===\n"]))
def test_any_text_reads_back_as_it_was_written(text, frame):
    number = "p2" if frame.startswith("|") else "p1"
    written = document(frame.format("words")).render({number: text}).decode()
    assert {passage.id: passage.text for passage in document(written).passages}[number] == text


@st.composite
def marked_texts(draw):
    words = draw(
        st.lists(st.sampled_from(["адзін", "two", "«тры»,", "4.", "a_b", "c*d", "(e)"]), min_size=2, max_size=6)
    )
    text = " ".join(words)
    starts = [0]
    for word in words:
        starts.append(starts[-1] + len(word) + 1)
    marks = []
    for kind, data in draw(
        st.permutations([("em", "*"), ("strong", "__"), ("link", "(u)"), ("code", "`"), ("s", "~~")])
    ):
        first = draw(st.integers(0, len(words) - 1))
        last = draw(st.integers(first, len(words) - 1))
        if draw(st.booleans()):
            marks.append(Mark(Span(starts[first], starts[last] + len(words[last])), kind, data))
    return text, tuple(marks)


@given(marked_texts())
def test_marks_on_words_read_back_over_the_same_words(case):
    text, marks = case
    written = document("*words*\n").render({"p1": Translated(text, marks)}).decode()
    found = document(written).passages[0] if document(written).passages else None
    if found is None:
        # it is all code, or all numbers: nothing is left to translate
        assert "code" in {mark.kind for mark in marks} or not any(map(str.isalpha, text))
        return
    assert found.text == text
    # code takes no marks inside, so it may push the edges of others outwards: at least the kinds are all there
    names = {"em": "<em>", "strong": "<strong>", "s": "<del>"}
    for mark in marks:
        same = [new for new in found.marks if new.kind == mark.kind or new.data == names.get(mark.kind)]
        assert same
        if not any(other.kind == "code" for other in marks):
            covered = {place for new in same for place in range(new.span.start, new.span.end)}
            wanted = {place for place in range(mark.span.start, mark.span.end) if not text[place].isspace()}
            assert wanted <= covered


@pytest.mark.parametrize("name", ["a.md", "a.MARKDOWN"])
def test_files_of_these_names_are_markdown(tmp_path, name):
    place = tmp_path / name
    place.write_bytes(b"\xef\xbb\xbf# One\r\n")
    it = open_document(place)
    it.write(tmp_path / "out.md", {"p1": "Адзін"})
    assert (tmp_path / "out.md").read_bytes() == b"\xef\xbb\xbf# " + "Адзін\r\n".encode()


def test_a_long_file_is_fast():
    source = "A **big** crowd of [people](https://a.example) came on Friday.\n\n" * 2000
    start = time.perf_counter()
    it = document(source)
    it.render({passage.id: Translated(passage.text + "!", passage.marks) for passage in it.passages})
    assert len(it.passages) == 2000
    assert time.perf_counter() - start < 10
