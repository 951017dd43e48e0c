"""One step in the making: the state so far and the effects so far, with the few moves of which all steps are made."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from dialogues import questions, summary, wishes
from dialogues.effects import Answer, DropTimer, Effect, FileReport, Level, Offer, OpenCase, RaiseCase, Say, Tell
from dialogues.script import Choice, Place
from dialogues.state import State, changed
from dialogues.world import World

MOST_OWED = 20
QUOTED = 3
"""How many of the words in which a sign was found are shown."""
LONGEST_QUOTE = 90
SIGNS_BY_SMS = 3
"""How many warning signs one SMS names; Telegram has room for all."""
TRAIL = 20
"""How many places "back" remembers."""
HELP = Offer("menu:sos", "way-help")
PERSON = Offer("way:person", "way-person")
BACK = Offer("way:back", "way-back")
HERE = Offer("way:here", "way-here")
"""From an answer of the FAQ back to the question that it was asked in the middle of."""
MENU = Offer("way:menu", "way-menu")
COUNTRY = Offer("way:country", "way-country")
UP, DOWN = Offer("vote:up", "way-up"), Offer("vote:down", "way-down")


class Walk:
    """Lives inside one call of `engine.step` and is thrown away; nothing outside sees it change."""

    def __init__(self, state: State, world: World) -> None:
        self.before = self.state = state
        self.world = world
        self.effects: list[Effect] = []

    def set(self, **changes: Any) -> None:
        """Change fields of the state."""
        self.state = changed(self.state, changes)

    def do(self, effect: Effect) -> None:
        """Ask for an effect."""
        self.effects.append(effect)

    def say(self, key: str, *offers: Offer, fills: Mapping[str, str] | None = None) -> None:
        """Say a text; its choices become what a digit means."""
        self.do(Say(key, offers, fills or {}))
        if offers:
            self.set(menu=tuple(offer.button for offer in offers))

    def be_in(self, country: str) -> None:
        """The person said in which country they are; empty: in another one, or they would rather not say."""
        self.set(country=country, country_told=True)

    def choose_language(self, language: str, alphabet: str = "") -> None:
        """The language asked for; an alphabet asked for earlier holds unless this choice names another."""
        kept = self.state.alphabet if self.state.alphabet_asked else ""
        self.set(language=language, alphabet=alphabet or kept, guessed=False)

    def say_what_is_owed(self) -> None:
        """The truth that could not be told before, to a person who now writes."""
        for key, case, words in self.state.owed:
            if key == wishes.AGAIN:
                self.ask_again()
            else:
                self.do(Say(key, fills={"words": words}, case=case))
        self.set(owed=())

    def ask_again(self) -> None:
        """Whether what was agreed on about contact still holds. The person stays where they are; only the answers are offered."""
        place = self.world.content.script.places[wishes.AGAIN]
        self.say(place.name, *self.offers(place), fills=self._agreed())

    def _agreed(self) -> Mapping[str, str]:
        return wishes.shown(self.state, self.world.content.texts, self.world.channel)

    def owe(self, key: str, case: int, words: str = "") -> None:
        """Remember what to say: how things stand now, and every word of an operator."""
        kept = tuple(one for one in self.state.owed if one[2] or words)
        self.set(owed=(*kept, (key, case, words))[-MOST_OWED:])

    def added(self) -> None:
        """Say that words went into the case; once an operator is there, they answer and we are silent."""
        if not self.state.taken:
            self.say("added")

    def lead(self, topic: str, under: str) -> None:
        """The answer at the end of a tree's questions; where it differs by country, that is asked first."""
        known = self.world.topics[topic]
        told = self.state.origin if known.differs_by == "origin" else self.state.country_told
        if told or not (under and known.countries):
            self.answer(topic, under=under)
            return
        self.set(asked=topic, under=under)
        self.go("origin" if known.differs_by == "origin" else "where")

    def answer(
        self,
        topic: str,
        named: str = "",
        *,
        near_danger: bool = False,
        untold: frozenset[str] | None = None,
        under: str = "",
    ) -> None:
        """Give a checked answer, with the ways on that belong under it, or with the choices of the place `under`.

        `named` is a country in the question. `untold`: the chat is hidden, and these topics may not be named.
        """
        known = self.world.topics[topic]
        told = self.state.origin if known.differs_by == "origin" else self.state.country
        country = next((code for code in (named, told) if code in known.countries), "")
        asks = (COUNTRY,) if known.countries and not told and not country else ()
        help_first = (HELP,) if (known.danger or near_danger) and not self.state.case else ()
        if untold is not None:
            related = tuple(Offer(f"topic:{one}", "", one) for one in known.related if one not in untold)[:3]
            offers = asks if self.world.channel == "sms" else (*asks, *related, MENU)
            self.do(Answer(topic, offers, country, plain=True))
            self.set(menu=tuple(offer.button for offer in offers), asked=topic, under="")
            return
        place = self.world.content.script.places.get(under)
        if place:
            self._enter(place)
            offers = (*help_first, *self.offers(place))
        else:
            offers = (*help_first, *asks, *self.ways_here())
        # An SMS costs by the letter: there the way on is the danger word and a person, on Telegram also what is near.
        if self.world.channel == "sms":
            offers = (*offers, PERSON)
        elif place:
            offers = (*offers, UP, DOWN)
        else:
            related = tuple(Offer(f"topic:{one}", "", one) for one in known.related[:3])
            offers = (*offers, *related, PERSON, MENU, UP, DOWN)
        self.do(Answer(topic, offers, country))
        self.set(menu=tuple(offer.button for offer in offers), asked=topic, under=under)

    def go(
        self, name: str, *, back: bool = False, asks: bool = False, words: Mapping[str, tuple[str, ...]] | None = None
    ) -> None:
        """Move to a place and say its text with its choices; `words` are those in which signs were found.

        `asks`: also what need not be asked; whoever goes back sees it too.
        """
        place = self._fork(self.world.content.script.places[name])
        if not (back or asks) and (choice := questions.passed(place, self.state)):
            self.onward(place, choice)
            return
        self._enter(place, back=back)
        self.show(place, words or {})

    def _enter(self, place: Place, *, back: bool = False) -> None:
        was, trail = self.state.place, self.state.trail
        if not back and trail[-1:] == (place.name,):
            trail = trail[:-1]  # a choice that leads back is a step back
        elif not back and was not in ("", place.name):
            trail = (*trail, was)[-TRAIL:]
        told = self.state.told if was == place.name else ()
        self.set(place=place.name, trail=trail, told=told, noted=() if place.forgets else self.state.noted)

    def onward(self, place: Place, choice: Choice) -> None:
        """Where a choice leads."""
        if choice.says:
            self._say_in_passing(place, choice)
        if choice.answer:
            self.lead(choice.answer, choice.go)
        elif choice.go:
            self.go(choice.go)
        elif place.many and choice.tells:
            is_here = self.state.place == place.name
            self.set(told=(*self.state.told, choice.id) if is_here else (choice.id,), place=place.name)
            self.show(place)

    def _fork(self, place: Place) -> Place:
        """The place meant: a fork leads on by the weight of the signs noted, or by what is known already."""
        for known, instead in place.when.items():
            if getattr(self.state, known):
                return self._fork(self.world.content.script.places[instead])
        if not place.by_risk:
            return place
        risk = self.world.content.flags.risk(flag for _, flag in self.state.noted)
        return self.world.content.script.places[place.by_risk[risk]]

    def _say_in_passing(self, place: Place, choice: Choice) -> None:
        """What is looked up, with the way to the same for another country; in a case it interrupts no question."""
        if not choice.country:
            self.say(choice.says, MENU)
            return
        ways: tuple[Offer, ...] = (Offer(f"list:{place.name}", "way-other-country"),)
        if not self.state.case:
            self._enter(place)
        if self.world.channel == "telegram":
            ways = (*ways, MENU) if self.state.case else (*ways, BACK, MENU)
        self.say(choice.says, *ways)

    def show(self, place: Place, words: Mapping[str, tuple[str, ...]] | None = None) -> None:
        """Say the text of a place; a place that asks again leaves out what was chosen."""
        named, _ = self._signs(place)
        offers = self.offers(place)
        fills = {"signs": self._listed(named, words or {})} if place.page else {}
        if place.sums:
            fills = {"answers": self._summary(place)[0]}
        if place.shows_known:
            fills = questions.known(self.state, self.world.content.texts, self.world.channel)
        if place.name.startswith(wishes.OVERVIEW):
            fills = dict(self._agreed())
        self.do(Say(place.name, offers, fills))
        self.set(menu=tuple(offer.button for offer in offers))

    def offers(self, place: Place) -> tuple[Offer, ...]:
        """The choices of a place as they are now."""
        rest = self._summary(place)[1] if place.sums else self._signs(place)[1]
        offers = tuple(
            _offer(button, choice.label)
            for button, choice in self.world.content.script.offered(place)
            if choice.id not in self.state.told and (rest or not choice.is_rest) and self._can(choice)
        )
        if self.world.channel == "sms" or self.state.hidden:  # by SMS the words do: 0, a person, SOS
            return offers
        return (
            (*offers, BACK, PERSON, MENU)
            if place.is_question
            else (*offers, BACK, MENU)
            if place.hears == "list"
            else offers
        )

    def _summary(self, place: Place) -> tuple[str, bool]:
        """What was told in a report, as a page holds it, and whether there is more."""
        content, language = self.world.content, self.state.language
        return summary.page(self.state.report, content.script, content.texts, language, self.world.channel, place.sums)

    def _can(self, choice: Choice) -> bool:
        """Whether this service can do what the choice is for."""
        return choice.does != "phone" or (self.world.has_phone and self.world.channel == "telegram")

    def _signs(self, place: Place) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The signs that a place names, the weightiest first, and those left for the next page."""
        if not place.page:
            return (), ()
        signs = self.world.content.flags.ordered({flag for _, flag in self.state.noted})
        if self.world.channel != "sms":
            return signs, ()
        first = (place.page - 1) * SIGNS_BY_SMS
        return signs[first : first + SIGNS_BY_SMS], signs[first + SIGNS_BY_SMS :]

    def _listed(self, signs: tuple[str, ...], words: Mapping[str, tuple[str, ...]]) -> str:
        """A line for each sign, with the words in which it was found."""
        texts, mark = self.world.content.texts, "-" if self.world.channel == "sms" else "–"
        lines = []
        for sign in signs:
            line = texts.fill(texts.template(f"flag.{sign}", self.state.language, self.world.channel), {})
            found = ", ".join(f"«{one}»" for one in words.get(sign, ())[:QUOTED])
            lines.append(f"{mark} {line} {found[:LONGEST_QUOTE]}".rstrip())
        return "\n".join(lines)

    def ways_here(self) -> tuple[Offer, ...]:
        """In the middle of a tree: the way back to what was being asked."""
        place = self.world.content.script.places.get(self.state.place)
        return (HERE,) if place and place.is_question else ()

    def back(self) -> None:
        """Return to the place before; from the first one, to the menu."""
        trail = self.state.trail
        self.set(trail=trail[:-1])
        self.go(trail[-1] if trail else "menu", back=True)

    def call_for_help(self, signs: tuple[str, ...], *, own_words: bool) -> None:
        """The call for help: a case at once, or a louder one where a case is open already."""
        self.do(DropTimer("doubt"))
        if self.state.held and not self.state.case and self.state.place.startswith("report-"):
            self.set(case=self.state.held)  # opened with its receipt: the cry belongs to it
        if self.state.case:
            self._call_again(signs, own_words=own_words)
            return
        self.open_case("urgent", signs)
        if own_words:
            self.do(Tell())
        self.go("sos")

    def _call_again(self, signs: tuple[str, ...], *, own_words: bool) -> None:
        if own_words:
            self.do(Tell())
        self.do(RaiseCase(signs))
        place = self.world.content.script.places.get(self.state.place)
        if place and place.hears_words and place.then and place.then != place.name and own_words:
            self.go(place.then)  # the cry is also an answer to what was being asked
        elif not self.state.taken or not own_words:
            self.say("heard-again")

    def open_case(self, level: Level, signs: tuple[str, ...] = (), *, unasked: bool = False, country: str = "") -> None:
        """Open a case; from here on everything the person writes reaches the operators."""
        number = self.world.new_case()
        self.set(case=number, taken=False)
        if self.state.doubt:  # words that may have been a cry lift whatever is opened next, and come with it
            level = "ask" if level == "routine" else level
            signs = tuple(dict.fromkeys((*signs, *self.world.triage(self.state.doubt).signs)))
        self.do(OpenCase(number, level, signs, unasked, country))
        if self.state.doubt:
            self.do(DropTimer("doubt"))
            self.do(Tell(self.state.doubt))
            self.set(doubt="")
        if self.state.report and level != "routine":  # what was told in a report so far comes along with a cry
            told = self.state.report
            self.set(report=(), report_asked=False)
            self.do(DropTimer("report"))
            self.do(FileReport(told, summary.facts(told, self.world.content.script), "so-far"))


@cache
def _offer(button: str, label: str) -> Offer:
    """The offers of the places are few, and made at every step."""
    return Offer(button, label)
