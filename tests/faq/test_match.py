"""The decision on a question, and the figures it reaches on questions that the index has not seen."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faq.entry import Faq
from faq.evaluate import Outcome, figures, queries
from faq.lexicon import Lexicon
from faq.load import SHIPPED, load
from faq.match import CHOICES, LISTED, Perhaps, Sure, Unknown, match
from faq.phrases import Phrase
from faq.wordings import Wordings
from hotline_router.load import directory

QUESTIONS = Path(__file__).with_name("questions.tsv")
"""Written from the list of topics alone, before the wordings and apart from them; the judge is fitted to them."""
UNSEEN = Path(__file__).with_name("unseen.tsv")
"""Written likewise by somebody else, later; looked at once, when the judge's level was chosen, and used for nothing else."""

SMALL = Faq({}, Wordings.of([
    Phrase("хозяин забрал паспорт и не отдаёт", "passport-taken", "ru"),
    Phrase("забрали паспорт", "passport-taken", "ru"),
    Phrase("потерял паспорт", "passport-lost", "ru"), Phrase("украли паспорт на вокзале", "passport-lost", "ru"),
    Phrase("как получить патент на работу", "patent", "ru"), Phrase("patent olish uchun nima kerak", "patent", "uz"),
    Phrase("не платят зарплату", "wages", "ru"), Phrase("oyligimni bermayapti", "wages", "uz"),
]), Lexicon())  # fmt: skip


@cache
def shipped() -> Faq:
    """The FAQ as it is shipped."""
    return load(numbers=directory(SHIPPED.parent / "hotline_router" / "content" / "directory.toml").numbers())


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        pytest.param("как получить патент", "patent", id="part of a wording"),
        pytest.param("PATENT OLISH UCHUN NIMA KERAK???", "patent", id="the wording, loud"),
        pytest.param("патент олиш учун нима керак", "patent", id="the other alphabet"),
        pytest.param("patyeryal pasport", "passport-lost", id="three typos in two words"),
        pytest.param("yt gkfnzn pfhgkfne", "wages", id="the Latin layout left on"),
        pytest.param("zp", None, id="nothing"),
        pytest.param("?!", None, id="no letters"),
        pytest.param("90", None, id="a number"),
    ],
)
def test_decision(question: str, topic: str | None) -> None:
    """Sure when one topic leads; otherwise a choice or nothing, never a guess."""
    decision = match(question, SMALL)
    assert (decision.topic_id if isinstance(decision, Sure) else None) == topic
    if isinstance(decision, Perhaps):
        assert 1 <= len(decision.choices) <= CHOICES


@pytest.mark.parametrize("question", ["паспорт", "pasport", "документы", "виза", "passport"])
def test_one_word_that_fits_several_topics_is_asked_back(question: str) -> None:
    """A lone word is no question that one answer settles."""
    assert isinstance(match(question, shipped()), Perhaps)


@pytest.mark.parametrize(
    ("question", "topic", "country"),
    [
        pytest.param("в Корее не платят зарплату", "wages-unpaid", "kr", id="ru"),
        pytest.param("Qozog'istonda oylik bermayapti", "wages-unpaid", "kz", id="uz"),
        pytest.param("не платят зарплату", "wages-unpaid", "", id="none"),
    ],
)
def test_a_country_in_the_question(question: str, topic: str, country: str) -> None:
    """The country named decides which form of the answer is shown."""
    decision = match(question, shipped())
    assert isinstance(decision, Sure)
    assert (decision.topic_id, decision.country) == (topic, country)


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


def test_an_index_without_wordings_knows_nothing() -> None:
    """An empty FAQ answers nothing, and does not break."""
    assert match("где патент", Faq({}, Wordings.of([]), Lexicon())) == Unknown(())


@pytest.mark.parametrize("questions", [QUESTIONS, UNSEEN], ids=["questions", "unseen"])
def test_figures(questions: Path) -> None:
    """The figures that the product promises, over all topics and languages, plain, short and noisy."""
    asked = queries(questions.name, questions.read_text("utf-8").splitlines())
    found = figures([Outcome(one, match(one.text, shipped(), one.lang), 0.0) for one in asked])
    assert found["n"] >= 650
    assert found["sure_precision"] >= 0.95
    assert found["reject"] >= 0.95
    assert found["answered"] >= 0.65
    assert found["top1"] >= 0.85
    assert found["top3"] >= 0.94
    assert min(one["top1"] for one in found["by_lang"].values()) >= 0.75
