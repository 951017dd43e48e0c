"""What a step may know besides the state and the event: the content, the hour, and a few look-up functions."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

from dialogues.effects import Level
from dialogues.load import Content
from dialogues.registers import Agency
from dialogues.texts import Channel
from faq.entry import Topic
from faq.match import Perhaps, Sure, Unknown


class Danger(Protocol):
    """How urgent a message sounds, as the hotline judges it."""

    @property
    def level(self) -> Level: ...
    @property
    def signs(self) -> tuple[str, ...]: ...
    @property
    def lang(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Found:
    """What a receipt opens: the number of a case; 0: nothing. `slow`: this person has tried too many, so nothing was looked up."""

    case: int = 0
    slow: bool = False


@dataclass(frozen=True, slots=True)
class World:
    """The world as one step sees it."""

    content: Content
    channel: Channel
    triage: Callable[[str], Danger]
    """How urgent a text sounds."""
    ask: Callable[[str, str], Sure | Perhaps | Unknown]
    """The FAQ's answer to (question, language)."""
    topics: Mapping[str, Topic]
    """The topics of the FAQ by id."""
    guess: Callable[[str], str | None]
    """The language a text is written in, if it can be told."""
    new_case: Callable[[], int]
    """The number that the next case gets."""
    hint: str
    """The language the channel suggests (the phone's setting, the country of the number), else the service's own."""
    agencies: Callable[[str], tuple[Agency, ...]] = lambda _: ()
    """The agencies of the registers whose name is near."""
    receipt: Callable[[str], Found] = lambda _: Found()
    """The case that these twelve digits open."""
    standing: Callable[[int], Literal["", "open", "taken", "closed"]] = lambda _: "open"
    """How a case stands that a receipt opened; empty: it was withdrawn or erased meanwhile."""
    weigh: Callable[[Collection[str], bool], Level] = lambda *_: "routine"
    """How urgent a report with these signs is; True: nobody is in danger now."""
    has_phone: bool = False
    """Whether somebody on Telegram can ask to be written to by SMS."""
    is_linked: bool = False
    """Whether they have done so: then "here", said by SMS, is that other phone."""
    today: date = date.max
    """The day, by which a licence has run out or not."""
    mark: Callable[[str], str] = lambda _: ""
    """A keyed hash of a word that the person chose."""
    is_mark: Callable[[str, str], bool] = lambda _, __: False
    """Whether a hash was made of this word."""
    may_write: bool = True
    """It is day where the person is, and in their hours, so that they may be written to unasked."""
