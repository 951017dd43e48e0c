"""Sealing with several keys, values that cannot change places, and words that do not tell who wrote them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.privacy import CannotOpen, Seal, conceal

OLD, NEW, OTHER = "o" * 32, "n" * 32, "x" * 32


@given(st.text(max_size=20), st.binary(max_size=200))
def test_sealed_and_opened(purpose: str, plain: bytes) -> None:
    """A value comes back as it was, and its sealed form is 32 bytes longer."""
    seal = Seal([NEW])
    sealed = seal.seal(purpose, plain)
    assert seal.open(purpose, sealed) == plain
    assert len(sealed) == len(plain) + 32


def test_same_value_twice_looks_different() -> None:
    """Nobody can see in the database that two values are the same."""
    seal = Seal([NEW])
    assert seal.seal("state", b"same") != seal.seal("state", b"same")


ROTATION = [
    ("the key that sealed", [OLD], True),
    ("a newer key before it", [NEW, OLD], True),
    ("the order changed", [OLD, NEW], True),
    ("the old key taken away", [NEW], False),
    ("another key", [OTHER], False),
]


@pytest.mark.parametrize(("keys", "opens"), [row[1:] for row in ROTATION], ids=[row[0] for row in ROTATION])
def test_rotation(keys: list[str], *, opens: bool) -> None:
    """A value opens as long as its key is configured, whichever is the newest."""
    sealed = Seal([OLD]).seal("identity", b"+996555000001")
    if opens:
        assert Seal(keys).open("identity", sealed) == b"+996555000001"
    else:
        with pytest.raises(CannotOpen, match="add the old key after the new one"):
            Seal(keys).open("identity", sealed)


def test_newest_key_seals() -> None:
    """After a rotation new values no longer need the old key."""
    assert Seal([NEW]).open("state", Seal([NEW, OLD]).seal("state", b"x")) == b"x"


def test_people_are_found_after_rotation() -> None:
    """A person who was stored under the old key is still found; the newest key's hash is the first."""
    both, old, new = (Seal(keys).find("sms", "+996555000001") for keys in ([NEW, OLD], [OLD], [NEW]))
    assert both == (*new, *old)
    assert all(len(found) == 16 for found in both)
    assert Seal([NEW]).find("telegram", "+996555000001") != new


SPOILT = [
    ("another purpose", "state", lambda sealed: sealed),
    ("one bit of the text", "identity", lambda sealed: sealed[:-1] + bytes([sealed[-1] ^ 1])),
    ("one bit of the nonce", "identity", lambda sealed: sealed[:5] + bytes([sealed[5] ^ 1]) + sealed[6:]),
    ("cut short", "identity", lambda sealed: sealed[:-1]),
    ("cut to the key's name", "identity", lambda sealed: sealed[:4]),
    ("nothing", "identity", lambda sealed: sealed[:0]),
]


@pytest.mark.parametrize(("purpose", "spoil"), [row[1:] for row in SPOILT], ids=[row[0] for row in SPOILT])
def test_spoilt_value(purpose: str, spoil: object) -> None:
    """A value that was changed, or that stands in the place of another, does not open."""
    seal = Seal([NEW])
    with pytest.raises(CannotOpen):
        seal.open(purpose, spoil(seal.seal("identity", b"Dilfuza")))  # type: ignore[operator]


def test_tokens() -> None:
    """A secret of our own stays the same with its key, and differs from purpose to purpose."""
    assert Seal([NEW, OLD]).token("webhook") == Seal([NEW]).token("webhook")
    assert len({Seal([NEW]).token("a"), Seal([NEW]).token("b"), Seal([OLD]).token("a")}) == 3


PHONE, RUSSIAN = "+996555000001", "+79991234567"
CONCEALED = [
    ("as it is", "звоните +996555000001 срочно", (PHONE,), "звоните ••• срочно"),
    ("without plus", "996555000001", (PHONE,), "•••"),
    ("with spaces", "+996 555 000 001", (PHONE,), "•••"),
    ("with brackets and dashes", "+996 (555) 00-00-01.", (PHONE,), "•••."),
    ("as at home", "0555 000001", (PHONE,), "•••"),
    ("without the first part", "555000001", (PHONE,), "•••"),
    ("with 00", "00996555000001", (PHONE,), "•••"),
    ("a Russian one with 8", "8 (999) 123-45-67", (RUSSIAN,), "•••"),
    ("a Russian one without anything", "9991234567", (RUSSIAN,), "•••"),
    ("after another number", "112 +996555000001", (PHONE,), "112 •••"),
    ("twice", "0555000001 или 0555000001", (PHONE,), "••• или •••"),
    ("somebody else's", "+996555000002", (PHONE,), "+996555000002"),
    ("inside a longer number", "1231996555000001", (PHONE,), "1231996555000001"),
    ("an account", "я @Aigul, пишите", ("aigul",), "я @•••, пишите"),
    ("an account with digits", "@Aigul2000", ("aigul2000",), "@•••"),
    ("an account inside a word", "anna и annabel", ("anna",), "••• и annabel"),
    ("a chat id", "id 700000001!", ("700000001",), "id •••!"),
    ("signs are only signs", "a.b axb", ("a.b",), "••• axb"),
    ("too short to hide", "go to go", ("go",), "go to go"),
    ("nothing known", "слова", ("", ""), "слова"),
]


@pytest.mark.parametrize(("words", "known", "shown"), [row[1:] for row in CONCEALED], ids=[row[0] for row in CONCEALED])
def test_conceal(words: str, known: tuple[str, ...], shown: str) -> None:
    """What identifies the person is dots, however it is written; everything else stays."""
    assert conceal(words, *known) == shown
