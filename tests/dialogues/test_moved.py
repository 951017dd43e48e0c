"""Places and choices that a release renamed or removed: where their people land, what their buttons do, what is a mistake."""

from dataclasses import replace

import pytest

from dialogues.check import moves
from dialogues.effects import Say
from dialogues.engine import step
from dialogues.events import CaseTaken, Pressed, Said
from dialogues.moved import Gone, Moved, gone
from dialogues.state import State
from dialogues.world import World

WAYS = {
    "old-who": "offer-who", "older-who": "old-who", "round": "about-it", "about-it": "round",
    "old-who:nobody": "offer-who:unknown", "offer-who:boss": "offer-who:employer", "offer:help": "numbers",
}  # fmt: skip


@pytest.fixture(scope="module")
def here(world: World) -> World:
    """A content in which places were renamed."""
    return replace(world, content=replace(world.content, moved=Moved(WAYS)))


ENDS = [
    ("a place", "old-who", "offer-who"),
    ("renamed twice", "older-who", "offer-who"),
    ("a place that stands", "menu", "menu"),
    ("a choice goes with its place", "old-who:agency", "offer-who:agency"),
    ("also twice", "older-who:agency", "offer-who:agency"),
    ("a choice of its own", "old-who:nobody", "offer-who:unknown"),
    ("a choice of a place that stands", "offer-who:boss", "offer-who:employer"),
    ("a choice whose new place has none", "old-who:gone", ""),
    ("a choice that became a place", "offer:help", "numbers"),
    ("round and round", "round", ""),
    ("never there", "nowhere", ""),
    ("nonsense", ":", ""),
]


@pytest.mark.parametrize(("name", "end"), [row[1:] for row in ENDS], ids=[row[0] for row in ENDS])
def test_end(here: World, name: str, end: str) -> None:
    """A name is followed to where it stands now, however often it was changed."""
    assert here.content.moved.end(here.content.script.places, name) == end


def keys(start: State, event: Said | Pressed, world: World) -> tuple[State, list[str]]:
    """The state after an event, and what is said."""
    state, effects = step(start, event, world)
    return state, [one.key for one in effects if isinstance(one, Say)]


OLD = State(
    language="en", place="old-who", trail=("gone", "old-who", "menu"), menu=("old-who:employer", "old-who:gone")
)


def test_a_word_of_apology(here: World) -> None:
    """Somebody who stood in a renamed place stands in the new one, hears why, and is understood."""
    state, said = keys(OLD, Said("how long may I stay in Russia"), here)
    assert (state.place, state.trail, said) == ("offer-who", ("offer-who", "menu"), ["moved"])
    state, said = keys(OLD, Said("1"), here)
    assert (state.place, said) == ("offer-contract", ["moved", "offer-contract"])
    assert keys(state, Said("0"), here)[1] == ["offer-who"], "said once"


def test_a_digit_that_means_nothing_any_more(here: World) -> None:
    """It is said, and the question is asked as it is now."""
    state, said = keys(OLD, Said("2"), here)
    assert (state.place, said) == ("offer-who", ["moved", "old-button", "offer-who"])


def test_the_menu_where_nothing_took_over(here: World) -> None:
    """A place that is gone for good leads to the menu, with the same word."""
    state, said = keys(replace(OLD, place="nowhere"), Said("how long may I stay in Russia"), here)
    assert (state.place, said) == ("menu", ["moved"])


def test_nobody_is_written_to_because_of_it(here: World) -> None:
    """What others do moves the state, and says nothing."""
    assert step(replace(OLD, case=7), CaseTaken(), here)[1] == ()


BUTTONS = [
    ("renamed", "offer-who:boss", "offer-contract", ["offer-contract"]),
    ("of a renamed place", "older-who:employer", "offer-contract", ["offer-contract"]),
    ("that is a place now", "offer:help", "numbers", ["numbers"]),
    ("gone", "old-who:gone", "ask", ["old-button", "ask"]),
]


@pytest.mark.parametrize(("button", "place", "said"), [row[1:] for row in BUTTONS], ids=[row[0] for row in BUTTONS])
def test_old_buttons(here: World, button: str, place: str, said: list[str]) -> None:
    """They work, or say kindly that they are old."""
    state, heard = keys(State(language="en", place="ask"), Pressed(button), here)
    assert (state.place, heard) == (place, said)


FAULTS = [
    ("no such place", {"old": "nowhere"}, "moved.old", "does not exist"),
    ("a near name is named", {"old": "offer-wh"}, "moved.old", "did you mean offer-who?"),
    ("no such choice", {"offer-who:old": "offer-who:nobody"}, "moved.offer-who:old", "does not exist"),
    ("round", {"a": "b", "b": "a"}, "moved.a", "does not exist"),
    ("nothing was renamed", {"offer-who": "offer"}, "moved.offer-who", "still exists"),
    ("a place became a choice", {"old": "offer-who:employer"}, "moved.old", "name a place"),
]


@pytest.mark.parametrize(("ways", "at", "what"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS])
def test_faults(world: World, ways: dict[str, str], at: str, what: str) -> None:
    """Each is named by its key."""
    found = dict(moves(world.content.script.places, ways))
    assert what in found[at]


def test_gone(here: World) -> None:
    """What the older content had and the newer does not, with what took over."""
    older = {"menu": ("sos",), "old-who": ("agency", "gone"), "offer-who": ("boss", "agency"), "nowhere": ("x",)}
    assert list(gone(older, here.content.script.places, here.content.moved)) == [
        Gone("nowhere", ""),
        Gone("nowhere:x", ""),
        Gone("offer-who:boss", "offer-who:employer"),
        Gone("old-who", "offer-who"),
        Gone("old-who:agency", "offer-who:agency"),
        Gone("old-who:gone", ""),
    ]
