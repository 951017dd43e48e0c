"""From Telegram's HTML to plain text with entities, counted in UTF-16 units, with Telegram's own refusals."""

import html
import re
from typing import Any

from bot.emulator.checks import bad

Json = dict[str, Any]
KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
_TAG = re.compile(r"<(/?)([^<>\s/]*)([^<>]*)>")
_HREF = re.compile(r"""href\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_COMMAND = re.compile(r"(?<!\S)/[A-Za-z0-9_]{1,32}(?:@\w+)?")


def units(text: str) -> int:
    """Length in UTF-16 units, as Telegram counts offsets."""
    return len(text) + sum(c > "\uffff" for c in text)


def from_html(source: str) -> tuple[str, list[Json]]:
    """Plain text and entities of an HTML text; refuses unknown and unbalanced tags."""
    if "<" not in source:
        return html.unescape(source), []
    plain: list[str] = []
    found: list[Json] = []
    open_tags: list[tuple[str, int, Json]] = []
    position = length = 0
    while (start := source.find("<", position)) >= 0:
        piece = html.unescape(source[position:start])
        plain.append(piece)
        length += units(piece)
        position = _tag(source, start, length, open_tags, found)
    if open_tags:
        at = len(source.encode())
        raise bad(f"can't parse entities: Can't find end tag corresponding to start tag \"{open_tags[-1][0]}\" at {at}")
    plain.append(html.unescape(source[position:]))
    return "".join(plain), sorted(found, key=lambda e: (e["offset"], -e["length"]))


def _tag(source: str, start: int, length: int, open_tags: list[tuple[str, int, Json]], found: list[Json]) -> int:
    """Open or close the tag at `start`; where the text goes on."""
    at = f"at byte offset {len(source[:start].encode())}"
    match = _TAG.match(source, start)
    if match is None:
        raise bad(f"can't parse entities: Unclosed start tag {at}")
    closing, name, rest = match[1], match[2].lower(), match[3]
    if not closing:
        if name not in KINDS:
            raise bad(f'can\'t parse entities: Unsupported start tag "{name}" {at}')
        open_tags.append((name, length, _extra(name, rest)))
        return match.end()
    if not open_tags:
        raise bad(f"can't parse entities: Unexpected end tag {at}")
    expected, offset, extra = open_tags.pop()
    if name not in ("", expected):
        raise bad(f'can\'t parse entities: Unmatched end tag {at}, expected "</{expected}>", found "</{name}>"')
    if length > offset:
        found.append({"type": KINDS[expected], "offset": offset, "length": length - offset} | extra)
    return match.end()


def _extra(name: str, rest: str) -> Json:
    if name == "a" and (href := _HREF.search(rest)):
        return {"url": html.unescape(href[1] or href[2] or "")}
    return {}


def commands(text: str) -> list[Json]:
    """The `/commands` in what a person writes: the libraries look for these entities."""
    if "/" not in text:
        return []
    return [
        {"type": "bot_command", "offset": units(text[: m.start()]), "length": units(m[0])}
        for m in _COMMAND.finditer(text)
    ]


def formatted(params: Json, name: str, most: int) -> tuple[str, list[Json]]:
    """Text and entities of parameter `name` under its parse mode; ends trimmed, length checked."""
    mode = params.get("parse_mode", "").lower()
    if mode not in ("", "html"):
        raise bad("unsupported parse_mode; the emulator reads HTML only")
    source = params.get(name, "")
    text, found = from_html(source) if mode else (source, params.get(f"{'caption_' * (name == 'caption')}entities", []))
    text = text.rstrip() if found else text.strip()
    if len(text) > most:
        raise bad(f"message {'caption ' * (name == 'caption')}is too long")
    return text, found
