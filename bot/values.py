"""What a value of the configuration may look like: one small reader a kind, which says in words what is wrong."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from faq.language import LANGUAGES

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
Parse = Callable[[object, Path], Any]


def _wrong(what: str) -> ValueError:
    return ValueError(what)


def read_text(value: object, _: Path) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _wrong("must be a text in quotes")
    return value


def read_maybe(value: object, _: Path) -> str:
    if not isinstance(value, str):
        raise _wrong("must be a text in quotes")
    return value


def read_url(value: object, _: Path) -> str:
    if not isinstance(value, str) or (value and not re.match(r"https?://[^/\s]+", value)):
        raise _wrong('must be an address such as "https://panoh.example"')
    return value.rstrip("/")


def read_api(value: object, folder: Path) -> str:
    if not (address := read_url(value, folder)):
        raise _wrong('must be an address such as "https://api.telegram.org"; take the key out for the usual one')
    return address


def read_languages(value: object, _: Path) -> tuple[str, ...]:
    if not isinstance(value, list) or not value or not all(one in LANGUAGES for one in value):
        raise _wrong(f"must be a list of some of {', '.join(LANGUAGES)}")
    return tuple(value)


def read_language(value: object, _: Path) -> str:
    if value not in LANGUAGES:
        raise _wrong(f"must be one of {', '.join(LANGUAGES)}")
    return str(value)


def read_listen(value: object, _: Path) -> tuple[str, int]:
    host, _colon, port = value.rpartition(":") if isinstance(value, str) else ("", "", "")
    if not host or not port.isdecimal() or int(port) > 65_535:
        raise _wrong('must be host:port, such as "127.0.0.1:8080"')
    return host, int(port)


def read_store(value: object, folder: Path) -> str:
    text = read_text(value, folder)
    if text.startswith(("postgresql://", "postgres://")):
        raise _wrong('PostgreSQL is not built yet; use "sqlite:///panoh.db"')
    if not text.startswith("sqlite://"):
        raise _wrong('must begin with sqlite:///, such as "sqlite:///panoh.db"')
    path = text.removeprefix("sqlite://").removeprefix("/")
    return path if path == ":memory:" else str(folder / path)


def read_keys(value: object, _: Path) -> tuple[str, ...]:
    keys = tuple(str(one).strip() for one in (value if isinstance(value, list) else str(value).split(",")))
    if not keys or any(len(key) < 32 for key in keys):
        raise _wrong(
            "must be at least 32 characters; `panoh keygen` prints one (several, the newest first, with commas between, while keys are changed)"
        )
    return keys


def read_folder(value: object, folder: Path) -> Path | None:
    text = read_maybe(value, folder)
    if text and not (folder / text).is_dir():
        raise _wrong(f'there is no folder {text!r}; leave it "" for the shipped content')
    return folder / text if text else None


def read_registers(value: object, folder: Path) -> Path | None:
    text = read_maybe(value, folder)
    if text and not (folder / text).is_dir():
        raise _wrong(f'there is no folder {text!r}; make it, or leave it "" where no registers are kept')
    return folder / text if text else None


def read_replies(value: object, folder: Path) -> Path | None:
    text = read_maybe(value, folder)
    if text and not (folder / text).is_file():
        raise _wrong(f'there is no file {text!r}; write it, or leave it "" for the shipped quick replies')
    return folder / text if text else None


def read_file(value: object, folder: Path) -> Path:
    return folder / read_text(value, folder)


def read_updates(value: object, _: Path) -> str:
    if value not in ("webhook", "polling", ""):
        raise _wrong('must be "webhook" or "polling"')
    return str(value)


def read_group(value: object, _: Path) -> int:
    if isinstance(value, str) and re.fullmatch(r"-?\d+", value):
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool) or value >= 0:
        raise _wrong(
            "must be the group's number, which is negative, such as -1001234567890; the README says how to find it"
        )
    return value


def read_token(value: object, _: Path) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"\d+:[\w-]+", value):
        raise _wrong("must be the token that BotFather gave, such as 123456:AbC")
    return value


def read_secret_token(value: object, _: Path) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"[\w-]{0,256}", value, re.ASCII):
        raise _wrong("may hold only letters, digits, _ and - (256 at most)")
    return value


def read_phone(value: object, _: Path) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"\+\d{7,15}|\d{3,8}|[A-Za-z0-9 ]{3,11}", value):
        raise _wrong('must be the Twilio number, such as "+15005550006"')
    return value


def duration(value: object) -> float:
    """Seconds of a time such as "3m" (a number with s, m, h or d). Raises ValueError."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([smhd])", value) if isinstance(value, str) else None
    if not found or float(found[1]) <= 0:
        raise _wrong('must be a time such as "90s", "3m", "1h" or "1d"')
    return float(found[1]) * UNITS[found[2]]


def read_deadline(value: object, _: Path) -> float:
    return duration(value)
