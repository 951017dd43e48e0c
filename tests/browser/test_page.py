"""The demo page in a real browser, with a small bot behind it: every part is drawn, every button does what it says."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
import pytest_asyncio
from aiohttp import ClientSession, web
from playwright.async_api import Page, expect

from bot.emulator import Emulator, SmsAccount
from bot.emulator.page import DemoOperator, DemoPerson, DemoPhone, mount_demo

pytestmark = pytest.mark.browser
PUBLIC, STAFF, GROUP = "111:public", "222:staff", -1009
ACCOUNT = SmsAccount("AC" + "a" * 32, "token", "+15005550006")
AIGUL_PHONE = "+996555000001"
KEYS = {"inline_keyboard": [[{"text": "Take", "callback_data": "take"}]]}


@dataclass
class Clock:
    moment: float = 1_790_000_000.0

    def __call__(self) -> float:
        return self.moment

    async def wind(self, seconds: float) -> None:
        self.moment += seconds


@pytest_asyncio.fixture
async def demo() -> AsyncIterator[Emulator]:
    clock = Clock()
    emulator = Emulator(sms=ACCOUNT, now=clock)
    mount_demo(
        emulator,
        people=[DemoPerson(1001, "Dilnoza", "uz"), DemoPerson(1002, "Azamat", "ky")],
        operators=[DemoOperator(2001, "Aigul", AIGUL_PHONE), DemoOperator(2002, "Bek")],
        group_id=GROUP,
        public_token=PUBLIC,
        staff_token=STAFF,
        sms_phones=[DemoPhone("+79990000001", "Gulnora", "uz")],
        wind=clock.wind,
        now=clock,
    )
    async with emulator:
        yield emulator


@pytest_asyncio.fixture
async def call(demo: Emulator) -> AsyncIterator[ClientSession]:
    """What a bot calls."""
    async with ClientSession(demo.base) as session:
        yield session


async def post(session: ClientSession, token: str, method: str, **params: object) -> dict[str, int]:
    async with session.post(f"/bot{token}/{method}", json=params) as answer:
        body = await answer.json()
        assert body["ok"], body
        result: dict[str, int] = body["result"]
        return result


async def test_telegram_phone(demo: Emulator, call: ClientSession, page: Page) -> None:
    """START, a text, an answer whose HTML is shown and whose script is not, a button, a photo."""
    await page.goto(demo.base)
    phone = page.locator("#telegram")
    await phone.get_by_role("button", name="START").click()
    await phone.get_by_label("Message", exact=True).fill("SOS <b>now</b>")
    await phone.get_by_label("Message", exact=True).press("Enter")
    await expect(phone.get_by_text("SOS <b>now</b>")).to_be_visible()
    words = "<b>Hello</b> &lt;script&gt;"
    sent = await post(call, PUBLIC, "sendMessage", chat_id=1001, text=words, parse_mode="HTML", reply_markup=KEYS)
    await expect(phone.locator("b", has_text="Hello")).to_be_visible()
    await expect(phone.get_by_text("<script>")).to_be_visible()
    await phone.get_by_role("button", name="Take").click()
    await demo.wait_for(lambda: demo.telegram.state.presses)
    press = next(iter(demo.telegram.state.presses.values()))
    assert (press.user_id, press.message_id, press.data) == (1001, sent["message_id"], "take")
    await post(call, PUBLIC, "answerCallbackQuery", callback_query_id=press.id, text="Done")
    await expect(phone.get_by_text("Done")).to_be_visible()
    await phone.get_by_role("button", name="Send a photo").click()
    await expect(phone.locator("img.photo")).to_be_visible()
    await phone.get_by_role("button", name="Azamat").click()
    await expect(phone.get_by_role("button", name="START")).to_be_visible()


async def test_reply_keyboard(demo: Emulator, call: ClientSession, page: Page) -> None:
    """Its keys say their text."""
    await demo.user_says(1001, PUBLIC, "/start")
    await page.goto(demo.base)
    await post(call, PUBLIC, "sendMessage", chat_id=1001, text="?", reply_markup={"keyboard": [[{"text": "Yes"}]]})
    await page.locator("#telegram-keys").get_by_role("button", name="Yes").click()
    await demo.wait_for(lambda: demo.chat(PUBLIC, 1001)[-1].text == "Yes")


async def test_basic_phone(demo: Emulator, page: Page) -> None:
    """What an SMS costs is shown while it is written, and after."""
    await page.goto(demo.base)
    await page.get_by_label("SMS text").fill("Ёрдам " * 12)
    await expect(page.locator("#sms-count")).to_contain_text("UCS-2 · 2 segments · 2×")
    await page.get_by_label("SMS text").fill("SOS")
    await page.locator("#sms").get_by_role("button", name="Send").click()
    await expect(page.locator("#sms-lcd article")).to_contain_text(["GSM-7"])
    await page.locator("#sms").get_by_role("button", name="7", exact=True).click()
    await expect(page.get_by_label("SMS text")).to_have_value("7")


async def test_group(demo: Emulator, call: ClientSession, page: Page) -> None:
    """A topic with its pinned card, another with an unread mark, an answer and a note by another operator."""
    await page.goto(demo.base)
    first = (await post(call, STAFF, "createForumTopic", chat_id=GROUP, name="Case 1"))["message_thread_id"]
    card = {"chat_id": GROUP, "message_thread_id": first, "text": "Card 1", "reply_markup": KEYS}
    await post(
        call,
        STAFF,
        "pinChatMessage",
        chat_id=GROUP,
        message_id=(await post(call, STAFF, "sendMessage", **card))["message_id"],
    )
    await expect(page.locator("#pinned")).to_contain_text("Card 1")
    second = (await post(call, STAFF, "createForumTopic", chat_id=GROUP, name="Case 2"))["message_thread_id"]
    await post(call, STAFF, "sendMessage", chat_id=GROUP, message_thread_id=second, text="x")
    await expect(page.locator("#topics button", has_text="Case 2").locator(".dot")).to_have_text("1")
    await page.locator("#writers").get_by_role("button", name="Bek").click()
    await page.locator("#pinned").get_by_role("button", name="Take").click()
    await page.get_by_label("Message in this topic").fill("I am here")
    await page.get_by_role("button", name="Answer the person").click()
    await page.get_by_label("Message in this topic").fill("ask again at six")
    await page.get_by_role("button", name="Add a note").click()
    await demo.wait_for(lambda: demo.chat(STAFF, GROUP, first)[-1].text == "// ask again at six")
    assert [(m.sender, m.text) for m in demo.chat(STAFF, GROUP, first)[-2:-1]] == [(2002, "I am here")]
    assert next(iter(demo.telegram.state.presses.values())).user_id == 2002


async def test_call_and_clock(demo: Emulator, page: Page) -> None:
    """A call rings, speaks, takes a key; one that nobody takes ends when the clock is wound."""

    async def voice(request: web.Request) -> web.Response:
        form = await request.post()
        said = "Thank you" if "Digits" in form else "Press 1"
        inner = f"<Say>{said}</Say>" if "Digits" in form else f"<Gather><Say>{said}</Say></Gather>"
        return web.Response(text=f"<Response>{inner}</Response>")

    app = web.Application()
    app.router.add_post("/voice", voice)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/voice"
    form = {"To": AIGUL_PHONE, "From": ACCOUNT.number, "Url": url}
    await page.goto(demo.base)
    demo.twilio.calls.create(form)
    phone = page.locator("#operators")
    await phone.get_by_role("button", name="Answer").click()
    await expect(phone.get_by_text("“Press 1”")).to_be_visible()
    await phone.locator("#call").get_by_role("button", name="1", exact=True).click()
    await expect(phone.get_by_text("“Thank you”")).to_be_visible()
    second = demo.twilio.calls.create(form)
    await demo.wait_for(lambda: demo.twilio.calls.all[second.sid].status == "ringing")
    await page.get_by_role("button", name="Wind forward three minutes").click()
    await demo.wait_for(lambda: demo.twilio.calls.all[second.sid].status == "no-answer")
    await expect(page.locator("#feed-list")).to_contain_text("The clock is wound 3 min forward")
    await runner.cleanup()


async def test_narrow(demo: Emulator, page: Page) -> None:
    """On a phone the parts are tabs, and nothing is wider than the screen."""
    await page.set_viewport_size({"width": 390, "height": 844})
    await page.goto(demo.base)
    for name in ("SMS", "Group", "Operators", "Log", "Telegram"):
        await page.get_by_role("tab", name=re.compile(name)).click()
        shown = page.locator("section.shown")
        await expect(shown).to_have_count(1)
        assert await page.evaluate("document.documentElement.scrollWidth") <= 390


async def test_keyboard_only(demo: Emulator, page: Page) -> None:
    """Every control can be reached with the Tab key, and none is without a name."""
    await page.goto(demo.base)
    await expect(page.locator("#people button").first).to_be_visible()
    nameless = await page.evaluate(
        "[...document.querySelectorAll('button, textarea, a')].filter(e => e.offsetParent && "
        "!(e.textContent.trim() || e.getAttribute('aria-label'))).length"
    )
    assert nameless == 0
    reached = set()
    for _ in range(60):
        await page.keyboard.press("Tab")
        reached.add(await page.evaluate("document.activeElement.closest('section')?.id"))
    assert {"telegram", "sms", "group", "operators", "feed"} <= reached
