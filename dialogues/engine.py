"""step(state, event, world) -> (state, effects): the only place where a conversation moves.

The order in which a text is heard: danger, a word that works everywhere, a digit or label of what was offered, the answer
to what is being asked, a question to the FAQ. In an open case everything that is not one of our own words reaches the operators too.
"""

from dataclasses import replace
from typing import assert_never

from rapidfuzz import fuzz

from dialogues import anywhere, asking
from dialogues.alphabets import LATIN_BY_HABIT
from dialogues.effects import Count, DropTimer, Effect, Erase, Miss, Offer, RaiseCase, SetTimer, Tell, TellFact
from dialogues.events import (
    CaseEnded,
    CaseResumed,
    CaseTaken,
    DoubtUnanswered,
    Edited,
    Event,
    Pressed,
    Said,
    Sent,
    TextOwed,
)
from dialogues.script import Choice, Place
from dialogues.state import State
from dialogues.texts import Channel, Texts
from dialogues.walk import BACK, COUNTRY, HELP, HERE, MENU, PERSON, Walk
from dialogues.world import World
from faq.language import is_latin
from faq.match import Perhaps, Sure, Unknown
from faq.normalise import fold

ENOUGH_LETTERS = 5
"""A word shorter than this (SOS, JOB) does not tell in which alphabet the person writes."""
OUR_BUSINESS = frozenset({"language", "lat", "cyr", "delete", "sos"})
"""Words that are no message to the operators (SOS tells itself)."""
SMALL_TALK = frozenset({"greeting"})
LONGEST_DOUBT = 4000
"""Characters of doubtful words that are kept until they are explained."""
LONGEST_LABEL = 60
"""Characters that a button shows, so that a longer text is none."""
DOUBT_SECONDS = 5 * 60.0
"""How long a doubtful cry may stay unexplained before an operator sees it."""


def step(state: State, event: Event, world: World) -> tuple[State, tuple[Effect, ...]]:
    """Where the conversation stands after the event, and what must be done. Pure; never raises on anything a person does."""
    walk = Walk(_at_home(state, world), world)
    if isinstance(event, Said | Pressed | Sent | Edited):
        walk.say_what_is_owed()
    match event:
        case Said(text):
            _said(walk, text)
        case Pressed(button):
            _pressed(walk, button)
        case Sent(kind, caption, edited):
            _sent(walk, kind, caption, edited=edited)
        case Edited(text):
            _edited(walk, text)
        case TextOwed(key, case, words):
            walk.owe(key, case, words)
        case DoubtUnanswered():
            if not walk.state.case:
                walk.open_case("ask", unasked=True)
                walk.owe("case-open", walk.state.case)
        case CaseTaken():
            walk.set(taken=True, place="sos-waiting", trail=(), menu=(), told=())
        case CaseEnded():
            walk.set(case=0, taken=False, place="menu", trail=(), menu=(), told=())
        case CaseResumed(number):
            walk.set(case=number, taken=False)
        case _:
            assert_never(event)
    return walk.state, tuple(walk.effects)


def _at_home(state: State, world: World) -> State:
    """A person whose place a new release removed stands in the menu."""
    if state.place and state.place not in world.content.script.places:
        state = replace(state, place="menu", menu=(), told=())
    known = tuple(place for place in state.trail if place in world.content.script.places)
    return state if known == state.trail else replace(state, trail=known)


def _said(walk: Walk, text: str) -> None:
    danger = walk.world.triage(text)
    _learn_language(walk, text, danger.lang)
    if danger.level == "urgent":
        walk.call_for_help(danger.signs, own_words=True)
    elif not _is_our_word(walk, text):
        _heard(walk, text, in_doubt=danger.level == "ask", signs=danger.signs)


def _learn_language(walk: Walk, text: str, danger_language: str | None) -> None:
    """Until a language is chosen, answer in the one that the person writes in."""
    if walk.state.language and not walk.state.guessed:
        return
    is_word = text.startswith("/") or anywhere.find(walk, text) is not None
    told = danger_language or (None if is_word else walk.world.guess(text))
    if told or not walk.state.language:
        walk.set(language=told or walk.world.hint, guessed=True)
    if not is_word and not walk.state.alphabet_asked and len(fold(text)) >= ENOUGH_LETTERS:
        usual, typed = walk.state.language in LATIN_BY_HABIT, is_latin(text)
        walk.set(alphabet="" if typed == usual else "lat" if typed else "cyr")


def _is_our_word(walk: Walk, text: str) -> bool:
    """A keyword, a digit or a label: done, and not passed on to operators."""
    if (keyword := anywhere.find(walk, text)) and keyword[0] in anywhere.WORDS:
        if walk.state.case and keyword[0] not in OUR_BUSINESS:
            walk.do(Tell())
            if walk.state.taken and keyword[0] in SMALL_TALK:
                return True  # an operator is there, whom this is for
        anywhere.WORDS[keyword[0]](walk, keyword[1])
        return True
    if text.strip() == "0" and not walk.state.taken:
        walk.back()
        return True
    if picked := _picked(walk, text):
        if walk.state.taken:
            walk.do(Tell())  # a number may answer the operator's question as well as our menu
        before = len(walk.effects)
        for button in picked:
            _pressed(walk, button)
        walk.keep_last_text(before, several=len(picked) > 1)
        return True
    return False


def _picked(walk: Walk, text: str) -> tuple[str, ...]:
    """The buttons that digits, a typed label, yes or no stand for."""
    menu = walk.state.menu
    bare = "".join(sign for sign in text if sign not in " .,;)+")
    if bare.isdecimal() and bare.isascii():
        return _by_digits(walk, bare)
    if (word := walk.world.content.keywords.find(text)) in ("yes", "no", "unknown"):
        return tuple(button for button in menu if button.endswith(f":{word}"))[:1]
    return _by_label(walk, fold(text)) or asking.by_words(walk, text)


def _by_digits(walk: Walk, digits: str) -> tuple[str, ...]:
    menu, place = walk.state.menu, walk.world.content.script.places.get(walk.state.place)
    if 0 < int(digits) <= len(menu):
        return (menu[int(digits) - 1],)
    if place and place.many and all(0 < int(digit) <= len(menu) for digit in digits):
        return tuple(menu[int(digit) - 1] for digit in dict.fromkeys(digits))
    return ()


def _by_label(walk: Walk, folded: str) -> tuple[str, ...]:
    if not 2 <= len(folded) <= LONGEST_LABEL:
        return ()
    texts, language = walk.world.content.texts, walk.state.language
    for button in walk.state.menu:
        choice = _choice(walk, button)
        if choice and _is_near(texts, choice[1].label, (language, walk.state.alphabet), folded):
            return (button,)
    return ()


def _is_near(texts: Texts, label: str, written: tuple[str, str], folded: str) -> bool:
    """Whether a text is what stands on a button, or in an SMS: as it is written, and in the person's alphabet."""
    language, own = written
    channels: tuple[Channel, ...] = ("telegram", "sms")
    forms = (
        texts.say(label, language, channel, alphabet) for channel in channels for alphabet in dict.fromkeys(("", own))
    )
    return any(fuzz.ratio(fold(form), folded) >= 88 for form in forms)


def _heard(walk: Walk, text: str, *, in_doubt: bool, signs: tuple[str, ...]) -> None:
    """Free text: an answer in a case, else a question to the FAQ."""
    place = walk.world.content.script.places.get(walk.state.place)
    if walk.state.case:
        walk.do(Tell())
        if in_doubt:
            walk.do(RaiseCase(signs))
        if place and place.hears_words:
            _answered(walk, place, text)
            return
    if not (place and asking.heard(walk, place, text)):
        _asked(walk, text, near_danger=in_doubt or bool(signs))
    if in_doubt and not walk.state.case:
        is_first_doubt = not walk.state.doubt
        walk.set(doubt="\n".join(filter(None, (walk.state.doubt, text)))[-LONGEST_DOUBT:])
        if is_first_doubt:  # the time runs from the first doubtful words: more of them may not put it off
            walk.do(SetTimer("doubt", DOUBT_SECONDS))
        walk.go("doubt")


def _answered(walk: Walk, place: Place, text: str) -> None:
    """Words that answer what a place asks: a country in them is remembered, and the conversation goes on."""
    for word in (text, *text.split()):
        if code := walk.world.content.countries.find(word):
            walk.set(country=code)
            walk.do(TellFact(f"country:{code}", f"country.{code}"))
            break
    if place.then and place.then != place.name:
        walk.go(place.then)
    else:
        walk.added()


def _asked(walk: Walk, text: str, *, near_danger: bool) -> None:
    """A question: the checked answer, a few near ones, or an honest "I do not know"; near danger always with the call for help."""
    help_first = (HELP,) if near_danger and not walk.state.case else ()
    first = walk.state.place == ""
    found = walk.world.ask(text, walk.state.language)
    match found:
        case Sure(topic_id=topic, country=country):
            walk.answer(topic, country, near_danger=near_danger)
            walk.do(Count("answered", topic))
        case Perhaps(choices=choices):
            near = (Offer(f"topic:{one}", "", one) for one in choices)
            walk.say("perhaps", *help_first, *near, *walk.ways_here(), PERSON, MENU)
            walk.do(Count("offered"))
        case Unknown():
            if not (walk.state.case or near_danger):  # what is said in a case or in danger is no matter for editors
                walk.do(Count("unknown"))
                walk.do(Miss(text))
            if walk.state.case:
                walk.added()
            elif near_danger or not first:
                walk.say("unknown", *help_first, *walk.ways_here(), PERSON, MENU)
        case _:
            assert_never(found)
    if first:
        walk.go("language" if isinstance(found, Unknown) else "welcome")


def _choice(walk: Walk, button: str) -> tuple[Place, Choice] | None:
    name, _, choice_id = button.partition(":")
    place = walk.world.content.script.places.get(name)
    choice = place.choice(choice_id) if place else None
    return (place, choice) if place and choice else None


def _pressed(walk: Walk, button: str) -> None:
    if not walk.state.language:
        walk.set(language=walk.world.hint, guessed=True)
    kind, _, name = button.partition(":")
    if found := _choice(walk, button):
        _chosen(walk, *found)
    elif kind == "topic" and name in walk.world.content.topics:
        walk.answer(name)
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
    _remember(walk, choice)
    asking.note(walk, place, choice)
    if choice.tells and walk.state.case:
        walk.do(TellFact(choice.tells, choice.label))
    match choice.does:
        case "help":
            walk.call_for_help(("cry",), own_words=False)
            return
        case "erase":
            walk.do(Erase())
            walk.say("erased")
            walk.set(case=0, taken=False, place="", trail=(), menu=(), told=())
            return
        case "again":
            if walk.state.asked in walk.world.topics:
                walk.set(place="menu")
                walk.answer(walk.state.asked)
            else:
                walk.go("menu")
            return
        case "person":
            was_open = walk.state.case
            anywhere.person(walk)
            if not was_open:
                asking.tell(walk)
            return
        case "calm":
            walk.do(DropTimer("doubt"))
            walk.set(doubt="")
        case None:
            pass
        case _:
            assert_never(choice.does)
    _onward(walk, place, choice)


def _remember(walk: Walk, choice: Choice) -> None:
    if choice.language:
        walk.choose_language(choice.language, choice.alphabet)
    if choice.origin:
        walk.set(origin=choice.origin)
    if choice.country:
        walk.set(country=choice.country)
        if walk.state.case:
            walk.do(TellFact(f"country:{choice.country}", choice.label))


def _onward(walk: Walk, place: Place, choice: Choice) -> None:
    if choice.says:
        walk.say(choice.says, MENU)
    if choice.answer:
        walk.answer(choice.answer)
    if choice.go:
        walk.go(choice.go)
    elif place.many and choice.tells:
        walk.set(
            told=(*walk.state.told, choice.id) if walk.state.place == place.name else (choice.id,), place=place.name
        )
        walk.show(place)


def _sent(walk: Walk, kind: str, caption: str, *, edited: bool) -> None:
    if not walk.state.language:
        walk.set(language=walk.world.hint, guessed=True)
    danger = walk.world.triage(caption)
    if danger.level == "urgent" and not walk.state.case:
        walk.call_for_help(danger.signs, own_words=True)
    elif walk.state.case:
        walk.do(Tell())
        if danger.level == "urgent":
            walk.do(RaiseCase(danger.signs))
        if not edited:  # a live location moves every few seconds: nobody wants an answer to each
            walk.added()
    elif edited:
        return
    elif caption:
        _heard(walk, caption, in_doubt=danger.level == "ask", signs=danger.signs)
    elif kind != "sticker":
        walk.say("not-text", HELP, MENU)
    else:
        walk.go("menu")


def _edited(walk: Walk, text: str) -> None:
    """A changed message is heard for danger and reaches the operators; a changed question has to be asked again."""
    danger = walk.world.triage(text)
    _learn_language(walk, text, danger.lang)
    if walk.state.case:
        walk.do(Tell())
        if danger.level == "urgent":
            walk.do(RaiseCase(danger.signs))
    elif danger.level == "urgent":
        walk.call_for_help(danger.signs, own_words=True)
    else:
        walk.say("edited")
