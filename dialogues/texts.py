"""A key, a language and a channel in; the text that is shown out: placeholders, fallbacks, alphabets."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from dialogues.alphabets import write
from faq.language import LANGUAGES

__all__ = ["FALLBACK", "LANGUAGES", "SMS", "Channel", "Texts", "placeholders", "walk"]

Channel = Literal["telegram", "sms"]
FALLBACK = {"en": ("en",), "ru": ("ru", "en")} | {
    code: (code, "ru", "en") for code in LANGUAGES if code not in ("en", "ru")
}
"""Where a text is looked for when a language does not have it: a wrong language is better than no answer."""
SMS = "@sms"
"""Ends the key of a form made for SMS."""
PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9.-]*)\}")


@dataclass(frozen=True, slots=True)
class Texts:
    """All texts in all languages, and the fixed values (telephone numbers, the service's name) that stand in them."""

    by_language: Mapping[str, Mapping[str, str]]
    constants: Mapping[str, str] = field(default_factory=dict)
    natives: frozenset[str] = frozenset()
    """Keys whose text is the same in every language, and in every alphabet."""
    _templates: dict[tuple[str, str, Channel], str] = field(default_factory=dict, compare=False)

    def say(
        self,
        key: str,
        language: str,
        channel: Channel = "telegram",
        alphabet: str = "",
        fills: Mapping[str, str] | None = None,
    ) -> str:
        """The text of `key`, filled and in the person's alphabet.

        Raises KeyError when no language has the key: the loader has made sure that this is a mistake of ours.
        """
        text = self.fill(self.template(key, language, channel), fills or {})
        return text if key in self.natives else write(text, language, alphabet)

    def template(self, key: str, language: str, channel: Channel) -> str:
        """The text with its placeholders, from the first language of the fallback chain that has it."""
        at = (key, language, channel)
        if (known := self._templates.get(at)) is None:
            known = self._templates[at] = self._find(key, language, channel)
        return known

    def _find(self, key: str, language: str, channel: Channel) -> str:
        forms = (key + SMS, key) if channel == "sms" else (key,)
        for code in FALLBACK.get(language, FALLBACK["ru"]):
            for form in forms:
                if (text := self.by_language[code].get(form)) is not None:
                    return text
        raise KeyError(key)

    def fill(self, template: str, fills: Mapping[str, str]) -> str:
        """Put values in the place of `{names}`."""
        if "{" not in template:
            return template
        return PLACEHOLDER.sub(lambda at: fills.get(at[1]) or self.constants.get(at[1]) or "–", template)

    def has(self, key: str) -> bool:
        """Whether the key exists at all."""
        return key in self.by_language["en"]


def placeholders(text: str) -> frozenset[str]:
    """The names in braces."""
    return frozenset(PLACEHOLDER.findall(text))


def walk(by_language: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str, str]]:
    """Every (language, key, text)."""
    for language, texts in by_language.items():
        for key, text in texts.items():
            yield language, key, text
