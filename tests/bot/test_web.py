"""The HTTP side: who may come in, what is answered, health and figures."""

import asyncio
import json
from io import BytesIO
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.emulator.twilio_model import sign
from bot.sandbox import AUTH_TOKEN
from bot.web import FRESH
from tests.world import AIGUL, DILFUZA, GROUP, GULNORA, PUBLIC, World

SECRET = "X-Telegram-Bot-Api-Secret-Token"
PUBLIC_PATH, STAFF_PATH = "/telegram/public", "/telegram/staff"
SECRETS = {PUBLIC_PATH: "public-secret", STAFF_PATH: "staff-secret"}


def cry(number: int = 1) -> dict[str, Any]:
    """An update in which a person calls for help."""
    who = {"id": DILFUZA, "is_bot": False, "first_name": "D", "language_code": "en"}
    chat = {"id": DILFUZA, "type": "private", "first_name": "D"}
    return {"update_id": number, "message": {"message_id": 1, "date": 1, "chat": chat, "from": who, "text": "SOS"}}


def told_to_staff(thread: int) -> dict[str, Any]:
    """An update in which an operator writes in a topic."""
    who = {"id": AIGUL, "is_bot": False, "first_name": "Aigul"}
    chat = {"id": GROUP, "type": "supergroup", "title": "Hotline", "is_forum": True}
    written = {"message_id": 900_001, "date": 1, "chat": chat, "from": who, "message_thread_id": thread, "text": "Wait"}
    return {"update_id": 1, "message": written}


async def post(world: World, path: str, headers: dict[str, str] | None = None, **body: Any) -> int:
    """Post to the service; the status."""
    async with (
        ClientSession() as session,
        session.post(world.config.base_url + path, headers=headers, **body) as answer,
    ):
        return answer.status


async def get(world: World, path: str) -> tuple[int, str]:
    """Ask the service; status and text."""
    async with ClientSession() as session, session.get(world.config.base_url + path) as answer:
        return answer.status, await answer.text()


async def nothing_happened(world: World) -> bool:
    """No turn, no message."""
    await world.settle()
    tables = ("seen", "person", "hotline_case", "dead_letter")
    return all(world.rows(f"SELECT count(*) FROM {table}") == [(0,)] for table in tables)  # noqa: S608


@pytest.mark.parametrize("path", [PUBLIC_PATH, STAFF_PATH])
async def test_a_wrong_secret(world: World, path: str) -> None:
    """401, and nothing happens; the other bot's secret is wrong too."""
    assert await post(world, path, json=cry()) == 401
    other = SECRETS[STAFF_PATH if path == PUBLIC_PATH else PUBLIC_PATH]
    for secret in ("", "wrong", SECRETS[path][:-1], "секрет", other):
        assert await post(world, path, {SECRET: secret}, json=cry()) == 401, secret
    assert await nothing_happened(world)


@pytest.mark.parametrize("path", [PUBLIC_PATH, STAFF_PATH])
async def test_a_secret_that_is_no_text(world: World, path: str) -> None:
    """Bytes that are no UTF-8 are a wrong secret, not a mistake of ours."""
    host, port = world.config.service.listen
    reader, writer = await asyncio.open_connection(host, port)
    writer.write(f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n{SECRET}: ".encode() + b"\xff\xfe\r\n\r\n{}")
    await writer.drain()
    assert b" 401 " in await reader.readline()
    writer.close()
    await writer.wait_closed()
    assert await nothing_happened(world)


async def test_half_a_picture_silences_nobody(world: World) -> None:
    """Half of a surrogate pair is no letter in JSON's strict reading; the cry beside it is heard all the same."""
    world.emulator.telegram.state.chat_of(PUBLIC, DILFUZA).started = True
    body = json.dumps(cry()).replace('"SOS"', '"SOS \\ud83d"')
    assert await post(world, PUBLIC_PATH, {SECRET: "public-secret"}, data=body) == 200
    await world.settle()
    (topic,) = world.emulator.topics(GROUP)
    body = json.dumps(told_to_staff(topic.id)).replace('"Wait"', '"Wait \\ud83d"')
    assert await post(world, STAFF_PATH, {SECRET: "staff-secret"}, data=body) == 200
    await world.settle()
    assert "💬 SOS ?" in world.said_in(topic)
    assert world.heard()[-1].text == "Operator: Wait ?"


async def test_the_right_secret(world: World) -> None:
    """200, only after the turn is on disk."""
    assert await post(world, PUBLIC_PATH, {SECRET: "public-secret"}, json=cry()) == 200
    assert world.rows("SELECT count(*) FROM hotline_case") == [(1,)]


async def test_a_body_that_is_no_update(world: World) -> None:
    """400, and nothing happens."""
    for body in ("", "no json", "[]", "5", "{}", '{"update_id": "x"}', '{"update_id": 1', "null"):
        assert await post(world, PUBLIC_PATH, {SECRET: "public-secret"}, data=body) == 400, body
    assert await nothing_happened(world)


async def test_a_body_that_is_too_large(world: World) -> None:
    """Telegram sends nothing like it."""
    assert await post(world, PUBLIC_PATH, {SECRET: "public-secret"}, data=BytesIO(b"x" * (2 << 20))) == 413


FORM = {"MessageSid": "SM1", "From": GULNORA, "To": "+15005550006", "Body": "SOS"}


@pytest.mark.parametrize("path", ["/twilio/sms", "/twilio/status"])
async def test_a_wrong_signature(world: World, path: str) -> None:
    """403, and nothing happens."""
    url = world.config.base_url + path
    signatures = {
        "empty": "",
        "wrong key": sign("wrong", url, FORM),
        "another path": sign(AUTH_TOKEN, url + "x", FORM),
        "another body": sign(AUTH_TOKEN, url, {**FORM, "Body": "STOP"}),
    }
    assert await post(world, path, data=FORM) == 403
    for kind, signature in signatures.items():
        assert await post(world, path, {"X-Twilio-Signature": signature}, data=FORM) == 403, kind
    assert await nothing_happened(world)


@pytest.mark.parametrize("path", ["/twilio/sms", "/twilio/status"])
@pytest.mark.parametrize(
    "kind",
    ["multipart/form-data", "application/x-www-form-urlencoded; charset=nonsense", "application/x-www-form-urlencoded"],
)
async def test_a_form_that_cannot_be_read(world: World, path: str, kind: str) -> None:
    """403, like everything that Twilio did not sign."""
    headers = {"X-Twilio-Signature": "x", "Content-Type": kind}
    assert await post(world, path, headers, data=b"Body=\xff%ff&From=%") == 403
    assert await nothing_happened(world)


async def test_the_right_signature(world: World) -> None:
    """An empty TwiML once it is stored; repeated, it changes nothing."""
    headers = {"X-Twilio-Signature": sign(AUTH_TOKEN, world.config.base_url + "/twilio/sms", FORM)}
    for _ in range(2):
        async with (
            ClientSession() as session,
            session.post(world.config.base_url + "/twilio/sms", data=FORM, headers=headers) as answer,
        ):
            assert (answer.status, answer.content_type) == (200, "application/xml")
            assert "<Response/>" in await answer.text()
    assert world.rows("SELECT count(*) FROM hotline_case") == [(1,)]
    await world.settle()
    assert len(world.sms(GULNORA)) == 1


async def test_a_status_of_a_message_that_nobody_follows(world: World) -> None:
    """204 all the same: Twilio must not repeat it."""
    form = {"MessageSid": "SM-unknown", "MessageStatus": "delivered"}
    headers = {"X-Twilio-Signature": sign(AUTH_TOKEN, world.config.base_url + "/twilio/status", form)}
    assert await post(world, "/twilio/status", headers, data=form) == 204


async def test_alive_and_ready(either: World) -> None:
    """Both from the first moment, and figures in Prometheus' form."""
    await either.settle()
    assert await get(either, "/healthz") == (200, "alive\n")
    assert await get(either, "/readyz") == (200, "ready\n")
    await either.opens_case()
    await get(either, "/readyz")
    status, text = await get(either, "/metrics")
    assert status == 200
    assert 'panoh_turns_total{channel="telegram"} 1.0' in text
    assert "panoh_open_cases 1.0" in text
    assert 'panoh_sent_total{channel="staff",lane="page"} 1.0' in text
    assert str(DILFUZA) not in text
    assert str(GROUP) not in text


async def test_not_ready_without_a_store(world: World) -> None:
    """Alive, but not able to take messages; a webhook is told when to come again."""
    async with world.store_down():
        assert (await get(world, "/readyz"))[0] == 503
        assert (await get(world, "/healthz"))[0] == 200
        async with (
            ClientSession() as session,
            session.post(world.config.base_url + PUBLIC_PATH, json=cry(), headers={SECRET: "public-secret"}) as answer,
        ):
            assert answer.status == 503
            assert int(answer.headers["Retry-After"]) > 0
    assert (await get(world, "/readyz"))[0] == 200


async def test_not_ready_when_nothing_was_fetched_for_long(polling: World) -> None:
    """A bot that is cut off from Telegram says so, and which one."""
    polling.panoh.health.fetched["public"] = polling.clock.now() - FRESH - 1
    status, text = await get(polling, "/readyz")
    assert (status, "public" in text, "staff" in text) == (503, True, False)


async def test_no_webhooks_while_polling(polling: World) -> None:
    """What is not used is not there."""
    assert await post(polling, PUBLIC_PATH, {SECRET: "public-secret"}, json=cry()) == 404
