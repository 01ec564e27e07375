"""The calculation in the conversation: takes what the message tells, asks what is missing, gives the outcome."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace
from fractions import Fraction
from typing import Final

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.basis import Events
from actions.basis import Zet
from actions.berichten import Bericht
from actions.berichten import bouwt_voort
from actions.berichten import lees_bericht
from actions.keuzes import is_volgend_jaar
from actions.keuzes import keuzes_voor
from actions.keuzes import kies
from actions.keuzes import knoppen_voor
from actions.keuzes import voeg_jaar_toe
from actions.loopbaan import Loopbaan
from actions.loopbaan import Samenvoeging
from actions.loopbaan import Vraag
from actions.loopbaan import volgende_vraag
from actions.samenvoegen import neem_over
from actions.samenvoegen import over_wat_gehaald_is
from actions.slots import Keuze
from actions.slots import lees_lezingen
from actions.slots import lees_loopbaan_slot
from actions.slots import lees_variant
from actions.slots import lees_vraag
from actions.slots import schrijf_lezingen
from actions.slots import schrijf_vraag
from actions.sturen import stuur
from actions.uitkomst import KNOPPEN
from actions.uitkomst import maak_uitkomst
from actions.vragen import leg_uit
from actions.vragen import stel_vraag
from actions.wat_als import toon_doel
from actions.wat_als import toon_wat_als
from actions.weergave import toon_uitkomst
from gesprek.beurt import IN_BEREKENING
from gesprek.beurt import NA_RESULTAAT
from nlu.grammatica import Feit


_DELEN: Final = {"alles": Fraction(1), "helft": Fraction(1, 2), "niets": Fraction(0)}
_KLOPT_NIET: Final = 'Wat klopt er niet? Typ het juiste getal erbij, zoals "het waren er 48" of "ik nam 54 op".'


@dataclass
class _Stand:
    """Where the calculation is: the real career, the supposed one beside it, and what was asked last."""

    loopbaan: Loopbaan
    variant: Loopbaan | None = None
    vraag: Vraag | None = None
    fase: str | None = None

    def events(self, lezingen: tuple[Keuze, ...] = ()) -> Events:
        return [
            SlotSet("loopbaan", self.loopbaan.als_dict()),
            SlotSet("variant", self.variant.als_dict() if self.variant is not None else None),
            SlotSet("lezingen", schrijf_lezingen(lezingen)),
            SlotSet("vraag", schrijf_vraag(self.vraag)),
            SlotSet("fase", self.fase),
        ]


class SaldoBerekenen(Zet):
    """Merges the message into the career, then asks on or computes."""

    naam = "action_saldo_berekenen"

    def zet(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        bericht = lees_bericht(tracker)
        stand = _lees_stand(tracker)
        keuzes = lees_lezingen(tracker)
        gekozen = kies(bericht, keuzes)
        if gekozen is not None:
            return _neem_keuze(dispatcher, tracker, stand, gekozen)
        if bericht.keuze is not None:
            bericht = _lees_knop(bericht)
            uit = _knop(dispatcher, tracker, bericht.keuze or "", stand)
            if uit is not None:
                return uit
        if not bericht.feiten:
            uit = _zonder_getallen(dispatcher, tracker, bericht, stand)
            if uit is not None:
                return uit
        wat_als, basis = _kies_basis(bericht, stand)
        bericht = over_wat_gehaald_is(basis, bericht)
        vraag = volgende_vraag(basis) if wat_als else stand.vraag
        if wat_als and is_volgend_jaar(bericht, basis):
            samen = Samenvoeging(voeg_jaar_toe(bericht, basis))
        else:
            te_kiezen = () if keuzes else keuzes_voor(bericht, basis, vraag, wat_als=wat_als)
            if te_kiezen:
                labels = [f'"{keuze.label}"' for keuze in te_kiezen]
                vraagzin = f"Wat bedoel je: {', '.join(labels[:-1])} of {labels[-1]}?"
                dispatcher.utter_message(text=vraagzin, buttons=knoppen_voor(te_kiezen))
                return stand.events(te_kiezen)
            samen = neem_over(basis, bericht, vraag, veronderstelt=wat_als)
        doel = next((feit.waarde for feit in bericht.feiten if feit.rol == "doel"), None)
        if doel is not None and samen.loopbaan.jaren and samen.loopbaan.jaren[-1].opgenomen is not None:
            toon_doel(dispatcher, samen.loopbaan, doel)
            return _na_doel(stand, samen.loopbaan)
        if wat_als:
            return _suppose(dispatcher, tracker, samen, stand)
        return _verder(dispatcher, tracker, samen, stand)


def _lees_stand(tracker: Tracker) -> _Stand:
    fase = tracker.get_slot("fase")
    if fase not in (IN_BEREKENING, NA_RESULTAAT):
        # What an older calculation left behind does not count for a new one.
        return _Stand(Loopbaan())
    return _Stand(lees_loopbaan_slot(tracker), lees_variant(tracker), lees_vraag(tracker), fase)


def _knop(dispatcher: CollectingDispatcher, tracker: Tracker, keuze: str, stand: _Stand) -> Events | None:
    """Do what a button under an outcome says; None when it holds facts, or means nothing here."""
    if keuze == "nog_een_jaar":
        volgende = Vraag("opgenomen", len(stand.loopbaan.jaren))
        dispatcher.utter_message(text=stel_vraag(volgende, stand.loopbaan))
        return replace(stand, variant=None, vraag=volgende, fase=IN_BEREKENING).events()
    if keuze == "verder" and stand.variant is not None and volgende_vraag(stand.variant) is None:
        return _toon(dispatcher, tracker, replace(stand, loopbaan=stand.variant, variant=None))
    if keuze == "terug" and volgende_vraag(stand.loopbaan) is None:
        return _toon(dispatcher, tracker, replace(stand, variant=None))
    return None


def _lees_knop(bericht: Bericht) -> Bericht:
    """A button that says how well a year goes tells a fact, as typing it does."""
    deel = _DELEN.get(bericht.keuze or "")
    return bericht if deel is None else replace(bericht, feiten=(Feit("verworven", deel=deel),))


def _zonder_getallen(
    dispatcher: CollectingDispatcher, tracker: Tracker, bericht: Bericht, stand: _Stand
) -> Events | None:
    """Deal with a message that tells no study points; None when it changes the career all the same."""
    if stand.fase == IN_BEREKENING:
        return stuur(dispatcher, bericht, stand.loopbaan, stand.vraag or Vraag("opgenomen", 0))
    if stand.fase != NA_RESULTAAT or bericht.keuze is not None:
        return _begin(dispatcher)
    if bericht.signalen & {"waarom", "herhaling"} or "terug" in bericht.houding:
        return _toon(dispatcher, tracker, replace(stand, variant=None))
    if bericht.intent == "na_master":
        basis = stand.variant if stand.variant is not None and bouwt_voort(bericht) else stand.loopbaan
        # Asked once, and no ground for what is supposed next: the diploma would stay at the end of it.
        toon_wat_als(dispatcher, tracker, stand.loopbaan, replace(basis, masterdiploma=True))
        return stand.events()
    if neem_over(stand.variant or stand.loopbaan, bericht, None).gewijzigd:
        return None
    if "nieuw_jaar" in bericht.signalen:
        return _knop(dispatcher, tracker, "nog_een_jaar", stand)
    if "betwisting" in bericht.houding:
        dispatcher.utter_message(text=_KLOPT_NIET)
        return stand.events()
    return _begin(dispatcher)


def _kies_basis(bericht: Bericht, stand: _Stand) -> tuple[bool, Loopbaan]:
    """Whether a message supposes something, and the career that it is about."""
    if stand.fase != NA_RESULTAAT:
        return False, stand.loopbaan
    if bericht.keuze in _DELEN and stand.variant is not None:
        return True, stand.variant
    if "hypothese" in bericht.signalen or "doel" in {feit.rol for feit in bericht.feiten}:
        return True, stand.variant or stand.loopbaan
    if stand.variant is not None and not _gaat_over_echt(bericht):
        # "En voor de helft?" goes on with what was supposed.
        return True, stand.variant
    return False, stand.loopbaan


def _gaat_over_echt(bericht: Bericht) -> bool:
    return "waren_er" in bericht.signalen or any(
        feit.jaar is not None or feit.academiejaar is not None for feit in bericht.feiten
    )


def _neem_keuze(dispatcher: CollectingDispatcher, tracker: Tracker, stand: _Stand, keuze: Keuze) -> Events:
    samen = Samenvoeging(keuze.loopbaan, (), (Vraag("jaren"),))
    if keuze.wat_als:
        return _suppose(dispatcher, tracker, samen, stand)
    return _verder(dispatcher, tracker, samen, stand)


def _begin(dispatcher: CollectingDispatcher) -> Events:
    eerste = Vraag("opgenomen", 0)
    dispatcher.utter_message(
        text="Ik reken het voor je uit. Je mag alles in één keer typen, bijvoorbeeld: "
        '"1e jaar 60 opgenomen, 45 geslaagd". Of we doen het stap voor stap.'
    )
    dispatcher.utter_message(text=stel_vraag(eerste, Loopbaan()))
    return _Stand(Loopbaan(), vraag=eerste, fase=IN_BEREKENING).events()


def _suppose(dispatcher: CollectingDispatcher, tracker: Tracker, samen: Samenvoeging, stand: _Stand) -> Events:
    """Give the outcome of a supposition; the real career stays what it was."""
    variant = samen.loopbaan
    for probleem in samen.problemen:
        dispatcher.utter_message(text=leg_uit(probleem, variant))
    openstaand = volgende_vraag(variant)
    if samen.problemen and variant in (stand.loopbaan, stand.variant):
        return stand.events()
    if openstaand is not None and openstaand.veld == "opgenomen":
        dispatcher.utter_message(text=stel_vraag(openstaand, variant))
    else:
        toon_wat_als(dispatcher, tracker, stand.loopbaan, variant)
    return replace(stand, variant=variant, vraag=None, fase=NA_RESULTAAT).events()


def _verder(dispatcher: CollectingDispatcher, tracker: Tracker, samen: Samenvoeging, stand: _Stand) -> Events:
    loopbaan, gevraagd = samen.loopbaan, stand.vraag
    stand = replace(stand, loopbaan=loopbaan)
    for probleem in samen.problemen:
        dispatcher.utter_message(text=leg_uit(probleem, loopbaan))
    openstaand = volgende_vraag(loopbaan)
    if openstaand is None and gevraagd is not None and gevraagd.veld == "opgenomen" and not samen.gewijzigd:
        # "Another year" was asked for, and its first number has still to come.
        openstaand = gevraagd
    if openstaand is None and samen.problemen and not samen.gewijzigd:
        # A correction that was refused: what stood keeps standing, and a new attempt is welcome.
        return replace(stand, vraag=None, fase=NA_RESULTAAT).events()
    if openstaand is not None:
        if not samen.problemen and not samen.gewijzigd and openstaand == gevraagd:
            dispatcher.utter_message(
                text='Dat kan ik niet als antwoord lezen. Typ een getal, zoals 45. Wil je stoppen met rekenen? Typ "stop".'
            )
        elif loopbaan.startsaldo is not None and openstaand == _uitslag_van_laatste(loopbaan):
            # Who gives a balance and a programme wants to know what it becomes, result or not.
            dispatcher.utter_message(text=maak_uitkomst(loopbaan).vooruit)
        dispatcher.utter_message(text=stel_vraag(openstaand, loopbaan))
        return replace(stand, vraag=openstaand, fase=IN_BEREKENING).events()
    return _toon(dispatcher, tracker, replace(stand, variant=None))


def _uitslag_van_laatste(loopbaan: Loopbaan) -> Vraag:
    return Vraag("verworven", len(loopbaan.jaren) - 1)


def _toon(dispatcher: CollectingDispatcher, tracker: Tracker, stand: _Stand) -> Events:
    toon_uitkomst(dispatcher, tracker, maak_uitkomst(stand.loopbaan), KNOPPEN)
    return replace(stand, vraag=None, fase=NA_RESULTAAT).events()


def _na_doel(stand: _Stand, loopbaan: Loopbaan) -> Events:
    """After a goal the career stands; a result for its last year may still come."""
    if stand.fase == NA_RESULTAAT:
        return stand.events()
    vraag = volgende_vraag(loopbaan)
    fase = NA_RESULTAAT if vraag is None else IN_BEREKENING
    return replace(stand, loopbaan=loopbaan, vraag=vraag, fase=fase).events()
