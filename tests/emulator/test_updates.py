"""How updates reach a bot: pushed with the secret, repeated until taken, in the order of each chat; or fetched."""

import asyncio

import pytest
from aiohttp import web

from bot.emulator import Emulator

from .conftest import AIGUL, BEK, DILFUZA, PUBLIC, STAFF, Api, Clock, Service


async def hook(api: Api, service: Service) -> None:
    await api("setWebhook", PUBLIC, url=f"{service.base}/hook", secret_token="s-1")


def texts(service: Service) -> list[str]:
    return [body["message"]["text"] for _, _, body in service.taken]


async def test_pushed_with_secret(api: Api, emulator: Emulator, service: Service) -> None:
    """The header carries the secret, ids rise by one."""
    await hook(api, service)
    for word in "ab":
        await emulator.user_says(DILFUZA, PUBLIC, word)
    await service.wait(2)
    assert texts(service) == ["a", "b"]
    assert service.taken[0][1]["X-Telegram-Bot-Api-Secret-Token"] == "s-1"
    assert service.taken[1][2]["update_id"] - service.taken[0][2]["update_id"] == 1


async def test_retried_in_order(api: Api, emulator: Emulator, service: Service) -> None:
    """The head of a chat waits for its success and holds back that chat only."""
    service.answers = [web.Response(status=500), web.Response(status=502)]
    await hook(api, service)
    await emulator.user_says(DILFUZA, PUBLIC, "a")
    await service.wait(1)
    await emulator.user_says(DILFUZA, PUBLIC, "b")
    await service.wait(4)
    assert texts(service) == ["a", "a", "a", "b"]
    info = await api("getWebhookInfo", PUBLIC)
    assert info["result"]["last_error_message"] == "Wrong response from the webhook: 502 Bad Gateway"


async def test_survives_a_dead_service(api: Api, emulator: Emulator, service: Service) -> None:
    """What was not taken is pushed as soon as a webhook is set again."""
    await api("setWebhook", PUBLIC, url="http://127.0.0.1:9/hook")
    await emulator.user_says(DILFUZA, PUBLIC, "a")
    await emulator.wait_for(lambda: emulator.telegram.state.queues[PUBLIC].info().get("last_error_message"))
    await hook(api, service)
    await service.wait(1)
    assert texts(service) == ["a"]
    await emulator.wait_for(lambda: not emulator.telegram.state.queues[PUBLIC].pending)


async def test_old_press_is_dropped(api: Api, emulator: Emulator, service: Service, clock: Clock) -> None:
    """A press lives 150 seconds, a message a day."""
    await emulator.user_says(DILFUZA, PUBLIC, "a")
    keys = {"inline_keyboard": [[{"text": "x", "callback_data": "x"}]]}
    sent = await api("sendMessage", PUBLIC, chat_id=DILFUZA, text="x", reply_markup=keys)
    await emulator.user_presses(DILFUZA, DILFUZA, sent["result"]["message_id"], "x")
    clock.moment += 151
    await hook(api, service)
    await emulator.wait_for(lambda: not emulator.telegram.state.queues[PUBLIC].pending)
    assert texts(service) == ["a"]


async def test_repeated(api: Api, emulator: Emulator, service: Service) -> None:
    """Each update three times, pushed and fetched."""
    emulator.telegram.repeat_updates = 3
    await hook(api, service)
    await emulator.user_says(DILFUZA, PUBLIC, "a")
    await emulator.user_says(DILFUZA, PUBLIC, "b")
    await service.wait(6)
    assert texts(service) == ["a"] * 3 + ["b"] * 3
    await emulator.user_says(AIGUL, STAFF, "c")
    offset, seen = 0, 0
    while batch := (await api("getUpdates", STAFF, offset=offset))["result"]:
        seen, offset = seen + 1, batch[-1]["update_id"] + 1
    assert seen == 3


async def test_conflicts(api: Api, service: Service, emulator: Emulator) -> None:
    """No polling beside a webhook, and no two polls."""
    await hook(api, service)
    assert (await api("getUpdates", PUBLIC))["error_code"] == 409
    await api("deleteWebhook", PUBLIC)
    first = asyncio.create_task(api("getUpdates", PUBLIC, timeout=5))
    await asyncio.sleep(0.05)
    second = asyncio.create_task(api("getUpdates", PUBLIC, timeout=5))
    assert "terminated by other getUpdates request" in (await first)["description"]
    await emulator.user_says(DILFUZA, PUBLIC, "a")
    assert len((await second)["result"]) == 1


async def test_allowed_updates(api: Api, emulator: Emulator) -> None:
    """Only what the bot asked for."""
    await api("getUpdates", PUBLIC, allowed_updates=["message"])
    said = await emulator.user_says(BEK, PUBLIC, "a")
    await emulator.user_edits(said.id, "b")
    emulator.telegram.block(BEK, PUBLIC)
    (only,) = (await api("getUpdates", PUBLIC))["result"]
    assert "message" in only


async def test_edit_and_block_arrive(api: Api, emulator: Emulator) -> None:
    """By default a bot learns of edits and blocks."""
    said = await emulator.user_says(BEK, PUBLIC, "a")
    await emulator.user_edits(said.id, "b")
    emulator.telegram.block(BEK, PUBLIC)
    _, edited, blocked = (await api("getUpdates", PUBLIC))["result"]
    assert edited["edited_message"]["text"] == "b"
    assert blocked["my_chat_member"]["new_chat_member"]["status"] == "kicked"


async def test_call_in_the_reply(api: Api, emulator: Emulator, service: Service) -> None:
    """A webhook's answer may hold a call."""
    service.answers = [web.json_response({"method": "sendMessage", "chat_id": DILFUZA, "text": "echo"})]
    await hook(api, service)
    await emulator.user_says(DILFUZA, PUBLIC, "a")
    await emulator.wait_for(lambda: emulator.chat(PUBLIC, DILFUZA)[-1].text == "echo")


async def test_press_needs_a_button(api: Api, emulator: Emulator) -> None:
    """A test that presses what is not there fails at once."""
    said = await emulator.user_says(DILFUZA, PUBLIC, "a")
    with pytest.raises(LookupError, match="no button"):
        await emulator.user_presses(DILFUZA, DILFUZA, said.id, "x")


async def test_wait_for_gives_up() -> None:
    """Patience ends."""
    from bot.emulator.changes import Changes

    with pytest.raises(TimeoutError):
        await Changes().wait_for(lambda: False, timeout=0.01)
