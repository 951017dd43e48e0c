"""What the Bot API methods about topics, chats, files and the bot itself do."""

import re
from dataclasses import replace
from typing import Any

from bot.emulator.checks import bad
from bot.emulator.methods import MESSAGE_METHODS, Run
from bot.emulator.model import Bot, Group, Message, Topic
from bot.emulator.state import TelegramState

Json = dict[str, Any]
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_RIGHTS = (
    "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members", "can_promote_members",
    "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories",
    "can_pin_messages", "can_manage_topics",
)  # fmt: skip
_NO_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
LARGEST_DOWNLOAD = 20 << 20


# Topics


def create_topic(state: TelegramState, bot: Bot, params: Json) -> Json:
    """createForumTopic: the topic's id is that of the service message that opens it."""
    group = state.forum(bot, params)
    topic = Topic(state.next_id(), params["name"], icon_color=params.get("icon_color", 7322096))
    state.topics.setdefault(group.id, {})[topic.id] = topic
    _service(state, bot, group, topic, {"forum_topic_created": {"name": topic.name, "icon_color": topic.icon_color}})
    return topic.as_json()


def _service(state: TelegramState, bot: Bot, group: Group, topic: Topic, media: Json) -> None:
    number = topic.id if topic.id not in state.messages else state.next_id()
    state.add(
        Message(
            id=number,
            chat_id=group.id,
            bot="",
            sender=bot.id,
            sender_name=bot.first_name,
            from_bot=True,
            date=int(state.now()),
            kind="service",
            media=media,
            thread=topic.id,
        )
    )


def _named(state: TelegramState, bot: Bot, params: Json) -> tuple[Group, Topic]:
    group = state.forum(bot, params)
    topic = state.topic(group.id, params["message_thread_id"])
    if topic is None:
        raise bad("message thread not found")
    return group, topic


def _change_topic(state: TelegramState, bot: Bot, params: Json, what: str, **changes: Any) -> bool:
    group, topic = _named(state, bot, params)
    new = replace(topic, **changes)
    if new == topic:
        raise bad("TOPIC_NOT_MODIFIED")
    state.topics[group.id][topic.id] = new
    details = {"name": new.name} if what == "forum_topic_edited" else {}
    _service(state, bot, group, new, {what: details})
    return True


def edit_topic(state: TelegramState, bot: Bot, params: Json) -> bool:
    """editForumTopic"""
    name = params.get("name") or _named(state, bot, params)[1].name
    return _change_topic(state, bot, params, "forum_topic_edited", name=name)


def close_topic(state: TelegramState, bot: Bot, params: Json) -> bool:
    """closeForumTopic"""
    return _change_topic(state, bot, params, "forum_topic_closed", closed=True)


def reopen_topic(state: TelegramState, bot: Bot, params: Json) -> bool:
    """reopenForumTopic"""
    return _change_topic(state, bot, params, "forum_topic_reopened", closed=False)


def delete_topic(state: TelegramState, bot: Bot, params: Json) -> bool:
    """deleteForumTopic: the topic goes with all its messages."""
    group, topic = _named(state, bot, params)
    del state.topics[group.id][topic.id]
    for message in state.in_chat("", group.id, topic.id):
        state.change(message, deleted=True)
    return True


# Chats


def get_chat(state: TelegramState, bot: Bot, params: Json) -> Json:
    """getChat"""
    chat_id = state.reachable(bot, params["chat_id"])
    group = state.groups.get(chat_id)
    gifts = {"accepted_gift_types": dict.fromkeys(_NO_GIFTS, False)}
    shown = group.as_chat() if group else state.people[chat_id].as_chat()
    return shown | {"accent_color_id": 0, "max_reaction_count": 11} | gifts


def _group(state: TelegramState, bot: Bot, params: Json) -> Group:
    group = state.groups.get(state.reachable(bot, params["chat_id"]))
    if group is None:
        raise bad("there are no administrators in the private chat")
    return group


def _administrator(user: Json) -> Json:
    rights = dict.fromkeys(_RIGHTS, True)
    return {"status": "administrator", "user": user, "can_be_edited": False, "is_anonymous": False} | rights


def _member(state: TelegramState, group: Group, user_id: int) -> Json:
    for token in group.bots:
        if state.bots[token].id == user_id:
            if token in group.demoted:
                return {"status": "member", "user": state.bots[token].as_json()}
            return _administrator(state.bots[token].as_json())
    if user_id not in state.people:
        raise bad("user not found")
    user = state.people[user_id].as_json()
    if user_id not in group.members:
        return {"status": "left", "user": user}
    if user_id == group.members[0]:
        return {"status": "creator", "user": user, "is_anonymous": False}
    return {"status": "member", "user": user}


def get_member(state: TelegramState, bot: Bot, params: Json) -> Json:
    """getChatMember: the first person of a group is its owner."""
    return _member(state, _group(state, bot, params), params["user_id"])


def get_administrators(state: TelegramState, bot: Bot, params: Json) -> list[Json]:
    """getChatAdministrators"""
    group = _group(state, bot, params)
    users = [*group.members[:1], *(state.bots[t].id for t in group.bots)]
    return [_member(state, group, user) for user in users]


def leave(state: TelegramState, bot: Bot, params: Json) -> bool:
    """leaveChat"""
    _group(state, bot, params).bots.remove(bot.token)
    return True


# Files, and the bot itself


def get_file(state: TelegramState, bot: Bot, params: Json) -> Json:
    """getFile"""
    stored = state.file(bot.token, params["file_id"])
    if len(stored.data) > LARGEST_DOWNLOAD:
        raise bad("file is too big")
    return state.file_json(bot.token, stored) | {"file_path": state.path(stored)}


def get_me(_state: TelegramState, bot: Bot, _params: Json) -> Json:
    """getMe"""
    no = ("can_connect_to_business", "has_main_web_app", "supports_inline_queries")
    return bot.as_json() | {"can_join_groups": True, "can_read_all_group_messages": True} | dict.fromkeys(no, False)


def set_commands(state: TelegramState, bot: Bot, params: Json) -> bool:
    """setMyCommands, by scope and language"""
    for command in params["commands"]:
        if not _COMMAND.fullmatch(command["command"]):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    state.settings[bot.token, _scope(params)] = params["commands"]
    return True


def get_commands(state: TelegramState, bot: Bot, params: Json) -> Any:
    """getMyCommands"""
    return state.settings.get((bot.token, _scope(params)), [])


def _scope(params: Json) -> str:
    return f"commands {params.get('scope', {'type': 'default'})} {params.get('language_code', '')}"


def delete_commands(state: TelegramState, bot: Bot, params: Json) -> bool:
    """deleteMyCommands"""
    state.settings.pop((bot.token, _scope(params)), None)
    return True


def _set(name: str) -> Run:
    def keep(state: TelegramState, bot: Bot, params: Json) -> bool:
        state.settings[bot.token, f"{name} {params.get('language_code', '')}"] = params.get(name, "")
        return True

    return keep


def _get(name: str) -> Run:
    def read(state: TelegramState, bot: Bot, params: Json) -> Json:
        return {name: state.settings.get((bot.token, f"{name} {params.get('language_code', '')}"), "")}

    return read


def set_webhook(state: TelegramState, bot: Bot, params: Json) -> bool:
    """setWebhook; `allowed_updates` that is left out stays what it was."""
    queue = state.queues[bot.token]
    if params.get("drop_pending_updates"):
        queue.drop()
    if "allowed_updates" in params:
        queue.allowed = frozenset(params["allowed_updates"])
    if not 1 <= (connections := params.get("max_connections", 40)) <= 100:
        raise bad("bad webhook: max_connections must be from 1 to 100")
    secret = params.get("secret_token", "")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise bad("secret token contains unallowed characters")
    queue.set_hook(params["url"], secret, connections)
    return True


def delete_webhook(state: TelegramState, bot: Bot, params: Json) -> bool:
    """deleteWebhook"""
    queue = state.queues[bot.token]
    if params.get("drop_pending_updates"):
        queue.drop()
    queue.set_hook("", "", 40)
    return True


def webhook_info(state: TelegramState, bot: Bot, _params: Json) -> Json:
    """getWebhookInfo"""
    return state.queues[bot.token].info()


def accept(_state: TelegramState, _bot: Bot, _params: Json) -> bool:
    """Accepted, and without effect here."""
    return True


RUN: dict[str, Run] = MESSAGE_METHODS | {
    "createforumtopic": create_topic,
    "editforumtopic": edit_topic,
    "closeforumtopic": close_topic,
    "reopenforumtopic": reopen_topic,
    "deleteforumtopic": delete_topic,
    "getchat": get_chat,
    "getchatmember": get_member,
    "getchatadministrators": get_administrators,
    "leavechat": leave,
    "getfile": get_file,
    "getme": get_me,
    "setmycommands": set_commands,
    "getmycommands": get_commands,
    "deletemycommands": delete_commands,
    "setmydescription": _set("description"),
    "getmydescription": _get("description"),
    "setmyshortdescription": _set("short_description"),
    "getmyshortdescription": _get("short_description"),
    "setmyname": _set("name"),
    "getmyname": _get("name"),
    "setwebhook": set_webhook,
    "deletewebhook": delete_webhook,
    "getwebhookinfo": webhook_info,
    "setchatmenubutton": accept,
    "logout": accept,
    "close": accept,
}
