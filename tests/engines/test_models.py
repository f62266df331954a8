"""Finding the models that are here, the way between two languages, and fetching more."""

import json
import shutil
from types import SimpleNamespace

import huggingface_hub
import pytest

from translit.engines import models, open_engine, route
from translit.engines.ctranslate import CTranslateEngine
from translit.engines.echo import EchoEngine
from translit.engines.folders import read, verify
from translit.errors import LanguageError, ModelError, NetworkError, UsageError


@pytest.fixture
def shelf(own_folders, tiny, monkeypatch):
    """A starter (tiny: en to ru, uk) and `add`, which puts another model among the fetched ones."""
    shutil.copytree(tiny, own_folders / "starters" / "tiny")
    monkeypatch.setattr(models, "STARTERS", own_folders / "starters")

    def add(place, **fields):
        folder = shutil.copytree(tiny, models.fetched() / place)
        manifest = json.loads((folder / "translit.json").read_text(encoding="utf-8"))
        (folder / "translit.json").write_text(json.dumps(manifest | {"name": place} | fields), encoding="utf-8")
        return folder

    return add


def test_fetched_models_go_before_starters(shelf):
    shelf("better")
    assert [model.name for model in models.installed()] == ["better", "tiny"]


def test_a_model_is_found_by_its_name_or_folder(shelf, tiny):
    folder = shelf("Somebody--opus-mt-en-ru", name="opus-mt-en-ru")
    for name in ("opus-mt-en-ru", "Somebody/opus-mt-en-ru", "Somebody--opus-mt-en-ru", folder):
        assert models.find(name).folder == folder
    assert models.find(tiny).folder == tiny
    with pytest.raises(ModelError, match="there is no model 'opus'; installed: opus-mt-en-ru, tiny; more with"):
        models.find("opus")


def test_a_model_is_described_and_verified(shelf):
    found = models.describe("tiny")
    assert (found["source"], found["targets"], found["annotation"]) == ("en", "ru, uk", "⟦ ⟪ ⟫")
    assert len(found["sha256"]) == 64
    (models.STARTERS / "tiny" / "source.spm").write_bytes(b"")
    with pytest.raises(ModelError, match=r"source\.spm: damaged"):
        models.describe("tiny")


def test_the_way_is_straight_where_a_model_goes_straight(shelf):
    assert route("en", "uk") == [("en", "uk")]
    assert route("EN", "ru_RU") == [("en", "ru")]


def test_the_way_may_lead_through_a_third_language(shelf):
    shelf("x", source=["de"], targets=["en", "pl"])
    shelf("y", source=["pl"], targets=["ru"])
    assert route("de", "ru") == [("de", "en"), ("en", "ru")]
    (models.fetched() / "x" / "translit.json").unlink()
    shelf("z", source=["de"], targets=["pl"])
    assert route("de", "ru") == [("de", "pl"), ("pl", "ru")]


def test_no_way_says_what_there_is_and_how_to_get_more(shelf):
    folder = shelf("broken")
    (folder / "vocab.json").unlink()
    with pytest.raises(ModelError) as caught:
        route("fr", "ru")
    first, second = map(str, caught.value.problems)
    assert "pairs that are here: en-ru, en-uk; get another with" in first
    assert "translit models get Helsinki-NLP/opus-mt-fr-ru" in first
    assert second.endswith("broken: vocab.json is missing; get the model again")


def test_a_language_into_itself_and_a_language_there_is_not(shelf):
    with pytest.raises(UsageError, match="nothing is to be translated"):
        route("ru", "RU")
    with pytest.raises(LanguageError):
        route("en", "klingonish")


def test_an_engine_is_opened_by_its_languages(shelf):
    engine = open_engine("en", "uk", beam=2, threads=1)
    assert isinstance(engine, CTranslateEngine)
    assert engine.annotation == ("⟦", "⟪", "⟫")
    assert engine.signature.startswith("tiny|0.1|")
    assert ">>uk<<|int8|beam 2|ctranslate2" in engine.signature
    assert len(engine.translate(["Rivers."])) == 1


def test_engines_of_other_options_sign_otherwise(shelf):
    signatures = {
        open_engine("en", target, beam=beam, compute_type=kind, threads=1).signature
        for target in ("ru", "uk")
        for beam in (1, 2)
        for kind in ("int8", "float32")
    }
    assert len(signatures) == 8


@pytest.mark.torch
def test_the_reference_is_opened_by_its_name(shelf):
    assert "|float32|beam 4|torch " in open_engine("en", "ru", engine="marian", threads=1).signature


def test_echo_needs_no_model(own_folders):
    assert isinstance(open_engine("pl", "be", engine="echo"), EchoEngine)


def test_a_named_model_must_know_the_languages(shelf):
    with pytest.raises(ModelError, match="the model tiny does not translate de-ru, but en-ru, en-uk"):
        open_engine("de", "ru", model="tiny")


def test_a_damaged_model_is_not_opened(shelf):
    (models.STARTERS / "tiny" / "model.safetensors").write_bytes(b"half")
    with pytest.raises(ModelError, match=r"model.safetensors: damaged: the SHA-256"):
        open_engine("en", "ru")


@pytest.mark.parametrize(("options", "wanted"), [({"engine": "abacus"}, "no engine 'abacus'"), ({"beam": 0}, "beam")])
def test_options_that_make_no_sense(shelf, options, wanted):
    with pytest.raises(UsageError, match=wanted):
        open_engine("en", "ru", **options)


@pytest.fixture
def hub(monkeypatch, tiny):
    """A hub that holds one model, with the files of the tiny one; it counts what it is asked."""
    asked = []

    class Api:
        def model_info(self, name):
            asked.append(name)
            if name != "Helsinki-NLP/opus-mt-en-ru":
                raise missing()
            names = ["config.json", "vocab.json", "source.spm", "target.spm", "model.safetensors", "run_me.py"]
            return SimpleNamespace(sha="c0ffee" * 6, siblings=[SimpleNamespace(rfilename=name) for name in names])

    def missing():
        kind = huggingface_hub.errors.RepositoryNotFoundError
        return kind.__new__(kind, "404")

    def download(name, *, revision, local_dir, allow_patterns):
        for file in ("config.json", "vocab.json", "source.spm", "target.spm", "model.safetensors"):
            assert file in allow_patterns
            shutil.copyfile(tiny / file, local_dir / file)
        (local_dir / ".cache").mkdir()

    monkeypatch.setattr(huggingface_hub, "HfApi", Api)
    monkeypatch.setattr(huggingface_hub, "snapshot_download", download)
    return asked


def test_a_model_is_fetched_once_signed_and_used(hub, own_folders):
    folder = models.fetch("Helsinki-NLP/opus-mt-en-ru")
    assert models.fetch("Helsinki-NLP/opus-mt-en-ru") == folder
    assert len(hub) == 1
    model = read(folder)
    assert (model.name, model.version, model.pairs) == ("opus-mt-en-ru", "c0ffeec0ffee", (("en", "ru"),))
    assert set(model.sha256) == {"config.json", "vocab.json", "source.spm", "target.spm", "model.safetensors"}
    verify(model)
    assert [path.name for path in folder.parent.iterdir()] == ["Helsinki-NLP--opus-mt-en-ru"]
    assert open_engine("en", "ru", threads=1).signature.startswith("opus-mt-en-ru|c0ffeec0ffee|")


def test_a_model_the_hub_has_not(hub, own_folders):
    with pytest.raises(ModelError, match="hub has no model nobody/none, or it is not public"):
        models.fetch("nobody/none")
    assert not models.fetched().exists()


@pytest.mark.parametrize("error", [ConnectionError("no route to host"), TimeoutError("slow"), RuntimeError("odd")])
def test_no_network(hub, own_folders, monkeypatch, error):
    def fails(*_, **__):
        raise error

    monkeypatch.setattr(huggingface_hub, "snapshot_download", fails)
    with pytest.raises(NetworkError, match=r"could not be fetched \(.*\); try again"):
        models.fetch("Helsinki-NLP/opus-mt-en-ru")
    assert not (models.fetched() / "Helsinki-NLP--opus-mt-en-ru").exists()


@pytest.mark.parametrize("name", ["opus-mt-en-ru", "../../etc/passwd", "a/b/c", ""])
def test_a_name_that_is_none(hub, name):
    with pytest.raises(UsageError, match="it should be OWNER/NAME"):
        models.fetch(name)
    assert hub == []
