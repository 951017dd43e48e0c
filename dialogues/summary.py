"""What was told in a report, as lines that a person or staff can read. An answer is `:choice`, `"words` or `+kind of file`."""

from collections.abc import Iterable, Iterator

from dialogues.script import Script
from dialogues.texts import Channel, Texts
from dialogues.wishes import hours_in

Told = tuple[tuple[str, str], ...]
CHOSE, WROTE, SENT = ":", '"', "+"
QUESTION = "report"
"""What free text is in a place that asks for a report."""
SAID = (
    "report-kept", "report-dropped", "report-nothing", "report-sent", "report-receipt", "report-told", "report-busy", "report-left",
    "report-alone", "report-withdrawn", "report-stays", "too-many-numbers", "report-status-open", "report-status-taken",
    "report-status-waiting", "report-status-closed", "report-files", "report-full", "report-changed",
)  # fmt: skip
"""Texts that the program itself says."""
PLACES = (
    "report", "report-live", "report-again", "report-silent", "report-code", "report-danger", "report-check", "report-rest",
    "report-change", "report-open", "report-add", "report-withdraw",
)  # fmt: skip
"""Places where the program itself goes."""
UNLISTED = frozenset({"report-stop"})
"""Questions about the conversation, not about what is reported."""
SMS_PAGE = 220
"""Characters of a page by SMS: with the question and the ways on it has three segments in Latin letters."""
SMS_LINE = 72
TELEGRAM_PAGE = 3000
CONTACT = "report-contact"
"""The question whose words may name hours."""
HIDDEN = "report-name"
"""The question whose words `hides` leaves out: a name is not for the group."""


def lines(
    told: Told, script: Script, texts: Texts, language: str, channel: Channel, *, hides: bool = False
) -> list[str]:
    """A line for each question that was answered, in the order in which they are asked; the last one counts the files."""
    found = []
    for name, place in script.places.items():
        given = [answer for question, answer in told if question == name and not answer.startswith(SENT)]
        if hides and name == HIDDEN:
            given = [answer for answer in given if not answer.startswith(WROTE)]
        if place.hears == QUESTION and given and name not in UNLISTED:
            answers = _answers(name, given, script, texts, language, channel)
            found.append(f"{texts.template(f'{name}.name', language, channel)}: {', '.join(answers)}")
    files = sum(answer.startswith(SENT) for _, answer in told)
    more = texts.fill(texts.template("report-files", language, channel), {"words": str(files)})
    return [*found, more] if files else found


def names(told: Told) -> tuple[str, ...]:
    """The name that the person left, if they did."""
    return tuple(answer[1:] for question, answer in told if question == HIDDEN and answer.startswith(WROTE))


def _answers(
    name: str, given: Iterable[str], script: Script, texts: Texts, language: str, channel: Channel
) -> Iterator[str]:
    for answer in given:
        mark, words = answer[:1], answer[1:]
        if mark == CHOSE and (choice := script.places[name].choice(words)):
            yield texts.template(choice.label, language, channel)
        elif mark == WROTE:
            yield f"«{words}»"


def page(told: Told, script: Script, texts: Texts, language: str, channel: Channel, number: int) -> tuple[str, bool]:
    """A page of the summary (1 or 2), and whether there is more behind it. The second ends with what fits."""
    every = lines(told, script, texts, language, channel)
    room = SMS_PAGE if channel == "sms" else TELEGRAM_PAGE
    if channel == "sms":
        every = [_cut(line, SMS_LINE) for line in every]
    first = _fitting(every, room)
    if number == 1:
        return "\n".join(every[:first]), first < len(every)
    return _cut("\n".join(every[first:]), room + room // 2), False


def _fitting(every: list[str], room: int) -> int:
    """How many lines fit; one always does."""
    used = 0
    for count, line in enumerate(every):
        used += len(line) + 1
        if used > room and count:
            return count
    return len(every)


def _cut(text: str, room: int) -> str:
    return text if len(text) <= room else text[: room - 1].rstrip() + "…"


FACTS: dict[tuple[str, str], tuple[str, ...]] = {
    ("report-stop", ":yes"): (),
    ("report-danger", ":no"): (),
    ("report-since", ":over"): (),
    ("report-children", ":yes"): ("sign:child",),
    ("report-contact", ":any"): ("write-yes", "contact-any"),
    ("report-contact", ":when-i-write"): ("contact-when-i-write",),
    ("report-contact", ":call"): ("contact-call",),
    ("report-contact", ":none"): ("write-no",),
}
"""Answers that the program knows, and what they mean to the case; signs and the country besides. `report.py` asks for the first three."""


def facts(told: Told, script: Script) -> tuple[str, ...]:
    """What the answers mean to the case, each once: signs, country, how the person may be answered."""
    found = ["sign:report"]
    for question, answer in told:
        place = script.places.get(question)  # a new release may have removed a question
        choice = place.choice(answer[1:]) if place and answer.startswith(CHOSE) else None
        if choice and choice.tells:
            found.append(choice.tells)
        elif choice and question == "report-country":
            found.append(f"country:{choice.id}")
        found.extend(FACTS.get((question, answer), ()))
        if question == CONTACT and answer.startswith(WROTE) and (hours := hours_in(answer[1:])):
            found.extend(("write-yes", "contact-here", f"hours:{hours}"))
    return tuple(dict.fromkeys(found))


def signs(told: Told, script: Script) -> tuple[str, ...]:
    """The signs among the facts."""
    return tuple(fact.removeprefix("sign:") for fact in facts(told, script) if fact.startswith("sign:"))
