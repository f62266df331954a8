"""translit: translates news and reports offline, with a glossary that holds and one name for each person.

    from translit import Translator, Glossary, NameBook, open_document, transliterate, compare_names

Names are loaded when they are first used, so that `import translit` stays light: neither
ctranslate2 nor transformers nor torch comes in before a model is asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from translit.documents import open_document
    from translit.errors import TranslitError
    from translit.glossary import Glossary
    from translit.names import NameBook, compare_names
    from translit.translator import Translator
    from translit.transliteration import transliterate

__all__ = [
    "Glossary",
    "NameBook",
    "Translator",
    "TranslitError",
    "compare_names",
    "open_document",
    "transliterate",
]

_ROOMS = {
    "Glossary": "translit.glossary",
    "NameBook": "translit.names",
    "Translator": "translit.translator",
    "TranslitError": "translit.errors",
    "compare_names": "translit.names",
    "open_document": "translit.documents",
    "transliterate": "translit.transliteration",
}


def __getattr__(name: str) -> Any:
    if name not in _ROOMS:
        raise AttributeError(f"module 'translit' has no attribute {name!r}")
    return getattr(import_module(_ROOMS[name]), name)
