"""A batch: the tree is kept, nothing lost, done twice, half-written or overwritten unasked, whenever it is killed."""

import json
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks.batch.inbox import fill
from benchmarks.batch.killing import murder
from benchmarks.batch.running import Run
from translit.batch import Item, is_batch, plan
from translit.cli import main
from translit.errors import DocumentError, UsageError

ROOT = Path(__file__).parent.parent
ECHO = ("--from", "en", "--to", "ru", "--engine", "echo", "-q")


def run(*words):
    return CliRunner().invoke(main, ["translate", *map(str, words)], catch_exceptions=False)


@pytest.fixture
def inbox(tmp_path):
    folder = tmp_path / "in"
    for name in ("b.en.txt", "a.md", "day/c.en.txt", "day/night/d.html", ".hidden/e.txt"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<p>Nobody spoke in {path.name}.</p>\n", encoding="utf-8")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8")
    return folder


def there(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != ".translit.lock"
    }


def planned(files, folder):
    return plan(files, folder, lambda path: ("en", ""), "ru")


def places(items):
    return [item.place for item in items]


def test_the_tree_below_a_folder_is_kept(inbox, tmp_path):
    found = planned([inbox], tmp_path / "out")
    assert places(found) == ["a.ru.md", "b.ru.txt", "day/c.ru.txt", "day/night/d.ru.html"]


def test_a_pattern_keeps_the_tree_below_its_fixed_part(inbox, tmp_path):
    assert is_batch([inbox / "**" / "*.txt"])
    found = planned([inbox / "**" / "[bc].*.txt"], tmp_path / "out")
    assert places(found) == ["b.ru.txt", "day/c.ru.txt"]


def test_results_in_the_inbox_are_not_translated_again(inbox):
    assert run(inbox, "-o", inbox / "out", *ECHO).exit_code == 0
    assert len(planned([inbox], inbox / "out")) == 4


def test_a_file_named_twice_is_one(inbox, tmp_path):
    path = inbox / "a.md"
    assert planned([path, path, inbox], tmp_path / "out")[0] == Item(path, "a.ru.md", "en")
    assert len(planned([path, path, inbox], tmp_path / "out")) == 4


def test_two_files_for_one_place_are_refused_before_the_work(inbox, tmp_path):
    (inbox / "b.txt").write_text("Nobody.\n")
    with pytest.raises(UsageError, match=r"b\.txt: would be written to b\.ru\.txt"):
        planned([inbox], tmp_path / "out")


def test_a_folder_without_a_file_to_translate_is_named(tmp_path):
    with pytest.raises(DocumentError, match="no file here"):
        planned([tmp_path], tmp_path / "out")


def test_the_record_says_what_became_of_each_file(inbox, tmp_path):
    (inbox / "empty.txt").touch()
    out = tmp_path / "out"
    done = run(inbox, "-o", out, *ECHO)
    assert done.exit_code == 1
    assert "empty.txt" in done.stderr and "1 of 5 files failed" in done.stderr
    record = json.loads((out / "batch.json").read_bytes())
    assert [(one["place"], bool(one["problem"])) for one in record["files"]] == [
        ("a.ru.md", False),
        ("b.ru.txt", False),
        ("day/c.ru.txt", False),
        ("day/night/d.ru.html", False),
        ("empty.ru.txt", True),
    ]
    assert [path.name for path in out.glob(".*")] == [".translit.lock"]


def test_a_second_run_opens_no_engine_and_touches_nothing(inbox, tmp_path, monkeypatch):
    out = tmp_path / "out"
    run(inbox, "-o", out, *ECHO)
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*")}

    def refused(*_, **__):
        raise AssertionError("the engine was opened")

    monkeypatch.setattr("translit.translator.open_engine", refused)
    assert run(inbox, "-o", out, *ECHO).exit_code == 0
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*")} == before


def test_what_has_changed_is_done_again(inbox, tmp_path):
    out = tmp_path / "out"
    run(inbox, "-o", out, *ECHO)
    (inbox / "b.en.txt").write_text("Somebody spoke.\n")
    assert run(inbox, "-o", out, *ECHO).exit_code == 0
    assert (out / "b.ru.txt").read_text() == "Somebody spoke.\n"
    (out / "b.ru.txt").unlink()
    assert run(inbox, "-o", out, *ECHO).exit_code == 0
    assert (out / "b.ru.txt").exists()


def test_what_a_person_changed_stays(inbox, tmp_path):
    out = tmp_path / "out"
    run(inbox, "-o", out, *ECHO)
    (out / "b.ru.txt").write_text("Better words.\n")
    assert run(inbox, "-o", out, *ECHO).exit_code == 0
    (inbox / "b.en.txt").write_text("Somebody spoke.\n")
    for _ in range(2):
        done = run(inbox, "-o", out, *ECHO)
        assert done.exit_code == 1
        assert "b.ru.txt" in done.stderr and "--anew" in done.stderr
        assert (out / "b.ru.txt").read_text() == "Better words.\n"
    assert run(inbox, "-o", out, *ECHO, "--anew").exit_code == 0
    assert (out / "b.ru.txt").read_text() == "Somebody spoke.\n"


def test_what_no_batch_wrote_stays(inbox, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "b.ru.txt").write_text("Mine.\n")
    done = run(inbox, "-o", out, *ECHO)
    assert (done.exit_code, (out / "b.ru.txt").read_text()) == (1, "Mine.\n")
    assert (out / "a.ru.md").exists()


def test_another_option_is_another_batch(inbox, tmp_path):
    out = tmp_path / "out"
    run(inbox, "-o", out, *ECHO)
    assert run(inbox, "-o", out, *ECHO, "--bilingual", "tmx", "--report", out / "why").exit_code == 0
    assert (out / "day/c.ru.en-ru.tmx").exists() and (out / "why/day/c.ru.txt.html").exists()


def test_an_earlier_batch_of_other_files_is_not_forgotten(inbox, tmp_path):
    out = tmp_path / "out"
    run(inbox / "day", "-o", out, *ECHO)
    run(inbox / "a.md", inbox / "b.en.txt", "-o", out, *ECHO)
    assert len(json.loads((out / "batch.json").read_bytes())["files"]) == 4


def test_a_name_that_is_no_text_is_a_name_all_the_same(inbox, tmp_path):
    out = tmp_path / "out"
    name = "\u0444\udcff"
    (inbox / f"{name}.txt").write_text("Nobody spoke.\n")
    assert run(inbox, "-o", out, *ECHO).exit_code == 0
    before = there(out)
    assert f"{name}.ru.txt" in before
    assert run(inbox, "-o", out, *ECHO).exit_code == 0
    assert there(out) == before


def test_two_batches_in_one_folder_are_refused(inbox, tmp_path):
    from filelock import FileLock

    out = tmp_path / "out"
    out.mkdir()
    with FileLock(out / ".translit.lock"):
        done = run(inbox, "-o", out, *ECHO)
    assert done.exit_code == 1
    assert "another batch" in done.stderr
    assert not (out / "batch.json").exists()


def test_a_batch_json_of_something_else_is_left_alone(inbox, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    for mine in ('{"mine": 1}', '{"version": 1, "files": [{"mine": 1}]}', "[]", "no JSON"):
        (out / "batch.json").write_text(mine)
        done = run(inbox, "-o", out, *ECHO)
        assert (done.exit_code, (out / "batch.json").read_text()) == (1, mine)
        assert "batch.json: this is no record of a batch" in done.stderr


def test_stopping_says_how_to_go_on(inbox, tmp_path, monkeypatch):
    out, written = tmp_path / "out", []

    def interrupted(path, data, **options):
        if len(written) == 2:
            raise KeyboardInterrupt
        written.append(path)
        path.write_bytes(data)

    with monkeypatch.context() as patch:
        patch.setattr("translit.batch.carrying.write_beside", interrupted)
        done = run(inbox, "-o", out, *ECHO)
    assert done.exit_code == 1
    assert "2 of 4 files are done; the same command goes on" in done.stderr
    assert run(inbox, "-o", out, *ECHO).exit_code == 0
    run(inbox, "-o", tmp_path / "other", *ECHO)
    assert there(out) == there(tmp_path / "other")


# an engine that is in the middle of a long batch; what a shell runs in the background would ignore the signal
SLOW = """
import signal, time
signal.signal(signal.SIGINT, signal.default_int_handler)
from translit.cli import run
from translit.engines.echo import EchoEngine
class Slow(EchoEngine):
    def translate(self, sentences, **options):
        print("translating", flush=True)
        time.sleep(60)
import translit.translator
translit.translator.open_engine = lambda *_, **__: Slow()
run()
"""


def test_stopping_does_not_wait_for_the_engine(inbox, tmp_path):
    words = [sys.executable, "-c", SLOW, "translate", inbox, "-o", tmp_path / "out", *ECHO]
    child = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert child.stdout.readline() == b"translating\n"
    child.send_signal(signal.SIGINT)
    _, said = child.communicate(timeout=30)
    assert child.returncode == 1
    # the Markdown file holds nothing but a tag, and was done at once
    assert said.decode() == "translit: stopped; 1 of 4 files are done; the same command goes on from there\n"
    assert run(inbox, "-o", tmp_path / "out", *ECHO).exit_code == 0


# dies at the n-th step onto the disk: before a line of the journal is safe, before or after a rename
KILLED = """
import os, signal, sys
from pathlib import Path
left = int(sys.argv.pop(1))
def deadly(real):
    def step(*words, **options):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*words, **options)
    return step
os.fsync, Path.replace = deadly(os.fsync), deadly(Path.replace)
from translit.cli import main
main()
"""


def test_killed_at_any_step_and_run_again_it_is_as_if_nothing_had_happened(inbox, tmp_path):
    run(inbox, "-o", tmp_path / "calm", *ECHO)
    calm = there(tmp_path / "calm")
    words = [sys.executable, "-c", KILLED]
    # a file takes three steps, the record at the end two
    for steps in (1, 5, 14):
        out = tmp_path / f"killed at {steps}"
        killed = subprocess.run([*words, str(steps), "translate", inbox, "-o", out, *ECHO], cwd=ROOT)
        assert killed.returncode == -signal.SIGKILL
        # what is there is whole
        assert all(calm[name] == data for name, data in there(out).items() if not Path(name).name.startswith("."))
        assert run(inbox, "-o", out, *ECHO).exit_code == 0
        assert there(out) == calm


def test_killed_at_random_moments_it_is_as_if_nothing_had_happened(tmp_path):
    seed = random.SystemRandom().randrange(10**6)
    print(f"seed {seed}")
    fill(tmp_path / "in", 12, seed=seed)
    murders = murder(Run(tmp_path, "echo"), 3, random.Random(seed))
    assert (murders.kills, murders.differences) == (3, 0)


def test_a_line_that_was_cut_off_is_no_obstacle(inbox, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / ".translit-journal.jsonl").write_bytes(b'{"place": "a.ru.md", "fi')
    assert run(inbox, "-o", out, *ECHO).exit_code == 0
    assert not (out / ".translit-journal.jsonl").exists()
    assert [path.name for path in (out / "day/night").iterdir()] == ["d.ru.html"]


@pytest.fixture
def mixed(tmp_path):
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "a.en.txt").write_text("Nobody said that the road would be closed on Friday.\n", encoding="utf-8")
    (folder / "b.be.txt").write_text("Ніхто не казаў, што дарога будзе закрытая ў пятніцу.\n", encoding="utf-8")
    (folder / "y.txt").write_text("Никто не сказал, что дорога будет открыта.\n", encoding="utf-8")
    (folder / "z.txt").write_text("Das hat niemand gesagt.\n", encoding="utf-8")
    return folder


AUTO = ("--from", "auto", "--to", "ru", "--engine", "echo", "-q")


def test_the_language_of_each_file_is_told_by_its_words(mixed, tmp_path):
    out = tmp_path / "out"
    done = run(mixed, "-o", out, *AUTO, "--bilingual", "tmx")
    assert done.exit_code == 1
    assert "y.txt: this is Russian already" in done.stderr and "2 of 4 files failed" in done.stderr
    assert "z.txt: its language is none of be, en, uk, or cannot be told; say it with --from" in done.stderr
    record = json.loads((out / "batch.json").read_bytes())["files"]
    assert [one["place"] for one in record] == ["a.ru.txt", "b.ru.txt", "y.ru.txt", "z.ru.txt"]
    assert [one["source"] for one in record] == ["en", "be", "", ""]
    assert {"a.ru.en-ru.tmx", "b.ru.be-ru.tmx"} < {path.name for path in out.iterdir()}
    assert run(mixed / "a.en.txt", *AUTO).stdout == (mixed / "a.en.txt").read_text()
    assert run(mixed / "z.txt", *AUTO).exit_code == 1


def test_an_option_goes_before_what_the_words_tell(mixed, tmp_path):
    assert run(mixed, "-o", tmp_path / "out", *ECHO).exit_code == 0
    assert (tmp_path / "out/b.be.ru.txt").exists()


def test_a_second_run_over_bad_files_opens_no_engine_either(mixed, tmp_path, monkeypatch):
    first = run(mixed, "-o", tmp_path / "out", *AUTO)
    monkeypatch.setattr("translit.translator.open_engine", None)
    second = run(mixed, "-o", tmp_path / "out", *AUTO)
    assert (second.exit_code, second.stderr) == (first.exit_code, first.stderr)


def test_a_dry_run_says_what_would_be_done_and_writes_nothing(inbox, mixed, tmp_path):
    out = tmp_path / "out"
    run(inbox / "day", "-o", out, *ECHO)
    (out / "night/d.ru.html").write_text("Better.")
    before = there(out)
    done = run(inbox / "day", mixed, "-o", out, *AUTO, "--dry-run")
    assert done.exit_code == 1
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    assert [(Path(place).name, state.partition(":")[0]) for _, place, state in rows] == [
        ("c.ru.txt", "translate from en"),
        ("d.ru.html", "changed by a person, stays"),
        ("a.ru.txt", "translate from en"),
        ("b.ru.txt", "translate from be"),
        ("y.ru.txt", "fails"),
        ("z.ru.txt", "fails"),
    ]
    assert "words of 3 files to translate, about 1 s" in done.stderr and "nothing was written" in done.stderr
    assert there(out) == before
    done = run(mixed / "a.en.txt", *AUTO, "-o", tmp_path / "one.txt", "--dry-run")
    assert done.stdout == f"{mixed / 'a.en.txt'}\t{tmp_path / 'one.txt'}\ttranslate from en\n"
    assert not (tmp_path / "one.txt").exists()


def test_the_folder_of_the_files_can_be_that_of_the_results(inbox):
    for _ in range(2):
        assert run(inbox, "-o", inbox, *ECHO).exit_code == 0
        assert (inbox / "day/c.ru.txt").exists() and not list(inbox.rglob("*.ru.ru.*"))
    done = run(inbox / "a.ru.md", inbox / "b.ru.txt", "-o", inbox, *ECHO)
    assert done.exit_code == 1 and "results of a batch" in done.stderr


def test_one_more_file_does_not_touch_what_a_person_changed(inbox, tmp_path):
    out = tmp_path / "out"
    run(inbox, "-o", out, *ECHO)
    (out / "b.ru.txt").write_text("Better words.\n")
    (inbox / "new.txt").write_text("News.\n")
    assert run(inbox, "-o", out, *ECHO).exit_code == 0
    assert (out / "b.ru.txt").read_text() == "Better words.\n"
    assert (out / "new.ru.txt").exists()
