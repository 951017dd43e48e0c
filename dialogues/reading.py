"""TOML files -> places, texts and words, and everything that is wrong with them. Reads files; knows nothing of translations."""

import difflib
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

from dialogues import check, countries, summary
from dialogues.script import Act, Choice, Hears, Place, Skips
from dialogues.texts import LANGUAGES, SMS, placeholders
from faq import toml
from faq.entry import ContentError
from faq.normalise import fold

DYNAMIC = frozenset({
    "case", "emergency", "service-name", "words", "date", "owner", "operators", "urgency", "status", "language", "country", "channel",
    "signs", "write", "contact", "alarm", "means", "minutes", "reason", "name", "address", "agencies", "licence", "source", "checked",
    "answer", "segments", "cheap", "latin", "hours", "wording", "numbers", "origin", "letters", "count", "example", "answers", "code",
})  # fmt: skip
"""Placeholders whose value is known only when the text is said."""
PLACE_KEYS = {
    "text", "sms", "native", "hears", "then", "many", "choice", "choices_of", "forgets", "page", "by_risk", "when", "sums",
    "skip", "asked_in", "otherwise", "shows_known", "each_country",
}  # fmt: skip
CHOICE_KEYS = {"id", "label", "sms", "native", "go", "does", "says", "answer", "tells", "set", "notes", "rest"}
TEXT_KEYS = {"text", "sms", "native"}
NEEDED = (
    "language", "welcome", "menu", "ask", "sos", "sos-waiting", "doubt", "erase", "numbers", "origin", "where", "rights", "settings",
    "contact", "contact-again", "hide", "hide-word", "plain", "plain-numbers", "plain-erase", "plain-language", "silence", "resume", *summary.PLACES,
)  # fmt: skip
"""Places where the program itself goes."""
SAID = (
    "added", "alphabet-cyr", "alphabet-lat", "case-open", "edited", "emergency", "erased", "heard-again", "help", "not-text", "old-button",
    "outdated", "perhaps", "person", "unknown", "way-help", "way-menu", "way-person", "taken", "still-trying", "still-trying-all",
    "handed-over", "closed", "apology", "rated-up", "rated-down", "way-country", "way-up", "way-down", "unsaved", "too-large", "operator-says",
    "way-back", "way-here", "way-other-country", "settings.unknown", "settings.latin", "settings.cyrillic",
    "agency-found", "agency-none", "agency-short", "agency.valid", "agency.expired", "agency.suspended",
    "fact.hid", "fact.back", "hide-back", "hide-unfit", "hide-word-example", "plain-erased", "plain-help", "plain-passed", "plain-unknown",
    "plain-useful", "moved", *summary.SAID,
)  # fmt: skip
"""Texts that the program itself says."""
SETS = {"language": LANGUAGES, "alphabet": ("lat", "cyr"), "country": (), "origin": ()}
"""What a choice may set, and the values where they are few; a country needs its texts instead."""
FOLDER = "dialogues/content"
WHEN = ("case", "country")
"""What a place may be passed over for, when the state has it."""
MOVED = "moved.toml"
"""Where places and choices that were renamed stand."""
CARRIER = frozenset({"stop", "stopall", "unsubscribe", "cancel", "end", "quit"})


class Reader:
    """Collects what the files hold and what is wrong with them."""

    def __init__(self, numbers: Collection[str]) -> None:
        self.numbers = frozenset(numbers)
        self.problems: list[Exception] = []
        self.sources: dict[str, str] = {}
        self.natives: set[str] = set()
        self.places: dict[str, Place] = {}
        self.each_country: dict[str, dict[str, Any]] = {}
        self.moved: dict[str, str] = {}
        self.words: dict[str, dict[str, tuple[str, ...]]] = {"keyword": {}, "language": {}, "country": {}}
        self.homes: dict[str, str] = {}
        """In which file each key and each `place.NAME` stands."""
        self.file = ""
        self.broken: list[str] = []
        """What is no TOML."""

    def wrong(self, key: str, what: str) -> None:
        self.problems.append(ContentError(f"{self.file}: {key}: {what}"))

    def keys(self, at: str, table: Mapping[str, Any], known: Collection[str]) -> None:
        for key in table.keys() - set(known):
            near = difflib.get_close_matches(key, known, 1)
            self.wrong(
                f"{at}.{key}", f"unknown key; {f'did you mean {near[0]}?' if near else f'use one of {sorted(known)}'}"
            )

    def text(self, key: str, table: Mapping[str, Any], field: str, *, native: bool) -> None:
        text = table.get(field)
        if not isinstance(text, str) or not text.strip():
            self.wrong(f"{key}.{field}", "no text; write one")
            return
        if key in self.sources:
            self.wrong(key, "stands twice; rename one of them")
        for name in set(placeholders(text)) - self.numbers - DYNAMIC:
            self.wrong(
                key, f"unknown placeholder {{{name}}}; use a number of directory.toml or one of {sorted(DYNAMIC)}"
            )
        self.sources[key] = text
        self.homes[key] = self.file
        if native:
            self.natives.add(key)

    def file_of(self, path: Path) -> None:
        self.file = f"{FOLDER}/{path.name}"
        tables, broken = toml.read(path)
        self.broken += broken
        for error in broken:
            self.wrong("(whole file)", f"is not valid TOML: {error}; mend that line")
        self.keys("", tables, ("place", "text", "keyword", "language", "country", "moved"))
        self.moved |= self.moves(tables.get("moved", {}))
        for name, table in self.tables("place", tables):
            self.place(name, table)
        for name, table in self.tables("text", tables):
            self.keys(f"text.{name}", table, TEXT_KEYS)
            self.forms(name, table)
        for group, found in self.words.items():
            for name, table in self.tables(group, tables):
                at = f"{group}.{name}"
                self.keys(at, table, ("words",))
                if name in found:
                    self.wrong(at, "stands twice; put all words into one list")
                self.homes[at] = self.file
                found[name] = self.word_list(at, table.get("words"))
                self.shared_words(at, name, found)

    def moves(self, table: object) -> dict[str, str]:
        """Old places and choices, and what stands in their place by now."""
        moves = self.kind_of("moved", table)
        for old, new in moves.items():
            if not isinstance(new, str) or not new:
                self.wrong(f"moved.{old}", 'must be a name in quotes; write "old" = "new"')
        return {old: new for old, new in moves.items() if isinstance(new, str) and new}

    def tables(self, group: str, tables: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
        """The tables of a group by name; anything else in their place is a mistake."""
        named = tables.get(group, {})
        if not isinstance(named, dict):
            self.wrong(group, f"must be a table; write [{group}.NAME] on a line of its own")
            return
        for name, table in named.items():
            if isinstance(table, dict):
                yield name, table
            else:
                self.wrong(f"{group}.{name}", f"must be a table; write [{group}.NAME] on a line of its own")

    def word_list(self, at: str, words: object, key: str = "words") -> tuple[str, ...]:
        if not isinstance(words, list) or not all(isinstance(word, str) and word.strip() for word in words):
            self.wrong(f"{at}.{key}", 'must be a list of words in quotes; write ["one", "two"]')
            return ()
        for word in CARRIER & {word.casefold() for word in words}:
            self.wrong(f"{at}.words", f"{word!r} cuts the person off at the SMS carrier; take it out")
        return tuple(words)

    def shared_words(self, at: str, name: str, found: Mapping[str, tuple[str, ...]]) -> None:
        """A word can stand for one thing only."""
        others = {fold(word): other for other, words in found.items() if other != name for word in words}
        for word in found[name]:
            if other := others.get(fold(word)):
                self.wrong(f"{at}.words", f"{word!r} stands under {other} too; take one of them out")

    def forms(self, key: str, table: Mapping[str, Any]) -> None:
        native = bool(table.get("native", False))
        self.text(key, table, "text", native=native)
        if "sms" in table:
            self.text(key + SMS, table, "sms", native=native)

    def place(self, name: str, table: Mapping[str, Any]) -> None:
        at = f"place.{name}"
        self.homes[at] = self.file
        self.keys(at, table, PLACE_KEYS)
        if "by_risk" not in table:  # a fork has no text of its own
            self.forms(name, table)
        listed = table.get("choice", [])
        if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
            self.wrong(f"{at}.choice", f"must be a list; write [[{at}.choice]] above each")
            listed = []
        choices = tuple(self.choice(name, one) for one in listed)
        if doubled := {choice.id for choice in choices if [c.id for c in choices].count(choice.id) > 1}:
            self.wrong(at, f"two choices have the id {sorted(doubled)}; give each its own")
        self.places[name] = Place(
            name,
            choices,
            choices_of=str(table.get("choices_of", "")),
            hears=self.one_of(f"{at}.hears", table.get("hears", ""), get_args(Hears)),
            then=str(table.get("then", "")),
            many=bool(table.get("many", False)),
            forgets=bool(table.get("forgets", False)),
            page=self.one_of(f"{at}.page", table.get("page", 0), range(10)),
            sums=self.one_of(f"{at}.sums", table.get("sums", 0), range(3)),
            by_risk=self.kind_of(f"{at}.by_risk", table.get("by_risk", {})),
            skip=self.one_of(f"{at}.skip", table.get("skip", ""), get_args(Skips)),
            asked_in=self.word_list(at, table["asked_in"], "asked_in") if "asked_in" in table else (),
            otherwise=str(table.get("otherwise", "")),
            shows_known=bool(table.get("shows_known", False)),
            when=self.when(f"{at}.when", table.get("when", {})),
        )
        if each := self.kind_of(f"{at}.each_country", table.get("each_country", {})):
            self.complain(countries.complaints(f"{at}.each_country", each))
            self.each_country[name] = each

    def choice(self, place: str, table: Mapping[str, Any]) -> Choice:
        name = str(table.get("id", ""))
        at = f"place.{place}.choice.{name or '(no id)'}"
        self.keys(at, table, CHOICE_KEYS)
        if not name or len(f"{place}:{name}".encode()) > 64:
            self.wrong(at, "needs a short `id`; place and id have 64 bytes in a Telegram button")
        act = table.get("does")
        if act is not None and act not in get_args(Act):
            self.wrong(f"{at}.does", f"unknown act {act!r}; use one of {list(get_args(Act))}")
        if not any(table.get(key) for key in ("go", "does", "says", "answer", "tells")):
            self.wrong(at, "leads nowhere; give it `go`, `does`, `says`, `answer` or `tells`")
        label = str(table.get("label", ""))
        if label.startswith("="):
            label = label[1:]
        else:
            key = f"{place}:{name}"
            native = bool(table.get("native", False))
            self.text(key, table, "label", native=native)
            if "sms" in table:
                self.text(key + SMS, table, "sms", native=native)
            label = key
        sets = self.sets(f"{at}.set", table.get("set", {}))
        return Choice(
            name, label, str(table.get("go", "")), act, str(table.get("says", "")), str(table.get("answer", "")), str(table.get("tells", "")),
            str(sets.get("language", "")), str(sets.get("alphabet", "")), str(sets.get("country", "")), str(sets.get("origin", "")),
            str(table.get("notes", "")), bool(table.get("rest", False)),
        )  # fmt: skip

    def one_of(self, at: str, value: Any, known: Collection[Any]) -> Any:
        if value not in known:
            self.wrong(at, f"{value!r} is not known; use one of {list(filter(None, known))}")
        return value

    def kind_of(self, at: str, table: object) -> dict[str, Any]:
        if isinstance(table, dict):
            return table
        self.wrong(at, 'must be a table; write { name = "value" }')
        return {}

    def when(self, at: str, told: object) -> dict[str, Any]:
        when = self.kind_of(at, told)
        self.keys(at, when, WHEN)
        return when

    def sets(self, at: str, told: object) -> dict[str, Any]:
        sets = self.kind_of(at, told)
        self.keys(at, sets, SETS)
        for key, known in SETS.items():
            if known and key in sets and sets[key] not in known:
                self.wrong(f"{at}.{key}", f"{sets[key]!r} is not known; use one of {list(known)}")
        return sets

    def check_ways(self, topics: Collection[str]) -> None:
        """Every way leads to something that exists."""
        self.file = FOLDER
        for name in NEEDED:
            if name not in self.places:
                self.wrong(f"place.{name}", "is missing; the program itself goes there")
        for name in SAID:
            if name not in self.sources:
                self.wrong(f"text.{name}", "is missing; the program itself says it")
        texts = {*self.sources, *(f"numbers.{code}" for code in self.words["country"])}  # made of the directory
        for code in self.words["country"]:
            self.complain(check.keys(f"country.{code}", texts, f"country.{code}"))
        for name, each in self.each_country.items():
            if not list(countries.complaints("", each)):
                self.places[name] = countries.expand(self.places[name], each, self.words["country"], texts)
        self.complain(check.ways(self.places, texts, topics))
        self.complain(check.answers(self.places))
        self.complain(check.questions(self.places, self.words["country"]))
        self.complain(check.moves(self.places, self.moved), f"{FOLDER}/{MOVED}")

    def complain(self, found: Iterable[check.Complaint], default: str = FOLDER) -> None:
        """Take over what is wrong, each in the file where its place stands."""
        for at, what in found:
            self.file = self.homes.get(".".join(at.split(".")[:2]), default)
            self.wrong(at, what)
