"""`translit evaluate`: terms and names that stand, those that do not, and the scores beside a reference."""

import pytest
from click.testing import CliRunner

from translit.cli import main


@pytest.fixture
def files(tmp_path):
    def written(**texts):
        for name, text in texts.items():
            (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        (tmp_path / "terms.csv").write_text("en,ru\nsanctions,санкции\nMinsk,Минск\n", encoding="utf-8")
        (tmp_path / "people.yaml").write_text(
            "- {id: anna-kavalchuk, gender: feminine, forms: {en: Anna Kavalchuk, ru: Анна Ковальчук}}\n",
            encoding="utf-8",
        )
        return tmp_path

    return written


def run(folder, *words):
    given = ("-g", folder / "terms.csv", "-n", folder / "people.yaml") if "--of" in words else ()
    return CliRunner().invoke(
        main, ["evaluate", *map(str, words), "--to", "ru", *map(str, given)], catch_exceptions=False
    )


def test_terms_and_names_count_in_any_form_and_what_is_missing_is_listed(files):
    here = files(
        original="Anna Kavalchuk left Minsk.\n\nNew sanctions followed.\n",
        done="Минск остался позади Анны Ковальчук.\n\nПоследовали новые меры.\n",
    )
    done = run(here, here / "done.txt", "--of", here / "original.txt", "--from", "en")
    assert done.exit_code == 0
    assert done.stdout == "terms\t1 of 2 stand\nnames\t1 of 1 stand\nmissing\tp2\tsanctions\tсанкции\n"


def test_one_word_of_the_translation_stands_for_one_mention_only(files):
    here = files(original="Minsk, Minsk and Minsk.\n", done="Минск и ещё раз Минск.\n")
    done = run(here, here / "done.txt", "--of", here / "original.txt", "--from", "en", "--strict")
    assert done.stdout.startswith("terms\t2 of 3 stand\n")
    assert done.exit_code == 3


def test_a_reference_gives_scores_with_signatures(files):
    here = files(done="Минск остался позади.\n", person="Минск остался позади.\n", other="Совсем другое дело.\n")
    same = run(here, here / "done.txt", "--reference", here / "person.txt").stdout
    assert same.startswith("chrF++\t100.00\tnrefs:1|") and "\nBLEU\t100.00\t" in same
    assert float(run(here, here / "done.txt", "--reference", here / "other.txt").stdout.split("\t")[1]) < 30


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "nothing to hold the translation against"),
        (("--of", "original.txt"), "need --from LANG"),
        (("--reference", "longer.txt"), "must be equally many"),
    ],
)
def test_what_cannot_be_compared_is_said(files, words, said):
    here = files(done="Одно.\n", original="One.\n", longer="Одно.\n\nДругое.\n")
    done = run(here, here / "done.txt", *(here / word if word.endswith(".txt") else word for word in words))
    assert done.exit_code == 2 and said in done.stderr
