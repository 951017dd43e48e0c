"""What can happen to a conversation. Past tense; a thing that cannot happen cannot be built."""

from dataclasses import dataclass
from typing import Literal

SentKind = Literal[
    "photo", "voice", "video", "audio", "document", "animation", "video_note", "sticker", "location", "contact", "other"
]


@dataclass(frozen=True, slots=True)
class Said:
    """The person wrote a text (also a command or a keyword)."""

    text: str


@dataclass(frozen=True, slots=True)
class Pressed:
    """The person pressed a button; `button` is what the button carried, perhaps from an old release."""

    button: str


@dataclass(frozen=True, slots=True)
class Sent:
    """The person sent something that is not text; `caption` may hold words."""

    kind: SentKind
    caption: str = ""
    edited: bool = False
    """A change of something sent earlier (a live location that moves, another caption)."""


@dataclass(frozen=True, slots=True)
class Edited:
    """The person changed an earlier message; `text` is the new wording."""

    text: str


@dataclass(frozen=True, slots=True)
class DoubtUnanswered:
    """A message that may have been a cry for help was not explained within the time given."""


@dataclass(frozen=True, slots=True)
class ReportSilent:
    """Nothing was added for a while to a report that is not finished."""


@dataclass(frozen=True, slots=True)
class FellSilent:
    """Nothing came from a person in the middle of a tree for a while."""


@dataclass(frozen=True, slots=True)
class CaseTaken:
    """An operator has taken the case."""


@dataclass(frozen=True, slots=True)
class CaseEnded:
    """The hotline closed the case."""


@dataclass(frozen=True, slots=True)
class CaseResumed:
    """The hotline opened a closed case again."""

    number: int


@dataclass(frozen=True, slots=True)
class TextOwed:
    """There is something to say to a person who must not be written to first: it is said when they write next.

    `words` are an operator's; `case` is the case that it is about.
    """

    key: str
    case: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class PhoneLinked:
    """From the phone that may be written to came the number that proves it."""


@dataclass(frozen=True, slots=True)
class HoursBegan:
    """From now on the person may be written to: what they have not heard yet is said."""


@dataclass(frozen=True, slots=True)
class MonthPassed:
    """What was agreed on about contact is a month old, and the person may be written to now."""


Event = (
    Said
    | Pressed
    | Sent
    | Edited
    | DoubtUnanswered
    | ReportSilent
    | FellSilent
    | CaseTaken
    | CaseEnded
    | CaseResumed
    | TextOwed
    | HoursBegan
    | MonthPassed
    | PhoneLinked
)
