"""On which clock a person lives: the zone of the country where they are."""

from zoneinfo import ZoneInfo

ZONES = {
    "ru": "Europe/Moscow", "kz": "Asia/Almaty", "kg": "Asia/Bishkek", "tj": "Asia/Dushanbe", "uz": "Asia/Tashkent", "tr": "Europe/Istanbul",
    "kr": "Asia/Seoul", "ae": "Asia/Dubai", "pl": "Europe/Warsaw", "gb": "Europe/London",
}  # fmt: skip
"""Where most people who go to a country live."""


def zone_of(country: str, otherwise: ZoneInfo) -> ZoneInfo:
    """The zone of the country where the person is; where that is not known, the other one (the roster's)."""
    return ZoneInfo(ZONES[country]) if country in ZONES else otherwise
