"""What an answer may not say while the chat is hidden: that operators, a hotline, a call for help are behind it."""

import re

UNTOLD = frozenset({
    "about-bot", "delete-data", "hotline-numbers", "privacy", "report-anonymous", "report-how", "talk-human",
})  # fmt: skip
"""Topics of the FAQ that are about this service."""
VISA_OPERATORS = frozenset({
    "change-employer", "offer-tourist-visa", "passport-taken", "recruitment-fee", "uk-seasonal",
})  # fmt: skip
"""Topics in which an operator is that of a visa."""
WORDS = r"\b(?:SOS|HELP|DELETE|WHO|JOB|OPERATOR|ОПЕРАТОР)\b"
OURS = re.compile(
    rf"{WORDS}|(?i:operator|оператор|hotline|горяч\w+ лини|ishonch telefon|хати бовар|ишеним телефон|сенім телефон)"
)
CALLS = re.compile(WORDS)
SENTENCES = re.compile(r"(?<=[.!]) +")


def untold(text: str, topic: str) -> str:
    """An answer without the sentences that tell of us."""
    signs = CALLS if topic in VISA_OPERATORS else OURS
    kept = (" ".join(one for one in SENTENCES.split(line) if not signs.search(one)) for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line for line in kept if line.strip(" –-") or not line)).strip()
