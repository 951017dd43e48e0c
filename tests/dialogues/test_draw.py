"""The pictures of the trees: whole, well-formed, and honest about texts that nobody has read."""

from xml.etree import ElementTree as ET

import pytest

from bot.content import Content
from dialogues.draw import Box, Way, boxes, picture, trees
from dialogues.texts import LANGUAGES

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_place_is_drawn_once(content: Content, language: str) -> None:
    """All pages together hold every place, each with an arrow for every way inside its page."""
    said, drawn = content.dialogues, []
    for name, places in trees(said.script).items():
        shown = boxes(places, said.script, said.texts, language, ())
        drawn += [box.name for box in shown]
        root = ET.fromstring(picture(name, shown))  # noqa: S314 – our own picture
        inside = {box.name for box in shown}
        ways = sum(way.to in inside for box in shown for way in box.ways)
        assert len(root.findall(f"{SVG}path")) == ways
        assert len(root.findall(f"{SVG}rect")) == len(shown) + 1
    assert sorted(drawn) == sorted(said.script.places)


def test_trees_have_pages_of_their_own(content: Content) -> None:
    """What belongs together stands together."""
    pages = trees(content.dialogues.script)
    assert set(pages) >= {"menu", "offer", "sos"}
    assert {place.name for place in pages["offer"]} >= {"offer", "offer-who", "offer-result"}


def test_unread_words_are_marked(content: Content) -> None:
    """A place whose text or label no native speaker has read is drawn dashed."""
    said = content.dialogues
    place = said.script.places["offer-fees"]
    for unread, marked in (({"offer-fees"}, True), ({"offer-yes"}, True), ({"menu"}, False)):
        (box,) = boxes([place], said.script, said.texts, "tg", unread)
        assert box.is_marked is marked
        assert ("stroke-dasharray" in picture("x", (box,))) is marked


def test_signs_stay_signs() -> None:
    """Words with signs of XML, loops and ways to other pages do no harm."""
    shown = (
        Box("a", '<b> & "c"', (Way("round", "a"), Way("away", "other"), Way("on", "b"))),
        Box("b", ""),
        Box("c", "alone"),
    )
    root = ET.fromstring(picture("a < b", shown))  # noqa: S314
    assert len(root.findall(f"{SVG}path")) == 2
    assert '<b> & "c"' in {text.text for text in root.iter(f"{SVG}text")}
