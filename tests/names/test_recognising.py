"""Persons by a model for named entities: a tiny one, which knows as many words as it has been given."""

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from translit.cli import main
from translit.errors import ModelError
from translit.names import Text, collect
from translit.names.texts.recognising import Recogniser

pytestmark = pytest.mark.torch

LABELS = {0: "O", 1: "B-PER", 2: "I-PER"}
WORDS = {"Nadia": 1, "Qwerto": 2, "Zutfen": 1, "said": 0, "to": 0, "that": 0}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model whose attention and layers add nothing, so that a word alone decides its label."""
    torch = pytest.importorskip("torch")
    transformers: Any = pytest.importorskip("transformers")
    from tokenizers import Tokenizer, models, pre_tokenizers

    vocabulary = {"[PAD]": 0, "[UNK]": 1} | {word: number for number, word in enumerate(WORDS, 2)}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()  # type: ignore[assignment]
    place = tmp_path_factory.mktemp("ner")
    transformers.PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, unk_token="[UNK]", pad_token="[PAD]", model_max_length=16
    ).save_pretrained(place)
    model = transformers.BertForTokenClassification(
        transformers.BertConfig(
            vocab_size=len(vocabulary), hidden_size=4, num_hidden_layers=1, num_attention_heads=1,
            intermediate_size=4, max_position_embeddings=16, id2label=LABELS,
        )
    )  # fmt: skip
    with torch.no_grad():
        for name, weight in model.named_parameters():
            if "LayerNorm" not in name:
                weight.zero_()
        for word, number in vocabulary.items():
            model.bert.embeddings.word_embeddings.weight[number, WORDS.get(word, 0)] = 1.0
        model.classifier.weight.copy_(torch.eye(3, 4))
    model.save_pretrained(place)
    return place


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Nadia Qwerto said that.", ["Nadia Qwerto"]),
        ("said Nadia Qwerto Zutfen", ["Nadia Qwerto", "Zutfen"]),
        ("Nadia, Qwerto", ["Nadia", "Qwerto"]),
        ("nothing said", []),
        ("said to that " * 9 + "Nadia Qwerto", ["Nadia Qwerto"]),
    ],
)
def test_words_side_by_side_are_one_name(folder: Path, text: str, persons: list[str]) -> None:
    assert [span.of(text) for span in Recogniser(folder)(text)] == persons


def test_what_the_lists_do_not_know_is_proposed(folder: Path) -> None:
    text = Text("a", "Yesterday Nadia Qwerto said that to Zutfen.", "en")
    assert "Zutfen" not in {group.spellings[0][0] for group in collect([text])}
    assert {"Nadia Qwerto", "Zutfen"} <= {
        group.spellings[0][0] for group in collect([text], recognise=Recogniser(folder))
    }


def test_the_verb_takes_the_folder_and_says_what_is_none(folder: Path, tmp_path: Path) -> None:
    wire = tmp_path / "wire.en.txt"
    wire.write_text("It was said to Zutfen.\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["names", str(wire), "--ner", str(folder)])
    assert (done.exit_code, done.stdout.split("\t")[:3]) == (0, ["1", "?", "Zutfen (1)"])
    refused = CliRunner().invoke(main, ["names", str(wire), "--ner", str(tmp_path)])
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "this is no model for names" in refused.stderr


def test_a_model_without_persons_is_refused(folder: Path, tmp_path: Path) -> None:
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes().replace(b"PER", b"LOC"))
    with pytest.raises(ModelError, match="no label for persons"):
        Recogniser(tmp_path)
