"""``python -m controle``: checks the content, one line per thing that is wrong, exit status 1 when there is any."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from controle.alles import CONTROLES
from controle.inhoud import lees_inhoud


def main(argumenten: list[str] | None = None) -> int:
    """Run the checks; 0 when all is well, 1 when something is wrong or a file cannot be read."""
    keuzes = argparse.ArgumentParser(prog="python -m controle", description="Controleer de inhoud van de assistent.")
    keuzes.add_argument("soort", nargs="*", help=f"alleen deze controles: {', '.join(CONTROLES)}")
    keuzes.add_argument("--map", type=Path, default=Path.cwd(), help="map van het project")
    gekozen = keuzes.parse_args(argumenten)
    onbekend = [naam for naam in gekozen.soort if naam not in CONTROLES]
    if onbekend:
        keuzes.error(f"onbekende controle: {', '.join(onbekend)}; kies uit {', '.join(CONTROLES)}")
    try:
        inhoud = lees_inhoud(gekozen.map)
    except (OSError, ValueError) as fout:
        print(f"De inhoud kan niet gelezen worden: {fout}", file=sys.stderr)
        return 1
    namen = gekozen.soort or list(CONTROLES)
    bevindingen = list(dict.fromkeys(b for naam in namen for b in CONTROLES[naam](inhoud)))
    for bevinding in bevindingen:
        print(bevinding)
    aantal = len(bevindingen)
    print(f"{aantal} {'ding' if aantal == 1 else 'dingen'} niet in orde." if aantal else "De inhoud is in orde.")
    return 1 if aantal else 0


if __name__ == "__main__":
    sys.exit(main())
