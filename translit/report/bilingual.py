"""Source and translation side by side: a Word table, HTML columns, TMX for a memory, XLIFF for a translator's tool.

One row, or one unit, a passage, in reading order; marks are left out, for a person reads words here.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Sequence
from html import escape
from pathlib import Path

from translit.documents.writing import write_beside
from translit.errors import UsageError
from translit.report import Report

_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
# what XML 1.0 cannot hold, not even as a number
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_OFFICE = "http://schemas.openxmlformats.org"
_TYPES = (
    f'{_XML}<Types xmlns="{_OFFICE}/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    f'{_XML}<Relationships xmlns="{_OFFICE}/package/2006/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
_STYLE = (
    "body { font: 16px/1.5 serif; } table { border-collapse: collapse; width: 100%; } "
    "td { width: 50%; vertical-align: top; padding: .5em 1em; border-bottom: 1px solid #8884; }"
)


def write_bilingual(report: Report, path: Path) -> None:
    """Write .docx, .html, .tmx or .xliff, by the suffix.

    Raises UsageError for another suffix, OutputError if it cannot be written.
    """
    kind = path.suffix.lower().removeprefix(".")
    if kind not in KINDS:
        raise UsageError(
            f"side by side can be written as {', '.join(KINDS)}, not as {kind or 'a file without suffix'!r}"
        )
    write_beside(path, KINDS[kind](report))


def _words(text: str) -> str:
    return escape(_FORBIDDEN.sub("\ufffd", text), quote=False)


def _html(report: Report) -> bytes:
    rows = "".join(
        f'<tr><td lang="{report.source}" dir="auto">{_words(passage.source)}</td>'
        f'<td lang="{report.target}" dir="auto">{_words(passage.text)}</td></tr>\n'
        for passage in report.passages
    )
    title = f"{report.source} {report.target}"
    head = f'<!doctype html>\n<html lang="{report.target}"><meta charset="utf-8"><title>{title}</title>'
    return f"{head}\n<style>{_STYLE}</style>\n<table>\n{rows}</table>\n</html>\n".encode()


def tmx(units: Iterable[Sequence[tuple[str, str]]], source: str = "*all*", segments: str = "sentence") -> bytes:
    """A TMX file of units, each a (language tag, text) a language; `segments` says what a unit is."""
    body = "".join(
        "<tu>" + "".join(f'<tuv xml:lang="{tag}"><seg>{_words(text)}</seg></tuv>' for tag, text in unit) + "</tu>\n"
        for unit in units
    )
    head = (
        f'<header creationtool="translit" creationtoolversion="1" segtype="{segments}" o-tmf="translit" '
        f'adminlang="en" srclang="{source}" datatype="plaintext"/>'
    )
    return f'{_XML}<tmx version="1.4">{head}<body>\n{body}</body></tmx>\n'.encode()


def _tmx(report: Report) -> bytes:
    units = (((report.source, passage.source), (report.target, passage.text)) for passage in report.passages)
    return tmx(units, report.source, "paragraph")


def _xliff(report: Report) -> bytes:
    units = "".join(
        f'<trans-unit id="{escape(passage.id)}"><source>{_words(passage.source)}</source>'
        f'<target state="needs-review-translation">{_words(passage.text)}</target></trans-unit>\n'
        for passage in report.passages
    )
    head = (
        f'<file original="translit" datatype="plaintext" source-language="{report.source}" '
        f'target-language="{report.target}">'
    )
    space = "urn:oasis:names:tc:xliff:document:1.2"
    return f'{_XML}<xliff version="1.2" xmlns="{space}">{head}<body>\n{units}</body></file></xliff>\n'.encode()


def _docx(report: Report) -> bytes:
    sides = (report.source, report.target)
    rows = "".join(
        "<w:tr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="2500" w:type="pct"/></w:tcPr><w:p><w:r><w:rPr><w:lang w:val="{side}"/></w:rPr>'
            f'<w:t xml:space="preserve">{_words(text)}</w:t></w:r></w:p></w:tc>'
            for side, text in zip(sides, (passage.source, passage.text), strict=True)
        )
        + "</w:tr>"
        for passage in report.passages
    )
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:color="AAAAAA"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    looks = f'<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>{lines}</w:tblBorders></w:tblPr>'
    table = f"<w:tbl>{looks}<w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>{rows}</w:tbl>" if rows else ""
    document = (
        f'{_XML}<w:document xmlns:w="{_OFFICE}/wordprocessingml/2006/main">'
        f"<w:body>{table}<w:p/><w:sectPr/></w:body></w:document>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        members = {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": document}
        for name, content in members.items():
            # no time of writing, so that the same texts give the same bytes
            archive.writestr(zipfile.ZipInfo(name), content.encode(), zipfile.ZIP_DEFLATED)
    return out.getvalue()


KINDS: dict[str, Callable[[Report], bytes]] = {"docx": _docx, "html": _html, "tmx": _tmx, "xliff": _xliff}
