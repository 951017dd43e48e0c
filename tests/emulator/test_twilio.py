"""The Twilio server: refusals by code, signed webhooks, receipts, opt-out."""

from typing import Any

import pytest
from aiohttp import BasicAuth, ClientSession, web
from twilio.request_validator import RequestValidator

from bot.emulator import Emulator

from .conftest import ACCOUNT, PHONE, Service

FINE = {"To": PHONE, "From": ACCOUNT.number, "Body": "x"}
REFUSED = [
    ("no To", {"To": ""}, 21604),
    ("bad To", {"To": "12345"}, 21211),
    ("no From", {"From": ""}, 21603),
    ("foreign From", {"From": "+15005550001"}, 21606),
    ("no body", {"Body": ""}, 21602),
    ("long body", {"Body": "x" * 1601}, 21617),
    ("unknown field", {"Bodyy": "x"}, 20001),
    ("not a number", {"ValidityPeriod": "long"}, 20001),
]


async def send(emulator: Emulator, password: str = ACCOUNT.auth_token, **form: str) -> dict[str, Any]:
    """POST Messages.json."""
    url = f"{emulator.base}/2010-04-01/Accounts/{ACCOUNT.sid}/Messages.json"
    headers = {"Authorization": BasicAuth(ACCOUNT.sid, password).encode()}
    async with ClientSession() as session, session.post(url, data=FINE | form, headers=headers) as answer:
        body: dict[str, Any] = await answer.json()
        assert answer.status == (201 if "sid" in body else body["status"])
        return body


def is_signed(service: Service, index: int = -1) -> bool:
    path, headers, form = service.taken[index]
    return RequestValidator(ACCOUNT.auth_token).validate(service.base + path, form, headers["X-Twilio-Signature"])


@pytest.mark.parametrize(("form", "code"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED])
async def test_refused(emulator: Emulator, form: dict[str, str], code: int) -> None:
    """Each refusal has Twilio's code."""
    assert (await send(emulator, **form))["code"] == code


async def test_wrong_password(emulator: Emulator) -> None:
    """Basic authentication is checked."""
    assert (await send(emulator, password="x"))["status"] == 401


async def test_receipts(emulator: Emulator, service: Service) -> None:
    """Each step is reported, signed; in disorder and failing where a test wants it."""
    await send(emulator, StatusCallback=f"{service.base}/status")
    await service.wait(3)
    assert [form["MessageStatus"] for _, _, form in service.taken] == ["queued", "sent", "delivered"]
    assert is_signed(service)
    emulator.twilio.callbacks_reversed = True
    emulator.twilio.deliver_as(PHONE, "undelivered")
    await send(emulator, StatusCallback=f"{service.base}/status")
    await service.wait(6)
    assert [form["MessageStatus"] for _, _, form in service.taken[3:]] == ["undelivered", "sent", "queued"]
    assert service.taken[3][2]["ErrorCode"] == "30003"


async def test_inbound(emulator: Emulator, service: Service) -> None:
    """An SMS is announced with a signature over the URL without its fragment; a `<Message>` in the answer goes out."""
    service.answers = [web.Response(status=500), web.Response(text="<Response><Message>Hi</Message></Response>")]
    emulator.twilio.inbound_url = f"{service.base}/twilio/sms#rc=2&rp=all"
    sms = await emulator.sms_in(PHONE, "SOS")
    assert [form["MessageSid"] for _, _, form in service.taken] == [sms.sid, sms.sid]
    assert is_signed(service)
    await emulator.wait_for(lambda: [m.body for m in emulator.sms_out(PHONE)] == ["Hi"])


async def test_inbound_repeated_and_forged(emulator: Emulator, service: Service) -> None:
    """The same SMS three times; a wrong signature when a test wants one."""
    emulator.twilio.inbound_url = f"{service.base}/twilio/sms"
    emulator.twilio.webhooks.repeat = 3
    await emulator.sms_in(PHONE, "SOS")
    assert len({form["MessageSid"] for _, _, form in service.taken}) == 1
    emulator.twilio.webhooks.repeat, emulator.twilio.webhooks.wrong_signature = 1, True
    await emulator.sms_in(PHONE, "SOS")
    assert not is_signed(service)


async def test_opt_out(emulator: Emulator) -> None:
    """STOP in any case, until START."""
    await emulator.sms_in(PHONE, " Stop ")
    assert (await send(emulator))["code"] == 21610
    await emulator.sms_in(PHONE, "start")
    assert (await send(emulator))["status"] == "queued"


async def test_lost_answer(emulator: Emulator) -> None:
    """The SMS went out although the caller never learnt it."""
    from aiohttp import ClientError

    emulator.twilio.drop_reply("Messages")
    with pytest.raises(ClientError):
        await send(emulator)
    assert len(emulator.sms_out(PHONE)) == 1


async def test_ringing(emulator: Emulator, service: Service) -> None:
    """With nobody there a call rings; a key answers it first."""
    emulator.twilio.calls.auto_answer = False
    service.answers = [web.Response(text='<Response><Gather action="/key"><Say>Press 1</Say></Gather></Response>')]
    form = {"To": PHONE, "From": ACCOUNT.number, "Url": f"{service.base}/voice"}
    call = emulator.twilio.calls.create(form)
    await emulator.wait_for(lambda: emulator.calls(PHONE)[0].status == "ringing")
    ended = await emulator.press_key_on_call(call.sid, "1")
    assert [path for path, _, _ in service.taken] == ["/voice", "/key"]
    assert (ended.status, ended.pressed) == ("completed", "1")
    with pytest.raises(LookupError):
        await emulator.press_key_on_call(call.sid, "1")
