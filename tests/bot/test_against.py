"""`panoh check --against OLD`: what is gone since, where it leads, and who stands there."""

import asyncio
import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from bot.against import NotThere, compare, places_of, standing
from bot.content import Content
from bot.privacy import Seal
from bot.store.base import Person, Tx
from bot.store.sqlite import SqliteStore
from dialogues.moved import Moved
from dialogues.state import State, dump
from tests.bot.test_cli import panoh

SHIPPED = Path(__file__).parents[2] / "dialogues" / "content"
KEY = "0123456789abcdef0123456789abcdef0123"
CONFIG = f"""\
[service]
secret_key = "{KEY}"
[telegram.public]
token = "1:a"
[telegram.staff]
token = "2:b"
group = -100
[hotline]
roster = "roster.toml"
coordinator = "nargiza"
"""


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """The content of a release in which a place had another name, and a choice another id."""
    folder = tmp_path / "dialogues" / "content"
    shutil.copytree(SHIPPED, folder)
    tree = folder / "offer.toml"
    text = (
        tree.read_text(encoding="utf-8")
        .replace('"offer-who"', '"offer-whom"')
        .replace("place.offer-who", "place.offer-whom")
    )
    tree.write_text(text.replace('id = "paste"', 'id = "ad"'), encoding="utf-8")
    return folder


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Two people in the place that is gone, one elsewhere."""
    seal, path = Seal([KEY]), tmp_path / "panoh.db"

    def fill(tx: Tx) -> None:
        for number, place in enumerate(("offer-whom", "offer-whom", "menu")):
            state = seal.seal("state", dump(State(language="ru", place=place)))
            tx.save_person(Person(0, bytes([number]), b"", state), 0.0)

    store = SqliteStore(str(path))
    store.start()
    try:
        asyncio.run(store.run(fill))
    finally:
        store.close()
    return path


def test_what_is_gone(content: Content, older: Path, database: Path) -> None:
    """Each place and choice without a successor is named with what to write; one line counts."""
    found, counted = compare(content.dialogues, older, database, [KEY])
    texts = [one.text for one in found]
    assert len(texts) == 2
    assert not any(one.level == "error" for one in found)
    assert texts[0].startswith("dialogues/content/moved.toml: offer:ad: was removed or renamed")
    assert texts[1].startswith(
        "dialogues/content/moved.toml: offer-whom: was removed or renamed, and nothing stands in its place (2 people stand there)"
    )
    assert counted.startswith("against the older content: 1 places gone, 0 of them with a successor; ")
    assert counted.endswith("2 stored people stand in a place that is gone")


def test_what_took_over(content: Content, older: Path) -> None:
    """With a line in moved.toml nothing is missing, and it is counted as led."""
    moved = Moved({"offer-whom": "offer-who", "offer:ad": "offer:paste"})
    led = replace(content, dialogues=replace(content.dialogues, moved=moved))
    found, counted = compare(led.dialogues, older, None, [])
    assert found == []
    assert "1 places gone, 1 of them with a successor" in counted


def test_nothing_changed(content: Content) -> None:
    """Against itself."""
    found, counted = compare(content.dialogues, SHIPPED, None, [])
    assert found == []
    assert "0 places gone" in counted


def test_a_checkout_a_package_or_the_folder_itself(older: Path) -> None:
    """All three are understood, and so are files that do not load any more."""
    (older / "menu.toml").write_text('[place.menu]\ntext = "a"\nnonsense = 1\n', encoding="utf-8")
    found = places_of(older)
    assert found["menu"] == ()
    assert "offer-whom" in found
    assert places_of(older.parent) == places_of(older.parent.parent) == found


FAULTS = [
    ("an empty folder", "", "holds no places"),
    ("no TOML", "[place", "cannot be read"),
]


@pytest.mark.parametrize(("text", "what"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS])
def test_not_a_content(tmp_path: Path, text: str, what: str) -> None:
    """One sentence, not a traceback."""
    if text:
        (tmp_path / "menu.toml").write_text(text, encoding="utf-8")
    with pytest.raises(NotThere, match=what):
        places_of(tmp_path)


def test_a_database_of_somebody_else(database: Path, tmp_path: Path) -> None:
    """Another key, no database at all."""
    with pytest.raises(NotThere, match="name the configuration of this database"):
        standing(database, Seal(["x" * 43]))
    (tmp_path / "other.db").write_bytes(b"no database at all, but some bytes" * 100)
    with pytest.raises(NotThere, match="cannot be read"):
        standing(tmp_path / "other.db", Seal([KEY]))


def test_the_command(older: Path, database: Path, tmp_path: Path) -> None:
    """Warnings and the count, as text and as JSON; a mistake on the command line is told."""
    from bot.sandbox import ROSTER

    (tmp_path / "panoh.toml").write_text(CONFIG, encoding="utf-8")
    (tmp_path / "roster.toml").write_text(ROSTER, encoding="utf-8")
    words = ("check", "--config", "panoh.toml", "--against", str(older), "--store", str(database))
    done = panoh(*words, folder=tmp_path)
    assert done.returncode == 0
    assert "warning: dialogues/content/moved.toml: offer-whom: was removed or renamed" in done.stdout
    assert "2 stored people stand in a place that is gone" in done.stdout
    levels = [one["level"] for one in json.loads(panoh(*words, "--json", folder=tmp_path).stdout)]
    assert levels.count("note") == 1
    for wrong in (("check", "--store", str(database)), ("check", "--against", str(tmp_path / "nowhere"))):
        told = panoh(*wrong, folder=tmp_path)
        assert told.returncode == 2
        assert "Traceback" not in told.stderr
    (tmp_path / "empty").mkdir()
    told = panoh("check", "--against", "empty", folder=tmp_path)
    assert told.returncode == 2
    assert "holds no places" in told.stderr
