"""The reference: the same MarianMT folders on transformers and torch, in float32, one sentence at a time.

Slower than `ctranslate` and twice as heavy to install (an extra). It is here to be compared with: one
contract suite runs over both, and their greedy searches must agree piece by piece.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

from translit.engines import dictionary
from translit.engines.folders import PACKED, fingerprint, read, verify
from translit.engines.framing import Frame, Framed, Hypothesis, judged
from translit.engines.pieces import END, UNKNOWN
from translit.engines.vocabulary import both_numbers
from translit.engines.weights import load
from translit.errors import ModelError
from translit.passages import Draft

_PAD = "<pad>"


class MarianEngine:
    """A Hugging Face MarianMT folder on torch; no code of the folder is run, nothing is fetched."""

    def __init__(self, folder: Path, target: str, *, source: str = "", beam: int = 4, threads: int = 0) -> None:
        """`threads` 0 leaves torch's own number; another number is set for all that torch does in this process.

        Without a `source` no dictionary is read, and a headline is read as it stands.
        Raises ModelError if torch is missing, or the model is missing, damaged or not made for `target`.
        """
        model = read(folder)
        if model.kind != "huggingface":
            raise ModelError(
                "the marian engine needs a Hugging Face MarianMT folder; use the ctranslate engine", folder
            )
        try:
            import torch
            import transformers
        except ImportError as error:
            raise ModelError("the marian engine needs torch: `pip install 'translit-toolkit[torch]'`") from error
        verify(model)
        if threads:
            torch.set_num_threads(threads)
        self._frame = Frame(model, target, dictionary.read(model, source, target), source=source)
        self._numbers, self._targets = both_numbers(model)
        self._names = {number: piece for piece, number in self._targets.items()}
        self._torch, self._transformers, self._beam = torch, cast(Any, transformers), beam
        self.annotation = model.annotation
        self.signature = (
            f"{model.name}|{model.version or '-'}|{fingerprint(model)[:12]}|{''.join(self._frame.token)}|float32"
            f"|beam {beam}|torch {torch.__version__}"
        )
        self._model = self._load(folder)

    def fits(self, sentence: str) -> bool:
        """Whether the sentence has no more pieces than the model was trained on."""
        return self._frame.fits(sentence)

    def translate(
        self,
        sentences: Sequence[str],
        *,
        starts: Sequence[str] | None = None,
        without: Sequence[Sequence[str]] | None = None,
        beam: int = 0,
        rivals: int = 0,
    ) -> list[Draft]:
        """A draft for each sentence, in order; see `CTranslateEngine.translate`, of which this is the twin."""
        width = beam or self._beam
        wanted = {"num_beams": width, "num_return_sequences": min(rivals + 1, width)}
        return [self._read(one, wanted) for one in self._frame.frame(sentences, starts, without)]

    def weigh(self, sentences: Sequence[str], texts: Sequence[str]) -> list[float]:
        """See `CTranslateEngine.weigh`."""
        return [self._weight(one) for one in self._frame.frame(sentences, texts)]

    def _weight(self, one: Framed) -> float:
        pieces = self._own(one.opening.pieces)
        if not pieces or not one.source.pieces:
            return 0.0
        return self._seen(self._numbered(one), pieces, 0, []).score * len(pieces)

    def _read(self, one: Framed, wanted: dict[str, int]) -> Draft:
        if not one.source.pieces:
            return Draft(one.start)
        draft = self._draft(one, wanted)
        for again in self._frame.rounds:
            if other := again(one, draft):
                second = self._draft(other, wanted)
                if self._frame.improves(other, draft, second):
                    one, draft = other, second
        return draft

    def _draft(self, one: Framed, wanted: dict[str, int]) -> Draft:
        def again(one: Framed, **options: float) -> Hypothesis:
            return self._search(one, num_beams=self._beam, **options)[0]

        best, *others = self._search(one, **wanted)
        return self._frame.draft(one, judged(one, best, again), others)

    def _search(self, one: Framed, **options: Any) -> list[Hypothesis]:
        torch, config = self._torch, self._model.config
        source = self._numbered(one)
        opening = self._own(one.opening.pieces)
        never = [self._targets[piece] for piece in (*self._frame.suppressed, _PAD) if piece in self._targets]
        with torch.inference_mode():
            found = self._model.generate(
                input_ids=source,
                attention_mask=torch.ones_like(source),
                decoder_input_ids=torch.tensor([[config.decoder_start_token_id, *opening]]),
                generation_config=self._transformers.GenerationConfig(
                    max_new_tokens=one.most - len(opening),
                    # as CTranslate2: a sentence never becomes nothing
                    min_new_tokens=0 if opening else 1,
                    suppress_tokens=never,
                    bad_words_ids=[self._own(run) for run in one.without] or None,
                    do_sample=False,
                    length_penalty=self._frame.model.length_penalty,
                    decoder_start_token_id=config.decoder_start_token_id,
                    eos_token_id=self._targets[END],
                    pad_token_id=config.pad_token_id,
                    **options,
                ),
            )[:, 1:].tolist()
        return [self._seen(source, pieces, len(opening), never) for pieces in found]

    def _seen(self, source: Any, found: list[int], forced: int, never: list[int]) -> Hypothesis:
        """A hypothesis with its probabilities and its attention; the first `forced` pieces were not its choice."""
        torch, end = self._torch, self._targets[END]
        ended = end in found
        pieces = found[: found.index(end)] if ended else found
        with torch.inference_mode():
            # once more over the whole draft, for the probabilities and the attention of every piece
            wanted = [*pieces, end] if ended else pieces
            seen = self._model(
                input_ids=source,
                decoder_input_ids=torch.tensor([[self._model.config.decoder_start_token_id, *wanted[:-1]]]),
                output_attentions=True,
            )
            scores = seen.logits[0].index_fill(1, torch.tensor(never, dtype=torch.long), float("-inf")).log_softmax(-1)
            chosen = scores[torch.arange(len(wanted)), torch.tensor(wanted)][forced:]
            layer, head = self._frame.model.alignment
            looked = seen.cross_attentions[layer][0, head].argmax(-1).tolist()
        names = tuple(self._names[number] for number in pieces)
        return Hypothesis(names, tuple(looked[: len(names)]), float(chosen.mean()), ended)

    def _numbered(self, one: Framed) -> Any:
        """The input as a tensor of one row."""
        unknown = self._numbers[UNKNOWN]
        return self._torch.tensor([[self._numbers.get(piece, unknown) for piece in one.input]])

    def _own(self, pieces: Sequence[str]) -> list[int]:
        return [self._targets.get(piece, self._targets[UNKNOWN]) for piece in pieces]

    def _load(self, folder: Path) -> Any:
        logging = self._transformers.utils.logging
        level, bar = logging.get_verbosity(), logging.is_progress_bar_enabled()
        logging.set_verbosity_error()
        logging.disable_progress_bar()
        try:
            # eager: the only attention that gives its weights away
            model, report = self._transformers.MarianMTModel.from_pretrained(
                **self._weights(folder),
                local_files_only=True,
                attn_implementation="eager",
                dtype=self._torch.float32,
                weights_only=True,
                output_loading_info=True,
            )
        except ModelError:
            raise
        except Exception as error:  # transformers raises whatever its readers raise
            reason = (str(error).splitlines() or [type(error).__name__])[0]
            raise ModelError(f"transformers cannot load the model ({reason}); get it again", folder) from error
        finally:
            logging.set_verbosity(level)
            if bar:
                logging.enable_progress_bar()
        # transformers fills what is missing with random numbers
        if missing := sorted(report["missing_keys"]):
            raise ModelError(f"the weights lack {', '.join(missing[:3])}; get the model again", folder)
        # an end that is forced at the limit would hide that the draft has none
        model.generation_config.forced_eos_token_id = None
        model.config.forced_eos_token_id = None
        return model.eval()

    def _weights(self, folder: Path) -> dict[str, Any]:
        """Where transformers takes the weights from: the folder, or 8-bit rows that it does not know."""
        if not (folder / PACKED).is_file():
            return {"pretrained_model_name_or_path": folder}
        wide = {name: self._torch.from_numpy(array) for name, array in load(self._frame.model).items()}
        config = self._transformers.MarianConfig.from_pretrained(folder, local_files_only=True)
        return {"pretrained_model_name_or_path": None, "config": config, "state_dict": wide}
