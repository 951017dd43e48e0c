"""Which labels a whole text is most like."""

from hypothesis import given
from hypothesis import strategies as st

from faq.lexicon import Lexicon
from faq.phrases import Phrase
from faq.wordings import Wordings

ROWS = [
    Phrase("как получить патент", "patent", "ru"), Phrase("патент получить где", "patent", "ru"),
    Phrase("patent olish", "patent", "uz"), Phrase("потерял паспорт", "lost", "ru"), Phrase("паспорт украли", "lost", "ru"),
    Phrase("зарплату не дают", "wages", "ru"),
]  # fmt: skip
INDEX = Wordings.of(ROWS)


def test_best_first_and_one_a_label() -> None:
    """The very wording is nearest, in any alphabet; each label stands once."""
    found = INDEX.rank("kak poluchit patent").found
    assert found[0].label == "patent"
    assert found[0].near == 1
    assert [f.rank for f in found] == sorted((f.rank for f in found), reverse=True)
    assert len({f.label for f in found}) == len(found)


def test_what_is_unlike_ranks_low() -> None:
    """Hardly anything shared, nothing near."""
    ranking = INDEX.rank("zzz")
    assert all(f.near < 0.2 for f in ranking.found)
    assert ranking.seen < 0.5
    assert INDEX.rank("").found == ()


def test_a_language_is_only_a_hint() -> None:
    """It moves a rank a little, and decides nothing."""
    plain, hinted = INDEX.rank("патент", None).found[0], INDEX.rank("патент", "uz").found[0]
    assert plain.label == hinted.label == "patent"
    assert abs(plain.rank - hinted.rank) < 0.1


def test_concepts_bring_languages_together() -> None:
    """A word that no wording holds is understood through the lexicon."""
    lexicon = Lexicon.of(
        {"wage": ["зарплат", "oylig"], "not-give": ["не дают", "bermaya"], "lose": ["потерял", "yo'qot"]}
    )
    index = Wordings.of(ROWS, lexicon.concepts)
    assert index.rank("oyligimni bermayapti").found[0].label == "wages"


@given(st.text(max_size=300))
def test_never_raises(text: str) -> None:
    """Any text can be asked about; likeness is 0 to 1."""
    assert all(0 <= f.near <= 1.0001 for f in INDEX.rank(text).found)
