"""What a person writes or sends, and the order in which it is heard.

Danger, a word that works everywhere, a digit or label of what was offered, the answer to what is being asked, a question to
the FAQ. In an open case everything that is not one of our own words reaches the operators too.
"""

from typing import assert_never

from rapidfuzz import fuzz

from dialogues import anywhere, asking, contact, hiding, report, returning, silence
from dialogues.alphabets import LATIN_BY_HABIT
from dialogues.choosing import choice_of, pressed
from dialogues.effects import Count, Miss, Offer, RaiseCase, Say, SetTimer, Tell, TellFact
from dialogues.script import Place
from dialogues.texts import Channel
from dialogues.walk import HELP, MENU, PERSON, Walk
from faq.language import is_latin
from faq.match import Perhaps, Sure, Unknown
from faq.normalise import fold

ENOUGH_LETTERS = 5
"""A word shorter than this (SOS, JOB) does not tell in which alphabet the person writes."""
OUR_BUSINESS = frozenset({"language", "lat", "cyr", "delete", "hide", "sos"})
"""Words that are no message to the operators (SOS tells itself)."""
SMALL_TALK = frozenset({"greeting"})
LONGEST_DOUBT = 4000
"""Characters of doubtful words that are kept until they are explained."""
NEAR = 88
"""From this likeness on (0 to 100) a text is taken for a label."""
LONGEST_LABEL = 60
"""Characters that a button shows, so that a longer text is none."""
DOUBT_SECONDS = 5 * 60.0
"""How long a doubtful cry may stay unexplained before an operator sees it."""


def said(walk: Walk, text: str) -> None:
    """A message in words."""
    if hiding.hears(walk, text):
        return
    danger, is_word = walk.world.triage("" if hiding.is_the_word(walk, text) else text), is_bare_help(walk, text)
    learn_language(walk, text, None if is_word else danger.lang)
    if danger.level == "urgent" and not is_word:
        walk.call_for_help(danger.signs, own_words=True)
    elif not _is_our_word(walk, text):
        _heard(walk, text, in_doubt=danger.level == "ask", signs=danger.signs)


def is_bare_help(walk: Walk, text: str) -> bool:
    """HELP alone asks for the list of words, which names SOS first; a cry has more words, and in a case it is one all the same."""
    return walk.world.content.keywords.find(text) == "help"


def learn_language(walk: Walk, text: str, danger_language: str | None) -> None:
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
    if returning.code(walk, text):
        return True
    if (keyword := anywhere.find(walk, text)) and keyword[0] in anywhere.WORDS:
        if walk.state.case and keyword[0] not in OUR_BUSINESS:
            walk.do(Tell())
            if walk.state.taken and keyword[0] in SMALL_TALK:
                return True  # an operator is there, whom this is for
        if not silence.comes_back(walk, keyword[0]):
            anywhere.WORDS[keyword[0]](walk, keyword[1])
        return True
    if text.strip() == "0" and not walk.state.taken:
        walk.back()
        return True
    if chosen := picked(walk, text):
        if walk.state.taken:
            walk.do(Tell())  # a number may answer the operator's question as well as our menu
        before = len(walk.effects)
        for button in chosen:
            pressed(walk, button)
        if len(chosen) > 1:
            _keep_last_text(walk, before)
        return True
    return False


def _keep_last_text(walk: Walk, after: int) -> None:
    """After several choices in one message only the last text is said; the first `after` effects stay."""
    last = max((at for at, effect in enumerate(walk.effects) if isinstance(effect, Say)), default=-1)
    walk.effects = [
        one for at, one in enumerate(walk.effects) if at in (last, *range(after)) or not isinstance(one, Say)
    ]


def picked(walk: Walk, text: str) -> tuple[str, ...]:
    """The buttons that digits, a typed label, yes or no stand for."""
    menu = walk.state.menu
    bare = "".join(sign for sign in text if sign not in " .,;)+")
    if bare.isdecimal() and bare.isascii():
        return _by_digits(walk, bare)
    if (word := walk.world.content.keywords.find(text)) in ("yes", "no", "unknown"):
        return tuple(button for button in menu if button.endswith(f":{word}"))[:1]
    return _by_label(walk, text) or asking.by_words(walk, text)


def _by_digits(walk: Walk, digits: str) -> tuple[str, ...]:
    menu, place = walk.state.menu, walk.world.content.script.places.get(walk.state.place)
    if 0 < int(digits) <= len(menu):
        return (menu[int(digits) - 1],)
    if place and place.many and all(0 < int(digit) <= len(menu) for digit in digits):
        return tuple(menu[int(digit) - 1] for digit in dict.fromkeys(digits))
    return ()


def _by_label(walk: Walk, text: str) -> tuple[str, ...]:
    """The button whose words a text is most like; one in two alphabets (O'zbekcha, Ўзбекча) is told by its letters."""
    folded = fold(text)
    if not 2 <= len(folded) <= LONGEST_LABEL:
        return ()
    offered = ((button, choice_of(walk, button)) for button in walk.state.menu)
    scored = [(_likeness(walk, found[1].label, text, folded), button) for button, found in offered if found]
    best = max(scored, default=(0.0, ""), key=lambda one: one[0])
    return (best[1],) if best[0] >= NEAR else ()


def _likeness(walk: Walk, label: str, text: str, folded: str) -> float:
    """How like (0 to 100) a text is to what stands on a button, or in an SMS: as it is written, and in the person's alphabet."""
    texts, state = walk.world.content.texts, walk.state
    channels: tuple[Channel, ...] = ("telegram", "sms")
    alphabets = dict.fromkeys(("", state.alphabet))
    forms = {texts.say(label, state.language, channel, alphabet) for channel in channels for alphabet in alphabets}
    if any(form.casefold() == text.strip().casefold() for form in forms):
        return 101.0
    return max(fuzz.ratio(fold(form), folded) for form in forms)


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
    if not (place and (report.heard(walk, place, text) or asking.heard(walk, place, text))):
        _asked(walk, text, near_danger=in_doubt or bool(signs))
    if in_doubt and not walk.state.case and not report.is_explained(walk, place):
        keep_doubt(walk, text)
        walk.go("doubt")


def keep_doubt(walk: Walk, text: str) -> None:
    """Words that may be a cry wait to be explained; an operator sees them when they are not."""
    is_first_doubt = not walk.state.doubt
    walk.set(doubt="\n".join(filter(None, (walk.state.doubt, text)))[-LONGEST_DOUBT:])
    if is_first_doubt:  # the time runs from the first doubtful words: more of them may not put it off
        walk.do(SetTimer("doubt", DOUBT_SECONDS))


def doubt_unanswered(walk: Walk) -> None:
    """Nobody explained the words: an operator looks at them; the person hears of it when they write."""
    if not walk.state.case:
        walk.open_case("ask", unasked=True)
        walk.owe("case-open", walk.state.case)


def _answered(walk: Walk, place: Place, text: str) -> None:
    """Words that answer what a place asks: a country in them is remembered, and the conversation goes on."""
    for word in (text, *text.split()):
        if code := walk.world.content.countries.find(word):
            walk.be_in(code)
            walk.do(TellFact(f"country:{code}", f"country.{code}"))
            break
    if place.hears == "hours":
        contact.note_hours(walk, text)
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


def sent(walk: Walk, kind: str, caption: str, *, edited: bool) -> None:
    """Something that is not text; a caption may hold words."""
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
    elif report.sent(walk, kind):
        place = walk.world.content.script.places.get(walk.state.place)
        if danger.level == "ask" and not report.is_explained(walk, place):
            keep_doubt(walk, caption)
            walk.go("doubt")
    elif caption:
        _heard(walk, caption, in_doubt=danger.level == "ask", signs=danger.signs)
    elif kind != "sticker":
        walk.say("not-text", HELP, MENU)
    else:
        walk.go("menu")


def edited(walk: Walk, text: str) -> None:
    """A changed message is heard for danger and reaches the operators; a changed question has to be asked again."""
    danger = walk.world.triage(text)
    learn_language(walk, text, danger.lang)
    if walk.state.case:
        walk.do(Tell())
        if danger.level == "urgent":
            walk.do(RaiseCase(danger.signs))
    elif danger.level == "urgent":
        walk.call_for_help(danger.signs, own_words=True)
    else:
        is_answer = report.is_asked(walk.world.content.script.places.get(walk.state.place))
        walk.say("report-changed" if is_answer else "edited")
