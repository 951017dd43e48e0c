"""One text in the other alphabet: Cyrillic languages in Latin letters (half the SMS segments, readable on any phone), Uzbek in Cyrillic.

Rules, not dictionaries: the Latin forms are those people type; ö ü ñ stay because GSM-7 has them. Words that are commands,
addresses or abbreviations (SOS, WHO, KZ) are left alone.
"""

import re

LATIN_BY_HABIT = frozenset({"en", "uz"})
"""Languages written in Latin letters unless the person asks otherwise."""

_COMMON = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "j", "з": "z", "и": "i", "й": "y", "к": "k",
    "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "h", "ц": "ts",
    "ч": "ch", "ш": "sh", "щ": "sch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip
_LATIN = {
    "ru": _COMMON | {"ж": "zh"},
    "tg": _COMMON | {"ж": "zh", "ғ": "gh", "ӣ": "i", "қ": "q", "ӯ": "ü", "ҳ": "h", "х": "kh", "ҷ": "j", "ъ": "'"},
    "ky": _COMMON | {"ң": "ñ", "ө": "ö", "ү": "ü"},
    "kk": _COMMON | {"ә": "ä", "ғ": "g", "қ": "q", "ң": "ñ", "ө": "ö", "ұ": "u", "ү": "ü", "һ": "h", "і": "i"},
    "uz": _COMMON | {"ў": "o'", "ғ": "g'", "қ": "q", "ҳ": "h", "х": "x", "ъ": "'"},
}
_ELSEWHERE = _LATIN["uz"] | _LATIN["kk"] | _LATIN["ky"] | _LATIN["tg"]
"""For a letter that the language itself does not have: a name, a quotation."""
# Longest first: o' before o, shch before sh.
_UZ_CYRILLIC = (
    ("shch", "щ"), ("yo'", "йў"), ("o'", "ў"), ("g'", "ғ"), ("sh", "ш"), ("ch", "ч"), ("yo", "ё"), ("yu", "ю"), ("ya", "я"), ("ye", "е"),
    ("ts", "ц"), ("a", "а"), ("b", "б"), ("c", "к"), ("d", "д"), ("e", "е"), ("f", "ф"), ("g", "г"), ("h", "ҳ"), ("i", "и"), ("j", "ж"),
    ("k", "к"), ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("q", "қ"), ("r", "р"), ("s", "с"), ("t", "т"), ("u", "у"),
    ("v", "в"), ("w", "в"), ("x", "х"), ("y", "й"), ("z", "з"), ("'", "ъ"),
)  # fmt: skip
_UZ_TABLE = dict(_UZ_CYRILLIC)
# ц stands only in loan words (politsiya, litsenziya, sotsial); elsewhere t and s meet by chance (baxt-siz).
_UZ_TOKEN = re.compile(
    "|".join("ts(?=i[yaoe]|e[nprl])" if latin == "ts" else re.escape(latin) for latin, _ in _UZ_CYRILLIC), re.IGNORECASE
)
# An apostrophe belongs to the word inside it, and at its end after o and g (tog').
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’ʻʼ‘`](?=[^\W\d_])|(?<=[oOgG])['’ʻʼ‘`])*")
_CYRILLIC_VOWELS = "аеёиоуўэюяъь"
# An address, a handle, a number with letters, a slash command, or capitals such as SOS: the same in every alphabet.
_NAMES = "Fair Work Agency|Worker Support Centre|Work Rights Centre|eGov Mobile|WhatsApp|ruID"
_LEAVE = re.compile(
    r"https?://\S+|\S*[@/]\w\S*|\b[\w-]+(?:\.[\w-]+)*\.(?:uz|kg|kz|tj|ru|org|com|info|net|pl|uk|tr|kr|ae)\b"
    rf"|\b[A-Z](?:['’ʻʼ‘`]?[A-Z])+\b|{_NAMES}"
)
_APOSTROPHE = re.compile("[’ʻʼ‘`]")


def write(text: str, language: str, alphabet: str) -> str:
    """The text in the alphabet asked for: `lat`, `cyr`, or empty for the one usual in the language."""
    if alphabet == "lat":
        return to_latin(text, language)
    if alphabet == "cyr" and language == "uz":
        return uzbek_to_cyrillic(text)
    return text


def to_latin(text: str, language: str) -> str:
    """Cyrillic letters as Latin ones; everything else stays."""
    table = _LATIN.get(language, _LATIN["ru"])
    return re.sub(r"\w+", lambda match: _latin_word(match.group(), table, language), text)


def _latin_word(word: str, table: dict[str, str], language: str) -> str:
    out = []
    for at, letter in enumerate(word):
        low = letter.lower()
        latin = table.get(low, _ELSEWHERE.get(low))
        if latin is None:
            out.append(letter)
            continue
        if low == "е" and language == "uz" and (at == 0 or word[at - 1].lower() in _CYRILLIC_VOWELS):
            latin = "ye"
        out.append(latin if letter == low else _capital(latin, word))
    return "".join(out)


def _capital(letters: str, word: str) -> str:
    return letters.upper() if len(word) > 1 and word.isupper() else letters.capitalize()


def uzbek_to_cyrillic(text: str) -> str:
    """Latin Uzbek in Cyrillic letters."""
    parts, start = [], 0
    for kept in _LEAVE.finditer(text):
        parts += [_WORD.sub(_cyrillic_word, text[start : kept.start()]), kept.group()]
        start = kept.end()
    parts.append(_WORD.sub(_cyrillic_word, text[start:]))
    return "".join(parts)


def _cyrillic_word(match: re.Match[str]) -> str:
    word = _APOSTROPHE.sub("'", match.group())

    def letter(found: re.Match[str]) -> str:
        latin = found.group()
        low = latin.lower()
        # e is э where a word begins or a vowel stands before it.
        cyrillic = "э" if low == "e" and _sounds_alone(word, found.start()) else _UZ_TABLE[low]
        return cyrillic if latin == low else _capital(cyrillic, word)

    return _UZ_TOKEN.sub(letter, word)


def _sounds_alone(word: str, at: int) -> bool:
    return at == 0 or word[at - 1].lower() in "aeiou"
