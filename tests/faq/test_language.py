"""Which language a text is in, and when that cannot be told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faq.language import LANGUAGES, guess


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        pytest.param(lang, text, id=f"{lang}-{text}")
        for lang, text in [
            ("en", "how do I get my passport back"), ("en", "don't let's go"), ("en", "they took my passport"),
            ("ru", "как получить патент"), ("ru", "zdravstvuyte kak poluchit patent"), ("ru", "помогите"),
            ("ru", "не платят"), ("uz", "patent olish uchun nima kerak"), ("uz", "паспортимни олиб қўйишди"),
            ("uz", "pasportimni olib qo'yishdi"), ("uz", "ёрдам беринг"), ("uz", "qancha to'lash kerak"),
            ("tg", "Шиносномаи маро гирифтанд"), ("tg", "ба ман кор лозим"), ("tg", "кумак кунед"),
            ("tg", "man kor mekunam pul namediyand"), ("ky", "паспортумду алып койду"),
            ("ky", "жумуш берүүчү айлык бербей жатат"), ("ky", "ailygymdy berbei jatat emne kylam"),
            ("kk", "жалақымды бермей жатыр не істеймін"), ("kk", "зарплатамды бермей жатыр"), ("kk", "Сәлем"),
            (None, "паспорт"), (None, "patent"), (None, "ok"), (None, ""), (None, "112"), (None, "salom"),
        ]
    ],
)  # fmt: skip
def test_guess(lang: str | None, text: str) -> None:
    """Telling letters and common words decide; one word of two languages does not."""
    assert guess(text) == lang


@given(st.text(max_size=200))
def test_never_raises(text: str) -> None:
    """Any text has one of our languages or none."""
    assert guess(text) in {*LANGUAGES, None}
