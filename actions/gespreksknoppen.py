"""The buttons under an answer of the machine, and what pressing one says. They follow from the state, so none is kept."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from typing import Final
from typing import Literal
from typing import get_args

from actions.vragenboek import Vragenboek
from gesprek import terugvragen
from gesprek.lezing import MEESTE_JAREN
from gesprek.lezing import Daad
from gesprek.lezing import Feit
from gesprek.lezing import Lezing
from gesprek.lezing import Omgang
from gesprek.lezing import Stuur
from gesprek.lezing import Vertel
from gesprek.lezing import Vraag
from gesprek.machine import BEGREPEN
from gesprek.machine import Sleutel
from gesprek.rekening import Ontbrekend
from gesprek.staat import Openstaand
from gesprek.staat import Staat
from nlu.patroon import maak_patroon


#: Messenger drops all buttons when there are more.
MEESTE_KNOPPEN: Final = 3
MEER_UITLEG: Final = "Meer uitleg"
WEET_NIET: Final = "Weet ik niet"
MOMENTEN: Final[Mapping[str, Literal["voor_inschrijving", "na_inschrijving"]]] = {
    "voor": "voor_inschrijving", "na": "na_inschrijving",
}  # fmt: skip
#: What is typed in so many words, as the answers and the menu of the chat say it, is as certain as a button.
_WIS: Final = frozenset(("verwijder mijn gesprek", "begin opnieuw"))
#: Alone these leave what is asked, whatever it is: who stops studying says more.
_STOP: Final = frozenset(("stop", "stop maar", "laat maar", "laat maar zitten"))
_TE_VRAGEN: Final = frozenset(get_args(Ontbrekend)) | terugvragen.TE_VRAGEN
#: The topics of the Raad where the guide is offered, and those where the draft of the letter is, once it was gone through.
_NAGAAN: Final = ("overmacht_voorwaarden", "overmacht_procedure", "overmacht_termijn")
_VAN_DE_RAAD: Final = (*_NAGAAN, "overmacht_bewijs")
#: An academic year is no longer.
_MEESTE_TEKENS: Final = len("2026-2027")
GELDT_DIT: Final = "Geldt dit voor mij?"
MAAK_ONTWERP: Final = "Maak een ontwerp"
_ACADEMIEJAAR: Final = maak_patroon(r"\b(20\d\d)\s?[-/]\s?(?:20)?\d\d\b")

#: Buttons of the rules that are no topic of the catalogue: what they say to the machine.
_DADEN: Final[Mapping[str, Daad]] = {
    "saldo_berekenen": Vraag(soort="vraag", doel="saldo"),
    "begroeting": Omgang(soort="sociaal", wat="groet"),
    "afscheid": Omgang(soort="sociaal", wat="afscheid"),
    "bedanken": Omgang(soort="sociaal", wat="dank"),
    "klacht_frustratie": Omgang(soort="sociaal", wat="klacht"),
    "buiten_bereik_nood": Omgang(soort="sociaal", wat="nood"),
    "buiten_bereik_belediging": Omgang(soort="sociaal", wat="belediging"),
    "mens_spreken": Stuur(soort="stuur", wat="mens"),
    "opnieuw": Stuur(soort="stuur", wat="opnieuw"),
    "bevestigen": Vertel(soort="antwoord", ja=True),
    "ontkennen": Vertel(soort="antwoord", ja=False),
}
#: The topics that buttons of the rules lead to by another name.
_ONDERWERPEN: Final = {"gids_stoppen": "stoppen_uitschrijven"}


@dataclass(frozen=True)
class Knop:
    """A button: what it shows, and the intent and values that it sends."""

    titel: str
    intent: str
    gegevens: Mapping[str, str]

    @property
    def lading(self) -> str:
        """What it sends, as Rasa reads it."""
        return f"/{self.intent}{json.dumps(self.gegevens, separators=(',', ':'))}"

    def als_dict(self) -> dict[str, str]:
        """As a channel takes it."""
        return {"title": self.titel, "payload": self.lading}


def knoppen(staat: Staat, vragen: Vragenboek, merk: Sleutel = str) -> tuple[Knop, ...]:
    """The buttons under the answer that led to ``staat``: what was asked first, then what may be asked next.

    Args:
        staat: the conversation after the answer.
        vragen: the catalogue.
        merk: makes the key under which the state counts a question.
    """
    mogelijk = [*_bij_vraag(staat), *_vervolg(staat, vragen, merk)]
    per_titel = {knop.titel: knop for knop in reversed(mogelijk)}
    return tuple(knop for knop in mogelijk if per_titel[knop.titel] is knop)[:MEESTE_KNOPPEN]


def getypt(tekst: str, staat: Staat, vragen: Vragenboek, merk: Sleutel = str) -> Daad | None:
    """What the button with this title says, where it stood under the last answer; None where there was none such."""
    kaal = _kaal(tekst)
    if kaal in _WIS:
        return Stuur(soort="stuur", wat="wis")
    if kaal in _STOP:
        return Stuur(soort="stuur", wat="stop")
    if staat.open is not None and staat.open.wat == terugvragen.VAN_DE_GIDS + terugvragen.JAAR:
        if (jaar := _ACADEMIEJAAR.search(tekst)) is not None:
            return Vertel(soort="antwoord", keuze=f"{jaar[1]}-{int(jaar[1]) + 1}")
    knop = next((knop for knop in knoppen(staat, vragen, merk) if _kaal(knop.titel) == kaal), None)
    return None if knop is None else _als_daad(knop.intent, knop.gegevens, staat, vragen)


def gedrukt(intent: str, gegevens: Mapping[str, str], staat: Staat, vragen: Vragenboek) -> tuple[Staat, Lezing]:
    """The state in which a button is read, and what it says: an older one answers the question that it stood under.

    Args:
        intent: the name in its payload.
        gegevens: the values in its payload; anybody may have typed them.
        staat: the conversation so far.
        vragen: the catalogue.
    """
    daad = _als_daad(intent, gegevens, staat, vragen)
    if daad is None:
        return staat, Lezing()
    if gegevens.get("bij", "").startswith(f"{BEGREPEN}/") and not _staat_open(gegevens["bij"], staat):
        # What was understood then is past; what is known now can be seen and mended.
        return staat, Lezing(daden=(Stuur(soort="stuur", wat="wat_weet_je"),))
    open_ = _lees_open(gegevens.get("bij", "")) if intent == "antwoord" else None
    if open_ is not None and not _is_zelfde(staat.open, open_):
        staat = staat.met(open=open_)
    return staat, Lezing(daden=(daad,))


def _bij_vraag(staat: Staat) -> list[Knop]:
    vraag = staat.open
    if vraag is not None and vraag.wat == BEGREPEN:
        welke = {"bij": f"{BEGREPEN}/{vraag.nummer}"}
        return [Knop(titel, intent, welke) for titel, intent in (("Ja, dat klopt", "bevestigen"), ("Nee", "ontkennen"))]
    # A question that was repeated stands only under an answer from the catalogue.
    if vraag is None or vraag.wat not in _TE_VRAGEN or (vraag.herhaald and staat.laatste.soort != "kennis"):
        return []
    bij = "/".join("" if deel is None else str(deel) for deel in (vraag.wat, vraag.start, vraag.rang, vraag.opgenomen))
    keuzes = tuple(MOMENTEN) if vraag.wat == "moment" else vraag.keuzes
    namen = {keuze: keuze.capitalize() for keuze in keuzes}
    namen["weet_niet"] = WEET_NIET
    return [Knop(titel, "antwoord", {"keuze": keuze, "bij": bij}) for keuze, titel in namen.items()]


def _vervolg(staat: Staat, vragen: Vragenboek, merk: Sleutel) -> list[Knop]:
    sleutel = staat.laatste.onderwerp
    if staat.laatste.soort not in ("kennis", "getal") or sleutel not in vragen:
        return []
    uit = _van_de_raad(staat)
    if vragen.heeft_meer(sleutel) and _keren(staat, merk(sleutel)) == 1:
        uit.append(_vraagknop(MEER_UITLEG, sleutel))
    return uit + [_vraagknop(vragen.titel(v), v) for v in vragen.verder(sleutel) if not _keren(staat, merk(v))]


def _van_de_raad(staat: Staat) -> list[Knop]:
    """What the topics of the Raad offer beside knowledge: the guide first, after it the draft of the letter."""
    onderwerp = staat.laatste.onderwerp.partition("/")[0]
    if staat.dossier is not None and onderwerp in _VAN_DE_RAAD:
        return [Knop(MAAK_ONTWERP, "gids_overmacht", {"keuze": "ontwerp"})]
    return [Knop(GELDT_DIT, "gids_overmacht", {})] if staat.dossier is None and onderwerp in _NAGAAN else []


def _keren(staat: Staat, merk: str) -> int:
    """How often a question of the catalogue was answered, whatever the case."""
    return sum(keer for naam, keer in staat.gezegd.items() if naam.partition("|")[0] == merk)


def _vraagknop(titel: str, sleutel: str) -> Knop:
    return Knop(titel, "vraag", {"over": sleutel})


def _als_daad(intent: str, gegevens: Mapping[str, str], staat: Staat, vragen: Vragenboek) -> Daad | None:
    if intent == "vraag":
        sleutel = gegevens.get("over", "")
        return Vraag(soort="vraag", onderwerp=sleutel) if sleutel in vragen else None
    if intent == "antwoord":
        return _antwoord(gegevens, staat)
    if intent == "gids_overmacht":
        return Stuur(soort="stuur", wat="ontwerp" if gegevens.get("keuze") == "ontwerp" else "nagaan")
    if intent in _DADEN:
        return _DADEN[intent]
    overzicht = vragen.overzicht(_ONDERWERPEN.get(intent, intent))
    return None if overzicht is None else Vraag(soort="vraag", onderwerp=overzicht)


def _antwoord(gegevens: Mapping[str, str], staat: Staat) -> Daad | None:
    open_, keuze = _lees_open(gegevens.get("bij", "")), gegevens.get("keuze", "")
    if open_ is None:
        return None
    if keuze == "weet_niet":
        return Vertel(soort="antwoord", weet_niet=True)
    if open_.wat in terugvragen.TE_VRAGEN:
        ja = {"ja": True, "nee": False}.get(keuze)
        return Vertel(soort="antwoord", ja=ja, keuze=keuze[:_MEESTE_TEKENS] if ja is None else None)
    if open_.wat != "moment" or keuze not in MOMENTEN:
        return None
    anker = staat.kaart.ankers[-1] if staat.kaart.ankers else None
    if anker is not None and anker.moment is not None:
        # It was answered before, and now otherwise.
        feit = Feit(wat="saldo", waarde=anker.saldo, moment=MOMENTEN[keuze], jaar=f"{anker.start}-{anker.start + 1}")
        return Vertel(soort="verbeter", feiten=(feit,))
    return Vertel(soort="antwoord", keuze=keuze)


def _lees_open(bij: str) -> Openstaand | None:
    """The question that a button stood under; None where it is none that is ever asked."""
    wat, *getallen = bij.split("/")
    if wat not in _TE_VRAGEN or len(getallen) != len(("start", "rang", "opgenomen")):
        return None
    if any(g and not (g.isascii() and g.isdecimal() and len(g) <= len("2026")) for g in getallen):
        return None
    start, rang, opgenomen = (_getal(g) for g in getallen)
    if (start is not None and not 2000 <= start < 2100) or (rang is not None and not 1 <= rang <= MEESTE_JAREN):
        return None
    return Openstaand(wat=wat, start=start, rang=rang, opgenomen=opgenomen)


def _staat_open(bij: str, staat: Staat) -> bool:
    """Whether it is still asked whether this was understood rightly."""
    vraag = staat.open
    return vraag is not None and vraag.wat == BEGREPEN and bij == f"{BEGREPEN}/{vraag.nummer}"


def _is_zelfde(een: Openstaand | None, ander: Openstaand) -> bool:
    return een is not None and (een.wat, een.start, een.rang) == (ander.wat, ander.start, ander.rang)


def _getal(cijfers: str) -> int | None:
    return int(cijfers) if cijfers else None


def _kaal(tekst: str) -> str:
    return " ".join(tekst.casefold().split()).strip(" ?!.")


def entiteiten_van(bericht: Mapping[str, Any]) -> dict[str, str]:
    """The values in the payload of the button that was pressed."""
    return {
        str(e["entity"]): e["value"]
        for e in bericht.get("entities") or ()
        if isinstance(e, dict) and e.get("entity") in ("over", "bij", "keuze") and isinstance(e.get("value"), str)
    }
