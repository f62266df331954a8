"""Names and words from Cyrillic into Latin letters by a scheme, and names in Latin letters back into Cyrillic.

A scheme is one YAML file in `schemes/`: who published it, where, its letters, the rules that need context, endings,
whole words that go their own way, and samples, which are its tests. To add a scheme is to add a file; nothing else
knows the list. The way back is another matter: spellings lose soft signs and mix customs, so `readings` gives several
readings of one name, ranked, each with its reason, from the tables in `reading_tables/` and the register
`given_names.yaml`. Both ways run on the one engine in `rules`.

    transliterate("Святлана Ціханоўская", source="be")     # 'Sviatlana Tsikhanouskaya'
    readings("Tsikhanouskaya", target="ru")[0].text        # 'Тихановская'
    restore("Čajkovskij", target="ru", scheme="iso-9")     # 'Чайковский'

Only words with letters of the scheme's alphabet change. The scheme 'transliterate' is the package of that name (`packs`
says for which languages it can be trusted), 'anyascii' a `fallback` for any script, which is nobody's standard.
"""

from translit.transliteration.apply import respell, restore, strange_words, transliterate, usual
from translit.transliteration.reading import Reading, readings
from translit.transliteration.scheme import Scheme, schemes

__all__ = ["Reading", "Scheme", "readings", "respell", "restore", "schemes", "strange_words", "transliterate", "usual"]
