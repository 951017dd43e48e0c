"""What a person writes or sends, as staff see it: in the topic at once, bundled in a flood, kept while they are muted. Never dropped."""

import msgspec

from bot.messages import LARGEST_FILE, Inbound, Relay
from bot.privacy import conceal
from bot.stage import Somebody, Stage
from hotline_router.case import Case

CAPTION = 1000
"""Characters under a file in the group, which may carry the number of its case besides."""
FLOOD, FLOOD_SECONDS = 15, 30.0
"""More messages of one person than this within so many seconds are bundled."""
BUNDLE_SECONDS = 10.0
"""How long words wait for others in a flood."""
_inbound = msgspec.json.Decoder(Inbound).decode


def hear(stage: Stage, somebody: Somebody, case: Case, inbound: Inbound, *, is_cry: bool, at: float = 0.0) -> None:
    """Something of a person in a case: into the sealed history, and before the eyes of staff. `at` is when it came, if not now."""
    if inbound.kind in ("location", "contact"):
        _share(somebody, inbound)
    waits = _is_flood(stage, case.number) and inbound.kind == "text" and not is_cry
    is_hidden = case.muted and not (is_cry and not case.mute_paged)
    if waits and not is_hidden:
        _wait_for_more(stage, case.number)
    elif not is_hidden:
        show_bundle(stage, case.number)
    stage.history(case.number, "person", inbound.kind, msgspec.json.encode(inbound), at)
    if not waits and not is_hidden:
        _show(stage, somebody, case.number, inbound)


def _is_flood(stage: Stage, case: int) -> bool:
    start, _, count = (stage.tx.recall(f"pace:{case}") or "0:0").partition(":")
    if stage.now - float(start) > FLOOD_SECONDS:
        start, count = str(stage.now), "0"
    stage.tx.remember(f"pace:{case}", f"{start}:{int(count) + 1}")
    return int(count) >= FLOOD


def _wait_for_more(stage: Stage, case: int) -> None:
    """The first one in a bundle sets the time; the others only join it."""
    if stage.tx.recall(f"bundle:{case}") is None:
        stage.tx.remember(f"bundle:{case}", str(len(stage.tx.entries(case))))
        stage.set_timer(f"case:{case}", "bundle", stage.now + BUNDLE_SECONDS)


def show_bundle(stage: Stage, case: int) -> None:
    """Show the words that waited for others, if any did."""
    if (first := stage.tx.recall(f"bundle:{case}")) is None:
        return
    stage.tx.forget(f"bundle:{case}")
    stage.tx.drop_timer(f"case:{case}", "bundle")
    row = stage.tx.case(case)
    if row and (somebody := stage.person(row.person)):
        _show_words(stage, somebody, case, _kept(stage, case, int(first)))


def show_since_mute(stage: Stage, case: int) -> None:
    """Show everything that was kept while the person was muted, files too."""
    row = stage.tx.case(case)
    somebody = stage.person(row.person) if row and row.person else None
    if somebody is None:
        return
    muted = max((at for at, one in enumerate(stage.tx.entries(case)) if one.kind == "mute"), default=0)
    kept = _kept(stage, case, muted)
    _show_words(stage, somebody, case, [one for one in kept if one.kind == "text"])
    for one in kept:
        if one.kind != "text":
            _show(stage, somebody, case, one)


def _kept(stage: Stage, case: int, first: int) -> list[Inbound]:
    entries = [
        one
        for one in stage.tx.entries(case)[first:]
        if one.who == "person" and one.kind not in ("fact", "evidence", "report")
    ]
    return [_inbound(stage.deps.seal.open("entry", one.body)) for one in entries]


def _show_words(stage: Stage, somebody: Somebody, case: int, kept: list[Inbound]) -> None:
    lines = [_words(stage, somebody, one) for one in kept if one.kind == "text"]
    if lines:
        stage.tell_topic(case, "\n".join(lines))


def _words(stage: Stage, somebody: Somebody, inbound: Inbound) -> str:
    words = conceal(inbound.text, somebody.identity.address, somebody.identity.username, somebody.identity.phone)
    return stage.group.say("staff.person-changed" if inbound.edited else "staff.person-says", {"words": words})


def _show(stage: Stage, somebody: Somebody, case: int, inbound: Inbound) -> None:
    words = conceal(inbound.text, somebody.identity.address, somebody.identity.username, somebody.identity.phone)
    room = f"public:{somebody.id}"
    origin = f"{room}:{inbound.message}" if inbound.message else ""
    # What was changed hangs on what was said before.
    reply = origin if inbound.edited else f"{room}:{inbound.reply}" if inbound.reply else ""
    if inbound.kind in ("location", "contact"):
        if not inbound.edited:
            stage.tell_topic(case, stage.group.say(f"staff.person-{inbound.kind}"))
    elif inbound.edited or inbound.kind == "text":
        stage.tell_topic(case, _words(stage, somebody, inbound), "" if inbound.edited else origin, reply)
    elif inbound.file:
        if inbound.kind == "sticker":
            stage.tell_topic(case, stage.group.say("staff.person-sticker", {"words": words}))
            words = ""
        relay = Relay(stage.group_id, inbound.file, words, f"topic:{case}", origin, reply)
        _show_file(stage, somebody, case, relay)
    else:
        stage.tell_topic(case, stage.group.say("staff.person-other"))


def _show_file(stage: Stage, somebody: Somebody, case: int, relay: Relay) -> None:
    is_too_large = relay.file.size > LARGEST_FILE
    if is_too_large:
        stage.tell_topic(case, stage.group.say("staff.person-too-large"))
        stage.say(somebody, "too-large")
    if relay.caption and (is_too_large or len(relay.caption) > CAPTION):
        stage.tell_topic(case, stage.group.say("staff.person-says", {"words": relay.caption}), relay.origin)
        relay = msgspec.structs.replace(relay, caption="")
    if not is_too_large:
        stage.to_topic(case, relay)


def _share(somebody: Somebody, inbound: Inbound) -> None:
    """An exact place or a contact stays sealed until an operator opens it."""
    told = f"{inbound.latitude:.6f}, {inbound.longitude:.6f}" if inbound.kind == "location" else inbound.text
    known = somebody.identity
    before = known.shared[:-1] if inbound.edited else known.shared
    somebody.identity = msgspec.structs.replace(known, shared=(*before, told)[-20:])
