"""What can be wrong with a roster and a directory, each told as `file: key: what is wrong; what to do`, all of it at once."""

import re
from collections.abc import Callable
from datetime import time
from pathlib import Path

import pytest

import hotline_router
from faq.entry import ContentError
from hotline_router.load import directory, roster

GOOD = """\
timezone = "Asia/Bishkek"

[[operator]]
id = "aigul"
name = "Aigul"
telegram = 123456789
phone = "+996555000001"
languages = ["ky", "ru"]

[[operator]]
id = "bek"
name = "Bek"
telegram = 123456790

[[shift]]
operators = ["aigul", "bek"]
days = ["mon", "sun"]
from = "08:00"
to = 20:30:00
"""


def complaints(load: Callable[[], object]) -> list[str]:
    with pytest.raises(ExceptionGroup) as caught:
        load()
    assert all(isinstance(one, ContentError) for one in caught.value.exceptions)
    told = [str(one) for one in caught.value.exceptions]
    assert all(
        re.match(r"[\w./]+: [^:].*: .+; .+", one, re.DOTALL) or " must be " in one or " is missing" in one
        for one in told
    ), told
    return told


def test_good_roster(tmp_path: Path) -> None:
    """Everything that a roster may hold is read; the first operator is the coordinator where none is named."""
    (tmp_path / "roster.toml").write_text(GOOD, encoding="utf-8")
    ours = roster(tmp_path / "roster.toml")
    assert (ours.coordinator, [one.id for one in ours.operators]) == ("aigul", ["aigul", "bek"])
    assert ours.operators[1].phone == ""
    assert (ours.shifts[0].days, ours.shifts[0].start, ours.shifts[0].end) == ({0, 6}, time(8), time(20, 30))
    assert roster(tmp_path / "roster.toml", "bek").coordinator == "bek"


FAULTS = [
    ("unknown key of the file", "timezone =", "timezon = 1\ntimezone =", "timezon: unknown key; did you mean timezone?"),
    ("unknown key of an operator", 'name = "Bek"', 'name = "Bek"\nfone = "1"', "operator bek.fone: unknown key; did you mean phone?"),
    ("unknown key of a shift", 'from = "08:00"', 'from = "08:00"\nday = []', "shift 1.day: unknown key; did you mean days?"),
    ("no time zone", 'timezone = "Asia/Bishkek"', "", "timezone: None is no time zone; write for example"),
    ("a time zone that is none", "Asia/Bishkek", "Bishkek", "timezone: 'Bishkek' is no time zone"),
    ("a path as a time zone", "Asia/Bishkek", "../etc", "timezone: '../etc' is no time zone"),
    ("no id", 'id = "bek"\n', "", "operator 2.id: is missing; write it in quotes"),
    ("no name", 'name = "Bek"', 'name = " "', "operator bek.name: is missing"),
    ("a Telegram name for a number", "telegram = 123456790", 'telegram = "@bek"', "operator bek.telegram: must be the operator's Telegram number"),
    ("no Telegram number", "telegram = 123456790", "", "operator bek.telegram: must be"),
    ("a group for a person", "telegram = 123456790", "telegram = -100123", "operator bek.telegram: must be"),
    ("true for a number", "telegram = 123456790", "telegram = true", "operator bek.telegram: must be"),
    ("a local number", "+996555000001", "0555000001", "operator aigul.phone: '0555000001' must be written as"),
    ("a number with spaces", "+996555000001", "+996 555 000001", "operator aigul.phone: "),
    ("a language nobody speaks", '["ky", "ru"]', '["kg"]', "operator aigul.languages: must be a list of en, ru, uz, tg, ky, kk"),
    ("a language without brackets", '["ky", "ru"]', '"ky"', "operator aigul.languages: must be a list"),
    ("one id for two", 'id = "bek"', 'id = "aigul"', "operator.id: aigul belongs to two operators; give each their own"),
    ("one account for two", "123456790", "123456789", "operator.telegram: 123456789 belongs to two operators"),
    ("a shift of a stranger", '"aigul", "bek"]', '"aigul", "beck"]', "shift 1.operators: 'beck' is no operator; did you mean bek?"),
    ("a shift of nobody", '["aigul", "bek"]', "[]", "shift 1.operators: must be a list such as"),
    ("a day that is none", '["mon", "sun"]', '["monday"]', "shift 1.days: must be a list of mon, tue"),
    ("no beginning", 'from = "08:00"\n', "", "shift 1.from: None is no time of day"),
    ("a time that is none", '"08:00"', '"25:00"', "shift 1.from: '25:00' is no time of day; write for example"),
    ("one bracket too few", "[[shift]]", "[shift]", "shift: must be a list; write [[shift]] with two brackets above each"),
    ("broken TOML", 'id = "bek"', 'id = "bek', "(whole file): is not valid TOML:"),
]  # fmt: skip


@pytest.mark.parametrize(("good", "bad", "said"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS])
def test_fault_in_a_roster(tmp_path: Path, good: str, bad: str, said: str) -> None:
    """Each mistake names its key and says what to do."""
    assert good in GOOD
    (tmp_path / "roster.toml").write_text(GOOD.replace(good, bad), encoding="utf-8")
    told = complaints(lambda: roster(tmp_path / "roster.toml"))
    assert any(one.startswith(f"roster.toml: {said}") for one in told), told


HOLIDAYS = [
    ("a stranger", "date = 2027-01-01", '"beck"', "holiday 1.operators: 'beck' is no operator; did you mean bek?"),
    ("nobody", "date = 2027-01-01", "", "holiday 1.operators: must be a list such as"),
    ("no day", "", '"bek"', "holiday 1.date: None is no day; write a date without quotes"),
    ("a day in quotes", 'date = "2027-01-01"', '"bek"', "holiday 1.date: '2027-01-01' is no day"),
    ("a day with an hour", "date = 2027-01-01T00:00:00", '"bek"', "holiday 1.date: datetime.datetime(2027"),
    ("no last day", "from = 2027-01-01", '"bek"', "holiday 1.to: None is no day"),
    ("the wrong way round", "from = 2027-01-03\nto = 2027-01-01", '"bek"', "holiday 1.to: 2027-01-01 comes before"),
    ("both ways", "date = 2027-01-01\nto = 2027-01-03", '"bek"', "holiday 1.date: stands beside from and to"),
    ("an unknown key", "date = 2027-01-01\nuntil = 2027-01-03", '"bek"', "holiday 1.until: unknown key"),
    (
        "a day twice",
        'from = 2027-01-01\nto = 2027-01-03\noperators = ["bek"]\n[[holiday]]\ndate = 2027-01-03',
        '"aigul"',
        "holiday: 2027-01-03 stands in two of them; take it out of one",
    ),
]


@pytest.mark.parametrize(("day", "who", "said"), [row[1:] for row in HOLIDAYS], ids=[row[0] for row in HOLIDAYS])
def test_fault_in_a_holiday(tmp_path: Path, day: str, who: str, said: str) -> None:
    """File, key, what is wrong and what to do."""
    text = f"{GOOD}\n[[holiday]]\n{day}\noperators = [{who}]\n"
    (tmp_path / "roster.toml").write_text(text, encoding="utf-8")
    told = complaints(lambda: roster(tmp_path / "roster.toml"))
    assert any(one.startswith(f"roster.toml: {said}") for one in told), told


def test_the_example_loads() -> None:
    """What everybody copies is right, its holidays too."""
    example = roster(Path(str(hotline_router.__file__)).parents[1] / "docs/roster.example.toml", "nargiza")
    assert [(str(one.first), str(one.last), one.operators) for one in example.holidays] == [
        ("2027-01-01", "2027-01-01", ("nargiza", "aigul")),
        ("2027-03-20", "2027-03-22", ("bek", "nargiza")),
    ]


WHOLE = [
    ("nobody", 'timezone = "Asia/Bishkek"', "", "operator: nobody is on the roster; add an [[operator]]"),
    (
        "a coordinator who is not there",
        GOOD,
        "dina",
        "operator: the coordinator 'dina' of the configuration is not here; use one of",
    ),
]


@pytest.mark.parametrize(("text", "coordinator", "said"), [row[1:] for row in WHOLE], ids=[row[0] for row in WHOLE])
def test_roster_as_a_whole(tmp_path: Path, text: str, coordinator: str, said: str) -> None:
    """A roster without somebody to wake is refused."""
    (tmp_path / "roster.toml").write_text(text, encoding="utf-8")
    assert any(said in one for one in complaints(lambda: roster(tmp_path / "roster.toml", coordinator)))


def test_roster_that_is_not_there(tmp_path: Path) -> None:
    """A wrong path is one sentence."""
    assert any(
        "roster.toml: (whole file): is not there" in one for one in complaints(lambda: roster(tmp_path / "roster.toml"))
    )


def test_time_with_an_offset_is_a_local_time(tmp_path: Path) -> None:
    """The roster has one time zone; an offset written by habit does not make two times incomparable."""
    (tmp_path / "roster.toml").write_text(GOOD.replace('"08:00"', '"08:00+06:00"'), encoding="utf-8")
    assert roster(tmp_path / "roster.toml").shifts[0].start == time(8)


def test_all_faults_at_once(tmp_path: Path) -> None:
    """The coordinator hears of every mistake in one go."""
    text = GOOD
    for good, bad in (("Asia/Bishkek", "Bishkek"), ("+996555000001", "1"), ('"bek"]', '"beck"]'), ('"08:00"', '"8"')):
        text = text.replace(good, bad)
    (tmp_path / "roster.toml").write_text(text, encoding="utf-8")
    assert len(complaints(lambda: roster(tmp_path / "roster.toml"))) >= 4


CONTACT = """\
[[contact]]
name = "kz-112"
country = "kz"
kind = "emergency"
number = "112"
source = "https://example.org"
as_of = 2026-02-01
confidence = "A"
"""
CONTACT_FAULTS = [
    (
        "unknown key",
        'kind = "emergency"',
        'kind = "emergency"\nhour = "24/7"',
        "contact.kz-112.hour: unknown key; did you mean hours?",
    ),
    ("no number", 'number = "112"', "", "contact.kz-112: has no number; write it in quotes"),
    ("a number without quotes", '"112"', "112", "contact.kz-112: has no number; write it in quotes"),
    ("no source", 'source = "https://example.org"', 'source = ""', "contact.kz-112: has no source"),
    ("no name", 'name = "kz-112"', "", "contact.(no name): has no name"),
    ("no date", "as_of = 2026-02-01", 'as_of = "2026"', "contact.kz-112.as_of: is no date; write it such as"),
    (
        "no confidence",
        'confidence = "A"',
        'confidence = "a"',
        "contact.kz-112.confidence: is none that is known",
    ),
    ("one bracket too few", "[[contact]]", "[contact]", "contact: must be a list; write [[contact]]"),
    ("broken TOML", "[[contact]]", "[[contact", "(whole file): is not valid TOML"),
]


@pytest.mark.parametrize(
    ("good", "bad", "said"), [row[1:] for row in CONTACT_FAULTS], ids=[row[0] for row in CONTACT_FAULTS]
)
def test_fault_in_the_directory(tmp_path: Path, good: str, bad: str, said: str) -> None:
    """A number without source, date or confidence is refused."""
    (tmp_path / "directory.toml").write_text(CONTACT.replace(good, bad), encoding="utf-8")
    told = complaints(lambda: directory(tmp_path / "directory.toml"))
    assert any(one.startswith(f"hotline_router/content/directory.toml: {said}") for one in told), told


def test_number_twice(tmp_path: Path) -> None:
    """One name stands for one number."""
    (tmp_path / "directory.toml").write_text(CONTACT * 2, encoding="utf-8")
    assert complaints(lambda: directory(tmp_path / "directory.toml")) == [
        "hotline_router/content/directory.toml: contact.kz-112: stands twice; rename one of them"
    ]


@pytest.mark.parametrize(("confidence", "is_shown"), [("A", True), ("B", True), ("C", False), ("U", False)])
def test_only_confirmed_numbers_are_shown(tmp_path: Path, confidence: str, *, is_shown: bool) -> None:
    """A number that nobody could confirm is kept and never shown."""
    (tmp_path / "directory.toml").write_text(CONTACT.replace('"A"', f'"{confidence}"'), encoding="utf-8")
    ours = directory(tmp_path / "directory.toml")
    assert ("kz-112" in ours.numbers()) is is_shown
    assert [one.name for one in ours.unconfirmed()] == ([] if is_shown else ["kz-112"])


def test_shipped_directory() -> None:
    """The shipped numbers load, and each says where it is from."""
    ours = directory(Path(str(hotline_router.__file__)).parent / "content/directory.toml")
    assert all(
        one.source.startswith(("http", "Google libphonenumber")) for one in ours.contacts.values() if one.is_shown
    )
    assert all(re.fullmatch(r"[+\d][\d -]*", number) for number in ours.numbers().values())
