"""One spelling for matching: a word in any alphabet, with or without its special letters, folds to one string.

The folded string is a Latin skeleton for machines, never shown to anyone. It loses on purpose what people leave out
when they type in a hurry: special letters, apostrophes, soft signs, doubled letters, the choice of Latin or Cyrillic.
"""

import re
import unicodedata
from functools import lru_cache

# ж, ҷ and ч share one letter: Tajik ҷ is typed as ч, as j and as ж, and hardly any other word is confused by it.
_CYRILLIC = {
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "io", "э": "e", "ж": "j",
    "ҷ": "j", "з": "z", "и": "i", "й": "i", "ӣ": "i", "і": "i", "ы": "i", "к": "k", "қ": "k", "л": "l", "м": "m",
    "н": "n", "ң": "n", "о": "o", "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "u", "ү": "u",
    "ұ": "u", "ӯ": "u", "ф": "f", "х": "h", "ҳ": "h", "һ": "h", "ц": "s", "ч": "j", "ш": "sh", "щ": "sh", "ъ": "",
    "ь": "", "ю": "iu", "я": "ia", "ї": "i", "є": "e", "ґ": "g",
}  # fmt: skip
# Letters of the Uzbek reforms, of Turkish keyboards and of scholarly transliteration.
_LATIN = {"ş": "sh", "ș": "sh", "š": "sh", "ç": "j", "č": "j", "ž": "j", "ö": "u", "õ": "u", "ğ": "g", "ı": "i",
          "ß": "s", "w": "v", "x": "h", "q": "k", "y": "i"}  # fmt: skip
_APOSTROPHES = "'’‘ʻʼʹ`´′‛＇ʿʾ"
_LOOK_ALIKE = str.maketrans("aceopxykmhtbcëi", "асеорхукмнтвсёі")

_RAW = (
    (re.compile(r"🆘"), " sos "),
    (re.compile(r"\bCOC\b"), "sos"),  # SOS, seen with Russian eyes on a Latin keyboard
    (re.compile(r"\b[ыЫ][щЩ][ыЫ]\b"), "sos"),  # SOS with the Russian layout left on
)
_O_MARK = re.compile(rf"o[{_APOSTROPHES}](?=[a-z])")
_MIXED = re.compile(r"\b(?=[а-яёіәғқңөұүһҳҷӣӯў]*[a-z])(?=[a-z]*[а-яёіәғқңөұүһҳҷӣӯў])\w+\b")
# Russian chat spelling: 4to, po4emu, na6ol.
_FOUR = re.compile(r"(?<!\d)4(?=[a-z]{2})|(?<=[a-z])4(?=[a-z])")
_SIX = re.compile(r"(?<=[a-z])6(?=[a-z])")
_REPEATED = re.compile(r"([a-z])\1+")
# Each rule shortens the word (the ones above use up a digit), so that applying them until nothing changes always ends.
_DIGRAPHS = (
    ("shj", "sh"), ("sh", "ʃ"), ("zh", "j"), ("kh", "h"), ("gh", "g"), ("jh", "j"), ("ch", "j"), ("dj", "j"),
    ("tj", "j"), ("ts", "s"), ("ck", "k"), ("ce", "se"), ("ci", "si"), ("c", "k"), ("io", "e"), ("ie", "e"),
    ("ʃ", "sh"),
)  # fmt: skip
_SPELT_OUT = re.compile(r"(?<!\S)(?:s o s|\w(?: \w){3,})(?!\S)")


class _Letters(dict[int, str]):
    """What each character becomes; an unknown one is worked out once and remembered."""

    def __missing__(self, code: int) -> str:
        """Strip the marks of a letter, make a separator of everything that is no letter or digit."""
        folded = "".join(self._plain(c) for c in unicodedata.normalize("NFKD", chr(code).casefold()))
        self[code] = folded
        return folded

    def _plain(self, char: str) -> str:
        if unicodedata.combining(char) or unicodedata.category(char) in {"Mn", "Me", "Cf"}:
            return ""
        if (known := self.get(ord(char))) is not None:
            return known
        if char.isdigit():
            return str(unicodedata.digit(char))
        return char if char.isalpha() else " "


_letters = _Letters({ord(k): v for k, v in (_CYRILLIC | _LATIN).items()} | {ord(c): "" for c in _APOSTROPHES})


@lru_cache(maxsize=16384)
def _skeleton(word: str) -> str:
    """One word after the letters were mapped: digraphs to one sound, repeated letters to one."""
    before = ""
    while word != before:
        before = word
        word = _SIX.sub("sh", _FOUR.sub("j", word)) if "4" in word or "6" in word else word
        word = _REPEATED.sub(r"\1", word)
        for written, sound in _DIGRAPHS:
            word = word.replace(written, sound)
    return word


def _cyrillic_look_alikes(match: re.Match[str]) -> str:
    """A Cyrillic word with some Latin letters that look the same (пoмoгите) becomes Cyrillic."""
    word = match.group()
    cyrillic = sum("Ѐ" <= c <= "ӿ" for c in word)
    return word.translate(_LOOK_ALIKE) if cyrillic * 2 > len(word) else word


@lru_cache(maxsize=2048)
def fold(text: str) -> str:
    """The text as lower-case skeleton words and digits with single spaces between; folding twice changes nothing."""
    for pattern, plain in _RAW:
        text = pattern.sub(plain, text)
    text = unicodedata.normalize("NFKC", text).casefold()
    text = _O_MARK.sub("u", text)
    if not text.isascii():
        text = _MIXED.sub(_cyrillic_look_alikes, text)
    words = [_skeleton(w) for w in text.translate(_letters).split()]
    return _SPELT_OUT.sub(_join_spelt_out, " ".join(w for w in words if w))


def _join_spelt_out(match: re.Match[str]) -> str:
    """`s o s` and `h e l p` are one word."""
    return _skeleton(match.group().replace(" ", ""))


def tokens(text: str) -> tuple[str, ...]:
    """The folded words of the text, in order."""
    return tuple(fold(text).split())


_BARE_O = re.compile(rf"[oO][{_APOSTROPHES}](?=[A-Za-z])|[ўӯõö]|[ЎӮÕÖ]")


def folds(text: str) -> tuple[str, ...]:
    """The fold, and a second one when the text has o', ў or ӯ, which half of the people type as a plain o."""
    plain = fold(text)
    bare = fold(_BARE_O.sub("o", text))
    return (plain,) if bare == plain else (plain, bare)


_SLIPPED = str.maketrans(
    "qwertyuiop[]asdfghjkl;'zxcvbnm,.`QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~",
    "йцукенгшщзхъфывапролджэячсмитьбюёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ",
)
# The commonest pairs of letters: a text that means something has many of its alphabet's, a slipped one few.
_COMMON_PAIRS = """
    ст но то на ен ов ни ра во ко пр ос ро ли ре по не ал го ер ка ть та ла ет ль да те ак ло ат ан ел ом ил ва
    де от ле ма за мо ол ют ит ин ти ут ри им ме ги ия же мн ог ня ег об вы ди вс ив ес як ар бы ку ас уж бр ем
    до дн ую th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve co me
    de hi ri ro ic ne ea ra ce li ch ll be ma si om ur la ni da ga qa sh lo il im ik am us ut so wo ke lp no ot
    ow et ey ta bo gi ki qo di ib ul ug un ay ya yo iz bi ho mo pa po pr ru sa za ov os ja ka ko na ob du
"""
_PAIRS = frozenset(_COMMON_PAIRS.split())
_LETTERS = re.compile(r"[^\W\d_]+")
_SLIP_LEAD = 0.2


def _sense(text: str) -> float:
    """The share of letter pairs that are common ones, 0 to 1."""
    pairs = [word[i : i + 2] for word in _LETTERS.findall(text.casefold()) for i in range(len(word) - 1)]
    return sum(pair in _PAIRS for pair in pairs) / len(pairs) if pairs else 0.0


_SLIPPED_BACK = {cyrillic: chr(latin) for latin, cyrillic in _SLIPPED.items()}
_FEWEST_TO_SLIP = 5
_ON_SIGNS = frozenset("хъжбю")
"""Cyrillic letters whose keys hold only signs in the Latin layout; э holds the apostrophe of Uzbek."""
_SLIP_BACK_LEAD = 0.45
"""More than the other way round: the tongues that leave out their special letters look strange in Russian too."""


@lru_cache(maxsize=2048)
def unslip(text: str) -> str | None:
    """What was meant by a text typed in the wrong keyboard layout (`ghbdtn` = привет, `ызщкпф` = sporga), or None.

    Russian typed with the Latin layout left on, and Latin words typed with the Russian one.
    """
    letters = [char for char in text.casefold() if char.isalpha()]
    if len(letters) < _FEWEST_TO_SLIP:
        return None
    if text.isascii():
        meant, lead = text.translate(_SLIPPED), _SLIP_LEAD
    elif all("а" <= char <= "я" and char not in _ON_SIGNS for char in letters):
        meant, lead = text.translate(_SLIPPED_BACK), _SLIP_BACK_LEAD
    else:
        return None
    return meant if _sense(meant) - _sense(text) >= lead else None


@lru_cache(maxsize=2048)
def is_latin(text: str) -> bool:
    """Whether most letters of the text are Latin ones; False where there are no letters."""
    latin = sum(c.isalpha() and c < "\u0250" for c in text)
    return 2 * latin > sum(c.isalpha() for c in text)
