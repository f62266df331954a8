"""`names` and `reconcile` on files: shown, written where told, and undone byte for byte."""

import json
import re
import zipfile
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from translit.cli import main
from translit.documents import open_document
from translit.names import NameBook
from translit.names.texts.respelling import record, respelled, restored

REGISTER = Path(__file__).parent.parent / "names" / "in_use_register.yaml"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], catch_exceptions=False)


def docx(path: Path, text: str) -> Path:
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    main_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{types}"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{main_type}"/></Types>',
        )
        made.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{relations}"><Relationship Id="r1" Type="{office}" '
            'Target="word/document.xml"/></Relationships>',
        )
        made.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>',
        )
    return path


@pytest.mark.parametrize("words", [("names", "--from", "en"), ("reconcile", "-n", REGISTER)])
def test_a_dash_is_no_name_of_a_file(
    words: tuple[object, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "wire.txt").write_text("Nobody spoke.\n", encoding="utf-8")
    done = run(words[0], "wire.txt", *words[1:], "-o", "-")
    assert (done.exit_code, [path.name for path in tmp_path.iterdir()]) == (2, ["wire.txt"])
    assert "-o wants the name of a file" in done.stderr


FILES = {
    "wrapped.en.txt": "\ufeffTikhanovskaya left.\r\n\r\n  - Kiev was cold.\r\n".encode(),
    "old.ru.txt": "Речь Циханоуской.\nТихановская, Белоруссия".encode("cp1251"),
    "page.en.md": b"# Kiev\n\n*Tikhanovskaya* saw [Kiev](http://kiev.org/Kiev) and `Kiev`.\n",
    "page.en.html": b"<p title=x>In <b>Kiev</b>  Tikhanovskaya<br>spoke.</p>\n<!-- Kiev -->\n",
    "film.en.srt": b"1\n00:00:01,000 --> 00:00:02,000\nTikhanovskaya in Kiev.\n",
}


@pytest.mark.parametrize("name", [*FILES, "letter.en.docx"])
def test_a_file_is_settled_and_restored_byte_for_byte(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if name.endswith(".docx"):
        docx(path, "Tikhanovskaya left Kiev.")
    else:
        path.write_bytes(FILES[name])
    before = path.read_bytes()
    done = run("reconcile", path, "-n", REGISTER, "--style", "ap", "-o", path, "-q")
    assert done.exit_code == 1 and path.read_bytes() == before  # never over the input unless told
    assert [found.name for found in tmp_path.iterdir() if found.is_file()] == [name]
    (tmp_path / "new").mkdir()
    done = run("reconcile", path, "-n", REGISTER, "--style", "ap", "-o", tmp_path / "new")
    assert done.exit_code == 0, done.output
    after = tmp_path / "new" / name
    texts = " ".join(passage.text for passage in open_document(after).passages)
    assert path.read_bytes() == before != after.read_bytes()
    assert re.search("Tsikhanouskaya|Тихановской", texts) and not re.search("Tikhanovskaya|Циханоу", texts)
    back = tmp_path / f"back{path.suffix}"
    assert run("reconcile", "--undo", f"{after}.names.json", "-o", back).exit_code == 0
    assert back.read_bytes() == before


def test_nothing_is_written_unless_told_where(tmp_path: Path) -> None:
    path = tmp_path / "a.en.txt"
    path.write_text("Tikhanovskaya left. Anna Tikhanovskaya stayed.\nSergei Tikhanovsky too.\n")
    done = run("reconcile", path, "-n", REGISTER)
    assert done.exit_code == 0
    assert "-Sergei Tikhanovsky too.\n+Siarhei Tsikhanouski too.\n" in done.stdout
    assert "somebody else of this family name" in done.stdout
    assert "nothing written" in done.stderr
    assert list(tmp_path.iterdir()) == [path]
    assert run("reconcile", path, "-n", REGISTER, "--strict").exit_code == 3


def test_in_place_twice_and_back_twice(tmp_path: Path) -> None:
    path = tmp_path / "a.en.txt"
    path.write_text("Tikhanovskaya left Kiev.\n")
    run("reconcile", path, "-n", REGISTER, "--in-place")
    assert path.read_text() == "Tsikhanouskaya left Kyiv.\n"
    run("reconcile", path, "-n", REGISTER, "--style", "reuters", "--in-place")
    assert path.read_text() == "Tikhanovskaya left Kyiv.\n"
    done = run("reconcile", "--undo", f"{path}.names.json", "--in-place")
    assert done.exit_code == 1 and "changed after" in done.stderr
    assert run("reconcile", "--undo", f"{path}.2.names.json", "--in-place").exit_code == 0
    assert run("reconcile", "--undo", f"{path}.names.json", "--in-place").exit_code == 0
    assert path.read_text() == "Tikhanovskaya left Kiev.\n"


@pytest.mark.parametrize(
    ("words", "told", "code"),
    [
        (["a.en.txt"], "Give a register", 2),
        (["a.en.txt", "-n", REGISTER, "--style", "tass"], "no style 'tass'; it has ap, own, reuters", 2),
        (["none.en.txt", "-n", REGISTER], "there is no such file", 1),
        (["plain.txt", "-n", REGISTER], "which language is plain.txt in? Add --to LANG", 1),
        (["a.en.txt", "-n", REGISTER, "-o", "b", "--in-place"], "exclude each other", 2),
        (["--undo", "a.en.txt"], "no file of decisions", 1),
        (["a.en.txt", "b/a.en.txt", "-n", REGISTER, "-o", "new"], "two files are called a.en.txt", 2),
        (["a.en.txt", "c.en.txt", "-n", REGISTER, "-o", "plain.txt"], "folder could not be made", 1),
        (["a.en.txt", "-n", REGISTER, "-o", "none/b.txt"], "folder does not exist", 1),
    ],
)
def test_what_cannot_be_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[object], told: str, code: int
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.en.txt", "plain.txt"):
        (tmp_path / name).write_text("Kiev.")
    done = run("reconcile", *words)
    assert (done.exit_code, told in done.stderr) == (code, True), done.stderr


def test_names_are_proposed_read_by_a_person_and_used(tmp_path: Path) -> None:
    texts = {
        "a.en.txt": "Andrei Kavalenka spoke.\nKavalenka, a lawyer, left. Volha Kavalenka stayed.\n",
        "b.en.txt": "Andrey Kovalenko was there.\n",
        "c.ru.txt": "Адвокат Андрей Коваленко уехал. Коваленко молчит.\n",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    paths = [tmp_path / name for name in texts]
    register = tmp_path / "names.yaml"
    assert run("names", *paths, "-o", register).exit_code == 0
    assert run("names", *paths, "-o", register).exit_code == 2  # a person's work is not written over
    book = NameBook.read(register)
    (andrei,) = [person for person in book.people if person.forms.get("ru")]
    assert andrei.proposed and andrei.variants["en"] == ("Andrey Kovalenko",)
    assert any("are one given name" in line for line in andrei.evidence)
    assert any("b.en.txt" in line for line in andrei.evidence)
    done = run("reconcile", paths[1], "-n", register)
    assert done.stdout == "" and "2 proposed entries were not used" in done.stderr
    rows = yaml.safe_load(register.read_text(encoding="utf-8"))
    for row in rows:
        row.pop("proposed", None)
    register.write_text(yaml.safe_dump(rows, allow_unicode=True), encoding="utf-8")
    assert "+Andrei Kavalenka was there." in run("reconcile", paths[1], "-n", register).stdout


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(
            ["Tikhanovskaya", "Kiev", "@Kiev", "“Kiev”", "the", "Lukashenka", "\n", "\r\n", "\r", "\n\n", "é"]
        )
    ).map(" ".join)
)
def test_undoing_gives_the_input_whatever_it_was(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    before = f"A {text}".encode()
    path.write_bytes(before)
    done = respelled(open_document(path), language="en", book=NameBook.read(REGISTER).in_force("own"))
    after = done.render()
    row = json.loads(json.dumps(record(before, after, done)))
    assert restored(after, row, path) == before
