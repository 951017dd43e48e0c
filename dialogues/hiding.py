"""Hiding the chat: what is said before, the word that brings the person back, and the step into hiding and out of it.

What is said while the chat is hidden is in `plain.py`.
"""

from dialogues.effects import Say, ShowHeld, TellFact, Wipe
from dialogues.walk import Walk
from faq.match import Unknown
from faq.normalise import fold

BEFORE, ASKS, PLAIN = "hide", "hide-word", "plain"
FEWEST_LETTERS = 3
LONGEST = 30
LEAVES = frozenset({"hide", "back", "menu", "no", "delete", "language", "help", "person", "contact", "sos"})
"""Our words that are meant as such where a word is asked for."""


def asked(walk: Walk, _: str) -> None:
    """The word HIDE: explained before its first use, done at once where a word was chosen, or when it is said twice."""
    if walk.state.word or walk.state.place in (BEFORE, ASKS):
        hide(walk)
    else:
        walk.go(BEFORE)


def is_the_word(walk: Walk, text: str) -> bool:
    """Whether a message is HIDE, written out in any language: then nothing else may be heard in it."""
    return walk.world.content.keywords.labels.get(fold(text)) == "hide"


def confirmed(walk: Walk) -> None:
    """The person wants it: only the word may be missing."""
    if walk.state.word:
        hide(walk)
    else:
        walk.go(ASKS)


def hears(walk: Walk, text: str) -> bool:
    """Where a word is asked for: one that fits is taken and the chat hidden, another is asked for anew. False: it was no word."""
    if walk.state.place != ASKS:
        return False
    word = text.strip()
    if len(word.split()) != 1 or word.isdecimal():
        return False
    if walk.world.content.keywords.find(word) in LEAVES or walk.world.triage(word).level != "routine":
        return False
    if _fits(walk, word):
        walk.set(word=walk.world.mark(fold(word)))
        hide(walk)
    else:
        walk.say("hide-unfit")
    return True


def _fits(walk: Walk, word: str) -> bool:
    """Whether a word means nothing here, so that nobody writes it by chance."""
    content, folded = walk.world.content, fold(word)
    if not FEWEST_LETTERS <= sum(sign.isalpha() for sign in folded) <= LONGEST:
        return False
    if any(words.find(word) for words in (content.keywords, content.countries, content.languages)):
        return False
    return isinstance(walk.world.ask(word, walk.state.language), Unknown)


def hide(walk: Walk) -> None:
    """From here on nothing tells of what was before. What was owed to the person stays owed."""
    walk.effects = [effect for effect in walk.effects if not isinstance(effect, Say)]
    walk.set(owed=walk.before.owed)
    if walk.state.case:
        walk.do(TellFact("hid", "fact.hid"))
    walk.do(Wipe())
    walk.set(hidden=True, silence="", place="", trail=(), menu=(), told=(), asked="", rated="")
    walk.go(PLAIN)


def is_way_back(walk: Walk, text: str) -> bool:
    """Whether a text is the person's own word."""
    word, state = fold(text), walk.state
    if not 0 < len(word) <= 2 * LONGEST:
        return False
    if state.word:
        return walk.world.is_mark(state.word, word)
    # Who was in too great a hurry to choose a word was told the example.
    return word == fold(walk.world.content.texts.constants["example"])


def come_back(walk: Walk) -> None:
    """The person is back: what was held is shown, and the conversation stands where help is near."""
    walk.set(hidden=False, place="", trail=(), menu=(), told=())
    walk.say("hide-back")
    walk.say_what_is_owed()
    walk.do(ShowHeld())
    if walk.state.case:
        walk.do(TellFact("back", "fact.back"))
        walk.set(place="sos-waiting")
        walk.say("case-open")
    else:
        walk.go("menu")
