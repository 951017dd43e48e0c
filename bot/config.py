"""TOML and the environment -> `Config`, or every problem at once, each naming the file, the key and the cure."""

import difflib
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot import values
from faq.language import LANGUAGES

EXAMPLE_KEY = "replace-me"
"""How the secret key of the example begins: good enough to look at, refused by `panoh serve`."""


class ConfigError(ValueError):
    """One thing that is wrong: `file: key: what is wrong; what to do`."""


@dataclass(frozen=True, slots=True)
class Service:
    """`[service]`"""

    name: str
    languages: tuple[str, ...]
    default_language: str
    public_url: str
    listen: tuple[str, int]
    store: str
    """A path, or `:memory:`."""
    secret_key: tuple[str, ...]
    """The newest first."""
    content: Path | None


@dataclass(frozen=True, slots=True)
class Bot:
    """`[telegram.public]` and `[telegram.staff]`"""

    token: str
    api: str
    secret_token: str


@dataclass(frozen=True, slots=True)
class Telegram:
    """`[telegram]`"""

    webhook: bool
    public: Bot
    staff: Bot
    group: int


@dataclass(frozen=True, slots=True)
class Sms:
    """`[sms]`"""

    account_sid: str
    auth_token: str
    number: str
    api: str


@dataclass(frozen=True, slots=True)
class Hotline:
    """`[hotline]`; times in seconds"""

    roster: Path
    coordinator: str
    acknowledge: float
    first_reply: float
    registers: Path | None = None
    replies: Path | None = None


@dataclass(frozen=True, slots=True)
class Config:
    """Everything that is configured."""

    path: Path
    service: Service
    telegram: Telegram
    sms: Sms | None
    hotline: Hotline

    @property
    def base_url(self) -> str:
        """Where the providers reach this service: the address over which Twilio's signature is checked."""
        host, port = self.service.listen
        return self.service.public_url or f"http://{host}:{port}"


REQUIRED = object()
BOT_KEYS: dict[str, tuple[values.Parse, object]] = {
    "token": (values.read_token, REQUIRED),
    "api": (values.read_api, "https://api.telegram.org"),
    "secret_token": (values.read_secret_token, ""),
}
KEYS: dict[str, dict[str, tuple[values.Parse, object]]] = {
    "service": {
        "name": (values.read_text, "Panoh"),
        "languages": (values.read_languages, list(LANGUAGES)),
        "default_language": (values.read_language, "ru"),
        "public_url": (values.read_url, ""),
        "listen": (values.read_listen, "127.0.0.1:8080"),
        "store": (values.read_store, "sqlite:///panoh.db"),
        "secret_key": (values.read_keys, REQUIRED),
        "content": (values.read_folder, ""),
    },
    "telegram": {"updates": (values.read_updates, "")},
    "telegram.public": BOT_KEYS,
    "telegram.staff": {**BOT_KEYS, "group": (values.read_group, REQUIRED)},
    "sms": {
        "account_sid": (values.read_text, REQUIRED),
        "auth_token": (values.read_text, REQUIRED),
        "from": (values.read_phone, REQUIRED),
        "api": (values.read_api, "https://api.twilio.com"),
    },
    "hotline": {
        "roster": (values.read_file, REQUIRED),
        "coordinator": (values.read_maybe, ""),
        "registers": (values.read_registers, ""),
        "replies": (values.read_replies, ""),
    },
    "hotline.deadlines": {"acknowledge": (values.read_deadline, "3m"), "first_reply": (values.read_deadline, "10m")},
}
"""Every key of every table: how it is read, and what it is when it is left out."""
TABLES = {"": ("service", "telegram", "sms", "hotline"), "telegram": ("public", "staff"), "hotline": ("deadlines",)}
"""Which tables stand inside which."""


class _Reader:
    """Reads tables and collects what is wrong with them."""

    def __init__(self, path: Path, environment: Mapping[str, str]) -> None:
        self.path = path
        self.environment = environment
        self.problems: list[Exception] = []

    def wrong(self, key: str, what: str) -> None:
        self.problems.append(ConfigError(f"{self.path.name}: {key}: {what}"))

    def unknown(self, at: str, table: Mapping[str, Any]) -> None:
        known = [*KEYS.get(at, {}), *TABLES.get(at, ())]
        for key in table.keys() - set(known):
            near = difflib.get_close_matches(key, known, 1, 0.5)
            full = f"{at}.{key}" if at else key
            cure = f"did you mean {near[0]!r}?" if near else f"known here: {', '.join(known)}"
            self.wrong(full, f"unknown key; {cure}")

    def section(self, at: str, table: object) -> dict[str, Any]:
        if not isinstance(table, dict):
            self.wrong(at, f"must be a table: write [{at}] on a line of its own")
            table = {}
        self.unknown(at, table)
        return {key: self.value(f"{at}.{key}", table, key, *how) for key, how in KEYS[at].items()}

    def value(self, full: str, table: Mapping[str, Any], key: str, parse: values.Parse, default: object) -> Any:
        raw = table.get(key, default)
        if raw is REQUIRED:
            self.wrong(full, "is missing; see config.example.toml")
            return None
        if isinstance(raw, str) and raw.startswith("env:"):
            name = raw.removeprefix("env:")
            if name not in self.environment:
                self.wrong(full, f"the environment variable {name} is not set; set it, or write the value here")
                return None
            raw = self.environment[name]
        try:
            return parse(raw, self.path.parent)
        except ValueError as error:
            self.wrong(full, str(error))
            return None


def load(path: Path, environment: Mapping[str, str] | None = None) -> Config:
    """Read a configuration file. Raises one ExceptionGroup of ConfigError with all problems."""
    reader = _Reader(path, os.environ if environment is None else environment)
    tables: dict[str, Any] = {}
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        reader.wrong("(whole file)", "is not there; copy config.example.toml and fill it in")
    except IsADirectoryError:
        reader.wrong("(whole file)", "is a folder; name the TOML file in it")
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        reader.wrong("(whole file)", f"cannot be read as TOML: {error}; mend that line")
    if reader.problems:
        raise ExceptionGroup("configuration", reader.problems)
    reader.unknown("", tables)
    config = _build(reader, tables)
    if reader.problems:
        raise ExceptionGroup("configuration", reader.problems)
    return config


def _build(reader: _Reader, tables: Mapping[str, Any]) -> Config:
    service = reader.section("service", tables.get("service", {}))
    telegram = tables.get("telegram", {})
    updates = reader.section("telegram", telegram)["updates"]
    inner = telegram if isinstance(telegram, dict) else {}
    public = reader.section("telegram.public", inner.get("public", {}))
    staff = reader.section("telegram.staff", inner.get("staff", {}))
    group = staff.pop("group")
    sms = reader.section("sms", tables["sms"]) if "sms" in tables else None
    hotline = reader.section("hotline", tables.get("hotline", {}))
    above = tables.get("hotline", {})
    deadlines = reader.section("hotline.deadlines", above.get("deadlines", {}) if isinstance(above, dict) else {})
    if service["languages"] and service["default_language"] and service["default_language"] not in service["languages"]:
        reader.wrong("service.default_language", "must be one of service.languages")
    if updates == "webhook" and not service["public_url"] and not reader.problems:
        reader.wrong("telegram.updates", 'a webhook needs service.public_url; set it, or write "polling"')
    if public["token"] and public["token"] == staff["token"]:
        reader.wrong(
            "telegram.staff.token",
            "is the public bot's; make a second bot with BotFather, so that a flood on one cannot delay a page",
        )
    if sms:
        sms["number"] = sms.pop("from")
    return Config(
        reader.path,
        Service(**service),
        Telegram(
            (updates or ("webhook" if service["public_url"] else "polling")) == "webhook",
            Bot(**public),
            Bot(**staff),
            group,
        ),
        Sms(**sms) if sms else None,
        Hotline(**hotline, **deadlines),
    )
