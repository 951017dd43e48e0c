"""What people do in the benchmarks: routine steps of a real conversation, each answered by exactly one message."""

from typing import Literal

Step = tuple[Literal["says", "presses"], str]

OPENING: tuple[Step, ...] = (("says", "/start"), ("presses", "language:ru"))
"""How everybody begins, once."""
ROUTINE: tuple[Step, ...] = (
    ("presses", "way:menu"),
    ("presses", "menu:numbers"),
    ("says", "1"),
    ("says", "0"),
    ("presses", "way:menu"),
    ("presses", "menu:ask"),
    ("says", "Нужен ли патент для работы в Москве?"),
    ("presses", "way:menu"),
    ("presses", "menu:about"),
    ("says", "меню"),
    ("says", "паспорт потерял что делать"),
    ("presses", "way:menu"),
)
"""Then round and round: seven presses, two questions to the FAQ, two digits, one word that works everywhere."""
MIX = "7 presses, 2 FAQ questions, 2 digits, 1 keyword in 12 turns"
ENTRIES = (0, 4, 7, 11)
"""Steps that may come first: each leads out of the menu, where the digit 1 is a call for help."""


def step(number: int) -> Step:
    """What a person does at step `number` (from 0) after the opening."""
    return ROUTINE[number % len(ROUTINE)]
