"""Answers on the command line: what `panoh ask` and `panoh offer` print."""

from typing import Any

from bot.render import question
from dialogues.flags import Flags, read
from dialogues.state import State
from dialogues.texts import Texts
from faq.entry import Faq
from faq.language import guess
from faq.match import Perhaps, Sure, Unknown, match

LISTED = 5


def answer_line(faq: Faq, words: str, lang: str | None) -> dict[str, Any]:
    """One question as the contract's JSON object; `topics` always holds the five best, those that share nothing with it last."""
    found = match(words, faq, lang)
    ranked = dict(found.topics)
    topics = (*ranked, *(topic for topic in faq.topics if topic not in ranked))
    kind = {Sure: "sure", Perhaps: "perhaps", Unknown: "unknown"}[type(found)]
    return {
        "query": words,
        "kind": kind,
        "topics": [{"id": topic, "score": ranked.get(topic, 0.0)} for topic in topics[:LISTED]],
    }


def offer_line(flags: Flags, text: str) -> dict[str, Any]:
    """One advertisement as the contract's JSON object; `matched` are the words of the text in which a sign was found."""
    found = read(text, flags)
    signs = [{"id": flag, "matched": list(words)} for flag, words in found.found.items()]
    return {"text": text, "risk": found.risk, "flags": signs}


def answer_text(faq: Faq, texts: Texts, words: str, lang: str | None) -> str:
    """One question as a person reads the answer."""
    language = lang or guess(words) or "en"
    found = match(words, faq, lang)
    match found:
        case Sure(topic_id=topic, country=country):
            shown = texts.fill(faq.topics[topic].answer(country).say(language), {})
        case Perhaps(choices=choices):
            near = [f"– {question(faq.topics[one], State(language=language))}" for one in choices]
            shown = "\n".join([texts.say("perhaps", language), *near])
        case Unknown():
            shown = texts.say("unknown", language)
    return f"> {words}\n{shown}\n"
