"""The balance over the career as a picture, svg or png, and the same in words for who does not see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from io import BytesIO
from itertools import groupby
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING
from typing import Any
from typing import Final

from leerkrediet_core.errors import InvoerFout
from leerkrediet_core.grootboek import Grootboek
from leerkrediet_core.invoer import Inschrijving
from leerkrediet_core.invoer import Loopbaan
from leerkrediet_core.invoer import Resultaat
from leerkrediet_core.taal import met_teken
from leerkrediet_core.taal import punten


if TYPE_CHECKING:
    from matplotlib.axes import Axes


SOORTEN: Final = ("svg", "png")

#: As wide as a phone shows it, so that letters keep their size there.
_BREEDTE: Final = 4.2
_HOOGTE: Final = 3.7
#: More figures than this run into each other at that width.
_MEESTE_CIJFERS: Final = 9
#: A longer list is no longer listened to.
_MEESTE_VOORGELEZEN: Final = 12

# Each stands out from white, and from the band, by at least 4.5 to 1; nothing is told by colour alone.
_LIJN: Final = "#1b4f8a"
_TEKST: Final = "#1f2328"
_NUL: Final = "#9a1c1c"
_BAND: Final = "#edf2f8"
_ONDER_NUL: Final = "#fbeaea"

_LETTERTYPE: Final = "DejaVu Sans"
_INSTELLINGEN: Final[dict[str, Any]] = {
    "font.family": [_LETTERTYPE],
    "font.size": 11,
    "text.color": _TEKST,
    "axes.labelcolor": _TEKST,
    "axes.edgecolor": "#6b7280",
    "xtick.color": _TEKST,
    "ytick.color": _TEKST,
    # Letters as letters: a screen reader finds them, and they stay sharp.
    "svg.fonttype": "none",
    # Without it the names within the drawing differ each time.
    "svg.hashsalt": "leerkrediet",
}
#: The settings of the library hold for the whole process, so one drawing is made at a time.
_BEURT: Final = Lock()


@dataclass(frozen=True)
class _Punt:
    """One point of the line: the balance, what stands under it, and the year that it lies in."""

    saldo: int
    onder: str
    jaar: str = ""


def teken(grootboek: Grootboek, bestand: Path, loopbaan: Loopbaan | None = None) -> None:
    """Draw the balance into ``bestand``; the same ledger gives the same picture.

    Raises:
        InvoerFout: the file name ends on neither ``.svg`` nor ``.png``, or cannot be written.
    """
    soort = bestand.suffix.lower().removeprefix(".")
    if soort not in SOORTEN:
        raise InvoerFout("grafiek", f"'{bestand.name}' moet eindigen op .svg of .png")
    beeld = als_beeld(grootboek, soort, loopbaan)
    try:
        bestand.write_bytes(beeld)
    except OSError as fout:
        raise InvoerFout("grafiek", f"'{bestand}' kan niet geschreven worden: {fout.strerror}") from None


def als_beeld(grootboek: Grootboek, soort: str, loopbaan: Loopbaan | None = None) -> bytes:
    """The balance as a picture.

    Args:
        grootboek: what is drawn.
        soort: one of ``SOORTEN``.
        loopbaan: the career that it was computed from, for the years; None draws no years.

    Raises:
        InvoerFout: there is no such kind.
    """
    if soort not in SOORTEN:
        raise InvoerFout("grafiek", f"'{soort}' kan niet; kies uit {', '.join(SOORTEN)}")
    # Heavy to import, and only this function needs it. Not pyplot: that is made for one user at a screen.
    import matplotlib
    from matplotlib.figure import Figure

    titel = _titel(grootboek)
    uit = BytesIO()
    with _BEURT, matplotlib.rc_context(_INSTELLINGEN):
        figuur = Figure(figsize=(_BREEDTE, _HOOGTE), dpi=200, tight_layout=True)
        _teken_lijn(figuur.subplots(), *_kies_punten(grootboek, _jaren(loopbaan)), titel)
        metadata = {"Title": titel, "Date": None, "Creator": None} if soort == "svg" else {"Title": titel}
        figuur.savefig(uit, format=soort, metadata=metadata)
    return _toegankelijk(uit.getvalue(), alt_tekst(grootboek)) if soort == "svg" else uit.getvalue()


def alt_tekst(grootboek: Grootboek) -> str:
    """What the picture shows, in words: where it starts and ends, each balance on the way, and the lowest."""
    saldi = [stap.saldo for stap in grootboek.stappen if stap.mutatie]
    zinnen = [f"Grafiek van je leerkrediet: van {_voluit(grootboek.startsaldo)} naar {_met_punten(grootboek.saldo)}."]
    if 1 < len(saldi) <= _MEESTE_VOORGELEZEN:
        zinnen.append(f"Na elke beweging: {', '.join(_voluit(saldo) for saldo in saldi)}.")
    if saldi:
        zinnen.append(f"Het laagste saldo is {_voluit(min(grootboek.startsaldo, *saldi))}.")
    return " ".join(zinnen)


def _titel(grootboek: Grootboek) -> str:
    return f"Je leerkrediet: van {_voluit(grootboek.startsaldo)} naar {_voluit(grootboek.saldo)}"


def _voluit(saldo: int) -> str:
    """A balance with a real minus sign where it lies below zero."""
    return met_teken(saldo) if saldo < 0 else str(saldo)


def _met_punten(saldo: int) -> str:
    return f"{_voluit(saldo)} studiepunten" if saldo < 0 else punten(saldo)


def _jaren(loopbaan: Loopbaan | None) -> list[str]:
    """The name of the year of each event; the calculation divides a career without academic years in the same way."""
    jaren: list[str] = []
    nummer, heeft_resultaat, naam = 1, False, ""
    for gebeurtenis in loopbaan.gebeurtenissen if loopbaan else ():
        if gebeurtenis.academiejaar is not None:
            naam = str(gebeurtenis.academiejaar)
        else:
            if isinstance(gebeurtenis, Inschrijving) and heeft_resultaat:
                nummer, heeft_resultaat = nummer + 1, False
            naam = f"jaar {nummer}"
        heeft_resultaat = heeft_resultaat or isinstance(gebeurtenis, Resultaat)
        jaren.append(naam)
    return jaren


def _kies_punten(grootboek: Grootboek, jaren: Sequence[str]) -> tuple[list[_Punt], str]:
    """The points, and what stands under them: each movement, or, where those are too many, each year."""
    start = _Punt(grootboek.startsaldo, "start")
    bewegingen = [
        _Punt(stap.saldo, met_teken(stap.mutatie), jaren[stap.gebeurtenis] if jaren else "")
        for stap in grootboek.stappen
        if stap.mutatie
    ]
    if len(bewegingen) <= _MEESTE_CIJFERS or not jaren:
        return [start, *bewegingen], "elke beweging, in studiepunten"
    # A result may come late, for a year that was over: that is a point of its own, in the order of the ledger.
    per_jaar = [list(groep)[-1] for _, groep in groupby(bewegingen, key=lambda punt: punt.jaar)]
    return [start, *(_Punt(punt.saldo, _kort(punt.jaar)) for punt in per_jaar)], "saldo na elk jaar"


def _teken_lijn(assen: Axes, lijn: Sequence[_Punt], onderschrift: str, titel: str) -> None:
    saldi = [punt.saldo for punt in lijn]
    laagste, hoogste = min(0, *saldi, 0), max(1, *saldi)
    assen.set_xlim(-0.6, len(lijn) - 0.4)
    assen.set_ylim(laagste - (hoogste - laagste) * (0.16 if laagste < 0 else 0), hoogste + (hoogste - laagste) * 0.28)
    _teken_jaren(assen, lijn)
    if laagste < 0:
        assen.axhspan(assen.get_ylim()[0], 0, color=_ONDER_NUL, linewidth=0, zorder=0.5)
        assen.axhline(0, color=_NUL, linewidth=1.2, linestyle="--")
    assen.plot(range(len(lijn)), saldi, "-o", color=_LIJN, linewidth=2.2, markersize=6)
    for plaats in _met_cijfer(saldi):
        _schrijf_cijfer(assen, saldi, plaats)
    if len(lijn) <= _MEESTE_CIJFERS + 1:
        assen.set_xticks(list(range(len(lijn))))
        assen.set_xticklabels([punt.onder for punt in lijn])
    else:
        assen.set_xticks([])
    assen.tick_params(length=0)
    assen.set_xlabel(onderschrift)
    assen.set_title(titel, fontsize=12, fontweight="bold", loc="left")
    assen.grid(axis="y", color="#d5dbe3", linewidth=0.8)
    assen.set_axisbelow(True)
    for rand in ("top", "right", "left"):
        assen.spines[rand].set_visible(False)


def _schrijf_cijfer(assen: Axes, saldi: Sequence[int], plaats: int) -> None:
    """Write a balance beside its point, on the side where the line does not run."""
    voor = saldi[plaats - 1] if plaats else saldi[plaats]
    na = saldi[plaats + 1] if plaats + 1 < len(saldi) else saldi[plaats]
    hier = saldi[plaats]
    dal = voor >= hier <= na and (voor, na) != (hier, hier)
    opzij = 0 if dal or voor <= hier >= na else 4 if voor > na else -4
    assen.annotate(
        _voluit(hier),
        (plaats, hier),
        textcoords="offset points",
        xytext=(opzij, -7 if dal else 5 if opzij else 7),
        ha={0: "center", 4: "left", -4: "right"}[opzij],
        va="top" if dal else "bottom",
        fontweight="bold",
    )


def _met_cijfer(saldi: Sequence[int]) -> list[int]:
    """The places of the points that carry their figure: all of them, or the ones that matter most."""
    if len(saldi) <= _MEESTE_CIJFERS + 1:
        return list(range(len(saldi)))
    return sorted({0, saldi.index(min(saldi)), saldi.index(max(saldi)), len(saldi) - 1})


def _teken_jaren(assen: Axes, lijn: Sequence[_Punt]) -> None:
    """A band behind the movements of each year, every second one shaded, with its name at the top."""
    banden = [(jaar, list(groep)) for jaar, groep in groupby(range(1, len(lijn)), key=lambda plaats: lijn[plaats].jaar)]
    smal = any(len(plaatsen) == 1 for _, plaatsen in banden)
    for nummer, (jaar, plaatsen) in enumerate(banden):
        if not jaar:
            continue
        if nummer % 2 == 0:
            assen.axvspan(plaatsen[0] - 0.5, plaatsen[-1] + 0.5, color=_BAND, linewidth=0, zorder=0.4)
        assen.text(
            (plaatsen[0] + plaatsen[-1]) / 2,
            0.985,
            _kort(jaar) if smal else jaar,
            transform=assen.get_xaxis_transform(),
            ha="center",
            va="top",
            fontsize=9.5,
        )


def _kort(jaar: str) -> str:
    """A name that fits above or below one point: ``23-24`` for an academic year, ``j1`` for another."""
    return f"{jaar[2:4]}-{jaar[7:9]}" if jaar[:1].isdigit() else jaar.replace("jaar ", "j")


def _toegankelijk(svg: bytes, uitleg: str) -> bytes:
    """The drawing with what it shows in words, named so that a screen reader takes it for one picture."""
    tekst = svg.decode()
    tekst = tekst.replace("<svg ", '<svg role="img" lang="nl" aria-labelledby="titel uitleg" ', 1)
    tekst = tekst.replace("<title>", '<title id="titel">', 1)
    tekst = tekst.replace("</title>", f'</title>\n <desc id="uitleg">{escape(uitleg)}</desc>', 1)
    # The library names one font, and most phones do not have it.
    return tekst.replace(f"'{_LETTERTYPE}'", f"'{_LETTERTYPE}', Verdana, Arial, sans-serif").encode()
