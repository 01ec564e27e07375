"""The command ``leerkrediet``. The only place in the core that looks at the clock."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from datetime import date
from datetime import datetime
from pathlib import Path
from typing import IO
from typing import Any
from typing import Final
from zoneinfo import ZoneInfo

import click
from rich.console import Console

from leerkrediet_core.academiejaar import Academiejaar
from leerkrediet_core.berekening import bereken
from leerkrediet_core.doel import Doel
from leerkrediet_core.doel import minst_te_slagen
from leerkrediet_core.errors import InvoerFout
from leerkrediet_core.errors import LeerkredietFout
from leerkrediet_core.invoer import Loopbaan
from leerkrediet_core.invoer import lees_json
from leerkrediet_core.invoer import lees_loopbaan
from leerkrediet_core.opbouw import opbouw
from leerkrediet_core.overmacht import Antwoorden
from leerkrediet_core.overmacht import Oordeel
from leerkrediet_core.overmacht import beoordeel
from leerkrediet_core.overmacht import is_tweede_zit_voorbij
from leerkrediet_core.overmacht import volgende_vraag
from leerkrediet_core.taal import punten
from leerkrediet_core.uitersten import mogelijke_verdubbeling
from leerkrediet_core.uitersten import uitersten
from leerkrediet_core.verklaring import verklaringen
from leerkrediet_core.verzoekschrift import lees_verzoek
from leerkrediet_core.verzoekschrift import maak_docx
from leerkrediet_core.watals import Schrap
from leerkrediet_core.watals import VoegToe
from leerkrediet_core.watals import Wijziging
from leerkrediet_core.watals import Zet
from leerkrediet_core.watals import als_gegevens
from leerkrediet_core.watals import wat_als
from leerkrediet_core.weergave import grafiek as grafiekweergave
from leerkrediet_core.weergave.tabel import druk_grootboek
from leerkrediet_core.weergave.tabel import druk_parameters
from leerkrediet_core.weergave.tabel import druk_vergelijking


#: Exit status when the input is refused.
GEWEIGERD: Final = 2
#: More text than a career of the largest size needs; what is longer is refused before it is read.
MEESTE_TEKENS: Final = 5_000_000


@click.group(help="Rekent met leerkrediet en legt elke stap uit.")
def leerkrediet() -> None:
    """The group of commands."""


@leerkrediet.command("bereken")
@click.argument("bestand", type=click.File(encoding="utf-8"), default="-")
@click.option("--json", "als_json", is_flag=True, help="Schrijf JSON in plaats van een tabel.")
@click.option("--grafiek", type=click.Path(path_type=Path), help="Teken het saldo in dit bestand (.svg of .png).")
def bereken_commando(bestand: IO[str], als_json: bool, grafiek: Path | None) -> None:
    """Bereken het saldo van de loopbaan in BESTAND (JSON; - is de standaardinvoer)."""
    grootboek = bereken(_lees(bestand))
    if grafiek is not None:
        grafiekweergave.teken(grootboek, grafiek)
    if als_json:
        _schrijf_json(grootboek.als_dict())
    else:
        druk_grootboek(_console(), grootboek)


@leerkrediet.command("wat-als")
@click.argument("bestand", type=click.File(encoding="utf-8"), default="-")
@click.option("--zet", multiple=True, metavar="[N.]VELD=WAARDE", help="Geef gebeurtenis N (vanaf 0) een andere waarde.")
@click.option("--voeg-toe", multiple=True, metavar="JSON", help="Voeg achteraan een gebeurtenis toe.")
@click.option("--schrap", multiple=True, type=int, metavar="N", help="Laat gebeurtenis N (vanaf 0) weg.")
@click.option("--json", "als_json", is_flag=True, help="Schrijf JSON in plaats van tabellen.")
def wat_als_commando(
    bestand: IO[str], zet: tuple[str, ...], voeg_toe: tuple[str, ...], schrap: tuple[int, ...], als_json: bool
) -> None:
    """Vergelijk de loopbaan in BESTAND met een gewijzigde versie ervan."""
    wijzigingen: list[Wijziging] = [_lees_zet(tekst) for tekst in zet]
    # From the back, so that leaving out one event does not shift the number of the next.
    wijzigingen += [Schrap(index) for index in sorted(set(schrap), reverse=True)]
    wijzigingen += [VoegToe(_lees_object("voeg-toe", tekst)) for tekst in voeg_toe]
    if not wijzigingen:
        raise InvoerFout("wat-als", "zeg wat er verandert met --zet, --voeg-toe of --schrap")
    vergelijking = wat_als(_lees(bestand), *wijzigingen)
    if als_json:
        _schrijf_json(vergelijking.als_dict())
    else:
        druk_vergelijking(_console(), vergelijking)


@leerkrediet.command("vooruit")
@click.argument("bestand", type=click.File(encoding="utf-8"), default="-")
@click.option("--doel", type=int, metavar="N", help="Zeg waarvoor je minstens moet slagen om op dit saldo te eindigen.")
@click.option("--opnemen", type=int, metavar="N", help="Reken erbij dat je nog zoveel studiepunten opneemt.")
@click.option("--bonus-onbekend", is_flag=True, help="Je weet niet hoeveel je bij het begin nog kon verdubbelen.")
@click.option("--json", "als_json", is_flag=True, help="Schrijf JSON in plaats van zinnen.")
def vooruit_commando(
    bestand: IO[str], doel: int | None, opnemen: int | None, bonus_onbekend: bool, als_json: bool
) -> None:
    """Zeg waar het jaar zonder resultaten in BESTAND kan eindigen, en wat er nodig is voor een doel."""
    loopbaan = _lees(bestand)
    if opnemen is not None:
        jaar = max((g.academiejaar for g in loopbaan.gebeurtenissen if g.academiejaar is not None), default=None)
        komend: dict[str, Any] = {"soort": "inschrijving", "studiepunten": opnemen}
        if jaar is not None:
            komend["academiejaar"] = str(jaar.volgend)
        gegevens = als_gegevens(loopbaan)
        loopbaan = lees_loopbaan({**gegevens, "gebeurtenissen": [*gegevens["gebeurtenissen"], komend]})
    bereik = mogelijke_verdubbeling(loopbaan.startsaldo) if bonus_onbekend else None
    einde = uitersten(loopbaan, bonus_over=bereik)
    te_slagen = None if doel is None else minst_te_slagen(loopbaan, doel, bonus_over=bereik)
    if als_json:
        uit: dict[str, Any] = {
            "slechtst": einde.slechtst.saldo,
            "best": einde.best.saldo,
            "openstaand": einde.openstaand,
        }
        if te_slagen is not None:
            uit["doel"] = {"saldo": doel, "zeker": te_slagen.zeker.minst, "gunstig": te_slagen.gunstig.minst}
        _schrijf_json(uit)
        return
    click.echo(f"Nog zonder resultaat: {punten(einde.openstaand)}.")
    click.echo(
        f"Slaag je daar voor niets, dan eindig je op {einde.slechtst.saldo}. Slaag je voor alles: {einde.best.saldo}."
    )
    if te_slagen is not None:
        click.echo(_zeg_doel(te_slagen))


def _zeg_doel(doel: Doel) -> str:
    """What it takes, in the least favourable case, and in the most favourable one where that differs."""
    zinnen = []
    gevallen = {"": doel.zeker}
    if doel.gunstig.minst != doel.zeker.minst:
        gevallen = {
            "Kan je weinig of niets meer verdubbelen: ": doel.zeker,
            "Kan je zoveel mogelijk verdubbelen: ": doel.gunstig,
        }
    for vooraf, geval in gevallen.items():
        if geval.minst is None:
            zin = f"op {doel.saldo} kom je niet; hoogstens op {geval.saldo_met_alles}."
        elif geval.minst == 0:
            zin = f"op {doel.saldo} kom je zeker, ook als je voor niets slaagt."
        else:
            zin = f"om op {doel.saldo} te komen, moet je voor minstens {punten(geval.minst)} slagen."
        zinnen.append(vooraf + zin if vooraf else zin.capitalize())
    return "\n".join(zinnen)


@leerkrediet.command("opbouw")
@click.argument("bestand", type=click.File(encoding="utf-8"), default="-")
@click.option("--json", "als_json", is_flag=True, help="Schrijf JSON in plaats van zinnen.")
def opbouw_commando(bestand: IO[str], als_json: bool) -> None:
    """Toon hoe het saldo van BESTAND per academiejaar teruggroeit als je je niet meer inschrijft."""
    jaren = opbouw(_lees(bestand))
    if als_json:
        _schrijf_json(
            {
                "saldi": {str(jaar): saldo for jaar, saldo in jaren.saldi.items()},
                "begint_in": jaren.begint_in and str(jaren.begint_in),
                "vol_in": jaren.vol_in and str(jaren.vol_in),
            }
        )
        return
    for jaar, saldo in jaren.saldi.items():
        click.echo(f"{jaar}: {saldo}")
    click.echo("Er komt niets bij." if jaren.begint_in is None else f"Vanaf {jaren.begint_in} komen er punten bij.")


@leerkrediet.command("verklaar")
@click.argument("bestand", type=click.File(encoding="utf-8"), default="-")
@click.option("--saldo", type=int, required=True, metavar="N", help="Het saldo dat je in je Burgerprofiel ziet.")
@click.option("--json", "als_json", is_flag=True, help="Schrijf JSON in plaats van zinnen.")
def verklaar_commando(bestand: IO[str], saldo: int, als_json: bool) -> None:
    """Zoek welke ene wijziging van BESTAND op het saldo uitkomt dat je echt hebt."""
    loopbaan = _lees(bestand)
    berekend = bereken(loopbaan).saldo
    gevonden = verklaringen(loopbaan, saldo)
    if als_json:
        rijen = [
            {"soort": v.soort, "zin": v.zin, "aantal": v.aantal, "invoer": als_gegevens(v.loopbaan)} for v in gevonden
        ]
        _schrijf_json({"berekend": berekend, "echt": saldo, "verklaringen": rijen})
        return
    click.echo(f"Berekend: {berekend}. Echt: {saldo}.")
    if berekend != saldo:
        click.echo(
            "Dat klopt als een van deze dingen zo is:" if gevonden else "Geen enkele kleine wijziging verklaart dat."
        )
    for verklaring in gevonden:
        click.echo(f"- {verklaring.zin}")


@leerkrediet.command("overmacht")
@click.option(
    "--academiejaar", multiple=True, metavar="JJJJ-JJJJ", help="Het jaar waarover het gaat; mag meer dan eens."
)
@click.option("--instelling", metavar="SLEUTEL", help="De school, zoals EhB of UGent.")
@click.option("--vakken", metavar="N", help="Om hoeveel vakken het gaat.")
@click.option("--verzoekschrift", type=click.Path(path_type=Path), help="Schrijf een ontwerp in dit bestand (.docx).")
@click.option("--vandaag", metavar="JJJJ-MM-DD", help="De dag waarop je kijkt (standaard vandaag).")
def overmacht_commando(
    academiejaar: tuple[str, ...],
    instelling: str | None,
    vakken: str | None,
    verzoekschrift: Path | None,
    vandaag: str | None,
) -> None:
    """Stel de vragen over overmacht, en zeg wat er geldt en wat je verzamelt."""
    if verzoekschrift is not None and verzoekschrift.suffix.lower() != ".docx":
        raise InvoerFout("--verzoekschrift", f"'{verzoekschrift.name}' moet eindigen op .docx")
    verzoek = lees_verzoek({"jaar": ",".join(academiejaar), "school": instelling or "", "vakken": vakken or ""})
    gegeven: dict[str, Any] = {}
    voorbij = {is_tweede_zit_voorbij(Academiejaar.lees(jaar), _lees_dag(vandaag)) for jaar in verzoek.academiejaren}
    if voorbij and None not in voorbij:
        gegeven["tweede_zit_voorbij"] = all(voorbij)
    click.echo("Antwoord met ja, nee of weet niet. Vertel niet wat er gebeurde: dat is hier niet nodig.\n")
    while (vraag := volgende_vraag(gegeven)) is not None:
        gegeven[vraag.sleutel] = _vraag_ja_nee(vraag.tekst, vraag.waarom)
    beoordeling = beoordeel(replace(Antwoorden(instelling=verzoek.instelling), **gegeven))
    click.echo("")
    for zin in beoordeling.uitleg:
        click.echo(zin)
    click.echo(f"\n{beoordeling.kop}")
    for zin in beoordeling.checklist:
        click.echo(f"[ ] {zin}")
    click.echo("")
    for zin in beoordeling.daarna:
        click.echo(zin)
    click.echo("\nBronnen:")
    for bron in beoordeling.bronnen:
        click.echo(f"- {bron.naam}" + (f", {bron.adres}" if bron.adres else ""))
    click.echo("\nTwijfel je? Vraag het aan je trajectbegeleider of aan de ombuds van je opleiding.")
    if verzoekschrift is None:
        return
    if beoordeling.oordeel is Oordeel.KAN_NIET:
        click.echo("\nIk schrijf geen ontwerp: een verzoek heeft hier geen kans.")
        return
    inhoud = maak_docx(
        replace(
            verzoek,
            aangepast_examen_gevraagd=gegeven.get("aangepast_examen_gevraagd"),
            bewijs_dekt_datum=gegeven.get("bewijs_dekt_datum"),
        )
    )
    try:
        verzoekschrift.write_bytes(inhoud)
    except OSError:
        raise InvoerFout("--verzoekschrift", f"'{verzoekschrift}' kan niet geschreven worden") from None
    click.echo(f"\nHet ontwerp staat in {verzoekschrift}. Vul het aan op je eigen computer.")


@leerkrediet.command("regels")
@click.option("--vandaag", metavar="JJJJ-MM-DD", help="De dag waarop je kijkt (standaard vandaag).")
def regels_commando(vandaag: str | None) -> None:
    """Toon de cijfers die gelden, met bron en datum van de laatste controle."""
    druk_parameters(_console(), _lees_dag(vandaag))


def main(argumenten: list[str] | None = None) -> int:
    """Run the command; whatever is refused gives status 2 and one Dutch sentence on standard error."""
    try:
        leerkrediet.main(args=argumenten, prog_name="leerkrediet", standalone_mode=False)
    except LeerkredietFout as fout:
        return _weiger(str(fout))
    except click.exceptions.Abort:
        return _weiger("afgebroken")
    except click.UsageError as fout:
        return _weiger(_nederlands(fout))
    except click.FileError as fout:
        return _weiger(f"{fout.filename}: dit bestand kan niet gelezen worden")
    except (UnicodeDecodeError, OSError):
        return _weiger("invoer: dit bestand kan niet gelezen worden; het moet tekst in UTF-8 zijn")
    return 0


def start() -> None:
    """Entry point of the installed command."""
    sys.exit(main())


def _weiger(zin: str) -> int:
    click.echo(zin, err=True)
    return GEWEIGERD


def _nederlands(fout: click.UsageError) -> str:
    """Click speaks English; these are the mistakes one makes on this command line."""
    if isinstance(fout, click.NoSuchOption):
        return f"{fout.option_name}: deze optie bestaat niet; zie --help"
    if isinstance(fout, click.BadParameter):
        naam = fout.param.human_readable_name if fout.param else "invoer"
        return f"{naam.lower()}: kan niet gebruikt worden; bestaat het bestand, en klopt de waarde? Zie --help"
    return "dit commando is niet te begrijpen; zie leerkrediet --help"


def _lees(bestand: IO[str]) -> Loopbaan:
    tekst = bestand.read(MEESTE_TEKENS + 1)
    if len(tekst) > MEESTE_TEKENS:
        raise InvoerFout("invoer", f"is te lang; hoogstens {MEESTE_TEKENS} tekens")
    return lees_json(tekst)


def _lees_dag(tekst: str | None) -> date:
    try:
        # The rules are those of Flanders, wherever the machine stands.
        return datetime.now(ZoneInfo("Europe/Brussels")).date() if tekst is None else date.fromisoformat(tekst)
    except ValueError:
        raise InvoerFout("--vandaag", 'schrijf een datum als "2026-11-30"') from None


def _lees_zet(tekst: str) -> Zet:
    plaats, is_, waarde = tekst.partition("=")
    if not is_ or not plaats:
        raise InvoerFout("--zet", f"'{tekst}' moet de vorm N.VELD=WAARDE hebben, zoals 1.verworven=48")
    index, punt, veld = plaats.partition(".")
    try:
        gelezen = json.loads(waarde)
    except (ValueError, RecursionError):
        gelezen = waarde
    if not punt:
        return Zet(None, plaats, gelezen)
    if not index.isdecimal():
        raise InvoerFout("--zet", f"'{index}' is geen nummer van een gebeurtenis; begin te tellen bij 0")
    return Zet(int(index), veld, gelezen)


def _lees_object(naam: str, tekst: str) -> dict[str, Any]:
    try:
        gelezen = json.loads(tekst)
    except (ValueError, RecursionError):
        gelezen = None
    if not isinstance(gelezen, dict):
        raise InvoerFout(f"--{naam}", 'geef een JSON-object, zoals {"soort": "inschrijving", "studiepunten": 60}')
    return gelezen


def _vraag_ja_nee(tekst: str, waarom: str) -> bool | None:
    woorden = {"ja": True, "j": True, "nee": False, "n": False, "neen": False, "weet niet": None, "?": None, "": None}
    while True:
        antwoord = click.prompt(f"{tekst}\n  ({waarom})\n  ja / nee / weet niet", default="", show_default=False)
        woord = str(antwoord).strip().lower()
        if woord in woorden:
            return woorden[woord]
        click.echo("Dat is geen ja, nee of weet niet. Probeer het nog eens.")


def _schrijf_json(gegevens: dict[str, Any]) -> None:
    click.echo(json.dumps(gegevens, ensure_ascii=False, indent=2))


def _console() -> Console:
    # Not a terminal: wide enough that sentences stay whole when the table goes to a file or a pipe.
    return Console() if sys.stdout.isatty() else Console(width=140)
