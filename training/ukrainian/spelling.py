"""Ukrainian letters: of Russian names and words that have no Ukrainian one, and of the small words beside others."""

from __future__ import annotations

import re

_VOWELS = "аеєиіїоуюя"
_CONSONANTS = "бвгґджзйклмнпрстфхцчшщ"
_RUSSIAN_VOWELS = "аеёиоуыэюя"
# Foreign words have и after these before a consonant and і elsewhere; names after the sibilants alone (Ukrainskyi
# pravopys, 2019, § 129)
_NINE, _SIBILANTS = "дтзсцжшчр", "цжшчщ"
_IOTATED = {"е": "є", "и": "ї", "ё": "йо"}
_LETTERS = {"ы": "и", "э": "е", "ъ": "'"}
# Endings of Russian names with case and gender, and what stands for them
_ENDINGS = [
    (re.compile(pattern), ending)
    for pattern, ending in (
        (r"ский\|", "ський"), (r"ского\|", "ського"), (r"скому\|", "ському"), (r"ским\|", "ським"),
        (r"ском\|", "ському"), (r"ская\|", "ська"), (r"скую\|", "ську"), (r"ской\|gent", "ської"),
        (r"ской\|(datv|loct)", "ській"), (r"ской\|ablt", "ською"), (r"ские\|", "ські"), (r"ских\|", "ських"),
        (r"(?<=[оеи][вн])ой\|gent", "ої"), (r"(?<=[оеи][вн])ой\|(datv|loct)", "ій"), (r"ой\|ablt", "ою"),
        (r"(?<!и)ей\|ablt", "ею"), (r"ией\|ablt", "ією"), (r"(?<=[^аеиоуыэюя])е\|(datv|loct)", "і"),
        (r"ии\|(gent|datv|loct)", "ії"), (r"и\|(gent|nomn|accs)\|femn", "и"), (r"ем\|ablt", "ем"), (r"ец\|", "ець"),
        (r"ия\|", "ія"), (r"ию\|", "ію"),
    )
]  # fmt: skip


def respelt(russian: str, *, whole: bool = True) -> str:
    """A word in Ukrainian letters. whole: it has its ending, so that the last и is that of a plural."""
    text = russian.lower()
    hard = _SIBILANTS if russian[:1].isupper() else _NINE
    out: list[str] = []
    for at, letter in enumerate(text):
        before, after = text[at - 1] if at else "", text[at + 1] if at + 1 < len(text) else ""
        if letter in _IOTATED and (not before or before in f"{_RUSSIAN_VOWELS}ъь'"):
            new = "і" if letter == "и" and not before else _IOTATED[letter]
        elif letter == "и":
            new = "и" if (before in hard and after and after not in f"{_RUSSIAN_VOWELS}й") or after == "й" else "і"
            if not after and whole and len(text) > 4:
                new = "и"
        elif letter == "ё":
            new = "ьо" if before not in "жчшщ" else "о"
        else:
            new = _LETTERS.get(letter, letter)
        out.append(new)
    return capitals(russian, "".join(out))


def named(russian: str, form: str, case: str, gender: str) -> str:
    """A name in Ukrainian letters and endings. russian: as it stands; form: in the case it is to have."""
    whole = capitals(russian, form)
    for pattern, ending in _ENDINGS:
        if match := pattern.search(f"{form}|{case}|{gender}"):
            return respelt(whole[: match.start()], whole=False) + ending
    return respelt(whole)


def capitals(like: str, text: str) -> str:
    """A word with capitals where another has them."""
    if len(like) > 1 and like.isupper():
        return text.upper()
    parts, theirs = text.split("-"), like.split("-")
    if len(parts) == len(theirs):
        pairs = zip(parts, theirs, strict=True)
        return "-".join(one[:1].upper() + one[1:] if their[:1].isupper() else one for one, their in pairs)
    return text[:1].upper() + text[1:] if like[:1].isupper() else text


_HARD_PARTICLE = re.compile(rf"([{_CONSONANTS}ь]) (ж|б)\b")
_SMALL_WORD = re.compile(r"(^|\S+[^\S\n]+)\b([УуВвІійЗз])[^\S\n]+(?=(\S\S?))")


def euphony(text: str) -> str:
    """у or в, і or й, з or із, же or ж, as the sounds around ask (Ukrainskyi pravopys, 2019, §§ 23-25)."""
    text = _HARD_PARTICLE.sub(lambda match: f"{match[1]} {'же' if match[2] == 'ж' else 'би'}", text)
    return _SMALL_WORD.sub(_eased, text)


def _eased(match: re.Match[str]) -> str:
    before, word, after = match[1], match[2], match[3].lower()
    open_before = before.rstrip()[-1:].lower() in _VOWELS if before else False
    match word.lower():
        case "у" | "в":
            crowded = after[0] in "вф" or after in ("хв", "св", "тв", "дв", "зв")
            new = "в" if (after[0] in _VOWELS or open_before) and not crowded else "у"
        case "і" | "й":
            new = "й" if open_before and after[0] in _VOWELS else "і"
        case _:
            new = "із" if after[0] in "сзшщцч" and not open_before else "з"
    return f"{before}{new.capitalize() if word.isupper() and not before else new} "
