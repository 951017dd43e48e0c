"""Which of the service's languages a text is written in, told by its letters and its commonest words."""

import re
from collections import defaultdict
from functools import lru_cache

from faq.normalise import fold, is_latin, tokens

__all__ = ["LANGUAGES", "guess", "is_latin"]

# The languages that people are spoken to in; every other list of them is made from this one. docs/editing.md says what a new one takes.
LANGUAGES = ("en", "ru", "uz", "tg", "ky", "kk")

# Letters that settle it, asked in this order: a Kazakh text also has the letters of Kyrgyz, a Tajik one those of Uzbek.
_LETTERS = (
    ("tg", re.compile(r"[ҷӣӯ]")),
    (
        "uz",
        re.compile(
            r"ў|[og][ʻ‘`]|\b[a-z]*(?:o['’](?!clock)(?=[a-z])|g['’])(?!s\b|ve\b|re\b|ll\b|d\b|m\b|t\b)", re.IGNORECASE
        ),
    ),
    ("kk", re.compile(r"[әіұһ]|(?=.*[қғ])(?=.*[өүң])", re.DOTALL)),
    ("ky", re.compile(r"[өүң]")),
)
_FEWEST = 1.5  # points that make a language certain; a longer word that only one language has is worth more
_OWN_WORD = 2.0
_LEAD = 1.0

_WORDS = {
    "en": """the is are my me i you he she they we it not no do does how what when where who can to of in for and with
        have has this that your his her from want need please help hello thanks job work money don't can't
        go get let was am if will would they're i'm""",
    "ru": """не я мне меня мы нас нам он она они его их что как где когда кто и в на с у от по за это есть нет да надо
        нужно можно если или но для мой моя мои очень уже ещё только почему сколько здравствуйте привет
        спасибо пожалуйста помогите хочу могу работа работу работаю деньги зарплату дают платят делать
        работы хозяин забрали обманули получить узнать проверить какие куда меня чтобы все так ли нам без
        был была""",
    "uz": """men meni menga mening biz bizni bizga siz u ular bu va bilan uchun qanday qancha qayerda qachon kim nima
        kerak bor yo'q emas mumkin mumkinmi qilish qilaman qildi bo'ladi bo'ldi edi ekan keyin agar ham
        lekin faqat salom rahmat iltimos yordam bering ish ishlayman pul pulim oylik bermayapti olib ketdi
        qo'ydi qoldim bo'lsa qilsam qayerga nega o'zbekiston rossiyada ishlash olish to'lash""",
    "tg": """ман маро манро мо моро шумо ту ӯ онҳо вай ин аз ба бо дар барои ки чи чӣ чӣ хел чанд куҷо кай кӣ не нест
        ҳаст лозим мумкин мешавад кунам кунед кунанд карданд карда кардан мекунанд мехоҳам метавонам
        намедонам намедиҳад намедиҳанд салом раҳмат лутфан кӯмак ёрӣ кор пул маош шиноснома гирифт гирифтанд
        дорам надорам вале агар чаро доранд то ва ҳам русия русияда тоҷикистон будан гирифтан""",
    "ky": """мен мени мага менин биз бизди бизге сиз ал алар бул жана менен үчүн кандай канча кайда качан ким эмне керек
        бар жок эмес болобу болот кылам кылыш кылды экен кийин эгер да бирок гана салам рахмат сураныч
        жардам бериңиз бергиле жумуш иштейм иштеп акча айлык бербей жатат жатам жатабыз алып койду алды
        келдим кантип кайдан эмнеге силер ооба болсо кыргызстан россияда иштөө алуу""",
    "kk": """мен мені маған менің біз бізді бізге сіз ол олар бұл және үшін қандай қанша қайда қашан кім не керек бар
        жоқ емес бола ма болады қалай қыламын істеймін кейін егер де бірақ ғана сәлем рахмет өтінемін
        көмектесіңіз көмек жұмыс жасап жұмысқа ақша жалақы бермей жатыр жатырмын алып қойды алды келдім
        қайдан неге иә болса мүмкін ме қазақстан ресейде істеу алу еді көмектесіңіз көмектесіңіздерші
        көмектесіңдерші жоқпын мына осы""",
}
# Endings of which a Kyrgyz, Kazakh or Uzbek text is full; half as telling as a word.
_ENDINGS = {
    "uz": ("yapti", "yapman", "yapmiz", "yaptilar", "moqda", "adilar", "masligi", "ishyapti", "dilar", "maydi"),
    "ky": ("баябыз", "бейт", "байт", "бойт", "ышты", "ыштады", "ушту", "үштү", "жатышат", "абыз", "ейбиз"),
    "kk": ("майды", "мейді", "аймын", "ейміз", "аймыз", "тайды", "дейді", "майды", "пайды", "бейді"),
    "tg": ("онанд", "ананд", "дам", "ҳои", "ҳоям", "амро"),
    "ru": ("ться", "ают", "яют", "ает", "ого", "его", "ить", "али", "или", "ешь"),
}
_KNOWN: dict[str, tuple[str, ...]] = {}
for _lang, _words in _WORDS.items():
    for _word in {fold(w) for w in _words.split()}:
        _KNOWN[_word] = (*_KNOWN.get(_word, ()), _lang)
_FOLDED_ENDINGS = {lang: tuple({fold(e) for e in endings}) for lang, endings in _ENDINGS.items()}


def _points(text: str) -> dict[str, float]:
    """How much the words speak for each language."""
    points: dict[str, float] = defaultdict(float)
    for word in tokens(text):
        owners = _KNOWN.get(word, ())
        for lang in owners:
            points[lang] += _OWN_WORD if len(owners) == 1 and len(word) > 3 else 1.0 / len(owners)
        if not owners and len(word) > 4:
            for lang, endings in _FOLDED_ENDINGS.items():
                points[lang] += 0.5 if word.endswith(endings) else 0.0
    return points


@lru_cache(maxsize=2048)
def guess(text: str) -> str | None:
    """The language, or None where the text is too short or fits two of them."""
    small = text.casefold()
    points = _points(text)
    for lang, letters in _LETTERS:
        if letters.search(small):
            # Our special letters are missing from every other layout, so one of them outweighs a word or two.
            points[lang] += 2 * _OWN_WORD
            break
    first, second = sorted([*points, "", ""], key=lambda lang: points.get(lang, 0.0), reverse=True)[:2]
    best = points.get(first, 0.0)
    return first if best >= _FEWEST and best - points.get(second, 0.0) >= _LEAD else None
