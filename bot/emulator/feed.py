"""What happened, in order, in plain words, for the list beside the phones: who and where, never what was said."""

from collections import deque
from typing import Any

from bot.emulator.demo import Demo
from bot.emulator.model import Message
from bot.emulator.twilio_model import PhoneCall, Sms

Json = dict[str, Any]
KEPT = 200
_RINGING = {"ringing": "rings", "in-progress": "is answered", "completed": "ends", "no-answer": "is not answered"}


class Feed:
    """Notices what is new since it last looked."""

    def __init__(self, demo: Demo) -> None:
        self._demo = demo
        self._count = 0
        self._last_message = 0
        self._seen_sms: set[str] = set()
        self._calls: dict[str, str] = {}
        self.entries: deque[Json] = deque(maxlen=KEPT)
        self._names = {o.phone: o.name for o in demo.operators if o.phone}
        self._names |= {p.number: p.name for p in demo.sms_phones}
        self._operators = {o.id for o in demo.operators}

    def add(self, kind: str, text: str) -> None:
        """One more line."""
        self._count += 1
        self.entries.append({"n": self._count, "at": self._demo.now(), "kind": kind, "text": text})

    def look(self) -> list[Json]:
        """Everything so far, newest last."""
        emulator = self._demo.emulator
        for message in list(emulator.telegram.state.messages.values())[self._last_message :]:
            self._last_message += 1
            self._note_message(message)
        for sms in emulator.twilio.messages.values():
            if sms.sid not in self._seen_sms:
                self._seen_sms.add(sms.sid)
                self._note_sms(sms)
        for call in emulator.twilio.calls.all.values():
            if self._calls.get(call.sid) != call.status:
                self._calls[call.sid] = call.status
                self._note_call(call)
        return list(self.entries)

    def _note_message(self, message: Message) -> None:
        state = self._demo.emulator.telegram.state
        if message.chat_id == self._demo.group_id:
            topic = state.topics.get(message.chat_id, {}).get(message.thread or 0)
            where = f"in “{topic.name}”" if topic else "in the staff group"
            if message.kind != "service":
                self.add("group", f"{message.sender_name} writes {where}")
            elif message.media and "forum_topic_created" in message.media:  # type: ignore[operator]
                self.add("case", f"A topic opens: “{topic.name if topic else ''}”")
            return
        person = state.people[message.chat_id].first_name
        if message.chat_id in self._operators:
            self.add(
                "page", f"The staff bot writes to {person}" if message.from_bot else f"{person} writes to the staff bot"
            )
        else:
            self.add("telegram", f"Panoh answers {person}" if message.from_bot else f"{person} writes on Telegram")

    def _note_sms(self, sms: Sms) -> None:
        who = self._names.get(sms.sender if sms.inbound else sms.to, sms.sender if sms.inbound else sms.to)
        cost = f"{sms.segments} × {sms.encoding}".replace("-", "\u2011")
        self.add("sms", f"SMS from {who}" if sms.inbound else f"SMS to {who} ({cost})")

    def _note_call(self, call: PhoneCall) -> None:
        if word := _RINGING.get(call.status):
            self.add("call", f"The call to {self._names.get(call.to, call.to)} {word}")
