"""The outcome of stories as one web page: every conversation as chat bubbles, what differs on top."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from html import escape
from pathlib import Path
from typing import Final

from verhaal.controleren import alle_tekst
from verhaal.tekst import kort
from verhaal.tekst import samenvatting
from verhaal.vorm import Gespeeld
from verhaal.vorm import Verslag


_MEESTE_TEKENS: Final = 1200
_MAANDEN: Final = "januari februari maart april mei juni juli augustus september oktober november december".split()
_STIJL: Final = """
:root { color-scheme: light dark; --vel: #f4f5f7; --kaart: #fff; --inkt: #1c2430; --zacht: #57606c; --lijn: #d5d9df;
  --bot: #e9edf3; --student: #1a4f9c; --student-inkt: #fff; --fout: #a31621; --fout-vlak: #fdecee; --goed: #17693a; }
@media (prefers-color-scheme: dark) { :root { --vel: #14181e; --kaart: #1d232b; --inkt: #e8ebef; --zacht: #a4adb9;
  --lijn: #38414d; --bot: #2b333e; --student: #2f6cc4; --fout: #ff9aa2; --fout-vlak: #3a1f24; --goed: #7fd3a1; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--vel); color: var(--inkt); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.5rem; margin: .5rem 0; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
.stand { font-weight: 600; } .stand.goed { color: var(--goed); } .stand.fout { color: var(--fout); }
.zacht { color: var(--zacht); font-size: .9rem; }
nav ul { columns: 14rem; padding-left: 1.2rem; } a { color: inherit; }
details { background: var(--kaart); border: 1px solid var(--lijn); border-radius: .6rem; margin: .5rem 0; }
details.fout { border-left: .35rem solid var(--fout); }
summary { cursor: pointer; padding: .65rem .8rem; font-weight: 600; overflow-wrap: anywhere; }
summary:focus-visible, a:focus-visible { outline: 3px solid var(--student); outline-offset: 2px; }
.teken { display: inline-block; min-width: 4.2em; font-size: .8rem; } .goed .teken { color: var(--goed); }
.fout .teken { color: var(--fout); }
.gesprek { padding: 0 .8rem .8rem; }
.bel { width: fit-content; max-width: 88%; padding: .5rem .75rem; margin: .4rem 0; border-radius: .9rem;
  white-space: pre-wrap; overflow-wrap: anywhere; }
.bot { background: var(--bot); border-bottom-left-radius: .2rem; }
.student { background: var(--student); color: var(--student-inkt); margin-left: auto; border-bottom-right-radius: .2rem; }
.student.klik { background: none; color: inherit; border: 2px solid var(--student); }
.knoppen { list-style: none; display: flex; flex-wrap: wrap; gap: .35rem; padding: 0; margin: .3rem 0 .6rem; }
.knoppen li { border: 1px solid var(--zacht); border-radius: 1rem; padding: .1rem .7rem; font-size: .9rem; }
.verschil { background: var(--fout-vlak); border-radius: .5rem; padding: .5rem .75rem; margin: .4rem 0; }
.verschil p { margin: 0; font-weight: 600; color: var(--fout); }
.verschil dl { margin: .3rem 0 0; display: grid; grid-template-columns: auto 1fr; gap: .1rem .6rem; font-size: .95rem; }
.verschil dt { color: var(--zacht); } .verschil dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.voorlezen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media print { details { break-inside: avoid; } body { background: #fff; } }
"""


def maak_pagina(verslagen: Sequence[Verslag], gemaakt_op: datetime) -> str:
    """One page that needs nothing else: no script, no font, no image, no request.

    Args:
        verslagen: the stories as they went; those with a difference come first.
        gemaakt_op: when they were played.
    """
    fouten = [verslag for verslag in verslagen if not verslag.geslaagd]
    per_bestand: dict[str, list[Verslag]] = {}
    for verslag in verslagen:
        if verslag.geslaagd:
            per_bestand.setdefault(verslag.verhaal.bestand, []).append(verslag)
    delen = [
        "<h1>Gesprekken met de leerkredietassistent</h1>",
        f'<p class="stand {"fout" if fouten else "goed"}">{escape(samenvatting(verslagen))}</p>',
        '<p class="zacht">Elk gesprek is echt gevoerd met de assistent, op '
        f'<time datetime="{gemaakt_op.isoformat(timespec="minutes")}">{_datum(gemaakt_op)}</time>. '
        "Klik op een gesprek om het te lezen. Links staat de assistent, rechts de student.</p>",
    ]
    inhoud = [("fouten", "Dit klopt niet", fouten)] if fouten else []
    inhoud += [(f"deel-{n}", _titel(bestand), rij) for n, (bestand, rij) in enumerate(per_bestand.items(), 1)]
    delen.append("<nav aria-label='Inhoud'><ul>")
    delen += [f'<li><a href="#{anker}">{escape(titel)} ({len(rij)})</a></li>' for anker, titel, rij in inhoud]
    delen.append("</ul></nav>")
    for anker, titel, rij in inhoud:
        delen.append(f'<section aria-labelledby="{anker}"><h2 id="{anker}">{escape(titel)}</h2>')
        delen += [_verhaal(verslag) for verslag in rij]
        delen.append("</section>")
    return _OMSLAG.format(stijl=_STIJL, inhoud="\n".join(delen))


def _verhaal(verslag: Verslag) -> str:
    soort = "goed" if verslag.geslaagd else "fout"
    waarom = f'<p class="zacht">{escape(verslag.verhaal.waarom)}</p>' if verslag.verhaal.waarom else ""
    plaats = f'<p class="zacht">{escape(Path(verslag.verhaal.bestand).name)}, regel {verslag.verhaal.regel}</p>'
    return (
        f'<details class="{soort}"{"" if verslag.geslaagd else " open"}><summary>'
        f'<span class="teken">{"klopt" if verslag.geslaagd else "klopt niet"}</span> '
        f'{escape(verslag.verhaal.naam)}</summary><div class="gesprek">{waarom}'
        + "".join(_beurt(gespeeld) for gespeeld in verslag.gespeeld)
        + f"{plaats}</div></details>"
    )


def _beurt(gespeeld: Gespeeld) -> str:
    beurt = gespeeld.beurt
    if beurt.knop is not None:
        delen = [f'<div class="bel student klik">{_wie("Student klikt op")}{escape(beurt.knop)}</div>']
    else:
        tekst = escape(kort(beurt.student or "", _MEESTE_TEKENS)) or "<i>(leeg bericht)</i>"
        delen = [f'<div class="bel student">{_wie("Student")}{tekst}</div>']
    for bericht in gespeeld.berichten:
        if bericht.get("text"):
            delen.append(f'<div class="bel bot">{_wie("Assistent")}{escape(str(bericht["text"]))}</div>')
        if bericht.get("image"):
            delen.append(f'<p class="zacht">{_wie("Assistent")}(een grafiek van het saldo)</p>')
        if bericht.get("buttons"):
            rij = "".join(f"<li>{escape(str(knop.get('title', '')))}</li>" for knop in bericht["buttons"])
            delen.append(f'<ul class="knoppen" aria-label="Knoppen">{rij}</ul>')
    gezegd = alle_tekst(gespeeld.berichten)
    for verschil in gespeeld.verschillen:
        gehoord = "het antwoord hierboven" if gezegd and verschil.gehoord == gezegd else verschil.gehoord
        delen.append(
            f'<div class="verschil"><p>{escape(verschil.wat)}</p><dl>'
            f"<dt>verwacht</dt><dd>{escape(verschil.verwacht)}</dd>"
            f"<dt>gehoord</dt><dd>{escape(kort(gehoord, _MEESTE_TEKENS))}</dd></dl></div>"
        )
    return "".join(delen)


def _wie(naam: str) -> str:
    """Who speaks, for who hears the page: the sides of the bubbles say it only to who sees them."""
    return f'<span class="voorlezen">{naam}: </span>'


def _titel(bestand: str) -> str:
    return Path(bestand).stem.replace("_", " ").capitalize()


def _datum(moment: datetime) -> str:
    return f"{moment.day} {_MAANDEN[moment.month - 1]} {moment.year}, {moment.hour}.{moment.minute:02} uur"


_OMSLAG: Final = """<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>Gesprekken met de leerkredietassistent</title>
<style>{stijl}</style>
</head>
<body>
<main>
{inhoud}
</main>
</body>
</html>
"""
