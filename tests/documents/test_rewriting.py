"""A document in other letters: words change, markup, code and addresses stay, marks go with their words."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translit.documents import open_document
from translit.documents.rewriting import rewritten
from translit.transliteration import transliterate

DOCUMENTS = {
    "md": (
        "---\ntitle: Навіны\n---\n# Навіны **Мінска**\n\nПрыехала *Вольга* ў `Мінск`, [Ві**льня**](https://пример.бел/я)\n",
        "---\ntitle: Навіны\n---\n# Naviny **Minska**\n\nPryyekhala *Volha* u `Мінск`, [Vi**lnia**](https://пример.бел/я)\n",
    ),
    "html": (
        '<p class="Мінск">У <b title="Яе імя">Вольгі</b> &amp; <code>Мінск</code><br><i>Ві</i>льня</p>',
        '<p class="Мінск">U <b title="Yaye imia">Volhi</b> &amp; <code>Мінск</code><br><i>Vi</i>lnia</p>',
    ),
    "srt": (
        "1\n00:00:01,000 --> 00:00:02,000\n<i>Мінск</i>, раніца\n",
        "1\n00:00:01,000 --> 00:00:02,000\n<i>Minsk</i>, ranitsa\n",
    ),
}


def press(text: str) -> str:
    return transliterate(text, source="be")


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_words_change_and_nothing_else(kind: str, tmp_path: Path) -> None:
    before, after = DOCUMENTS[kind]
    path = tmp_path / f"news.{kind}"
    path.write_bytes(before.encode())
    assert rewritten(open_document(path), press).decode() == after


def test_what_does_not_change_is_kept_byte_for_byte(tmp_path: Path) -> None:
    path = tmp_path / "news.md"
    path.write_bytes(b"Already   in *Latin*\r\nletters.\r\n")
    assert rewritten(open_document(path), press) == path.read_bytes()


@given(words=st.lists(st.tuples(st.text("шчёювьГд", max_size=6), st.booleans()), min_size=1, max_size=8))
def test_a_mark_stays_round_its_word(words: list[tuple[str, bool]], tmp_path_factory: pytest.TempPathFactory) -> None:
    words = [("ш" + word, bold) for word, bold in words]
    path = tmp_path_factory.mktemp("marks") / "news.html"
    path.write_text("<p>" + " ".join(f"<b>{word}</b>" if bold else word for word, bold in words) + "</p>")
    wanted = " ".join(f"<b>{press(word)}</b>" if bold else press(word) for word, bold in words)
    assert rewritten(open_document(path), press).decode() == f"<p>{wanted}</p>"
