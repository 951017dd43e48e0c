"""What the router may decide. Imperative; `bot/apply.py` gives each its meaning."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class OpenTopic:
    """Give the case its topic with a card in the staff group."""


@dataclass(frozen=True, slots=True)
class ShowCard:
    """The card and the topic's name show the case as it is now."""


@dataclass(frozen=True, slots=True)
class CloseTopic:
    """The topic is done with; `erase`: nothing of it may stay."""

    erase: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """Wake an operator by these means; `alarm` counts how often everybody was called in vain."""

    operator: str
    means: tuple[str, ...]
    alarm: int = 0


@dataclass(frozen=True, slots=True)
class SetDeadline:
    """Come back with DeadlinePassed at this time (seconds since 1970, UTC); replaces the deadline before."""

    at: float


@dataclass(frozen=True, slots=True)
class DropDeadline:
    """No deadline any more."""


@dataclass(frozen=True, slots=True)
class TellPerson:
    """Say a text to the person without being asked."""

    key: str


@dataclass(frozen=True, slots=True)
class OwePerson:
    """Say a text to the person when they write next: writing first may be dangerous for them.

    `at` is when it may be said all the same (seconds since 1970, UTC): their hours begin. 0: only then.
    """

    key: str
    at: float = 0.0


@dataclass(frozen=True, slots=True)
class TellGroup:
    """Say a text in the case's topic."""

    key: str
    fills: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TellPath:
    """Say in the case's topic whom to call for a sign, what to do first and what not to ask; without a sign: whom to call, again."""

    sign: str = ""


@dataclass(frozen=True, slots=True)
class TellOperator:
    """Say a text to one operator in private."""

    operator: str
    key: str


@dataclass(frozen=True, slots=True)
class TellDialogue:
    """The conversation with the person must know: the case was taken, ended or resumed."""

    what: Literal["taken", "ended", "resumed"]


Decision = (
    OpenTopic
    | ShowCard
    | CloseTopic
    | Page
    | SetDeadline
    | DropDeadline
    | TellPerson
    | OwePerson
    | TellGroup
    | TellPath
    | TellOperator
    | TellDialogue
)
