"""What an installation may set about the chat on a website, read from the environment and checked at the start."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from typing import Final
from typing import Mapping
from urllib.parse import urlsplit

from limits import RateLimitItem
from limits import parse_many


#: Used where the environment says nothing. Limits are in the notation of the library ``limits``.
STANDAARD: Final = {
    "WIDGET_OORSPRONGEN": "",
    "WIDGET_INACTIEF_MINUTEN": "30",
    "WIDGET_MEESTE_UREN": "12",
    "PROXIES": "0",
    # One student types no faster than this for long.
    "GRENS_GESPREK": "20/minute; 300/hour",
    # A whole campus may share one address: a lecture hall that opens the chat at the same moment must get through.
    "GRENS_ADRES": "600/minute; 10000/hour",
    "GRENS_NIEUW": "300/minute; 3000/hour",
    "GRENS_BESTANDEN": "120/minute; 2000/hour",
}
#: Above these a setting is a slip of the keyboard.
_HOOGSTE: Final = {"WIDGET_INACTIEF_MINUTEN": 24 * 60, "WIDGET_MEESTE_UREN": 7 * 24, "PROXIES": 10}
_LAAGSTE: Final = {"WIDGET_INACTIEF_MINUTEN": 1, "WIDGET_MEESTE_UREN": 1, "PROXIES": 0}
_HOST: Final = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\]")

Grens = tuple[RateLimitItem, ...]


@dataclass(frozen=True)
class Kanaalinstellingen:
    """The settings, in the form in which they are used.

    Attributes:
        oorsprongen: origins of the web pages that may show the chat, beside the bot's own.
        inactief: seconds without a message after which a session ends.
        langst: seconds after which a session ends in any case.
        proxies: how many proxies stand before the bot, each of which adds an address to ``X-Forwarded-For``.
        grens_gesprek: how many messages one session may send.
        grens_adres: how many requests one address may send.
        grens_nieuw: how many sessions one address may begin.
        grens_bestanden: how many charts and documents one address may have made.
    """

    oorsprongen: frozenset[str]
    inactief: int
    langst: int
    proxies: int
    grens_gesprek: Grens
    grens_adres: Grens
    grens_nieuw: Grens
    grens_bestanden: Grens


def lees_instellingen(omgeving: Mapping[str, str]) -> Kanaalinstellingen:
    """The settings in ``omgeving``.

    Raises:
        ValueError: a value cannot be; the text is one Dutch sentence that names the variable.
    """
    waarden = {naam: omgeving.get(naam, "").strip() or standaard for naam, standaard in STANDAARD.items()}
    return Kanaalinstellingen(
        oorsprongen=_lees_oorsprongen(waarden["WIDGET_OORSPRONGEN"]),
        inactief=60 * _lees_getal("WIDGET_INACTIEF_MINUTEN", waarden),
        langst=3600 * _lees_getal("WIDGET_MEESTE_UREN", waarden),
        proxies=_lees_getal("PROXIES", waarden),
        grens_gesprek=_lees_grens("GRENS_GESPREK", waarden),
        grens_adres=_lees_grens("GRENS_ADRES", waarden),
        grens_nieuw=_lees_grens("GRENS_NIEUW", waarden),
        grens_bestanden=_lees_grens("GRENS_BESTANDEN", waarden),
    )


def _lees_getal(naam: str, waarden: Mapping[str, str]) -> int:
    waarde, laagste, hoogste = waarden[naam], _LAAGSTE[naam], _HOOGSTE[naam]
    if not (waarde.isascii() and waarde.isdigit() and len(waarde) < 10 and laagste <= int(waarde) <= hoogste):
        raise ValueError(f"{naam} moet een getal van {laagste} tot {hoogste} zijn, maar is '{waarde}'.")
    return int(waarde)


def _lees_grens(naam: str, waarden: Mapping[str, str]) -> Grens:
    try:
        grens = tuple(parse_many(waarden[naam]))
    except ValueError:
        grens = ()
    if not grens or any(deel.amount < 1 for deel in grens):
        raise ValueError(f"{naam} moet eruitzien als '20/minute; 300/hour', maar is '{waarden[naam]}'.")
    return grens


def _lees_oorsprongen(tekst: str) -> frozenset[str]:
    return frozenset(_lees_oorsprong(deel.strip()) for deel in tekst.split(",") if deel.strip())


def _lees_oorsprong(tekst: str) -> str:
    """An origin as a browser sends it: without a path, in lower case, without the usual port."""
    fout = ValueError(
        f"WIDGET_OORSPRONGEN: '{tekst}' moet eruitzien als https://www.school.be, zonder pad en zonder jokerteken."
    )
    try:
        delen = urlsplit(tekst.lower().removesuffix("/"))
        poort = delen.port
        host = delen.netloc.rpartition("@")[2] if poort is None else delen.netloc.rpartition(":")[0]
    except ValueError:
        raise fout from None
    if delen.scheme not in ("https", "http") or delen.path or delen.query or delen.fragment or "@" in delen.netloc:
        raise fout
    if not _HOST.fullmatch(host) or delen.scheme == "http" and not _eigen_machine(host.strip("[]")):
        raise fout
    return f"{delen.scheme}://{host}" + (
        f":{poort}" if poort not in (None, 443 if delen.scheme == "https" else 80) else ""
    )


def _eigen_machine(host: str) -> bool:
    """Only there a page without https may show the chat: for who builds it."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
