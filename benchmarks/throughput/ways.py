"""The ways: each takes sentences and gives translations; what it needs is made before the clock runs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from translit.documents import open_document
from translit.engines.ctranslate import CTranslateEngine
from translit.engines.marian import MarianEngine
from translit.engines.pieces import joined
from translit.translator import Translator

PARAGRAPHS = 10
# sentences in a padded batch of transformers
TORCH_BATCH = 16


@dataclass(frozen=True, slots=True)
class Way:
    """What the clock measures, and how its result is read as texts after the clock has stopped."""

    name: str
    run: Callable[[], Any]
    read: Callable[[Any], list[str]]


def path(translator: Translator, sentences: Sequence[str], folder: Path) -> Way:
    """Articles on the disk, opened, translated and put together again; one paragraph is one sentence."""
    places = []
    for at in range(0, len(sentences), PARAGRAPHS):
        places.append(folder / f"{at:05}.txt")
        places[-1].write_text("\n\n".join(sentences[at : at + PARAGRAPHS]) + "\n", encoding="utf-8")

    def run() -> list[str]:
        texts = []
        for _, done in translator.translate_documents(open_document(place) for place in places):
            if isinstance(done, Exception):
                raise done
            done.render()
            texts += [passage.text for passage in done.report.passages]
        return texts

    return Way("path", run, list)


def raw(engine: CTranslateEngine, sentences: Sequence[str], batch: int, *, plain: bool) -> Way:
    """One call of `translate_batch` for all, which sorts them by length itself; pieces are cut before."""
    framed = engine._frame.frame(sentences, None)
    pieces = [engine._input(one) for one in framed]
    options: dict[str, Any] = {"beam_size": engine._beam, "max_batch_size": batch, "max_input_length": 0}
    if not plain:
        options |= {
            "max_decoding_length": max(one.most for one in framed),
            "disable_unk": True,
            "suppress_sequences": [[piece] for piece in engine._frame.tokens] or None,
            "return_end_token": True,
            "return_scores": True,
            "return_attention": True,
        }
    name = f"raw{', plain' if plain else ''}, batches of {batch}"
    return Way(
        name,
        lambda: engine._translator.translate_batch(pieces, **options),
        lambda found: [joined(one.hypotheses[0])[0] for one in found],
    )


def transformers(engine: MarianEngine, sentences: Sequence[str], beam: int) -> Way:
    """`generate` on padded batches of like lengths, with the faster of torch's attentions."""
    torch, model = engine._torch, engine._model
    model.set_attn_implementation("sdpa")
    rows = [engine._numbered(one)[0] for one in engine._frame.frame(sentences, None)]
    order = sorted(range(len(rows)), key=lambda at: len(rows[at]))
    padding = model.config.pad_token_id

    def run() -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for at in range(0, len(order), TORCH_BATCH):
            batch = order[at : at + TORCH_BATCH]
            padded = torch.nn.utils.rnn.pad_sequence([rows[n] for n in batch], batch_first=True, padding_value=padding)
            with torch.inference_mode():
                written = model.generate(
                    input_ids=padded,
                    attention_mask=(padded != padding).long(),
                    num_beams=beam,
                    max_new_tokens=3 * padded.shape[1] + 20,
                )
            found |= dict(zip(batch, written.tolist(), strict=True))
        return found

    return Way(
        "transformers", run, lambda found: [joined([engine._names[n] for n in found[at]])[0] for at in sorted(found)]
    )
