"""Walks every way through the trees: from each state that can be reached, everything that can be chosen there.

States that differ only in what cannot change the ways or the form of what is said (which number a case has, which of several
signs were noted) count as one: `essence` says which. That bounds the walk, and no loop can keep it.
"""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from dialogues.effects import Effect
from dialogues.engine import step
from dialogues.events import CaseTaken, Event, Pressed, Said
from dialogues.hiding import PLAIN
from dialogues.script import Choice
from dialogues.state import State, dump, load
from dialogues.walk import COUNTRY, HERE, UP
from dialogues.world import World

WORDS = (
    "HELP", "SOS", "JOB", "LANG", "WHO", "WHO KZ", "DELETE", "LAT", "CYR", "menu", "0", "operator", "hello", "qwzx", "паспорт",
)  # fmt: skip
"""What is said besides choosing, where the walk begins: the words that work in every place, and questions."""
OUT, PERSON = Said("menu"), Said("operator")
"""How every place must be left, and how a person must be reached from it."""


@dataclass(frozen=True, slots=True)
class Step:
    """One choice: where it was made, and what came of it."""

    before: State
    event: Event
    after: State
    effects: tuple[Effect, ...]


class Broken(Exception):
    """A step that may not be: the state cannot be stored, a place cannot be left, or no person can be reached."""


def explore(starts: Iterable[State], world: World) -> Iterator[Step]:
    """Every step from every state that can be reached from the starts; raises Broken.

    A choice of another language or alphabet is made, but not followed: that is another walk.
    """
    seen: set[Hashable] = set()
    ways_out: set[Hashable] = set()
    queue = list(starts)
    said = [(state, Said(word)) for state in queue for word in WORDS]
    while queue or said:
        state, event = said.pop() if said else (queue.pop(), None)
        for one in (event,) if event else _events(state, world):
            taken = _step(state, one, world)
            yield taken
            if (taken.after.language, taken.after.alphabet) != (
                state.language,
                state.alphabet,
            ) or not taken.after.language:
                continue
            if (kind := essence(taken.after, world)) not in seen:
                seen.add(kind)
                if (there := essence(taken.after, world, without=OF_A_TREE)) not in ways_out:
                    ways_out.add(there)
                    _check_ways_out(taken.after, world)
                queue.append(taken.after)


def starts(language: str, alphabet: str, entries: Collection[str], world: World) -> Iterator[State]:
    """Where the program itself may put a person who has chosen a language, alone and with a case that was taken."""
    fresh = State(language=language, alphabet=alphabet, alphabet_asked=bool(alphabet))
    for name in entries:
        if name in world.content.script.places:
            at, _ = step(replace(fresh, place=name), Pressed(HERE.button), world)
            yield replace(at, language=language, alphabet=alphabet)
    in_case, _ = step(fresh, Said("SOS"), world)
    yield step(in_case, CaseTaken(), world)[0]


def _events(state: State, world: World) -> Iterator[Event]:
    """Everything that is offered: pressed on Telegram, and its digit by SMS."""
    for number, button in enumerate(state.menu, 1):
        yield Said(str(number)) if world.channel == "sms" else Pressed(button)


def _step(state: State, event: Event, world: World) -> Step:
    """One step, from and to a stored state."""
    after, effects = step(state, event, world)
    stored = load(dump(after))
    if stored != after:
        raise Broken(f"{after.place}: the state does not survive storing after {event}")
    return Step(state, event, stored, effects)


def _check_ways_out(state: State, world: World) -> None:
    """From every state the menu can be reached by a word, and a person by another."""
    left, _ = step(state, OUT, world)
    if left.place not in (PLAIN if state.hidden else "menu", "language"):
        raise Broken(f"{state.place}: `menu` leads to {left.place}; nobody can leave this place")
    reached, _ = step(state, PERSON, world)
    if not reached.case:
        raise Broken(f"{state.place}: no person can be reached from this place")


def essence(state: State, world: World, without: Collection[str] = ()) -> Hashable:
    """What of a state decides over the ways on from it; `without` names parts that do not matter."""
    return tuple(read(state, world) for name, read in ESSENCE.items() if name not in without)


def _topic(state: State, world: World) -> Hashable:
    """Of the topic answered last how its answer differs by country, where that is asked next."""
    topic = world.topics.get(state.asked)
    asks = COUNTRY.button in state.menu or any(one.does == "again" for one in _choices(state, world))
    return topic.differs_by if topic and asks else ""


def _rated(state: State, _: World) -> Hashable:
    """Whether the last answer got its thumb, where thumbs are shown."""
    return UP.button in state.menu and state.rated == state.asked


def _choices(state: State, world: World) -> tuple[Choice, ...]:
    place = world.content.script.places.get(state.place)
    return place.choices if place else ()


def _menu(state: State, _: World) -> Hashable:
    """Topics that are offered are one like the other; where several may be chosen it counts how many are left."""
    if state.told:
        return len(state.menu)
    return tuple("topic:" if button.startswith("topic:") else button for button in state.menu)


def _noted(state: State, world: World) -> Hashable:
    """How much the signs noted weigh in the tree that asks for them; by SMS, where they fill pages, also how many they are.

    The pages are the same for somebody with a case or in a country: there they are not counted once more.
    """
    place = world.content.script.places.get(state.place)
    if not place or not (place.page or place.is_question):
        return ""
    flags = {flag for _, flag in state.noted}
    counts = world.channel == "sms" and not (state.case or state.country)
    return world.content.flags.risk(flags), len(flags) if counts else 0


ESSENCE: Mapping[str, Callable[[State, World], Hashable]] = {
    "place": lambda state, _: state.place,
    "menu": _menu,
    "told": lambda state, _: len(state.told),
    "noted": _noted,
    "asked": _topic,
    "rated": _rated,
    "trail": lambda state, _: bool(state.trail),
    "case": lambda state, _: (bool(state.case), state.taken),
    "country": lambda state, _: bool(state.country),
    "hidden": lambda state, _: state.hidden,
}
"""What is not named here changes words at most, or what is offered under an answer, which `menu` shows: whose citizen somebody is, how they
want to be answered, what they were told too late."""
OF_A_TREE = frozenset({"noted", "told", "menu", "trail", "asked", "rated"})
"""Parts that change nothing in how a place is left by a word."""
