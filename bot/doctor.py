"""`panoh doctor`: asks the real services whether everything is in place, and says what to mend."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any

import aiohttp

from bot.clock import Clock
from bot.config import Bot, Config, Sms
from bot.store.base import StoreDown
from bot.store.sqlite import Locked, SqliteStore
from hotline_router.load import roster as load_roster

PATIENCE = aiohttp.ClientTimeout(total=15)
ROSTER_DAYS = 14
MOST_SKEW = 30.0
"""Seconds that this machine's clock may be off: deadlines and Twilio's look-ups depend on it."""
RIGHTS = {
    "can_manage_topics": "Manage topics",
    "can_pin_messages": "Pin messages",
    "can_delete_messages": "Delete messages",
}

NEEDED = {
    "sms": ("send SMS", "people and pages need it: get a number with the capability SMS, and put it into sms.from"),
    "voice": (
        "make calls",
        "so no operator is rung who sleeps through a page: get a number with the capabilities Voice and SMS, and put it into sms.from",
    ),
}
"""What the number must be able to do: in words, and what to do where it cannot."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was asked."""

    is_well: bool
    text: str


def _well(text: str) -> Finding:
    return Finding(is_well=True, text=text)


def _mend(text: str) -> Finding:
    return Finding(is_well=False, text=text)


class _Refused(Exception):
    """A service answered no; the text is its reason."""


async def examine(config: Config) -> list[Finding]:
    """Ask everything, side by side."""
    async with aiohttp.ClientSession(timeout=PATIENCE) as session:
        doctor = _Doctor(config, session)
        asked: list[tuple[str, Callable[[], Awaitable[list[Finding]]]]] = [
            ("telegram.public", doctor.public),
            ("telegram.staff", doctor.staff),
            *([("sms", doctor.sms)] if config.sms else []),
            ("service.store", doctor.store),
            ("hotline.roster", doctor.roster),
        ]
        found = await asyncio.gather(*(_safely(key, ask) for key, ask in asked))
    return [one for findings in found for one in findings]


async def _safely(key: str, ask: Callable[[], Awaitable[list[Finding]]]) -> list[Finding]:
    try:
        return await ask()
    except _Refused as error:
        return [_mend(f"{key}: {error}")]
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        return [_mend(f"{key}: cannot be reached ({type(error).__name__}); check the network, a proxy, or `api`")]


class _Doctor:
    def __init__(self, config: Config, session: aiohttp.ClientSession) -> None:
        self._config, self._session = config, session

    async def _telegram(self, bot: Bot, method: str, **params: Any) -> Any:
        async with self._session.post(f"{bot.api}/bot{bot.token}/{method}", json=params) as response:
            answer = await response.json(content_type=None)
        if not isinstance(answer, dict) or not answer.get("ok"):
            reason = (
                answer.get("description", "no reason given")
                if isinstance(answer, dict)
                else "an answer that is not Telegram's"
            )
            cure = (
                "; copy the token from BotFather again"
                if isinstance(answer, dict) and answer.get("error_code") in (401, 404)
                else ""
            )
            raise _Refused(f"{method}: {reason}{cure}")
        return answer["result"]

    async def _bot(self, key: str, bot: Bot, path: str) -> list[Finding]:
        me = await self._telegram(bot, "getMe")
        hook = await self._telegram(bot, "getWebhookInfo")
        found = [_well(f"{key}: the token is good, the bot is @{me['username']}")]
        wanted = f"{self._config.service.public_url}{path}" if self._config.telegram.webhook else ""
        if hook["url"] != wanted:
            found.append(
                _mend(
                    f"{key}: the webhook is {hook['url'] or 'not set'!r}, it should be {wanted or 'not set'!r}; `panoh serve` sets it when it starts",
                )
            )
        if error := hook.get("last_error_message"):
            found.append(
                _mend(
                    f"{key}: Telegram's last delivery failed: {error}; {hook.get('pending_update_count', 0)} updates wait",
                )
            )
        return found

    async def public(self) -> list[Finding]:
        return await self._bot("telegram.public", self._config.telegram.public, "/telegram/public")

    async def staff(self) -> list[Finding]:
        bot, group = self._config.telegram.staff, self._config.telegram.group
        found = await self._bot("telegram.staff", bot, "/telegram/staff")
        me = await self._telegram(bot, "getMe")
        if bot.token == self._config.telegram.public.token:
            found.append(
                _mend(
                    "telegram.staff.token: is the public bot's; make a second bot, so that a flood on one cannot delay a page on the other",
                )
            )
        try:
            chat = await self._telegram(bot, "getChat", chat_id=group)
            member = await self._telegram(bot, "getChatMember", chat_id=group, user_id=me["id"])
        except _Refused as error:
            return [
                *found,
                _mend(f"telegram.staff.group: {error}; add @{me['username']} to the group and check its number"),
            ]
        if not chat.get("is_forum"):
            found.append(_mend("telegram.staff.group: has no topics; turn on Topics in the group's settings"))
        is_owner = member.get("status") == "creator"
        missing = [name for right, name in RIGHTS.items() if not (is_owner or member.get(right))]
        if missing:
            found.append(
                _mend(
                    f"telegram.staff.group: the bot lacks the rights {', '.join(missing)}; make it an administrator with them",
                )
            )
        return (
            found
            if missing or not chat.get("is_forum")
            else [
                *found,
                _well(f"telegram.staff.group: {chat.get('title', '')!r} has topics, and the bot may manage them"),
            ]
        )

    async def sms(self) -> list[Finding]:
        sms = self._config.sms
        assert sms  # noqa: S101 – asked only where it is configured
        if not self._config.service.public_url:
            return [_mend("sms: cannot come in, because service.public_url is empty; set it, or take out [sms]")]
        url = f"{sms.api}/2010-04-01/Accounts/{sms.account_sid}"
        async with self._session.get(
            f"{url}/IncomingPhoneNumbers.json",
            params={"PhoneNumber": sms.number},
            auth=aiohttp.BasicAuth(sms.account_sid, sms.auth_token),
        ) as response:
            answer, date = await response.json(content_type=None), response.headers.get("Date")
        if response.status != 200:
            raise _Refused(f"Twilio says {answer.get('message', response.status)}; check account_sid and auth_token")
        found = [_skew(date)] if date else []
        numbers = answer.get("incoming_phone_numbers", [])
        if not numbers:
            return [
                *found,
                _mend(f"sms.from: {sms.number} is not a number of this account; copy it from Twilio's console"),
            ]
        return [*found, *self._comes_here(sms, numbers[0]), *_abilities(sms, numbers[0])]

    def _comes_here(self, sms: Sms, number: Mapping[str, Any]) -> list[Finding]:
        wanted, set_to = f"{self._config.base_url}/twilio/sms", str(number.get("sms_url") or "")
        if set_to.split("#", maxsplit=1)[0] != wanted:
            return [
                _mend(
                    f"sms: messages to {sms.number} go to {set_to or 'nowhere'!r}; set {wanted}#rc=5&rp=all in Twilio's console",
                ),
            ]
        return [_well(f"sms: the account is good, messages to {sms.number} come here")]

    async def store(self) -> list[Finding]:
        path = self._config.service.store
        store = SqliteStore(path)
        try:
            await asyncio.to_thread(store.start)
            letters = await store.run(lambda tx: tx.open_cases())
        except Locked:
            return [_well(f"service.store: {path} is in use by a running panoh")]
        except StoreDown as error:
            return [
                _mend(
                    f"service.store: {path} cannot be used ({error}); check the folder, its rights and the free space",
                )
            ]
        await asyncio.to_thread(store.close)
        return [_well(f"service.store: {path} can be written; {letters} open cases")]

    async def roster(self) -> list[Finding]:
        hotline = self._config.hotline
        try:
            found = load_roster(hotline.roster, hotline.coordinator)
        except ExceptionGroup as group:
            return [_mend(str(problem)) for problem in group.exceptions]
        gaps = len(found.gaps(Clock().now(), ROSTER_DAYS))
        if gaps:
            return [
                _mend(
                    f"hotline.roster: nobody is on duty {gaps} times in the next {ROSTER_DAYS} days; `panoh roster` says when"
                )
            ]
        return [
            _well(
                f"hotline.roster: {len(found.operators)} operators, always somebody on duty in the next {ROSTER_DAYS} days"
            )
        ]


def _abilities(sms: Sms, number: Mapping[str, Any]) -> list[Finding]:
    """Whether the number can do all that a page needs; Twilio sells numbers that can only ring or only write."""
    told = number.get("capabilities")
    can = {str(name).casefold() for name, able in told.items() if able} if isinstance(told, Mapping) else set()
    missing = [
        _mend(f"sms.from: {sms.number} cannot {what}; {cure}")
        for name, (what, cure) in NEEDED.items()
        if name not in can
    ]
    return missing or [_well(f"sms.from: {sms.number} can send SMS and make calls")]


def _skew(date: str) -> Finding:
    """Whether this machine's clock is right, by the provider's answer."""
    skew = Clock().now() - parsedate_to_datetime(date).timestamp()
    if abs(skew) > MOST_SKEW:
        return _mend(f"clock: this machine is {skew:.0f} s off; turn on time synchronisation (NTP)")
    return _well("clock: is right")
