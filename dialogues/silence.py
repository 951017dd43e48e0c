"""Somebody who stops in the middle of a tree: asked once, gently, then left in peace; whoever comes back goes on or begins anew."""

from dialogues.effects import DropTimer, Offer, Say, SetTimer
from dialogues.events import Edited, Event, Pressed, Said, Sent
from dialogues.script import Place
from dialogues.state import State
from dialogues.walk import Walk

ASKS, RETURN = "silence", "resume"
ASK_AFTER = {"telegram": 20 * 60.0}
"""Seconds of silence after which one is asked, where a question costs nothing and shows nothing on the lock of a phone with keys."""
RESTS_AFTER = 3 * 3600.0
"""Seconds of silence after which coming back is a new visit."""
LONGEST_WORDS = 80
"""Characters of a question that remind of it."""
RETURNS = frozenset({"menu", "greeting"})
"""Words with which one comes back."""


def watch(walk: Walk, event: Event) -> None:
    """After what a person did: wait for the next answer in the middle of a tree; elsewhere for nothing."""
    if not isinstance(event, Said | Pressed | Sent | Edited):
        return
    was = _asking(walk, walk.before)
    is_there = was if walk.state is walk.before else _asking(walk, walk.state)
    if is_there:
        if walk.state.silence == "resting":
            walk.set(silence="asked")
        wait = RESTS_AFTER if walk.state.silence else ASK_AFTER.get(walk.world.channel, RESTS_AFTER)
        walk.effects.insert(0, SetTimer("silence", wait))
    elif was or walk.state.silence:
        walk.set(silence="")
        walk.effects.insert(0, DropTimer("silence"))


def _asking(walk: Walk, state: State) -> Place | None:
    """The question that a person stands at; none in hiding, in a case, where operators ask, and in a report, which has its own silence."""
    if state.case or state.hidden or state.report:
        return None
    place = walk.world.content.script.places.get(state.place)
    return place if place and place.is_question else None


def fell_silent(walk: Walk) -> None:
    """Nothing came for a while: one question, where it may be asked; then rest."""
    if not _asking(walk, walk.state):
        walk.set(silence="")
    elif not walk.state.silence and walk.world.channel in ASK_AFTER and walk.world.may_write:
        walk.do(Say(ASKS, _offers(walk, ASKS)))  # the choices of the question itself still stand: a digit means them
        walk.set(silence="asked")
        walk.do(SetTimer("silence", RESTS_AFTER))
    else:
        walk.set(silence="resting")


def comes_back(walk: Walk, keyword: str) -> bool:
    """Whether a greeting or MENU is that of somebody who left a tree long ago: they are asked where to."""
    place = _asking(walk, walk.state)
    if walk.state.silence != "resting" or keyword not in RETURNS or not place:
        return False
    walk.say(RETURN, *_offers(walk, RETURN), fills={"words": _reminder(walk, place)})
    return True


def _offers(walk: Walk, name: str) -> tuple[Offer, ...]:
    script = walk.world.content.script
    return tuple(Offer(button, choice.label) for button, choice in script.offered(script.places[name]))


def _reminder(walk: Walk, place: Place) -> str:
    """The beginning of a question."""
    texts = walk.world.content.texts
    said = texts.fill(texts.template(place.name, walk.state.language, walk.world.channel), {})
    line = said.strip().partition("\n")[0]
    return line if len(line) <= LONGEST_WORDS else line[:LONGEST_WORDS].rpartition(" ")[0] + " …"


def go_on(walk: Walk) -> None:
    """Back to the question, or, where there is none any more, to the menu."""
    place = _asking(walk, walk.state)
    if place:
        walk.show(place)
    else:
        walk.go("menu")


def begin_anew(walk: Walk) -> None:
    """The first question of the tree that one stands in."""
    first, trail, places = walk.state.place, walk.state.trail, walk.world.content.script.places
    if not _asking(walk, walk.state):
        walk.go("menu")
        return
    while trail and places[trail[-1]].is_question:
        first, trail = trail[-1], trail[:-1]
    walk.set(trail=trail)
    walk.go(first, back=True)
