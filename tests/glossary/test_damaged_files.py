"""Two hundred damaged glossaries of every format: each is read, or refused with a sentence and a place, within seconds.

The damage is drawn with seeds that never change; a case that fails prints the seed that makes it again.
"""

import random
import re
import time

import pytest

from translit.errors import GlossaryError
from translit.glossary import Glossary
from translit.glossary.checking import check_files

ROWS = """en,ru,uk,kind,case,match,pos,gender,indeclinable,domain,priority,note,origin
Belarus,Беларусь | ~Республика Беларусь | !Белоруссия,Білорусь,place,,,,,,,2,,
"bank, of a river",берег {near: river; masculine} | насыпь,берег,,,,noun,,,geography,,"two
lines",our own
Article (\\\\d+),статья \\\\1,,,exact,regex,,,,law,,,
NATO,НАТО {neuter; indeclinable},НАТО,organisation,exact,,,,ru uk,,,,
Viasna,,,keep,,,,,,,,,
"""
FILES = {
    "csv": ("terms.csv", ""),
    "plain csv": ("terms.csv", "plain"),
    "tsv": ("terms.tsv", ""),
    "tbx dca": ("terms.tbx", "dca"),
    "tbx dct": ("terms.tbx", "dct"),
    "tbx 2008": ("terms.tbx", "2008"),
    "tmx": ("terms.tmx", ""),
    "utx": ("terms.utx", ""),
    "yaml": ("terms.yaml", ""),
}
TRIES, SECONDS = 200, 2.0
# What files are really damaged with, and what parsers are broken with
SPLINTERS = [
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\n\n", b"\t\t", b'"', b"'", b"<", b">", b"&", b"&amp;", b"&#0;",
    b"&#x110000;", b"]]>", b"<![CDATA[", b"<!--", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"<?xml version='1.0'?>", b"{",
    b"}", b"{near:", b"|", b"\\", b"!", b"~", b"#", b": ", b"- ", b"&a ", b"*a", b"[" * 50, b"%", b"---\n", b"...\n",
    b"!!python/none ", "\u0306".encode(), "\u202e".encode(), "\ufeff".encode(), "о".encode("cp1251"), b"\xed\xa0\x80",
    b"(" * 30, b"9" * 5000, b"<a>" * 80, b" " * 2000, b"xml:lang='ua'", b"(a+)+$",
]  # fmt: skip


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """Each format's bytes as we write them."""
    path = tmp_path_factory.mktemp("sound") / "terms.csv"
    path.write_text(ROWS, encoding="utf-8")
    glossary = Glossary.read(path)
    return {
        label: glossary.render(name, source="en", target="ru", style=style) for label, (name, style) in FILES.items()
    }


def damaged(content: bytes, seed: str) -> bytes:
    """The bytes with one to four wounds: cut, doubled, exchanged, struck by a splinter or by a random byte."""
    drawn = random.Random(seed)
    for _ in range(drawn.randint(1, 4)):
        one, other = sorted(drawn.randrange(len(content) + 1) for _ in range(2))
        content = drawn.choice(
            [
                content[:one],
                content[:one] + content[other:],
                content[:other] + content[one:],
                content[other:] + content[one:other] + content[:one],
                content[:one] + drawn.choice(SPLINTERS) + content[one:],
                content[:one] + drawn.choice(SPLINTERS) + content[one:],
                content[:one] + drawn.choice(SPLINTERS) + content[one + 1 :],
                content[:one] + drawn.randbytes(drawn.randint(1, 8)) + content[one:],
            ]
        )
    return content


@pytest.mark.parametrize("label", FILES)
def test_damage_is_read_or_refused_with_a_place(label, sound, tmp_path):
    name, style = FILES[label]
    path = tmp_path / name
    languages = {"source": "en", "target": "ru"} if style == "plain" else {}
    refused = 0
    for number in range(TRIES):
        seed = f"{label} {number}"
        path.write_bytes(damaged(sound[label], seed))
        began = time.perf_counter()
        try:
            Glossary.read(path, **languages)
        except GlossaryError as error:
            refused += 1
            for problem in error.problems:
                whole_file = "empty" in problem.text or "needs both languages" in problem.text
                assert problem.path == path and (problem.line or whole_file), (seed, problem)
                assert "\n" not in problem.text and len(problem.text) < 1000, (seed, problem)
                assert (problem.line or 1) <= 1 + len(re.findall(rb"[\r\n]", path.read_bytes())), (seed, problem)
        check_files([path], **languages)
        assert time.perf_counter() - began < SECONDS, seed
    # the damage is real, and does not only strike the beginning
    assert TRIES // 10 < refused < TRIES


@pytest.mark.parametrize("label", FILES)
def test_what_was_not_damaged_is_read(label, sound, tmp_path):
    name, style = FILES[label]
    path = tmp_path / name
    path.write_bytes(sound[label])
    languages = {"source": "en", "target": "ru"} if style == "plain" else {}
    assert len(Glossary.read(path, **languages)) >= 5
