"""The lists of telephone numbers, made of the directory: one for each country, language and channel, in the words of the texts.

A number that an editor adds or confirms stands in every list at once, with its hours, languages, cost, and what the person on the
other end may do with what is said. What is not known is not said.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from dialogues.load import Content
from dialogues.texts import LANGUAGES, SMS, Channel, Texts
from faq.entry import ContentError
from hotline_router.directory import Contact, Directory

ALWAYS = "24/7"
HOURS = re.compile(r"(?P<days>Mon-Fri )?(?P<hours>\d{1,2}(:\d\d)?-\d{1,2}(:\d\d)?)(?P<zone> Moscow)?")
MANY = re.compile(r"(\d+) languages")
SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes for one language and channel. A word without a text raises KeyError."""

    texts: Texts
    language: str
    channel: Channel

    def say(self, key: str, **fills: str) -> str:
        return self.texts.fill(self.texts.template(f"contact.{key}", self.language, self.channel), fills)

    def listed(self, country: str, contacts: Collection[Contact]) -> str:
        """The list of a country."""
        name, lines = self.texts.template(f"country.{country}", self.language, self.channel), self._lines(contacts)
        if self.channel == "sms":
            return f"{name}: {', '.join(lines)}. {self._always(contacts)}{self.say('check')}"
        years = sorted({one.as_of.year for one in contacts})
        span = f"{years[0]}–{years[-1]}" if len(years) > 1 else f"{years[0]}"
        return "\n".join((name, *(f"– {line}" for line in lines), "", self.say("check", date=span)))

    def _lines(self, contacts: Collection[Contact]) -> Iterator[str]:
        """A line for each service; a second number of the same one stands behind the first, and says only what is different."""
        services: dict[str, list[Contact]] = {}
        for contact in contacts:
            services.setdefault(self.label(contact), []).append(contact)
        for label, (first, *others) in services.items():
            known = tuple(self.details(first))
            numbers = [self._number(first, known)]
            numbers += [self._number(one, [word for word in self.details(one) if word not in known]) for one in others]
            yield f"{label}{'' if self.channel == 'sms' else ':'} {', '.join(numbers)}"

    def _number(self, contact: Contact, details: Collection[str]) -> str:
        return f"{contact.number} ({'; '.join(details)})" if details else contact.number

    def label(self, contact: Contact) -> str:
        """What it is for: in words of its own, or of its kind."""
        return self.say(contact.name if self.texts.has(f"contact.{contact.name}") else f"kind.{contact.kind}")

    def details(self, contact: Contact) -> Iterator[str]:
        """What is known of a number, as far as the channel has room."""
        is_sms = self.channel == "sms"
        if contact.called:
            yield contact.called
        if contact.cost and not is_sms:  # by SMS what is free stands in one line for all
            yield self.say(f"cost.{contact.cost}")
        if contact.hours and not (is_sms and contact.hours == ALWAYS):
            yield self._hours(contact.hours)
        if spoken := self._languages(contact.languages):
            yield spoken
        for one in contact.about if is_sms else (*contact.more, *contact.about):
            yield self.say(f"about.{one}")

    def _hours(self, hours: str) -> str:
        if hours == ALWAYS:
            return self.say("hours.always")
        found = HOURS.fullmatch(hours)
        if not found:
            raise KeyError(f"contact.hours.{hours}")
        days = f"{self.say('hours.mon-fri')} " if found["days"] else ""
        zone = f" {self.say('hours.moscow')}" if found["zone"] else ""
        return f"{days}{found['hours'].replace('-', '–')}{zone}"

    def _languages(self, languages: str) -> str:
        if languages == SEVERAL:
            return self.say("languages.several")
        if many := MANY.fullmatch(languages):
            return self.say("languages.many", count=many[1])
        codes = [code for code in languages.split() if self.channel == "telegram" or code in LANGUAGES]
        return ", ".join(self.say(f"language.{code}") for code in codes)

    def _always(self, contacts: Collection[Contact]) -> str:
        """Which numbers are free and which answer at any hour, by the numbers alone."""
        groups: dict[str, list[str]] = {"both": [], "free": [], "always": []}
        for one in contacts:
            is_free, is_always = one.cost == "free", one.hours == ALWAYS
            if is_free or is_always:
                groups["both" if is_free and is_always else "free" if is_free else "always"].append(one.number)
        return "".join(self.say(key, words=", ".join(found)) + " " for key, found in groups.items() if found)


def with_numbers(said: Content, directory: Directory) -> Content:
    """The content with a text `numbers.CODE` for each country. Raises one ExceptionGroup of ContentError."""
    countries = dict.fromkeys(said.countries.labels.values())
    problems = list(_problems(said.texts, directory, countries))
    if problems:
        raise ExceptionGroup("directory", problems)
    by_language = {
        language: {**said.texts.by_language[language], **dict(_lists(said.texts, language, directory, countries))}
        for language in LANGUAGES
    }
    return replace(said, texts=Texts(by_language, said.texts.constants, said.texts.natives))


def _lists(texts: Texts, language: str, directory: Directory, countries: Collection[str]) -> Iterator[tuple[str, str]]:
    channels: tuple[tuple[Channel, str], ...] = (("telegram", ""), ("sms", SMS))
    for country in countries:
        for channel, mark in channels:
            writer = _Writer(texts, language, channel)
            yield f"numbers.{country}{mark}", writer.listed(country, directory.listed(country))


def _problems(texts: Texts, directory: Directory, countries: Collection[str]) -> Iterator[ContentError]:
    for country in countries:
        if not directory.listed(country):
            what = "has no number that may be shown; add a [[contact]] of confidence A or B, or take the country out"
            yield ContentError(f"directory.toml: {country}: {what}")
    for contact in directory.contacts.values():
        if not (contact.is_shown and contact.listed):
            continue
        for country in {contact.country, *contact.also} - set(countries):
            what = f"nobody can name {country!r}; add [country.{country}] to keywords.toml"
            yield ContentError(f"directory.toml: contact.{contact.name}.country: {what}")
        try:
            writer = _Writer(texts, "en", "telegram")
            _ = (writer.label(contact), *writer.details(contact))
        except KeyError as error:
            what = f'uses a word without a text; add [text."{error.args[0]}"] or use another word'
            yield ContentError(f"directory.toml: contact.{contact.name}: {what}")
