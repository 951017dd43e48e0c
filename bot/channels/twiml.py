"""What a telephone says, in Twilio's markup: the languages its voices speak, and how a key is asked for."""

from typing import NamedTuple

from twilio.twiml.voice_response import Gather, VoiceResponse

LISTENS = 10
"""Seconds for a key after the last word."""
REPEATS = 3
"""How often the page is read out: whoever was asleep hears it from the beginning."""


class Tongue(NamedTuple):
    """A voice of the provider."""

    name: str
    locale: str


TONGUES = {"en": Tongue("Polly.Amy", "en-GB"), "ru": Tongue("Polly.Tatyana", "ru-RU")}
"""The provider has no voice for Uzbek, Tajik, Kyrgyz and Kazakh."""
READER = TONGUES["ru"]
"""Reads the other languages, in Cyrillic."""
AS_RUSSIAN = str.maketrans(
    "ӨөҮүҢңҚқҒғӘәІіҰұҺһҲҳҶҷӢӣӮӯЎў",
    "ОоУуНнКкГгАаИиУуХхХхЖжИиУуУу",
)
"""Letters that a Russian voice would leave out."""


def twiml(text: str, language: str, *, asks: bool) -> str:
    """The answer to a call: words, and whether a key is waited for. The key comes to the same address."""
    tongue = TONGUES.get(language, READER)
    words = text if language in TONGUES else text.translate(AS_RUSSIAN)
    response = VoiceResponse()
    if asks:
        gather = Gather(num_digits=1, timeout=LISTENS)
        gather.say(words, voice=tongue.name, language=tongue.locale, loop=REPEATS)
        response.append(gather)
    else:
        response.say(words, voice=tongue.name, language=tongue.locale)
    return str(response)
