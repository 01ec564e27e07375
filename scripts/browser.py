"""The machine's own Chromium under Playwright: for the browser tests, the screenshots and the measurements."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from gemeen import Gestopt
from playwright.sync_api import Browser
from playwright.sync_api import sync_playwright


_NAMEN: Final = ("chromium", "chromium-browser", "google-chrome")
#: It talks to nobody but the pages that it is sent to.
_ARGUMENTEN: Final = (
    "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync --no-first-run "
    "--disable-quic"
).split()


@contextmanager
def chromium() -> Iterator[Browser]:
    """A running browser; never one that Playwright would fetch.

    Raises:
        Gestopt: there is none on this machine.
    """
    pad = next(filter(None, map(shutil.which, _NAMEN)), None)
    if pad is None:
        raise Gestopt("er is geen chromium op deze machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=pad, args=_ARGUMENTEN)
        try:
            yield browser
        finally:
            browser.close()
