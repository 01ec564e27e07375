"""The questions of the calculation, and what is said when an answer cannot be: what is wrong and what would be right."""

from __future__ import annotations

from typing import Final

from actions.loopbaan import Loopbaan
from actions.loopbaan import Probleem
from actions.loopbaan import Vraag


_RANGTELWOORDEN: Final = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste")
_VELDNAMEN: Final = {
    "opgenomen": "opgenomen",
    "verworven": "geslaagd",
    "getolereerd": "getolereerd",
    "niet_geslaagd": "niet geslaagd",
    "startsaldo": "een saldo van",
    "bonus_over": "nog te verdubbelen",
    "eerder_verworven": "eerder verworven",
}


def jaarnaam(loopbaan: Loopbaan, index: int) -> str:
    """How a year is called: "2023-2024" when the student did so, else "je tweede jaar"."""
    jaar = loopbaan.jaren[index] if index < len(loopbaan.jaren) else None
    if jaar is not None and jaar.academiejaar:
        return jaar.academiejaar
    if loopbaan.startsaldo is not None and index < 2 and (jaar is None or jaar.nummer is None):
        # Who gives a balance has studied before: this is not the first year.
        return ("dat jaar", "het jaar daarna")[index]
    nummer = jaar.nummer if jaar is not None and jaar.nummer else index + 1
    return f"je {_RANGTELWOORDEN[nummer - 1]} jaar" if nummer <= len(_RANGTELWOORDEN) else f"jaar {nummer}"


def stel_vraag(vraag: Vraag, loopbaan: Loopbaan) -> str:
    """The question as the student reads it."""
    if vraag.veld == "opgenomen":
        naam = jaarnaam(loopbaan, vraag.jaar or 0)
        return f"Hoeveel studiepunten nam je op in {naam}? Een voltijds jaar is meestal 60."
    if vraag.veld == "verworven" and vraag.jaar is not None and vraag.jaar < len(loopbaan.jaren):
        opgenomen = loopbaan.jaren[vraag.jaar].opgenomen
        return (
            f"Voor hoeveel van die {opgenomen} studiepunten ben je geslaagd in {jaarnaam(loopbaan, vraag.jaar)}? "
            "Getolereerde vakken tel je niet mee."
        )
    if vraag.veld == "niet_geslaagd":
        return "Hoeveel studiepunten zijn de vakken waarvoor je niet slaagde, samen?"
    if vraag.veld == "eerder_verworven":
        return "Voor hoeveel studiepunten was je daarvoor al geslaagd, alle jaren samen?"
    return "Hoeveel studiepunten waren het?"


def leg_uit(probleem: Probleem, loopbaan: Loopbaan) -> str:
    """Why a value was not taken, and what would be right."""
    wat = _VELDNAMEN.get(probleem.veld or "", "")
    ruw = f'"{probleem.ruw[:30]}"' if probleem.ruw else "Dat"
    if probleem.code == "meer_verworven_dan_opgenomen":
        if probleem.veld == "opgenomen" and probleem.grens is not None:
            return (
                f"{probleem.waarde} opgenomen is te weinig: je was al voor {probleem.grens} geslaagd. "
                "Klopt het aantal waarvoor je slaagde?"
            )
        opgenomen = probleem.grens
        if probleem.jaar is not None and probleem.jaar < len(loopbaan.jaren):
            # What was taken up may itself have been refused in the same message.
            opgenomen = loopbaan.jaren[probleem.jaar].opgenomen or opgenomen
        return (
            f"{probleem.waarde} {wat} kan niet: je nam er {opgenomen} op. "
            f"Geslaagd, getolereerd en niet geslaagd zijn samen hoogstens {opgenomen}."
        )
    if probleem.code == "negatief":
        return f"{ruw} kan niet: een aantal studiepunten is nul of meer."
    if probleem.code == "te_groot" and probleem.veld is None:
        return f"{probleem.waarde} kan niet terugkomen: in dat jaar verloor je er {probleem.grens}."
    if probleem.code == "te_groot":
        if probleem.veld == "jaren":
            return f"Ik kan hoogstens {probleem.grens} jaren samen berekenen."
        return f"{probleem.waarde} is te veel. Hier kan hoogstens {probleem.grens}. Een voltijds jaar is 60."
    if probleem.code == "decimaal":
        return f"{ruw} is geen geheel getal. Studiepunten zijn altijd hele getallen, zoals 4 of 5."
    if probleem.code == "geen_getal":
        return f'Met {ruw} kan ik niet rekenen. Typ een getal, zoals 45, of "alles" of "de helft".'
    if probleem.code == "vakken":
        return "Ik weet dan hoeveel vakken, maar niet hoeveel studiepunten. Hoeveel studiepunten zijn dat samen?"
    if probleem.code == "cijfer":
        return f"{ruw} is een examencijfer. Ik reken met studiepunten: hoeveel studiepunten telt dat vak?"
    if probleem.code == "deel_zonder_geheel":
        return f"{ruw} van hoeveel? Typ eerst hoeveel studiepunten je opnam, zoals 60."
    getal = probleem.waarde if probleem.waarde is not None else ruw
    return f'Ik weet niet wat {getal} is. Typ het er even bij, zoals "60 opgenomen" of "45 geslaagd".'
