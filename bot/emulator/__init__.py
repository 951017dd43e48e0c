"""Local servers that speak the Bot API and the Twilio API, and the demo page: the other side of the wire."""

from bot.emulator.server import Emulator
from bot.emulator.twilio_model import SmsAccount

__all__ = ["Emulator", "SmsAccount"]
