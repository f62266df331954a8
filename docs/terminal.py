"""Draws docs/terminal.svg, the picture of the README: `python docs/terminal.py` after the main command."""

import re
from pathlib import Path

from rich.console import Console

from translit import Glossary, NameBook, Translator, open_document
from translit.report.table import table

ROOT = Path(__file__).parent.parent

translator = Translator(
    "en",
    "ru",
    glossary=Glossary.read(ROOT / "glossaries" / "belarus.csv"),
    names=NameBook.read(ROOT / "glossaries" / "people-belarus.yaml"),
)
report = translator.translate_document(open_document(ROOT / "examples" / "march.en.txt")).report
with Path("/dev/null").open("w") as nowhere:
    console = Console(record=True, width=118, file=nowhere)
    console.print("[bold]$ translit translate[/] examples/march.en.txt --from en --to ru -g … -n …", highlight=False)
    console.print(table(report))
    picture = console.export_svg(title="translit")
# rich would have the picture fetch its font from the network
alone = re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)
(ROOT / "docs" / "terminal.svg").write_text(alone, encoding="utf-8")
