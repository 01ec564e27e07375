"""Make the pictures of README.md: the chat on the sample page, with the real assistant behind it. Needs Chromium and a model."""

from __future__ import annotations

import sys
from datetime import datetime
from datetime import timezone
from pathlib import Path
from typing import Any
from typing import Final
from typing import Literal

from browser import chromium
from gemeen import WORTEL
from gemeen import Gestopt
from playwright.sync_api import Browser
from playwright.sync_api import Page
from verhaal.bot import eigen_bot


BEELDEN: Final = WORTEL / "docs" / "beelden"
#: On every picture it is the same moment, so that a new picture differs only where the chat does.
TIJD: Final = datetime(2026, 11, 23, 13, 5, tzinfo=timezone.utc)
SCHERMEN: Final[dict[str, dict[str, Any]]] = {
    "scherm": {"viewport": {"width": 1280, "height": 800}},
    "telefoon": {
        "viewport": {"width": 390, "height": 844},
        "device_scale_factor": 2,
        "has_touch": True,
        "is_mobile": True,
    },
}
THEMAS: Final[dict[str, Literal["light", "dark"]]] = {"licht": "light", "donker": "dark"}


def neem_op(browser: Browser, adres: str, map_: Path) -> list[Path]:
    """The pictures: each screen, by day and by night."""
    gemaakt = []
    for scherm, opties in SCHERMEN.items():
        for thema, schema in THEMAS.items():
            context = browser.new_context(
                **opties, color_scheme=schema, reduced_motion="reduce", locale="nl-BE", timezone_id="Europe/Brussels"
            )
            page = context.new_page()
            page.clock.set_fixed_time(TIJD)
            page.goto(adres)
            _praat(page)
            doel = map_ / f"{scherm}-{thema}.png"
            page.screenshot(path=doel)
            gemaakt.append(doel)
            context.close()
    return gemaakt


def _praat(page: Page) -> None:
    page.get_by_role("button", name="Vraag over leerkrediet?").click()
    gesprek = page.get_by_role("region", name="Gesprek", exact=True)
    vraag = page.get_by_role("textbox", name="Je vraag")
    # The first answer also introduces the assistant; the picture is of the second.
    for zin, antwoord in (("dag", "Stel gerust je vraag"), ("60 opgenomen en 45 geslaagd", "170 studiepunten")):
        vraag.fill(zin)
        vraag.press("Enter")
        gesprek.locator(".bel").filter(has_text=antwoord).last.wait_for()
    for plaatje in gesprek.get_by_role("img").all():
        plaatje.evaluate("(e) => e.decode()")
    # Without the caret, that blinks.
    page.evaluate("() => document.activeElement.shadowRoot?.activeElement?.blur()")


def main() -> int:
    """Make them all: 0 when they are there, 1 with one sentence when not."""
    BEELDEN.mkdir(parents=True, exist_ok=True)
    try:
        with eigen_bot() as bot, chromium() as browser:
            for doel in neem_op(browser, bot.url, BEELDEN):
                print(doel.relative_to(WORTEL))
    except Gestopt as fout:
        print(fout, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
