"""The demo page over HTTP, without a browser: its state, its stream, what it refuses."""

import base64
import json
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from aiohttp import ClientSession

from bot.emulator import Emulator
from bot.emulator.page import DemoOperator, DemoPerson, DemoPhone, mount_demo

from .conftest import ACCOUNT, AIGUL, DILFUZA, GROUP, PHONE, PUBLIC, STAFF, Clock


@pytest_asyncio.fixture
async def demo(clock: Clock) -> AsyncIterator[Emulator]:
    async def wind(seconds: float) -> None:
        clock.moment += seconds

    emulator = Emulator(sms=ACCOUNT, now=clock)
    mount_demo(
        emulator,
        people=[DemoPerson(DILFUZA, "Dilfuza", "tg")],
        operators=[DemoOperator(AIGUL, "Aigul", PHONE)],
        group_id=GROUP,
        public_token=PUBLIC,
        staff_token=STAFF,
        sms_phones=[DemoPhone("+79990000001", "Gulnora", "uz")],
        wind=wind,
        now=clock,
        links={"Metrics": "/metrics"},
    )
    async with emulator:
        yield emulator


@pytest_asyncio.fixture
async def visitor(demo: Emulator) -> AsyncIterator[ClientSession]:
    async with ClientSession(demo.base) as session:
        yield session


async def test_stream_follows_what_is_done(demo: Emulator, visitor: ClientSession, clock: Clock) -> None:
    """Everything at once, then everything again after each change."""
    async with visitor.get("/demo/events") as stream:
        first = json.loads((await stream.content.readuntil(b"\n\n")).removeprefix(b"data: "))
        assert [t["name"] for t in first["group"]["topics"]] == ["General"]
        started = clock.moment
        await visitor.post("/demo/do/wind", json={"seconds": 180})
        await visitor.post("/demo/do/say", json={"user": DILFUZA, "in": "public", "text": "SOS"})
        await visitor.post("/demo/do/sms", json={"from": "+79990000001", "text": "SOS"})
        last = first
        while not last["phones"][0]["sms"]:
            last = json.loads((await stream.content.readuntil(b"\n\n")).removeprefix(b"data: "))
    assert last["people"][0]["messages"][0]["text"] == "SOS"
    assert last["now"] == started + 180
    assert [f["kind"] for f in last["feed"]] == ["clock", "telegram", "sms"]


async def test_page_needs_nothing_from_outside(visitor: ClientSession) -> None:
    """One document: no script, style, font or picture of another address, and a policy that says so."""
    async with visitor.get("/") as answer:
        html = await answer.text()
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert not any(
        word in html for word in ("<script src", '<link rel="stylesheet', "@import", "url(http", "innerHTML")
    )


@pytest.mark.parametrize(
    ("action", "body", "status"),
    [
        ("dance", {}, 404),
        ("say", {}, 400),
        ("press", {"user": DILFUZA, "chat": DILFUZA, "message": 1, "data": "x"}, 400),
        ("key", {"call": "CA1", "digit": "1"}, 400),
        ("delete-topic", {"thread": 7}, 400),
        ("file", {"user": DILFUZA, "in": "public", "kind": "photo", "name": "a.jpg", "bytes": "!"}, 400),
    ],
)
async def test_refused(visitor: ClientSession, action: str, body: dict[str, object], status: int) -> None:
    """What makes no sense is refused with a sentence."""
    async with visitor.post(f"/demo/do/{action}", json=body) as answer:
        assert answer.status == status
        assert (await answer.json())["error"]


async def test_a_topic_is_deleted(demo: Emulator, visitor: ClientSession) -> None:
    """As an administrator does it: the group has it no more, and the list of what happened says so."""
    topic = await demo.telegram.people.add_topic(GROUP, "#1001")
    async with visitor.post("/demo/do/delete-topic", json={"thread": topic.id}) as answer:
        assert answer.status == 200
    state = await (await visitor.get("/demo/state")).json()
    assert [one["name"] for one in state["group"]["topics"]] == ["General"]
    assert "Somebody deletes the topic" in [one["text"] for one in state["feed"]]


async def test_the_next_shift(demo: Emulator, visitor: ClientSession, clock: Clock) -> None:
    """Without a roster there is none: the clock stays."""
    before = clock.moment
    async with visitor.post("/demo/do/shift", json={}) as answer:
        assert answer.status == 200
    assert clock.moment == before


async def test_forms_are_refused(visitor: ClientSession) -> None:
    """A page of another site cannot act here with a plain form."""
    async with visitor.post("/demo/do/wind", data={"seconds": "60"}) as answer:
        assert answer.status == 404


async def test_files_are_served_as_what_they_are(demo: Emulator, visitor: ClientSession) -> None:
    """A picture as a picture, anything else as bytes."""
    picture = {
        "user": DILFUZA,
        "in": "public",
        "kind": "photo",
        "name": "a.jpg",
        "bytes": base64.b64encode(b"x").decode(),
    }
    await visitor.post("/demo/do/file", json=picture)
    await demo.user_sends_file(DILFUZA, PUBLIC, "document", b"<script>", "a.html")
    kinds = [(await visitor.get(f"/demo/file/{n}")).content_type for n in (1, 2)]
    assert kinds == ["image/jpeg", "application/octet-stream"]


async def test_cost(visitor: ClientSession) -> None:
    """What an SMS costs."""
    async with visitor.get("/demo/segments", params={"text": "Салом"}) as answer:
        assert await answer.json() == {"encoding": "UCS-2", "units": 5, "segments": 1}
