"""A passage into sentences; offsets, nothing lost.

`sentencex` (Wikimedia) finds the boundaries. Where it knows too few abbreviations of a language,
the tables here take a boundary back: leaving two sentences together costs a translation little,
cutting one in two costs it much. A boundary that `sentencex` leaves out after "г." or "U.S." is
put in only where the next word can hardly be anything but the beginning of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translit.parts import bare
from translit.passages import Span

# Abbreviations, without their last stop. After them a sentence ends only if a word of _OPENERS
# follows ("100 тыс. руб. Он…", "The answer was no. They…"). Single letters (initials, "с.", "т. е.")
# need no entry unless they end sentences too ("2020 г."): no other letter ends one by itself.
_ABBREVIATIONS = {
    "en": "adm brig capt cf cmdr col cpl dr ed eds eg figs fr gen gov hon ie lt maj messrs mr mrs ms mt nos pp "
    "prof rep revd rev sen sgt sr st supt vs viz vol jan feb mar apr jun jul aug sep sept oct nov dec no "
    "art fig u.s u.k u.n e.u a.m p.m d.c etc inc ltd co corp jr ph.d al",
    "ru": "акад бул бывш вв вел вул гл гр гражд губ деп доц ед зав зам исп итал канд кв корп лат лит матем мин "
    "нем обл оз оф пер пл пос пр просп проф рис св ср ст стр тел тов ул франц чел экз яз англ греч янв "
    "фев февр апр авг сент окт нояб дек тыс млн млрд руб коп долл см напр т.е т.н т.к т.ч им ин г гг в др "
    "т.д т.п проч н.э",
    "be": "акад б бул вул гл гр дац заг зам канд кв кн корп лац нам напр нац няст пл пр прасп праф рыс св ст "
    "стар стст таб тав тэл чл зн тыс млн млрд руб кап дол студз лют сак крас чэрв ліп жн вер кастр ліст "
    "снеж ім г гг інш д.п г.д т.д т.п н.э",
    "uk": "акад бул буд вул гл гр див доц зав зам канд кв корп мал напр обл оз пл пор пр просп проф рис св сел "
    "смт ст стор тел тис тов член чл англ лат млн млрд грн коп січ лют берез квіт трав черв лип серп "
    "верес жовт листоп груд ім р рр ін т.д т.п н.е",
    "pl": "abp al bp dr gen hab im inż kard ks lek mgr min np nr os pl płk por prof ryc sp str św tel tzn tzw "
    "ul r w itd itp in",
}
# Words in capitals in mid-text only at the beginning of a sentence: no names begin with them.
_OPENERS = {
    "en": "He She It They We But And However This That These Those There When After Before In On At If As Since While",
    "ru": "Он Она Оно Они Мы Но Однако Это Этот Эта Эти В Во На По После При Затем Потом Тогда Если Когда Также Так "
    "К С Со Из За Для До Об О И А Не Кроме",
    "be": "Ён Яна Яно Яны Мы Але Аднак Гэта Гэты Гэтая Гэтыя У На Па Пасля Пры Затым Потым Тады Калі Таксама Так "
    "К З Са Для Да Аб І А Не Акрамя",
    "uk": "Він Вона Воно Вони Ми Але Однак Це Цей Ця Ці У В На По Після При Потім Тоді Якщо Коли Також Так "
    "До З Із За Для Про І Й А Не Крім",
    "pl": "On Ona Ono Oni My Ale Jednak To Ten Ta Te W We Na Po Przy Potem Wtedy Jeśli Gdy Także Tak Do Z Ze Dla O I A",
}
_LAST_WORD = re.compile(r"(?:^|[\s(\[«„“\"'’—–-])([^\W\d_]+(?:\.\s?[^\W\d_]+)*)\.$")
_SURROGATE = re.compile("[\ud800-\udfff]")
_CLOSING = "»”’)]}.,;:!?…"
_DASHES = "—–-"


def sentences(text: str, language: str) -> tuple[Span, ...]:
    """The sentences of a text, in order and apart; what lies between them is only whitespace.

    `language` is a BCP-47 tag; a language without tables here goes by the rules of `sentencex` alone.
    """
    tag = re.split("[-_]", language.lower(), maxsplit=1)[0]
    return tuple(bare(text, _cuts(text, tag)))


def _cuts(text: str, tag: str) -> list[int]:
    import sentencex

    # a lone surrogate has no UTF-8 form to hand over; the stand-in has the same length
    found = sentencex.get_sentence_boundaries(tag, _SURROGATE.sub("\ufffd", text))
    cuts = (_before_opening(text, boundary["end_index"]) for boundary in found)
    return sorted({*(cut for cut in cuts if _is_boundary(text, cut, tag)), *_left_out(text, tag)})


def _before_opening(text: str, cut: int) -> int:
    """The cut itself, or the place before an opening quote that was left with the sentence before it."""
    head = text[max(0, cut - 9) : cut].rstrip()
    opening = re.search(r"\s([«„“\"'(\[]+)$", head)
    return cut if opening is None else max(0, cut - 9) + opening.start(1)


def _is_boundary(text: str, cut: int, tag: str) -> bool:
    """Whether a boundary that was found can stand."""
    before, after = text[max(0, cut - 80) : cut], text[cut : cut + 80]
    head, tail = before.rstrip(), after.lstrip()
    if not head or not tail:
        return False
    blank = before[len(head) :] + after[: len(after) - len(tail)]
    if "\n" in blank:
        return True
    if head.endswith(".") and not blank:
        return False
    opener = tail.lstrip(_DASHES + " \"'«„“(")
    if tail[0] in _CLOSING or opener[:1].islower():
        return False
    if cut < 8 and re.fullmatch(r"\s*\d{1,3}\.", head):
        return False  # the number of a list
    word = _LAST_WORD.search(head)
    if word is None:
        return True
    if _is_abbreviation(word.group(1), tag):
        return _opens(tail, tag)
    # "so do I. Then": the one letter that ends sentences
    return _letters(word.group(1)) > 1 or (tag == "en" and word.group(1) == "I")


def _is_abbreviation(word: str, tag: str) -> bool:
    """Whether this is in the table; "Г." is an initial, "г." a year."""
    name = re.sub(r"\s", "", word)
    table = _table(_ABBREVIATIONS, tag)
    last = name.rsplit(".", 1)[-1]
    is_initial = len(last) == 1 and last.isupper()
    return ("." in name and name.lower() in table) or (not is_initial and last.lower() in table)


def _letters(word: str) -> int:
    return len(re.split(r"[.\s]", word)[-1])


def _opens(tail: str, tag: str) -> bool:
    """Whether the next word can hardly be anything but the first of a sentence."""
    word = re.match(r"[\"'«„“(—–\s]*([^\W\d_]+)(?!\.)\b", tail)
    return word is not None and word.group(1) in _table(_OPENERS, tag)


def _left_out(text: str, tag: str) -> Iterator[int]:
    """Boundaries after abbreviations that may end a sentence, before words that begin one."""
    if tag not in _ABBREVIATIONS:
        return
    for match in re.finditer(r"\.(?=\s+[A-ZА-ЯЁІЎЄЇ])", text):
        end = match.end()
        word = _LAST_WORD.search(text[max(0, end - 40) : end])
        if word is not None and _is_abbreviation(word.group(1), tag) and _opens(text[end : end + 40], tag):
            yield end


def _table(tables: dict[str, str], tag: str) -> frozenset[str]:
    return frozenset(tables.get(tag, "").split())
