"""The door for people: a turn, or, when it cannot be stored, the truth at once, with the emergency numbers."""

from collections.abc import Mapping

from bot.arriving import hints
from bot.clock import Clock
from bot.lines import Sender
from bot.log import log
from bot.messages import ChannelError, Inbound
from bot.render import Voice
from bot.stage import Deps
from bot.turn import Turns
from dialogues.state import State

QUIET = 86_400.0
"""Seconds for which the same message is not told of again: the provider delivers it again and again."""


class Door:
    """Every channel delivers here what people do."""

    def __init__(self, turns: Turns, deps: Deps, clock: Clock, senders: Mapping[str, Sender]) -> None:
        self._turns, self._deps, self._clock, self._senders = turns, deps, clock, senders
        self._told: dict[str, float] = {}

    async def deliver(self, inbound: Inbound) -> None:
        """Store what the person did. Raises what went wrong, after telling the person that it could not be stored."""
        try:
            await self._turns.person(inbound)
        except Exception:
            await self._tell(inbound)
            raise

    async def _tell(self, inbound: Inbound) -> None:
        now = self._clock.now()
        if inbound.kind in ("cut-off", "cut-in") or inbound.key in self._told:
            return
        language, country = hints(inbound, self._deps)
        voice = Voice(self._deps.content, State(language=language, country=country), inbound.channel)
        try:  # not through the outbox: that is what does not work
            for out in voice.texts(inbound.address, voice.say("unsaved")):
                await self._senders[inbound.channel].send(out, {})
        except ChannelError as error:
            log().error(
                "a person does not know that nothing was stored", channel=inbound.channel, error=type(error).__name__
            )
            return
        self._told = {key: at for key, at in self._told.items() if now - at < QUIET} | {inbound.key: now}
