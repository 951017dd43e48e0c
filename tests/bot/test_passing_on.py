"""What goes from one side to the other, what does not, and what is said when it cannot: files, places, contacts, changes."""

import hashlib
import io

import pytest
from PIL import Image

from bot.emulator.model import Stored
from bot.evidence import opened
from bot.privacy import Seal
from tests.world import AIGUL, DILFUZA, GROUP, PUBLIC, STAFF, World


async def test_the_name_of_a_file_stays_where_it_was(world: World) -> None:
    """It may tell who somebody is, on either side: only kind and ending go on."""
    topic = await world.opens_case()
    await world.emulator.user_sends_file(DILFUZA, PUBLIC, "document", b"1", "Dilfuza Karimova 1999.pdf")
    await world.settle()
    await world.emulator.user_sends_file(AIGUL, STAFF, "document", b"1", "Aigul Osmonova.doc", "", GROUP, topic.id)
    await world.settle()
    names = [
        m.media.name for m in (*world.in_topic(topic), *world.heard()) if m.from_bot and isinstance(m.media, Stored)
    ]
    assert names == ["document.pdf", "document.doc"]


async def test_a_place_that_moves(world: World) -> None:
    """A live place tells the topic once and answers nothing; who asks is shown the last one alone."""
    topic = await world.opens_case()
    message = await world.emulator.user_sends_location(DILFUZA, PUBLIC, 55.751244, 37.618423)
    await world.settle()
    world.heard()
    people = world.emulator.telegram.people
    for latitude in (55.76, 55.77, 55.78):
        place = {"latitude": latitude, "longitude": 37.62}
        moved = people.state.change(people.state.messages[message.id], media=place, edited=True)
        people._tell("edited_message", moved)
    await world.settle()
    assert world.heard() == []
    assert world.said_in(topic).count("sent a location") == 1
    await world.writes("/reveal where they are", topic)
    told = world.private(AIGUL)[-1].text
    assert "55.780000, 37.620000" in told
    assert all(gone not in told for gone in ("55.751244", "55.76", "55.77"))


async def test_a_changed_caption(world: World) -> None:
    """The new words are shown as changed; the file is not sent a second time."""
    topic = await world.opens_case()
    message = await world.emulator.user_sends_file(DILFUZA, PUBLIC, "photo", b"1", "a.jpg", "the dor")
    await world.settle()
    world.heard()
    await world.emulator.user_edits(message.id, "the door")
    await world.settle()
    assert [m.kind for m in world.in_topic(topic)].count("photo") == 1
    assert "✏️ changed: the door" in world.said_in(topic)
    assert world.heard() == []


def dice(chat: dict[str, object], user: int, **more: object) -> dict[str, object]:
    """A message of a kind that cannot be passed on."""
    who = {"id": user, "is_bot": False, "first_name": "D"}
    return {"message_id": 900_000, "date": 1, "chat": chat, "from": who, "dice": {"emoji": "🎲", "value": 3}, **more}


async def test_something_of_the_person_that_cannot_be_passed_on(world: World) -> None:
    """The topic hears that there was something."""
    topic = await world.opens_case()
    queue = world.emulator.telegram.state.queues[PUBLIC]
    queue.push("message", dice({"id": DILFUZA, "type": "private"}, DILFUZA), DILFUZA)
    await world.settle()
    assert "something that I cannot pass on" in world.said_in(topic)


async def test_something_of_an_operator_that_cannot_be_passed_on(world: World) -> None:
    """Nobody believes that it arrived."""
    topic = await world.opens_case()
    await world.writes("/take", topic)
    world.heard()
    group: dict[str, object] = {"id": GROUP, "type": "supergroup", "title": "Hotline", "is_forum": True}
    raw = dice(group, AIGUL, message_thread_id=topic.id)
    world.emulator.telegram.state.queues[STAFF].push("message", raw, GROUP)
    await world.settle()
    assert "nothing was sent" in world.said_in(topic)
    assert world.heard() == []


async def test_what_an_operator_changes_is_changed_at_the_person(world: World) -> None:
    """Words and the words under a photo; nothing is sent a second time."""
    topic = await world.opens_case()
    words = await world.emulator.user_says(AIGUL, STAFF, "Go to the gatte", chat_id=GROUP, thread=topic.id)
    photo = await world.emulator.user_sends_file(AIGUL, STAFF, "photo", b"1", "a.jpg", "here", GROUP, topic.id)
    await world.settle()
    before = len(world.heard())
    for message, text in ((words, "Go to the gate"), (photo, "right here"), (photo, "right here")):
        await world.emulator.user_edits(message.id, text)
    await world.settle()
    assert [m.text for m in world.heard(fresh=False)[before - 2 :]] == ["Operator: Go to the gate", "right here"]
    assert "did not reach" not in world.said_in(topic)


async def test_what_an_operator_changes_by_sms_is_a_correction(world: World) -> None:
    """A sent SMS cannot be changed."""
    await world.texts("SOS")
    topic = world.emulator.topics(GROUP)[-1]
    words = await world.emulator.user_says(AIGUL, STAFF, "Go to gate 3", chat_id=GROUP, thread=topic.id)
    await world.settle()
    await world.emulator.user_edits(words.id, "Go to gate 4")
    await world.settle()
    assert [sms.body for sms in world.sms()[-2:]] == ["Operator: Go to gate 3", "Operator, correction: Go to gate 4"]


async def test_a_long_text_that_is_changed_is_a_correction_too(world: World) -> None:
    """It went in several messages, so there is not one to change."""
    topic = await world.opens_case()
    long = " ".join(f"word{n}" for n in range(590))
    words = await world.emulator.user_says(AIGUL, STAFF, f"{long} a", chat_id=GROUP, thread=topic.id)
    await world.settle()
    world.heard()
    await world.emulator.user_edits(words.id, f"{long} b {long}"[:4090])
    await world.settle()
    assert world.words().startswith("Operator, correction: word0")


async def test_a_note_that_becomes_words_says_that_nothing_arrived(world: World) -> None:
    """The person never had what is changed here."""
    topic = await world.opens_case()
    note = await world.emulator.user_says(AIGUL, STAFF, "// call her", chat_id=GROUP, thread=topic.id)
    await world.settle()
    world.heard()
    await world.emulator.user_edits(note.id, "call her")
    await world.settle()
    assert "did not reach" in world.said_in(topic)
    assert "call her" not in world.words()


async def test_replies_are_replies_on_both_sides(world: World) -> None:
    """Each side sees which of its messages is answered, also one of its own."""
    topic = await world.opens_case()
    first = await world.emulator.user_says(DILFUZA, PUBLIC, "There is a man")
    await world.settle()
    shown = world.in_topic(topic)[-1]
    question = await world.emulator.user_says(AIGUL, STAFF, "Who?", chat_id=GROUP, thread=topic.id, reply_to=shown.id)
    await world.settle()
    heard = world.heard()[-1]
    assert (heard.text, heard.reply_to) == ("Operator: Who?", first.id)
    await world.emulator.user_says(DILFUZA, PUBLIC, "The boss", reply_to=heard.id)
    await world.settle()
    assert (world.in_topic(topic)[-1].text, world.in_topic(topic)[-1].reply_to) == ("💬 The boss", question.id)
    await world.emulator.user_says(AIGUL, STAFF, "I mean now", chat_id=GROUP, thread=topic.id, reply_to=question.id)
    await world.settle()
    assert world.heard()[-1].reply_to == heard.id


async def test_what_the_person_changes_hangs_on_what_they_said(world: World) -> None:
    """So that an operator sees what was meant."""
    topic = await world.opens_case()
    message = await world.emulator.user_says(DILFUZA, PUBLIC, "at the markt")
    await world.settle()
    shown = world.in_topic(topic)[-1]
    await world.emulator.user_edits(message.id, "at the market")
    await world.settle()
    changed = world.in_topic(topic)[-1]
    assert (changed.text, changed.reply_to) == ("✏️ changed: at the market", shown.id)


@pytest.mark.parametrize("kind", ["video_note", "animation", "sticker"])
async def test_other_kinds_both_ways(world: World, kind: str) -> None:
    """As the same kind, with the very bytes."""
    topic = await world.opens_case()
    await world.emulator.user_sends_file(DILFUZA, PUBLIC, kind, b"hers", "a.bin")
    await world.emulator.user_sends_file(AIGUL, STAFF, kind, b"his", "a.bin", chat_id=GROUP, thread=topic.id)
    await world.settle()
    for message, data in (
        (next(m for m in world.in_topic(topic) if m.from_bot and m.kind == kind), b"hers"),
        (world.heard()[-1], b"his"),
    ):
        assert (message.kind, getattr(message.media, "data", b"")) == (kind, data)


def picture(name: str) -> bytes:
    """A photo with a place and a camera in it."""
    exif = Image.Exif()
    exif[0x010F] = "SpyCam"
    exif.get_ifd(0x8825)[1] = "N"
    written = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(written, name, exif=exif)
    return written.getvalue()


@pytest.mark.parametrize(
    ("kind", "form", "name"), [("photo", "JPEG", "a.jpg"), ("document", "JPEG", "a.JPG"), ("document", "PNG", "a.png")]
)
async def test_a_photo_of_the_hotline_tells_nothing_but_the_picture(
    world: World, kind: str, form: str, name: str
) -> None:
    """No camera, no place; the picture is still there."""
    topic = await world.opens_case()
    data = picture(form)
    assert b"SpyCam" in data
    await world.emulator.user_sends_file(AIGUL, STAFF, kind, data, name, chat_id=GROUP, thread=topic.id)
    await world.settle()
    media = world.heard()[-1].media
    assert isinstance(media, Stored)
    assert b"SpyCam" not in media.data
    with Image.open(io.BytesIO(media.data)) as shown:
        assert (shown.size, shown.format, dict(shown.getexif())) == ((40, 30), form, {})


async def test_a_photo_that_cannot_be_cleaned_is_not_sent(world: World) -> None:
    """As a file it would carry whatever is in it; the operator is told."""
    topic = await world.opens_case()
    world.heard()
    await world.emulator.user_sends_file(AIGUL, STAFF, "document", b"?", "a.heic", chat_id=GROUP, thread=topic.id)
    await world.settle()
    assert [m.kind for m in world.heard()] == ["text"]
    assert "did not reach" in world.said_in(topic)


async def test_evidence_is_kept_as_sent(world: World) -> None:
    """With its SHA-256 and the time, sealed, in the history of the case; once; and it goes with the person."""
    topic = await world.opens_case()
    data = picture("JPEG")
    world.emulator.telegram.fail_next("sendPhoto", 502, "<html>")
    await world.emulator.user_sends_file(DILFUZA, PUBLIC, "photo", data, "a.jpg")
    await world.settle()
    await world.wind(2)
    assert next(m for m in world.in_topic(topic) if m.kind == "photo")
    ((case, who, at, body),) = world.rows("SELECT hotline_case, who, at, body FROM entry WHERE kind = 'evidence'")
    assert (case, who) == (1001, "person")
    assert isinstance(at, float)
    assert isinstance(body, bytes)
    assert b"SpyCam" not in body
    exhibit = opened(Seal(world.config.service.secret_key).open("entry", body))
    assert exhibit.data == data
    assert exhibit.sha256 == hashlib.sha256(data).hexdigest()
    await world.says("DELETE")
    await world.presses("erase:yes")
    assert world.rows("SELECT count(*) FROM entry") == [(0,)]
    assert world.rows("SELECT count(*) FROM remembered WHERE name LIKE 'kept:%'") == [(0,)]


async def test_a_contact_of_an_operator_arrives_as_words(world: World) -> None:
    """On Telegram and on a phone with keys."""
    topic = await world.opens_case()
    await world.texts("SOS")
    for each in (topic, world.emulator.topics(GROUP)[-1]):
        await world.emulator.user_sends_contact(AIGUL, STAFF, "+79991234567", "Shelter", GROUP, each.id, own=False)
    await world.settle()
    for said in (world.heard()[-1].text, world.sms()[-1].body):
        assert said.startswith("Operator: Shelter")
        assert said.endswith("+79991234567")
