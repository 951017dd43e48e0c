"""What an editor can get wrong, each told as `file: key: what is wrong; what to do`, and all of it at once."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import dialogues
from dialogues.load import Content, load
from dialogues.summary import FACTS
from faq.entry import ContentError

SHIPPED = Path(str(dialogues.__file__)).parent
WRITTEN = "".join(path.read_text("utf-8") for path in (SHIPPED / "content").glob("*.toml"))
NUMBERS = dict.fromkeys(re.findall(r"\{([a-z]{2}-[a-z0-9-]+)\}", WRITTEN), "1")
TOPICS = frozenset(re.findall(r'^answer = "([a-z-]+)"$', WRITTEN, re.MULTILINE))


def read(folder: Path) -> Content:
    return load(folder / "content", folder / "locales", NUMBERS, TOPICS)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped content that a test may spoil."""
    for name in ("content", "locales"):
        shutil.copytree(SHIPPED / name, tmp_path / name)
    return tmp_path


def complaints(folder: Path) -> list[str]:
    with pytest.raises(ExceptionGroup) as caught:
        read(folder)
    assert all(isinstance(one, ContentError) for one in caught.value.exceptions)
    return [str(one) for one in caught.value.exceptions]


def test_shipped_content_is_whole(folder: Path) -> None:
    """What is shipped loads, and nothing is missing in any language."""
    content = read(folder)
    assert not any(content.missing.values())
    assert content.texts.constants["service-name"] == "Panoh"


EXTRA = "content/zz.toml"
ONE = 'text = "a"\n[[place.x.choice]]\nid = "y"\nlabel = "b"\ngo = "menu"'
EACH = 'text = "a"\neach_country = { set = "country"'
FAULTS = [
    ("unknown key of a file", '[plaice.x]\ntext = "a"', "zz.toml: .plaice: unknown key; did you mean place?"),
    ("unknown key of a place", '[place.x]\ntext = "a"\nthan = "menu"', "zz.toml: place.x.than: unknown key; did you mean then?"),
    (
        "unknown key of a choice",
        '[place.x]\ntext = "a"\n[[place.x.choice]]\nid = "y"\nlabel = "b"\ngo = "menu"\ncolour = "red"',
        "zz.toml: place.x.choice.y.colour: unknown key; use one of",
    ),
    ("unknown key of a text", '[text.x]\ntext = "a"\nsmss = "b"', "zz.toml: text.x.smss: unknown key; did you mean sms?"),
    ("no text", '[text.x]\nsms = "b"', "zz.toml: x.text: no text; write one"),
    ("an empty text", '[text.x]\ntext = "  "', "zz.toml: x.text: no text; write one"),
    ("a key twice", '[text.menu]\ntext = "a"', "zz.toml: menu: stands twice; rename one of them"),
    ("a placeholder nobody fills", '[text.x]\ntext = "{kz-113}"', "zz.toml: x: unknown placeholder {kz-113}; use a number"),
    (
        "a place that does not exist",
        '[place.x]\ntext = "a"\n[[place.x.choice]]\nid = "y"\nlabel = "b"\ngo = "menuu"',
        "place.x: leads to 'menuu', which does not exist; did you mean menu?",
    ),
    ("renamed to nothing", '[moved]\nold = "offer-wh"', "moved.toml: moved.old: leads to 'offer-wh', which does not exist; did you mean offer-who?"),
    ("nothing was renamed", '[moved]\nmenu = "ask"', "moved.toml: moved.menu: still exists, so nobody is led away from it"),
    ("renamed to no name", "[moved]\nold = 7", "zz.toml: moved.old: must be a name in quotes"),
    ("then leads nowhere", '[place.x]\ntext = "a"\nthen = "nowhere-at-all"', "place.x: leads to 'nowhere-at-all'"),
    ("the choices of nobody", '[place.x]\ntext = "a"\nchoices_of = "menus"', "did you mean menu?"),
    (
        "a choice that leads nowhere",
        '[place.x]\ntext = "a"\n[[place.x.choice]]\nid = "y"\nlabel = "b"',
        "zz.toml: place.x.choice.y: leads nowhere; give it",
    ),
    (
        "an act that does not exist",
        '[place.x]\ntext = "a"\n[[place.x.choice]]\nid = "y"\nlabel = "b"\ndoes = "dance"',
        "zz.toml: place.x.choice.y.does: unknown act 'dance'; use one of ['help', 'erase', 'calm',",
    ),
    (
        "a question of the report without a name",
        '[place.x]\ntext = "a"\nhears = "report"\nthen = "menu"',
        "place.x: uses the text 'x.name', which does not exist; add [text.x.name]",
    ),
    (
        "an id twice in a place",
        '[place.x]\ntext = "a"' + '\n[[place.x.choice]]\nid = "y"\nlabel = "=menu"\ngo = "menu"' * 2,
        "zz.toml: place.x: two choices have the id ['y']; give each its own",
    ),
    (
        "an id too long for a button",
        f'[place.x]\ntext = "a"\n[[place.x.choice]]\nid = "{"ы" * 32}"\nlabel = "b"\ngo = "menu"',
        "needs a short `id`; place and id have 64 bytes in a Telegram button",
    ),
    (
        "no id",
        '[place.x]\ntext = "a"\n[[place.x.choice]]\nlabel = "b"\ngo = "menu"',
        "zz.toml: place.x.choice.(no id): needs a short `id`; place",
    ),
    (
        "a label that does not exist",
        '[place.x]\ntext = "a"\n[[place.x.choice]]\nid = "y"\nlabel = "=gone"\ngo = "menu"',
        "place.x.choice.y: uses the text 'gone', which does not exist; add [text.gone]",
    ),
    (
        "a text said that does not exist",
        '[place.x]\ntext = "a"\n[[place.x.choice]]\nid = "y"\nlabel = "=menu"\nsays = "gone"',
        "place.x.choice.y: uses the text 'gone'",
    ),
    (
        "a topic that does not exist",
        '[place.x]\ntext = "a"\n[[place.x.choice]]\nid = "y"\nlabel = "=menu"\nanswer = "gone"',
        "place.x.choice.y.answer: there is no FAQ topic 'gone'; name one of faq/content",
    ),
    (
        "a language that does not exist",
        '[place.x]\ntext = "a"\n[[place.x.choice]]\nid = "y"\nlabel = "=menu"\ngo = "menu"\nset = { language = "de" }',
        "zz.toml: place.x.choice.y.set.language: 'de' is not known; use one of",
    ),
    (
        "a country without its name",
        '[place.x]\ntext = "a"\n[[place.x.choice]]\nid = "y"\nlabel = "=menu"\ngo = "menu"\nset = { country = "zz" }',
        "'country.zz', which does not exist; add [text.country.zz]",
    ),
    ("a country nobody can read", '[country.zz]\nwords = ["zz"]', "'country.zz', which does not exist; add [text.country.zz]"),
    ("skips what is not known", '[place.x]\ntext = "a"\nskip = "name"', "zz.toml: place.x.skip: 'name' is not known; use one of"),
    ("asked nowhere", '[place.x]\ntext = "a"\nasked_in = "ru"', "zz.toml: place.x.asked_in: must be a list of words in quotes"),
    ("asked in no country", f'[place.x]\nasked_in = ["rr"]\n{ONE}', "place.x.asked_in: there is no country 'rr'; use one of"),
    ("no answer where it is not asked", f'[place.x]\nasked_in = ["ru"]\n{ONE}', "place.x.otherwise: is missing; name the choice"),
    ("an answer that is not offered", f'[place.x]\notherwise = "z"\n{ONE}', "place.x.otherwise: there is no choice 'z' here; name one"),
    (
        "skipped in a circle",
        f'[place.x]\nasked_in = ["ru"]\notherwise = "y"\n{ONE.replace("menu", "x")}',
        "place.x: is skipped in a circle; let one of its questions always be asked",
    ),
    ("each country, a key", f'[place.x]\n{EACH}, wo = "menu" }}', "zz.toml: place.x.each_country.wo: unknown key; use one of"),
    ("each country, nothing told", '[place.x]\ntext = "a"\neach_country = { go = "menu" }', 'each_country.set: tells nothing; write "country"'),
    ("each country, no act", f'[place.x]\n{EACH}, does = "dance" }}', "each_country.does: unknown act 'dance'; use one of"),
    ("each country, nowhere", f'[place.x]\n{EACH} }}', "zz.toml: place.x.each_country: leads nowhere; give it"),
    ("each country, one text", f'[place.x]\n{EACH}, says = "menu" }}', "zz.toml: place.x.each_country.says: must be a list; the first"),
    ("each country, a text nobody has", f'[place.x]\n{EACH}, says = ["gone"] }}', "uses the text 'gone.ru', which does not exist"),
    ("a word of the carrier", '[keyword.bye]\nwords = ["Stop"]', "zz.toml: keyword.bye.words: 'stop' cuts the person off"),
    ("words that are no list", '[keyword.bye]\nwords = "bye"', "zz.toml: keyword.bye.words: must be a list of words in quotes"),
    ("an empty word", '[keyword.bye]\nwords = [" "]', "zz.toml: keyword.bye.words: must be a list of words in quotes"),
    (
        "one word for two things",
        '[keyword.bye]\nwords = ["HELP"]',
        "zz.toml: keyword.bye.words: 'HELP' stands under help too; take one of them out",
    ),
    ("a group twice", '[keyword.help]\nwords = ["hulp"]', "zz.toml: keyword.help: stands twice; put all words into one list"),
    ("broken TOML", "[text.x\n", "zz.toml: (whole file): is not valid TOML:"),
    ("a list for a table", '[[place]]\ntext = "a"', "zz.toml: place: must be a table; write [place.NAME]"),
    ("a text for a table", 'text = "a"', "zz.toml: text: must be a table; write [text.NAME]"),
    ("a word for a place", '[place]\nx = "a"', "zz.toml: place.x: must be a table; write [place.NAME]"),
    ("something heard that is not known", '[place.x]\ntext = "a"\nhears = "wrds"', "zz.toml: place.x.hears: 'wrds' is not known; use one of"),
    ("a page that is no number", '[place.x]\ntext = "a"\npage = "one"', "zz.toml: place.x.page: 'one' is not known; use one of [1, 2"),
    ("a fork that is no table", '[place.x]\nby_risk = "menu"', "zz.toml: place.x.by_risk: must be a table"),
    ("a fork without a way", '[place.x]\nby_risk = { some = "menu" }', "place.x.by_risk: leaves an outcome without a place; name one"),
    ("a fork to nowhere", '[place.x]\nby_risk = { some = "menuu", high = "menu", none-found = "menu" }', "leads to 'menuu'"),
    (
        "a sign that does not exist",
        '[place.x]\ntext = "a"\n[[place.x.choice]]\nid = "y"\nlabel = "=menu"\ngo = "menu"\nnotes = "fees"',
        "place.x.choice.y.notes: there is no flag 'fees'; did you mean fee?",
    ),
    ("a choice that is none", '[place.x]\ntext = "a"\nchoice = "y"', "zz.toml: place.x.choice: must be a list; write [[place.x.choice]]"),
]  # fmt: skip


@pytest.mark.parametrize(("extra", "said"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS])
def test_fault_in_a_content_file(folder: Path, extra: str, said: str) -> None:
    """Each mistake names its file and key, and says what to do."""
    (folder / EXTRA).write_text(extra + "\n", encoding="utf-8")
    told = complaints(folder)
    assert any(said in one for one in told), told
    assert all(re.match(r"[\w/.]+: [^:].*: .+; .+", one, re.DOTALL) for one in told), told


def test_bytes_that_are_no_text(folder: Path) -> None:
    """A file in another encoding is named."""
    (folder / EXTRA).write_bytes('[text.x]\ntext = "Привет"'.encode("cp1251"))
    assert any(
        one.startswith("dialogues/content/zz.toml: (whole file): is not valid TOML") for one in complaints(folder)
    )


NEEDED = [
    ("menu.toml", "place.menu"),
    ("sos.toml", "place.sos"),
    ("sos.toml", "place.sos-waiting"),
    ("report.toml", "place.report-silent"),
]


@pytest.mark.parametrize(("file", "key"), NEEDED, ids=[row[1] for row in NEEDED])
def test_what_the_program_needs(folder: Path, file: str, key: str) -> None:
    """A place that the program itself goes to cannot be taken away."""
    path = folder / "content" / file
    name = key.removeprefix("place.")
    path.write_text(re.sub(rf"place\.{name}(?=[.\]])", f"place.{name}-x", path.read_text("utf-8")), encoding="utf-8")
    assert f"dialogues/content: {key}: is missing; the program itself goes there" in complaints(folder)


@pytest.mark.parametrize(("place", "answer"), list(FACTS), ids=lambda one: one)
def test_an_answer_that_the_program_knows(folder: Path, place: str, answer: str) -> None:
    """The answers of a report that decide about people cannot lose their ids."""
    path, old = folder / "content/report.toml", answer[1:]
    before, _, after = path.read_text("utf-8").partition(f'[[place.{place}.choice]]\nid = "{old}"')
    assert after
    path.write_text(f'{before}[[place.{place}.choice]]\nid = "{old}x"{after}', encoding="utf-8")
    assert any(f"place.{place}: has no choice '{old}', which means something" in one for one in complaints(folder))


@pytest.mark.parametrize("key", ["added", "unknown", "heard-again", "way-menu", "help", "emergency"])
def test_texts_the_program_says(folder: Path, key: str) -> None:
    """A text that the program itself says cannot be taken away."""
    path = folder / "content/texts.toml"
    path.write_text(path.read_text("utf-8").replace(f"[text.{key}]\n", f"[text.{key}-x]\n"), encoding="utf-8")
    assert f"dialogues/content: text.{key}: is missing; the program itself says it" in complaints(folder)


CATALOGUES = [
    (
        "a lost placeholder",
        lambda po: re.sub(r'(?m)^msgstr "(.*)\{case\}(.*)"$', r'msgstr "\1\2"', po).encode(),
        r"dialogues/locales/ru.po: [\w-]+: has the placeholders \[.*\], the English text has \[.*'case'.*\]",
    ),
    (
        "an invented one",
        lambda po: po.replace('msgstr "Россия"', 'msgstr "Россия {kz-112}"').encode(),
        r"dialogues/locales/ru.po: country.ru: has the placeholders \['kz-112'\]",
    ),
    (
        "marks of a merge",
        lambda po: po.replace('msgctxt "country.ru"', '<<<<<<< HEAD\nmsgctxt "country.ru"').encode(),
        r"dialogues/locales/ru.po: \(whole file\): cannot be read: .*; mend it or restore it",
    ),
    (
        "another encoding",
        lambda po: po.encode("cp1251", "replace"),
        r"dialogues/locales/ru.po: \(whole file\): cannot be read: .*; mend it or restore it",
    ),
]


@pytest.mark.parametrize(("spoil", "said"), [row[1:] for row in CATALOGUES], ids=[row[0] for row in CATALOGUES])
def test_fault_in_a_catalogue(folder: Path, spoil: Callable[[str], bytes], said: str) -> None:
    """A damaged translation is named with its file and key."""
    path = folder / "locales/ru.po"
    po = path.read_text("utf-8")
    assert spoil(po) != po.encode()
    path.write_bytes(spoil(po))
    told = complaints(folder)
    assert any(re.match(said, one, re.DOTALL) for one in told), told


def test_everything_at_once(folder: Path) -> None:
    """An editor hears of every mistake in one go, whatever files they are in."""
    (folder / "content/y.toml").write_text("[text.x\n", encoding="utf-8")
    (folder / EXTRA).write_text('[keyword.bye]\nwords = ["STOP"]\n[text.menu]\ntext = "{nobody}"\n', encoding="utf-8")
    (folder / "locales/tg.po").write_text('msgid "a\n', encoding="utf-8")
    files = {one.split(":")[0] for one in complaints(folder)}
    assert files >= {f"dialogues/{name}" for name in ("content/y.toml", EXTRA, "locales/tg.po")}


def test_changed_source_makes_translations_stale(folder: Path) -> None:
    """A translation of an English text that has changed is not shown; the fallback is."""
    path = folder / "content/texts.toml"
    path.write_text(
        path.read_text("utf-8").replace('"Did you mean one of these?"', '"One of these?"'), encoding="utf-8"
    )
    content = read(folder)
    assert all("perhaps" in keys for keys in content.missing.values())
    assert content.texts.say("perhaps", "kk") == "One of these?"


def test_missing_catalogue_is_no_error(folder: Path) -> None:
    """A language that nobody has translated yet falls back whole."""
    (folder / "locales/kk.po").unlink()
    content = read(folder)
    assert len(content.missing["kk"]) == len(content.sources)
    assert content.texts.say("unknown", "kk") == content.texts.say("unknown", "ru")
