"""What the Bot API methods about messages do; each is a function of the state, the bot and its checked parameters."""

from collections.abc import Callable
from typing import Any

from bot.emulator.checks import ApiError, File, bad
from bot.emulator.entities import formatted
from bot.emulator.model import GENERAL, Bot, Message, Stored
from bot.emulator.state import TelegramState

Json = dict[str, Any]
Run = Callable[[TelegramState, Bot, Json], Any]
KINDS = ("photo", "voice", "video", "audio", "document", "sticker", "video_note", "animation")
LARGEST = {"photo": 10 << 20}
_ACTION_FIELDS = {
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
}
_ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}
_SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content "
    "and reply markup of the message"
)


def _markup(params: Json) -> Json | None:
    """The keyboard of a message, refused where Telegram would refuse it."""
    markup: Json | None = params.get("reply_markup")
    for row in (markup or {}).get("inline_keyboard", ()):
        for button in row:
            if not _ACTION_FIELDS & button.keys():
                raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
            if not 1 <= len(button.get("callback_data", "-").encode()) <= 64:
                raise bad("BUTTON_DATA_INVALID")
            if "url" in button and ":" not in button["url"] and "." not in button["url"]:
                raise bad(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")
    return markup


def _replied(state: TelegramState, bot: Bot, chat_id: int, params: Json) -> int | None:
    reply = params.get("reply_parameters")
    if reply is None:
        return None
    found = state.messages.get(reply.get("message_id", 0))
    if found is not None and not found.deleted and found.chat_id == chat_id and found.bot in ("", bot.token):
        return found.id
    if reply.get("allow_sending_without_reply"):
        return None
    raise bad("message to be replied not found")


def _post(state: TelegramState, bot: Bot, params: Json, **content: Any) -> Message:
    """A new message by the bot."""
    chat_id = state.reachable(bot, params["chat_id"])
    group = state.groups.get(chat_id)
    thread = params.get("message_thread_id")
    if group is None and thread is not None:
        raise bad("message thread not found")
    topic = state.topic(chat_id, thread)
    if topic and topic.closed:
        raise bad("TOPIC_CLOSED")
    return state.add(
        Message(
            id=state.next_id(),
            chat_id=chat_id,
            bot="" if group else bot.token,
            sender=bot.id,
            sender_name=bot.first_name,
            from_bot=True,
            date=int(state.now()),
            thread=topic.id if topic else None,
            reply_to=_replied(state, bot, chat_id, params),
            markup=_markup(params),
            **content,
        )
    )


def send_message(state: TelegramState, bot: Bot, params: Json) -> Json:
    """sendMessage"""
    text, entities = formatted(params, "text", 4096)
    if not text:
        raise bad("message text is empty")
    return state.message_json(bot.token, _post(state, bot, params, text=text, entities=tuple(entities)))


def _send_file(kind: str) -> Run:
    def send(state: TelegramState, bot: Bot, params: Json) -> Json:
        state.reachable(bot, params["chat_id"])
        caption, entities = formatted(params, "caption", 1024)
        stored = _upload(state, bot, kind, params[kind])
        message = _post(state, bot, params, kind=kind, media=stored, text=caption, entities=tuple(entities))
        return state.message_json(bot.token, message)

    return send


def _upload(state: TelegramState, bot: Bot, kind: str, given: File | str) -> Stored:
    if isinstance(given, str):
        return state.file(bot.token, given)
    if len(given.data) > LARGEST.get(kind, 50 << 20):
        raise ApiError(413, "Request Entity Too Large")
    if not given.data:
        raise bad("file must be non-empty")
    return state.store(kind, given)


def send_location(state: TelegramState, bot: Bot, params: Json) -> Json:
    """sendLocation"""
    place = {"latitude": params["latitude"], "longitude": params["longitude"]}
    return state.message_json(bot.token, _post(state, bot, params, kind="location", media=place))


def send_contact(state: TelegramState, bot: Bot, params: Json) -> Json:
    """sendContact"""
    contact = {k: params[k] for k in ("phone_number", "first_name", "last_name") if k in params}
    return state.message_json(bot.token, _post(state, bot, params, kind="contact", media=contact))


def _mine(state: TelegramState, bot: Bot, params: Json, verb: str) -> Message:
    """The bot's own message that a call names."""
    if "chat_id" not in params or "message_id" not in params:
        raise bad("message identifier is not specified")
    chat_id = state.reachable(bot, params["chat_id"])
    message = state.message_of(bot, chat_id, params["message_id"], f"message to {verb} not found")
    if message.sender != bot.id:
        raise bad(f"message can't be {verb}ed")
    return message


def _edit(state: TelegramState, bot: Bot, message: Message, **changes: Any) -> Json:
    if all(getattr(message, name) == value for name, value in changes.items()):
        raise bad(_SAME)
    return state.message_json(bot.token, state.change(message, edited=True, **changes))


def edit_text(state: TelegramState, bot: Bot, params: Json) -> Json:
    """editMessageText: a call without a keyboard takes the keyboard away, as on Telegram."""
    message = _mine(state, bot, params, "edit")
    if message.kind != "text":
        raise bad("there is no text in the message to edit")
    text, entities = formatted(params, "text", 4096)
    if not text:
        raise bad("message text is empty")
    return _edit(state, bot, message, text=text, entities=tuple(entities), markup=_markup(params))


def edit_caption(state: TelegramState, bot: Bot, params: Json) -> Json:
    """editMessageCaption"""
    message = _mine(state, bot, params, "edit")
    text, entities = formatted(params, "caption", 1024)
    return _edit(state, bot, message, text=text, entities=tuple(entities), markup=_markup(params))


def edit_markup(state: TelegramState, bot: Bot, params: Json) -> Json:
    """editMessageReplyMarkup"""
    message = _mine(state, bot, params, "edit")
    markup = _markup(params)
    return _edit(state, bot, message, markup=markup if (markup or {}).get("inline_keyboard") else None)


def _deletable(state: TelegramState, bot: Bot, chat_id: int, message_id: int) -> Message:
    message = state.message_of(bot, chat_id, message_id, "message to delete not found")
    too_old = state.now() - message.date > 48 * 3600 and chat_id not in state.groups
    if too_old or message.id in state.topics.get(chat_id, {}):
        raise bad("message can't be deleted")
    return message


def delete_message(state: TelegramState, bot: Bot, params: Json) -> bool:
    """deleteMessage"""
    chat_id = state.reachable(bot, params["chat_id"])
    state.change(_deletable(state, bot, chat_id, params["message_id"]), deleted=True, pinned=False)
    return True


def delete_messages(state: TelegramState, bot: Bot, params: Json) -> bool:
    """deleteMessages: those that cannot be found are passed over."""
    chat_id = state.reachable(bot, params["chat_id"])
    if not 1 <= len(params["message_ids"]) <= 100:
        raise bad("the number of messages to delete must be from 1 to 100")
    for number in params["message_ids"]:
        found = state.messages.get(number)
        if found and found.chat_id == chat_id and not found.deleted and found.bot in ("", bot.token):
            state.change(_deletable(state, bot, chat_id, number), deleted=True, pinned=False)
    return True


def _source(state: TelegramState, bot: Bot, params: Json, verb: str) -> Message:
    chat_id = state.reachable(bot, params["from_chat_id"])
    message = state.message_of(bot, chat_id, params["message_id"], f"message to {verb} not found")
    if message.kind == "service":
        raise bad(f"message can't be {'copied' if verb == 'copy' else 'forwarded'}")
    return message


def copy_message(state: TelegramState, bot: Bot, params: Json) -> Json:
    """copyMessage: the content without its sender, with another caption where one is given."""
    source = _source(state, bot, params, "copy")
    text, entities = (source.text, list(source.entities))
    if "caption" in params and source.kind != "text":
        text, entities = formatted(params, "caption", 1024)
    copy = _post(state, bot, params, kind=source.kind, media=source.media, text=text, entities=tuple(entities))
    return {"message_id": copy.id}


def forward_message(state: TelegramState, bot: Bot, params: Json) -> Json:
    """forwardMessage"""
    source = _source(state, bot, params, "forward")
    copied = {"kind": source.kind, "media": source.media, "text": source.text, "entities": source.entities}
    message = _post(state, bot, params, forwarded_from=source.sender_name, **copied)
    return state.message_json(bot.token, message)


def _pin(*, pinned: bool) -> Run:
    def pin(state: TelegramState, bot: Bot, params: Json) -> bool:
        chat_id = state.reachable(bot, params["chat_id"])
        refusal = "message to pin not found" if pinned else "message to unpin not found"
        message = state.message_of(bot, chat_id, params["message_id"], refusal)
        if (group := state.groups.get(chat_id)) and bot.token in group.demoted:
            raise bad("not enough rights to manage pinned messages in the chat")
        state.change(message, pinned=pinned)
        return True

    return pin


def unpin_topic(state: TelegramState, bot: Bot, params: Json) -> bool:
    """unpinAllForumTopicMessages"""
    group = state.forum(bot, params)
    state.topic(group.id, params["message_thread_id"])
    for message in state.in_chat("", group.id, params["message_thread_id"] or GENERAL):
        if message.pinned:
            state.change(message, pinned=False)
    return True


def react(state: TelegramState, bot: Bot, params: Json) -> bool:
    """setMessageReaction: accepted for a message that is there; not shown."""
    chat_id = state.reachable(bot, params["chat_id"])
    state.message_of(bot, chat_id, params["message_id"], "message to react not found")
    return True


def chat_action(state: TelegramState, bot: Bot, params: Json) -> bool:
    """sendChatAction"""
    if params["action"] not in _ACTIONS:
        raise bad("wrong parameter action in request")
    state.topic(state.reachable(bot, params["chat_id"]), params.get("message_thread_id"))
    return True


def answer_press(state: TelegramState, bot: Bot, params: Json) -> bool:
    """answerCallbackQuery: the identifier is good once, for the bot whose button it was."""
    press = state.presses.get(params["callback_query_id"])
    if press is None or press.answered or state.messages[press.message_id].sender != bot.id:
        raise bad("query is too old and response timeout expired or query ID is invalid")
    press.answered, press.text, press.alert = True, params.get("text", ""), params.get("show_alert", False)
    return True


MESSAGE_METHODS: dict[str, Run] = {
    "sendmessage": send_message,
    "sendlocation": send_location,
    "sendcontact": send_contact,
    "editmessagetext": edit_text,
    "editmessagecaption": edit_caption,
    "editmessagereplymarkup": edit_markup,
    "deletemessage": delete_message,
    "deletemessages": delete_messages,
    "copymessage": copy_message,
    "forwardmessage": forward_message,
    "pinchatmessage": _pin(pinned=True),
    "unpinchatmessage": _pin(pinned=False),
    "unpinallforumtopicmessages": unpin_topic,
    "setmessagereaction": react,
    "sendchataction": chat_action,
    "answercallbackquery": answer_press,
} | {f"send{kind.replace('_', '')}": _send_file(kind) for kind in KINDS}
