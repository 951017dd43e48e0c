"""Registers of recruitment agencies that the organisation keeps as CSV files, searched by a name as people remember it."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from rapidfuzz import fuzz

from faq.entry import ContentError
from faq.normalise import fold

Standing = Literal["valid", "expired", "suspended"]
COLUMNS = ("name", "licence", "country", "valid until", "source", "date")
"""The columns of a register; `status` (suspended, cancelled or empty) may follow."""
SUSPENDED = frozenset({"suspended", "cancelled", "revoked"})
NEAR = 82
"""From how many points of 100 on a name is near."""
MOST = 5
SHORTEST = 3
FORMS = frozenset(map(fold, (
    "llc", "ltd", "inc", "co", "company", "ооо", "оао", "зао", "ип", "осоо", "мчж", "хк", "тоо", "жшс", "жчк", "agency",
    "агентство", "agentligi", "агентии", "агенттиги", "агенттігі", "kompaniya", "компания",
)))  # fmt: skip
"""Words that half of all agencies have in their names."""


@dataclass(frozen=True, slots=True)
class Agency:
    """One line of a register. Dates are days; `checked` is when somebody copied the line from `source`."""

    name: str
    licence: str
    country: str
    valid_until: date | None
    source: str
    checked: date
    suspended: bool = False

    def standing(self, today: date) -> Standing:
        """Whether the licence holds on a day."""
        if self.suspended:
            return "suspended"
        return "expired" if self.valid_until and self.valid_until < today else "valid"


@dataclass(frozen=True, slots=True)
class Registers:
    """All agencies of all registers."""

    agencies: tuple[Agency, ...] = ()

    def search(self, name: str) -> tuple[Agency, ...]:
        """The agencies whose name is near or whose licence is named, the nearest first; a few at most."""
        asked = _core(name)
        if len(asked) < SHORTEST:
            return ()
        scored = [(_likeness(asked, agency), agency) for agency in self.agencies]
        near = [one for one in scored if one[0] >= NEAR]
        return tuple(agency for _, agency in sorted(near, key=lambda one: (-one[0], one[1].name))[:MOST])


def _core(name: str) -> str:
    """A name without its legal form, in one spelling."""
    words = fold(name).split()
    return " ".join(word for word in words if word not in FORMS) or " ".join(words)


def _likeness(asked: str, agency: Agency) -> float:
    if agency.licence and fold(agency.licence) in (asked, asked.removeprefix("n ")):
        return 100.0
    name = _core(agency.name)
    together = fuzz.ratio(asked.replace(" ", ""), name.replace(" ", ""))
    return max(fuzz.token_sort_ratio(asked, name), together, _inside(asked, name))


def _inside(asked: str, name: str) -> float:
    """A name that stands whole inside a sentence, or a sentence's one word that stands in a name."""
    short, long = sorted((asked.split(), name.split()), key=len)
    if sum(map(len, short)) < SHORTEST + 1:
        return 0.0
    best = (max(fuzz.ratio(word, other) for other in long) for word in short)
    return min(best) - 2


def load_registers(folder: Path | None) -> Registers:
    """Read every CSV file of a folder; raises one ExceptionGroup of ContentErrors that holds every problem."""
    problems: list[Exception] = []
    found: list[Agency] = []
    for path in sorted(folder.glob("*.csv")) if folder else ():
        try:
            lines = path.read_text("utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            problems.append(ContentError.at(path.name, "file", f"cannot be read ({error})", "save it as UTF-8"))
            continue
        rows = list(_rows(path.name, lines))
        problems += [one for one in rows if isinstance(one, ContentError)]
        found += [one for one in rows if isinstance(one, Agency)]
    if problems:
        raise ExceptionGroup("registers", problems)
    return Registers(tuple(found))


def _rows(file: str, lines: Iterable[str]) -> Iterator[Agency | ContentError]:
    table = list(lines)
    separator = ";" if table and table[0].count(";") > table[0].count(",") else ","
    reader = csv.DictReader(table, delimiter=separator)
    heads = [head.strip().casefold() for head in reader.fieldnames or ()]
    reader.fieldnames = heads
    if missing := [column for column in COLUMNS if column not in heads]:
        yield ContentError.at(file, "line 1", f"has no column {', '.join(missing)}", f"write {','.join(COLUMNS)}")
        return
    for number, row in enumerate(reader, 2):
        cells = {head: (row.get(head) or "").strip() for head in heads}
        if any(cells.values()):
            yield _agency(file, f"line {number}", cells)


def _agency(file: str, where: str, cells: Mapping[str, str]) -> Agency | ContentError:
    status = cells.get("status", "").casefold()
    if not fold(cells["name"]) or not cells["source"]:
        return ContentError.at(file, where, "has no name or no source", "write both")
    if status not in ("", "valid", *SUSPENDED):
        return ContentError.at(
            file, where, f"has the status {status!r}", f"write one of {', '.join(sorted(SUSPENDED))}"
        )
    try:
        until = _day(cells["valid until"]) if cells["valid until"] else None
        checked = _day(cells["date"])
    except ValueError as error:
        return ContentError.at(file, where, f"holds what is no date ({error})", "write it as 2026-11-30")
    return Agency(
        cells["name"], cells["licence"], cells["country"], until, cells["source"], checked, status in SUSPENDED
    )


def _day(text: str) -> date:
    """A day as 2026-11-30 or 30.11.2026."""
    if found := re.fullmatch(r"(\d\d)\.(\d\d)\.(\d{4})", text):
        return date(int(found[3]), int(found[2]), int(found[1]))
    return date.fromisoformat(text)
