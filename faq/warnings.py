"""What in the FAQ does not stop the service but wants an editor."""

from collections.abc import Iterable, Iterator
from datetime import date

from faq.catalog import UNREVIEWED
from faq.entry import Answer, Faq, Topic
from faq.load import Draft

FEWEST_WORDINGS = 10


def warnings(faq: Faq | Draft, today: date) -> list[str]:
    """What does not stop the service but wants an editor: `file: key: what is wrong; what to do`."""
    found = [w for topic in faq.topics.values() for w in _topic_warnings(topic, faq.languages, today)]
    answers = [answer for topic in faq.topics.values() for answer in topic.answers().values()]
    counts = {lang: sum(lang in answer.unreviewed for answer in answers) for lang in faq.languages}
    who = "answers no native speaker has read; have them read"
    return found + [f"faq/locales/{lang}.po: {UNREVIEWED}: {n} {who}" for lang, n in counts.items() if n]


def _topic_warnings(topic: Topic, languages: Iterable[str], today: date) -> Iterator[str]:
    file = f"faq/content/{topic.id}.toml"
    if topic.review_by < today:
        yield f"{file}: review_by: was {topic.review_by}; check the answer and its sources, then set new dates"
    for country, answer in topic.answers().items():
        yield from _answer_warnings(f"{topic.id}.{country}".rstrip("."), answer, languages)
    for lang in languages:
        if topic.wordings.get(lang, 0) < FEWEST_WORDINGS:
            have = topic.wordings.get(lang, 0) or "none"
            yield f"{file}: wordings.{lang}: there are {have}; write {FEWEST_WORDINGS} as people type them"


def _answer_warnings(key: str, answer: Answer, languages: Iterable[str]) -> Iterator[str]:
    for lang in languages:
        for kind, texts in (("text", answer.texts), ("sms", answer.sms)):
            if lang not in texts:
                state = "is fuzzy or out of date" if lang in answer.stale else "is not translated"
                yield f"faq/locales/{lang}.po: {key}.{kind}: {state}; translate it, until then another language is shown"
