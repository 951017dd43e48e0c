"""Everything that somebody should look at in the content, in one list: problems of the loaders first, then what still loads and is wrong."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from bot import costs, usage
from bot.channels import sms_text
from bot.content import Draft
from dialogues import graph, labels
from dialogues.alphabets import to_latin
from dialogues.load import Draft as Speech
from dialogues.reading import NEEDED
from dialogues.texts import LANGUAGES, SMS
from faq.catalog import UNREVIEWED, Translation
from faq.finding import Finding, Level
from faq.warnings import warnings as faq_warnings
from hotline_router.directory import Directory

LONGEST_LABEL = 60
LONGEST_TEXT = 4096
MOST_SEGMENTS = 3
LONGEST_ANSWER = 600
"""Characters; a longer Telegram message is not read on a phone."""
ANSWER_SEGMENTS = 2
SAFETY = (
    "sos",
    "emergency",
    "doubt",
    "heard-again",
    "still-trying",
    "unsaved",
    "apology",
    "case-open",
    "way-help",
    "menu:sos",
)
"""How the keys of texts begin on which somebody's safety hangs: without a translation of today they may not go out."""


def findings(draft: Draft, today: date) -> list[Finding]:
    """All of it."""
    speech = draft.dialogues
    return [
        *loaded(draft.problems),
        *_ways(speech),
        *_labels(speech),
        *_keywords(speech),
        *usage.findings(speech),
        *_translations(speech),
        *_lengths(speech),
        *_costs(speech),
        *_answers(draft),
        *(Finding.of(text, "warning") for text in faq_warnings(draft.faq, today)),
        *_directory(draft.directory, today),
        *(Finding.of(text, "warning") for text in (draft.replies.warnings() if draft.replies else ())),
        *(Finding.of(text, "warning") for text in (draft.examples.warnings() if draft.examples else ())),
    ]


def loaded(problems: Iterable[Exception]) -> Iterator[Finding]:
    """What a loader refused; anything that is no mistake of an editor is ours, and is raised."""
    for problem in problems:
        if not isinstance(problem, ValueError):
            raise problem
        yield Finding.of(str(problem))


def file_of(language: str) -> str:
    """Where the texts of a language stand."""
    return f"dialogues/locales/{language}.po"


def _home(speech: Speech, key: str, language: str = "en") -> str:
    """The file of a text in a language; a text that is no translation stands with the English ones."""
    if language != "en" and key not in speech.content.natives:
        return file_of(language)
    return speech.homes.get(key.removesuffix(SMS), "dialogues/content")


def _ways(speech: Speech) -> Iterator[Finding]:
    for key, what in graph.complaints(speech.content.script, NEEDED):
        file = speech.homes.get(".".join(key.split(".")[:2]), "dialogues/content")
        yield Finding.of(f"{file}: {key}: {what}")


def _labels(speech: Speech) -> Iterator[Finding]:
    """Clashes of labels, each once with the languages in which it is."""
    said = speech.content
    found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for one in labels.label_clashes(said.script, said.texts, said.keywords):
        found[one.key, one.problem, one.cure].append(one.language)
    for (key, problem, cure), languages in found.items():
        file = speech.homes.get(".".join(key.split(".")[:2]), "dialogues/content")
        told = dict.fromkeys(languages)
        yield Finding(file, key, f"{problem} (in {', '.join(told)})", cure, "error")


def _keywords(speech: Speech) -> Iterator[Finding]:
    for group, words in speech.words.items():
        for name, what in labels.keyword_clashes(words):
            key = f"{group}.{name}"
            yield Finding.of(f"{speech.homes[key]}: {key}.words: {what}", "warning")


def _translations(speech: Speech) -> Iterator[Finding]:
    said = speech.content
    for language, known in speech.catalogs.items():
        if not known:
            yield Finding(
                file_of(language),
                "(whole file)",
                "nothing is translated",
                "run `panoh content sync`, then translate",
                "error",
            )
            continue
        for key in said.missing[language]:
            level: Level = "error" if key.startswith(SAFETY) else "warning"
            state, cure = _state(known.get(key)), "translate it; until then Russian or English is shown"
            yield Finding(file_of(language), key, state, cure, level)
        for key in sorted(known.keys() - said.sources.keys()) if speech.is_whole else ():
            yield Finding(file_of(language), key, "translates no text", "run `panoh content sync`")
        if count := said.unreviewed[language]:
            yield Finding(file_of(language), UNREVIEWED, f"{count} texts no native speaker has read", "have them read")


def _state(one: Translation | None) -> str:
    if one is None:
        return "is not translated"
    return "is fuzzy: somebody has to look at it" if one.fuzzy else "is older than the English text"


def _lengths(speech: Speech) -> Iterator[Finding]:
    """Buttons and texts that Telegram does not show whole."""
    for language, texts in speech.content.texts.by_language.items():
        for key, text in texts.items():
            if language != "en" and key in speech.content.natives:
                continue
            most = LONGEST_LABEL if ":" in key else LONGEST_TEXT
            if len(text) > most:
                wrong = (
                    f"is {len(text)} characters long, and {'a button shows' if ':' in key else 'Telegram takes'} {most}"
                )
                yield Finding(_home(speech, key, language), key, wrong, "shorten it", "error")


def _costs(speech: Speech) -> Iterator[Finding]:
    """Texts that are too dear as SMS: in Latin letters a mistake, in Cyrillic ones (twice as dear) worth knowing."""
    dear: dict[str, list[str]] = defaultdict(list)
    for cost in costs.costs(speech.content.script, speech.content.texts):
        key = f"{cost.key}{SMS}" if f"{cost.key}{SMS}" in speech.content.sources else cost.key
        file, is_latin = _home(speech, key, cost.language), cost.alphabet == "lat" or cost.language == "en"
        if is_latin and cost.forced:
            wrong = f"{cost.forced!r} cannot be sent as Latin letters, which makes its SMS twice as long"
            yield Finding(file, key, wrong, "write other letters")
        if is_latin and cost.segments > MOST_SEGMENTS:
            wrong = f"takes {cost.segments} SMS segments in Latin letters at its longest, with its choices"
            yield Finding(file, key, wrong, f"shorten it to {MOST_SEGMENTS}", "error")
        elif cost.segments > MOST_SEGMENTS:
            dear[key].append(f"{cost.language} {cost.segments}")
    for key, languages in dear.items():
        wrong = (
            f"takes more than {MOST_SEGMENTS} SMS segments in Cyrillic letters at its longest ({', '.join(languages)})"
        )
        yield Finding(_home(speech, key), key, wrong, "shorten its `sms` if you can")


def _answers(draft: Draft) -> Iterator[Finding]:
    """Answers with their numbers filled in: what a phone shows without scrolling, and what an SMS may cost."""
    fill = draft.dialogues.content.texts.fill
    for topic in draft.faq.topics.values():
        for country, answer in topic.answers().items():
            key = f"{topic.id}.{country}".rstrip(".")
            for language in LANGUAGES:
                file = f"faq/locales/{language}.po" if language != "en" else f"faq/content/{topic.id}.toml"
                if (length := len(fill(answer.texts.get(language, ""), {}))) > LONGEST_ANSWER:
                    yield Finding(file, f"{key}.text", f"has {length} characters", f"shorten it to {LONGEST_ANSWER}")
                short = sms_text.fold(to_latin(fill(answer.sms.get(language, ""), {}), language))
                if (count := sms_text.segments(short).count) > ANSWER_SEGMENTS:
                    wrong = f"takes {count} SMS segments in Latin letters"
                    if letters := costs.forced(short):
                        wrong += f", because of {letters!r}"
                    yield Finding(file, f"{key}.sms", wrong, f"shorten it to {ANSWER_SEGMENTS}")


def _directory(directory: Directory, today: date) -> Iterator[Finding]:
    file = "hotline_router/content/directory.toml"
    if unconfirmed := [contact.name for contact in directory.unconfirmed()]:
        wrong = f"{len(unconfirmed)} numbers are not confirmed and not shown ({', '.join(unconfirmed)})"
        yield Finding(file, "confidence", wrong, "call them")
    for contact in directory.contacts.values():
        if contact.is_shown and contact.is_due(today):
            wrong = f"{contact.number} was looked at last on {contact.as_of}, and people are shown it"
            yield Finding(file, f"contact.{contact.name}", wrong, "call it, then set `as_of` or `review_by`")
