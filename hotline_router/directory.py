"""Organisations and numbers, each with source, date and confidence. A number that nobody could confirm is kept but never shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Confidence = Literal["A", "B", "C", "U"]
YEAR = timedelta(days=365)
SHOWN = ("A", "B")
"""Confidence that may be shown; C and U are a list for the organisation to call and confirm."""


@dataclass(frozen=True, slots=True)
class Contact:
    """One number that people can call or write to."""

    name: str
    """How texts name it: `{kz-112}`."""
    country: str
    kind: str
    number: str
    source: str
    as_of: date
    confidence: Confidence
    organisation: str = ""
    hours: str = ""
    languages: str = ""
    cost: str = ""
    note: str = ""
    """For editors; people read `about`."""
    called: str = ""
    """The name by which people know it, the same in every language."""
    about: tuple[str, ...] = ()
    """What to know before one calls, above all what the other end may do with what is said: words that have a text each."""
    more: tuple[str, ...] = ()
    """What is good to know besides, where there is room for it."""
    also: tuple[str, ...] = ()
    """Countries in whose list it stands too: it helps their citizens."""
    listed: bool = True
    """Whether the lists of numbers name it; otherwise only the texts that mean it."""
    review_by: date | None = None
    """When it has to be called again; a year after `as_of` where nothing is written."""

    def is_due(self, today: date) -> bool:
        """Whether somebody has to look whether it is still right."""
        return (self.review_by or self.as_of + YEAR) < today

    @property
    def is_shown(self) -> bool:
        """Whether texts may show it."""
        return self.confidence in SHOWN


@dataclass(frozen=True, slots=True)
class Directory:
    """All contacts by name."""

    contacts: Mapping[str, Contact]

    def numbers(self) -> Mapping[str, str]:
        """The published numbers by name."""
        return {name: contact.number for name, contact in self.contacts.items() if contact.is_shown}

    def listed(self, country: str) -> tuple[Contact, ...]:
        """What the list of a country names: first what is there, then who helps its citizens elsewhere."""
        shown = [one for one in self.contacts.values() if one.is_shown and one.listed]
        return (
            *(one for one in shown if one.country == country),
            *(one for one in shown if country in one.also),
        )

    def unconfirmed(self) -> tuple[Contact, ...]:
        """What somebody should call before it can be shown."""
        return tuple(contact for contact in self.contacts.values() if not contact.is_shown)
