"""The decision on a question, and the figures it reaches on wordings that the index has not seen."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faq.entry import Faq
from faq.load import SHIPPED
from faq.match import CHOICES, LISTED, Perhaps, Sure, Unknown, match
from faq.phrases import Phrase, Phrases

FOLDS = 8


def _wordings() -> list[Phrase]:
    """The shipped wordings, read plainly so that a mistake elsewhere in the content does not hide the figures."""
    topics = [tomllib.loads(path.read_text("utf-8")) for path in sorted((SHIPPED / "content").glob("*.toml"))]
    return [Phrase(w, t["id"], lang) for t in topics for lang, ws in t["wordings"].items() for w in ws]


SMALL = Faq({}, Phrases.build([
    Phrase("хозяин забрал паспорт и не отдаёт", "passport-taken", "ru"),
    Phrase("забрали паспорт", "passport-taken", "ru"),
    Phrase("потерял паспорт", "passport-lost", "ru"), Phrase("украли паспорт на вокзале", "passport-lost", "ru"),
    Phrase("как получить патент на работу", "patent", "ru"), Phrase("patent olish uchun nima kerak", "patent", "uz"),
    Phrase("не платят зарплату", "wages", "ru"), Phrase("oyligimni bermayapti", "wages", "uz"),
]))  # fmt: skip


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        pytest.param("как получить патент", "patent", id="part of a wording"),
        pytest.param("PATENT OLISH UCHUN NIMA KERAK???", "patent", id="the wording, loud"),
        pytest.param("патент олиш учун нима керак", "patent", id="the other alphabet"),
        pytest.param("patyeryal pasport", "passport-lost", id="three typos in two words"),
        pytest.param("паспорт", None, id="fits two topics"),
        pytest.param("zp", None, id="nothing"),
    ],
)
def test_decision(question: str, topic: str | None) -> None:
    """Sure when one topic leads; otherwise a choice or nothing, never a guess."""
    decision = match(question, SMALL)
    assert (decision.topic_id if isinstance(decision, Sure) else None) == topic
    if isinstance(decision, Perhaps):
        assert 1 <= len(decision.choices) <= CHOICES


def test_the_best_are_always_listed() -> None:
    """Whatever the decision is, the five best are there, best first."""
    for question in ("паспорт", "как получить патент", "погода"):
        topics = match(question, SMALL).topics
        assert len(topics) <= LISTED
        assert [s for _, s in topics] == sorted((s for _, s in topics), reverse=True)
    assert match("", SMALL) == Unknown(())


@given(st.text(max_size=200), st.sampled_from([None, "ru", "uz", "xx"]))
def test_never_raises(question: str, lang: str | None) -> None:
    """Any text gets a decision."""
    assert isinstance(match(question, SMALL, lang), Sure | Perhaps | Unknown)


def test_held_out_wordings() -> None:
    """Each eighth of the shipped wordings is asked of an index of the others: sure answers are right."""
    rows = _wordings()
    asked = right_first = among_three = sure = sure_right = 0
    for fold in range(FOLDS):
        faq = Faq({}, Phrases.build(p for i, p in enumerate(rows) if i % FOLDS != fold))
        for p in rows[fold::FOLDS]:
            decision = match(p.text, faq, p.lang)
            ids = [topic for topic, _ in decision.topics]
            asked += 1
            right_first += ids[:1] == [p.label]
            among_three += p.label in ids[:3]
            if isinstance(decision, Sure):
                sure += 1
                sure_right += decision.topic_id == p.label
    assert sure_right / sure >= 0.95
    assert sure_right / asked >= 0.5
    assert right_first / asked >= 0.78
    assert among_three / asked >= 0.92
