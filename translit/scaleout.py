"""A corpus of articles, larger than one run or one machine, through the path with Ray Data (the extra `ray`).

    from functools import partial
    from translit import Glossary, Translator
    from translit.scaleout import translate_corpus

    make = partial(Translator, "en", "ru", glossary=Glossary.read("belarus.csv"), threads=1)
    print(translate_corpus("articles/", "translated/", make=make, fields=("title", "text"), workers=2))

The corpus is JSON Lines or Parquet, a file or a folder of them; a row is an article. The result has the same rows
in the same order, and each has one field more, `translit`: the translation of each field, the decisions, the lowest
confidence of a sentence, and the problem where there was one. A line that is no article stays as it is.

The work is cut into shards (`translit.shards`). A worker holds one translator and takes a shard at a time; the result
of a shard is put in place whole, so a shard whose result is there is done, and is skipped when the run is started
again. If a worker dies, Ray starts another and hands it the shard; no article is lost, and none is there twice.

With `settle`, names agree in the whole corpus: a first pass gathers who is named, the register that comes of it is
written to `names.yaml` in the result, and the second pass holds to it. Between two runs a person may correct it, as
long as nothing was translated with it.

One machine or many, the call is the same: where RAY_ADDRESS names a cluster, all of it works, and the folders must be
the same on every machine. `docs/scale.md` has the steps.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, astuple, dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from translit.documents import Document
from translit.documents.writing import write_beside
from translit.errors import OutputError, TranslitError, UsageError
from translit.names import NameBook, Text
from translit.names.register.writing import as_yaml
from translit.names.texts.acquaintance import newcomers
from translit.names.texts.collecting import Encounter, encounters, gathered, summed
from translit.shards import Shard, articles, planned, written
from translit.translator import Done, Translator

RECORD, NAMES = "scaleout.json", "names.yaml"
_HEADING = """Who is named in the corpus though no register knows them, as the first pass settled it.
Correct it before anything is translated; what is translated holds to it."""
# problems that a shard tells of, so that a field named wrongly does not fill the memory
_TOLD = 20


@dataclass(slots=True)
class Tally:
    """What this run did: shards, and the rows, words and failed rows in them; `skipped` shards were done before."""

    shards: int = 0
    skipped: int = 0
    rows: int = 0
    words: int = 0
    failed: int = 0
    problems: list[str] = field(default_factory=list)


def translate_corpus(
    corpus: Path | str,
    into: Path | str,
    *,
    make: Callable[[], Translator],
    fields: Sequence[str] = ("text",),
    workers: int = 1,
    threads: int = 1,
    settle: bool = False,
    size: int = 0,
) -> Tally:
    """Translate a corpus into a folder, or go on where an earlier run stopped.

    make     makes a translator, once on every worker: a `functools.partial` of `Translator`
    fields   the fields of a row that are text
    workers  how many work at once
    threads  what each takes of a machine, and what `make` gives its translator; many workers of 1 are the fastest
    settle   whether names agree in the whole corpus
    size     of a shard, in bytes or rows; 0 for some minutes of one core

    Raises UsageError if Ray is missing, or has fewer processors than were asked for, DocumentError for a corpus that
    is neither JSON Lines nor Parquet, OutputError if the folder holds the result of another corpus, model or register,
    or a worker could not go on.
    """
    ray = _ray(workers * threads)
    result = Path(into)
    shards = planned(Path(corpus), result, size)
    translator = make()
    record = {"corpus": _digest(map(astuple, shards)), "fields": list(fields), "settled": settle}
    record["translator"] = _digest(_depended_on(translator))
    _hold(result, record, shards)
    people: tuple[Any, ...] = ()
    if settle:
        register = result / NAMES
        if not register.is_file():
            unread = [one for one in shards if not _names(result, one).is_file()]
            list(_carried(ray, unread, workers, threads, (make, tuple(fields), str(result), None)))
            write_beside(register, _register(translator, result, shards).encode())
        _hold(result, record | {"names": sha256(register.read_bytes()).hexdigest()}, shards)
        people = NameBook.read(register).people
    left = [one for one in shards if not (result / one.place).is_file()]
    tally = Tally(skipped=len(shards) - len(left))
    book = translator.names + NameBook(people) if settle else NameBook.empty()
    for told in _carried(ray, left, workers, threads, (make, tuple(fields), str(result), (settle, book))):
        tally.shards += 1
        tally.rows += told["rows"]
        tally.words += told["words"]
        tally.failed += told["failed"]
        tally.problems += told["problems"]
    return tally


class _Worker:
    """Holds a translator, and takes shards: to read the names in them (`held` is None), or to translate them."""

    def __init__(
        self,
        make: Callable[[], Translator],
        fields: Sequence[str],
        result: str,
        held: tuple[bool, NameBook] | None,
    ) -> None:
        self._fields, self._result, self._fault = fields, Path(result), ""
        self._work = self._meet if held is None else self._translate
        try:
            translator = make()
        except TranslitError as fault:  # a model that this machine lacks
            self._fault = str(fault)
        else:
            self._translator = translator.knowing(held[1]) if held is not None and held[0] else translator

    def __call__(self, batch: dict[str, Any]) -> dict[str, Any]:
        return {"told": [json.dumps(self._told(Shard(**json.loads(one)))) for one in batch["shard"]]}

    def _told(self, shard: Shard) -> dict[str, Any]:
        """What was done, or what went wrong, as a sentence: Ray would keep no more of an error than its traceback."""
        if self._fault:
            return {"fault": self._fault}
        try:
            return self._work(shard)
        except TranslitError as fault:
            return {"fault": str(fault)}

    def _meet(self, shard: Shard) -> dict[str, Any]:
        translator = self._translator
        met = summed(
            one
            for number, article in enumerate(articles(shard, self._fields), 1)
            if article.document is not None
            for one in encounters(_text(f"{shard.place}:{number}", article.document, translator), translator.names)
        )
        _put(_names(self._result, shard), json.dumps([asdict(one) for one in met]).encode())
        return {}

    def _translate(self, shard: Shard) -> dict[str, Any]:
        rows = list(articles(shard, self._fields))
        documents = [one.document for one in rows if one.document is not None]
        back = iter(self._translator.translate_documents(documents))
        added: list[dict[str, Any] | None] = []
        problems: list[str] = []
        for number, article in enumerate(rows, 1):
            done = next(back)[1] if article.document is not None else article.problem
            problem = done if isinstance(done, str) else str(done) if isinstance(done, TranslitError) else ""
            if problem:
                problems.append(f"{shard.place}, row {number}: {problem}")
            added.append(None if article.closed else _added(done if isinstance(done, Done) else None, problem))
        _put(self._result / shard.place, written(shard, rows, added, self._fields))
        words = sum(len(passage.text.split()) for document in documents for passage in document.passages)
        return {"rows": len(rows), "words": words, "failed": len(problems), "problems": problems[:_TOLD]}


def _carried(
    ray: Any, shards: Sequence[Shard], workers: int, threads: int, made_of: tuple[Any, ...]
) -> Iterator[dict[str, Any]]:
    """What the workers tell of each shard, in the order in which they are done."""
    if not shards:
        return
    rows = [{"shard": json.dumps(asdict(one))} for one in shards]
    told = ray.data.from_items(rows, override_num_blocks=len(rows)).map_batches(
        _Worker,
        fn_constructor_args=made_of,
        batch_size=1,
        compute=ray.data.ActorPoolStrategy(size=min(workers, len(rows))),
        num_cpus=threads,
    )
    try:
        for row in told.iter_rows():
            done = json.loads(row["told"])
            if "fault" in done:
                raise OutputError(f"{done['fault']}; what is done stays, start again to go on")
            yield done
    except ray.exceptions.RayError as fault:
        last = str(fault).strip().splitlines()[-1].strip()
        raise OutputError(f"a worker failed ({last}); what is done stays, start again to go on") from fault


def _ray(processors: int) -> Any:
    """Ray, started here or joined where RAY_ADDRESS says."""
    # it would count its users over the network
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    try:
        import ray
        import ray.data
    except ImportError as fault:
        raise UsageError("a corpus is translated with Ray: pip install 'translit-toolkit[ray]'") from fault
    if not ray.is_initialized():
        here = {} if os.environ.get("RAY_ADDRESS") else {"include_dashboard": False}
        ray.init(logging_level=logging.ERROR, log_to_driver=False, **here)
    logging.getLogger("ray.data").setLevel(logging.CRITICAL)
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = context.print_on_execution_start = False
    if (there := int(ray.cluster_resources().get("CPU", 0))) < processors:
        raise UsageError(f"{processors} processors are asked for (workers times threads), and Ray has {there}")
    return ray


def _hold(result: Path, record: Mapping[str, Any], shards: Sequence[Shard]) -> None:
    """Write down what the result depends on; raises OutputError if it was begun with something else."""
    place, held = result / RECORD, {}
    if place.is_file():
        try:
            held = dict(json.loads(place.read_bytes()))
        except ValueError as fault:
            raise OutputError("this is no record of a corpus; choose another folder", place) from fault
    elif any((result / one.place).exists() for one in shards):
        raise OutputError("files stand here that this would write; choose another folder", result)
    if other := [name for name, value in record.items() if name in held and held[name] != value]:
        raise OutputError(
            f"what is here was made of another {' and '.join(other)}; choose another folder, or remove this one", result
        )
    _put(place, (json.dumps(held | dict(record), indent=1) + "\n").encode())


def _depended_on(translator: Translator) -> list[Any]:
    return [
        translator.source,
        translator.target,
        translator.signature,
        translator.scheme,
        [asdict(one) for one in translator.glossary.entries],
        [asdict(one) for one in translator.names.people],
        [asdict(one) for one in translator.names.judgements],
    ]


def _digest(values: Iterable[Any]) -> str:
    def plain(value: Any) -> Any:
        return sorted(map(str, value)) if isinstance(value, (set, frozenset)) else str(value)

    return sha256(json.dumps(list(values), default=plain, sort_keys=True).encode()).hexdigest()


def _names(result: Path, shard: Shard) -> Path:
    return result / "names" / f"{shard.place}.json"


def _register(translator: Translator, result: Path, shards: Iterable[Shard]) -> str:
    """The names that the shards have, put together as one register of newcomers."""
    met = (
        Encounter(**row | {"context": tuple(row["context"])})
        for shard in shards
        for row in json.loads(_names(result, shard).read_bytes())
    )
    book, tag = translator.names, translator.target
    people = newcomers(gathered(met, target=tag, book=book), target=tag, book=book, scheme=translator.scheme)
    return as_yaml(NameBook(people), _HEADING)


def _text(name: str, document: Document, translator: Translator) -> Text:
    return Text(name, "\n".join(passage.text for passage in document.passages), translator.source)


def _added(done: Done | None, problem: str) -> dict[str, Any]:
    """What a row gets."""
    passages = done.report.passages if done else ()
    return {
        "translation": json.loads(done.render()) if done else {},
        "decisions": [decision.as_dict() for passage in passages for decision in passage.decisions],
        "confidence": min((one.confidence for passage in passages for one in passage.sentences), default=None),
        "problem": problem,
    }


def _put(place: Path, body: bytes) -> None:
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise OutputError(f"the folder could not be made: {fault.strerror}", place.parent) from fault
    write_beside(place, body)
