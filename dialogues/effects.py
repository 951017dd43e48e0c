"""What a step may ask for. Imperative; `bot/apply.py` gives each its meaning, nothing here does anything."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Level = Literal["urgent", "ask", "routine"]
TimerName = Literal["doubt", "contact", "silence", "report"]


@dataclass(frozen=True, slots=True)
class Offer:
    """A choice shown under a text: `button` comes back when it is pressed, `label` is the key of its text.

    `topic` marks a FAQ topic, whose label is its question in the person's language.
    """

    button: str
    label: str
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Say:
    """Say the text `key`, with choices under it; `fills` are values for its placeholders, `case` is meant where it is not the open one."""

    key: str
    offers: tuple[Offer, ...] = ()
    fills: Mapping[str, str] = field(default_factory=dict)
    case: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """Say the checked answer of a FAQ topic; where it differs by country, that of `country`."""

    topic: str
    offers: tuple[Offer, ...] = ()
    country: str = ""
    plain: bool = False
    """Without what would tell that a hotline is behind it."""


@dataclass(frozen=True, slots=True)
class Count:
    """Count, without the person, what became of a question: the editors' figures."""

    what: Literal["answered", "offered", "unknown", "up", "down"]
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Miss:
    """Keep, without the person, the words of a question that found no answer, for the editors."""

    words: str


@dataclass(frozen=True, slots=True)
class OpenCase:
    """Open a case with this number; the event's own words and files go into it."""

    number: int
    level: Level
    signs: tuple[str, ...] = ()
    unasked: bool = False
    """The person does not know of it yet, so nothing may be written to them first."""
    country: str = ""
    """Where it happens, if that was said; else the person's country is taken."""


@dataclass(frozen=True, slots=True)
class Tell:
    """Pass what the person just wrote or sent to the operators of the open case; `words`: these earlier words of theirs instead."""

    words: str = ""


@dataclass(frozen=True, slots=True)
class TellFact:
    """Add to the case what a choice says: `fact` is a word of the case (hurt, country:ru), `label` the key of the choice's text."""

    fact: str
    label: str


@dataclass(frozen=True, slots=True)
class RaiseCase:
    """The person calls for help again, or the open case turns out to be urgent."""

    signs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Erase:
    """Erase everything that is kept about the person."""


@dataclass(frozen=True, slots=True)
class ExpectPhone:
    """Tell the person a number that, sent by SMS, links the phone that it comes from; and wait for it."""


@dataclass(frozen=True, slots=True)
class Wipe:
    """Delete the messages of the chat on both sides, as far as the channel can."""


@dataclass(frozen=True, slots=True)
class ShowHeld:
    """Send what was held back while the chat was hidden."""


@dataclass(frozen=True, slots=True)
class SetTimer:
    """Come back with the event `name` after so many seconds; a second timer of the same name replaces the first."""

    name: TimerName
    seconds: float


@dataclass(frozen=True, slots=True)
class DropTimer:
    """The timer `name` is no longer needed."""

    name: TimerName


@dataclass(frozen=True, slots=True)
class KeepDraft:
    """Keep what the person just sent (no text) with the report that is not finished."""


@dataclass(frozen=True, slots=True)
class DropDraft:
    """Forget what was sent for the report."""


@dataclass(frozen=True, slots=True)
class FileReport:
    """Put what was told into the open case: the answers as one message, and what was sent after it."""

    told: tuple[tuple[str, str], ...]
    facts: tuple[str, ...] = ()
    """Words of the case: sign:wages, country:ru, write-no."""
    how: Literal["whole", "so-far", "unfinished"] = "whole"


@dataclass(frozen=True, slots=True)
class GiveReceipt:
    """Say the number with which the open case is found again."""


@dataclass(frozen=True, slots=True)
class CountMiss:
    """Somebody wrote a number that looks like a receipt and is none."""


@dataclass(frozen=True, slots=True)
class SayNews:
    """Say how this case stands, and what operators wrote since the person did."""

    case: int


@dataclass(frozen=True, slots=True)
class LeaveCase:
    """This phone is not answered any more, where another one has the case too."""

    case: int


@dataclass(frozen=True, slots=True)
class WithdrawCase:
    """Close this case and erase everything that was told in it."""

    case: int


ReportEffect = KeepDraft | DropDraft | FileReport | GiveReceipt | CountMiss | SayNews | LeaveCase | WithdrawCase
Effect = (
    Say
    | Answer
    | Count
    | Miss
    | OpenCase
    | Tell
    | TellFact
    | RaiseCase
    | Erase
    | ExpectPhone
    | Wipe
    | ShowHeld
    | SetTimer
    | DropTimer
    | ReportEffect
)
