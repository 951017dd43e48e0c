"""Pictures (SVG) of what leads where: boxes in columns, each with its ways on, and an arrow for every way. No program is needed."""

import textwrap
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape

from dialogues.script import Choice, Place, Script
from dialogues.texts import Texts

WIDE, GAP, LINE, PAD = 340, 90, 17, 8
LETTERS = 42
"""How many letters stand in a line of a box."""
MOST_LINES = 6
"""Lines of a text that are shown; the picture is of the ways, not of the words."""
FEWEST = 3
"""Places whose names begin alike have a page of their own from this many on; the others share one."""
OWN_WORDS = "✎ …"
"""The way on for whoever answers in their own words."""
REST = "menu"
COLUMNS = 5
"""How many columns stand side by side; the next ones begin below, so that a page can be printed."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way on: its words, and the box to which it leads (empty: it ends here)."""

    words: str
    to: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """One place: its words and its ways. A marked one is drawn dashed: nobody has read its words; one whose words are missing in red."""

    name: str
    words: str
    ways: tuple[Way, ...] = ()
    is_marked: bool = False
    is_missing: bool = False

    @property
    def lines(self) -> tuple[str, ...]:
        """The words as they stand in the box."""
        found = [line for part in self.words.splitlines() for line in textwrap.wrap(part, LETTERS)]
        return tuple(found[:MOST_LINES]) + (("…",) if len(found) > MOST_LINES else ())

    @property
    def height(self) -> int:
        """In units of the picture."""
        return 2 * PAD + LINE * (1 + len(self.lines) + len(self.ways))


def trees(script: Script) -> Mapping[str, tuple[Place, ...]]:
    """The pages: places by the beginning of their names, and all that have none in common."""
    grouped: dict[str, list[Place]] = {}
    for place in script.places.values():
        grouped.setdefault(place.name.partition("-")[0], []).append(place)
    pages: dict[str, list[Place]] = {REST: []}
    for name, places in grouped.items():
        pages.setdefault(name if len(places) >= FEWEST else REST, []).extend(places)
    return {name: tuple(places) for name, places in pages.items()}


def boxes(
    places: Iterable[Place],
    script: Script,
    texts: Texts,
    language: str,
    unread: Collection[str],
    missing: Collection[str] = (),
) -> tuple[Box, ...]:
    """The places of a page as boxes, in a language; `unread` are the keys that no native speaker has read, `missing` those without a translation."""
    shown = tuple(places)
    names = {place.name for place in shown}
    return tuple(
        Box(
            place.name,
            texts.template(place.name, language, "telegram") if texts.has(place.name) else "",
            tuple(_ways(place, script, texts, language, names)),
            any(key in unread for key in _keys(place, script)),
            any(key in missing for key in _keys(place, script)),
        )
        for place in shown
    )


def _keys(place: Place, script: Script) -> tuple[str, ...]:
    return (place.name, *(choice.label for _, choice in script.offered(place)))


def _ways(place: Place, script: Script, texts: Texts, language: str, names: Collection[str]) -> Iterator[Way]:
    for risk, target in place.by_risk.items():
        yield Way(f"{risk}{_away(target, names)}", target)
    for known, target in place.when.items():
        yield Way(f"({known}){_away(target, names)}", target)
    for _, choice in script.offered(place):
        noted = f" ⚑ {choice.notes}" if choice.notes else ""
        ends = f"{noted}{_end(choice)}{_away(choice.go, names)}"
        yield Way(f"{texts.template(choice.label, language, 'telegram')}{ends}", choice.go)
    if place.then and place.then != place.name:
        yield Way(f"{OWN_WORDS}{_away(place.then, names)}", place.then)


def _away(target: str, names: Collection[str]) -> str:
    """The name of a place on another page, to which no arrow can lead."""
    return f" ⇒ {target}" if target and target not in names else ""


def _end(choice: Choice) -> str:
    """What a choice does besides leading somewhere."""
    if choice.answer:
        return f" → FAQ {choice.answer}"
    return f" → {choice.does or choice.says}" if choice.does or choice.says else ""


def legend(shown: Collection[Box]) -> str:
    """What the marks on a page mean, and how many boxes have them."""
    unread, missing = sum(box.is_marked for box in shown), sum(box.is_missing for box in shown)
    told = [f"dashed: no native speaker has read it ({unread} of {len(shown)})"] if unread else []
    told += [f"red: not translated, or older than the English text ({missing} of {len(shown)})"] if missing else []
    return " · ".join(told)


def picture(title: str, shown: tuple[Box, ...]) -> str:
    """The boxes in columns by how far they are from the first, with an arrow for every way between them."""
    at = _placed(shown)
    width = max(x for x, _ in at.values()) + WIDE + GAP
    height = max(at[box.name][1] + box.height for box in shown) + GAP
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="12">',
        '<defs><marker id="a" markerWidth="8" markerHeight="8" refX="7" refY="4" orient="auto"><path d="M0,0 8,4 0,8z"/></marker></defs>',
        f'<rect width="{width}" height="{height}" fill="white"/><text x="20" y="26" font-size="18">{escape(title)}</text>',
        f'<text x="20" y="42" fill="#555">{escape(legend(shown))}</text>',
    ]
    for box in shown:
        parts += _arrows(box, at)
    for box in shown:
        parts += _drawn(box, *at[box.name])
    return "\n".join([*parts, "</svg>\n"])


def _placed(shown: tuple[Box, ...]) -> dict[str, tuple[int, int]]:
    """Where each box stands: columns by the fewest steps from the first box, those that none leads to at the start."""
    by_name = {box.name: box for box in shown}
    depth = {shown[0].name: 0}
    queue = [shown[0].name]
    for name in queue:
        for way in by_name[name].ways:
            if way.to in by_name and way.to not in depth:
                depth[way.to] = depth[name] + 1
                queue.append(way.to)
    at, top, below = {}, 50, 50
    filled: dict[int, int] = {}
    for box in sorted(shown, key=lambda one: depth.get(one.name, 0)):
        column = depth.get(box.name, 0)
        if column not in filled:
            top = below if column % COLUMNS == 0 else top
            filled[column] = top
        at[box.name] = (20 + column % COLUMNS * (WIDE + GAP), filled[column])
        filled[column] += box.height + 30
        below = max(below, filled[column])
    return at


def _arrows(box: Box, at: Mapping[str, tuple[int, int]]) -> Iterator[str]:
    x, y = at[box.name]
    for number, way in enumerate(box.ways):
        if way.to in at:
            start = (x + WIDE, y + PAD + LINE * (1 + len(box.lines) + number) + LINE // 2)
            end = (at[way.to][0], at[way.to][1] + PAD + LINE // 2)
            bend = (start[0] + GAP // 2, start[1], end[0] - GAP // 2, end[1])
            yield (
                f'<path d="M{start[0]},{start[1]} C{bend[0]},{bend[1]} {bend[2]},{bend[3]} {end[0]},{end[1]}" '
                'fill="none" stroke="#777" marker-end="url(#a)"/>'
            )


def _drawn(box: Box, x: int, y: int) -> Iterator[str]:
    dashed = ' stroke-dasharray="6 3"' if box.is_marked else ""
    colour = "#c00" if box.is_missing else "#333"
    yield f'<rect x="{x}" y="{y}" width="{WIDE}" height="{box.height}" rx="6" fill="#fffdf5" stroke="{colour}"{dashed}/>'
    lines = [(box.name, ' font-weight="bold"'), *((line, "") for line in box.lines)]
    lines += [
        (textwrap.shorten(f"• {way.words}", LETTERS + 6, placeholder=" …"), ' fill="#0645ad"') for way in box.ways
    ]
    for number, (line, style) in enumerate(lines, 1):
        yield f'<text x="{x + PAD}" y="{y + LINE * number + 2}"{style}>{escape(line)}</text>'
