"""Seals what is personal before it is stored, finds people without storing who they are, and hides them from the group.

AES-256-GCM with keys derived (HKDF-SHA256) from `[service] secret_key`. What a sealed value is for goes in as associated data,
so that one cannot be put in the place of another. Several keys may be configured: the first seals, all of them open.
"""

import hashlib
import hmac
import re
from collections.abc import Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.clock import Nonces

NONCE = 12
KEY_ID = 4
NATIONAL = 9
"""Digits of a telephone number that stay the same however its beginning is written."""


class CannotOpen(Exception):
    """A sealed value was made with a key that is not configured, or was changed."""


def _derive(secret: str, what: bytes, length: int = 32) -> bytes:
    return HKDF(hashes.SHA256(), length, salt=b"panoh", info=what).derive(secret.encode())


def _mark(key: bytes, whose: int, word: str) -> str:
    return hashlib.blake2b(f"{whose}:{word}".encode(), key=key, digest_size=16).hexdigest()


class Seal:
    """Seals and opens values, and makes the keyed hash by which people are found."""

    def __init__(self, secrets: Sequence[str]) -> None:
        """`secrets`: the newest first; at least one."""
        self._ciphers = {_derive(one, b"key id", KEY_ID): AESGCM(_derive(one, b"seal")) for one in secrets}
        self._newest = next(iter(self._ciphers))
        self._hash_keys = [_derive(one, b"find") for one in secrets]
        self._mark_keys = [_derive(one, b"mark") for one in secrets]
        self._nonces = Nonces(NONCE)
        self._secret = secrets[0]

    def seal(self, purpose: str, plain: bytes) -> bytes:
        """The sealed form: key id (4 bytes), nonce (12), ciphertext with tag (16 more than the plain text)."""
        nonce = self._nonces.next()
        return self._newest + nonce + self._ciphers[self._newest].encrypt(nonce, plain, purpose.encode())

    def open(self, purpose: str, sealed: bytes) -> bytes:
        """The plain value. Raises CannotOpen when the key is not configured or the value was made for another purpose."""
        cipher = self._ciphers.get(sealed[:KEY_ID])
        if cipher is None:
            raise CannotOpen("sealed with a key that is not in [service] secret_key; add the old key after the new one")
        try:
            return cipher.decrypt(sealed[KEY_ID : KEY_ID + NONCE], sealed[KEY_ID + NONCE :], purpose.encode())
        except (InvalidTag, ValueError) as error:  # ValueError: cut short
            raise CannotOpen("the stored value was changed or belongs elsewhere") from error

    def find(self, channel: str, address: str) -> tuple[bytes, ...]:
        """The keyed hashes under which a person may be stored; the first is the newest key's (16 bytes each)."""
        told = f"{channel}:{address}".encode()
        return tuple(hashlib.blake2b(told, key=key, digest_size=16).digest() for key in self._hash_keys)

    def mark(self, whose: int, word: str) -> str:
        """A keyed hash of a word that a person chose (32 hexadecimal digits)."""
        return _mark(self._mark_keys[0], whose, word)

    def is_mark(self, mark: str, whose: int, word: str) -> bool:
        """Whether that hash was made of this word, with any of the keys."""
        return any(hmac.compare_digest(mark, _mark(key, whose, word)) for key in self._mark_keys)

    def token(self, what: str) -> str:
        """A secret of our own that stays the same as long as the key does (64 hexadecimal digits)."""
        return _derive(self._secret, what.encode()).hex()


GAP = r"[\s().-]*"


def _telephone(number: str) -> re.Pattern[str]:
    """Written with spaces, dashes or brackets it is still the same number, also with 8 or 0 for the country's code."""
    digits = re.sub(r"\D", "", number)
    head, tail = digits[:-NATIONAL], GAP.join(digits[-NATIONAL:])
    ways = [rf"(?:\+|00)?{GAP.join(head)}", f"[80]?{GAP}{head[-1]}", "[80]"] if head else []
    return re.compile(rf"(?<!\d)(?:(?:{'|'.join(ways)}){GAP})?{tail}(?!\d)" if ways else rf"(?<!\d){tail}(?!\d)")


_TELLING = re.compile(r"\S+@\S+|@\w+|https?://\S+|t\.me/\S+|\+?\d(?:[\s().-]*\d){4,}")


def scrub(words: str) -> str:
    """The words without what may tell who somebody is: addresses, account names, links, numbers of five digits and more."""
    return _TELLING.sub("•••", words)


def conceal(words: str, *known: str) -> str:
    """The words with what identifies the person (own number, chat id, account name) replaced by dots."""
    for one in known:
        if re.fullmatch(r"\+\d{6,}", one):
            words = _telephone(one).sub("•••", words)
        elif len(one) >= 3:
            words = re.sub(rf"(?<!\w){re.escape(one)}(?!\w)", "•••", words, flags=re.IGNORECASE)
    return words
