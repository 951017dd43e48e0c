"""What a new release of the content does to people who talk with an older one: which places are gone, and who stands there."""

import sqlite3
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path

import msgspec

from bot.privacy import CannotOpen, Seal
from bot.store.verbs import SqliteTx
from dialogues.load import Content
from dialogues.moved import Gone, gone
from dialogues.reading import FOLDER, MOVED
from dialogues.state import load
from faq.finding import Finding

FOLDERS = ("dialogues/content", "content", "")
"""Where the files of the dialogues lie in a checkout, in a package, or in the folder itself."""


class NotThere(ValueError):
    """The folder or the database named on the command line cannot be read."""


def places_of(folder: Path) -> dict[str, tuple[str, ...]]:
    """The places of an older content with the ids of their choices. Read forgivingly: it need not load any more.

    Raises NotThere where there are none.
    """
    files = next((found for name in FOLDERS if (found := sorted((folder / name).glob("*.toml")))), [])
    places: dict[str, tuple[str, ...]] = {}
    for path in files:
        try:
            tables = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise NotThere(f"{path}: cannot be read ({error}); compare with a content that loads") from error
        for name, table in tables.get("place", {}).items():
            places[name] = tuple(str(choice.get("id", "")) for choice in table.get("choice", ()))
    if not places:
        raise NotThere(
            f"{folder}: holds no places; name a folder with the TOML files of dialogues/content, or a checkout"
        )
    return places


def standing(store: Path, seal: Seal) -> Counter[str]:
    """How many stored people stand in each place. Raises NotThere when the database cannot be read."""
    if not store.is_file():
        raise NotThere(f"{store}: there is no such database")
    try:
        with closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as connection:
            states = SqliteTx(connection).states()
        return Counter(load(seal.open("state", state)).place for state in states)
    except sqlite3.Error as error:
        raise NotThere(f"{store}: cannot be read ({error}); is it Panoh's database?") from error
    except (CannotOpen, msgspec.DecodeError) as error:
        raise NotThere(
            f"{store}: a person cannot be read ({error}); name the configuration of this database"
        ) from error


def compare(content: Content, folder: Path, store: Path | None, keys: Sequence[str]) -> tuple[list[Finding], str]:
    """What is gone and leads nowhere, and one line that counts; also the people of a database, which these keys open.

    Raises NotThere.
    """
    people = standing(store, Seal(keys)) if store else Counter[str]()
    lost = list(gone(places_of(folder), content.script.places, content.moved))
    whole = {one.name for one in lost if not one.now}  # of a place that is gone its choices need not be named too
    found = [
        Finding.of(_complaint(one, people), "warning")
        for one in lost
        if not one.now and (":" not in one.name or one.name.partition(":")[0] not in whole)
    ]
    return found, _summary(lost, people)


def _complaint(one: Gone, people: Mapping[str, int]) -> str:
    here = people.get(one.name, 0)
    who = f" ({here} people stand there)" if here else ""
    way = (
        f'add "{one.name}" = "…"'
        if ":" not in one.name
        else f'add "{one.name}" = "…", where another choice means the same'
    )
    return f"{FOLDER}/{MOVED}: {one.name}: was removed or renamed, and nothing stands in its place{who}; {way}"


def _summary(lost: Iterable[Gone], people: Mapping[str, int]) -> str:
    places = [one for one in lost if ":" not in one.name]
    choices = [one for one in lost if ":" in one.name]
    led, kept = (sum(bool(one.now) for one in some) for some in (places, choices))
    stand = sum(people.get(one.name, 0) for one in places)
    return (
        f"against the older content: {len(places)} places gone, {led} of them with a successor; "
        f"{len(choices)} choices gone, {kept} of them with a successor; {stand} stored people stand in a place that is gone"
    )
