"""How well triage hears, measured on messages whose level is known: the figures of `panoh evaluate --messages`."""

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from faq.entry import ContentError
from faq.topics import nearest
from hotline_router.phrased import Urgency

LEVELS = ("urgent", "ask", "routine")
NEEDED, MORE = ("level", "message"), ("lang", "kind")


@dataclass(frozen=True, slots=True)
class Message:
    """A message and its right level; `kind` says how it is written (plain, indirect, noisy, hard, easy, doubt)."""

    level: str
    text: str
    lang: str = ""
    kind: str = ""


def messages(file: str, lines: Iterable[str]) -> list[Message]:
    """Read tab-separated messages under a header; `lang` and `kind` may be left out. Raises ContentError."""
    reader = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, restval="")
    have = reader.fieldnames or ()
    if missing := [name for name in NEEDED if name not in have]:
        wrong = f"has no column {missing[0]!r}"
        raise ContentError.at(file, "line 1", wrong, f"name the columns {' '.join((*NEEDED, *MORE))}, tabs between")
    return list(_messages(file, reader))


def _messages(file: str, reader: Iterable[Mapping[str, str]]) -> Iterator[Message]:
    for number, row in enumerate(reader, 2):
        if row["level"] not in LEVELS:
            raise ContentError.at(
                file, f"line {number}", f"has the level {row['level']!r}", nearest(row["level"], LEVELS)
            )
        yield Message(row["level"], row["message"], row.get("lang", ""), row.get("kind", ""))


def figures(asked: Sequence[Message], judge: Callable[[str], Urgency]) -> dict[str, Any]:
    """How many of each level came out as what: in all, by language, by kind, and by the sign that was named first."""
    judged = [(one, judge(one.text)) for one in asked]
    return {
        **_levels(judged),
        "by_lang": _grouped(judged, lambda one, _: one.lang),
        "by_kind": _grouped(judged, lambda one, _: one.kind),
        "by_sign": _grouped(judged, lambda _, found: found.signs[0] if found.signs else ""),
    }


Judged = Sequence[tuple[Message, Urgency]]


def _grouped(judged: Judged, name: Callable[[Message, Urgency], str]) -> dict[str, Any]:
    groups: dict[str, list[tuple[Message, Urgency]]] = {}
    for one in judged:
        groups.setdefault(name(*one), []).append(one)
    return {key: _levels(some) for key, some in sorted(groups.items()) if key}


def _levels(judged: Judged) -> dict[str, Any]:
    """For each right level: how many there are, and the share that came out as each level."""
    found: Counter[tuple[str, str]] = Counter((one.level, urgency.level) for one, urgency in judged)
    counts = {level: sum(found[level, got] for got in LEVELS) for level in LEVELS}
    return {
        level: {"n": count, **{got: round(found[level, got] / count, 4) for got in LEVELS}}
        for level, count in counts.items()
        if count
    }


def report(found: Mapping[str, Any]) -> str:
    """The figures as a table to read: what was right, and the shares that came out urgent, to be asked, routine."""
    lines = [f"{'':14}{'right level':14}{'n':>6}" + "".join(f"{got:>10}" for got in LEVELS)]
    groups = [("all", found)] + [
        (key, some) for by in ("by_lang", "by_kind", "by_sign") for key, some in found[by].items()
    ]
    for name, group in groups:
        lines += [
            f"{name:14}{level:14}{row['n']:>6}" + "".join(f"{row[got]:>10.3f}" for got in LEVELS)
            for level, row in group.items()
            if level in LEVELS
        ]
    return "\n".join(lines)
