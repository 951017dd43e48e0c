"""Which concepts the words of a text stand for."""

import pytest

from faq.lexicon import Lexicon, too_short
from faq.normalise import fold

LEXICON = Lexicon.of({
    "wage": ["зарплат", "oylik", "айлык", "ish haq"], "money": ["пул="], "work": ["ish", "ишлат"], "take": ["қўй"],
    "year": ["йил="], "not-pay": ["не дают"],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        pytest.param("зарплату дают", ("wage",), id="a beginning"),
        pytest.param("ойлигим", (), id="another letter inside"),
        pytest.param("ойлик бермаяпти", ("wage",), id="the other alphabet"),
        pytest.param("ish haqimni", ("wage", "work"), id="two words, and the first alone"),
        pytest.param("пулимни", (), id="= means the whole word"),
        pytest.param("пул йўқ", ("money",), id="the whole word"),
        pytest.param("pasportni qoyib", ("take",), id="without the mark"),
        pytest.param("айлык айлыгым зарплата", ("wage",), id="said twice, meant once"),
        pytest.param("не дают", ("not-pay",), id="an expression"),
        pytest.param("нет дают", (), id="its short word is whole"),
        pytest.param("", (), id="nothing"),
    ],
)
def test_concepts(text: str, concepts: tuple[str, ...]) -> None:
    """Beginnings, whole words, pairs; in any spelling."""
    assert LEXICON.concepts(fold(text)) == concepts


def test_too_short() -> None:
    """A stem of two letters would begin half of all words."""
    assert too_short("па")
    assert not too_short("па=")
    assert not too_short("не дают"), "in an expression a short word is meant as it stands"
