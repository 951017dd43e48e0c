"""The ordinary question-and-answer bot that a hidden chat looks like, until the person's own word is written.

Nothing here tells of a case, of operators, or of what was before. Danger is heard all the same: the operators are woken, the cry
disappears from the chat, and the answer is one that only the person understands. What is written in an open case reaches the
operators; whoever else holds the phone learns nothing of it.
"""

from collections.abc import Callable
from typing import assert_never

from dialogues import anywhere, contact, hearing, hiding, report
from dialogues.choosing import choice_of, remember
from dialogues.effects import Count, Erase, Offer, RaiseCase, Tell, TellFact, Wipe
from dialogues.events import (
    CaseEnded,
    CaseResumed,
    CaseTaken,
    DoubtUnanswered,
    Edited,
    Event,
    FellSilent,
    HoursBegan,
    MonthPassed,
    PhoneLinked,
    Pressed,
    ReportSilent,
    Said,
    Sent,
    TextOwed,
)
from dialogues.hiding import PLAIN
from dialogues.script import Choice
from dialogues.untold import UNTOLD
from dialogues.walk import COUNTRY, MENU, PERSON, Walk
from dialogues.wishes import BY_SMS
from faq.match import Perhaps, Sure, Unknown

SHOWN = frozenset({
    PLAIN, "plain-numbers", "plain-erase", "plain-language", "language", "numbers", "origin", "where",
})  # fmt: skip
"""Places whose buttons do here what they do elsewhere."""


def step(walk: Walk, event: Event) -> None:
    """What happens in a hidden chat. Only what the person does is answered; nothing else wakes it."""
    match event:
        case Said(text):
            _said(walk, text)
        case Pressed(button):
            _pressed(walk, button)
        case Sent(_, caption, edited):
            _sent(walk, caption, edited=edited)
        case Edited(text):
            _edited(walk, text)
        case TextOwed(key, case, words):
            walk.owe(key, case, words)
        case DoubtUnanswered():
            hearing.doubt_unanswered(walk)
        case CaseTaken():
            walk.set(taken=True)
        case CaseEnded():
            walk.set(case=0, taken=False)
        case CaseResumed(number):
            walk.set(case=number, taken=False)
        case ReportSilent():
            report.silent(walk)
        case FellSilent() | HoursBegan() | MonthPassed():
            pass
        case PhoneLinked():
            contact.remember(walk, BY_SMS)
        case _:
            assert_never(event)


def _said(walk: Walk, text: str) -> None:
    if hiding.is_way_back(walk, text):
        hiding.come_back(walk)
        return
    danger = walk.world.triage("" if hiding.is_the_word(walk, text) else text)
    hearing.learn_language(walk, text, danger.lang)
    keyword = anywhere.find(walk, text)
    is_cry = danger.level == "urgent" and not hearing.is_bare_help(walk, text)
    if is_cry or (keyword and keyword[0] == "sos"):
        _cry(walk, danger.signs or ("cry",), own_words=True)
    elif keyword and keyword[0] in anywhere.WORDS:
        WORDS.get(keyword[0], _menu)(walk, keyword[1])
    elif text.strip() == "0":
        walk.go(PLAIN)
    elif picked := hearing.picked(walk, text):
        _pressed(walk, picked[0])
    else:
        _heard(walk, text, in_doubt=danger.level == "ask", signs=danger.signs)


def _cry(walk: Walk, signs: tuple[str, ...], *, own_words: bool) -> None:
    """A case at once, or a louder one; the cry disappears, and the answer is one to any question."""
    if walk.state.case:
        if own_words:
            walk.do(Tell())
        walk.do(RaiseCase(signs))
    else:
        walk.open_case("urgent", signs)
        if own_words:
            walk.do(Tell())
        walk.do(TellFact("hid", "fact.hid"))
    walk.do(Wipe())
    walk.say("plain-passed", *_ways(walk))


def _person(walk: Walk, _: str) -> None:
    if not walk.state.case:
        walk.open_case("routine")
        walk.do(TellFact("hid", "fact.hid"))
    walk.say("plain-passed", *_ways(walk))


def _ways(walk: Walk) -> tuple[Offer, ...]:
    """By SMS a way on costs money, and any word leads to the menu."""
    return () if walk.world.channel == "sms" else (MENU,)


def _heard(walk: Walk, text: str, *, in_doubt: bool, signs: tuple[str, ...]) -> None:
    """Free text is a question. Where it may be a cry, operators hear of it a little later, as elsewhere; here nobody is asked."""
    if walk.state.case:
        walk.do(Tell())
        if in_doubt:
            walk.do(RaiseCase(signs))
    elif in_doubt:
        hearing.keep_doubt(walk, text)
    _asked(walk, text)
    if in_doubt or signs:
        walk.say("plain-useful")


def _asked(walk: Walk, text: str) -> None:
    found = walk.world.ask(text, walk.state.language)
    match found:
        case Sure(topic_id=topic, country=country) if topic not in UNTOLD:
            walk.answer(topic, country, untold=UNTOLD)
            walk.do(Count("answered", topic))
        case Perhaps(choices=choices) if near := [one for one in choices if one not in UNTOLD]:
            walk.say("perhaps", *(Offer(f"topic:{one}", "", one) for one in near), *_ways(walk))
        case Sure() | Perhaps() | Unknown():
            walk.say("plain-unknown", *_ways(walk))
        case _:
            assert_never(found)


def _pressed(walk: Walk, button: str) -> None:
    """A button, perhaps an old one that could not be deleted: a cry is a cry, everything else of before leads to the menu."""
    kind, _, name = button.partition(":")
    found = choice_of(walk, button)
    if found and found[1].does == "help":
        _cry(walk, ("cry",), own_words=False)
    elif found and found[0].name in SHOWN:
        _chosen(walk, found[1])
    elif kind == "topic" and name in walk.world.content.topics - UNTOLD:
        walk.answer(name, untold=UNTOLD)
    elif button == COUNTRY.button:
        topic = walk.world.topics.get(walk.state.asked)
        walk.go("origin" if topic and topic.differs_by == "origin" else "where")
    elif button == PERSON.button:
        _person(walk, "")
    else:
        walk.go(PLAIN)


def _chosen(walk: Walk, choice: Choice) -> None:
    remember(walk, choice)
    if choice.does == "erase":
        walk.do(Erase())
        walk.say("plain-erased")
        walk.set(case=0, taken=False, hidden=False, word="", place="", menu=(), owed=(), doubt="")
    elif choice.does == "again" and walk.state.asked in walk.world.topics:
        walk.set(place=PLAIN)
        walk.answer(walk.state.asked, untold=UNTOLD)
    elif choice.says:
        walk.say(choice.says, *_ways(walk))
    else:
        walk.go(choice.go if choice.go in SHOWN else PLAIN)


def _sent(walk: Walk, caption: str, *, edited: bool) -> None:
    """A photo, a voice or a place reaches the operators of an open case and disappears; else we read only words."""
    danger = walk.world.triage(caption)
    if danger.level == "urgent":
        _cry(walk, danger.signs, own_words=True)
        return
    if walk.state.case:
        walk.do(Tell())
        walk.do(Wipe())
    if not edited:
        walk.say("plain-passed" if walk.state.case else "plain-unknown", *_ways(walk))


def _edited(walk: Walk, text: str) -> None:
    danger = walk.world.triage(text)
    if danger.level == "urgent":
        _cry(walk, danger.signs, own_words=True)
        return
    if walk.state.case:
        walk.do(Tell())
    walk.say("edited")


# Our words, as they are in hiding


def _menu(walk: Walk, _: str) -> None:
    walk.go(PLAIN)


def _hide(walk: Walk, _: str) -> None:
    hiding.hide(walk)


def _help(walk: Walk, _: str) -> None:
    walk.say("plain-help", *_ways(walk))


def _language(walk: Walk, code: str) -> None:
    if code:
        walk.choose_language(walk.world.content.languages.find(code) or walk.state.language)
    walk.go(PLAIN if code else "plain-language")


def _who(walk: Walk, country: str) -> None:
    code = walk.world.content.countries.find(country) if country else None
    if code:
        walk.set(country=code)
        walk.say(f"numbers.{code}", *_ways(walk))
    else:
        walk.go("plain-numbers")


def _delete(walk: Walk, _: str) -> None:
    walk.go("plain-erase")


WORDS: dict[str, Callable[[Walk, str], None]] = {
    "help": _help,
    "language": _language,
    "lat": anywhere.WORDS["lat"],
    "cyr": anywhere.WORDS["cyr"],
    "who": _who,
    "delete": _delete,
    "hide": _hide,
    "person": _person,
}
"""Every other word leads to the menu, as a word does that means nothing."""
