"""What a text costs, measured against an independent counter; what folding keeps, and where a long text is cut."""

import re

import pytest
import smsutil
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.sms_text import BASIC, EXTENDED, Segments, fold, menu, segments, split

GSM = st.text(alphabet=sorted(BASIC | EXTENDED), min_size=1, max_size=500)
ANY = st.text(
    alphabet=st.characters(blacklist_categories=("Cs",), blacklist_characters="\x1b"), min_size=1, max_size=300
)  # ESC is no letter
MIXED = st.one_of(GSM, ANY, st.text(alphabet="aЖ€😀 ", min_size=1, max_size=300))


@given(MIXED)
def test_counts_as_an_independent_counter(text: str) -> None:
    """smsutil counts the same number of segments in the same encoding."""
    theirs, ours = smsutil.split(text), segments(text)
    assert ours.encoding == ("GSM-7" if theirs.encoding.startswith("gsm") else "UCS-2")
    assert ours.count == len(theirs.parts)


COUNTS = [
    ("empty", "", Segments("GSM-7", 0, 1)),
    ("one full", "a" * 160, Segments("GSM-7", 160, 1)),
    ("one more", "a" * 161, Segments("GSM-7", 161, 2)),
    ("two full", "a" * 306, Segments("GSM-7", 306, 2)),
    ("three", "a" * 307, Segments("GSM-7", 307, 3)),
    ("an extended sign costs two", "€" * 80, Segments("GSM-7", 160, 1)),
    ("and is not cut in two", "a" * 152 + "€" + "a" * 152, Segments("GSM-7", 306, 3)),
    ("Cyrillic", "ж" * 70, Segments("UCS-2", 70, 1)),
    ("Cyrillic, one more", "ж" * 71, Segments("UCS-2", 71, 2)),
    ("a picture costs two", "😀" * 35, Segments("UCS-2", 70, 1)),
    ("and is not cut in two", "ж" * 66 + "😀" + "ж" * 66, Segments("UCS-2", 134, 3)),
    ("one letter makes all expensive", "a" * 70 + "ж", Segments("UCS-2", 71, 2)),
]


@pytest.mark.parametrize(
    ("text", "cost"), [row[1:] for row in COUNTS], ids=[f"{row[0]}-{len(row[1])}" for row in COUNTS]
)
def test_counts(text: str, cost: Segments) -> None:
    """The borders of one, two and three segments in both encodings."""
    assert segments(text) == cost


FOLDED = [
    ("apostrophes", "oʻ o‘ o’ o` gʼ", "o' o' o' o' g'"),
    ("quotation marks", "«да» “yes”", '"да" "yes"'),
    ("dashes", "9:00–18:00 — ok", "9:00-18:00 - ok"),
    ("dots and numero", "и т.д… № 5", "и т.д... No. 5"),
    ("spaces that do not break", "10\u00a0000", "10 000"),
    ("pictures", "🆘 I need help now", "I need help now"),
    ("a picture at the end", "Go on ➡️", "Go on"),
    ("a flag and a key", "1️⃣ один 🇰🇬", "1 один"),
    ("bullets", "• one", "- one"),
    ("letters stay", "қғҳ öüñ Әұ ß @ €", "қғҳ öüñ Әұ ß @ €"),
    ("lines stay", "a\nb", "a\nb"),
]


@pytest.mark.parametrize(("text", "folded"), [row[1:] for row in FOLDED], ids=[row[0] for row in FOLDED])
def test_fold(text: str, folded: str) -> None:
    """Typographic signs become plain ones."""
    assert fold(text) == folded


@given(st.text(alphabet=st.characters(categories=("L", "N")), max_size=60))
def test_fold_loses_no_letter(text: str) -> None:
    """Every letter and figure is still there; only ç, ş and ğ are written otherwise, № in words, and a few letters are apostrophes."""
    kept = re.sub("[çşğ№ʻʼʹℹ\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]", "", text)
    assert fold(kept) == kept


@given(MIXED)
def test_fold_is_done_once(text: str) -> None:
    """Folding what is folded changes nothing, and nothing gets dearer by more than a dash or three dots."""
    assert fold(fold(text)) == fold(text)
    assert segments(fold(text)).encoding == "GSM-7" or segments(text).encoding == "UCS-2"


@given(st.text(alphabet="ab \n", max_size=200), st.integers(3, 40))
def test_split_keeps_every_word(text: str, limit: int) -> None:
    """No part is too long or empty, no letter is lost, and a word is cut only where it is longer than a part."""
    parts = split(text, limit)
    assert all(len(part) <= limit for part in parts)
    assert re.sub(r"\s", "", "".join(parts)) == re.sub(r"\s", "", text)
    assert all(part.strip() for part in parts) or not text.strip()
    if all(len(word) <= limit for word in text.split()):
        assert [word for part in parts for word in part.split()] == text.split()


SPLITS = [
    ("short", "one two", 10, ["one two"]),
    ("as long as a part", "one two", 7, ["one two"]),
    ("between words", "one two three", 8, ["one two", "three"]),
    ("at a line's end", "one\ntwo three", 9, ["one\ntwo", "three"]),
    ("a long word whole", "a " + "b" * 10, 10, ["a", "b" * 10]),
    ("a word that is too long", "b" * 12, 5, ["bbbbb", "bbbbb", "bb"]),
    ("nothing", "", 5, [""]),
]


@pytest.mark.parametrize(("text", "limit", "parts"), [row[1:] for row in SPLITS], ids=[row[0] for row in SPLITS])
def test_split(text: str, limit: int, parts: list[str]) -> None:
    """A long text is cut between words."""
    assert split(text, limit) == parts


def test_menu() -> None:
    """Choices are digits, one a line."""
    assert menu("Where?", ("Russia", "Turkey")) == "Where?\n1 Russia\n2 Turkey"
    assert menu("Where?", ()) == "Where?"
