"""Questions that mean much the same stand together, whatever their language."""

from faq.group import group
from faq.lexicon import Lexicon

LEXICON = Lexicon.of(
    {"visa": ["виз", "viza"], "poland": ["польш", "polsha"], "doctor": ["врач", "shifokor"], "find": ["найти", "top="]}
)


def test_group() -> None:
    """Near spellings and, through the lexicon, other languages; the largest group first."""
    groups = group([
        ("ru", "где найти врача"), ("ru", "как сделать визу в польшу"), ("ru", "визу в польшу как зделать"), ("uz", "polshaga viza kerak"),
    ], LEXICON)  # fmt: skip
    assert [(sorted(one.languages), len(one.questions)) for one in groups] == [(["ru", "uz"], 3), (["ru"], 1)]
    assert groups[0].questions[0] == "как сделать визу в польшу"


def test_nothing_to_group() -> None:
    """No question, no group; a question without letters is one of its own."""
    assert group([], LEXICON) == []
    assert len(group([("ru", "???"), ("ru", "паспорт")], LEXICON)) == 2
