"""One spelling for matching: what must fold together, what must not, and slips of the keyboard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faq.normalise import fold, folds, is_latin, tokens, unslip


@pytest.mark.parametrize(
    "spellings",
    [
        pytest.param(
            ("Помогите!", "pomogite", "ПОМОГИТЕЕЕ", "пoмoгите"), id="ru help, also in Latin and mixed letters"
        ),
        pytest.param(("ещё", "еще", "eshche"), id="ru yo"),
        pytest.param(("ёрдам", "yordam", "YORDAM"), id="uz yordam"),
        pytest.param(("йўқ", "yo'q", "yoʻq", "yo‘q", "yo`q", "yõq"), id="uz apostrophes and the reform"),
        pytest.param(("şartnoma", "shartnoma", "шартнома"), id="uz reform sh"),
        pytest.param(("ma'lumot", "маълумот", "malumot"), id="uz hard sign"),
        pytest.param(("маҷбур", "мачбур", "majbur", "мажбур", "мәжбүр"), id="tg majbur in every keyboard"),
        pytest.param(("ҳуҷҷат", "хуччат", "hujjat"), id="tg doubled"),
        pytest.param(("кӯмак", "кумак", "kumak"), id="tg long u"),
        pytest.param(("көмек", "комек", "kömek".replace("ö", "o")), id="kk help"),
        pytest.param(("қамап қойды", "камап койды", "qamap qoydy"), id="kk without its letters"),
        pytest.param(("өлтүрөт", "олтурот"), id="ky without its letters"),
        pytest.param(("жардам", "jardam", "zhardam"), id="ky zh"),
        pytest.param(("полиция", "politsiya", "policiya"), id="ts"),
        pytest.param(("SOS", "s.o.s", "S O S", "СОС", "COC", "soooos", "🆘", "ЫЩЫ"), id="sos"),
        pytest.param(("4to", "что", "chto"), id="digit for a letter"),
        pytest.param(("passport", "pasport", "паспорт"), id="doubled letters"),
        pytest.param(("112", "１１２"), id="digits stay"),
    ],
)
def test_folds_together(spellings: tuple[str, ...]) -> None:
    """However it is typed, the word is the same."""
    assert len({fold(s) for s in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("o'ldi", "oldi", id="uz died and took"),
        pytest.param("112", "12", id="numbers are not squeezed"),
        pytest.param("бьют", "пьют", id="ru beat and drink"),
        pytest.param("мекушанд", "мекунанд", id="tg kill and do"),
    ],
)
def test_stays_apart(one: str, other: str) -> None:
    """What means something else is not folded into one."""
    assert fold(one) != fold(other)


def test_second_spelling_without_the_mark() -> None:
    """Half of the people type o' as o, and ў as о."""
    assert fold("yoq") in folds("yo'q")
    assert fold("yoq") in folds("йўқ")
    assert len(folds("salom")) == 1


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("ghbdtn", "привет", id="hello"),
        pytest.param("gjvjubnt", "помогите", id="help"),
        pytest.param("vtyz ,m.n", "меня бьют", id="punctuation is letters"),
        pytest.param("ltymub yt gkfnzn", "деньги не платят", id="sentence"),
        pytest.param("help me please", None, id="English"),
        pytest.param("thx pls rply tmrw", None, id="English without vowels"),
        pytest.param("meni qamab qoyishdi", None, id="Uzbek"),
        pytest.param("Jumush beruuchu passportumdu aldy", None, id="Kyrgyz in Latin"),
        pytest.param("привет", None, id="Cyrillic"),
        pytest.param("ok", None, id="too short to tell"),
    ],
)
def test_unslip(typed: str, meant: str | None) -> None:
    """Only what was typed in the wrong layout is put right."""
    assert unslip(typed) == meant


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("salom", True, id="latin"),
        pytest.param("салом", False, id="cyrillic"),
        pytest.param("1!", False, id="no letters"),
    ],
)
def test_is_latin(text: str, expected: bool) -> None:  # noqa: FBT001 (a column of the table)
    """The alphabet of most letters."""
    assert is_latin(text) is expected


@given(st.text(max_size=200))
def test_fold_is_idempotent_and_tidy(text: str) -> None:
    """Folding again changes nothing, and words have single spaces between."""
    folded = fold(text)
    assert fold(folded) == folded
    assert folded == " ".join(tokens(text))
    unslip(text)
    is_latin(text)
