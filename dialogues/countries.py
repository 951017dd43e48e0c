"""A list of countries as choices: one line of an editor, one choice a country, so that a new country stands everywhere at once."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any, get_args

from dialogues.check import Complaint
from dialogues.script import Act, Choice, Place

EACH_KEYS = {"set", "go", "does", "says"}


def complaints(at: str, table: Mapping[str, Any]) -> Iterator[Complaint]:
    """What is wrong with `each_country`."""
    for key in table.keys() - EACH_KEYS:
        yield f"{at}.{key}", f"unknown key; use one of {sorted(EACH_KEYS)}"
    if table.get("set") not in ("country", "origin"):
        yield f"{at}.set", 'tells nothing; write "country" (where they are) or "origin" (whose citizens they are)'
    if table.get("does") not in (None, *get_args(Act)):
        yield f"{at}.does", f"unknown act {table['does']!r}; use one of {list(get_args(Act))}"
    if not any(table.get(key) for key in ("go", "does", "says")):
        yield at, "leads nowhere; give it `go`, `does` or `says`"
    says = table.get("says", [])
    if not isinstance(says, list) or not all(isinstance(one, str) for one in says):
        yield f"{at}.says", 'must be a list; the first text that a country has is said: ["work-help", "numbers"]'


def expand(place: Place, table: Mapping[str, Any], countries: Collection[str], texts: Collection[str]) -> Place:
    """The place with a choice for each country before its own."""
    return replace(place, choices=(*(_choice(code, table, texts) for code in countries), *place.choices))


def _choice(code: str, table: Mapping[str, Any], texts: Collection[str]) -> Choice:
    keys = [f"{says}.{code}" for says in table.get("says", ())]
    said = next((key for key in keys if key in texts), keys[-1] if keys else "")
    country, origin = (code, "") if table["set"] == "country" else ("", code)
    return Choice(
        code, f"country.{code}", str(table.get("go", "")), table.get("does"), said, country=country, origin=origin
    )
