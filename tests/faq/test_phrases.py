"""Phrases contained in a text, and what that costs."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faq.phrases import Phrase, Phrases

INDEX = Phrases.build([
    Phrase("не выпуска*", "movement", "ru"), Phrase("нас заперл*", "movement", "ru"),
    Phrase("won't let * leave", "movement", "en"), Phrase("qamab qo'y*", "movement", "uz"),
    Phrase("ur*", "violence", "uz"), Phrase("=o'lib qol*", "injury", "uz"), Phrase("спасите", "cry", "ru"),
    Phrase("=мекушанд", "threats", "tg"), Phrase("!!!", "nothing", "en"),
])  # fmt: skip


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        pytest.param("они нас никуда не выпускают", {"movement"}, id="any ending"),
        pytest.param("нас тут вчера заперли", {"movement"}, id="two words between"),
        pytest.param("нас тут вчера вечером заперли", set(), id="three words between"),
        pytest.param("заперли нас", set(), id="another order"),
        pytest.param("they wont let us leave", {"movement"}, id="apostrophe and a gap"),
        pytest.param("bizni qamab qoyishdi", {"movement"}, id="without the mark"),
        pytest.param("қамаб қўйишган", {"movement"}, id="the other alphabet"),
        pytest.param("yt dsgecrf.n", {"movement"}, id="wrong layout"),
        pytest.param("нас запрели", {"movement"}, id="letters swapped"),
        pytest.param("urishyapti", {"violence"}, id="beats"),
        pytest.param("urmaydi", set(), id="does not beat"),
        pytest.param("olib qoldi", set(), id="=: no second spelling"),
        pytest.param("o'lib qoldi", {"injury"}, id="=: the very spelling"),
        pytest.param("чӣ хел мекунанд", set(), id="=: no typos"),
        pytest.param("спаситеее!!", {"cry"}, id="drawn out"),
        pytest.param("спасибо", set(), id="thanks is no cry"),
        pytest.param("", set(), id="empty"),
    ],
)
def test_spot(text: str, labels: set[str]) -> None:
    """What stands in a text, typos and other alphabets included."""
    assert {s.label for s in INDEX.spot(text)} == labels


def test_spot_tells_where() -> None:
    """A caller can look at what stands around the phrase."""
    (found,) = INDEX.spot("а они нас не выпускают")
    assert (found.start, found.end, found.phrase, found.lang) == (3, 5, "не выпуска*", "ru")


@given(st.text(max_size=300))
def test_never_raises(text: str) -> None:
    """Any text can be asked about; scores are 0 to 1."""
    assert all(0 <= s.score <= 1 for s in INDEX.spot(text))


def test_a_long_message_costs_little() -> None:
    """A message of Telegram's full length is searched at once (the limit is loose for slow machines)."""
    text = " ".join(f"слово{n} выпускали{n} qamab" for n in range(200))[:4096]
    start = time.perf_counter()
    INDEX.spot(text)
    assert time.perf_counter() - start < 0.5
