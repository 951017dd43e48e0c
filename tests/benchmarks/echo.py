"""The bare aiogram echo bot that a full turn is compared with: no store, no dialogue, nothing but the framework.

Run as `python -m tests.benchmarks.echo TOKEN API PORT background|inline`.
"""

import asyncio
import sys

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import CallbackQuery, Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler, setup_application
from aiohttp import web


async def echo(message: Message) -> None:
    """Say it back."""
    await message.answer(message.text or "")


async def press(query: CallbackQuery) -> None:
    """Stop the button from turning, and say something, as every bot with buttons does."""
    await query.answer()
    if isinstance(query.message, Message):
        await query.message.answer(query.data or "")


async def main(token: str, api: str, port: str, mode: str) -> None:
    """Serve until killed; prints a line when ready."""
    bot = Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(api)))
    dispatcher = Dispatcher()
    dispatcher.message.register(echo)
    dispatcher.callback_query.register(press)
    app = web.Application()
    SimpleRequestHandler(dispatcher, bot, handle_in_background=mode == "background", secret_token="echo").register(
        app, path="/echo"
    )
    setup_application(app, dispatcher, bot=bot)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", int(port)).start()
    await bot.set_webhook(f"http://127.0.0.1:{port}/echo", secret_token="echo")
    print("ready", flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
