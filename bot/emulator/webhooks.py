"""Twilio's own requests: signed, repeated when they fail, in the order or disorder that a test asks for."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qs, urldefrag

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.emulator.twilio_model import SmsAccount, sign

_TIMEOUT = ClientTimeout(total=15, connect=5)


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back: status 0 when there was no connection."""

    status: int
    body: str


class Webhooks:
    """Posts forms to the service, as Twilio does: retries stand in the URL's fragment (`#rc=2&rp=all`)."""

    def __init__(self, account: SmsAccount, session: Callable[[], ClientSession]) -> None:
        self.account = account
        self._session = session
        self.repeat = 1
        self.wrong_signature = False

    async def post(self, url: str, form: dict[str, str]) -> Reply:
        """Post a signed form; the last reply."""
        address, fragment = urldefrag(url)
        rules = parse_qs(fragment)
        retries = int(rules.get("rc", ["1"])[0])
        every_fault = "all" in rules.get("rp", ["ct"])[0]
        reply = Reply(0, "")
        for _ in range(1 + retries):
            reply = await self._once(address, form)
            if 200 <= reply.status < 300 or (reply.status and not every_fault):
                break
        return reply

    async def repeated(self, url: str, form: dict[str, str]) -> Reply:
        """The same request as often as `repeat` says."""
        for _ in range(self.repeat - 1):
            await self.post(url, form)
        return await self.post(url, form)

    async def _once(self, url: str, form: dict[str, str]) -> Reply:
        key = "wrong" if self.wrong_signature else self.account.auth_token
        token = sign("idempotency", form.get("MessageSid", form.get("CallSid", "")), {})
        headers = {"X-Twilio-Signature": sign(key, url, form), "I-Twilio-Idempotency-Token": token}
        try:
            async with self._session().post(url, data=form, headers=headers, timeout=_TIMEOUT) as answer:
                return Reply(answer.status, await answer.text())
        except (ClientError, OSError, TimeoutError):
            return Reply(0, "")
