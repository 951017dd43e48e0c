"""What people do in the benchmarks: routine steps of a real conversation, each answered by exactly one message."""

from typing import Literal

Step = tuple[Literal["says", "presses"], str]

OPENING: tuple[Step, ...] = (("says", "/start"), ("presses", "language:ru"))
"""How everybody begins, once."""
ROUTINE: tuple[Step, ...] = (
    ("says", "меню"),
    ("says", "4"),
    ("says", "1"),
    ("says", "0"),
    ("says", "меню"),
    ("says", "2"),
    ("says", "Нужен ли патент для работы в Москве?"),
    ("says", "меню"),
    ("says", "6"),
    ("says", "меню"),
    ("says", "паспорт потерял что делать"),
    ("says", "меню"),
)
"""Then round and round: messages only, because a press needs two calls (the answer to the press too) where an echo needs one."""
MIX = "5 keywords, 5 digits, 2 FAQ questions in 12 turns"
ENTRIES = (0, 4, 7, 11)
"""Steps that may come first: each leads out of the menu, where the digit 1 is a call for help."""


def step(number: int) -> Step:
    """What a person does at step `number` (from 0) after the opening."""
    return ROUTINE[number % len(ROUTINE)]
