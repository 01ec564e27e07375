"""The ledger and the parameters as tables on a terminal."""

from __future__ import annotations

from datetime import date

from rich.console import Console
from rich.table import Table

from leerkrediet_core.grootboek import Grootboek
from leerkrediet_core.parameters import parameters
from leerkrediet_core.taal import met_teken
from leerkrediet_core.watals import Vergelijking


def druk_grootboek(console: Console, grootboek: Grootboek) -> None:
    """Print the ledger: steps, balance, what was assumed and what is contested."""
    tabel = Table(show_lines=False, pad_edge=False)
    tabel.add_column("Nr.", justify="right", no_wrap=True)
    tabel.add_column("Wat er gebeurt", overflow="fold", ratio=1)
    tabel.add_column("Beweging", justify="right", no_wrap=True)
    tabel.add_column("Saldo", justify="right", no_wrap=True)
    tabel.add_column("Bron", overflow="fold")
    tabel.add_row("", "Start", "", str(grootboek.startsaldo), "")
    for nummer, stap in enumerate(grootboek.stappen, start=1):
        tabel.add_row(str(nummer), stap.omschrijving, met_teken(stap.mutatie), str(stap.saldo), stap.regel.bron.naam)
    console.print(tabel)
    console.print(f"Saldo: {grootboek.saldo} studiepunten. Nog te verdubbelen: {grootboek.bonus_over}.")
    _druk_lijst(console, "Aangenomen", grootboek.aannames)
    _druk_lijst(console, "Let op", grootboek.waarschuwingen)
    console.print("Je echte saldo staat in je Burgerprofiel: https://burgerprofiel.be")


def druk_vergelijking(console: Console, vergelijking: Vergelijking) -> None:
    """Print both ledgers and the difference."""
    console.print("Zoals het is")
    druk_grootboek(console, vergelijking.nu)
    console.print("\nMet de wijziging")
    druk_grootboek(console, vergelijking.dan)
    console.print(f"\nVerschil: {met_teken(vergelijking.verschil)} studiepunten.")


def druk_parameters(console: Console, vandaag: date) -> None:
    """Print the figures in force, with source and date of last check; the ones checked too long ago are marked."""
    tabel = Table(pad_edge=False)
    for kop in ("Wat", "Waarde", "Vanaf", "Bron", "Nagekeken op"):
        tabel.add_column(kop, overflow="fold")
    for parameter in parameters().values():
        nieuwste = parameter.waarden[-1]
        periode = f"{nieuwste.vanaf}" if nieuwste.tot is None else f"alleen bekend tot {nieuwste.tot}"
        nagekeken = parameter.gecontroleerd_op.isoformat()
        if parameter.is_verouderd(vandaag):
            nagekeken += " (meer dan een jaar geleden: nog eens nakijken)"
        bron = parameter.bron.naam + (f', deel "{parameter.deel}"' if parameter.deel else "")
        tabel.add_row(
            f"{parameter.omschrijving} [{parameter.naam}]".replace("[", r"\["),
            f"{'afgeschaft' if nieuwste.waarde is None else nieuwste.waarde} {parameter.eenheid}",
            periode,
            bron,
            nagekeken,
        )
    console.print(tabel)


def _druk_lijst(console: Console, kop: str, zinnen: tuple[str, ...]) -> None:
    if zinnen:
        console.print(f"{kop}:")
        for zin in zinnen:
            console.print(f"- {zin}", markup=False)
