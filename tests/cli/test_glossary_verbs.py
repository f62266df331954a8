import pytest
from click.testing import CliRunner

from translit.cli import main


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return lambda *words: CliRunner().invoke(main, ["glossary", *words], catch_exceptions=False)


@pytest.fixture
def written(tmp_path):
    def write(content, name="terms.csv"):
        (tmp_path / name).write_text(content, encoding="utf-8")
        return name

    return write


def test_a_glossary_goes_from_format_to_format_and_comes_back(run, written, tmp_path):
    old = written("en,ru,kind,note\nMinsk,Минск | !Менск,place,the capital\nViasna,,keep,\n")
    for before, after in [(old, "a.tbx"), ("a.tbx", "a.tmx"), ("a.tmx", "a.yaml"), ("a.yaml", "back.csv")]:
        done = run("convert", before, after)
        assert (done.exit_code, done.stderr) == (0, f"2 entries written to {after}, 0 of them not in full\n")
    assert (tmp_path / "back.csv").read_text(encoding="utf-8") == (tmp_path / old).read_text(encoding="utf-8")


def test_what_does_not_fit_is_said(run, written):
    old = written("en,ru,uk,kind\nMinsk,Минск,Мінськ,place\nstrike,забастовка,,\n")
    done = run("convert", old, "plain.tsv", "--from", "en", "--to", "ru", "--style", "plain")
    assert done.exit_code == 0
    assert "terms.csv: 'en:Minsk' does not keep all its words" in done.stderr
    assert "strike" not in done.stderr


def test_a_bad_glossary_is_not_converted(run, written, tmp_path):
    done = run("convert", written("en,ru\nMinsk\n"), "new.tbx")
    assert (done.exit_code, done.stderr) == (
        1,
        "translit: terms.csv, line 2: 1 columns where 2 were expected; quote a cell that holds the separator\n",
    )
    assert not (tmp_path / "new.tbx").exists()
    assert run("convert", written("en,ru\nMinsk,Минск\n"), "new.doc").exit_code == 2
    assert "this is the file that was read" in run("convert", "terms.csv", "terms.csv").stderr


def test_check_is_made_for_a_build(run, written):
    done = run("check", written("en,ru\nMinsk,Минск\nstrike,забастовка\nstrikes,стачка\n"))
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "3 entries, 0 to look at, 1 notes (--notes lists them)\n"
    assert "line 4: 'strikes' is found by the same words" in run("check", "terms.csv", "--notes").stdout
    done = run("check", "terms.csv", written("en,ua\nwho,ВОЗ\n", "a.csv"), written("en,ru\nwho,ВОЗ\nbad\n", "b.csv"))
    assert done.exit_code == 1
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == [
        "a.csv, line 1",
        "b.csv, line 2",
        "b.csv, line 3",
    ]


def test_a_plain_file_is_checked_with_its_languages(run, written):
    plain = written("Minsk\tМинск\n", "plain.tsv")
    assert run("check", plain, "--from", "en", "--to", "ru").exit_code == 0
    assert "(--from, --to)" in run("check", plain).stdout


def test_suggestions_are_a_table_to_fill_in(run, written, tmp_path):
    text = "The Foreign Office spoke of prisoner swaps.\n\nA prisoner swap, said the Foreign Office, in Minsk, Minsk.\n"
    article, terms = written(text, "a.txt"), written("en,ru\nMinsk,Минск\n")
    done = run("suggest", article, "--from", "en", "--to", "ru", "-g", terms)
    assert done.stdout.splitlines()[0] == "en,ru,kind,note"
    assert [row.split(",")[:2] for row in done.stdout.splitlines()[1:]] == [
        ["Foreign Office", ""],
        ["prisoner swap", ""],
    ]
    assert done.stderr == "2 to look at; fill in ru, drop the rest\n"
    filled = done.stdout.replace("Office,,", "Office,МИД Британии,").replace("swap,,", "swap,обмен,")
    assert run("check", written(filled, "new.csv")).exit_code == 0
