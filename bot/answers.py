"""The FAQ on the command line: what `panoh ask` prints."""

from typing import Any

from bot.content import Content
from bot.render import question
from dialogues.state import State
from faq.language import guess
from faq.match import Perhaps, Sure, Unknown, match

LISTED = 5


def answer_line(content: Content, words: str, lang: str | None) -> dict[str, Any]:
    """One question as the contract's JSON object; `topics` always holds the five best, those that share nothing with it last."""
    found = match(words, content.faq, lang)
    ranked = dict(found.topics)
    topics = (*ranked, *(topic for topic in content.faq.topics if topic not in ranked))
    kind = {Sure: "sure", Perhaps: "perhaps", Unknown: "unknown"}[type(found)]
    return {
        "query": words,
        "kind": kind,
        "topics": [{"id": topic, "score": ranked.get(topic, 0.0)} for topic in topics[:LISTED]],
    }


def answer_text(content: Content, words: str, lang: str | None) -> str:
    """One question as a person reads the answer."""
    language = lang or guess(words) or "en"
    texts = content.dialogues.texts
    found = match(words, content.faq, lang)
    match found:
        case Sure(topic_id=topic):
            shown = texts.fill(content.faq.topics[topic].answer(language), {})
        case Perhaps(choices=choices):
            near = [f"– {question(content.faq.topics[one], State(language=language))}" for one in choices]
            shown = "\n".join([texts.say("perhaps", language), *near])
        case Unknown():
            shown = texts.say("unknown", language)
    return f"> {words}\n{shown}\n"
