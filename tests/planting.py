"""Faults of every kind that an editor can make, and the tools to plant each into a copy of the content."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from faq.finding import Finding

Spoil = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is spoilt, and where and how it must be found."""

    name: str
    file: str
    spoil: Spoil
    key: str
    problem: str
    level: str = "error"
    found_in: str = ""
    """The file that is named, where it is another."""

    def plant(self, folder: Path) -> None:
        """Spoil the file of a copy."""
        path = folder / self.file
        path.write_text(self.spoil(path.read_text("utf-8")), encoding="utf-8")

    def is_in(self, found: list[Finding]) -> bool:
        """Whether it was found: the right file, key and level, what is wrong, and what to do."""
        right = (self.found_in or self.file, self.key, self.level)
        return any(
            (one.file, one.key, one.level) == right and self.problem in one.problem and one.cure for one in found
        )


def swap(old: str, new: str) -> Spoil:
    """Put one text in the place of another, once."""

    def spoil(text: str) -> str:
        assert old in text, f"{old!r} is not there to be spoilt"
        return text.replace(old, new, 1)

    return spoil


def line(name: str, value: str) -> Spoil:
    """Put another value into the first line of that name."""
    return lambda text: re.sub(rf"^{name} = .*$", f"{name} = {value}", text, count=1, flags=re.MULTILINE)


def both(first: Spoil, then: Spoil) -> Spoil:
    """One after the other."""
    return lambda text: then(first(text))


def add(*lines: str) -> Spoil:
    """Add lines at the end."""
    return lambda text: "\n".join([text, *lines, ""])


def place(name: str, to: str, *, led_to: bool = True) -> Spoil:
    """A new place with one choice (to nowhere: none), and a choice of another place that leads to it."""
    on = (f"[[place.{name}.choice]]", 'id = "on"', 'label = "Go further"', f'go = "{to}"') if to else ()
    led = (
        ("[[place.settings.choice]]", f'id = "{name}"', f'label = "To the {name} now"', f'go = "{name}"')
        if led_to
        else ()
    )
    return add(f"[place.{name}]", 'text = "Some words."', *on, *led)


def choice(old: str, new: str) -> Spoil:
    """Change the lines of the two choices under "erase"."""
    return swap(old.replace("; ", "\n"), new.replace("; ", "\n"))


def word(keyword: str, new: str) -> Spoil:
    """Another word of a keyword."""
    return lambda text: re.sub(rf"(\[keyword\.{keyword}\]\nwords = \[)", rf'\1"{new}", ', text)


def entry(key: str, edit: Callable[[str], str]) -> Spoil:
    """Change the entry of a key in a catalogue."""

    def spoil(text: str) -> str:
        entries = text.split("\n\n")
        at = next(at for at, one in enumerate(entries) if f'msgctxt "{key}"\n' in one)
        entries[at] = edit(entries[at])
        return "\n\n".join(one for one in entries if one)

    return spoil


def says(key: str, text: str) -> Spoil:
    """Another translation of a key."""
    return entry(key, lambda one: f'{one.partition("msgstr")[0]}msgstr "{text}"')


FIRST, SETTINGS, SOS, TEXTS, STAFF, KEYWORDS, OFFER, COUNTRIES = (
    f"dialogues/content/{name}.toml"
    for name in ("first", "settings", "sos", "texts", "staff", "keywords", "offer", "countries")
)
RU, UZ, KK = (f"dialogues/locales/{language}.po" for language in ("ru", "uz", "kk"))
TOPIC, OTHER, DIRECTORY = (
    "faq/content/tr-work.toml",
    "faq/content/uk-seasonal.toml",
    "hotline_router/content/directory.toml",
)
YES, NO = 'id = "yes"; label = "Yes, erase"', 'id = "no"; label = "No, keep it"; go = "menu"'
LONG = "Thank you very much. " * 18
FAULTS = (
    Fault("unreachable", SETTINGS, place("island", "menu", led_to=False), "place.island", "nothing leads here"),
    Fault("dead end", SETTINGS, place("wall", ""), "place.wall", "is a dead end"),
    Fault(
        "round",
        SETTINGS,
        both(place("one", "two", led_to=False), place("two", "one")),
        "place.one",
        "without end (one → two → one)",
    ),
    Fault(
        "fork to a fork",
        OFFER,
        swap('some = "offer-some"', 'some = "offer-result"'),
        "place.offer-result.by_risk",
        "without a question",
    ),
    Fault(
        "back to itself", SETTINGS, choice(NO, NO.replace("menu", "erase")), "place.erase.choice.no", "its own question"
    ),
    Fault(
        "no way",
        SETTINGS,
        swap('go = "contact"', 'go = "contakt"'),
        "place.settings",
        "leads to 'contakt', which does not exist",
    ),
    Fault(
        "no words",
        SETTINGS,
        choice(YES, YES.replace("Yes, erase", "✅")),
        "place.erase.choice.yes",
        "no words choose it",
    ),
    Fault(
        "two answers alike",
        RU,
        says("erase:no", "Да, удалите"),
        "place.erase",
        "too like each other",
        found_in=SETTINGS,
    ),
    Fault(
        "alike in two alphabets",
        UZ,
        says("erase:no", "Ҳа, ўчиринг"),
        "place.erase",
        "too like each other",
        found_in=SETTINGS,
    ),
    Fault(
        "a label that is a keyword",
        SETTINGS,
        swap('"ℹ️ Who runs this service?"', '"Operator"'),
        "place.settings.choice.who",
        "are the keyword person",
    ),
    Fault(
        "a yes that is none",
        SETTINGS,
        choice(YES, 'id = "sure"; label = "Yes"'),
        "place.erase.choice.sure",
        "that chooses `yes`",
    ),
    Fault(
        "keywords a slip apart",
        KEYWORDS,
        word("menu", "persom"),
        "keyword.menu.words",
        "'persom' is a slip away from 'person'",
        "warning",
    ),
    Fault(
        "apart only in Latin", KEYWORDS, word("lat", "кирилс"), "keyword.cyr.words", "is a slip away from", "warning"
    ),
    Fault("a keyword twice", KEYWORDS, word("menu", "ХЕЛП"), "keyword.menu.words", "stands under help too"),
    Fault("a word of the carrier", KEYWORDS, word("menu", "Stop"), "keyword.menu.words", "cuts the person off"),
    Fault("a lost placeholder", RU, says("closed", "Закрыто."), "closed", "has the placeholders []"),
    Fault(
        "an unknown placeholder",
        TEXTS,
        swap('text = "Added to {case}.', 'text = "Added to {cases}.'),
        "added",
        "unknown placeholder {cases}",
    ),
    Fault("a number of nobody", OTHER, line("sms", '"Call {tr-171}"'), "sms", "{tr-171} is no known number"),
    Fault("a missing safety text", RU, entry("sos", lambda _: ""), "sos", "is not translated"),
    Fault(
        "a stale safety text",
        SOS,
        swap("I am calling an operator of the", "I am ringing an operator of the"),
        "sos",
        "older",
        found_in=UZ,
    ),
    Fault(
        "a fuzzy text",
        RU,
        entry("person", lambda one: one.replace("msgctxt", "#, fuzzy\nmsgctxt")),
        "person",
        "is fuzzy",
        "warning",
    ),
    Fault(
        "an over-long button",
        FIRST,
        swap('label = "English"', f'label = "{"English " * 12}"'),
        "language:en",
        "a button shows 60",
    ),
    Fault(
        "an over-long text",
        COUNTRIES,
        swap('text = "Whose citizen are you?', f'text = "{"long " * 900}'),
        "origin",
        "Telegram takes 4096",
    ),
    Fault(
        "a dear SMS",
        SOS,
        swap('sms = "Thank you.', f'sms = "{LONG}'),
        "sos-waiting@sms",
        "SMS segments in Latin letters",
    ),
    Fault(
        "a letter no phone has",
        SOS,
        swap('sms = "What is happening?', 'sms = "What is happening⁇'),
        "sos-state@sms",
        "'⁇' cannot",
        "warning",
    ),
    Fault(
        "a topic of nobody",
        SETTINGS,
        swap('answer = "privacy"', 'answer = "privacies"'),
        "place.settings.choice.privacy.answer",
        "no FAQ topic",
    ),
    Fault("a neighbour of nobody", OTHER, line("related", '["nowhere"]'), "related", "'nowhere' is no other topic"),
    Fault(
        "a text that nobody says",
        TEXTS,
        add("[text.idle]", 'text = "Nobody says this."'),
        "idle",
        "no place and no code",
        "warning",
    ),
    Fault(
        "a text said and missing",
        STAFF,
        swap('"staff.nobody"', '"staff.noone"'),
        "text.staff.nobody",
        "the program itself",
        found_in="dialogues/content",
    ),
    Fault(
        "past its date",
        TOPIC,
        both(line("as_of", "2020-01-01"), line("review_by", "2021-01-01")),
        "review_by",
        "was 2021-01-01",
        "warning",
    ),
    Fault(
        "a contact past its date",
        DIRECTORY,
        swap("as_of = 2026-02-01\n", "as_of = 2026-02-01\nreview_by = 2026-03-01\n"),
        "contact.ru-112",
        "looked at last on",
        "warning",
    ),
    Fault(
        "broken TOML",
        COUNTRIES,
        swap('text = "In which country are you, or', "text = In which country are you, or"),
        "(whole file)",
        "is not valid TOML",
    ),
    Fault(
        "a broken topic", "faq/content/privacy.toml", swap("[wordings]", "[wordings"), "file", "is not readable TOML"
    ),
    Fault("a broken catalogue", KK, swap('msgctxt "menu"', "msgctxt menu"), "(whole file)", "cannot be read"),
)
LATER = {
    "a fuzzy text": 1,
    "back to itself": 1,
    "alike in two alphabets": 1,
    "two answers alike": 1,
    "a yes that is none": 2,
    "a label that is a keyword": 2,
}
"""Faults in lines in which others stand too are planted into copies of their own."""
BATCHES = tuple(tuple(one for one in FAULTS if LATER.get(one.name, 0) == number) for number in range(3))
