"""What is urgent, what is asked about and what stays calm, in six languages and as people really type."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content import Content
from faq.entry import ContentError
from faq.evaluate import queries
from hotline_router.examples import SIGNS
from hotline_router.learnt import CRISES
from hotline_router.measure import figures, messages
from hotline_router.signs import load_signs
from hotline_router.triage import triage

DANGER = load_signs()

URGENT = [
    ("en", "they locked us in the house and took our passports"),
    ("en", "pls my boss wont let me leave the farm"),
    ("en", "my sister is being held by a man in dubai"),
    ("en", "he said he will kill my family if i run"),
    ("en", "they sold me to another man"),
    ("en", "help me"),
    ("en", "i dont want to live anymore"),
    ("en", "the owner beats us every day and we are scared"),
    ("en", "he forces me to have sex with clients"),
    ("en", "we escaped last night, we are hiding from them in forest"),
    ("en", "Is it legal? they locked me in a room and I cannot get out"),
    ("ru", "нас закрыли в подвале и не выпускают"),
    ("ru", "памагите"),
    ("ru", "СПАСИТЕ НАС"),
    ("ru", "хозяин бьет нас каждый день, деньги не дает"),
    ("ru", "menya zaperli v kvartire"),
    ("ru", "nas ne vypuskayut s bazy, telefony zabrali"),
    ("ru", "vtyz pfgthkb"),
    ("ru", "сестру насильно замуж выдают"),
    ("ru", "сказал убьет если уйду"),
    ("ru", "мою подругу держат в каком то доме и заставляют обслуживать мужчин"),
    ("ru", "нас вчера перепродали другому хозяину"),
    ("ru", "помогите пожалуйста"),
    ("ru", "не хочу больше жить"),
    ("ru", "ребенка отобрали и говорят работай"),
    ("ru", "у нас парень без сознания а скорую не вызывают"),
    ("uz", "bizni qamab qoyishdi, hech qayerga chiqarishmayapti"),
    ("uz", "бизни камаб куйишди ёрдам беринг"),
    ("uz", "yordam beringlar!!!"),
    ("uz", "хўжайин уради, пул хам бермаяпти"),
    ("uz", "meni sotib yuborishdi"),
    ("uz", "uyga yubormayapti pasportimni ham olib qoygan"),
    ("uz", "o'ldiraman deb qo'rqityapti"),
    ("uz", "yashagim kelmayapti"),
    ("uz", "eshikni qulflab ketishadi"),
    ("uz", "singlimni majburlab erga berishmoqchi"),
    ("tg", "моро дар хона маҳкам карданд"),
    ("tg", "Кумак кунед"),
    ("tg", "хучаин моро мезанад пул намедихад"),
    ("tg", "shinosnomai maro giriftand va berun baromadan namemonand"),
    ("tg", "маро ба дигар кас фурухтанд"),
    ("tg", "мегуяд мекушам агар равам"),
    ("tg", "худамро мекушам дигар тоқат надорам"),
    ("tg", "духтарамро зуран ба шавхар дода истодаанд"),
    ("ky", "бизди камап койду"),
    ("ky", "жардам бергиле"),
    ("ky", "jardam bergilechi mени камап коюшту"),
    ("ky", "кожоюн бизди сабап жатат, акча бербейт"),
    ("ky", "үйдөн чыгарбай жатышат"),
    ("ky", "мени сатып жиберишти"),
    ("ky", "өлтүрөм деп коркутуп жатат"),
    ("ky", "кызды ала качып кетишти"),
    ("ky", "жашагым келбей калды"),
    ("ky", "качып чыктык азыр жашынып жүрөбүз"),
    ("kk", "бізді қамап қойды"),
    ("kk", "комектесиниздерши"),
    ("kk", "бизди камап тастады, далага шыгармайды"),
    ("kk", "күйеуім мені ұрып жатыр"),
    ("kk", "мені сатып жіберді"),
    ("kk", "кетсең өлтіремін дейді"),
    ("kk", "өмір сүргім келмейді"),
    ("kk", "қожайын бізді сабайды, паспортты алып қойды"),
    ("kk", "мәжбүрлеп еркектермен жатқызады, қаша алмаймын, мені босатпай отыр"),
    (None, "SOS"),
    (None, "s.o.s"),
    (None, "СОС!!!"),
    (None, "S O S"),
    (None, "🆘"),
]
ASK = [
    ("en", "he threatens me all the time"),
    ("en", "they took my passport and do not pay us for three months"),
    ("ru", "заставляют работать без выходных"),
    ("ru", "паспорт забрали, зарплату не платят уже два месяца"),
    ("ru", "здравствуйте я приехала работать в отель а тут все совсем иначе и я не знаю помогите как быть дальше"),
    ("ru", "брат уехал в москву и уже месяц не выходит на связь"),
    ("uz", "pasportimni olib qo'ydi, oyligimni bermayapti"),
    ("uz", "majburlab ishlatishyapti"),
    ("tg", "моро маҷбур мекунанд шабу рӯз кор кунем"),
    ("tg", "аз онхо метарсам"),
    ("ky", "коркутуп жатышат"),
    ("ky", "карызыңды иштеп бер деп кетирбей жатат"),
    ("kk", "қорқытып жүр"),
    ("kk", "телефонымды алып қойды"),
]
ROUTINE = [
    ("en", "is it legal that my employer keeps my passport?"),
    ("en", "help me find a job in Poland"),
    ("en", "how do I get a patent"),
    ("en", "I lost my passport in Moscow"),
    ("en", "they do not beat us, all is fine"),
    ("en", "what is human trafficking"),
    ("en", "help"),
    ("en", "my employer has not paid me for two months"),
    ("en", "thank you, you helped me a lot"),
    ("en", "can you help me with the migration card please"),
    ("ru", "законно ли что работодатель держит паспорт?"),
    ("ru", "потерял паспорт что делать"),
    ("ru", "помощь"),
    ("ru", "помогите найти работу"),
    ("ru", "помогите с регистрацией пожалуйста"),
    ("ru", "не выпускают из страны из-за кредита как проверить"),
    ("ru", "сколько стоит патент в москве"),
    ("ru", "не платят зарплату куда жаловаться"),
    ("ru", "могут ли оштрафовать если нет регистрации"),
    ("ru", "спасибо большое"),
    ("ru", "какой телефон полиции"),
    ("ru", "kak poluchit patent"),
    ("ru", "обманули с работой"),
    ("ru", "работодатель не бьет, все хорошо"),
    ("uz", "yordam"),
    ("uz", "patent olishga yordam bering"),
    ("uz", "pasportni olib qo'yishga haqqi bormi"),
    ("uz", "oyligimni bermayapti nima qilay"),
    ("uz", "Россияда патент қанча туради"),
    ("uz", "salom ish bormi"),
    ("uz", "odam savdosi nima degani"),
    ("uz", "qarzim bor chegaradan chiqarmaydimi"),
    ("tg", "кӯмак"),
    ("tg", "барои ёфтани кор кумак кунед"),
    ("tg", "шиносномаам гум шуд чи кор кунам"),
    ("tg", "патент чанд пул"),
    ("tg", "ба ман кор лозим"),
    ("tg", "корфармо ҳақ дорад шиносномаро гирад"),
    ("ky", "жардам"),
    ("ky", "жумуш табууга жардам бергиле"),
    ("ky", "паспортум жоголуп кетти"),
    ("ky", "айлык бербей жатат кайда кайрылам"),
    ("ky", "рахмат чоң"),
    ("ky", "паспортту алып койгону мыйзамдуубу"),
    ("kk", "көмек"),
    ("kk", "жұмыс табуға көмектесіңіз"),
    ("kk", "паспортымды жоғалтып алдым"),
    ("kk", "жалақымды бермей жатыр қайда барамын"),
    ("kk", "құжатты алып қоюға құқығы бар ма"),
    ("kk", "виза керек пе"),
    (None, "112"),
    (None, ""),
]


def _cases(*groups: tuple[str, list[tuple[str | None, str]]]) -> list[object]:
    return [pytest.param(level, text, id=f"{level}-{lang}-{text}") for level, rows in groups for lang, text in rows]


@pytest.mark.parametrize(("level", "text"), _cases(("urgent", URGENT), ("ask", ASK), ("routine", ROUTINE)))
def test_level(level: str, text: str) -> None:
    """Every message gets the level that a careful operator would give it."""
    assert triage(text, DANGER).level == level


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        pytest.param("bizni qamab qo'yishdi va urishyapti", {"movement", "violence"}, id="movement and violence"),
        pytest.param("заставляют спать с клиентами", {"sexual"}, id="sexual"),
        pytest.param("не хочу жить", {"self-harm"}, id="self-harm"),
        pytest.param("мені сатып жіберді", {"sold"}, id="sold"),
        pytest.param("паспорт забрали и не платят", {"documents", "wages"}, id="hints"),
        pytest.param("какая погода", set(), id="none"),
    ],
)
def test_signs_are_named(text: str, signs: set[str]) -> None:
    """The operator is told which of the ILO and UNODC signs were seen."""
    assert signs <= set(triage(text, DANGER).signs) <= set(SIGNS)
    assert bool(signs) == bool(triage(text, DANGER).spotted)


@pytest.mark.parametrize(("lang", "text"), [(lang, text) for lang, text in URGENT if lang], ids=lambda x: x)
def test_language_is_never_wrong(lang: str, text: str) -> None:
    """The language of the strongest phrase is right or unknown, since the page goes to operators who speak it."""
    assert triage(text, DANGER).lang in {lang, None}


@pytest.mark.parametrize(
    ("levels", "text"),
    [
        pytest.param("urgent ask", "охранник стоит у ворот днём и ночью, в магазин одной нельзя", id="guarded"),
        pytest.param("urgent ask", "клиентов приводят каждую ночь, отказаться нельзя", id="clients"),
        pytest.param("urgent ask", "qarzingni uzmaguningcha ketolmaysan deyapti", id="debt"),
        pytest.param("urgent ask", "we work until debt finished but debt only grows", id="debt only grows"),
        pytest.param("routine", "как долго длится рабочий день", id="working day"),
        pytest.param("routine", "где купить замок для двери", id="a lock to buy"),
        pytest.param("routine", "my door lock is broken landlord must repair?", id="a lock to mend"),
        pytest.param("routine", "долг за кредит в банке", id="a loan"),
        pytest.param("routine", "the boss", id="two words"),
        pytest.param("routine", "муж", id="one word"),
    ],
)
def test_what_no_phrase_says_is_learnt(content: Content, levels: str, text: str) -> None:
    """No phrase of danger stands in it, but people in danger write so: the examples know."""
    assert triage(text, DANGER).level == "routine"
    urgency = triage(text, content.signs)
    assert urgency.level in levels.split()
    assert urgency.signs or urgency.level == "routine"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Кореяга EPS экзаменсиз барса болобу", id="to Korea without an exam"),
        pytest.param("упал с лесов, кто оплатит лечение", id="a past accident"),
        pytest.param("побили на рынке в прошлом месяце, куда жаловаться", id="a past fight"),
        pytest.param("кечээ кино көрдүк", id="a film, not torture"),
    ],
)
def test_known_false_alarms_wake_nobody(content: Content, text: str) -> None:
    """Found in use, and cured in kind."""
    assert triage(text, content.signs).level != "urgent"


@pytest.mark.parametrize(
    "calm", ["сегодня хорошая погода и мы гуляли в парке с детьми. ", "how much is the ticket to Osh, "]
)
def test_one_clause_of_danger_in_a_long_message_is_heard(content: Content, calm: str) -> None:
    """Four thousand characters of small talk do not drown it."""
    text = calm * (2000 // len(calm)) + "нас заперли и бьют, домой не пускают. " + calm * (1900 // len(calm))
    assert triage(text, content.signs).level in {"urgent", "ask"}


@pytest.mark.parametrize(
    "text",
    ["нас заперли 😭😭🙏", "HAC ЗAПЕРЛИ, НЕ BЫПУCКAЮT", "nas заперли и ne vypuskayut", "нас\nзаперли\nи не выпускают"],
)
def test_emoji_and_mixed_alphabets_do_not_deafen(content: Content, text: str) -> None:
    """As a phone sends it."""
    assert triage(text, content.signs).level == "urgent"


@pytest.fixture(scope="module")
def heard(content: Content) -> dict[str, Any]:
    """What became of the set of messages."""
    path = Path(__file__).with_name("messages.tsv")
    return figures(messages(path.name, path.read_text("utf-8").splitlines()), lambda text: triage(text, content.signs))


# A little below what is reached. The examples were not fitted to the set, but their kinds were chosen with its first figures known.
@pytest.mark.parametrize("lang", ["en", "ru", "uz", "tg", "ky", "kk"])
def test_rates_of_each_language(heard: dict[str, Any], lang: str) -> None:
    """Few cries are missed and few questions alarm, whatever the language."""
    found = heard["by_lang"][lang]
    assert found["urgent"]["urgent"] >= 0.64
    assert found["urgent"]["routine"] <= 0.11
    assert found["routine"]["urgent"] <= 0.1
    assert found["routine"]["ask"] <= 0.27


def test_rates(heard: dict[str, Any]) -> None:
    """The figures in all."""
    assert heard["urgent"]["urgent"] >= 0.8
    assert heard["urgent"]["routine"] <= 0.04
    assert heard["routine"]["urgent"] <= 0.03
    assert heard["routine"]["ask"] <= 0.12


def test_rates_on_messages_of_a_third_hand(content: Content) -> None:
    """Nobody who wrote examples has read these; the limits of the judge were chosen with their figures in view."""
    path = Path(__file__).with_name("unseen.tsv")
    found = figures(messages(path.name, path.read_text("utf-8").splitlines()), lambda text: triage(text, content.signs))
    assert found["urgent"]["urgent"] >= 0.8
    assert found["urgent"]["routine"] <= 0.05
    assert found["routine"]["urgent"] <= 0.035
    assert found["routine"]["ask"] <= 0.12


def test_questions_wake_nobody(content: Content) -> None:
    """What people ask the FAQ, its topics of crisis left out, is answered and no more; some of it does tell of danger."""
    path = Path(__file__).parents[1] / "faq" / "questions.tsv"
    asked = [one for one in queries(path.name, path.read_text("utf-8").splitlines()) if one.expected not in CRISES]
    levels = [triage(one.text, content.signs).level for one in asked]
    assert levels.count("urgent") <= 0.045 * len(levels)
    assert levels.count("ask") <= 0.11 * len(levels)


def test_question_about_the_law_is_calmer_than_the_deed() -> None:
    """The same words with "is it legal" are one level lower, unless the writer is in it."""
    assert triage("заставляют работать", DANGER).level == "ask"
    assert triage("законно ли когда заставляют работать", DANGER).level == "routine"
    assert triage("законно ли что меня заперли и не выпускают", DANGER).level == "urgent"


@pytest.mark.parametrize("text", ["", "?", "👍", "…", "  "])
def test_nothing_to_compare_is_no_danger(content: Content, text: str) -> None:
    """A photo without a word and a lone sign wake nobody."""
    assert triage(text, content.signs).level == "routine"


@given(st.text(max_size=300))
def test_never_raises(text: str) -> None:
    """Any text has a level, a score from 0 to 1 and known signs."""
    urgency = triage(text, DANGER)
    assert 0 <= urgency.score <= 1
    assert set(urgency.signs) <= set(SIGNS)


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_no_words_are_no_cry(content: Content, text: str) -> None:
    """A photo without a word under it is judged too: it may not call an operator."""
    assert triage(text, content.signs).level == "routine"


def test_every_phrase_is_heard_by_itself() -> None:
    """Each urgent phrase alone, as it stands in danger.toml, is not taken for routine."""
    deaf = [
        p.text
        for p in DANGER.index.phrases
        if p.label.endswith(":urgent") and triage(p.text.replace("*", "").replace("=", ""), DANGER).level == "routine"
    ]
    assert deaf == []


def test_all_problems_at_once(tmp_path: Path) -> None:
    """A broken file is refused with every mistake in it, each with what to do."""
    path = tmp_path / "danger.toml"
    path.write_text(
        """
        extra = 1
        [[sign]]
        id = "movment"
        level = "urgnt"
        en = ["locked in", "!!"]
        xx = ["?"]
        ru = "заперли"
        """
    )
    with pytest.raises(ExceptionGroup) as caught:
        load_signs(path)
    assert all(isinstance(e, ContentError) for e in caught.value.exceptions)
    told = [str(e) for e in caught.value.exceptions]
    assert len(told) == 6
    assert any("movement" in line for line in told)


def test_unreadable_file_is_one_plain_problem(tmp_path: Path) -> None:
    """TOML that does not parse is named with its line."""
    (tmp_path / "danger.toml").write_text("[[sign")
    with pytest.raises(ExceptionGroup, match="danger"):
        load_signs(tmp_path / "danger.toml")
