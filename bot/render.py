"""Texts as they leave: for a person on Telegram or on a phone with keys, and for staff. Keys and languages in, words out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from bot.channels import sms_text
from bot.content import Content
from bot.messages import Text
from dialogues.alphabets import LATIN_BY_HABIT, to_latin, write
from dialogues.effects import Offer
from dialogues.state import State
from dialogues.texts import Channel
from dialogues.untold import untold
from dialogues.wishes import NEUTRAL
from faq.entry import Topic
from hotline_router.case import Case, Status
from hotline_router.directory import Contact
from hotline_router.hours import zone_of
from hotline_router.paths import AMBULANCE, CHILDREN, CRISIS, EMERGENCY, FAMILY, WOMEN, to_call
from hotline_router.replies import Reply
from hotline_router.roster import Roster

TELEGRAM_TEXT = 4096
TELEGRAM_LABEL = 60
ALARM = {"urgent": "🔴", "ask": "🟡", "routine": "⚪"}
STATUS = {
    Status.NEW: "open",
    Status.PAGED: "paged",
    Status.TAKEN: "taken",
    Status.WAITING: "waiting",
    Status.HANDED: "handed",
    Status.CLOSED: "closed",
}
CALLED = {
    CHILDREN: "children",
    FAMILY: "family",
    WOMEN: "women",
    CRISIS: "crisis",
    AMBULANCE: "ambulance",
    EMERGENCY: "emergency",
}
"""The texts that name kinds of numbers for staff."""
LABELS = {"urgent": "staff.raise"}
"""Commands whose button has a text of another name."""


def parts(text: str, limit: int = TELEGRAM_TEXT) -> list[str]:
    """A text in as many Telegram messages as it needs. Telegram may count in 16-bit units, of which a picture takes two."""
    has_pictures = any(sign > "\uffff" for sign in text)
    return sms_text.split(text, limit // 2 if has_pictures and len(text) > limit // 2 else limit)


def number(case: int) -> str:
    """The number of a case as it is written everywhere."""
    return f"#{case}"


@dataclass(frozen=True, slots=True)
class Voice:
    """How one person is spoken to."""

    content: Content
    state: State
    channel: Channel

    def say(self, key: str, fills: Mapping[str, str] | None = None) -> str:
        """A text of the dialogues, with the case's number and the emergency numbers of the person's country."""
        texts, language = self.content.dialogues.texts, self.state.language
        if self.state.wording == NEUTRAL and texts.has(f"neutral.{key}"):
            key = f"neutral.{key}"
        known = {"case": number(self.state.case), "emergency": self.emergency(), **(fills or {})}
        return texts.say(key, language, self.channel, self.state.alphabet, known)

    def emergency(self) -> str:
        """The emergency numbers of the person's country, as they stand inside other sentences."""
        texts, at = self.content.dialogues.texts, f"emergency.{self.state.country}"
        return texts.fill(texts.template(at if texts.has(at) else "emergency", self.state.language, self.channel), {})

    def reply(self, reply: Reply, gap: str) -> str:
        """A quick reply in the person's language, with its gap filled."""
        fills = {"words": gap, "emergency": self.emergency()}
        return self.content.dialogues.texts.fill(reply.text(self.state.language), fills)

    def answer(self, topic: Topic, today: date, country: str = "", *, plain: bool = False) -> str:
        """A checked answer, with its date when it may be out of date; `plain`: without what tells of the hotline."""
        language = self.state.language
        text = self.content.dialogues.texts.fill(topic.answer(country).say(language, sms=self.channel == "sms"), {})
        if plain:
            text = untold(text, topic.id)
        if topic.review_by < today:
            text += "\n\n" + self.content.dialogues.texts.say(
                "outdated", language, self.channel, fills={"date": topic.as_of.isoformat()}
            )
        return write(text, language, self.state.alphabet)

    def label(self, offer: Offer) -> str:
        """The words on a button."""
        if offer.topic:
            return question(self.content.faq.topics[offer.topic], self.state)
        return self.content.dialogues.texts.say(offer.label, self.state.language, self.channel, self.state.alphabet)

    def operator(self, words: str, key: str = "operator-says") -> str:
        """An operator's words, in the person's alphabet."""
        shown = write(words, self.state.language, self.state.alphabet)
        return self.say(key, {"words": shown})

    def texts(self, to: str, text: str, offers: Iterable[Offer] = ()) -> list[Text]:
        """The messages that carry a text and its choices: one, or several where it is too long."""
        shown = tuple((self.label(offer), offer.button) for offer in offers)
        if self.channel == "sms":
            whole = sms_text.fold(sms_text.menu(text, tuple(label for label, _ in shown)))
            return [Text(to, part) for part in sms_text.split(whole)]
        *before, last = parts(text)
        return [*(Text(to, part) for part in before), Text(to, last, shown)]


def question(topic: Topic, state: State) -> str:
    """A topic as a question in the person's language and alphabet: its first wording."""
    language = next((code for code in (state.language, "ru", "en") if code in topic.question), "en")
    words = topic.question.get(language, topic.id)
    if state.alphabet == "lat" or (not state.alphabet and language in LATIN_BY_HABIT):
        words = to_latin(words, language)
    else:
        words = write(words, language, state.alphabet)
    return (words[:1].upper() + words[1:])[:TELEGRAM_LABEL]


@dataclass(frozen=True, slots=True)
class Desk:
    """How staff are spoken to, in one language."""

    content: Content
    roster: Roster
    language: str

    def say(self, key: str, fills: Mapping[str, str] | None = None, channel: Channel = "telegram") -> str:
        """A text for staff."""
        return self.content.dialogues.texts.say(key, self.language, channel, fills=fills)

    def names(self, operators: Iterable[str]) -> str:
        """Operators as their colleagues call them."""
        known = (self.roster.operator(one) for one in operators)
        return ", ".join(one.name for one in known if one) or self.say("staff.nobody")

    def named(self, case: Case, channel: Channel = "telegram") -> str:
        """The number of a case, marked where it is only practice."""
        return " ".join((number(case.number), *self._practice(case, channel)))

    def buttons(self, *commands: str, case: int) -> tuple[tuple[str, str], ...]:
        """Buttons that do what the words in the topic do."""
        return tuple((self.say(LABELS.get(command, f"staff.{command}")), f"{command}:{case}") for command in commands)

    def facts(self, case: Case, channel: Channel = "telegram") -> dict[str, str]:
        """What a page and a card hold: never anything of the person."""
        texts, unknown = self.content.dialogues.texts, self.say("staff.unknown")
        country = f"country.{case.country}"
        signs = [self.say(key) for sign in case.signs if texts.has(key := f"staff.sign-{sign}")]
        return {
            "case": number(case.number),
            "urgency": self._urgency(case, channel),
            "alarm": ALARM[case.level],
            "language": self._language(case, channel) if case.language else unknown,
            "country": self.say(country) if case.country and texts.has(country) else unknown,
            "signs": ", ".join(signs) or self.say("staff.none"),
        }

    def _language(self, case: Case, channel: Channel) -> str:
        language = self.say(f"staff.language-{case.language}")
        if not case.unspoken or channel == "sms":  # there every letter costs
            return language
        return self.say("staff.language-unspoken", {"language": language})

    def _urgency(self, case: Case, channel: Channel = "telegram") -> str:
        return " ".join((*self._practice(case, channel), self.say(f"staff.{case.level}")))

    def _practice(self, case: Case, channel: Channel) -> tuple[str, ...]:
        return (self.say("staff.drill", None, channel),) if case.drill else ()

    def card(self, case: Case) -> str:
        """The card of a case."""
        unknown = self.say("staff.unknown")
        muted = " · " + self.say("staff.muted-mark") if case.muted else ""
        more = {
            "status": self.say(f"staff.status-{STATUS[case.status]}") + muted,
            "owner": self.names([case.owner]) if case.owner else self.say("staff.nobody"),
            "channel": "SMS" if case.channel == "sms" else "Telegram",
            "write": self.say(f"staff.{case.write}") if case.write else unknown,
            "contact": self._contact(case) or unknown,
        }
        return self.say("staff.card", {**self.facts(case), **more})

    def _contact(self, case: Case) -> str:
        """How, when and with which words the person may be contacted."""
        how = [self.say(f"staff.{case.contact}")] if case.contact else []
        if case.hours:
            zone = zone_of(case.country, self.roster.zone).key
            how.append(self.say("staff.hours", {"hours": case.hours.replace("-", "–"), "name": zone}))
        if case.wording == NEUTRAL:
            how.append(self.say("staff.neutral"))
        return " · ".join(how)

    def path(self, case: Case, sign: str) -> str:
        """Whom to call for a sign, what to do first, what not to ask; without a sign: whom to call in this country."""
        found = [
            self._call(one) for one in to_call((sign,) if sign else case.paths, case.country, self.content.directory)
        ]
        country = self.facts(case)["country"]
        listed = ", ".join(found) or self.say("staff.path-none" if case.country else "staff.path-unknown")
        numbers = f"{country}: {listed}" if sign and case.country else listed
        fills = {"numbers": numbers, "case": number(case.number), "country": country}
        return self.say(f"staff.path-{sign or 'numbers'}", fills)

    def _call(self, contact: Contact) -> str:
        hours = f", {contact.hours}" if contact.hours else ""
        return f"{contact.number} ({self.say(f'staff.call-{CALLED[contact.kind]}')}{hours})"

    def card_buttons(self, case: Case) -> tuple[tuple[str, str], ...]:
        """What can be done with a case as it stands."""
        louder = ("urgent",) if case.level != "urgent" else ()
        owned = ("close", "reveal", "handover", "faq", "note", "unmute" if case.muted else "mute", *louder)
        commands = {
            Status.TAKEN: owned,
            Status.WAITING: owned,
            Status.HANDED: ("take", *owned),
            Status.CLOSED: ("reopen",),
        }.get(case.status, ("take", "close", *louder))
        return self.buttons(*commands, case=case.number)

    def topic_name(self, case: Case) -> str:
        """The name of a case's topic: number, urgency, language, country."""
        country = f" · {case.country.upper()}" if case.country else ""
        done = "✅" if case.status is Status.CLOSED else ALARM[case.level]
        return f"{number(case.number)} {done} {self._urgency(case)} · {case.language.upper()}{country}"

    def page(self, case: Case, channel: Channel, alarm: int) -> str:
        """The text that wakes an operator; the alarm sign grows with every round in vain."""
        facts = self.facts(case, channel)
        facts["alarm"] = (
            facts["alarm"] * min(alarm + 1, 5) if channel == "telegram" else "PANOH" + "!" * min(alarm + 1, 5)
        )
        return self.say("staff.page", facts, channel)
