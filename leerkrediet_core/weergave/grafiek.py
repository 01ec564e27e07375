"""The balance over the career as a picture: svg or png."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from leerkrediet_core.errors import InvoerFout
from leerkrediet_core.grootboek import Grootboek
from leerkrediet_core.taal import met_teken


SOORTEN: Final = ("svg", "png")


def teken(grootboek: Grootboek, bestand: Path) -> None:
    """Draw the balance after each step into ``bestand``; the same ledger gives the same picture.

    Raises:
        InvoerFout: the file name ends on neither ``.svg`` nor ``.png``, or cannot be written.
    """
    soort = bestand.suffix.lower().removeprefix(".")
    if soort not in SOORTEN:
        raise InvoerFout("grafiek", f"'{bestand.name}' moet eindigen op .svg of .png")
    # Heavy to import, and only this function needs it.
    import matplotlib

    matplotlib.use("Agg")
    matplotlib.rcParams["svg.hashsalt"] = "leerkrediet"
    from matplotlib import pyplot

    saldi = [grootboek.startsaldo, *(stap.saldo for stap in grootboek.stappen)]
    plaatsen = range(len(saldi))
    figuur, assen = pyplot.subplots(figsize=(8, 4.5), dpi=150)
    try:
        assen.step(plaatsen, saldi, where="post", color="#1b4f8a", linewidth=2)
        assen.plot(plaatsen, saldi, "o", color="#1b4f8a")
        assen.axhline(0, color="#8a1b1b", linewidth=1, linestyle="--")
        if len(saldi) <= 25:
            for plaats, saldo in zip(plaatsen, saldi):
                # Below the point after a fall, so that the line does not run through the figure.
                hoogte = -16 if plaats and saldo < saldi[plaats - 1] else 8
                assen.annotate(str(saldo), (plaats, saldo), textcoords="offset points", xytext=(0, hoogte), ha="center")
            assen.set_xticks(list(plaatsen))
            assen.set_xticklabels(["start", *(met_teken(stap.mutatie) for stap in grootboek.stappen)])
        assen.margins(y=0.15)
        assen.set_ylabel("leerkrediet (studiepunten)")
        assen.set_xlabel("beweging (studiepunten)")
        assen.set_title(f"Je leerkrediet stap voor stap: van {saldi[0]} naar {saldi[-1]}")
        assen.grid(axis="y", alpha=0.3)
        for rand in ("top", "right"):
            assen.spines[rand].set_visible(False)
        try:
            figuur.savefig(bestand, format=soort, bbox_inches="tight", metadata={"Date": None} if soort == "svg" else None)
        except OSError as fout:
            raise InvoerFout("grafiek", f"'{bestand}' kan niet geschreven worden: {fout.strerror}") from None
    finally:
        pyplot.close(figuur)


def alt_tekst(grootboek: Grootboek) -> str:
    """Say in words what the picture shows, for who does not see it."""
    saldi = [grootboek.startsaldo, *(stap.saldo for stap in grootboek.stappen)]
    return (
        f"Grafiek van je leerkrediet: van {saldi[0]} naar {saldi[-1]} studiepunten, "
        f"met {max(saldi)} als hoogste en {min(saldi)} als laagste stand."
    )
