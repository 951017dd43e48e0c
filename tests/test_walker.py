"""Every choice in every language, alphabet and channel: each text within its limits, each place with a way out and to a person."""

from dataclasses import replace
from datetime import date
from time import process_time

import pytest

from bot.content import Content
from bot.walking import Tally, report, walks
from dialogues.effects import Say
from dialogues.events import Pressed, Said
from dialogues.explore import Broken, Step, essence, explore, starts
from dialogues.reading import NEEDED
from dialogues.script import Choice, Place, Script
from dialogues.state import State
from dialogues.world import World
from tests.benchmarks.engine import world as made

TODAY = date(2026, 11, 26)
ELSEWHERE = {"silence", "resume", "contact-again", "doubt", "report-add", "rights-union-next"}
"""Places to which a timer, a code, words of danger or an answer lead, and no choice."""
SECONDS, AVERAGE, MOST = 60, 1.6, 3


@pytest.fixture(scope="module")
def walked(content: Content) -> list[Tally]:
    """All walks; together they may take a minute of one core."""
    started = process_time()
    tallies = list(walks(content, TODAY))
    assert process_time() - started < SECONDS
    return tallies


def test_nothing_is_wrong_on_any_way(walked: list[Tally]) -> None:
    """No state is lost in storing, no text or button is too long, every typed label does what its button does."""
    assert [one.text for tally in walked for one in tally.problems.values()] == []
    assert len(walked) == len(list(report(walked))) - 2 == 22
    assert all(tally.steps > 3000 and len(tally.texts) > 200 for tally in walked)


def test_sms_in_latin_letters_is_cheap(walked: list[Tally]) -> None:
    """At most 1.6 segments a reply on average in each language, and never more than three."""
    latin = [tally for tally in walked if tally.channel == "sms" and tally.is_latin]
    assert {tally.language for tally in latin} == {"en", "ru", "uz", "tg", "ky", "kk"}
    assert {tally.language: round(tally.average, 2) for tally in latin if tally.average > AVERAGE} == {}
    assert max(tally.dearest for tally in latin) <= MOST


def test_every_place_and_choice_is_visited(content: Content) -> None:
    """What the checks call reachable is reached, and each choice is made there."""
    script = content.dialogues.script
    pressed, places = set[str](), set[str]()
    for channel in ("telegram", "sms"):
        here = replace(made(content), channel=channel, has_phone=True)
        for taken in explore(starts("ru", "", NEEDED, here), here):
            pressed.add(button_of(taken))
            places |= {taken.after.place, *(effect.key for effect in taken.effects if isinstance(effect, Say))}
    led = {place.name for place in script.places.values() if not place.by_risk} - ELSEWHERE
    assert led - places == set()
    offered = {button for name in led for button, one in script.offered(script.places[name]) if not one.is_rest}
    assert offered - pressed == set()


def button_of(taken: Step) -> str:
    """The button that was pressed, or that a digit stood for."""
    match taken.event:
        case Pressed(button):
            return button
        case Said(text) if text.isdecimal() and 0 < int(text) <= len(taken.before.menu):
            return taken.before.menu[int(text) - 1]
    return ""


def spoilt(here: World, *places: Place) -> World:
    """The same world with other places in it."""
    changed = Script({**here.content.script.places, **{place.name: place for place in places}})
    return replace(here, content=replace(here.content, script=changed))


def test_a_walk_ends_where_the_trees_go_round(content: Content) -> None:
    """Two places that lead to each other are each visited once, however one came there."""
    here = spoilt(
        made(content),
        Place("ask", (Choice("on", "way-menu", go="erase"),)),
        Place("erase", (Choice("on", "way-menu", go="ask"),)),
    )
    seen = [
        essence(taken.after, here) for taken in explore([State(language="en", place="ask", menu=("ask:on",))], here)
    ]
    assert 0 < len(set(seen)) < 2000


def test_a_place_that_cannot_be_left_is_told(content: Content) -> None:
    """A menu that is no menu: nobody finds out by its word."""
    menu = made(content).content.script.places["menu"]
    away = replace(menu, by_risk=dict.fromkeys(("none-found", "some", "high"), "ask"))
    here = spoilt(made(content), away)
    with pytest.raises(Broken, match="nobody can leave"):
        list(explore(starts("en", "", NEEDED, here), here))


def test_an_over_long_text_is_told(content: Content) -> None:
    """The walk finds a text that is too dear, with its key and where it was said."""
    texts = content.dialogues.texts
    long = {language: {**known, "ask@sms": "much too long " * 40} for language, known in texts.by_language.items()}
    other = replace(
        content, dialogues=replace(content.dialogues, texts=replace(texts, by_language=long, _templates={}))
    )
    english = [tally for tally, _ in zip(walks(other, TODAY), range(2), strict=False)]
    assert [one.text for one in english[0].problems.values()] == []
    assert [one.text for one in english[1].problems.values()] == [
        "walk: ask: takes 4 SMS segments (sms en); shorten its `sms` to 3"
    ]


def test_words_are_said_where_the_walk_begins(content: Content) -> None:
    """Keywords and free questions are part of every walk."""
    here = made(content)
    said = {
        taken.event.text
        for taken in explore([State(language="en", place="menu")], here)
        if isinstance(taken.event, Said)
    }
    assert {"SOS", "HELP", "WHO KZ", "DELETE", "qwzx"} <= said
