"""The receipt of a report: a number that looks like any other. Made from chance that is handed in, known again however it is typed."""

import re

FIRST_DIGITS = "2345678"
"""Telephone numbers of the region begin with 0, 1 or 9 when they are so long."""
DIGITS = 12
"""The first from FIRST_DIGITS, ten free ones, and one that checks them: 70 thousand million receipts."""
LARGEST = len(FIRST_DIGITS) * 10 ** (DIGITS - 2)
"""Chance is a number from 0 up to, but not with, this one."""
_TYPED = re.compile(r"(?:[^\W\d_]{1,12}:?)?[0-9\s().#№–—-]+")


def make(chance: int) -> str:
    """The twelve digits of a receipt from a random number below LARGEST."""
    first, rest = divmod(chance % LARGEST, 10 ** (DIGITS - 2))
    digits = f"{FIRST_DIGITS[first]}{rest:0{DIGITS - 2}d}"
    return digits + str(-_sum(digits + "0") % 10)


def shown(code: str) -> str:
    """The digits in groups of four, as on an order."""
    return " ".join(code[at : at + 4] for at in range(0, DIGITS, 4))


def typed(text: str) -> str:
    """The receipt that a message is, with spaces or dashes or without, perhaps copied with the word before it; else empty."""
    if not _TYPED.fullmatch(text.strip()):
        return ""
    digits = re.sub(r"[^0-9]", "", text)
    is_one = len(digits) == DIGITS and digits[0] in FIRST_DIGITS and _sum(digits) % 10 == 0
    return digits if is_one else ""


def _sum(digits: str) -> int:
    """Luhn's sum, as on bank cards: one wrong digit, or two that changed places, are noticed."""
    doubled = (int(digit) * 2 if at % 2 else int(digit) for at, digit in enumerate(reversed(digits)))
    return sum(value - 9 if value > 9 else value for value in doubled)
