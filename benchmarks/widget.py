"""Weigh and time the widget beside deep-chat on a slow phone, page by page: ``python benchmarks/widget.py [--kort]``.

deep-chat comes from npm into a folder that is thrown away. Both are put on the same page with one line, sent as gzip by the
same server, and opened in turns in an order of chance. Milliseconds depend on the machine; the ratios hold.
"""

from __future__ import annotations

import argparse
import gzip
import shutil
import subprocess
import sys
import tarfile
import tempfile
import threading
from collections.abc import Iterator
from collections.abc import Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from dataclasses import field
from http.server import BaseHTTPRequestHandler
from http.server import ThreadingHTTPServer
from pathlib import Path
from random import Random
from typing import Any
from typing import Final

from playwright.sync_api import Browser
from rich.console import Console
from rich.table import Table

from benchmarks.maten import mediaan
from benchmarks.maten import percentiel
from benchmarks.proefmap import WORTEL
from benchmarks.proefmap import Mislukt
from benchmarks.proefmap import machine
from channels.bundel import bundel


# isort: split
# The scripts are no package; proefmap put their folder on the path.
from browser import chromium
from gemeen import Gestopt


ZAAD: Final = 7
PAKKET: Final = "deep-chat"
BUNDEL: Final = "package/dist/deepChat.bundle.js"
LIJN: Final = '<script src="/widget.js" defer></script>'
#: A cheap phone on slow 4G, as Lighthouse has it: a processor four times slower, 150 ms of latency, 1.6 Mbit/s.
PROCESSOR: Final = 4
NETWERK: Final = {
    "offline": False,
    "latency": 150 * 3.75,
    "downloadThroughput": 1.6e6 * 0.9 / 8,
    "uploadThroughput": 750e3 * 0.9 / 8,
}
#: Runs in the page: when the button or the chat is there, and when something could be typed into it.
_WACHT: Final = """
window.tijden = {};
const kijk = () => {
  const element = document.querySelector("leerkrediet-assistent, deep-chat");
  const wortel = element && element.shadowRoot;
  const knop = wortel && wortel.querySelector(".oproep");
  if (wortel && (knop || wortel.querySelector("#text-input"))) window.tijden.zichtbaar ??= performance.now();
  if (knop && !knop.hidden && OPEN) knop.click();
  const veld = knop && !OPEN ? knop : wortel && wortel.querySelector("textarea, #text-input");
  if (!veld || !veld.getClientRects().length) requestAnimationFrame(kijk);
  else window.tijden.klaar = performance.now();
};
// Looking before there is anything to see would be work that the chat does not do.
Promise.race(["leerkrediet-assistent", "deep-chat"].map((naam) => customElements.whenDefined(naam))).then(kijk);
"""


@dataclass
class Kandidaat:
    """One of the pages, and what was measured on it.

    Attributes:
        naam: as the table calls it.
        html: the line that puts the chat on the page; empty for the page alone.
        open: whether the chat is opened.
        zichtbaar, klaar, rekentijd: milliseconds until the chat shows, until it can be typed into, and of work by the processor.
        bytes: what came over the line for scripts.
        verzoeken: requests beside the page itself.
    """

    naam: str
    html: str
    open: bool = True
    zichtbaar: list[float] = field(default_factory=list)
    klaar: list[float] = field(default_factory=list)
    rekentijd: list[float] = field(default_factory=list)
    bytes: int = 0
    verzoeken: int = 0


@contextmanager
def _server(bestanden: dict[str, tuple[str, bytes]]) -> Iterator[str]:
    class Behandelaar(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            soort, inhoud = bestanden.get(self.path, ("", b""))
            ingepakt = gzip.compress(inhoud, 9)
            self.send_response(200 if soort else 404)
            for naam, waarde in (
                ("Content-Type", soort),
                ("Content-Encoding", "gzip"),
                ("Content-Length", str(len(ingepakt))),
            ):
                self.send_header(naam, waarde)
            self.end_headers()
            self.wfile.write(ingepakt)

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(503)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Behandelaar)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def haal_deep_chat(map_: Path) -> tuple[str, bytes]:
    """The version and the bundle as npm publishes it. Raises ``Mislukt`` when it cannot be had."""
    npm = shutil.which("npm")
    if npm is None:
        raise Mislukt("Deze meting vraagt npm.")
    gedaan = subprocess.run(
        [npm, "pack", PAKKET, "--silent"], cwd=map_, capture_output=True, text=True, check=False, timeout=300
    )
    if gedaan.returncode:
        raise Mislukt(f"npm pack {PAKKET} mislukte: {gedaan.stderr.strip()}")
    pakket = map_ / gedaan.stdout.strip().splitlines()[-1]
    with tarfile.open(pakket) as archief:
        bundel = archief.extractfile(BUNDEL)
        if bundel is None:
            raise Mislukt(f"{pakket.name} bevat geen {BUNDEL}.")
        return pakket.stem.removeprefix(f"{PAKKET}-"), bundel.read()


def meet(browser: Browser, kandidaat: Kandidaat, adres: str) -> None:
    """Open the page once, as a phone that never saw it."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    try:
        page = context.new_page()
        cdp = context.new_cdp_session(page)
        cdp.send("Network.enable")
        cdp.send("Network.emulateNetworkConditions", NETWERK)
        cdp.send("Emulation.setCPUThrottlingRate", {"rate": PROCESSOR})
        # Time of its own thread, whatever else the machine does.
        cdp.send("Performance.enable", {"timeDomain": "threadTicks"})
        if kandidaat.html:
            page.add_init_script(_WACHT.replace("OPEN", "true" if kandidaat.open else "false"))
        page.goto(adres)
        if kandidaat.html:
            page.wait_for_function("() => window.tijden.klaar", timeout=60_000)
            tijden = page.evaluate("window.tijden")
            kandidaat.zichtbaar.append(tijden["zichtbaar"])
            if kandidaat.open:
                kandidaat.klaar.append(tijden["klaar"])
        metingen = {deel["name"]: deel["value"] for deel in cdp.send("Performance.getMetrics")["metrics"]}
        kandidaat.rekentijd.append(1000 * metingen["TaskDuration"])
        scripts = page.evaluate(
            "performance.getEntriesByType('resource').filter((r) => r.initiatorType === 'script' || r.initiatorType === 'other').map((r) => r.encodedBodySize)"
        )
        kandidaat.bytes = sum(scripts)
        kandidaat.verzoeken = len(scripts)
    finally:
        context.close()


def tabel(kandidaten: Sequence[Kandidaat]) -> Table:
    """One row for each."""
    uit = Table(title="De chat op een trage telefoon: mediaan (p95) in ms")
    for kop in ("pagina met", "bytes, gzip", "bestanden", "chat te zien", "typen kan", "rekentijd"):
        uit.add_column(kop, justify="left" if kop == "pagina met" else "right")
    for k in kandidaten:
        uit.add_row(
            k.naam, f"{k.bytes:,}".replace(",", "."), str(k.verzoeken), _ms(k.zichtbaar), _ms(k.klaar), _ms(k.rekentijd)
        )
    return uit


def _ms(waarden: Sequence[float]) -> str:
    return f"{mediaan(waarden):.0f} ({percentiel(waarden, 0.95):.0f})" if waarden else "-"


def main() -> int:
    """Measure and print: 0 when the run was whole, 1 with one sentence when not."""
    keuzes = argparse.ArgumentParser(description="Meet de widget naast deep-chat.")
    keuzes.add_argument("--kort", action="store_true", help="een korte meting, om te zien of alles werkt")
    keren = 2 if keuzes.parse_args().kort else 15
    console = Console(width=110)
    try:
        with tempfile.TemporaryDirectory(prefix="widget-") as tijdelijk, chromium() as browser:
            versie, deep_chat = haal_deep_chat(Path(tijdelijk))
            kandidaten = [
                Kandidaat("niets", ""),
                Kandidaat("deze widget, dicht", LIJN, open=False),
                Kandidaat("deze widget, open", LIJN),
                Kandidaat(
                    f"{PAKKET} {versie}",
                    '<deep-chat connect=\'{"url": "/antwoord"}\'></deep-chat><script type="module" src="/deep.js"></script>',
                ),
            ]
            bestanden = {
                "/widget.js": ("text/javascript", bundel(WORTEL / "webchat" / "bron")),
                "/deep.js": ("text/javascript", deep_chat),
            }
            for nummer, kandidaat in enumerate(kandidaten):
                pagina = f'<!doctype html><html lang="nl"><meta charset="utf-8"><link rel="icon" href="data:,"><title>School</title><h1>School</h1>{kandidaat.html}'
                bestanden[f"/{nummer}"] = ("text/html; charset=utf-8", pagina.encode())
            with _server(bestanden) as url:
                random = Random(ZAAD)
                for keer in range(keren):
                    print(f"ronde {keer + 1} van {keren} ...", file=sys.stderr)
                    for nummer in random.sample(range(len(kandidaten)), len(kandidaten)):
                        meet(browser, kandidaten[nummer], f"{url}/{nummer}")
            console.print(f"Machine: {machine()}. Chromium {browser.version}, {keren} ronden.")
            console.print(tabel(kandidaten))
    except (Mislukt, Gestopt) as fout:
        print(fout, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
