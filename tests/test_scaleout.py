"""A corpus through workers of Ray: the same as without them, whole after a kill, and one name for a person."""

import json
import os
import signal
import sys
from functools import partial
from pathlib import Path

import pytest

from translit import Translator
from translit.documents.decoding import Decoded
from translit.documents.jsonl import JsonLinesDocument
from translit.errors import OutputError, UsageError
from translit.scaleout import translate_corpus

# Ray Data warns of its own defaults
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:ray.data.context")
FIELDS = ("title", "text")
ECHO = partial(Translator, "en", "ru", engine="echo")


@pytest.fixture(scope="module")
def ray():
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    # the workers take the functions of this file by value
    import ray as found

    found.cloudpickle.register_pickle_by_value(sys.modules[__name__])
    found.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="error")
    yield found
    found.shutdown()


@pytest.fixture
def corpus(tmp_path):
    place = tmp_path / "articles"
    place.mkdir()
    rows = [
        {"id": n, "title": f"Day {n}", "text": f"Alena Novik spoke {n} times.\nShe met Jan Kowalski in Brest."}
        for n in range(24)
    ]
    rows[7]["text"] = "Novik spoke."
    for name, some in (("a.jsonl", rows[:20]), ("b.jsonl", rows[20:])):
        (place / name).write_text("".join(json.dumps(row) + "\n" for row in some), encoding="utf-8")
    return place, rows


def read(result: Path):
    return [
        json.loads(line) for path in sorted(result.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()
    ]


def without_workers(rows, *, settle: bool):
    texts = [json.dumps({name: row[name] for name in FIELDS}) for row in rows]
    documents = [JsonLinesDocument(Decoded(text), FIELDS) for text in texts]
    translator = ECHO().meeting(documents) if settle else ECHO()
    back = [json.loads(done.render()) for _, done in translator.translate_documents(documents)]
    return [{**row, "translation": told} for row, told in zip(rows, back, strict=True)]


def bare(rows):
    return [
        {name: row[name] for name in ("id", *FIELDS)} | {"translation": row["translit"]["translation"]} for row in rows
    ]


def test_two_workers_write_what_the_path_writes_and_a_stopped_run_goes_on(ray, corpus, tmp_path):
    place, rows = corpus
    result = tmp_path / "out"
    call = partial(translate_corpus, place, result, make=ECHO, fields=FIELDS, workers=2, size=400)
    tally = call()
    assert (tally.rows, tally.failed, tally.skipped) == (24, 0, 0)
    assert tally.shards > 4
    assert bare(read(result)) == without_workers(rows, settle=False)
    first, *_, last = sorted(result.glob("*.jsonl"))
    before = first.stat().st_mtime_ns
    last.unlink()
    again = call()
    assert (again.shards, again.skipped) == (1, tally.shards - 1)
    assert first.stat().st_mtime_ns == before
    assert bare(read(result)) == without_workers(rows, settle=False)
    assert call().shards == 0


def test_names_agree_in_the_whole_corpus(ray, corpus, tmp_path):
    place, rows = corpus
    translate_corpus(place, tmp_path / "out", make=ECHO, fields=FIELDS, workers=2, settle=True, size=400)
    assert bare(read(tmp_path / "out")) == without_workers(rows, settle=True)
    assert "Алёна Новик" in (tmp_path / "out" / "names.yaml").read_text("utf-8")


def deadly(marker: Path) -> Translator:
    """A translator whose worker is killed once, in the middle of a shard."""

    class Deadly(Translator):
        def translate_documents(self, documents, **told):
            for number, one in enumerate(super().translate_documents(documents, **told)):
                if number == 1 and not marker.exists():
                    marker.touch()
                    os.kill(os.getpid(), signal.SIGKILL)
                yield one

    return Deadly("en", "ru", engine="echo")


def test_a_worker_that_is_killed_loses_and_doubles_nothing(ray, corpus, tmp_path):
    place, rows = corpus
    marker = tmp_path / "killed"
    tally = translate_corpus(
        place, tmp_path / "out", make=partial(deadly, marker), fields=FIELDS, workers=2, settle=False, size=400
    )
    assert marker.exists()
    assert tally.rows == 24
    assert bare(read(tmp_path / "out")) == without_workers(rows, settle=False)
    assert not list((tmp_path / "out").glob(".*.part"))


def test_the_settled_register_may_be_corrected_beforehand_only(ray, corpus, tmp_path):
    place, _ = corpus
    register = tmp_path / "out" / "names.yaml"
    register.parent.mkdir()
    register.write_text("- {id: alena, proposed: true, forms: {en: Alena Novik, ru: Елена Новик}}\n", encoding="utf-8")
    call = partial(translate_corpus, place / "b.jsonl", register.parent, make=ECHO, fields=FIELDS, settle=True)
    call()
    assert "Елена Новик" in read(register.parent)[0]["translit"]["translation"]["text"]
    register.write_text(register.read_text("utf-8").replace("Елена", "Алена"), encoding="utf-8")
    with pytest.raises(OutputError, match="another names"):
        call()


def test_a_worker_that_cannot_write_ends_in_one_sentence(ray, corpus, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "names").write_text("no folder", encoding="utf-8")
    with pytest.raises(OutputError, match=r"the folder could not be made: File exists; what is done stays") as told:
        translate_corpus(corpus[0] / "b.jsonl", tmp_path / "out", make=ECHO, fields=FIELDS, settle=True)
    assert "\n" not in str(told.value)


def test_a_folder_of_another_corpus_is_refused(ray, corpus, tmp_path):
    place, _ = corpus
    result = tmp_path / "out"
    translate_corpus(place / "b.jsonl", result, make=ECHO, fields=("text",))
    with pytest.raises(OutputError, match="another fields"):
        translate_corpus(place / "b.jsonl", result, make=ECHO, fields=("title",))
    with pytest.raises(OutputError, match="another translator"):
        translate_corpus(place / "b.jsonl", result, make=partial(ECHO, scheme="iso-9"), fields=("text",))
    (result / "scaleout.json").unlink()
    with pytest.raises(OutputError, match="files stand here that this would write"):
        translate_corpus(place / "b.jsonl", result, make=ECHO, fields=("text",))


def test_more_workers_than_processors_would_wait_for_ever(ray, corpus, tmp_path):
    with pytest.raises(UsageError, match=r"4 processors are asked for .* and Ray has 2"):
        translate_corpus(corpus[0], tmp_path / "out", make=ECHO, workers=2, threads=2)
    assert not (tmp_path / "out").exists()


def test_without_ray_one_sentence_says_what_to_install(corpus, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(UsageError, match=r"pip install 'translit-toolkit\[ray\]'"):
        translate_corpus(corpus[0], tmp_path / "out", make=ECHO)
