"""A button is pressed, or a choice is made by a digit or in words: what that does, and where it leads."""

from collections.abc import Callable, Mapping

from dialogues import anywhere, asking, contact, hiding, report, returning, silence
from dialogues.effects import Count, DropTimer, Erase, ExpectPhone, TellFact
from dialogues.script import NOTHING, Choice, Place
from dialogues.walk import BACK, COUNTRY, HERE, MENU, PERSON, Walk


def _erase(walk: Walk) -> None:
    walk.do(Erase())
    walk.say("erased")
    walk.set(case=0, taken=False, place="", trail=(), menu=(), told=(), word="")


def _again(walk: Walk) -> None:
    """The answer that was asked for last, for the country or the citizenship that is known now."""
    if walk.state.asked not in walk.world.topics:
        walk.go("menu")
        return
    if not walk.state.under:
        walk.set(place="menu")
    walk.answer(walk.state.asked, under=walk.state.under)


def _person(walk: Walk) -> None:
    was_open = walk.state.case
    anywhere.person(walk)
    if not was_open:
        asking.tell(walk)


ACTS: dict[str, Callable[[Walk], None]] = {
    "erase": _erase,
    "again": _again,
    "person": _person,
    **report.ACTS,
    **returning.ACTS,
    "phone": lambda walk: walk.do(ExpectPhone()),
    "hide": hiding.confirmed,
    "resume": silence.go_on,
    "anew": silence.begin_anew,
}
"""What a choice does that needs nothing but the walk."""


def choice_of(walk: Walk, button: str) -> tuple[Place, Choice] | None:
    """The choice that a button stands for, with its place; None for a button that is none of the script."""
    places = walk.world.content.script.places
    return _stands(places, button) or _stands(places, walk.world.content.moved.end(places, button))


def _stands(places: Mapping[str, Place], button: str) -> tuple[Place, Choice] | None:
    name, _, choice_id = button.partition(":")
    place = places.get(name)
    choice = place.choice(choice_id) if place else None
    return (place, choice) if place and choice else None


def pressed(walk: Walk, button: str) -> None:
    """A button, perhaps from an old release: what it stands for is done, or the person hears that it is old."""
    if not walk.state.language:
        walk.set(language=walk.world.hint, guessed=True)
    kind, _, name = button.partition(":")
    places = walk.world.content.script.places
    if found := choice_of(walk, button):
        _chosen(walk, *found)
    elif kind == "topic" and name in walk.world.content.topics:
        walk.answer(name)
    elif kind == "list" and name in walk.world.content.script.places:
        walk.go(name, asks=True)
    elif kind == "vote":
        _rated(walk, name)
    elif button == COUNTRY.button:
        topic = walk.world.topics.get(walk.state.asked)
        walk.go("origin" if topic and topic.differs_by == "origin" else "where")
    elif button == PERSON.button:
        anywhere.person(walk)
    elif button == MENU.button:
        walk.go("menu")
    elif button == BACK.button:
        walk.back()
    elif button == HERE.button:
        walk.go(walk.state.place or "menu")
    elif ":" in button and (now := walk.world.content.moved.end(places, button)):
        walk.go(now)
    else:
        walk.say("old-button")
        walk.go(walk.state.place or "menu")


def _rated(walk: Walk, thumb: str) -> None:
    """A thumb under an answer: counted once, and down leads on to a person."""
    topic = walk.state.asked
    if topic and topic != walk.state.rated:
        walk.do(Count("down" if thumb == "down" else "up", topic))
        walk.set(rated=topic)
    if thumb == "down":
        walk.say("rated-down", PERSON, MENU)
    else:
        walk.say("rated-up")


def _chosen(walk: Walk, place: Place, choice: Choice) -> None:
    remember(walk, choice)
    asking.note(walk, place, choice)
    if choice.tells and walk.state.case:
        walk.do(TellFact(choice.tells, choice.label))
    match choice.does:
        case "help":
            was_open = walk.state.case
            walk.call_for_help(("cry",), own_words=False)
            if was_open and report.is_asked(place):
                walk.go(place.then)
            return
        case "calm":
            walk.do(DropTimer("doubt"))
            walk.set(doubt="")
            if report.after_doubt(walk):
                return
        case None:
            if report.is_asked(place) and report.chosen(walk, place, choice):
                return
        case act:
            ACTS[act](walk)
            return
    walk.onward(place, choice)


def remember(walk: Walk, choice: Choice) -> None:
    """What a choice sets: how the person may be written to, the language, the country, whose citizen the person is."""
    contact.remember(walk, choice.tells)
    if choice.language:
        walk.choose_language(choice.language, choice.alphabet)
    elif choice.alphabet:
        walk.set(alphabet=choice.alphabet, alphabet_asked=True)
    if choice.origin:
        walk.set(origin=choice.origin if choice.origin != NOTHING else "")
    if choice.country == NOTHING:
        walk.be_in("")
    elif choice.country and not (
        choice.says and walk.state.country_told
    ):  # looking up another country is no move there
        walk.be_in(choice.country)
        if walk.state.case:
            walk.do(TellFact(f"country:{choice.country}", choice.label))
