"""Small Word documents, made of the XML of their paragraphs."""

import io
import zipfile
from pathlib import Path

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="urn:r" xmlns:mc="urn:mc"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def run(text: str, look: str = "") -> str:
    look = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def word(folder: Path, *paragraphs: str, **members: str) -> Path:
    """A document whose body are these paragraphs; `members` are the paragraphs of header1, footnotes and so on."""
    body = "".join(f"<w:p>{content}</w:p>" for content in paragraphs)
    parts = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"{HEAD}<w:document {W}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/media/image1.png": "\x89PNG",
        **{f"word/{name}.xml": f"{HEAD}<w:x {W}><w:p>{content}</w:p></w:x>" for name, content in members.items()},
    }
    place = folder / "a.docx"
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return place


def body(data: bytes, member: str = "document") -> str:
    """What stands between the body's tags."""
    text = zipfile.ZipFile(io.BytesIO(data)).read(f"word/{member}.xml").decode()
    start, end = text.index("<w:p>"), text.rindex("</w:p>") + len("</w:p>")
    return text[start:end]
