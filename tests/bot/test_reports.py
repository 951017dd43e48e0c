"""A report on the whole bot: drafts, evidence, the receipt from another phone, withdrawing, wrong numbers, erasing, silence, restarts."""

import hashlib
import re
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.evidence import opened
from bot.privacy import Seal
from hotline_router.case import Status
from hotline_router.case import load as load_case
from hotline_router.policy import SIGN_OF_FACT
from tests.world import DILFUZA, GROUP, GULNORA, PUBLIC, RUSTAM, World

START = ("report", "1", "1", "2", "2", "1", "1", "1")
"""By SMS: may be seen half-way, nobody in danger, somebody I know, papers taken, no pay, Russia."""
REST = ("Khimki sewing shop", "3", "1", "2", "boss Aziz", "1", "1", "1", "1")
"""A place, 6 to 20 people, children, months, who, nothing more, nobody may know, not passed on, no name."""
ANY_TIME, ONLY_THEN = "1", "2"
CODE = re.compile(r"\b[2-8]\d{3} \d{4} \d{4}\b")


async def reports(world: World, contact: str = ANY_TIME) -> str:
    """Gulnora sends a whole report by SMS; her receipt."""
    for text in (*START, *REST, contact, "1"):
        await world.texts(text)
    return receipt_in(world)


def receipt_in(world: World) -> str:
    """The receipt that Gulnora got."""
    return next(found[0] for sms in reversed(world.sms()) if (found := CODE.search(sms.body)))


def all_sms(world: World) -> str:
    """Everything that Gulnora got."""
    return "\n".join(sms.body for sms in world.sms())


async def test_a_report_becomes_a_case(world: World) -> None:
    """The card holds signs and country; the words follow in the topic; the receipt comes alone and is kept as a hash only."""
    code = await reports(world)
    (topic,) = world.emulator.topics(GROUP)
    card = next(m.text for m in world.in_topic(topic) if "Signs:" in m.text)
    assert "Russia" in card
    assert "papers taken" in card
    assert "Aziz" not in card
    said = world.said_in(topic)
    assert "Who does it: «boss Aziz»" in said
    assert "Passing on: No" in said
    assert "Name: Without a name" in said
    assert world.sms()[-1].body == f"Number: {code}"
    digits = code.replace(" ", "").encode()
    held = world.rows("SELECT code FROM receipt")
    assert len(held) == 1
    assert digits not in b"".join(bytes(row[0]) for row in held)  # type: ignore[call-overload]


async def test_evidence_waits_with_the_draft_and_is_kept_as_sent(world: World) -> None:
    """Before "send" nobody sees the photo; then it is in the topic, and in the history with its SHA-256."""
    photo = b"\x89PNG" * 50
    await world.says("report")
    for button in ("report:begin", "report-stop:no", "report-danger:no"):
        await world.presses(button)
    await world.emulator.user_sends_file(DILFUZA, PUBLIC, "photo", photo, "photo.png", caption="the lorry")
    await world.emulator.user_sends_location(DILFUZA, PUBLIC, 55.751244, 37.618423)
    await world.settle()
    assert not world.emulator.topics(GROUP)
    ((draft, sent_at), _) = world.rows("SELECT body, at FROM draft ORDER BY id")
    assert b"lorry" not in bytes(draft)  # type: ignore[call-overload]
    await world.stop()
    await world.start()
    await world.wind(900)
    await world.presses("report-who:seen")
    await world.says("menu")
    await world.says("report")
    await world.presses("report-again:send")
    (topic,) = world.emulator.topics(GROUP)
    assert [m.kind for m in world.in_topic(topic) if m.kind == "photo"] == ["photo"]
    assert "55.75" not in world.said_in(topic)
    assert world.says_key("staff.person-location") in world.said_in(topic)
    ((body,),) = world.rows("SELECT body FROM entry WHERE kind = 'evidence'")
    exhibit = opened(Seal(world.config.service.secret_key).open("entry", bytes(body)))  # type: ignore[call-overload]
    assert exhibit.data == photo
    assert exhibit.sha256 == hashlib.sha256(photo).hexdigest()
    assert world.rows("SELECT count(*) FROM draft") == [(0,)]
    assert world.rows("SELECT at FROM entry WHERE kind = 'photo'") == [
        (sent_at,)
    ]  # when it came, not when it was sent on


async def test_what_is_thrown_away_is_gone(world: World) -> None:
    """Files too; nobody of the staff ever hears of it."""
    await world.says("report")
    for button in ("report:begin", "report-stop:yes", "report-danger:no"):
        await world.presses(button)
    await world.emulator.user_sends_file(DILFUZA, PUBLIC, "photo", b"\x89PNG" * 50, "photo.png")
    await world.settle()
    assert world.rows("SELECT count(*) FROM draft") == [(1,)]
    await world.says("menu")
    await world.says("report")
    await world.presses("report-again:drop")
    await world.presses("report-drop:yes")
    assert world.rows("SELECT count(*) FROM draft") == [(0,)]
    await world.wind(2 * 86_400)
    assert not world.emulator.topics(GROUP)


async def test_another_phone_goes_on(world: World) -> None:
    """The receipt from Telegram: news, an addition, and the answers follow to the phone that wrote last, until it leaves."""
    code = await reports(world)
    (topic,) = world.emulator.topics(GROUP)
    await world.writes("When did you see them last?", topic)
    world.heard()
    await world.says(code.replace(" ", "-"))
    words = world.words()
    assert "When did you see them last?" in words
    assert "+44" not in words  # nothing of the first phone
    await world.presses("report-open:add")
    await world.says("Yesterday, at six")
    said = world.said_in(topic)
    assert world.says_key("staff.report-elsewhere", case="#1001") in said
    assert "Yesterday, at six" in said
    before = len(world.sms())
    world.heard()
    await world.writes("Thank you, go on", topic)
    assert "Thank you, go on" in world.words()
    assert len(world.sms()) == before
    await world.says(code)
    await world.presses("report-open:leave")
    assert world.says_key("report-left") in world.words()
    await world.writes("Are you safe?", topic)
    assert "Are you safe?" in all_sms(world)
    assert "Are you safe?" not in world.words()
    await world.says("how do I get a patent")  # this phone is a stranger again
    assert "patent" not in world.said_in(topic)


async def test_the_first_phone_takes_it_back_by_writing(world: World) -> None:
    """Whoever wrote last is answered."""
    code = await reports(world)
    (topic,) = world.emulator.topics(GROUP)
    await world.says(code)
    await world.presses("report-open:add")
    await world.says("from the second phone")
    await world.texts("from the first phone")
    world.heard()
    await world.writes("I read both", topic)
    assert "I read both" in all_sms(world)
    assert "I read both" not in world.words()


async def test_held_words_are_read_from_another_phone(world: World) -> None:
    """Who may only be answered when they write finds the answer with the receipt, and not a second time on the first phone."""
    code = await reports(world, ONLY_THEN)
    (topic,) = world.emulator.topics(GROUP)
    await world.wind(700)
    await world.writes("We have found a shelter", topic)
    assert "shelter" not in all_sms(world)
    await world.says(code)
    assert "We have found a shelter" in world.words()
    await world.texts("hello")
    assert "shelter" not in all_sms(world)


async def test_kept_words_are_read_from_another_phone(world: World) -> None:
    """What waits for the hours of the first phone is read with the receipt, and does not come there once more."""
    now = datetime.fromtimestamp(world.clock.now(), ZoneInfo("Europe/Moscow"))
    begins, ends = (now + timedelta(hours=3)).hour, (now + timedelta(hours=5)).hour
    code = await reports(world, f"{begins}:00-{ends}:00")
    (topic,) = world.emulator.topics(GROUP)
    await world.wind(700)
    await world.writes("We have found a shelter", topic)
    assert world.rows("SELECT count(*) FROM held") == [(1,)]
    await world.says(code)
    assert "We have found a shelter" in world.words()
    await world.wind(4 * 3600)
    assert "shelter" not in all_sms(world)


async def test_a_safe_phone_may_be_written_to(world: World) -> None:
    """What was said about writing on the first phone can be said anew on another."""
    code = await reports(world, "4")  # "do not write"
    (topic,) = world.emulator.topics(GROUP)
    await world.says(code)
    await world.presses("report-open:add")
    await world.says("This phone is mine alone")
    await world.wind(700)
    world.heard()
    await world.writes("Held back", topic)
    assert world.words() == ""
    await world.presses("report-add:write")
    await world.presses("sos-contact:any")
    await world.wind(700)
    world.heard()
    await world.writes("Sent at once", topic)
    assert "Sent at once" in world.words()


async def test_a_phone_that_blocks_the_bot_does_not_cut_off_the_other(world: World) -> None:
    """Only the phone that is answered can become unreachable."""
    code = await reports(world)
    (topic,) = world.emulator.topics(GROUP)
    await world.says(code)
    await world.presses("report-open:add")
    await world.says("more")
    await world.texts("and more")  # the first phone is answered again
    world.emulator.telegram.block(DILFUZA, PUBLIC)
    await world.settle()
    assert "can no longer be reached" not in world.said_in(topic)


async def test_withdrawing_erases_for_everybody(world: World) -> None:
    """The topic, the history, the receipt and both phones' ties to the case are gone; staff know that it is closed."""
    code = await reports(world)
    await world.says(code)
    await world.presses("report-open:add")
    await world.says("more of it")
    await world.says(code)
    await world.presses("report-open:withdraw")
    await world.presses("report-withdraw:yes")
    await world.wait_for(lambda: not world.emulator.topics(GROUP))
    for table in ("entry", "receipt", "holder", "draft"):
        assert world.rows(f"SELECT count(*) FROM {table}") == [(0,)], table  # noqa: S608 – constants
    assert world.rows("SELECT number, person, is_open FROM hotline_case") == [(1001, 0, 0)]
    assert any("#1001" in m.text and "closed" in m.text for m in world.in_group())
    world.heard()
    await world.says(code)
    assert world.words().startswith(world.says_key("unknown"))
    await world.texts("how do I get a patent")
    assert "Added to" not in world.sms()[-1].body  # no case any more
    await world.texts("SOS")
    assert len(world.emulator.topics(GROUP)) == 1


async def test_wrong_numbers_are_slowed(world: World) -> None:
    """Each is an ordinary unknown message; after five even the right one waits an hour; others are not touched."""
    code = await reports(world)
    digits = code.replace(" ", "")
    for at in range(5):
        wrong = luhn(f"{digits[:9]}{(int(digits[9]) + 1 + at) % 10}{digits[10]}")
        await world.says(wrong, RUSTAM)
        assert world.words(RUSTAM).startswith((world.says_key("unknown"), "Hello"))
    await world.says(code, RUSTAM)
    assert world.words(RUSTAM) == world.says_key("too-many-numbers")
    await world.says(code, DILFUZA)
    assert world.says_key("report-open") in world.words(DILFUZA)
    await world.wind(3601)
    await world.says(code, RUSTAM)
    assert world.says_key("report-open") in world.words(RUSTAM)


def luhn(eleven: str) -> str:
    """Eleven digits with the one that checks them."""
    total = 0
    for at, digit in enumerate(reversed(eleven)):
        value = int(digit) * (2 if at % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return eleven + str(-total % 10)


async def test_erasing_one_phone_leaves_the_report_to_the_other(world: World) -> None:
    """The second phone erases: the report stays with the first, and staff know; its words to the report stay told."""
    code = await reports(world)
    (topic,) = world.emulator.topics(GROUP)
    await world.says(code)
    await world.presses("report-open:add")
    await world.says("from the second phone")
    await world.says("DELETE")
    world.heard()
    await world.presses("erase:yes")
    assert world.says_key("report-stays") in world.words()
    assert world.says_key("staff.report-phone-erased", case="#1001") in world.said_in(topic)
    assert world.rows("SELECT count(*) FROM person") == [(1,)]
    await world.writes("Still there?", topic)
    assert "Still there?" in all_sms(world)


async def test_erasing_the_first_phone_leaves_it_to_the_second(world: World) -> None:
    """Also the other way round; when the last one erases, the report is gone."""
    code = await reports(world)
    (topic,) = world.emulator.topics(GROUP)
    await world.says(code)
    await world.presses("report-open:add")
    await world.says("from the second phone")
    await world.texts("DELETE")
    await world.texts("1")
    world.heard()
    await world.writes("Still there?", topic)
    assert "Still there?" in world.words()
    await world.says("DELETE")
    await world.presses("erase:yes")
    await world.wait_for(lambda: not world.emulator.topics(GROUP))
    for table in ("person", "entry", "receipt", "holder"):
        assert world.rows(f"SELECT count(*) FROM {table}") == [(0,)], table  # noqa: S608 – constants


async def test_a_report_that_was_withdrawn_meanwhile(world: World) -> None:
    """Whoever has it open on another phone adds nothing to what is erased, and hears that a number is needed."""
    code = await reports(world)
    await world.says(code)
    await world.says(code, RUSTAM)
    await world.presses("report-open:withdraw")
    await world.presses("report-withdraw:yes")
    world.heard(RUSTAM)
    await world.presses("report-open:add", RUSTAM)
    assert world.words(RUSTAM) == world.says_key("report-code")
    await world.says("how do I get a patent", RUSTAM)
    assert world.rows("SELECT count(*) FROM entry") == [(0,)]


async def test_erasing_in_the_middle_forgets_the_draft(world: World) -> None:
    """Neither answers nor files nor the timer are left."""
    await world.says("report")
    for button in ("report:begin", "report-stop:yes", "report-danger:no", "report-who:me", "report-signs:documents"):
        await world.presses(button)
    await world.emulator.user_sends_file(DILFUZA, PUBLIC, "photo", b"\x89PNG" * 50, "photo.png")
    await world.settle()
    await world.says("DELETE")
    await world.presses("erase:yes")
    for table in ("person", "draft", "timer WHERE owner LIKE 'person:%'"):
        assert world.rows(f"SELECT count(*) FROM {table}") == [(0,)], table  # noqa: S608 – constants
    await world.wind(2 * 86_400)
    assert not world.emulator.topics(GROUP)


def test_every_sign_of_the_tree_is_known(world: World) -> None:
    """What a choice tells reaches the card: a sign that the router knows and that has its words."""
    content = world.content.dialogues
    told = [
        one.tells
        for name, place in content.script.places.items()
        if name.startswith("report-")
        for one in place.choices
    ]
    signs = [one for one in told if one.startswith("sign:")]
    assert len(signs) == 12
    assert all(content.texts.has(f"staff.sign-{SIGN_OF_FACT[one]}") for one in signs)


async def test_adding_to_a_closed_report_opens_it_again(world: World) -> None:
    """Looking at it does not; words do, and operators are called as at the beginning."""
    code = await reports(world)
    (topic,) = world.emulator.topics(GROUP)
    await world.writes("/take", topic)
    await world.writes("/close done", topic)
    await world.says(code)
    assert world.says_key("report-status-closed", case="#1001") in world.words()
    await world.presses("report-open:add")
    pages = len(world.pages())
    await world.says("It goes on in another place")
    assert world.says_key("staff.report-reopened", case="#1001") in world.said_in(topic)
    assert "It goes on in another place" in world.said_in(topic)
    assert len(world.pages()) == pages + 1
    assert status(world) is Status.PAGED


def status(world: World) -> Status:
    """Where the case stands."""
    ((body,),) = world.rows("SELECT body FROM hotline_case")
    return load_case(Seal(world.config.service.secret_key).open("case", bytes(body))).status  # type: ignore[call-overload]


async def test_leaving_gives_a_reopened_report_back(world: World) -> None:
    """The first phone had seen the end; when it is answered again, its words are answers again."""
    code = await reports(world)
    (topic,) = world.emulator.topics(GROUP)
    await world.writes("/take", topic)
    await world.writes("/close done", topic)
    await world.says(code)
    await world.presses("report-open:add")
    await world.says("It goes on")
    await world.says(code)
    await world.presses("report-open:leave")
    await world.texts("how do I get a patent")
    assert "how do I get a patent" in world.said_in(topic)


async def test_both_phones_hear_of_the_end(world: World) -> None:
    """A case that is closed is closed on every phone: later words are questions again."""
    code = await reports(world)
    (topic,) = world.emulator.topics(GROUP)
    await world.says(code)
    await world.presses("report-open:add")
    await world.says("from the second phone")
    await world.writes("/close done", topic)
    await world.texts("how do I get a patent")
    await world.says("how do I get a patent")
    assert "patent" not in world.said_in(topic)
    assert status(world) is Status.CLOSED


async def until_noon(world: World) -> None:
    """It is day where Gulnora is: at night nobody is asked anything."""
    hour = datetime.fromtimestamp(world.clock.now(), ZoneInfo("Europe/London")).hour
    await world.wind((12 - hour) % 24 * 3600)


async def test_half_way_and_allowed_it_goes_out(world: World) -> None:
    """A neutral question after half an hour, then the operators see it, marked as unfinished; the phone hears nothing more."""
    await until_noon(world)
    for text in START:
        await world.texts(text)
    before = len(world.sms())
    await world.wind(1801)
    assert [sms.body.splitlines()[0] for sms in world.sms()[before:]] == [world.says_key("report-silent")]
    assert not world.emulator.topics(GROUP)
    await world.wind(1801)
    assert len(world.sms()) == before + 1
    (topic,) = world.emulator.topics(GROUP)
    assert "UNFINISHED" in world.said_in(topic)
    assert "What happens: Papers taken away" in world.said_in(topic)


async def test_half_way_and_not_allowed_it_is_forgotten(world: World) -> None:
    """After a day nothing is left, neither with us nor with staff."""
    for text in ("report", "1", "2", *START[3:]):
        await world.texts(text)
    await world.wind(1801)
    await world.wind(86_400)
    assert not world.emulator.topics(GROUP)
    await world.texts("report")
    assert world.says_key("report-again") not in world.sms()[-1].body


async def test_restart_between_any_two_steps(world: World) -> None:
    """The service is stopped and started after each answer; the report arrives whole."""
    for text in (*START, *REST, ANY_TIME, "1"):
        await world.texts(text)
        await world.stop()
        await world.start()
    (topic,) = world.emulator.topics(GROUP)
    assert "Who does it: «boss Aziz»" in world.said_in(topic)
    assert receipt_in(world)


async def test_a_cry_brings_the_draft_along(world: World) -> None:
    """SOS in the middle: the case is urgent at once, with all answers."""
    for text in (*START, "SOS"):
        await world.texts(text)
    (topic,) = world.emulator.topics(GROUP)
    assert "URGENT" in topic.name
    assert "Papers taken away" in world.said_in(topic)


async def test_a_name_is_shown_by_reveal_alone(world: World) -> None:
    """It stands neither on the card nor in the topic; the operator who asks why sees it in private."""
    for text in (*START, *REST[:-1], "Madina Karimova", ANY_TIME, "1"):
        await world.texts(text)
    (topic,) = world.emulator.topics(GROUP)
    assert "Karimova" not in world.said_in(topic)
    assert world.says_key("staff.report-name-left") in world.said_in(topic)
    await world.writes("/take", topic)
    await world.writes("/reveal the shelter asks for it", topic)
    assert "Madina Karimova" in world.private()[-1].text


@pytest.mark.parametrize("text", ["Khimki, near the plant", "Boss Aziz"])
async def test_words_of_a_draft_are_nowhere_readable(world: World, text: str) -> None:
    """What was told and not sent yet stands sealed in the database."""
    for one in (*START, text):
        await world.texts(one)
    await world.stop()
    path = Path(world.config.service.store)
    held = b"".join(each.read_bytes() for each in path.parent.glob(path.name + "*"))
    assert text.encode() not in held
    assert GULNORA.encode() not in held
