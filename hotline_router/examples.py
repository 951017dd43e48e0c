"""Examples of what people write, by how urgent it is: content/messages/LANG.toml and the words of danger, loaded and checked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from faq import toml
from faq.entry import ContentError
from faq.language import LANGUAGES
from faq.lexicon import Lexicon, too_short
from faq.normalise import fold
from faq.topics import nearest, phrase_problems

Kind = Literal["urgent", "ask", "calm"]
KINDS: tuple[Kind, ...] = ("urgent", "ask", "calm")
SHIPPED = Path(__file__).parent / "content"
WORDS = "danger-words.toml"
PLACE = "hotline_router/content/"
CRY = "cry"
SIGNS = (
    "movement", "documents", "violence", "threats", "debt", "wages", "isolation", "child", "self-harm", "injury",
    "sold", "sexual", "deceived", CRY,
)  # fmt: skip
"""The names that the ILO and UNODC give to what is seen from outside, and the bare cry."""


@dataclass(frozen=True, slots=True)
class Example:
    """One message as somebody might type it; `sign` is empty where it is calm."""

    text: str
    kind: Kind
    sign: str
    lang: str


@dataclass(frozen=True, slots=True)
class Examples:
    """All of them, with the words of danger that mean the same in several languages."""

    rows: tuple[Example, ...]
    words: Lexicon
    unreviewed: Mapping[str, int]
    """How many no native speaker has read, by language."""

    def warnings(self) -> Iterator[str]:
        """What wants an editor: `file: key: what is wrong; what to do`."""
        for language, count in self.unreviewed.items():
            if count:
                what = f"{count} examples no native speaker has read; have them read, then write true"
                yield f"{PLACE}messages/{language}.toml: reviewed: {what}"


def load_examples(folder: Path = SHIPPED) -> Examples:
    """Read `folder/messages/*.toml` and the words beside them; raises one ExceptionGroup that holds every problem."""
    problems: list[ContentError] = []
    rows: list[Example] = []
    unreviewed = {}
    for path in sorted((folder / "messages").glob("*.toml")):
        file = f"{PLACE}messages/{path.name}"
        raw = _toml(path, file, problems)
        found = list(_problems(file, path.stem, raw))
        problems += found
        if not found:
            own = [Example(line, kind, _sign(kind, sign), path.stem) for kind, sign, line in _lines(raw)]
            rows += own
            unreviewed[path.stem] = 0 if raw.get("reviewed", False) else len(own)
    if not rows and not problems:
        wrong, mend = "there is no example", f"put files such as ru.toml into {folder / 'messages'}"
        problems.append(ContentError.at(f"{PLACE}messages", "*.toml", wrong, mend))
    words = _words(_toml(folder / WORDS, f"{PLACE}{WORDS}", problems), problems)
    if problems:
        raise ExceptionGroup("messages", problems)
    return Examples(tuple(rows), words, unreviewed)


def _toml(path: Path, file: str, problems: list[ContentError]) -> Mapping[str, Any]:
    try:
        raw, broken = toml.read(path)
    except FileNotFoundError:
        raw, broken = {}, []
        problems.append(ContentError.at(file, "(whole file)", "is not there", "put it back"))
    problems += [
        ContentError.at(file, "(whole file)", f"is not readable TOML ({error})", "mend that line") for error in broken
    ]
    return raw


def _problems(file: str, lang: str, raw: Mapping[str, Any]) -> Iterator[ContentError]:
    """Unknown names, values that are no texts, and lines that stand twice."""
    if lang not in LANGUAGES:
        yield ContentError.at(file, "file", "is no known language", nearest(lang, LANGUAGES))
    if not isinstance(raw.get("reviewed", False), bool):
        yield ContentError.at(file, "reviewed", f"is {raw['reviewed']!r}", "write true or false")
    for key in raw.keys() - {"reviewed", *KINDS}:
        yield ContentError.at(file, key, "is no known key", nearest(key, ("reviewed", *KINDS)))
    sound = True
    for kind in KINDS:
        for problem in _section(file, kind, raw.get(kind, {})):
            sound = False
            yield problem
    if sound:
        yield from _twice(file, raw)


def _section(file: str, kind: Kind, section: object) -> Iterator[ContentError]:
    if not isinstance(section, dict):
        yield ContentError.at(file, kind, "is no table", f"write [{kind}] and under it sign = '''…'''")
        return
    for sign, lines in section.items():
        key = f"{kind}.{sign}"
        if kind != "calm" and sign not in SIGNS:
            yield ContentError.at(file, key, "is no known sign", nearest(sign, SIGNS))
        if not isinstance(lines, str):
            yield ContentError.at(file, key, "is no text", "write ''' above and below the messages, one a line")
        else:
            for line in (one for one in _split(lines) if not fold(one)):
                yield ContentError.at(file, key, f"{line!r} holds no letters", "take it out or finish it")


def _twice(file: str, raw: Mapping[str, Any]) -> Iterator[ContentError]:
    """The same message cannot be urgent and calm."""
    kinds: dict[str, str] = {}
    for kind, sign, line in _lines(raw):
        first = kinds.setdefault(fold(line), kind)
        if first != kind:
            yield ContentError.at(file, f"{kind}.{sign}", f"{line!r} is also {first}", "keep it in one of them")


def _lines(raw: Mapping[str, Any]) -> Iterator[tuple[Kind, str, str]]:
    for kind in KINDS:
        for sign, lines in raw.get(kind, {}).items():
            yield from ((kind, sign, line) for line in _split(lines))


def _split(lines: str) -> list[str]:
    return [line.strip() for line in lines.splitlines() if line.strip()]


def _sign(kind: Kind, name: str) -> str:
    """Calm messages are sorted under names of the editors' own."""
    return "" if kind == "calm" else name


def _words(raw: Mapping[str, Any], problems: list[ContentError]) -> Lexicon:
    before = len(problems)
    for concept, lists in raw.items():
        if not isinstance(lists, dict):
            problems.append(
                ContentError.at(f"{PLACE}{WORDS}", concept, "is no table", "write a list of stems for each language")
            )
            continue
        problems += phrase_problems(f"{PLACE}{WORDS}", concept, lists)
        problems += [
            ContentError.at(
                WORDS, f"{concept}.{lang}", f"{stem!r} begins too many words", "lengthen it, or end it with ="
            )
            for lang, stems in lists.items()
            for stem in stems
            if isinstance(stem, str) and too_short(stem)
        ]
    if len(problems) > before:
        return Lexicon()
    # A mark keeps them apart from the concepts of the FAQ with the same name.
    return Lexicon.of({f"!{name}": [one for stems in lists.values() for one in stems] for name, lists in raw.items()})
