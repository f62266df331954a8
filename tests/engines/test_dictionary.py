"""What a model's text says of single words is shown to it beside the rare ones and those that it left unsaid."""

from __future__ import annotations

import lzma
from pathlib import Path

import pytest

from translit.annotations import Markers
from translit.engines.dictionary import Dictionary, Known, entry, packed, read, words
from translit.engines.folders import Model
from translit.errors import ModelError
from translit.passages import Span

MARKERS = ("⟦", "⟪", "⟫")
WORDS = {
    "bid": Known(("заявка",), telling=False),
    "ferry": Known(("паром",), 9),
    "lorry": Known(("грузовик",), 14),
    "quay": Known(("причал",), 4),
    "tram": Known(("трамвай",)),
    "harbour": Known(("гавань", "порт")),
    "people": Known(("люди",), telling=False),
    "Welsh": Known(("валлийский",), telling=False),
    "Reading": Known(("Рединг",), 5),
    "railway": Known(("железная дорога",)),
    "short-term": Known(("краткосрочный",), 7),
    "contest": Known(("конкурс",)),
    "=contested": Known(("спорный",)),
    "found": Known(("основать",)),
    "call off": Known(("отменить", "отменять")),
    "call off the search": Known(("прекратить поиски",)),
}
DICTIONARY = Dictionary("en", "ru", WORDS, MARKERS)


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("A ferry left.", "A ⟦ferry⟪паром⟫ left."),
        # in whatever form it stands, and where the capital is the sentence's
        ("Ferries left.", "⟦Ferries⟪паром⟫ left."),
        # a name is another word than one without a capital
        ("He is reading in Reading.", "He is reading in ⟦Reading⟪Рединг⟫."),
        ("A Ferry Road in Wales", "A Ferry Road in Wales"),
        # the model knows what it saw often, and an unsure translation is not shown from the first
        ("People made a bid.", "People made a bid."),
        ("A short-term tram", "A ⟦short-term⟪краткосрочный⟫ tram"),
        # the English 's is an ending; a hyphen makes another word
        ("The ferry's crew took a ferry-boat.", "The ⟦ferry⟪паром⟫'s crew took a ferry-boat."),
        ("See https://example.org/ferry or #ferry", "See https://example.org/ferry or #ferry"),
        # three at most, the rarest of them, and fewer beside terms
        ("tram lorry ferry quay", "tram ⟦lorry⟪грузовик⟫ ⟦ferry⟪паром⟫ ⟦quay⟪причал⟫"),
        ("⟦tram⟪трамвайчик⟫ lorry ferry quay", "⟦tram⟪трамвайчик⟫ lorry ⟦ferry⟪паром⟫ ⟦quay⟪причал⟫"),
    ],
)
def test_rare_words_have_their_translation_beside_them(sentence, shown):
    assert DICTIONARY.shown(sentence).text == shown


def test_a_name_of_several_words_has_its_capitals():
    known = {"Supreme Court": Known(("Верховный суд",), 3), "high court": Known(("высокий суд",), 3)}
    listed = Dictionary("en", "ru", known, MARKERS)
    assert listed.shown("The Supreme Court").text == "The ⟦Supreme Court⟪Верховный суд⟫"
    assert listed.shown("a supreme court").text == "a supreme court"
    assert listed.shown("The High Court").text == "The ⟦High Court⟪высокий суд⟫"


def test_a_name_may_be_a_word_in_another_name():
    known = {"Law": Known(("Лоу",), 9), "law": Known(("закон", "право"), telling=False), "Tusk": Known(("Туск",), 3)}
    listed = Dictionary("en", "ru", known, MARKERS)
    assert listed.shown("Harvard Law School and Tusk").text == "Harvard Law School and ⟦Tusk⟪Туск⟫"
    assert not listed.left("Law is law.", "Право")
    assert not listed.left("Jude Law", "Джуд Лоу")


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("Ask Rivest.", "Ask ⟦Rivest⟪rivest!⟫."),
        ("Rivest-Loy's ferry", "⟦Rivest-Loy⟪rivest-loy!⟫'s ⟦ferry⟪паром⟫"),
        # what any dictionary lists is no name that nobody knows, though it has a capital
        ("The Commission left.", "The Commission left."),
        # letters that are not read, and words without a capital
        ("YouTube, NGRX, rivest and Xu", "YouTube, NGRX, rivest and Xu"),
    ],
)
def test_a_name_that_is_not_listed_is_shown_as_its_letters_say(sentence, shown):
    by_letters = Dictionary("en", "ru", WORDS, MARKERS, lambda name: f"{name.lower()}!")
    assert by_letters.shown(sentence).text == shown
    assert "⟦Rivest" not in Dictionary("en", "ru", WORDS, MARKERS, lambda name: "").shown(sentence).text


def test_an_english_word_in_ed_is_a_verb():
    listed = Dictionary("en", "ru", {"rig": Known(("буровая установка", "подтасовать"), 3)}, MARKERS)
    assert listed.shown("a rigged vote").text == "a ⟦rigged⟪подтасовать⟫ vote"
    assert listed.shown("A rig, rigs").text == "A ⟦rig⟪буровая установка⟫, ⟦rigs⟪буровая установка⟫"
    nouns = Dictionary("en", "ru", {"rig": Known(("буровая установка",), 3)}, MARKERS)
    assert nouns.shown("a rigged vote").text == "a ⟦rigged⟪буровая установка⟫ vote"


def test_a_part_of_the_usual_translation_says_no_phrase():
    words = {"рынок сбыт": Known(("sales market", "market", "outlet")), "сбыт": Known(("sales",))}
    listed = Dictionary("ru", "en", words, MARKERS)
    assert listed.left("На рынках сбыта", "In the markets") == {"рынках сбыта"}
    assert not listed.left("На рынках сбыта", "In sales markets") and not listed.left("На рынках сбыта", "Outlets")


def test_the_way_back_leads_to_the_word():
    shown = DICTIONARY.shown("A ferry left.")
    at = shown.text.index("паром")
    assert shown.original(Span(at, at + 5)) == Span(2, 7)


@pytest.mark.parametrize(
    ("sentence", "draft", "left"),
    [
        ("His bid failed.", "Его bid не удался.", {"bid"}),
        ("His bid failed.", "Его заявка отклонена.", set()),
        # what is no word of the dictionary's may have to stay, and what a term asks for does
        ("His bid at BBC", "Его bid на BBC", {"bid"}),
        ("The ⟦bid⟪bid⟫ failed.", "Этот bid не удался.", set()),
        ("The Welsh coast", "Welsh побережье", {"Welsh"}),
        # in whatever form, and by whichever of the translations
        ("The ferries left.", "Паромы ушли.", set()),
        ("The harbour", "Порт", set()),
        ("The ferries left.", "Они ушли.", {"ferries"}),
        # a translation of several words by all of them, and also where a hyphen joins them to others
        ("The railway", "Железной дорогой", set()),
        ("The railway", "Железный путь", {"railway"}),
        ("The harbour", "Порт-терминал", set()),
        # a form that has a translation of its own
        ("Contested contests", "Конкурсы", {"Contested"}),
        ("He found it, they founded it.", "Они", {"founded"}),
        # a phrase, in whatever form and the longest that stands there
        ("They called off the tram.", "Они отменили трамвай.", set()),
        ("They called off the tram.", "Они вызвали трамвай.", {"called off"}),
        ("They called off the search.", "Они отменили поиск.", {"called off the search"}),
        ("They called, off the tram.", "Они вызвали трамвай.", set()),
        # nobody knows what else a common or a doubtful word may be said by
        ("People and bids", "Кое-что", set()),
    ],
)
def test_words_that_a_draft_leaves_as_they_are_or_unsaid(sentence, draft, left):
    assert DICTIONARY.left(sentence, draft) == left


@pytest.mark.parametrize(
    ("draft", "left"),
    [
        ("У кнігамі і дзяржавах", set()),
        ("У кнізе", {"state"}),
        ("Кнігі дзяржавы", set()),
        ("Яна прыйшла", {"book", "state"}),
    ],
)
def test_where_no_dictionary_forms_are_known_a_beginning_says_a_word(draft, left):
    listed = {"book": Known(("кніга",)), "state": Known(("дзяржава",))}
    assert Dictionary("en", "be", listed, MARKERS).left("The book of states", draft) == {
        {"state": "states"}.get(word, word) for word in left
    }


def test_what_a_beginning_asks_for_is_not_left():
    assert DICTIONARY.left("His bid failed.", "Его bid не удался.", start="Его bid") == set()


def test_a_word_that_was_left_is_shown_however_often_the_model_saw_it():
    assert DICTIONARY.shown("People made a bid.", frozenset({"bid", "People"})).text == (
        "⟦People⟪люди⟫ made a ⟦bid⟪заявка⟫."
    )


@pytest.mark.parametrize(
    ("word", "language", "listed"),
    [
        ("санкций", "ru", "санкция"),
        ("Минске", "ru", "Минск"),
        ("Woods", "en", "Woods"),
        ("woods", "en", "wood"),
        ("ООН", "ru", "ООН"),
    ],
)
def test_what_a_word_is_listed_under(word, language, listed):
    assert entry(word, language) == listed


def model(folder: Path, markers: Markers | None = MARKERS) -> Model:
    return Model(folder, "huggingface", "tiny", annotation=markers)


def test_a_folder_without_one_has_none(tmp_path: Path):
    assert read(model(tmp_path), "en", "ru") is None


def written(folder: Path, text: str) -> Path:
    (folder / "dictionary.en.tsv.xz").write_bytes(lzma.compress(text.encode()))
    return folder


def test_every_line_that_is_none_is_named(tmp_path: Path):
    lines = ["en\tru\tuk\tseen", "ferry\tпаром\tпором\t9", "bid", "", "quay\tпричал\t\tmany", "tram\tтрамвай\t\t"]
    lines += ["people\tлюди\tлюди\t?", "haze\t\t\t4", "\tмгла\t\t"]
    with pytest.raises(ModelError) as raised:
        read(model(written(tmp_path, "\n".join(lines) + "\n")), "en", "ru")
    assert [problem.line for problem in raised.value.problems] == [3, 4, 5, 8, 9]


@pytest.mark.parametrize("text", ["", "ferry\tпаром\t9\n", "uk\tru\tseen\n", "en\tru\n"])
def test_what_does_not_name_its_columns_is_none(tmp_path: Path, text):
    with pytest.raises(ModelError, match="en, its targets and 'seen' are expected"):
        read(model(written(tmp_path, text)), "en", "ru")


def test_what_is_packed_otherwise_or_too_large_is_none(tmp_path: Path):
    with pytest.raises(ModelError, match="at most 16,000,000 bytes"):
        read(model(written(tmp_path, "ferry\tпаром\t9\n" * 1_100_000)), "en", "ru")
    (tmp_path / "dictionary.en.tsv.xz").write_bytes(b"ferry")
    with pytest.raises(ModelError, match="a dictionary is text in xz"):
        read(model(tmp_path), "en", "ru")


def test_a_file_says_all_of_its_words(tmp_path: Path):
    known = {"ru": WORDS, "be": {"ferry": Known(("паром",), 9), "tram": Known(("трамвай",))}}
    (tmp_path / "dictionary.en.tsv.xz").write_bytes(packed("en", known))
    assert words(tmp_path / "dictionary.en.tsv.xz", "en") == known
    found = read(model(tmp_path), "en", "be")
    assert found is not None
    assert found.shown("A lorry and a ferry").text == "A lorry and a ⟦ferry⟪паром⟫"
    assert read(model(tmp_path), "en", "uk") is None


def test_a_model_that_reads_no_terms_has_no_use_for_one(tmp_path: Path):
    written(tmp_path, "en\tru\tseen\nferry\tпаром|катер\t9\n")
    assert read(model(tmp_path, None), "en", "ru") is None
    found = read(model(tmp_path), "en", "ru")
    assert found is not None
    assert found.shown("The ferry").text == "The ⟦ferry⟪паром⟫"
    assert not found.left("The ferry", "Катер")
