"""The script: places, and the choices that lead from one to another. Built by `load.py`, walked by `engine.py`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Act = Literal[
    "help", "erase", "calm", "again", "person", "phone", "hide", "resume", "anew",
    "report", "report-resume", "report-send", "report-drop", "report-add", "report-leave", "report-withdraw",
]  # fmt: skip
"""What a choice may do besides going somewhere: call for help, erase everything, put a doubt to rest, answer the last question
again, ask for a person, be written to by SMS on another phone, hide the chat, go on in a tree, begin a tree anew; what begins
with "report" is in `report.py` and `returning.py`."""
Hears = Literal["", "words", "choice", "list", "advertisement", "agency", "hours", "own-word", "report"]
"""What free text is in a place: a question, an answer in a case, one of the choices of a tree or of a list, an advertisement, an agency,
an answer in a case that may name hours, the word that brings back from hiding, an answer in a report."""

Skips = Literal["", "country", "origin"]
"""What a person may have told before, so that it need not be asked: where they are, whose citizen they are."""
NOTHING = "none"
"""In the place of a country: what was told is forgotten."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One way on from a place. Exactly one of `go`, `does`, `says`, `answer`, or `tells` in a place that asks again.

    `answer` and `go` together: the answer, with the choices of that place under it.
    """

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
    notes: str = ""
    """The warning sign that this answer is; remembered until the questions begin anew."""
    is_rest: bool = False
    """Shown only while there are more signs than one text names."""


@dataclass(frozen=True, slots=True)
class Place:
    """One screen: its text has the place's name as key."""

    name: str
    choices: tuple[Choice, ...] = ()
    choices_of: str = ""
    hears: Hears = ""
    then: str = ""
    many: bool = False
    forgets: bool = False
    """Here questions begin anew: signs noted before are forgotten."""
    page: int = 0
    """Its text names the signs noted ({signs}): those of this page, as many as one text holds; 0: none."""
    sums: int = 0
    """Its text holds what was told in a report ({answers}): this page of it; 0: no."""
    when: Mapping[str, str] = field(default_factory=dict)
    """Where it leads on at once when the state has this already: a field of the state -> a place."""
    by_risk: Mapping[str, str] = field(default_factory=dict)
    """No screen of its own, but the way to one of three by the weight of what was noted."""
    skip: Skips = ""
    """What the question finds out: it is not asked when that is known."""
    asked_in: tuple[str, ...] = ()
    """The countries in which the answer changes anything; elsewhere the question is not asked."""
    otherwise: str = ""
    """The choice that a question has for an answer where it is not asked."""
    shows_known: bool = False
    """Its text holds what is known of the person: {country}, {origin}, {language}, {letters}."""

    @property
    def hears_words(self) -> bool:
        """Free text is an answer to what is asked here in a case; elsewhere it is a question."""
        return self.hears in ("words", "hours")

    @property
    def is_question(self) -> bool:
        """A question of a tree: answered by words too, and worth coming back to."""
        return self.hears in ("choice", "advertisement", "agency", "report")

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
