"""Many documents side by side: whole again, in order, whatever shares a batch, and only the one at fault fails."""

from hypothesis import given
from hypothesis import strategies as st

from translit import Translator, open_document
from translit.abreast import BATCH, abreast
from translit.engines.echo import EchoEngine
from translit.errors import ModelError


def shouted(words):
    return [word.upper() for word in words]


@given(st.lists(st.integers(0, 2 * BATCH + 3), max_size=8))
def test_every_document_comes_back_whole_and_in_order(sizes):
    documents = [(number, [f"{number}.{n}" for n in range(size)]) for number, size in enumerate(sizes)]
    assert list(abreast(documents, shouted)) == [(number, shouted(words)) for number, words in documents]


def test_sentences_of_several_documents_share_a_batch():
    sizes = []

    def counted(words):
        sizes.append(len(words))
        return list(words)

    list(abreast([(n, ["word"] * 10) for n in range(13)], counted))
    assert sorted(sizes) == [130 - 2 * BATCH, BATCH, BATCH]


def test_only_the_document_at_fault_fails():
    def picky(words):
        if "bad" in words:
            raise ModelError("a word is bad")
        return list(words)

    fault = ModelError("could not be read")
    documents = [("a", ["good"]), ("b", ["bad", "good"]), ("c", fault), ("d", ["good"])]
    a, b, c, d = abreast(documents, picky)
    assert (a, d) == (("a", ["good"]), ("d", ["good"]))
    assert str(b[1]) == "a word is bad"
    assert c == ("c", fault)


def test_documents_are_read_only_a_little_ahead():
    read = []

    def endless():
        for number in range(10**9):
            read.append(number)
            yield number, ["word"] * BATCH

    flowing = abreast(endless(), shouted)
    for _ in range(3):
        next(flowing)
    flowing.close()
    assert len(read) < 10


def test_together_they_are_translated_as_alone_and_all_sentences_are_told_of(tmp_path):
    documents = []
    for number in range(5):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"Number {number} met Gordon Ramsbottom.\n\nThen Ramsbottom left.\n" * 9, encoding="utf-8")
        documents.append(open_document(path))
    translator, told = Translator("en", "ru", engine="echo"), []
    together = list(translator.translate_documents(documents, carried=told.extend))
    assert [document for document, _ in together] == documents
    assert [done.report for _, done in together] == [translator.translate_document(one).report for one in documents]
    assert len(told) == 5 * 18


class Refusing(EchoEngine):
    """An echo that cannot take one word."""

    def translate(self, sentences, **options):
        if any("poison" in sentence for sentence in sentences):
            raise ModelError("that word again")
        return super().translate(sentences, **options)


def test_a_document_the_model_refuses_does_not_take_its_neighbours_along(tmp_path, monkeypatch):
    monkeypatch.setattr("translit.translator.open_engine", lambda *_, **__: Refusing())
    documents = []
    for number, text in enumerate(["All is well.", "Here is poison.", "All is well again."]):
        (tmp_path / f"{number}.txt").write_text(f"{text}\n", encoding="utf-8")
        documents.append(open_document(tmp_path / f"{number}.txt"))
    first, second, third = (done for _, done in Translator("en", "ru", engine="echo").translate_documents(documents))
    assert (first.render(), third.render()) == (b"All is well.\n", b"All is well again.\n")
    assert isinstance(second, ModelError)
