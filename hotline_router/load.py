"""The directory and the roster: TOML -> frozen objects, or every problem at once."""

import difflib
from collections.abc import Collection, Mapping
from datetime import date, time
from itertools import pairwise
from pathlib import Path
from typing import Any, cast, get_args
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from faq import toml
from faq.entry import ContentError
from faq.language import LANGUAGES
from hotline_router.directory import Confidence, Contact, Directory
from hotline_router.roster import DAYS, Holiday, Operator, Roster, Shift

CONTACT_TEXT = ("name", "country", "kind", "number", "source")
CONTACT_MORE = ("organisation", "hours", "languages", "cost", "note", "called")
CONTACT_LISTS = ("about", "more", "also")
CONTACT_DATES = ("as_of", "review_by")
DIRECTORY = "hotline_router/content/directory.toml"
OPERATOR_KEYS = ("id", "name", "telegram", "phone", "languages")
SHIFT_KEYS = ("operators", "days", "from", "to", "countries", "channels")
HOLIDAY_KEYS = ("operators", "date", "from", "to")


class _Problems:
    """Collects what is wrong with one file."""

    def __init__(self, path: Path, file: str = "") -> None:
        self.file = file or path.name
        self.found: list[Exception] = []

    def add(self, key: str, what: str) -> None:
        self.found.append(ContentError(f"{self.file}: {key}: {what}"))

    def unknown(self, at: str, table: Mapping[str, Any], known: Collection[str]) -> None:
        for key in table.keys() - set(known):
            near = difflib.get_close_matches(key, known, 1)
            self.add(
                f"{at}{key}", f"unknown key; {f'did you mean {near[0]}?' if near else f'use one of {list(known)}'}"
            )

    def tables(self, key: str, tables: Mapping[str, Any]) -> list[dict[str, Any]]:
        """The tables `[[key]]`; anything else in their place is a mistake."""
        listed = tables.get(key, [])
        if isinstance(listed, list) and all(isinstance(one, dict) for one in listed):
            return listed
        self.add(key, f"must be a list; write [[{key}]] with two brackets above each")
        return []

    def stop(self, what: str) -> None:
        if self.found:
            raise ExceptionGroup(what, self.found)


def _toml(path: Path, problems: _Problems) -> dict[str, Any]:
    try:
        found, broken = toml.read(path)
    except FileNotFoundError:
        problems.add(
            "(whole file)", f"is not there; put it at {path.name} beside the configuration or name the right file"
        )
        return {}
    for error in broken:
        problems.add("(whole file)", f"is not valid TOML: {error}; mend that line")
    return found


def directory(path: Path) -> Directory:
    """Read `directory.toml`. Raises one ExceptionGroup of ContentError with all problems."""
    found, problems = read_directory(path)
    if problems:
        raise ExceptionGroup("directory", problems)
    return found


def read_directory(path: Path) -> tuple[Directory, tuple[Exception, ...]]:
    """All contacts that are sound, and every problem of the others."""
    problems = _Problems(path, DIRECTORY)
    contacts: dict[str, Contact] = {}
    for table in problems.tables("contact", _toml(path, problems)):
        before = len(problems.found)
        at = f"contact.{table.get('name', '(no name)')}"
        known = (*CONTACT_TEXT, *CONTACT_MORE, *CONTACT_LISTS, *CONTACT_DATES, "confidence", "listed")
        problems.unknown(f"{at}.", table, known)
        if missing := [key for key in CONTACT_TEXT if not isinstance(table.get(key), str) or not table[key]]:
            problems.add(at, f"has no {', '.join(missing)}; write it in quotes")
        for key in CONTACT_DATES:
            if not isinstance(table.get(key), date) and (key in table or key == "as_of"):
                problems.add(f"{at}.{key}", "is no date; write it such as 2026-02-20")
        if table.get("confidence") not in get_args(Confidence):
            problems.add(f"{at}.confidence", 'is none that is known; write "A", "B", "C" or "U"')
        if table.get("name") in contacts:
            problems.add(at, "stands twice; rename one of them")
        for key in CONTACT_LISTS:
            if not isinstance(listed := table.get(key, []), list) or not all(isinstance(one, str) for one in listed):
                problems.add(f"{at}.{key}", 'is no list of words in quotes; write ["one", "two"]')
        if not isinstance(table.get("listed", True), bool):
            problems.add(f"{at}.listed", "is neither; write true or false")
        if len(problems.found) == before:
            contacts[table["name"]] = Contact(**{**table, **{key: tuple(table.get(key, ())) for key in CONTACT_LISTS}})
    return Directory(contacts), tuple(problems.found)


def roster(path: Path, coordinator: str = "") -> Roster:
    """Read a roster file; `coordinator` is an operator's id. Raises one ExceptionGroup of ContentError with all problems."""
    problems = _Problems(path)
    tables = _toml(path, problems)
    problems.unknown("", tables, ("timezone", "operator", "shift", "holiday"))
    zone = _zone(tables.get("timezone"), problems)
    operators = tuple(
        filter(None, (_operator(one, at, problems) for at, one in enumerate(problems.tables("operator", tables), 1)))
    )
    names = [one.id for one in operators]
    for what in ("id", "name", "telegram", "phone"):
        values = [getattr(one, what) for one in operators if getattr(one, what)]
        for value in {value for value in values if values.count(value) > 1}:
            problems.add(f"operator.{what}", f"{value} belongs to two operators; give each their own")
    if not names and not problems.found:
        problems.add("operator", "nobody is on the roster; add an [[operator]]")
    shifts = tuple(
        filter(None, (_shift(one, at, names, problems) for at, one in enumerate(problems.tables("shift", tables), 1)))
    )
    holidays = _holidays(problems.tables("holiday", tables), names, problems)
    if coordinator and names and coordinator not in names:
        problems.add(
            "operator", f"the coordinator {coordinator!r} of the configuration is not here; use one of {names}"
        )
    problems.stop("roster")
    return Roster(zone, operators, shifts, coordinator or names[0], holidays=holidays)


def _zone(name: object, problems: _Problems) -> ZoneInfo:
    try:
        return ZoneInfo(name if isinstance(name, str) and name else "?")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        problems.add("timezone", f'{name!r} is no time zone; write for example "Asia/Bishkek"')
        return ZoneInfo("UTC")


def _operator(table: Mapping[str, Any], at: int, problems: _Problems) -> Operator | None:
    where = f"operator {table.get('id', at)}."
    problems.unknown(where, table, OPERATOR_KEYS)
    before = len(problems.found)
    for key in ("id", "name"):
        if not isinstance(table.get(key), str) or not table[key].strip():
            problems.add(f"{where}{key}", "is missing; write it in quotes")
    telegram = table.get("telegram")
    if not isinstance(telegram, int) or isinstance(telegram, bool) or telegram <= 0:
        problems.add(
            f"{where}telegram",
            "must be the operator's Telegram number, such as 123456789; the staff bot tells it on /start",
        )
    phone = table.get("phone", "")
    if not isinstance(phone, str) or (
        phone and not (phone.startswith("+") and phone[1:].isdigit() and 8 <= len(phone) <= 16)
    ):
        problems.add(f"{where}phone", f'{phone!r} must be written as "+996555000001", with + and the country code')
    languages = table.get("languages", [])
    if not isinstance(languages, list) or not all(one in LANGUAGES for one in languages):
        problems.add(f"{where}languages", f'must be a list of {", ".join(LANGUAGES)}, such as ["ky", "ru"]')
    if len(problems.found) > before:
        return None
    return Operator(table["id"], table["name"], cast("int", telegram), phone, tuple(languages))


def _shift(table: Mapping[str, Any], at: int, names: list[str], problems: _Problems) -> Shift | None:
    where = f"shift {at}."
    problems.unknown(where, table, SHIFT_KEYS)
    before = len(problems.found)
    who = _crew(table, where, names, problems)
    days = table.get("days", list(DAYS))
    if not isinstance(days, list) or not all(day in DAYS for day in days):
        problems.add(f"{where}days", f"must be a list of {', '.join(DAYS)}")
        days = []
    start, end = (_time(table.get(key), f"{where}{key}", problems) for key in ("from", "to"))
    countries = table.get("countries", [])
    if not isinstance(countries, list) or not all(isinstance(one, str) and len(one) == 2 for one in countries):
        problems.add(f"{where}countries", 'must be a list of two-letter codes, such as ["ru", "kz"]')
    channels = table.get("channels", [])
    if not isinstance(channels, list) or not all(one in ("telegram", "sms") for one in channels):
        problems.add(f"{where}channels", 'must be a list of "telegram" and "sms"')
    if len(problems.found) > before:
        return None
    codes = tuple(one.lower() for one in countries)
    return Shift(who, frozenset(DAYS.index(day) for day in days), start, end, codes, tuple(channels))


def _crew(table: Mapping[str, Any], where: str, names: list[str], problems: _Problems) -> tuple[str, ...]:
    """The operators of a shift or a holiday, each of whom must be on the roster."""
    who = table.get("operators", [])
    if not isinstance(who, list) or not who:
        problems.add(f"{where}operators", 'must be a list such as ["aigul", "bek"]')
        return ()
    for name in (one for one in who if one not in names):
        near = difflib.get_close_matches(str(name), names, 1)
        problems.add(
            f"{where}operators",
            f"{name!r} is no operator; {f'did you mean {near[0]}?' if near else f'use one of {names}'}",
        )
    return tuple(str(name) for name in who)


def _holidays(tables: list[dict[str, Any]], names: list[str], problems: _Problems) -> tuple[Holiday, ...]:
    """All holidays by their days; a day can belong to one of them only."""
    found = [_holiday(one, at, names, problems) for at, one in enumerate(tables, 1)]
    holidays = sorted(filter(None, found), key=lambda one: one.first)
    for one, after in pairwise(holidays):
        if after.first <= one.last:
            problems.add("holiday", f"{after.first} stands in two of them; take it out of one")
    return tuple(holidays)


def _holiday(table: Mapping[str, Any], at: int, names: list[str], problems: _Problems) -> Holiday | None:
    where = f"holiday {at}."
    problems.unknown(where, table, HOLIDAY_KEYS)
    before = len(problems.found)
    who = _crew(table, where, names, problems)
    if "date" in table and table.keys() & {"from", "to"}:
        problems.add(f"{where}date", "stands beside from and to; write either one day or the first and the last one")
    keys = ("date", "date") if "date" in table or not table.keys() & {"from", "to"} else ("from", "to")
    days = []
    for key in dict.fromkeys(keys):
        day = table.get(key)
        if type(day) is not date:
            problems.add(f"{where}{key}", f"{day!r} is no day; write a date without quotes, such as {key} = 2027-01-01")
        else:
            days.append(day)
    if days and days[-1] < days[0]:
        problems.add(f"{where}to", f"{days[-1]} comes before {days[0]}; write the last day of the holiday")
    return Holiday(who, days[0], days[-1]) if len(problems.found) == before else None


def _time(value: object, where: str, problems: _Problems) -> time:
    try:
        told = value if isinstance(value, time) else time.fromisoformat(str(value))
        return told.replace(tzinfo=None)
    except ValueError:
        problems.add(where, f'{value!r} is no time of day; write for example "08:00"')
        return time()
