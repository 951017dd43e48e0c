"""No answer of the FAQ swallows a cry for help: every danger phrase, alone or inside a question, raises the call for help."""

import tomllib
from collections.abc import Iterator

import pytest

from dialogues.effects import Answer, OpenCase, Say
from dialogues.engine import step
from dialogues.events import Said
from dialogues.state import State
from dialogues.world import World
from hotline_router.signs import SHIPPED

QUESTIONS = {
    "en": ("how do i get a patent, {}", "{}, is that legal?", "what can i do if {}"),
    "ru": ("как получить патент, {}", "{}, это законно?", "что делать если {}"),
    "uz": ("patent qanday olinadi, {}", "{}, bu qonuniymi?", "{} nima qilay"),
    "tg": ("патент чӣ хел гирам, {}", "{}, ин қонунист?", "агар {} чӣ кор кунам"),
    "ky": ("патент кантип алам, {}", "{}, бул мыйзамдуубу?", "{} эмне кылам"),
    "kk": ("патентті қалай алам, {}", "{}, бұл заңды ма?", "{} не істеймін"),
}


def _phrases(lang: str) -> Iterator[tuple[str, str]]:
    """Each phrase of danger as somebody would write it, with its level; a hint alone raises nothing."""
    for row in tomllib.loads(SHIPPED.read_text("utf-8"))["sign"]:
        if row["level"] == "hint":
            continue
        for phrase in row.get(lang, ()):
            yield row["level"], " ".join(phrase.replace("&", " ").replace("=", "").replace("*", " ").split())


def _is_raised(state: State, effects: tuple[object, ...]) -> bool:
    """A case is open, the person is asked, or what is said offers the call for help."""
    said = (one for one in effects if isinstance(one, Say | Answer))
    offers = {offer.button for one in said for offer in one.offers}
    return any(isinstance(one, OpenCase) for one in effects) or state.place == "doubt" or "menu:sos" in offers


@pytest.mark.parametrize("lang", QUESTIONS)
def test_every_phrase_raises_the_call_for_help(world: World, lang: str) -> None:
    """Alone a phrase is urgent or asked about; inside a question an urgent one still is, and every answer carries the call."""
    start, swallowed, unheard = State(language=lang, place="menu"), [], []
    for number, (level, phrase) in enumerate(_phrases(lang)):
        if world.triage(phrase).level == "routine":
            unheard.append(phrase)
        asked = QUESTIONS[lang][number % 3].format(phrase)
        if level == "urgent" and world.triage(asked).level == "routine":
            unheard.append(asked)
        if not _is_raised(*step(start, Said(asked), world)):
            swallowed.append(asked)
    assert not unheard
    assert not swallowed
