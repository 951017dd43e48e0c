"""Receipts: made from chance, known again however they are typed, and nothing else is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogues.receipt import DIGITS, LARGEST, make, shown, typed

CODE = make(12345)


@given(st.integers(0, LARGEST - 1))
def test_known_again_as_shown(chance: int) -> None:
    """What is shown opens what was made, with spaces, dashes or nothing between the groups."""
    code = make(chance)
    assert len(code) == DIGITS
    for text in (
        shown(code),
        shown(code).replace(" ", "-"),
        code,
        f" {code}. ",
        f"№ {shown(code)}",
        f"Рақам: {shown(code)}",
        f"number {code}",
    ):
        assert typed(text) == code


@given(st.integers(0, 2**64), st.integers(0, 11), st.integers(1, 9))
def test_one_wrong_digit_is_noticed(chance: int, at: int, by: int) -> None:
    """A receipt with one wrong digit is none, so that it opens nothing of others."""
    code = make(chance)
    wrong = code[:at] + str((int(code[at]) + by) % 10) + code[at + 1 :]
    assert typed(wrong) == ""


def test_different_chance_is_another_receipt() -> None:
    """No chance is lost on the way."""
    assert len({make(chance) for chance in (0, 1, LARGEST - 1, 10**10, 10**10 - 1)}) == 5


OTHERS = {
    "a number of Uzbekistan": "+998 90 123 45 67",
    "a number of Kyrgyzstan": "996700111222",
    "a number of Russia": "89161234567",
    "too short": CODE[:-1],
    "too long": CODE + "0",
    "with words": f"мой номер {CODE}",
    "with words behind": f"{CODE} это номер",
    "a sum": "5000",
    "nothing": "",
    "other digits": "٣٢٣٤٥٦٧٨٩٠١١",
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=list(OTHERS))
def test_nothing_else_is_one(text: str) -> None:
    """Telephone numbers and words are none."""
    assert typed(text) == ""
