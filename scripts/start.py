"""Start the assistant and keep it running until Ctrl-C; say in Dutch at which address the chat page stands."""

from __future__ import annotations

import os
import sys
import time

from bewaking import Bewaking
from gemeen import LOGBOEKEN
from gemeen import WORTEL
from gemeen import Gestopt
from instantie import Instantie
from instantie import Stopvraag
from instantie import adres
from instantie import bereikbaar
from instantie import lees_poort

from gesprek.dag import vaste_dag
from leerkrediet_core.uitschrijving import dag_in_woorden


def main() -> int:
    """Serve until stopped: 0 when that was asked for, 1 when something was wrong."""
    os.chdir(WORTEL)
    stopvraag = Stopvraag()
    stopvraag.luister()
    host = os.environ.get("HOST") or "127.0.0.1"
    try:
        poort = lees_poort("PORT", 5005)
        with Instantie(host, poort, stopvraag) as instantie:
            if instantie.start():
                _zeg(f"De chatpagina staat op {adres(bereikbaar(host), poort)}")
                if (dag := vaste_dag(os.environ)) is not None:
                    _zeg(f"Let op: de dag staat vast op {dag_in_woorden(dag)} (VANDAAG).")
                _zeg(f"De logboeken staan in {LOGBOEKEN}/. Stop met Ctrl-C.")
                bewaking = Bewaking(instantie, _zeg)
                while not stopvraag.gevraagd:
                    bewaking.kijk()
                    time.sleep(0.2)
            _zeg("\nDe assistent stopt.")
    except Gestopt as fout:
        print(fout, file=sys.stderr)
        return 1
    _zeg("Alles is gestopt.")
    return 0


def _zeg(zin: str) -> None:
    try:
        print(zin, flush=True)
    except BrokenPipeError:
        # Who read along has gone; the assistant goes on, and must still stop in good order.
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115


if __name__ == "__main__":
    sys.exit(main())
