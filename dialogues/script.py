"""The script: places, and the choices that lead from one to another. Built by `load.py`, walked by `engine.py`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Act = Literal["help", "erase", "calm", "again"]
"""What a choice may do besides going somewhere: call for help, erase everything, put a doubt to rest, answer the last question again."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One way on from a place. Exactly one of `go`, `does`, `says`, `answer`, or `tells` in a place that asks again."""

    id: str
    label: str
    """The key of its text."""
    go: str = ""
    does: Act | None = None
    says: str = ""
    answer: str = ""
    tells: str = ""
    language: str = ""
    alphabet: str = ""
    country: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """One screen: its text has the place's name as key."""

    name: str
    choices: tuple[Choice, ...] = ()
    choices_of: str = ""
    hears_words: bool = False
    """Free text is an answer to what is asked here; elsewhere it is a question."""
    then: str = ""
    many: bool = False

    def choice(self, choice_id: str) -> Choice | None:
        """The choice of that id, if there is one."""
        return next((choice for choice in self.choices if choice.id == choice_id), None)


@dataclass(frozen=True, slots=True)
class Script:
    """All places by name. `menu` and `language`, `welcome`, `sos`, `doubt` always exist."""

    places: Mapping[str, Place]

    def offered(self, place: Place) -> tuple[tuple[str, Choice], ...]:
        """The choices shown in a place, each with its button (`place:choice`)."""
        source = self.places[place.choices_of] if place.choices_of else place
        return tuple((f"{source.name}:{choice.id}", choice) for choice in source.choices)
