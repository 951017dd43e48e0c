"""Every Cyrillic language in Latin letters, Uzbek both ways, and what stays as it is in any alphabet."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.sms_text import segments
from dialogues.alphabets import to_latin, uzbek_to_cyrillic, write

LATIN = [
    ("ru", "Щука, ёж и Юля", "Schuka, yozh i Yulya"),
    ("ru", "Объезд; ЖИВЁМ; Я", "Obezd; ZHIVYOM; Ya"),
    ("tg", "Ҷавоби ғамхорона, ӯ ҳам қабул кард, хона", "Javobi ghamkhorona, ü ham qabul kard, khona"),
    ("tg", "маълумот, таърӣх", "ma'lumot, ta'rikh"),
    ("ky", "Өңүмдү көрдүм, жөнөт", "Öñümdü kördüm, jönöt"),
    ("kk", "Әже, ғылым, қыз, ұл, үй, іс, һ", "Äje, gylym, qyz, ul, üy, is, h"),
    ("uz", "Ўзбекистон, ғалаба, ҳаёт, хона, қаерда", "O'zbekiston, g'alaba, hayot, xona, qayerda"),
    ("uz", "Ер, поезд, шеър, эълон", "Yer, poyezd, she'r, e'lon"),
    ("en", "Москва", "Moskva"),
    ("ru", "SOS 112 {x} https://panoh.example ok", "SOS 112 {x} https://panoh.example ok"),
]


@pytest.mark.parametrize(("language", "cyrillic", "latin"), LATIN, ids=[f"{row[0]}-{row[1][:8]}" for row in LATIN])
def test_latin(language: str, cyrillic: str, latin: str) -> None:
    """Each language has the Latin letters that its people type."""
    assert write(cyrillic, language, "lat") == latin


UZBEK = [
    ("o'zbek tili", "ўзбек тили"),
    ("O‘zbek, Oʻzbek, O’zbek, O`zbek", "Ўзбек, Ўзбек, Ўзбек, Ўзбек"),
    ("shahar, choy, yo'l, yosh, yulduz, yaxshi", "шаҳар, чой, йўл, ёш, юлдуз, яхши"),
    ("yer, qayerda, elchi, poyezd, keldi", "ер, қаерда, элчи, поезд, келди"),
    ("ma'lumot e'lon san'at", "маълумот эълон санъат"),
    ("tog' va bog'", "тоғ ва боғ"),
    ("sog'-salomat", "соғ-саломат"),
    ("politsiya", "полиция"),
    ("Shahar, Chet el, Yozing", "Шаҳар, Чет эл, Ёзинг"),
    ("'Salom' dedi", "'Салом' деди"),
    ("SOS yozing, LANG, WHO KZ", "SOS ёзинг, LANG, WHO KZ"),
    ("TO'XTANG", "TO'XTANG"),
    ("https://panoh.example/uz va help@panoh.example, /menu, @panoh", "https://panoh.example/uz ва help@panoh.example, /menu, @panoh"),
    ("migrant.uz saytida", "migrant.uz сайтида"),
    ("consulate.mfa.uz, familylinks.icrc.org, WhatsApp", "consulate.mfa.uz, familylinks.icrc.org, WhatsApp"),
    ("politsiya, litsenziya, protsent; baxtsiz hodisa, hujjatsiz", "полиция, лицензия, процент; бахтсиз ҳодиса, ҳужжатсиз"),
    ("112 ga qo'ng'iroq", "112 га қўнғироқ"),
    ("", ""),
]  # fmt: skip


@pytest.mark.parametrize(("latin", "cyrillic"), UZBEK, ids=[row[0][:12] or "empty" for row in UZBEK])
def test_uzbek_in_cyrillic(latin: str, cyrillic: str) -> None:
    """Uzbek follows its rules of spelling; commands, addresses and handles stay."""
    assert write(latin, "uz", "cyr") == cyrillic


WORDS = (
    "o'zbek",
    "shahar",
    "yo'q",
    "yetti",
    "qayerda",
    "poyezd",
    "ma'lumot",
    "qo'ng'iroq",
    "tog'",
    "choy",
    "xavf",
    "e'lon",
)


@pytest.mark.parametrize("word", WORDS)
def test_uzbek_there_and_back(word: str) -> None:
    """A word comes back from Cyrillic as it was."""
    assert to_latin(uzbek_to_cyrillic(word), "uz") == word


UNCHANGED = [("ru", ""), ("ru", "cyr"), ("tg", "cyr"), ("en", "cyr"), ("uz", "")]


@pytest.mark.parametrize(("language", "alphabet"), UNCHANGED)
def test_usual_alphabet_changes_nothing(language: str, alphabet: str) -> None:
    """Where nobody asked for another alphabet the text stays."""
    assert write("Салом, yo'q, қ", language, alphabet) == "Салом, yo'q, қ"


@given(
    text=st.text(),
    language=st.sampled_from(("en", "ru", "uz", "tg", "ky", "kk")),
    alphabet=st.sampled_from(("", "lat", "cyr")),
)
def test_twice_is_once(text: str, language: str, alphabet: str) -> None:
    """Writing an operator's words in an alphabet and then the sentence around them changes them once only."""
    once = write(text, language, alphabet)
    assert write(once, language, alphabet) == once


@given(st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюяғӣқӯҳҷңөүәұіўһ АБЖЩҶҲӨҰЎ", max_size=60))
def test_latin_leaves_no_cyrillic(text: str) -> None:
    """A phone without Cyrillic can show everything, in the cheap letters of GSM-7."""
    for language in ("ru", "uz", "tg", "ky", "kk"):
        latin = to_latin(text, language)
        assert not re.search(r"[\u0400-\u04FF]", latin)
        assert segments(latin).encoding == "GSM-7"
