"""Whether a question is one that the FAQ answers: surely, perhaps, or not."""

from dataclasses import dataclass

from faq.entry import Faq

# Measured on wordings held out of the index (tests/faq/test_match.py does it again): at these two 0.96 of the sure
# answers are right and 0.60 of the questions are answered; a margin of 0.04 gives 0.94 and 0.65, 0.08 gives 0.98, 0.50.
SURE_SCORE = 0.22
"""A score from which a best topic that leads is shown as the answer."""
SURE_MARGIN = 0.055
"""How far the best must lead the second for that."""
CERTAIN_SCORE = 0.95
"""The wording itself: any lead will do."""
PERHAPS_SCORE = 0.13
"""Below this nothing is offered."""
PERHAPS_MARGIN = 0.12
"""How far behind the best a topic may be and still be offered beside it."""
CHOICES = 3
LISTED = 5

Ranking = tuple[tuple[str, float], ...]
"""The best topics with their scores, best first, whatever the decision is."""


@dataclass(frozen=True, slots=True)
class Sure:
    """One topic is the answer."""

    topic_id: str
    score: float
    topics: Ranking


@dataclass(frozen=True, slots=True)
class Perhaps:
    """The person is asked which of up to three was meant."""

    choices: tuple[str, ...]
    topics: Ranking


@dataclass(frozen=True, slots=True)
class Unknown:
    """Nothing fits well enough to be offered."""

    topics: Ranking


def match(question: str, faq: Faq, lang: str | None = None) -> Sure | Perhaps | Unknown:
    """Decide on a question; `lang` is the language the person has set, a hint only."""
    topics = tuple((f.label, round(f.score, 4)) for f in faq.index.find(question, limit=LISTED, lang=lang))
    if not topics or topics[0][1] < PERHAPS_SCORE:
        return Unknown(topics)
    (best, score), second = topics[0], topics[1][1] if len(topics) > 1 else 0.0
    margin = score - second
    if (score >= SURE_SCORE and margin >= SURE_MARGIN) or (score >= CERTAIN_SCORE and margin > 0):
        return Sure(best, score, topics)
    near = (topic for topic, s in topics if s >= max(PERHAPS_SCORE, score - PERHAPS_MARGIN))
    return Perhaps(tuple(near)[:CHOICES], topics)
