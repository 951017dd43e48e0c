"""How good the matching is, measured on labelled questions: the figures of `panoh evaluate`."""

import csv
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from faq.entry import ContentError
from faq.match import Perhaps, Sure, Unknown
from faq.phrases import Phrase

QUERY_COLUMNS = ("lang", "query", "expected", "also")
ENTRY_COLUMNS = ("lang", "wording", "topic")


@dataclass(frozen=True, slots=True)
class Query:
    """A question and its right answer; `expected` is empty where nothing should be answered, `also` holds other right ids."""

    lang: str
    text: str
    expected: str
    also: frozenset[str] = frozenset()

    def is_right(self, topic: str) -> bool:
        """Whether that topic answers it."""
        return bool(self.expected) and (topic == self.expected or topic in self.also)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the matcher made of a question, and how long that took, in microseconds."""

    query: Query
    decision: Sure | Perhaps | Unknown
    micros: float

    @property
    def answered(self) -> str:
        """The topic shown as the answer; empty where none was."""
        return self.decision.topic_id if isinstance(self.decision, Sure) else ""


def queries(file: str, lines: Iterable[str]) -> list[Query]:
    """Read labelled questions. Raises ContentError."""
    rows = _rows(file, lines, QUERY_COLUMNS)
    return [
        Query(r["lang"], r["query"], r["expected"], frozenset(filter(None, map(str.strip, r["also"].split(",")))))
        for r in rows
    ]


def entries(file: str, lines: Iterable[str]) -> list[Phrase]:
    """Read wordings with their topics. Raises ContentError."""
    return [Phrase(r["wording"], r["topic"], r["lang"]) for r in _rows(file, lines, ENTRY_COLUMNS)]


def _rows(file: str, lines: Iterable[str], columns: Sequence[str]) -> Iterator[dict[str, str]]:
    """Tab-separated rows under a header; columns that nobody asked for are passed over, the last one may be missing."""
    reader = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, restval="")
    have = [name.strip().lstrip("\ufeff") for name in reader.fieldnames or ()]
    if missing := [name for name in columns if name not in have]:
        raise ContentError.at(
            file, "line 1", f"has no column {missing[0]!r}", f"name the columns {' '.join(columns)}, tabs between"
        )
    reader.fieldnames = have
    for number, row in enumerate(reader, 2):
        if not (row[columns[1]] or "").strip():
            raise ContentError.at(file, f"line {number}", f"has no {columns[1]}", "fill it in or take the line out")
        yield {name: (row[name] or "").strip() for name in columns}


def figures(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """The figures over all questions, and for each language under `by_lang`."""
    by_lang: dict[str, list[Outcome]] = {}
    for one in outcomes:
        by_lang.setdefault(one.query.lang, []).append(one)
    return {**_figures(outcomes), "by_lang": {lang: _figures(some) for lang, some in sorted(by_lang.items())}}


def _figures(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    inside = [o for o in outcomes if o.query.expected]
    outside = [o for o in outcomes if not o.query.expected]
    sure = [o for o in outcomes if o.answered]
    micros = sorted(o.micros for o in outcomes)
    return {
        "n": len(outcomes),
        "top1": _share(any(o.query.is_right(t) for t, _ in o.decision.topics[:1]) for o in inside),
        "top3": _share(any(o.query.is_right(t) for t, _ in o.decision.topics[:3]) for o in inside),
        "sure_precision": _share(o.query.is_right(o.answered) for o in sure),
        "answered": _share(o.query.is_right(o.answered) for o in inside),
        "reject": _share(not o.answered for o in outside),
        "mcc": _rounded(correlation([_pair(o) for o in outcomes])),
        "p50_us": _rounded(_at(micros, 0.5), 1),
        "p99_us": _rounded(_at(micros, 0.99), 1),
    }


def _pair(one: Outcome) -> tuple[str, str]:
    """What should have been decided and what was; another right answer counts as the expected one."""
    return one.query.expected, one.query.expected if one.query.is_right(one.answered) else one.answered


def _share(hits: Iterable[bool]) -> float | None:
    """The share of hits; None where there was nothing to hit."""
    counted = list(hits)
    return round(sum(counted) / len(counted), 4) if counted else None


def _rounded(value: float | None, digits: int = 4) -> float | None:
    return None if value is None else round(value, digits)


def _at(ordered: Sequence[float], share: float) -> float | None:
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)] if ordered else None


def correlation(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Matthews correlation of (right, decided) for any number of classes (Gorodkin 2004); None for no pairs."""
    if not pairs:
        return None
    right, decided = (Counter(column) for column in zip(*pairs, strict=True))
    total, hits = len(pairs), sum(one == other for one, other in pairs)
    spread = sum(count * decided[label] for label, count in right.items())
    widths = [total**2 - sum(count**2 for count in counts.values()) for counts in (right, decided)]
    return (hits * total - spread) / math.sqrt(widths[0] * widths[1]) if all(widths) else 0.0


def report(found: Mapping[str, Any]) -> str:
    """The figures as a table to read."""
    names = [name for name in found if name != "by_lang"]
    rows = [("", found), *found["by_lang"].items()]
    lines = ["      " + "".join(f"{name:>15}" for name in names)]
    for lang, values in rows:
        lines.append(f"{lang or 'all':<6}" + "".join(f"{'–' if values[n] is None else values[n]:>15}" for n in names))
    return "\n".join(lines)
