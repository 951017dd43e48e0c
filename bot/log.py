"""Logging: event names, ids and counts, as JSON lines on standard error. Nothing personal can be said here by design."""

import logging
import sys
from typing import Any

import structlog

ALLOWED = frozenset({
    "event", "level", "timestamp", "case", "row", "lane", "channel", "kind", "count", "attempts", "error", "seconds", "update", "operator",
    "timer", "port", "letter", "status", "updates", "version", "rows", "cases", "persons",
})  # fmt: skip
"""The only fields a line may have: a field that is not here is dropped, whatever it holds."""


class _NoWords(logging.Formatter):
    """The libraries' lines without their text, and of an error only its kind: both may quote a person."""

    def format(self, record: logging.LogRecord) -> str:
        error = record.exc_info[1] if record.exc_info else None
        return f"{record.levelname} {record.name}" + (f" {kind_of(error)}" if error else "")


def set_up() -> None:
    """Start logging; the libraries' own loggers may only report errors, because they put addresses into their lines."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_NoWords())
    logging.basicConfig(level=logging.ERROR, handlers=[handler])
    logging.disable(logging.WARNING)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper("iso"),
            _only_allowed,
            structlog.processors.JSONRenderer(),
        ],
        logger_factory=structlog.WriteLoggerFactory(sys.stderr),
    )


def _only_allowed(_: Any, __: str, line: structlog.typing.EventDict) -> structlog.typing.EventDict:
    return {key: value for key, value in line.items() if key in ALLOWED}


def log() -> structlog.typing.FilteringBoundLogger:
    """The logger."""
    logger: structlog.typing.FilteringBoundLogger = structlog.get_logger()
    return logger


def kind_of(error: BaseException) -> str:
    """An error as it may be logged: its class, and where in our code; never its text, which may quote a person."""
    trace, place = error.__traceback__, ""
    while trace:
        place = f"{trace.tb_frame.f_code.co_name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return f"{type(error).__name__} in {place}" if place else type(error).__name__
