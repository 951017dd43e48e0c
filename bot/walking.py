"""`panoh check --walk`: every choice in every language, alphabet and channel, each text held against the limits of its channel."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from bot.channels import sms_text
from bot.content import Content
from bot.messages import Text
from bot.render import Voice
from dialogues import anywhere
from dialogues.alphabets import LATIN_BY_HABIT
from dialogues.effects import Answer, Effect, Offer, Say
from dialogues.engine import step
from dialogues.events import Pressed, Said
from dialogues.explore import Broken, Step, explore, starts
from dialogues.reading import NEEDED
from dialogues.state import State
from dialogues.texts import LANGUAGES, Channel
from dialogues.walk import Walk
from dialogues.world import World
from faq.finding import Finding
from faq.language import guess
from faq.match import match
from hotline_router.triage import triage

LONGEST_TEXT, LONGEST_DATA, LONGEST_LABEL, MOST_BUTTONS = 4096, 64, 60, 100
"""Telegram: characters of a message, bytes that a button carries, characters that it shows, buttons of a message."""
MOST_SEGMENTS = 3
CASE = 12345
"""A number as long as numbers of cases become."""
WALKED = "walk"


@dataclass
class Tally:
    """What one walk saw: in a language, an alphabet (empty: the usual one), on a channel."""

    language: str
    alphabet: str
    channel: Channel
    steps: int = 0
    replies: int = 0
    segments: int = 0
    dearest: int = 0
    texts: set[str] = field(default_factory=set)
    states: set[State] = field(default_factory=set)
    problems: dict[tuple[str, str], Finding] = field(default_factory=dict)

    @property
    def average(self) -> float:
        """Segments a reply."""
        return self.segments / max(self.replies, 1)

    @property
    def is_latin(self) -> bool:
        """Whether all of it was in Latin letters."""
        return self.alphabet == "lat" or self.language == "en"

    def wrong(self, key: str, problem: str, cure: str) -> None:
        """Remember what is wrong, once."""
        where = f"{self.channel} {self.language} {self.alphabet}".rstrip()
        self.problems.setdefault((key, problem), Finding(WALKED, key, f"{problem} ({where})", cure, "error"))


def walks(content: Content, today: date) -> Iterator[Tally]:
    """One after the other; each takes a second or two."""
    world = _world(content)
    for language in LANGUAGES:
        for alphabet in ("",) if language == "en" else ("lat", "cyr") if language in LATIN_BY_HABIT else ("", "lat"):
            for channel in ("telegram", "sms"):
                tally = Tally(language, alphabet, channel)
                _Walker(content, today, replace(world, channel=channel, today=today), tally).walk()
                yield tally


def _world(content: Content) -> World:
    """The world as turns make it, with a memory for what has been judged before."""
    return World(
        content=content.dialogues,
        channel="telegram",
        triage=cache(lambda text: triage(text, content.signs)),
        ask=cache(lambda question, language: match(question, content.faq, language)),
        topics=content.faq.topics,
        guess=cache(guess),
        new_case=lambda: CASE,
        hint="ru",
        agencies=content.registers.search,
    )


class _Walker:
    """One walk; what a text costs is worked out once and remembered."""

    def __init__(self, content: Content, today: date, world: World, tally: Tally) -> None:
        self.content, self.today, self.world, self.tally = content, today, world, tally
        self.known: dict[tuple[object, ...], list[Text]] = {}
        self.typed: set[tuple[str, str]] = set()
        self.cost = cache(lambda text: sms_text.segments(text).count)

    def walk(self) -> None:
        """Along every way through the trees, then through all answers of the FAQ for every country."""
        try:
            begun = list(starts(self.tally.language, self.tally.alphabet, NEEDED, self.world))
            for taken in explore(begun, self.world):
                self.look(taken)
        except Broken as error:
            place, _, problem = str(error).partition(": ")
            self.tally.wrong(f"place.{place}", problem.partition("; ")[0], "see how the program leads on from there")
            return
        for taken in self._answers(begun[0]):
            self.look(taken)

    def _answers(self, state: State) -> Iterator[Step]:
        """Every topic, for somebody of whom nothing is known and for every country that an answer is for."""
        for topic in self.content.faq.topics.values():
            for country in topic.answers():
                known = (
                    replace(state, origin=country) if topic.differs_by == "origin" else replace(state, country=country)
                )
                event = Pressed(f"topic:{topic.id}")
                yield Step(known, event, *step(known, event, self.world))

    def look(self, taken: Step) -> None:
        """Everything that was said in a step, and whether its buttons are chosen by their words too."""
        self.tally.steps += 1
        if (taken.after.language, taken.after.alphabet) != (self.tally.language, self.tally.alphabet):
            return  # from here on it is another walk
        self.tally.states.add(taken.after)
        for effect in taken.effects:
            for said in self._said(taken.after, effect):
                self._measure(effect, said)
        self._type(taken.after)

    def _said(self, state: State, effect: Effect) -> list[Text]:
        if not isinstance(effect, Say | Answer):
            return []
        fills = tuple(effect.fills.items()) if isinstance(effect, Say) else ()
        key, country = (effect.key, state.country) if isinstance(effect, Say) else (effect.topic, effect.country)
        at = (key, effect.offers, fills, country, bool(state.case))
        if at not in self.known:
            voice = Voice(self.content, replace(state, case=state.case and CASE), self.tally.channel)
            text = (
                voice.say(effect.key, effect.fills)
                if isinstance(effect, Say)
                else voice.answer(self.content.faq.topics[effect.topic], self.today, effect.country)
            )
            self.known[at] = voice.texts("", text, effect.offers)
        return self.known[at]

    def _measure(self, effect: Effect, said: Text) -> None:
        tally, key = self.tally, effect.key if isinstance(effect, Say) else getattr(effect, "topic", "")
        tally.replies += 1
        is_new = said.text not in tally.texts
        tally.texts.add(said.text)
        if tally.channel == "sms":
            count = self.cost(said.text)
            tally.segments += count
            tally.dearest = max(tally.dearest, count)
            if count > MOST_SEGMENTS and tally.is_latin:
                tally.wrong(key, f"takes {count} SMS segments", f"shorten its `sms` to {MOST_SEGMENTS}")
        elif is_new or said.buttons:
            self._telegram(key, said)

    def _telegram(self, key: str, said: Text) -> None:
        wrong = self.tally.wrong
        if len(said.text.encode("utf-16-le")) // 2 > LONGEST_TEXT:
            wrong(key, f"is longer than {LONGEST_TEXT} characters", "shorten it")
        if len(said.buttons) > MOST_BUTTONS:
            wrong(key, f"has {len(said.buttons)} buttons", f"keep it to {MOST_BUTTONS}")
        for label, data in said.buttons:
            if not 0 < len(data.encode()) <= LONGEST_DATA:
                wrong(key, f"has a button that carries {data!r}", f"keep it to {LONGEST_DATA} bytes")
            if not 0 < len(label) <= LONGEST_LABEL:
                wrong(key, f"has the button {label!r}", f"give it 1 to {LONGEST_LABEL} characters")
        if not said.text.strip():
            wrong(key, "says nothing", "write a text")

    def _type(self, state: State) -> None:
        """The words of a choice choose it, unless they sound like danger: that is heard first. Once a place and choice."""
        place = self.world.content.script.places.get(state.place)
        for button, choice in self.world.content.script.offered(place) if place and not state.case else ():
            if button not in state.menu or (place and (place.name, button) in self.typed):
                continue
            self.typed.add((state.place, button))
            words = Voice(self.content, state, self.tally.channel).label(Offer(button, choice.label))
            is_keyword = anywhere.find(Walk(state, self.world), words) is not None  # `labels.py` has an eye on those
            if not is_keyword and self.world.triage(words).level == "routine":
                (typed, _), (pressed, _) = (step(state, event, self.world) for event in (Said(words), Pressed(button)))
                if (typed.place, typed.case, typed.menu) != (pressed.place, pressed.case, pressed.menu):
                    wrong = f"its words {words!r} lead to {typed.place}, its button to {pressed.place}"
                    self.tally.wrong(f"place.{state.place}.choice.{choice.id}", wrong, "use other words")


def report(tallies: list[Tally]) -> Iterator[str]:
    """What was seen, a line a walk, and what an SMS costs on average in Latin letters."""
    for one in tallies:
        sms = (
            f", {one.segments} SMS segments: {one.average:.2f} a reply, {one.dearest} at most"
            if one.channel == "sms"
            else ""
        )
        name = f"{one.channel} {one.language} {one.alphabet or 'as usual'}"
        yield f"{name:<22}{one.steps:>7} paths, {len(one.states)} states, {len(one.texts)} texts, {one.replies} replies{sms}"
    steps, texts = sum(one.steps for one in tallies), sum(len(one.texts) for one in tallies)
    yield f"{'in all':<22}{steps:>7} paths, {texts} texts, {sum(one.segments for one in tallies)} SMS segments"
    latin = [f"{one.language} {one.average:.2f}" for one in tallies if one.channel == "sms" and one.is_latin]
    yield f"SMS segments a reply with LAT: {', '.join(latin)}"
