"""What the examples tell about a message, and that it is kept on disk."""

from pathlib import Path

import numpy as np
import pytest

from bot.content import Content
from hotline_router.examples import SIGNS, load_examples
from hotline_router.kept import hear
from hotline_router.learnt import LONGEST, MOST_PARTS, parts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("нас держат", [], id="one part"),
        pytest.param(
            "привет, как дела там? все хорошо", ["как дела там", "все хорошо"], id="by signs, single words left out"
        ),
        pytest.param("работа хорошая но дверь заперта", ["работа хорошая", "дверь заперта"], id="by a but"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_parts(text: str, found: list[str]) -> None:
    """A message is read part by part, since danger may be an aside."""
    assert parts(text) == found


def test_parts_of_a_long_message_are_short_and_few() -> None:
    """Without a single comma too."""
    found = parts("слово раз два " * 3000)
    assert len(found) == MOST_PARTS
    assert all(len(part.split()) <= LONGEST for part in found)


def test_the_sign_is_that_of_like_examples(content: Content) -> None:
    """An operator is told what it may be, though no phrase of danger stands in the message."""
    assert content.signs.heard is not None
    told = content.signs.heard.tell("он приходит ко мне каждую ночь и ложится рядом, я не хочу")
    assert told.sign == "sexual"


def test_any_text_is_told_about(content: Content) -> None:
    """Nothing, signs, emoji, one letter, four thousand of them."""
    assert content.signs.heard is not None
    for text in ("", " ", "😀😀", "?!", "a", "я" * 4000, "я " * 2000, "\x00", "١٢٣", "𝖍𝖊𝖑𝖕"):
        told = content.signs.heard.tell(text)
        assert all(map(np.isfinite, told.numbers))
        assert told.sign in {"", *SIGNS}


def test_what_was_learnt_is_kept(content: Content, tmp_path: Path) -> None:
    """The second start reads it from the disk; a broken file is learnt anew, and without a disk it works too."""
    examples, text = load_examples(), "они нас заперли"
    first = hear(examples, content.faq, {"CACHE_DIRECTORY": str(tmp_path)}).tell(text)
    (made,) = (tmp_path / "panoh").glob("heard-*")
    assert hear(examples, content.faq, {"CACHE_DIRECTORY": str(tmp_path)}).tell(text) == first
    (made / "weights.npy").write_bytes(b"broken")
    assert hear(examples, content.faq, {"CACHE_DIRECTORY": str(tmp_path)}).tell(text) == first
    assert hear(examples, content.faq, {"CACHE_DIRECTORY": "/dev/null"}).tell(text) == first
