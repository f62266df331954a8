"""Files made to exhaust a machine are refused at once: less than two seconds, less than 200 MB."""

import resource
import subprocess
import sys
import zipfile

import pytest
from word import HEAD, W, word

BILLION = "<!DOCTYPE x [<!ENTITY a 'ha'>" + "".join(f"<!ENTITY a{n} '{'&a;' * 10}'>" for n in range(30)) + "]>"
OPEN = """
import sys, time
from translit.documents import open_document
from translit.errors import DocumentError
start = time.process_time()
try:
    open_document(sys.argv[1])
except DocumentError as fault:
    print(fault)
    print(time.process_time() - start)
    # its own peak: what getrusage tells would count that of the process it was forked from
    print(next(int(line.split()[1]) // 1024 for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


def refused(place, *words):
    # its own address space is limited too, so that a fault here cannot take the machine down
    limit = lambda: resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30))  # noqa: E731
    done = subprocess.run([sys.executable, "-c", OPEN, place], capture_output=True, text=True, preexec_fn=limit)
    assert done.returncode == 0, done.stderr
    sentence, seconds, megabytes = done.stdout.splitlines()
    assert all(word in sentence for word in (place.name, *words)), sentence
    assert float(seconds) < 2  # of a processor, so that other work on the machine does not count
    assert int(megabytes) < 200


@pytest.mark.parametrize("suffix", ["txt", "md", "html"])
def test_a_line_of_200_megabytes(tmp_path, suffix):
    place = tmp_path / f"a.{suffix}"
    with place.open("wb") as file:
        file.seek(200 * 2**20)
        file.write(b"x")
    refused(place, "larger than 64 MB")


def test_a_zip_bomb(tmp_path):
    place = tmp_path / "a.docx"
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w", force_zip64=True) as member:
            for _ in range(70):
                member.write(bytes(2**20))
    refused(place, "word/document.xml", "larger than 64 MB")


def test_an_archive_that_lies_about_its_size(tmp_path):
    place = word(tmp_path, "<w:r><w:t>" + "x" * 10**6 + "</w:t></w:r>")
    data = place.read_bytes()
    size = zipfile.ZipFile(place).getinfo("word/document.xml").file_size
    place.write_bytes(data.replace(size.to_bytes(4, "little"), b"\5\0\0\0"))
    refused(place, "word/document.xml", "damaged")


def test_entities_that_grow(tmp_path):
    place = word(tmp_path)
    with zipfile.ZipFile(place, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"{HEAD}{BILLION}<w:document {W}>&a29;</w:document>")
    refused(place, "declares entities")
    place = tmp_path / "a.xlf"
    place.write_text(f"{BILLION}<xliff>&a29;</xliff>", "utf-8")
    refused(place, "declares entities")


@pytest.mark.parametrize("name", ["a.html", "a.md", "a.docx"])
def test_ten_thousand_tags_one_in_another(tmp_path, name):
    place = tmp_path / name
    if name.endswith("docx"):
        place = word(tmp_path, "<w:x>" * 10_000 + "</w:x>" * 10_000)
    else:
        place.write_text("<b>" * 10_000 + "x" + "</b>" * 10_000, "utf-8")
    refused(place, "one in another")
