"""The whole story in `panoh demo`, played in a real browser: SOS, page, Take, answer; and SOS by SMS."""

import asyncio
import importlib.util
import re
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        importlib.util.find_spec("bot.demo") is None, reason="the command `panoh demo` is not there yet"
    ),
]
ADDRESS = re.compile(r"Panoh demo: (http://127\.0\.0\.1:\d+/)")
SLOW = 20_000


@pytest_asyncio.fixture
async def address() -> AsyncIterator[str]:
    """A demo of its own, in a process of its own."""
    command = [sys.executable, "-u", "-m", "bot.cli", "demo", "--no-browser", "--port", "0"]
    process = await asyncio.create_subprocess_exec(*command, stdout=PIPE)
    assert process.stdout is not None
    try:
        async with asyncio.timeout(60):
            while (found := ADDRESS.search((line := await process.stdout.readline()).decode())) is None:
                assert line, "panoh demo ended before it said where it is"
        yield found[1]
    finally:
        if process.returncode is None:
            process.terminate()
        await process.communicate()


async def test_story(address: str, page: Page) -> None:
    """A person writes SOS on Telegram, an operator is paged, takes the case and answers; then one writes SOS by SMS."""
    page.set_default_timeout(SLOW)
    await page.goto(address)
    await expect(page.locator("#people button").first).to_be_visible()
    await _telegram(page)
    await _sms(page)


async def _telegram(page: Page) -> None:
    phone, topics = page.locator("#telegram"), page.locator("#topics button")
    start = phone.get_by_role("button", name="START")
    if await start.is_visible():
        await start.click()
    message = phone.get_by_label("Message", exact=True)
    await message.fill("SOS")
    await message.press("Enter")
    await expect(topics).to_have_count(2, timeout=SLOW)
    await expect(phone.locator(".msg:not(.mine)").last).to_contain_text("102", timeout=SLOW)
    paged = page.locator("#feed-list li", has_text="The staff bot writes to").last
    await expect(paged).to_be_visible(timeout=SLOW)
    operator = (await paged.inner_text()).rsplit(" ", 1)[-1].strip()
    await page.locator("#staff").get_by_role("button", name=operator).click()
    await expect(page.locator("#operators-log .msg:not(.mine)").last).to_contain_text(re.compile(r"\d"), timeout=SLOW)
    await page.locator("#writers").get_by_role("button", name=operator).click()
    await page.locator("#pinned").get_by_role("button", name=re.compile("Take")).click()
    await expect(page.locator("#pinned").get_by_role("button", name=re.compile("Close"))).to_be_visible(timeout=SLOW)
    await page.get_by_label("Message in this topic").fill("I am with you. Can you write?")
    await page.get_by_role("button", name="Answer the person").click()
    await expect(phone.get_by_text("I am with you. Can you write?")).to_be_visible(timeout=SLOW)
    await message.fill("Yes, I can")
    await message.press("Enter")
    await expect(page.locator("#group-log")).to_contain_text("Yes, I can", timeout=SLOW)


async def _sms(page: Page) -> None:
    phone, topics = page.locator("#sms"), page.locator("#topics button")
    await phone.get_by_label("SMS text").fill("SOS")
    await phone.get_by_role("button", name="Send").click()
    await expect(topics).to_have_count(3, timeout=SLOW)
    answer = page.locator("#sms-lcd article:not(.mine)").last
    await expect(answer).to_contain_text("102", timeout=SLOW)
    await expect(answer).to_contain_text(re.compile(r"\dx|\d×"))
    await topics.first.click()
    await page.get_by_label("Message in this topic").fill("Man shu yerdaman")
    await page.get_by_role("button", name="Answer the person").click()
    await expect(page.locator("#sms-lcd")).to_contain_text("Man shu yerdaman", timeout=SLOW)


async def test_two_operators(address: str, page: Page) -> None:
    """A page that nobody answers climbs to a call; it is handed over, its topic is deleted and heals, and the shift changes."""
    page.set_default_timeout(SLOW)
    await page.goto(address)
    await expect(page.locator("#people button").first).to_be_visible()
    phone = page.locator("#telegram")
    await phone.get_by_role("button", name="START").click()
    message = phone.get_by_label("Message", exact=True)
    await message.fill("SOS")
    await message.press("Enter")
    await expect(page.locator("#topics button")).to_have_count(2, timeout=SLOW)
    await _call(page)
    await _handover(page)
    await _deleted_topic(page)
    await _next_shift(page)


async def _call(page: Page) -> None:
    """Half way the telephone rings; press 1."""
    await page.get_by_role("button", name="Wind forward three minutes").click()
    ringing = page.locator("#staff .chip.alarm")
    await expect(ringing).to_have_count(1, timeout=SLOW)
    await ringing.click()
    call = page.locator("#call")
    await call.get_by_role("button", name="Answer").click()
    await expect(call).to_contain_text("1001", timeout=SLOW)
    await call.get_by_role("button", name="1", exact=True).click()
    await expect(page.locator("#pinned")).to_contain_text("Status: taken", timeout=SLOW)


async def _handover(page: Page) -> None:
    """Whoever acts in the group is chosen; the colleague is paged and takes it."""
    await page.locator("#pinned").get_by_role("button", name="Handover").click()
    await page.locator("#group-log").get_by_role("button", name="Nargiza").click()
    await expect(page.locator("#pinned")).to_contain_text("Operator: Nargiza", timeout=SLOW)
    await page.locator("#staff").get_by_role("button", name="Nargiza").click()
    await expect(page.locator("#operators-log")).to_contain_text("#1001", timeout=SLOW)
    await page.locator("#writers").get_by_role("button", name="Nargiza").click()
    await page.locator("#pinned").get_by_role("button", name="Take").click()
    await expect(page.locator("#pinned")).to_contain_text("Status: taken", timeout=SLOW)


async def _deleted_topic(page: Page) -> None:
    """The next words of the person open another one."""
    await page.get_by_role("button", name="Delete topic").click()
    await expect(page.locator("#topics button")).to_have_count(1, timeout=SLOW)
    message = page.locator("#telegram").get_by_label("Message", exact=True)
    await message.fill("are you there?")
    await message.press("Enter")
    await expect(page.locator("#group-log")).to_contain_text("The old topic of #1001 is gone", timeout=SLOW)
    await expect(page.locator("#group-log")).to_contain_text("are you there?", timeout=SLOW)
    await page.get_by_label("Message in this topic").fill("/close done")
    await page.get_by_label("Message in this topic").press("Enter")
    await expect(page.locator("#pinned")).to_contain_text("Status: closed", timeout=SLOW)


async def _next_shift(page: Page) -> None:
    """Aigul works by day only: at the change she comes or goes, and it is seen."""
    aigul = page.locator("#writers").get_by_role("button", name="Aigul")
    was_off = "off" in (await aigul.get_attribute("class") or "").split()
    await page.locator("#shift").click()
    await expect(aigul).to_have_class(re.compile(r"^chip$" if was_off else r"^chip off$"), timeout=SLOW)
