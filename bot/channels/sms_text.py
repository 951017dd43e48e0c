"""What a text costs as SMS, how it is made cheaper without losing anything, and how a menu looks on a phone with keys.

GSM 03.38: 160 septets in one segment, 153 in each of several; with any other letter UCS-2: 70 and 67 units of 16 bits.
"""

import re
from dataclasses import dataclass
from typing import Literal

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENDED = frozenset("^{}\\[~]|€\f")
"""Two septets each."""
LONGEST = 1600
"""Characters that Twilio takes in one message."""
_FOLD = {
    **dict.fromkeys("’‘ʻʼ‛`´ʹ", "'"),
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("–—−‑", "-"),
    **dict.fromkeys("\u00a0\u202f\u2009\t", " "),
    "…": "...", "№": "No.", "•": "-", "ç": "c", "ş": "sh", "ğ": "g'", "➡": "", "\u200b": "", "\ufe0f": "", "\u200d": "", "\u20e3": "",
}  # fmt: skip
_TABLE = str.maketrans(_FOLD)
_PICTURES = re.compile(r"[\U0001F000-\U0001FAFF\u2600-\u27BF\u2B00-\u2BFF\u2139] ?")


@dataclass(frozen=True, slots=True)
class Segments:
    """What a text costs: `units` are septets or 16-bit units."""

    encoding: Literal["GSM-7", "UCS-2"]
    units: int
    count: int


def segments(text: str) -> Segments:
    """Count the segments of a text as the network does: an extended or astral character is never cut in two."""
    if all(sign in BASIC or sign in EXTENDED for sign in text):
        return _count("GSM-7", [2 if sign in EXTENDED else 1 for sign in text], 160, 153)
    return _count("UCS-2", [2 if ord(sign) > 0xFFFF else 1 for sign in text], 70, 67)


def _count(encoding: Literal["GSM-7", "UCS-2"], widths: list[int], one: int, each: int) -> Segments:
    units = sum(widths)
    if units <= one:
        return Segments(encoding, units, 1)
    count, room = 1, each
    for width in widths:
        if width > room:
            count, room = count + 1, each
        room -= width
    return Segments(encoding, units, count)


def fold(text: str) -> str:
    """The text with typographic signs and pictures made plain, where nothing is lost."""
    return _PICTURES.sub("", text.translate(_TABLE)).strip()


def menu(text: str, labels: tuple[str, ...]) -> str:
    """A text with its choices as digits, one a line."""
    return "\n".join([text, *(f"{number} {label}" for number, label in enumerate(labels, 1))])


def split(text: str, limit: int = LONGEST) -> list[str]:
    """The text in parts of at most `limit` characters, cut between words (a longer word is cut as a last resort)."""
    if len(text) <= limit:
        return [text]
    parts, text = [], text.strip()
    while len(text) > limit:
        at = max(text.rfind("\n", 0, limit + 1), text.rfind(" ", 0, limit + 1))
        at = at if at > 0 else limit
        parts.append(text[:at].rstrip())
        text = text[at:].lstrip()
    return [*parts, text]
