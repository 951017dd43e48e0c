"""Tables of Bot API calls and of what Telegram answers to them."""

import json
from typing import Any

import pytest
from aiohttp import ClientSession, FormData

from bot.emulator import Emulator

from .conftest import DILFUZA, GROUP, PUBLIC, STAFF, Api


def keyboard(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[button]]}


REFUSED = [
    ("empty text", "sendMessage", {"chat_id": DILFUZA, "text": ""}, "message text is empty"),
    ("blank text", "sendMessage", {"chat_id": DILFUZA, "text": " \n"}, "message text is empty"),
    ("no text", "sendMessage", {"chat_id": DILFUZA}, "message text is empty"),
    ("no chat", "sendMessage", {"text": "x"}, "chat_id is empty"),
    ("unknown chat", "sendMessage", {"chat_id": 5, "text": "x"}, "chat not found"),
    ("not a number", "sendMessage", {"chat_id": "1x", "text": "x"}, "chat not found"),
    ("too long", "sendMessage", {"chat_id": DILFUZA, "text": "x" * 4097}, "message is too long"),
    ("unknown name", "sendMessage", {"chat_id": DILFUZA, "text": "x", "colour": 1}, 'unknown parameter "colour"'),
    ("wrong type", "editMessageText", {"chat_id": DILFUZA, "message_id": "x", "text": "x"}, "can't parse parameter"),
    ("no such topic", "sendMessage", {"chat_id": DILFUZA, "text": "x", "message_thread_id": 9}, "thread not found"),
    ("unknown reply", "sendMessage", {"chat_id": DILFUZA, "text": "x", "reply_parameters": {"message_id": 9}},
     "message to be replied not found"),
    ("unknown edit", "editMessageText", {"chat_id": DILFUZA, "message_id": 9, "text": "x"}, "to edit not found"),
    ("unknown delete", "deleteMessage", {"chat_id": DILFUZA, "message_id": 9}, "message to delete not found"),
    ("old press", "answerCallbackQuery", {"callback_query_id": "9"}, "query is too old and response timeout expired"),
    ("no topic name", "createForumTopic", {"chat_id": DILFUZA, "name": ""}, "topic title is empty"),
    ("not a forum", "createForumTopic", {"chat_id": DILFUZA, "name": "x"}, "the chat is not a forum"),
    ("wrong action", "sendChatAction", {"chat_id": DILFUZA, "action": "dance"}, "wrong parameter action"),
    ("foreign file", "sendPhoto", {"chat_id": DILFUZA, "photo": "AgAC1-x"}, "wrong file identifier"),
    ("bad command", "setMyCommands", {"commands": [{"command": "Big", "description": "x"}]}, "BOT_COMMAND_INVALID"),
]  # fmt: skip
MARKUPS = [
    ("no action", keyboard(text="x"), "Text buttons are unallowed in the inline keyboard"),
    ("long data", keyboard(text="x", callback_data="я" * 33), "BUTTON_DATA_INVALID"),
    ("empty data", keyboard(text="x", callback_data=""), "BUTTON_DATA_INVALID"),
    ("no text", keyboard(callback_data="x"), 'Can\'t find field "text"'),
    ("unknown key", keyboard(text="x", callback_data="x", colour=1), 'unknown field "colour"'),
    ("not rows", {"inline_keyboard": [{"text": "x"}]}, "Array of InlineKeyboardButton expected"),
]
HTML = [
    ("unknown tag", "a <x>", 'Unsupported start tag "x" at byte offset 2'),
    ("open", "<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
    ("crossed", "<b><i>a</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
    ("only an end", "a</b>", "Unexpected end tag at byte offset 1"),
    ("smaller than", "я < b", "Un"),
]


@pytest.fixture
async def started(emulator: Emulator) -> None:
    await emulator.user_says(DILFUZA, PUBLIC, "/start")


@pytest.mark.parametrize(("method", "params", "words"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED])
async def test_refused(api: Api, started: None, method: str, params: dict[str, Any], words: str) -> None:
    """A wrong call is refused with Telegram's own words."""
    answer = await api(method, PUBLIC, **params)
    assert answer["error_code"] == 400
    assert words in answer["description"]


@pytest.mark.parametrize(("markup", "words"), [m[1:] for m in MARKUPS], ids=[m[0] for m in MARKUPS])
async def test_refused_keyboard(api: Api, started: None, markup: dict[str, Any], words: str) -> None:
    """A keyboard that Telegram would not show."""
    answer = await api("sendMessage", PUBLIC, chat_id=DILFUZA, text="x", reply_markup=json.dumps(markup))
    assert answer["error_code"] == 400
    assert words in answer["description"]


@pytest.mark.parametrize(("text", "words"), [h[1:] for h in HTML], ids=[h[0] for h in HTML])
async def test_refused_html(api: Api, started: None, text: str, words: str) -> None:
    """Unbalanced or unknown HTML."""
    answer = await api("sendMessage", PUBLIC, chat_id=DILFUZA, text=text, parse_mode="HTML")
    assert answer["description"].startswith(f"Bad Request: can't parse entities: {words}")


async def test_length_counts_what_is_read(api: Api, started: None) -> None:
    """4,096 characters after the formatting is taken out."""
    answer = await api("sendMessage", PUBLIC, chat_id=DILFUZA, text=f"<b>{'x' * 4096}</b>", parse_mode="HTML")
    assert answer["ok"]


async def test_entities_count_utf16(api: Api, started: None) -> None:
    """An emoji is two units."""
    answer = await api("sendMessage", PUBLIC, chat_id=DILFUZA, text="🆘 <b>a&amp;b</b>", parse_mode="HTML")
    assert answer["result"]["entities"] == [{"type": "bold", "offset": 3, "length": 3}]


@pytest.mark.parametrize(
    ("token", "method", "status", "words"),
    [
        ("9:none", "getMe", 401, "Unauthorized"),
        (PUBLIC, "getMee", 404, "Not Found"),
        (PUBLIC, "sendDice", 400, "chat_id is empty"),
        (STAFF, "getChatAdministrators", 400, "chat_id is empty"),
    ],
)
async def test_status(api: Api, token: str, method: str, status: int, words: str) -> None:
    """Wrong tokens and methods."""
    answer = await api(method, token)
    assert (answer["error_code"], answer["ok"]) == (status, False)
    assert words in answer["description"]


async def test_forbidden(api: Api, emulator: Emulator) -> None:
    """A bot cannot begin, and cannot write where it is not."""
    first = await api("sendMessage", PUBLIC, chat_id=DILFUZA, text="x")
    assert first["description"] == "Forbidden: bot can't initiate conversation with a user"
    group = await api("sendMessage", PUBLIC, chat_id=GROUP, text="x")
    assert group["description"] == "Forbidden: bot is not a member of the supergroup chat"


async def test_not_modified(api: Api, started: None) -> None:
    """The same text and buttons again."""
    sent = await api("sendMessage", PUBLIC, chat_id=DILFUZA, text="x")
    same = {"chat_id": DILFUZA, "message_id": sent["result"]["message_id"], "text": "x"}
    assert "message is not modified" in (await api("editMessageText", PUBLIC, **same))["description"]


@pytest.mark.parametrize("kind", ["form", "multipart", "query", "json", "EMPTY"])
async def test_bodies(emulator: Emulator, started: None, kind: str) -> None:
    """Parameters come in every form that Telegram takes, the method's name in any case."""
    params = {
        "chat_id": str(DILFUZA),
        "text": "салом & co",
        "reply_markup": json.dumps(keyboard(text="a", callback_data="b")),
    }
    async with ClientSession() as session:
        url = f"{emulator.base}/bot{PUBLIC}/SENDmessage"
        match kind:
            case "form":
                request = session.post(url, data=params)
            case "multipart":
                form = FormData()
                for name, value in params.items():
                    form.add_field(name, value, content_type="text/plain")
                request = session.post(url, data=form)
            case "query":
                request = session.get(url, params=params)
            case "json":
                request = session.post(url, json=params)
            case _:
                empty = {"Content-Type": "application/octet-stream"}
                request = session.post(f"{emulator.base}/bot{PUBLIC}/getme", data=b"", headers=empty)
        async with request as answer:
            assert (await answer.json())["ok"]
    if kind != "EMPTY":
        assert emulator.chat(PUBLIC, DILFUZA)[-1].text == "салом & co"


async def test_log(api: Api, emulator: Emulator, started: None) -> None:
    """Every call is in the log, with its answer."""
    await api("sendMessage", PUBLIC, chat_id=DILFUZA, text="x")
    call = emulator.log[-1]
    assert (call.bot, call.method, call.params["text"], call.answer["ok"]) == ("panoh_bot", "sendMessage", "x", True)


async def test_faults(api: Api, emulator: Emulator, started: None) -> None:
    """Answers that fail come as often as asked, then the real ones again."""
    emulator.telegram.fail_next("sendMessage", 500, times=2)
    emulator.telegram.fail_next("sendMessage", 403, {"ok": False, "error_code": 403, "description": "Forbidden: x"})
    codes = [(await api("sendMessage", PUBLIC, chat_id=DILFUZA, text="x")).get("error_code") for _ in range(4)]
    assert codes == [500, 500, 403, None]
