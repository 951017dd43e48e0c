"""What people do on the emulated Telegram: write, press, send, edit, block. The bots that see it get an update."""

import hashlib
from dataclasses import replace
from typing import Any

from bot.emulator.checks import File
from bot.emulator.entities import commands
from bot.emulator.model import Bot, Group, Message, Person, Press, Topic
from bot.emulator.state import TelegramState

Json = dict[str, Any]


class People:
    """The hands of everybody who is not a bot."""

    def __init__(self, state: TelegramState) -> None:
        self.state = state

    async def add_bot(self, token: str, username: str) -> Bot:
        """A bot account for this token."""
        return self.state.add_bot(token, username)

    async def add_user(
        self,
        id: int,  # noqa: A002
        first_name: str,
        username: str | None = None,
        language_code: str = "ru",
    ) -> Person:
        """A person's account."""
        person = Person(id, first_name, username, language_code)
        self.state.people[id] = person
        return person

    async def add_group(
        self,
        chat_id: int,
        title: str,
        members: list[int],
        admin_bots: list[str],
        forum: bool = True,  # noqa: FBT001, FBT002 - a test reads `forum=False`
        *,
        basic: bool = False,
    ) -> Group:
        """A supergroup, or one of the old kind; the first member owns it."""
        group = Group(chat_id, title, list(members), list(admin_bots), forum and not basic, is_basic=basic)
        self.state.groups[chat_id] = group
        return group

    async def add_topic(self, chat_id: int, name: str) -> Topic:
        """A topic that a person opened."""
        topic = Topic(self.state.next_id(), name)
        self.state.topics.setdefault(chat_id, {})[topic.id] = topic
        owner = self.state.groups[chat_id].members[0]
        self._arrives(
            self._message(
                owner,
                "",
                chat_id,
                topic.id,
                kind="service",
                media={"forum_topic_created": topic.as_json()},
                number=topic.id,
            )
        )
        return topic

    async def close_topic(self, chat_id: int, thread: int) -> None:
        """An administrator closes a topic."""
        topics = self.state.topics[chat_id]
        topics[thread] = replace(topics[thread], closed=True)

    async def delete_topic(self, chat_id: int, thread: int) -> None:
        """An administrator deletes a topic with all its messages; bots are not told."""
        del self.state.topics[chat_id][thread]
        for message in self.state.in_chat("", chat_id, thread):
            self.state.change(message, deleted=True)

    async def end_forum(self, chat_id: int) -> None:
        """The owner switches topics off: their messages stand in the one chat from now on."""
        self.state.groups[chat_id].forum = False
        self.state.topics.pop(chat_id, None)

    async def demote(self, chat_id: int, bot: str) -> None:
        """The bot of this token is no administrator any more."""
        self.state.groups[chat_id].demoted.add(bot)

    async def remove_bot(self, chat_id: int, bot: str, *, tells: bool = True) -> None:
        """The bot of this token is thrown out of the group."""
        group = self.state.groups[chat_id]
        group.bots.remove(bot)
        user, owner = self.state.bots[bot].as_json(), self.state.people[group.members[0]].as_json()
        change = {
            "chat": group.as_chat(),
            "from": owner,
            "date": int(self.state.now()),
            "old_chat_member": {"status": "member", "user": user},
            "new_chat_member": {"status": "kicked", "user": user, "until_date": 0},
        }
        if tells:
            self.state.queues[bot].push("my_chat_member", change, chat_id)

    async def migrate(self, chat_id: int, to: int, *, forum: bool = False, tells: bool = True) -> Group:
        """A group becomes a supergroup with another number; its messages have other numbers there."""
        old = self.state.groups[chat_id]
        new = Group(to, old.title, list(old.members), list(old.bots), forum)
        old.moved_to, self.state.groups[to] = to, new
        if tells:
            for where, told in ((chat_id, {"migrate_to_chat_id": to}), (to, {"migrate_from_chat_id": chat_id})):
                self._arrives(self._message(old.members[0], "", where, None, kind="service", media=told))
        return new

    async def user_says(
        self,
        user_id: int,
        bot_token: str,
        text: str,
        chat_id: int | None = None,
        thread: int | None = None,
        reply_to: int | None = None,
        *,
        anonymous: bool = False,
    ) -> Message:
        """A text to the bot in private, or to a group; `anonymous` = as a hidden administrator of the group."""
        message = self._message(user_id, bot_token, chat_id, thread, text=text, entities=tuple(commands(text)),
                                reply_to=reply_to, anonymous=anonymous)  # fmt: skip
        return self._arrives(message)

    async def user_sends_file(  # noqa: PLR0913 - what a test does not say is left out
        self,
        user_id: int,
        bot_token: str,
        kind: str,
        bytes: bytes,  # noqa: A002
        name: str = "file.bin",
        caption: str = "",
        chat_id: int | None = None,
        thread: int | None = None,
        *,
        reply_to: int | None = None,
    ) -> Message:
        """A photo, voice, video, audio, document, sticker, video_note or animation."""
        content: Json = {"kind": kind, "media": self.state.store(kind, File(name, "", bytes)), "text": caption}
        return self._arrives(self._message(user_id, bot_token, chat_id, thread, reply_to=reply_to, **content))

    async def user_sends_location(
        self,
        user_id: int,
        bot_token: str,
        latitude: float,
        longitude: float,
        chat_id: int | None = None,
        thread: int | None = None,
    ) -> Message:
        """A point on the map."""
        place = {"latitude": latitude, "longitude": longitude}
        return self._arrives(self._message(user_id, bot_token, chat_id, thread, kind="location", media=place))

    async def user_sends_contact(
        self,
        user_id: int,
        bot_token: str,
        phone_number: str,
        first_name: str,
        chat_id: int | None = None,
        thread: int | None = None,
        *,
        own: bool = True,
    ) -> Message:
        """A contact card; the person's own number carries the person's id."""
        contact: Json = {"phone_number": phone_number, "first_name": first_name}
        if own:
            contact["user_id"] = user_id
        return self._arrives(self._message(user_id, bot_token, chat_id, thread, kind="contact", media=contact))

    async def user_presses(self, user_id: int, chat_id: int, message_id: int, data: str) -> str:
        """An inline button; gives the id of the press. The button must be there."""
        message = self.state.messages[message_id]
        if message.deleted or message.chat_id != chat_id:
            raise LookupError(f"message {message_id} is not in chat {chat_id}")
        if data not in {button["data"] for row in message.buttons for button in row}:
            raise LookupError(f"message {message_id} has no button {data!r}: {message.buttons}")
        number = str(int.from_bytes(hashlib.sha256(f"{message_id}/{len(self.state.presses)}".encode()).digest()[:7]))
        self.state.presses[number] = Press(number, user_id, message_id, data)
        token = next(b.token for b in self.state.bots.values() if b.id == message.sender)
        query = {
            "id": number,
            "from": self.state.people[user_id].as_json(),
            "message": self.state.message_json(token, message),
            "chat_instance": str(chat_id),
            "data": data,
        }
        self.state.queues[token].push("callback_query", query, chat_id)
        return number

    async def user_edits(self, message_id: int, text: str) -> Message:
        """Another text, or caption, of the person's own message."""
        message = self.state.change(
            self.state.messages[message_id], text=text, entities=tuple(commands(text)), edited=True
        )
        self._tell("edited_message", message)
        return message

    async def user_deletes(self, message_id: int) -> None:
        """A message disappears; bots are not told."""
        self.state.change(self.state.messages[message_id], deleted=True)

    def block(self, user_id: int, bot: str) -> None:
        """The person blocks the bot of this token."""
        self._member_changed(user_id, bot, "member", "kicked")

    def unblock(self, user_id: int, bot: str) -> None:
        """The person lets the bot write again."""
        self._member_changed(user_id, bot, "kicked", "member")

    def _member_changed(self, user_id: int, token: str, before: str, after: str) -> None:
        self.state.chat_of(token, user_id).blocked = after == "kicked"
        person, bot = self.state.people[user_id], self.state.bots[token].as_json()

        def member(status: str) -> Json:
            return {"status": status, "user": bot} | ({"until_date": 0} if status == "kicked" else {})

        change = {"chat": person.as_chat(), "from": person.as_json(), "date": int(self.state.now())}
        change |= {"old_chat_member": member(before), "new_chat_member": member(after)}
        self.state.queues[token].push("my_chat_member", change, user_id)

    def _message(
        self,
        user_id: int,
        token: str,
        chat_id: int | None,
        thread: int | None,
        *,
        number: int | None = None,
        **content: Any,
    ) -> Message:
        state = self.state
        private = chat_id is None or chat_id not in state.groups
        chat = user_id if chat_id is None else chat_id
        if private:
            here = state.chat_of(token, chat)
            here.started, here.blocked = True, False
        else:
            state.topic(chat, thread)
        return Message(
            id=number or state.next_id(),
            chat_id=chat,
            bot=token if private else "",
            sender=user_id,
            sender_name=state.people[user_id].first_name,
            from_bot=False,
            date=int(state.now()),
            thread=None if private or thread == 1 else thread,
            **content,
        )

    def _arrives(self, message: Message) -> Message:
        self.state.add(message)
        self._tell("message", message)
        return message

    def _tell(self, kind: str, message: Message) -> None:
        """A private message goes to its bot, one in a group to every bot there."""
        group = self.state.groups.get(message.chat_id)
        for token in group.bots if group else (message.bot,):
            self.state.queues[token].push(kind, self.state.message_json(token, message), message.chat_id)
