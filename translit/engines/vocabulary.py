"""The pieces of a Hugging Face MarianMT folder and their numbers."""

from __future__ import annotations

import json

from translit.engines.folders import Model
from translit.engines.pieces import names_of
from translit.errors import ModelError

VOCABULARY, TARGET_VOCABULARY = "vocab.json", "target_vocab.json"


def numbers(model: Model, name: str = VOCABULARY) -> dict[str, int]:
    """What `vocab.json` says, or, where the manifest has tokens, the pieces of source.spm in order, then the tokens.

    Raises ModelError if the file cannot be read.
    """
    if model.tokens:
        return {piece: number for number, piece in enumerate([*names_of(model.pieces[0]), *model.tokens])}
    path = model.folder / name
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        found = None
    if not isinstance(found, dict) or not all(type(number) is int for number in found.values()):
        raise ModelError("this is no vocabulary of pieces and numbers; get the model again", path)
    return found


def both_numbers(model: Model) -> tuple[dict[str, int], dict[str, int]]:
    """Those of the source and those of the target, which are the same where that has no file of its own."""
    source = numbers(model)
    return source, numbers(model, TARGET_VOCABULARY) if (model.folder / TARGET_VOCABULARY).is_file() else source
