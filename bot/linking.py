"""A person on Telegram who wants to be written to by SMS: the other phone proves itself with a number that it sends.

Nothing is ever sent to a telephone that somebody merely named: it might be anybody's.
"""

from bot.messages import Inbound
from bot.stage import Somebody, Stage

HOLDS = 86_400.0
"""Seconds for which the number is waited for."""
DIGITS = 8


def expect(stage: Stage, somebody: Somebody) -> None:
    """Tell the person the number, and wait for it."""
    sms, day = stage.deps.config.sms, int(stage.now // HOLDS)
    secret = stage.deps.seal.token(f"phone of {somebody.id} on {day}")
    code = f"{int(secret, 16) % 10**DIGITS:0{DIGITS}d}"
    stage.tx.remember(f"phone:{somebody.id}", f"{code}:{stage.now + HOLDS}")
    stage.say(somebody, "contact-sms", fills={"address": sms.number if sms else "", "words": code})


def proves(stage: Stage, inbound: Inbound) -> Somebody | None:
    """The person whose number this SMS is: from now on the phone is linked to them. A phone with a case of its own stays its own."""
    code, hashes = "".join(inbound.text.split()), stage.deps.seal.find(inbound.channel, inbound.address)
    if inbound.channel != "sms" or len(code) != DIGITS or not code.isdecimal():
        return None
    somebody = next((one for one in _waiting(stage, code)), None)
    own = stage.tx.person(hashes)
    if somebody is None or (own and stage.tx.cases_of(own.id)):
        return None
    if own:
        stage.tx.forget_person(own.id)
    forget(stage, somebody)
    stage.tx.remember(f"also:{hashes[0].hex()}", str(somebody.id))
    somebody.link(inbound.address)
    return somebody


def _waiting(stage: Stage, code: str) -> list[Somebody]:
    """Whoever waits for this number."""
    found = []
    for name, value in stage.tx.remembered("phone:").items():
        wanted, _, until = value.partition(":")
        if float(until) < stage.now:
            stage.tx.forget(name)
        elif wanted == code and (somebody := stage.person(int(name.removeprefix("phone:")))):
            found.append(somebody)
    return found


def forget(stage: Stage, somebody: Somebody) -> None:
    """Neither a linked phone nor a number that is waited for any more."""
    stage.tx.forget(f"phone:{somebody.id}")
    for each in stage.deps.seal.find("sms", somebody.identity.phone) if somebody.identity.phone else ():
        stage.tx.forget(f"also:{each.hex()}")
