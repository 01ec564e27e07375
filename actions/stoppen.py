"""What comes back on stopping or changing, computed from what the student tells."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any
from typing import Final

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.basis import Events
from actions.berichten import Bericht
from actions.berichten import lees_bericht
from actions.gids import Dossier
from actions.gids import Gids
from actions.gids import Gidsvraag
from actions.gids import waarden
from actions.loopbaan import Loopbaan
from actions.loopbaan import Probleem
from actions.loopbaan import Samenvoeging
from actions.loopbaan import Vraag
from actions.loopbaan import voeg_samen
from actions.slots import lees_loopbaan_slot
from actions.slots import lees_vraag
from actions.stoplezing import Lezing
from actions.stoplezing import keur_dossier
from actions.stoplezing import lees_bij
from actions.stopuitkomst import maak_stopuitkomst
from actions.stopuitkomst import wat_verandert
from actions.stopzaak import ZELFDE_DAG
from actions.stopzaak import Stopzaak
from actions.vragen import leg_uit
from actions.weergave import WIDGET
from actions.weergave import tabel_van
from gesprek.beurt import IN_BEREKENING
from gesprek.beurt import IN_STOPPEN
from gesprek.beurt import NA_RESULTAAT
from gesprek.beurt import STOPPEN_NAGAAN
from gesprek.dag import vandaag
from gesprek.instelling import lees_instelling
from leerkrediet_core import instellingen
from leerkrediet_core.uitschrijving import dag_in_woorden
from leerkrediet_core.weergave.tekst import als_regels
from nlu.grammatica import Feit
from nlu.patroon import maak_patroon


_START: Final = "/gids_stoppen"
_TRAJECTBEGELEIDER: Final = {"title": "Trajectbegeleider", "payload": "/trajectbegeleider_contact"}
_ANDERE_DATUM: Final = {"title": "Een andere dag", "payload": f'{_START}{{"keuze":"andere_datum"}}'}
_CREDITCONTRACT: Final = {"title": "Creditcontract", "payload": f'{_START}{{"keuze":"creditcontract"}}'}
_UITWEGEN: Final = (
    ("Trajectbegeleider", "/trajectbegeleider_contact"),
    ("Stop met rekenen", f'{_START}{{"keuze":"ophouden"}}'),
)
_OVER_CREDITCONTRACT: Final = {"title": "Over creditcontract", "payload": "/creditcontract"}
_AANGENOMEN_CONTRACT: Final = 'Ik reken met een diplomacontract. Heb je een creditcontract? Typ "creditcontract".'
#: Facts about the person, which hold for whatever is computed next.
_BLIJVEND: Final = ("contract", "opleiding", "instelling", "generatiestudent")


class StoppenNagaan(Gids):
    """Gathers what decides the return, asks only what changes it, and says it."""

    naam = STOPPEN_NAGAAN
    fase = IN_STOPPEN

    def __init__(self, vandaag: Callable[[], date] = vandaag) -> None:
        self._vandaag = vandaag

    def zet(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        lezing = self._lees(tracker)
        if tracker.get_slot("fase") != self.fase and self._over_vakken(tracker, lezing):
            vorig = self.lees_dossier(tracker)
            school = lezing.nieuw.get("instelling", vorig.get("instelling"))
            if school is None and _is_andere_school(_bericht(tracker)) and vorig.get("wil") == "vakken":
                self._vakken(dispatcher, None, genoemd=True)
            else:
                self._vakken(dispatcher, school or eigen_school(), genoemd=school is not None)
            onthoud = {"wil": "vakken", "af": True, **({"instelling": school} if school else {})}
            # Kept, so that a school that is named next is about this.
            return [SlotSet("dossier", onthoud)]
        if tracker.get_slot("fase") == self.fase and (tracker.latest_message or {}).get("text") == _START:
            dispatcher.utter_message(text="We zijn hier al mee bezig.")
            self.herhaal(dispatcher, tracker)
            return []
        bezig = tracker.get_slot("fase") == self.fase
        if bezig and "ophouden" in waarden(tracker, "keuze"):
            return self.stop(dispatcher, tracker)
        for zin in dict.fromkeys(lezing.bezwaren):
            dispatcher.utter_message(text=zin)
        vooraf = self._vooraf(tracker, lezing) if not lezing.bezwaren else None
        if vooraf is not None:
            dispatcher.utter_message(text=vooraf)
        events = super().zet(dispatcher, tracker)
        if lees_vraag(tracker) is not None and any(
            e["name"] == "dossier" and (e["value"] or {}).get("af") for e in events
        ):
            # The calculation waited for the result of the year that stops: there will be none.
            events = [*events, SlotSet("vraag", None), SlotSet("fase", NA_RESULTAAT)]
        return events

    def _vooraf(self, tracker: Tracker, lezing: Lezing) -> str | None:
        """What is said before a question that stays open: what was noted beside it, or what is assumed of the contract."""
        bezig = tracker.get_slot("fase") == self.fase
        dossier = self.lees_dossier(tracker) if bezig else self.begin(tracker)
        volgende = self.volgende({**dossier, **lezing.nieuw}, tracker)
        if volgende is None:
            return None
        if not bezig and not dossier.get("af"):
            onbesproken = bool(dossier) and "contract" not in {**dossier, **lezing.nieuw}
            return _AANGENOMEN_CONTRACT if onbesproken else None
        vraag = self.volgende(dossier, tracker)
        if vraag is not None and vraag.sleutel in lezing.nieuw:
            return None
        return _genoteerd(dossier, lezing.nieuw, self._zaak({**dossier, **lezing.nieuw}))

    def inleiding(self, dossier: Dossier) -> str:
        """What is said before the first question."""
        zin = "Ik reken uit wat je terugkrijgt. Daarvoor vraag ik alleen wat verschil maakt."
        return zin if dossier.get("contract") else f"{zin} {_AANGENOMEN_CONTRACT}"

    def mist(self, dispatcher: CollectingDispatcher, dossier: Dossier, vraag: Gidsvraag) -> Dossier:
        """The second time that the same question gets no answer, somebody who can help is named."""
        if dossier.get("gemist") != vraag.sleutel:
            dispatcher.utter_message(text=self.niet_gelezen(vraag))
            return {"gemist": vraag.sleutel}
        dispatcher.utter_message(
            text="Dat kan ik nog altijd niet lezen. Je trajectbegeleider kan dit samen met jou bekijken. "
            'Of kies "Weet ik niet": dan reken ik verder zonder dit antwoord.'
        )
        return {"uitweg": vraag.sleutel}

    def keur(self, waarde: Dossier) -> Dossier:
        """Keep of a dossier what it can hold."""
        return keur_dossier(waarde)

    def begin(self, tracker: Tracker) -> Dossier:
        """The last outcome, when the message goes on about it; else the career, and what holds for the person."""
        vorig = self.lees_dossier(tracker)
        bericht = _bericht(tracker)
        if vorig.get("wil") == "vakken":
            # Of courses that were to be dropped only the school holds.
            vorig = {naam: w for naam, w in vorig.items() if naam == "instelling"} | {"af": True, "van": None}
        loopbaan = (
            lees_loopbaan_slot(tracker) if tracker.get_slot("fase") in (NA_RESULTAAT, IN_BEREKENING) else Loopbaan()
        )
        if vorig.get("af") and vorig.get("van", {}) == loopbaan.als_dict() and bericht.tekst != _START:
            verder = {naam: w for naam, w in vorig.items() if naam != "datum" or bericht.keuze != "andere_datum"}
            return {**verder, "vorig": vorig}
        blijft = {naam: vorig[naam] for naam in _BLIJVEND if vorig.get("af") and vorig.get(naam) is not None}
        nieuw = {**blijft, **uit_loopbaan(_met_bericht(loopbaan, bericht).loopbaan, van_bericht=bool(bericht.feiten))}
        if loopbaan.jaren:
            nieuw["van"] = loopbaan.als_dict()
        return nieuw

    def bewaart(self, dossier: Dossier) -> Dossier | None:
        """The whole of it, so that "en op 1 december?" goes on from the outcome."""
        tijdelijk = ("vorig", "gemist", "uitweg")
        return {**{naam: w for naam, w in self.keur(dossier).items() if naam not in tijdelijk}, "af": True}

    def vertelt(self, tracker: Tracker, dossier: Dossier, vraag: Gidsvraag | None) -> Dossier:
        """What the message tells; with a refusal it counts as read."""
        lezing = self._lees(tracker)
        if lezing.bezwaren:
            return {**lezing.nieuw, "bezwaar": True}
        if vraag is not None and all(naam in dossier and dossier[naam] == w for naam, w in lezing.nieuw.items()):
            # What was told before is no answer to what is asked now.
            return {}
        return lezing.nieuw

    def volgende(self, dossier: Dossier, tracker: Tracker) -> Gidsvraag | None:
        """The first question that changes the outcome."""
        zaak = self._zaak(dossier)
        sleutel = next(zaak.open_vragen(), None)
        if sleutel is None:
            return None
        vraag = stel_op(sleutel, zaak)
        return replace(vraag, uitweg=_UITWEGEN) if dossier.get("uitweg") == sleutel else vraag

    def besluit(self, dispatcher: CollectingDispatcher, tracker: Tracker, dossier: Dossier) -> None:
        """Say what comes back, why, and which day matters next."""
        if dossier.get("bezwaar") and dossier.get("af"):
            # The outcome stands as it was: only what was refused is new.
            return
        zaak = self._zaak(dossier)
        uitkomst = maak_stopuitkomst(zaak)
        if dossier.get("vorig"):
            # What was said of this case stands: only what is other now is said again.
            uitkomst = wat_verandert(uitkomst, maak_stopuitkomst(self._zaak(dossier["vorig"])))
        knoppen = self._knoppen(zaak)
        if not uitkomst.slot:
            dispatcher.utter_message(text=uitkomst.zin, buttons=knoppen)
            return
        dispatcher.utter_message(text=uitkomst.zin)
        if uitkomst.grootboek is None:
            dispatcher.utter_message(text=uitkomst.slot, buttons=knoppen)
            return
        if tracker.get_latest_input_channel() == WIDGET:
            rijk = {"tabel": tabel_van(uitkomst.grootboek, uitkomst.koppen)}
            dispatcher.utter_message(text=uitkomst.vooraf or None, json_message=rijk)
            dispatcher.utter_message(text=uitkomst.slot, buttons=knoppen)
            return
        stappen = ["Zo kom ik daaraan:", *als_regels(uitkomst.grootboek, uitkomst.koppen)]
        tekst = "\n".join([*filter(None, [uitkomst.vooraf]), *stappen, "", uitkomst.slot])
        dispatcher.utter_message(text=tekst, buttons=knoppen)

    def niet_gelezen(self, vraag: Gidsvraag) -> str:
        """What is said when a message answers nothing: what would be an answer."""
        voorbeeld = _VOORBEELDEN.get(vraag.sleutel)
        if voorbeeld is None:
            return super().niet_gelezen(vraag)
        return (
            f'Dat kan ik niet als antwoord lezen. Typ {voorbeeld}, of "weet ik niet". Stoppen met rekenen? Typ "stop".'
        )

    def _zaak(self, dossier: Dossier) -> Stopzaak:
        return Stopzaak(_met_jaar(dossier), self._vandaag(), eigen_school())

    def _lees(self, tracker: Tracker) -> Lezing:
        """Read the message against what is known; the same message gives the same, however often."""
        bezig = tracker.get_slot("fase") == self.fase
        dossier = self.lees_dossier(tracker) if bezig else self.begin(tracker)
        vraag = self.volgende(dossier, tracker) if bezig else None
        bericht = _bericht(tracker)
        verder = bezig or dossier.get("af") is True
        lezing = lees_bij(
            _met_jaar(dossier),
            bericht,
            _verteld(tracker),
            vraag=vraag.sleutel if vraag is not None else None,
            ja=_opent_met(tracker),
            vandaag=self._vandaag(),
            eigen_school=eigen_school(),
            met_feiten=verder,
        )
        if not verder and _wil_een_cijfer(bericht):
            lezing.nieuw["rekenen"] = True
        if not verder and bericht.feiten:
            samen = _met_bericht(lees_loopbaan_slot(tracker), bericht)
            lezing.bezwaren = [leg_uit(probleem, samen.loopbaan) for probleem in _echte(samen)] + lezing.bezwaren
        if (
            vraag is not None
            and vraag.sleutel == "instelling"
            and "instelling" not in lezing.nieuw
            and _is_andere_school(bericht)
        ):
            lezing.nieuw = {"instelling": None}
        return lezing

    def _over_vakken(self, tracker: Tracker, lezing: Lezing) -> bool:
        """Whether a message is about dropping courses, or only says of which school, after that was explained."""
        wil = lezing.nieuw.get("wil")
        if wil is not None or _bericht(tracker).tekst.startswith(_START):
            return bool(wil == "vakken")
        vorig = self.lees_dossier(tracker)
        return vorig.get("wil") == "vakken" and vorig.get("af") is True and "datum" not in lezing.nieuw

    def _vakken(self, dispatcher: CollectingDispatcher, school: str | None, *, genoemd: bool) -> None:
        """Dropping courses is no deregistration: the school's own dates for its programme hold."""
        zinnen = [
            "Vakken laten vallen is iets anders dan stoppen: je past je programma aan. Je school bepaalt tot wanneer."
        ]
        naam = instellingen()[school].naam if school is not None else "jouw school"
        if school in _VAKKEN_BIJ:
            zinnen.append(f"Bij {naam} {_VAKKEN_BIJ[school]}")
        else:
            zinnen.append(
                f"Tot wanneer dat bij {naam} kan, weet ik niet. Zoek het op in het onderwijs- en examenreglement (OER) "
                "van je school, of vraag het aan je trajectbegeleider."
            )
        if not genoemd:
            zinnen.append("Zit je aan een andere school? Typ haar naam.")
        zinnen.append("Ook de harde knip en je studiegeld kunnen veranderen. Praat eerst met je trajectbegeleider.")
        if school == _EIGEN_DATUMS_VOOR_VAKKEN:
            zinnen.append(
                'Bron: "Ik wijzig mijn opleidingsprogramma: wat zijn de gevolgen?" (Erasmushogeschool Brussel)'
            )
        knoppen = [{"title": "Ik stop helemaal", "payload": _START}, dict(_TRAJECTBEGELEIDER)]
        dispatcher.utter_message(text="\n".join(zinnen), buttons=knoppen)

    def _knoppen(self, zaak: Stopzaak) -> list[dict[str, str]]:
        if not zaak.gebruikt:
            return [{"title": "Voor wie geldt het?", "payload": "/voor_wie"}, dict(_TRAJECTBEGELEIDER)]
        if zaak.staat_vast:
            return [dict(_OVER_CREDITCONTRACT), dict(_TRAJECTBEGELEIDER)]
        contract = [] if zaak.dossier.get("contract") else [dict(_CREDITCONTRACT)]
        return [dict(_ANDERE_DATUM), *contract, dict(_TRAJECTBEGELEIDER)]


#: The school of which the page on changing one's programme was read (R6.5).
_EIGEN_DATUMS_VOOR_VAKKEN: Final = "EhB"
#: What is known of changing one's programme, per school; elsewhere it was not found.
_VAKKEN_BIJ: Final = {
    "EhB": (
        "kan het voor vakken van semester 1 en jaarvakken voor 1 december. Voor vakken van semester 2 kan het tot "
        "15 maart. Dan krijg je de punten van die vakken terug, zolang er geen examen was."
    ),
    "UAntwerpen": (
        "kan je je programma wijzigen tot 31 oktober en tot eind februari. Kijk de datum van dit jaar na in het "
        "onderwijs- en examenreglement (OER)."
    ),
    "UCLL": (
        "telt per vak de laatste dag om je studieprogramma te wijzigen in dat semester. Vraag die datum aan je "
        "trajectbegeleider."
    ),
    "KdG": "heeft elk vak een eigen grensdatum. Vraag die datum aan je trajectbegeleider.",
}
_VOORBEELDEN: Final = {
    "datum": 'een dag of een maand, zoals "15 november" of "in maart"',
    "instelling": 'de naam van je school, zoals "UGent"',
    "opgenomen": "een getal, zoals 60",
    "verworven": 'een getal, zoals 15, of "niets"',
    "semesters": 'bijvoorbeeld "30 in semester 2"',
    "nieuw_datum": 'een dag of een maand, zoals "1 februari"',
}
_UITKOMSTEN: Final = frozenset(("verworven", "niet_geslaagd", "getolereerd"))
#: Without one of these a number beside a semester is what was taken up in it.
_CIJFERS: Final = maak_patroon(r"\d+")
_UITKOMSTWOORD: Final = maak_patroon(
    r"\b(?:geslaagd|gehaald|behaald|verworven|binnen|gebuisd|getolereerd|door|erdoor)\b"
)
_ANDERE_SCHOOL: Final = (
    "hogeschool", "universiteit", "school", "college", "campus", "academie", "unief", "conservatorium", "ergens anders",
    "andere", "staat er niet bij", "zeevaart",
)  # fmt: skip


@lru_cache(maxsize=1)
def eigen_school() -> str:
    """Key of the school that offers the assistant."""
    return lees_instelling(os.environ.get("INSTELLING", "instelling.yml")).sleutel


def stopsaldo(tracker: Tracker, vandaag: date) -> int | None:
    """The balance that the last outcome of stopping came to, the lowest where it was open; None without one."""
    dossier = tracker.get_slot("dossier")
    if not isinstance(dossier, dict) or dossier.get("af") is not True:
        return None
    zaak = Stopzaak(_met_jaar(keur_dossier(dossier)), vandaag, eigen_school())
    if not zaak.kent_punten or dossier.get("wil") == "vakken":
        return None
    if zaak.staat_vast:
        return zaak.uitslag(zaak.dagen[0].waarde, zaak.school, {}, None, None).saldo
    return zaak.laagste.saldo


def uit_loopbaan(loopbaan: Loopbaan, *, van_bericht: bool) -> Dossier:
    """What a career tells of the year that stops: its last one, when that has no result, or when it was told just now."""
    if not loopbaan.jaren:
        leeg = loopbaan.als_dict()
        return {"basis": leeg} if leeg else {}
    laatste, eerder = (
        loopbaan.jaren[-1],
        Loopbaan(loopbaan.jaren[:-1], loopbaan.startsaldo, loopbaan.bonus_over, loopbaan.eerder_verworven),
    )
    if laatste.verworven is not None and not van_bericht:
        return {"basis": _zonder_laatst(loopbaan).als_dict(), "na_resultaat": True}
    uit: Dossier = {"basis": eerder.als_dict()}
    if laatste.opgenomen is not None:
        uit["opgenomen"] = laatste.opgenomen
    uit |= {naam: getattr(laatste, naam) for naam in ("contract", "opleiding") if getattr(laatste, naam) is not None}
    if laatste.academiejaar is not None and len(laatste.academiejaar) == len("2026-2027"):
        uit["academiejaar"] = laatste.academiejaar
    if laatste.verworven is not None and laatste.opgenomen is not None:
        uit |= {"examens": True, "verworven": laatste.verworven}
        if laatste.getolereerd:
            uit["getolereerd"] = laatste.getolereerd
    return uit


def _met_jaar(dossier: Dossier) -> Dossier:
    """The dossier with the last year of the career as the one that stops, when the student said it is that one."""
    if not dossier.get("na_resultaat") or dossier.get("nieuw_jaar") is not False:
        return dossier
    return {
        **dossier,
        **{
            naam: w
            for naam, w in uit_loopbaan(Loopbaan.uit_dict(dossier.get("basis")), van_bericht=True).items()
            if naam == "basis" or naam not in dossier
        },
    }


def _zonder_laatst(loopbaan: Loopbaan) -> Loopbaan:
    return Loopbaan(loopbaan.jaren, loopbaan.startsaldo, loopbaan.bonus_over, loopbaan.eerder_verworven)


def _met_bericht(loopbaan: Loopbaan, bericht: Bericht) -> Samenvoeging:
    """The career with the study points of the message; after a complete career they are those of a new year."""
    if not bericht.feiten:
        return Samenvoeging(loopbaan)
    af = bool(loopbaan.jaren) and loopbaan.jaren[-1].verworven is not None
    nieuw_jaar = ("nieuw_jaar",) if af and any(feit.rol in ("opgenomen", "los") for feit in bericht.feiten) else ()
    feiten = [feit for feit in bericht.feiten if not (feit.deelperiode or "").startswith("semester")]
    vraag = Vraag("opgenomen", len(loopbaan.jaren) if af or not loopbaan.jaren else len(loopbaan.jaren) - 1)
    signalen: tuple[Any, ...] = (*bericht.signalen, *nieuw_jaar)
    return voeg_samen(loopbaan, feiten, vraag, signalen=signalen, contract=bericht.contract)


def _echte(samen: Samenvoeging) -> list[Probleem]:
    """The refusals that are worth a sentence; a number without a role is just not used."""
    return [probleem for probleem in samen.problemen if probleem.code not in ("onduidelijk", "deel_zonder_geheel")]


def _bericht(tracker: Tracker) -> Bericht:
    """The message, with only the study points that say how many were taken up, passed or failed."""
    bericht, verteld = lees_bericht(tracker), _verteld(tracker)
    fout = {int(cijfers) for cijfers in _CIJFERS.findall(str(verteld.get("datum_fout") or ""))}
    semesters = verteld.get("semesters")
    verdeeld = [w for w in semesters.values() if type(w) is int] if isinstance(semesters, dict) else []
    zegt_uitkomst = _UITKOMSTWOORD.search(bericht.tekst.lower()) is not None
    feiten = [f for f in bericht.feiten if not _is_iets_anders(f, verteld, fout, verdeeld, zegt_uitkomst=zegt_uitkomst)]
    return replace(bericht, feiten=tuple(feiten))


def _is_iets_anders(
    feit: Feit, verteld: dict[str, Any], fout: set[int], verdeeld: list[int], *, zegt_uitkomst: bool
) -> bool:
    """Whether a number is the day of a date, the part of a semester, or the "niets" of "niets nieuws"."""
    if feit.deel is not None:
        return bool(verteld.keys() & {"nieuw", "examens", "semesters"})
    if feit.waarde in fout:
        # "31 november" are no 31 study points.
        return True
    if feit.rol == "opgenomen" and feit.waarde is not None and (jaarvak := _jaarvak(verteld)):
        # "Een jaarvak van 6": no programme of 6, beside the other parts.
        if feit.waarde <= jaarvak < sum(verdeeld):
            return True
    if feit.waarde not in verdeeld:
        return False
    if feit.rol in _UITKOMSTEN:
        # "60 opgenomen, 30 per semester" tells of no exam.
        return feit.vermoed or not zegt_uitkomst
    return feit.rol == "los" or feit.vermoed or (feit.deelperiode or "").startswith("semester")


def _jaarvak(verteld: dict[str, Any]) -> int:
    semesters = verteld.get("semesters")
    aantal = semesters.get("jaarvak") if isinstance(semesters, dict) else None
    return aantal if type(aantal) is int else 0


def _verteld(tracker: Tracker) -> dict[str, Any]:
    entiteiten = (tracker.latest_message or {}).get("entities") or ()
    for entiteit in entiteiten:
        if (
            isinstance(entiteit, dict)
            and entiteit.get("entity") == "stoppen"
            and isinstance(entiteit.get("value"), dict)
        ):
            return dict(entiteit["value"])
    return {}


def _opent_met(tracker: Tracker) -> bool | None:
    antwoord = waarden(tracker, "antwoord")
    return True if "ja" in antwoord else False if "nee" in antwoord else None


def _wil_een_cijfer(bericht: Bericht) -> bool:
    """Whether a number is asked, and not only whether something comes back."""
    tekst = bericht.tekst.lower()
    return tekst.startswith(_START) or "hoeveel" in tekst or "saldo" in tekst


def _is_andere_school(bericht: Bericht) -> bool:
    """Whether a message names a school that is not in our data."""
    tekst = bericht.tekst.lower()
    return "?" not in tekst and any(woord in tekst for woord in _ANDERE_SCHOOL)


def stel_op(sleutel: str, zaak: Stopzaak) -> Gidsvraag:
    """The question called ``sleutel``, worded for this case."""
    dag = _de_dag(zaak)
    if sleutel == "datum":
        return Gidsvraag(
            sleutel,
            "Op welke dag stop je? Typ een dag of een maand, zoals 15 november.",
            "De dag waarop je je officieel uitschrijft, bepaalt wat er terugkomt.",
            ja_nee=False,
            knoppen=(("Vandaag", _keuze("vandaag")),),
        )
    if sleutel == "instelling":
        naam = instellingen()[zaak.eigen_school].naam
        return Gidsvraag(
            sleutel,
            f"Aan welke school stop je? Is het {naam}, of een andere? Typ dan de naam.",
            "Elke school kiest zelf tot wanneer ze leerkrediet teruggeeft.",
            ja_nee=False,
            knoppen=((zaak.eigen_school[:20], _keuze(zaak.eigen_school)),),
        )
    if sleutel == "opgenomen":
        return Gidsvraag(
            sleutel,
            "Hoeveel studiepunten nam je op in het jaar waarin je stopt? Een voltijds jaar is meestal 60.",
            "Wat je opnam, ging van je leerkrediet af. Ik reken uit hoeveel daarvan terugkomt.",
            ja_nee=False,
        )
    if sleutel == "verworven":
        return Gidsvraag(
            sleutel,
            f"Voor hoeveel van die {zaak.opgenomen} studiepunten ben je geslaagd"
            f"{', of zou je slagen' if zaak.komen_examens else ''}? Voor geen enkel? Typ 0.",
            "Waarvoor je slaagde, komt altijd terug. De eerste 60 tellen dubbel.",
            ja_nee=False,
        )
    if sleutel == "semesters":
        return _vraag_naar_verdeling(zaak)
    if sleutel == "nieuw_datum":
        return Gidsvraag(
            sleutel,
            "Wanneer schrijf je je in voor je nieuwe opleiding? Typ een dag of een maand.",
            "Voor een generatiestudent telt de laatste van de twee dagen: uitschrijven en weer inschrijven.",
            ja_nee=False,
            knoppen=(("Dezelfde dag", _keuze("zelfde_dag")),),
        )
    tekst, waarom = {
        "nieuw_jaar": (
            "Gaat het om een nieuw jaar, na dat resultaat? Dan reken ik verder met dat saldo.",
            "Is het geen nieuw jaar, dan reken ik het jaar van dat resultaat zelf opnieuw uit.",
        ),
        "examens": (
            f"Deed je dit jaar al examens, of doe je er nog voor {dag}?",
            "Een vak waarvoor je examen deed, komt alleen terug als je slaagt.",
        ),
        "nieuw": (
            "Begin je dit academiejaar nog aan een andere opleiding?",
            "Wie voor het eerst studeert en op tijd verandert, krijgt door de wet meer terug.",
        ),
        "generatiestudent": (
            "Ben je generatiestudent? Dat is: voor het eerst ooit ingeschreven in een bachelor, met een diplomacontract.",
            "Voor een generatiestudent die op tijd verandert, geeft de wet minstens de helft terug.",
        ),
    }[sleutel]
    return Gidsvraag(sleutel, tekst, waarom)


def _genoteerd(dossier: Dossier, nieuw: Dossier, zaak: Stopzaak) -> str | None:
    """That a fact was heard which was told while another was asked."""
    nieuws = {naam for naam, waarde in nieuw.items() if waarde is not None and dossier.get(naam) != waarde}
    zinnen = []
    if "contract" in nieuws:
        zinnen.append(f"je hebt een {zaak.contract}")
    if "datum" in nieuws and len(zaak.dagen) == 1:
        stuk = zaak.dagen[0].waarde
        woorden = dag_in_woorden(stuk.laatste, jaar=False)
        zinnen.append(
            f"je stopt {'op' if stuk.eerste == stuk.laatste else 'in'} "
            f"{woorden if stuk.eerste == stuk.laatste else woorden.split(maxsplit=1)[1]}"
        )
    if "instelling" in nieuws and zaak.school is not None:
        zinnen.append(f"je stopt aan {instellingen()[zaak.school].naam}")
    if nieuws & {"nieuw", "nieuw_datum"} and zaak.dossier.get("nieuw"):
        meteen = " meteen" if zaak.dossier.get("nieuw_datum") == ZELFDE_DAG else ""
        zinnen.append(f"je begint{meteen} aan een andere opleiding")
    if "nieuw" in nieuws and zaak.dossier.get("nieuw") is False:
        zinnen.append("je begint niets nieuws")
    if "generatiestudent" in nieuws:
        zinnen.append(f"je bent {'' if zaak.dossier.get('generatiestudent') else 'geen '}generatiestudent")
    return f"Genoteerd: {' en '.join(zinnen)}." if zinnen else None


def _vraag_naar_verdeling(zaak: Stopzaak) -> Gidsvraag:
    waarom = "Je school geeft niet voor elk semester hetzelfde terug."
    if zaak.deed_examens:
        tekst = (
            f"Voor hoeveel van die {zaak.rest} studiepunten deed je nog geen examen? Typ ze per semester, "
            'zoals "30 in semester 2".'
        )
        return Gidsvraag("semesters", tekst, waarom, ja_nee=False)
    if zaak.gevraagde_soort == "semester1":
        tekst = f"Hoeveel van die {zaak.rest} studiepunten zijn vakken van semester 1? Jaarvakken tel je niet mee."
    else:
        tekst = f"Hoeveel van die {zaak.rest} studiepunten zijn vakken van semester 2? Jaarvakken tel je niet mee."
    return Gidsvraag("semesters", tekst, waarom, ja_nee=False)


def _de_dag(zaak: Stopzaak) -> str:
    """``1 februari``, or ``die dag`` where it is not one day."""
    stuk = zaak.dagen[-1].waarde
    if len(zaak.dagen) > 1 or stuk.eerste != stuk.laatste:
        return "je stopt"
    return dag_in_woorden(stuk.laatste, jaar=False)


def _keuze(waarde: str) -> str:
    return f'{_START}{{"keuze":"{waarde}"}}'
