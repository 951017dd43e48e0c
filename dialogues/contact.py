"""Safe contact in a conversation: a wish that is chosen or typed, the overview, and the question a month later."""

from typing import assert_never

from dialogues import wishes
from dialogues.effects import DropTimer, SetTimer, TellFact
from dialogues.events import HoursBegan, MonthPassed, PhoneLinked
from dialogues.script import Place
from dialogues.walk import Walk


def remember(walk: Walk, fact: str) -> None:
    """Keep what a choice says about contact; a month later the person is asked whether it still holds."""
    if fact in wishes.HERE and walk.world.is_linked and walk.world.channel == "sms":
        fact = wishes.BY_SMS
    changed, were_special = wishes.changes(fact), wishes.are_special(walk.state)
    walk.set(**changed)
    if wishes.are_special(walk.state) and (changed or fact == wishes.HOLDS):
        walk.do(SetTimer("contact", wishes.MONTH))
    elif were_special and changed:
        walk.do(DropTimer("contact"))


def happened(walk: Walk, event: HoursBegan | MonthPassed | PhoneLinked) -> None:
    """What comes of itself: the hours begin, a month is over, another phone has proved itself."""
    match event:
        case HoursBegan():
            walk.say_what_is_owed()
        case MonthPassed():
            walk.ask_again()
        case PhoneLinked():
            _linked(walk)
        case _:
            assert_never(event)


def _linked(walk: Walk) -> None:
    """The operators write there from now on."""
    remember(walk, wishes.BY_SMS)
    if walk.state.case:
        walk.do(TellFact(wishes.BY_SMS, "contact:sms"))
    walk.say("contact-sms-done")


def note_hours(walk: Walk, text: str) -> bool:
    """Keep the hours that somebody typed, if there are any in the text."""
    hours = wishes.hours_in(text)
    if hours:
        remember(walk, f"hours:{hours}")
        if walk.state.case:
            walk.do(TellFact(f"hours:{hours}", "contact-hours-own"))
    return bool(hours)


def heard(walk: Walk, place: Place, text: str) -> bool:
    """Whether free text was about hours: kept, or asked for once more."""
    if note_hours(walk, text):
        walk.go(place.then)
    elif wishes.names_a_number(text):
        walk.say("contact-hours-how", *walk.offers(place))
    else:
        return False
    return True


def word(walk: Walk, _: str) -> None:
    """The word that leads to the overview from every place."""
    walk.go(wishes.OVERVIEW)
