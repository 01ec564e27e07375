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
from actions.hoeveel_opnemen import antwoord_opneembaar
from actions.keuzes import als_extra_jaar
from actions.keuzes import als_opgenomen
from actions.keuzes import is_extra_jaar
from actions.keuzes import is_volgend_jaar
from actions.keuzes import is_vorig_jaar
from actions.keuzes import keuzes_voor
from actions.keuzes import kies
from actions.keuzes import knoppen_voor
from actions.keuzes import voeg_jaar_toe
from actions.loopbaan import JAARVELDEN
from actions.loopbaan import Loopbaan
from actions.loopbaan import Samenvoeging
from actions.loopbaan import Vraag
from actions.loopbaan import plaats_van_jaar
from actions.loopbaan import volgende_vraag
from actions.loopbaan import zonder_jaar
from actions.samenvoegen import neem_over
from actions.samenvoegen import over_wat_gehaald_is
from actions.slots import Keuze
from actions.slots import lees_lezingen
from actions.slots import lees_loopbaan_slot
from actions.slots import lees_variant
from actions.slots import lees_vraag
from actions.slots import schrijf_lezingen
from actions.slots import schrijf_vraag
from actions.sturen import UITWEG
from actions.sturen import stuur
from actions.uitkomst import KNOPPEN
from actions.uitkomst import maak_uitkomst
from actions.vragen import leg_uit
from actions.vragen import stel_vraag
from actions.wat_als import beschrijf
from actions.wat_als import toon_doel
from actions.wat_als import toon_wat_als
from actions.weergave import toon_uitkomst
from gesprek.beurt import IN_BEREKENING
from gesprek.beurt import NA_RESULTAAT
from gesprek.beurt import REKENEN
from leerkrediet_core import regels
from nlu.grammatica import Feit
from nlu.grammatica.jaarnaam import LAATSTE
from nlu.grammatica.jaarnaam import lees_jaar
from nlu.patroon import maak_patroon


_DELEN: Final = {"alles": Fraction(1), "helft": Fraction(1, 2), "niets": Fraction(0)}
#: Words that tell what was, so that a supposition is over.
_VERTELT: Final = maak_patroon(
    r"\b(?:heb|hebt|had|was|waren|nam|haalde|slaagde|ben|is|echt|eigenlijk|realiteit|neem|volgend)\b"
)
_MASTER: Final = maak_patroon(r"(?<!geen )\b(?:master\w*|afstudeer\w*|afgestudeerd)\b")
#: Only the first master's diploma costs points: what a second one does is told, not computed.
_TWEEDE_MASTER: Final = maak_patroon(r"\b(?:tweede|2e|2de|andere|extra)\b.{0,12}\bmaster")
#: Words of a message that goes on with a supposition without saying so ("en voor de helft?").
_MEESTE_VERVOLG: Final = 6
#: A year that is taken up now: its result has still to come.
_LOPEND: Final = maak_patroon(
    r"\b(?:neem|nemen|doe|volg|begonnen|bezig|net|nu|dit jaar|ingeschreven|herinschreven|ga|wil)\b"
)


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
        bericht = _zonder_bijzaken(lees_bericht(tracker))
        stand = _lees_stand(tracker)
        keuzes = lees_lezingen(tracker)
        gekozen = kies(bericht, keuzes)
        if gekozen is not None:
            return _neem_keuze(dispatcher, tracker, bericht, stand, gekozen)
        if bericht.keuze is not None:
            bericht = _lees_knop(bericht)
            uit = _knop(dispatcher, tracker, bericht.keuze or "", stand)
            if uit is not None:
                return uit
        elif "verder" in bericht.houding and stand.variant is not None:
            uit = _knop(dispatcher, tracker, "verder", stand)
            if uit is not None:
                return uit
        if not bericht.feiten:
            uit = _zonder_getallen(dispatcher, tracker, bericht, stand)
            if uit is not None:
                return uit
        if _vraagt_naar_opnemen(stand, bericht):
            antwoord_opneembaar(dispatcher, stand.loopbaan.startsaldo or 0, bericht.feiten[0].waarde or 0, bericht)
            return stand.events()
        stand = _ga_verder_op_keuze(stand, bericht, keuzes)
        wat_als, basis = _kies_basis(bericht, stand)
        bericht = over_wat_gehaald_is(basis, bericht)
        vraag = volgende_vraag(basis) if wat_als else stand.vraag
        if wat_als and is_volgend_jaar(bericht, basis):
            samen = Samenvoeging(voeg_jaar_toe(bericht, basis))
        elif vraag is None and not keuzes and is_extra_jaar(bericht, basis):
            nieuw = voeg_jaar_toe(bericht, basis, vooraan=is_vorig_jaar(bericht))
            samen = Samenvoeging(nieuw, (), (Vraag("jaren"),))
        else:
            te_kiezen = () if keuzes else keuzes_voor(bericht, basis, vraag, wat_als=wat_als)
            if len(te_kiezen) == 1:
                return _neem_keuze(dispatcher, tracker, bericht, stand, te_kiezen[0])
            if te_kiezen:
                labels = [f'"{keuze.label}"' for keuze in te_kiezen]
                vraagzin = f"Wat bedoel je: {', '.join(labels[:-1])} of {labels[-1]}?"
                dispatcher.utter_message(text=vraagzin, buttons=knoppen_voor(te_kiezen))
                return stand.events(te_kiezen)
            # A bare number beside a supposition that is over says what really was.
            samen = neem_over(basis, bericht, vraag, veronderstelt=wat_als or stand.variant is not None)
        doel = next((feit.waarde for feit in bericht.feiten if feit.rol == "doel"), None)
        if doel is not None and samen.loopbaan.jaren:
            toon_doel(dispatcher, samen.loopbaan, doel)
            return _na_doel(stand, samen.loopbaan)
        if wat_als:
            return _suppose(dispatcher, tracker, samen, stand)
        return _verder(dispatcher, tracker, bericht, samen, stand)


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


def _zonder_bijzaken(bericht: Bericht) -> Bericht:
    """Leave out what a question mentions in passing: "telt een getolereerd vak mee?" tells of no course."""
    if "vraag" not in bericht.houding or bericht.intent == REKENEN:
        return bericht
    return replace(
        bericht, feiten=tuple(feit for feit in bericht.feiten if feit.ongeldig not in ("vakken", "geen_getal"))
    )


def _lees_knop(bericht: Bericht) -> Bericht:
    """A button that says how well a year goes tells a fact, as typing it does."""
    deel = _DELEN.get(bericht.keuze or "")
    return bericht if deel is None else replace(bericht, feiten=(Feit("verworven", deel=deel),))


def _zonder_getallen(
    dispatcher: CollectingDispatcher, tracker: Tracker, bericht: Bericht, stand: _Stand
) -> Events | None:
    """Deal with a message that tells no study points; None when it changes the career all the same."""
    if "jaar_weg" in bericht.houding and stand.loopbaan.jaren:
        return _schrap_jaar(dispatcher, tracker, bericht, stand)
    if stand.fase == IN_BEREKENING:
        return stuur(dispatcher, bericht, stand.loopbaan, stand.vraag or Vraag("opgenomen", 0))
    if stand.fase != NA_RESULTAAT or bericht.keuze is not None:
        return _begin(dispatcher)
    if "betwisting" in bericht.houding:
        gelezen = "\n".join(f"- {regel}" for regel in beschrijf(stand.loopbaan))
        dispatcher.utter_message(
            text=f"Ik rekende met:\n{gelezen}\nKlopt een getal niet? Typ het juiste erbij, zoals "
            '"het waren er 48" of "ik nam 54 op". Je echte saldo staat in je Burgerprofiel.'
        )
        return stand.events()
    if bericht.signalen & {"waarom", "herhaling"} or "terug" in bericht.houding:
        return _toon(dispatcher, tracker, replace(stand, variant=None))
    if bericht.intent == "na_master" and bericht.contract is None and _MASTER.search(bericht.tekst.lower()):
        if _TWEEDE_MASTER.search(bericht.tekst.lower()):
            bron = regels()["later_masterdiploma"].bron.naam
            dispatcher.utter_message(
                text=f"Alleen je eerste masterdiploma kost leerkrediet. Na een tweede master gaat er niets af.\nBron: {bron}"
            )
            return stand.events()
        basis = stand.variant if stand.variant is not None and bouwt_voort(bericht) else stand.loopbaan
        # Asked once, and no ground for what is supposed next: the diploma would stay at the end of it.
        toon_wat_als(dispatcher, tracker, stand.loopbaan, replace(basis, masterdiploma=True))
        return stand.events()
    if neem_over(stand.variant or stand.loopbaan, bericht, None).gewijzigd:
        return None
    if "nieuw_jaar" in bericht.signalen:
        return _knop(dispatcher, tracker, "nog_een_jaar", stand)
    return _begin(dispatcher)


def _vraagt_naar_opnemen(stand: _Stand, bericht: Bericht) -> bool:
    """Whether "en 36?" goes on asking what a balance that was just told reaches."""
    alleen_saldo = not stand.loopbaan.jaren and stand.loopbaan.startsaldo is not None and stand.vraag is None
    los = len(bericht.feiten) == 1 and bericht.feiten[0].rol == "los" and bericht.feiten[0].ongeldig is None
    return stand.fase == NA_RESULTAAT and alleen_saldo and los


def _schrap_jaar(dispatcher: CollectingDispatcher, tracker: Tracker, bericht: Bericht, stand: _Stand) -> Events:
    """Leave a year out of the career, the last one unless another is named."""
    index = plaats_van_jaar(stand.loopbaan, lees_jaar(bericht.tekst) or LAATSTE)
    if index is None or len(stand.loopbaan.jaren) == 1:
        return _begin(dispatcher)
    return _toon(dispatcher, tracker, replace(stand, loopbaan=zonder_jaar(stand.loopbaan, index), variant=None))


def _ga_verder_op_keuze(stand: _Stand, bericht: Bericht, keuzes: tuple[Keuze, ...]) -> _Stand:
    """Take the likeliest of readings that were left open, when the message goes on from it instead of choosing."""
    if stand.vraag is not None or not keuzes or not bericht.feiten:
        return stand
    los = len(bericht.feiten) == 1 and bericht.feiten[0].rol == "los"
    hersteld = "correctie" in bericht.signalen or any(feit.vervangt is not None for feit in bericht.feiten)
    eerst = als_opgenomen(keuzes) if los else als_extra_jaar(keuzes) if hersteld else None
    if eerst is None or neem_over(eerst, bericht, volgende_vraag(eerst)).problemen:
        return stand
    return replace(stand, loopbaan=eerst, vraag=volgende_vraag(eerst))


def _kies_basis(bericht: Bericht, stand: _Stand) -> tuple[bool, Loopbaan]:
    """Whether a message supposes something, and the career that it is about."""
    lopend = bool(stand.loopbaan.jaren) and stand.vraag == _uitslag_van_laatste(stand.loopbaan)
    if stand.fase != NA_RESULTAAT and not (stand.fase == IN_BEREKENING and lopend):
        return False, stand.loopbaan
    if bericht.keuze in _DELEN and stand.variant is not None:
        return True, stand.variant
    vraagt_contract = not bericht.feiten and bericht.contract is not None and "vraag" in bericht.houding
    if "hypothese" in bericht.signalen or "doel" in {feit.rol for feit in bericht.feiten} or vraagt_contract:
        return True, stand.variant or stand.loopbaan
    if stand.variant is not None and not _gaat_over_echt(bericht):
        # "En voor de helft?" goes on with what was supposed.
        return True, stand.variant
    return False, stand.loopbaan


def _gaat_over_echt(bericht: Bericht) -> bool:
    if bouwt_voort(bericht):
        return False
    woorden = bericht.tekst.lower().split()
    verteld = "waren_er" in bericht.signalen or any(
        feit.jaar is not None or feit.academiejaar is not None for feit in bericht.feiten
    )
    return verteld or len(woorden) > _MEESTE_VERVOLG or _VERTELT.search(" ".join(woorden)) is not None


def _neem_keuze(
    dispatcher: CollectingDispatcher, tracker: Tracker, bericht: Bericht, stand: _Stand, keuze: Keuze
) -> Events:
    samen = Samenvoeging(keuze.loopbaan, (), (Vraag("jaren"),))
    if keuze.wat_als:
        return _suppose(dispatcher, tracker, samen, stand)
    return _verder(dispatcher, tracker, bericht, samen, stand)


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
    if stand.fase == IN_BEREKENING:
        # A running year: its question stays open, for when there is a result.
        return replace(stand, variant=variant).events()
    return replace(stand, variant=variant, vraag=None, fase=NA_RESULTAAT).events()


def _verder(
    dispatcher: CollectingDispatcher, tracker: Tracker, bericht: Bericht, samen: Samenvoeging, stand: _Stand
) -> Events:
    loopbaan, gevraagd = samen.loopbaan, stand.vraag
    stand = replace(stand, loopbaan=loopbaan, variant=None)
    openstaand = volgende_vraag(loopbaan)
    if openstaand is None and gevraagd is not None and gevraagd.veld == "opgenomen" and not samen.gewijzigd:
        # "Another year" was asked for, and its first number has still to come.
        openstaand = gevraagd
    klaar = openstaand is None and (bool(samen.gewijzigd) or not samen.problemen)
    ongebruikt = [p for p in samen.problemen if p.code == "onduidelijk"] if klaar else []
    for probleem in samen.problemen:
        if probleem not in ongebruikt:
            dispatcher.utter_message(text=leg_uit(probleem, loopbaan))
    if klaar:
        events = _toon(dispatcher, tracker, stand)
        if ongebruikt:
            getallen = ", ".join(str(p.waarde if p.waarde is not None else p.ruw) for p in ongebruikt)
            dispatcher.utter_message(text=f"Dit gebruikte ik niet, want ik weet niet wat het is: {getallen}.")
        return events
    if openstaand is None:
        # A correction that was refused: what stood keeps standing, and a new attempt is welcome.
        return replace(stand, vraag=None, fase=NA_RESULTAAT).events()
    vakken = next((p for p in samen.problemen if p.code == "vakken" and p.veld in JAARVELDEN), None)
    if vakken is not None and openstaand.veld == "verworven" and vakken.veld is not None:
        # What was just said asks for their points already; two questions at once get one answer.
        return replace(stand, vraag=Vraag(vakken.veld, openstaand.jaar), fase=IN_BEREKENING).events()
    niets = not samen.problemen and not samen.gewijzigd and gevraagd is not None
    if niets:
        dispatcher.utter_message(
            text='Dat kan ik niet als antwoord lezen. Typ een getal, zoals 45. Wil je stoppen met rekenen? Typ "stop".'
        )
    elif openstaand == _uitslag_van_laatste(loopbaan) and samen.gewijzigd and _is_lopend(bericht, loopbaan):
        # Who tells of a running year wants to know what it becomes, result or not.
        dispatcher.utter_message(text=maak_uitkomst(loopbaan).vooruit)
    knoppen = [dict(knop) for knop in UITWEG] if niets else []
    dispatcher.utter_message(text=stel_vraag(openstaand, loopbaan), buttons=knoppen)
    return replace(stand, vraag=openstaand, fase=IN_BEREKENING).events()


def _is_lopend(bericht: Bericht, loopbaan: Loopbaan) -> bool:
    """Whether the last year is under way, as far as the message tells."""
    relatief = loopbaan.jaren[-1].relatief
    nu = relatief is not None and relatief >= 0
    vraagt = "vraag" in bericht.houding or _LOPEND.search(bericht.tekst.lower()) is not None
    return loopbaan.startsaldo is not None or nu or (relatief is None and vraagt)


def _uitslag_van_laatste(loopbaan: Loopbaan) -> Vraag:
    return Vraag("verworven", len(loopbaan.jaren) - 1)


def _toon(dispatcher: CollectingDispatcher, tracker: Tracker, stand: _Stand) -> Events:
    uitkomst = maak_uitkomst(stand.loopbaan)
    if stand.fase == NA_RESULTAAT:
        # What was assumed was said with the first outcome.
        uitkomst = replace(uitkomst, aannames=())
    toon_uitkomst(dispatcher, tracker, uitkomst, KNOPPEN)
    return replace(stand, vraag=None, fase=NA_RESULTAAT).events()


def _na_doel(stand: _Stand, loopbaan: Loopbaan) -> Events:
    """After a goal the career stands; a result for its last year may still come."""
    if stand.fase == NA_RESULTAAT:
        return stand.events()
    vraag = volgende_vraag(loopbaan)
    fase = NA_RESULTAAT if vraag is None else IN_BEREKENING
    return replace(stand, loopbaan=loopbaan, vraag=vraag, fase=fase).events()
