"""Figures for Prometheus. Counts and times only; no label holds anything of a person."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest


class Metrics:
    """One set of figures for one running service."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.turns = Counter("panoh_turns", "Turns committed", ["channel"], registry=self.registry)
        self.repeated = Counter(
            "panoh_repeated_updates", "Updates that had been seen before", ["channel"], registry=self.registry
        )
        self.dead = Counter("panoh_dead_letters", "Turns that raised and were kept", registry=self.registry)
        self.sent = Counter("panoh_sent", "Messages sent", ["channel", "lane"], registry=self.registry)
        self.failed = Counter(
            "panoh_send_failures", "Attempts that failed", ["channel", "error"], registry=self.registry
        )
        self.waiting = Gauge("panoh_outbox_waiting", "Messages not sent yet", ["channel"], registry=self.registry)
        self.cases = Gauge("panoh_open_cases", "Open cases", registry=self.registry)
        self.page_delay = Histogram(
            "panoh_page_delay_seconds", "From a page's decision to its sending", registry=self.registry,
            buckets=(0.05, 0.1, 0.25, 0.5, 1, 2, 5, 15, 60, 180),
        )  # fmt: skip

    def text(self) -> bytes:
        """Everything in Prometheus' text form."""
        return generate_latest(self.registry)
