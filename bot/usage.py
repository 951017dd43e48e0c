"""Content and program fit each other: no text is said that does not exist, none is kept that nobody says."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import bot
import dialogues
import hotline_router
from dialogues.load import Draft
from dialogues.texts import SMS
from faq.finding import Finding
from hotline_router.learnt import CRISES

BUILT = re.compile(
    r"(emergency|numbers|country|contact|work-help|settings)(\.|$)|staff\.(language|status|sign|means|reason|write|contact|roster|drill|mend|path|call)-|alphabet-|flag\.|agency\.|neutral\."
    r"|staff\.person-(location|contact)$"
)
"""Keys that the code puts together from parts."""
_NAMED = re.compile(r'"(staff\.[a-z]+(?:-[a-z]+)*)"')


@cache
def code() -> str:
    """The program itself, as one text."""
    folders = (Path(str(package.__file__)).parent for package in (bot, dialogues, hotline_router))
    return "".join(path.read_text(encoding="utf-8") for folder in folders for path in sorted(folder.rglob("*.py")))


def findings(draft: Draft) -> Iterator[Finding]:
    """Texts that nobody says, texts that the program says and nobody wrote, topics that it knows and nobody wrote."""
    for key in idle(draft):
        yield Finding(draft.homes[key], key, "no place and no code says it", "take it out, or name it in a choice")
    for key in absent(draft):
        yield Finding("dialogues/content", f"text.{key}", "is missing; the program itself says it", "write it", "error")
    for topic in sorted(CRISES.difference(draft.content.topics)):
        wrong = "is missing, and words of danger are compared with it"
        yield Finding("faq/content", f"{topic}.toml", wrong, "bring the topic back", "error")


def idle(draft: Draft) -> list[str]:
    """Keys of texts that neither a place nor the program uses."""
    places, used = draft.content.script.places, set[str]()
    for place in places.values():
        used |= {text for choice in place.choices for text in (choice.label, choice.says)}
    return [
        key
        for key in draft.content.texts.by_language["en"]
        if not (key.endswith(SMS) or key in places or key in used or BUILT.match(key))
        and f'"{key}"' not in code()
        and f'"{key.removeprefix("staff.")}"' not in code()  # commands, levels and facts name only the last part
    ]


def absent(draft: Draft) -> list[str]:
    """Keys that the program names and that do not exist."""
    named = set(_NAMED.findall(code()))
    return sorted(key for key in named if key not in draft.content.texts.by_language["en"])
