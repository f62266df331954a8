"""Persons found by a model for named entities, where no list and no ending tells a name.

Any folder of a Hugging Face model for token classification with a label for persons (`PER`, `B-PER`, `PERSON`) and
its weights in safetensors. Needs the extra `ner`. What it finds is a proposal like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, cast

from translit.errors import ModelError
from translit.passages import Span

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_PERSON = re.compile(r"(?:[BIES][-_])?PER(?:SON)?", re.IGNORECASE)
_BETWEEN = re.compile(r"\.?[ \u00a0]|\.")
# pieces that two windows over a long text share
_STRIDE = 64


class Recogniser:
    """Finds persons in a text; no code of the folder is run, nothing is fetched."""

    def __init__(self, folder: Path) -> None:
        """Raises ModelError if torch is missing, or the folder holds no such model."""
        if not (folder / "config.json").is_file() or not list(folder.glob("*.safetensors")):
            raise ModelError("this is no model for names: it wants config.json and weights in .safetensors", folder)
        try:
            import torch
            import transformers
        except ImportError as error:
            raise ModelError("--ner needs torch: `pip install 'translit-toolkit[ner]'`") from error
        library, how = cast(Any, transformers), {"local_files_only": True, "trust_remote_code": False}
        try:
            self._pieces = library.AutoTokenizer.from_pretrained(folder, **how)
            self._model = library.AutoModelForTokenClassification.from_pretrained(folder, use_safetensors=True, **how)
        except (OSError, ValueError, KeyError, RuntimeError) as fault:
            raise ModelError(f"this is no model for names that can be read: {fault}", folder) from fault
        labels = self._model.config.id2label
        self._persons = {number for number, label in labels.items() if _PERSON.fullmatch(label)}
        self._begins = {number for number in self._persons if labels[number][:2].upper() in ("B-", "B_")}
        if not self._persons:
            raise ModelError("the model has no label for persons (PER, B-PER, PERSON)", folder)
        if not self._pieces.is_fast:
            raise ModelError("the model has no tokenizer.json, so its pieces cannot be found in the text", folder)
        self._torch = torch
        self._model.eval()

    def __call__(self, text: str) -> list[Span]:
        """The names of persons, in order, whole words; a long text is read in windows that overlap."""
        labels = self._labels(text)
        words = [Span(*match.span()) for match in _WORD.finditer(text)]
        told = [(word, labels[word.start]) for word in words if labels.get(word.start) in self._persons]
        return list(self._joined(text, told))

    def _labels(self, text: str) -> dict[int, int]:
        """The label of each piece by the character it begins at; of two windows the one that saw more before it."""
        longest = min(self._pieces.model_max_length, getattr(self._model.config, "max_position_embeddings", 512))
        windows = self._pieces(
            text, return_offsets_mapping=True, return_overflowing_tokens=True, truncation=True,
            max_length=longest, stride=min(_STRIDE, longest // 4),
        )  # fmt: skip
        found: dict[int, int] = {}
        for numbers, offsets in zip(windows["input_ids"], windows["offset_mapping"], strict=True):
            with self._torch.inference_mode():
                best = self._model(input_ids=self._torch.tensor([numbers])).logits[0].argmax(-1).tolist()
            for (start, end), label in zip(offsets, best, strict=True):
                if start < end:
                    # some tokenizers count the space before a word to it
                    found.setdefault(start + (len(text[start:end]) - len(text[start:end].lstrip())), label)
        return found

    def _joined(self, text: str, told: list[tuple[Span, int]]) -> Iterator[Span]:
        """Words of persons side by side as one name, unless the second begins another."""
        if not told:
            return
        start = told[0][0].start
        for (one, _), (two, label) in pairwise(told):
            if label in self._begins or not _BETWEEN.fullmatch(text[one.end : two.start]):
                yield Span(start, one.end)
                start = two.start
        yield Span(start, told[-1][0].end)
