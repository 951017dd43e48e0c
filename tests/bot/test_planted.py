"""Who a person is stands in no message of the group, no log line, no file: planted strings are searched for everywhere."""

import io
import logging
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from bot import log
from tests.world import ACKNOWLEDGE, AIGUL, GROUP, PUBLIC, STAFF, World

CHAT = 987654321012
FIRST_NAME, USERNAME = "Zulfizarplanted", "zplanted_account"
PHONE = "+998901234567"
MOTHER, MOTHERS_PHONE = "Oyijonplanted", "+998937654321"
PLACE = ("55.751299", "37.618499")
WHO = (FIRST_NAME, USERNAME, str(CHAT), "998901234567", MOTHER, "998937654321", *PLACE)
"""Who somebody is: nowhere but in the private chat of the operator who asked."""
SECRET, SMS_SECRET, EDITED, CAPTION = "qwxplantedone", "qwxplantedtwo", "qwxplantedthree", "qwxplantedfour"
FILE = "qwxplantedfile"
ANSWER, NOTE, REASON = "qwxplantedanswer", "qwxplantednote", "qwxplantedreason"
WORDS = (SECRET, SMS_SECRET, EDITED, CAPTION, FILE, ANSWER, NOTE, REASON)
"""What was said: in the topic of its case, and nowhere else."""


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """Everything that is logged, set up as in service."""
    out, root = io.StringIO(), logging.getLogger()
    monkeypatch.setattr(sys, "stderr", out)
    monkeypatch.setattr(root, "handlers", [])
    log.set_up()
    yield out
    logging.disable(logging.NOTSET)
    structlog.reset_defaults()


def found(haystack: str | bytes, needles: tuple[str, ...]) -> list[str]:
    """Which of the strings stand there, in any case, with spaces or dashes between digits, as text or as UTF-16."""
    if isinstance(haystack, bytes):
        lower = haystack.lower()
        return [n for n in needles if n.lower().encode() in lower or n.lower().encode("utf-16-le") in lower]
    bare = re.sub(r"[\s().-]", "", haystack.casefold())
    return [n for n in needles if re.sub(r"[\s().-]", "", n.casefold()) in bare]


def in_files(folder: Path, needles: tuple[str, ...]) -> dict[str, list[str]]:
    """Which of the strings stand in which file of the store."""
    files = [path for path in folder.iterdir() if path.name.startswith("panoh.db")]
    assert files
    return {path.name: there for path in files if (there := found(path.read_bytes(), needles))}


async def whole_case(world: World) -> None:
    """Everything that can happen with a person on Telegram: a cry, words, files, place, contact, an operator, errors."""
    emulator = world.emulator
    await emulator.add_user(CHAT, FIRST_NAME, USERNAME, "en")
    await world.says("/start", CHAT)
    await world.says(f"SOS {SECRET}", CHAT)
    await world.says(f"I am @{USERNAME}, {CHAT}", CHAT)
    message = await emulator.user_says(CHAT, PUBLIC, "typo")
    await emulator.user_edits(message.id, EDITED)
    await emulator.user_sends_file(CHAT, PUBLIC, "photo", b"jpeg", "a.jpg", CAPTION)
    await emulator.user_sends_file(CHAT, PUBLIC, "document", b"pdf", f"{FILE}.pdf")
    await emulator.user_sends_location(CHAT, PUBLIC, float(PLACE[0]), float(PLACE[1]))
    await emulator.user_sends_contact(CHAT, PUBLIC, PHONE, FIRST_NAME)
    await emulator.user_sends_contact(CHAT, PUBLIC, MOTHERS_PHONE, MOTHER, own=False)
    await world.settle()
    await world.wind(ACKNOWLEDGE + 1)
    topic = emulator.topics(GROUP)[0]
    await world.writes("/take", topic)
    await world.writes(ANSWER, topic)
    await world.writes(f"// {NOTE}", topic)
    await world.writes(f"/reveal {REASON}", topic)


async def by_sms(world: World) -> None:
    """The same on a basic phone."""
    await world.texts(f"SOS {SMS_SECRET}", PHONE)
    await world.texts(f"call me: {PHONE} or 998 90 123 45 67", PHONE)
    topic = world.emulator.topics(GROUP)[-1]
    await world.writes("/take", topic)
    await world.writes(ANSWER, topic)


async def misfortunes(world: World) -> None:
    """Everything that makes a program print what it holds."""
    emulator = world.emulator
    for status, body in ((502, f"<html>{SECRET} {CHAT}</html>"), (400, None), (403, None)):
        emulator.telegram.fail_next("sendMessage", status, body)
        emulator.twilio.fail_next("Messages", status, body)
        await emulator.user_says(CHAT, PUBLIC, f"menu {SECRET}")
        await emulator.sms_in(PHONE, f"WHO {SMS_SECRET}")
        await world.settle()
    emulator.telegram.drop_reply("sendMessage")
    await emulator.user_says(CHAT, PUBLIC, SECRET)
    await world.settle()
    queue = emulator.telegram.state.queues[PUBLIC]
    queue.push("message", {"text": SECRET, "from": {"first_name": FIRST_NAME, "id": str(CHAT)}}, CHAT)
    emulator.telegram.state.queues[STAFF].push("message", {"text": SECRET, "from": {"first_name": FIRST_NAME}}, CHAT)
    await world.settle()
    async with world.store_down():
        await emulator.sms_in(PHONE, SMS_SECRET)
    await world.panoh.store.run(lambda tx: tx._do("UPDATE person SET state = x'00'"))  # type: ignore[attr-defined]
    await world.says(SECRET, CHAT)
    await world.texts(SMS_SECRET, PHONE)
    await world.wind(60)


async def test_nothing_of_a_person_stands_anywhere(world: World, tmp_path: Path, lines: io.StringIO) -> None:
    """In the group, in pages, in the log, in the database and its journal, while it runs and after it."""
    await whole_case(world)
    await by_sms(world)
    await misfortunes(world)
    assert world.rows("SELECT count(*) > 2 FROM dead_letter") == [(1,)]
    assert in_files(tmp_path, WHO + WORDS) == {}

    group = world.in_group()
    for message in group:
        assert found(message.text, WHO) == [], message.text
        assert "location" not in message.kind
        assert "contact" not in message.kind
    topics = [topic.id for topic in world.emulator.topics(GROUP)]
    outside = [m.text for m in group if m.thread not in topics] + [t.name for t in world.emulator.topics(GROUP)]
    pages = [m.text for m in world.private(AIGUL) if any(m.buttons)] + [m.text for m in group if m.pinned]
    for text in outside + pages:
        assert found(text, WHO + WORDS) == [], text
    assert found("\n".join(m.text for m in group if m.thread == topics[0]), (SECRET, CAPTION, EDITED)) != []

    revealed = [m.text for m in world.private(AIGUL) if FIRST_NAME in m.text]
    assert len(revealed) == 1
    assert found(revealed[0], WHO[:6]) == [FIRST_NAME, USERNAME, str(CHAT), "998901234567", MOTHER, "998937654321"]

    await world.stop()
    assert in_files(tmp_path, WHO + WORDS) == {}
    logged = lines.getvalue()
    assert logged.count("\n") > 10
    assert found(logged, (*WHO, *WORDS, "+9989", "@zplanted")) == [], logged


async def test_the_search_finds_what_is_there(tmp_path: Path) -> None:
    """A test that cannot fail would be a defect."""
    (tmp_path / "panoh.db-wal").write_bytes(b"\x00\x01 Zulfizarplanted \x00")
    assert in_files(tmp_path, WHO) == {"panoh.db-wal": [FIRST_NAME]}
    assert found("call +998 (90) 123-45-67", WHO) == ["998901234567"]


async def test_after_erasing_nothing_is_left_of_them(world: World, tmp_path: Path) -> None:
    """No row holds anything of the person, the topic is gone, and an old phone of ours knows them no more."""
    await world.emulator.add_user(CHAT, FIRST_NAME, USERNAME, "en")
    await world.says(f"SOS {SECRET}", CHAT)
    await world.says("DELETE", CHAT)
    await world.presses("erase:yes", CHAT)
    assert world.emulator.topics(GROUP) == []
    for table in ("person", "entry", "outbox"):
        assert world.rows(f"SELECT count(*) FROM {table}") == [(0,)], table  # noqa: S608
    assert world.rows("SELECT owner FROM timer") == [("roster:0",)]
    assert world.rows("SELECT person, is_open FROM hotline_case") == [(0, 0)]
    assert found("\n".join(m.text for m in world.in_group() if not m.deleted), (SECRET, FIRST_NAME)) == []
    await world.says("/start", CHAT)
    assert len(world.heard(CHAT)[-1].buttons) == 7  # the choice of a language: we start anew
