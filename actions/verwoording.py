"""Puts what is said into words: short, the answer first, to the student or about somebody else."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from typing import Final

from actions.vragenboek import Vragenboek
from gesprek import terugvragen
from gesprek.doelen import Wereld
from gesprek.rekening import Mist
from gesprek.rekening import gedateerd
from gesprek.rekening import pakketten
from gesprek.staat import Som
from gesprek.steekkaart import Steekkaart
from gesprek.uiting import Uiting
from leerkrediet_core import Academiejaar
from leerkrediet_core import getal
from leerkrediet_core import instellingen
from leerkrediet_core.overmacht import Beoordeling
from leerkrediet_core.overmacht import Oordeel
from leerkrediet_core.uitschrijving import dag_in_woorden


@dataclass(frozen=True)
class Wie:
    """How somebody is spoken to or about.

    Attributes:
        naam: "je", or who it is, in the middle of a sentence.
        kort: "je", "hij", "ze".
        van: "je", "zijn", "haar".
    """

    naam: str = "je"
    kort: str = "je"
    van: str = "je"

    @property
    def zelf(self) -> bool:
        return self.naam == "je"

    def doe(self, ik: str, ander: str) -> str:
        """The form of a verb: ``ik`` for "je", ``ander`` for somebody else."""
        return ik if self.zelf else ander

    @property
    def heeft(self) -> str:
        return self.doe("hebt", "heeft")

    @property
    def Kort(self) -> str:
        return self.kort.capitalize()

    @property
    def Naam(self) -> str:
        return self.naam[0].upper() + self.naam[1:]


_HIJ: Final = frozenset("zoon broer vriend man vader papa stiefzoon plusvader neef kleinzoon student".split())
_ZE: Final = frozenset("dochter zus vriendin vrouw moeder mama stiefdochter nicht kleindochter studente".split())


def wie(persoon: str) -> Wie:
    """The forms for a person of the state."""
    if persoon == "ik":
        return Wie()
    if persoon == "iemand":
        return Wie("die persoon", "die persoon", "zijn of haar")
    if persoon in _HIJ:
        return Wie(f"je {persoon}", "hij", "zijn")
    if persoon in _ZE:
        return Wie(f"je {persoon}", "ze", "haar")
    return Wie(f"je {persoon}", f"je {persoon}", "zijn of haar")


@dataclass
class Bericht:
    """What goes out.

    Attributes:
        tekst: the reply.
        zinnen: digests of its long sentences, to remember.
    """

    tekst: str
    zinnen: tuple[str, ...] = ()


class Verwoorder:
    """Says things in Dutch.

    Args:
        vragen: the answers of the catalogue.
        wereld: the day and the school.
        teksten: the school's own words for the placeholders.
    """

    def __init__(self, vragen: Vragenboek, wereld: Wereld, teksten: dict[str, str]) -> None:
        self.vragen = vragen
        self.wereld = wereld
        self.teksten = teksten

    def zeg(
        self,
        uitingen: list[Uiting],
        kaart: Steekkaart,
        open_vraag: Any,
        eerder: Steekkaart | None = None,
        gezegd: Collection[str] = (),
    ) -> Bericht:
        """One reply for all that is said in a turn.

        Args:
            uitingen: what is said.
            kaart: the sheet that it was computed from.
            open_vraag: what is asked.
            eerder: the sheet of the turn before: what was understood then need not be said again.
            gezegd: digests of the long sentences that were said before.
        """
        delen: list[str] = []
        for uiting in uitingen:
            functie: Callable[[Uiting, Wie], str] | None = getattr(self, f"_{uiting.naam}", None)
            if functie is None:
                functie = self._vast
            tekst = functie(uiting, wie(uiting.wie))
            if tekst and tekst not in delen:
                delen.append(tekst)
        vraag = self._vraag(open_vraag, uitingen)
        if vraag and vraag not in delen:
            delen.append(vraag)
        if any(u.naam.startswith(MET_BEGREPEN) for u in uitingen):
            bekend = self._onderdelen(eerder) if eerder is not None else []
            nieuw = [deel for deel in self._onderdelen(kaart) if deel not in bekend]
            if nieuw:
                delen.append(f"Begrepen: {'; '.join(nieuw)}.")
        if any(u.naam in MAG_OPNIEUW for u in uitingen):
            gezegd = ()
        tekst, zinnen = zonder_herhaling("\n".join(delen), gezegd)
        return Bericht(tekst, zinnen)

    # -- balances

    def _saldo_nu(self, u: Uiting, w: Wie) -> str:
        g = u.gegevens
        zin = f"**{w.Naam} {w.heeft} nu {g['saldo']} studiepunten leerkrediet.**"
        zin += self._lopend(g, w)
        return zin + self._botsing(g, w)

    def _lopend(self, g: dict[str, Any], w: Wie) -> str:
        if g["best"] == g["saldo"]:
            return ""
        if g["zeker_best"] != g["best"]:
            return f" Met alles gehaald wordt het {g['zeker_best']} tot {g['best']}, naargelang wat er nog dubbel telt; met niets blijft het {g['saldo']}."
        return f" Met alles gehaald wordt het {g['best']}, met niets blijft het {g['saldo']}."

    def _saldo(self, u: Uiting, w: Wie) -> str:
        g = u.gegevens
        if g.get("jaar"):
            return f"**In {_jaar(g['jaar'])} {w.doe('sta je', f'staat {w.kort}')} op {g['saldo']}.**"
        if g["zonder_krediet"]:
            return f"**Het blijft {g['saldo']}.** {g['zonder_krediet']}"
        zin = f"**{w.Naam} staat op {g['saldo']} studiepunten leerkrediet.**"
        return zin + self._botsing(g, w)

    def _saldo_dan(self, u: Uiting, w: Wie) -> str:
        g = u.gegevens
        hou = "sta je" if w.zelf else f"staat {w.kort}"
        zin = f"**Dan {hou} op {g['saldo']}.**"
        if g.get("jaar"):
            zin = f"**In {_jaar(g['jaar'])} {hou} dan op {g['saldo']}.**"
        if g["raad"]:
            zin = (
                f"**Met de {g['raad']} van de Raad {hou} op {g['saldo']}.** Ze tellen niet dubbel, en de Raad beslist."
            )
        if g["hoogste"] != g["saldo"]:
            zin = f"**Dan {hou} op {g['saldo']} tot {g['hoogste']}.** Dat hangt af van hoeveel er nog dubbel telt."
        if g["onderweg"]:
            stappen = (f"{n} na {_jaar(start) or f'jaar {rang}'}" for start, rang, n in g["onderweg"])
            zin += f" Onderweg: {', '.join(stappen)}."
        dubbel = sum(s.mutatie for s in g["grootboek"].stappen if s.regel.id == "verdubbeling")
        if not g["raad"] and g["hoogste"] == g["saldo"] and not dubbel and g["bonus_over"] == 0:
            zin += " Er telt niets meer dubbel."
        return zin

    def _saldo_voor(self, u: Uiting, w: Wie) -> str:
        is_ = "was" if u.gegevens["jaar"] <= self.wereld.lopend else "is"
        g = u.gegevens
        tot = f" tot {g['hoogste']}" if g["hoogste"] != g["saldo"] else ""
        return f"**Voor de inschrijving van {_jaar(g['jaar'])} {is_} het {g['saldo']}{tot}.**"

    def _saldo_tussen(self, u: Uiting, w: Wie) -> str:
        g = u.gegevens
        mist: Mist = g["mist"]
        hou = "sta je" if w.zelf else f"staat {w.kort}"
        begin = "Dan " + hou if g["stel"] else ("Je staat" if w.zelf else f"{w.Naam} staat")
        if mist.deels:
            return f"**Tot nu toe {g['saldo']}.** Met de andere {mist.opgenomen} erbij ligt het tussen {g['saldo']} en {g['hoogste']}."
        if mist.wat == "verworven":
            jaar = f" na {_jaar(mist.start)}" if mist.start else ""
            return (
                f"**{begin} ergens tussen {g['saldo']} en {g['hoogste']}{jaar}.** "
                f"Dat hangt af van voor hoeveel van de {mist.opgenomen} {w.doe('je slaagde', f'{w.kort} slaagde')}."
            )
        if mist.wat == "verdubbeling":
            return f"**{begin} op {g['saldo']}, of op {g['hoogste']} als alles nog dubbel telt.**"
        return f"**{begin} op {g['saldo']} tot {g['hoogste']}.**"

    def _saldo_twee(self, u: Uiting, w: Wie) -> str:
        g = u.gegevens
        eindig = w.doe("Je staat", f"{w.Naam} staat")
        if g["stel"]:
            eindig = w.doe("Dan sta je", f"Dan staat {w.kort}")
        een, ander = (g["voor"], g["na"]) if g["eerst"] else (g["na"], g["voor"])
        als = f"als die {g['anker']} van {'na' if g['eerst'] else 'voor'} de inschrijving was"
        return f"**{eindig} op {een}**, of op {ander} {als}. Wat klopt?"

    def _saldo_stop(self, u: Uiting, w: Wie) -> str:
        g = u.gegevens
        dag: date | None = g["dag"]
        hou = "sta je" if w.zelf else f"staat {w.kort}"
        staat = "je staat dan" if w.zelf else f"{w.kort} staat dan"
        naam = _naam(g["school"])
        if g["credit"] and not g["terug"]:
            return f"**Een creditcontract geeft niets terug: {staat} op {g['saldo']}.**"
        if g["onbekend"] and g["helft"] and g["stapt_over"]:
            deel = (
                "alles"
                if 9 <= (dag or self.wereld.vandaag).month < 12 and g["helft"] == g["terug_hoogste"] and not g["half"]
                else "de helft"
            )
            kop = f"**Dan {hou} op {g['saldo']}.**"
            if g["alleen_terug"]:
                return f"**De wet geeft minstens {deel} terug: {g['helft']}.** {naam} kan meer geven: kijk in het OER."
            if g["nieuw"]:
                kop = f"**Dan {hou} op {g['tussen']}, en na de {g['nieuwe_vakken']} van de nieuwe opleiding op {g['saldo']}.**"
            return f"{kop} De wet geeft minstens {deel} terug: {g['helft']}. {naam} kan meer geven: kijk in het OER."
        if (
            g["onbekend"]
            and g["gangbaar"] is not None
            and (g["saldo"] != g["gangbaar"] or g["saldo"] != g["gangbaar_hoogste"] or g["terug"] != g["terug_hoogste"])
        ):
            voor = dag is not None and (dag.month, dag.day) < (12, 1) and dag.month >= 9
            meestal = "alles" if voor else "enkel semester 2"
            zin = f"**Meestal komt dan {meestal} terug"
            zin += f": {staat} op {g['gangbaar']}.**" if g["gangbaar"] == g["gangbaar_hoogste"] else ".**"
            if g["terug"]:
                zin += f" Zeker is {g['terug']} terug."
            return zin + f" {naam} bepaalt het zelf: kijk in het OER."
        if g["terug"] != g["terug_hoogste"]:
            if g["helft"]:
                return "**Dan komt semester 2 helemaal terug, en de helft van de rest.** Dat is voor wie verandert."
            if g["school"] == "EhB":
                return "**Dan komen bij EhB enkel de vakken van semester 2 terug.** Semester 1 en jaarvakken niet."
            return f"**Dan komt bij {naam} enkel een deel terug.** Dat hangt af van het semester."
        if g["nieuw"]:
            komt = f"Er komen {g['terug']} terug: {g['tussen']}" if g["terug"] else "Er komt niets terug"
            return f"**{komt}. Na de {g['nieuwe_vakken']} van de nieuwe opleiding {hou} op {g['saldo']}.**"
        if g["terug"] == 0:
            zin = f"**Dan komt er niets terug: {staat} op {g['saldo']}.**"
        else:
            dan = "Dan" if dag is not None else f"Stop{'' if w.zelf else 't'} {'je' if w.zelf else w.kort} vandaag, dan"
            zin = f"**{dan} komen er {g['terug']} terug{'' if g['alleen_terug'] else f' en {hou} op ' + str(g['saldo'])}.**"
            vroeg = 9 <= (dag or self.wereld.vandaag).month < 12 and g["terug"] == g["helft"] and not g["half"]
            if g["helft"] and not vroeg:
                rest = g["terug"] - g["helft"]
                zin += f" {rest} helemaal, en {g['helft']} als de helft van de rest." if rest else " Dat is de helft."
        if g["stapt_over"]:
            zin += " De nieuwe vakken gaan er daarna nog af."
        if dag is not None and not g["onbekend"]:
            zin += self._stopdag(dag, naam)
        return zin

    def _stop_alles(self, u: Uiting, w: Wie) -> str:
        saldo = u.gegevens["saldo"]
        weer = f": {w.doe('je staat', f'{w.kort} staat')} weer op {saldo}" if saldo else ""
        if u.gegevens["dag"] is not None:
            return f"**Dan komt alles terug{weer}.** Dat is zo tot en met 30 november."
        return f"**{w.doe('Stop je', f'Stopt {w.kort}')} voor 1 december, dan komt alles terug{weer}.** Daarna enkel nog semester 2."

    def _stop_gratis(self, u: Uiting, w: Wie) -> str:
        naam = u.gegevens["opleiding"].replace("_", " ")
        return f"**Er komt niets terug, want er ging niets af.** Een {naam} kost geen leerkrediet."

    def _stop_niets(self, u: Uiting, w: Wie) -> str:
        return "**Dan komt er normaal niets meer terug.** Dat kan maar tot 15 maart."

    def _stop_deel(self, u: Uiting, w: Wie) -> str:
        if u.gegevens["school"] == "EhB" and not u.gegevens["helft"]:
            return "**Dan komen bij EhB enkel de vakken van semester 2 terug.** Semester 1 en jaarvakken niet."
        if u.gegevens["helft"]:
            return "**Als generatiestudent die van opleiding verandert minstens de helft.** Vakken van semester 2 geven de meeste scholen helemaal terug."
        return "**Dan komt er meestal enkel een deel terug.** Je school bepaalt het in haar OER."

    def _stopdag(self, dag: date, naam: str) -> str:
        if (dag.month, dag.day) == (11, 30):
            return " Dat is de laatste dag waarop alles terugkomt."
        if dag.month == 12 or (dag.month, dag.day) < (3, 15):
            return f" Bij {naam} telt 15 maart als grens."
        return " Na 15 maart komt er niets meer terug." if dag.month < 9 else ""

    def _schrappen(self, u: Uiting, w: Wie) -> str:
        g = u.gegevens
        dag: date = g["dag"]
        vroeg = 9 <= dag.month < 12
        naam = _naam(g["school"])
        if g["meestal"]:
            kern = f"komen er dan {g['terug']} terug" if g["terug"] else "komt er dan niets terug"
            return f"**Meestal {kern}.** {naam} bepaalt het zelf: kijk in het OER."
        if g["terug"] == 0:
            return f"**Dan komt er niets terug.** Na 1 december geeft {naam} enkel vakken van semester 2 terug."
        wanneer = "Vandaag kan dat nog" if dag == self.wereld.vandaag else f"Op {dag_in_woorden(dag, jaar=False)}"
        zin = f"**{wanneer}: er {'komt 1' if g['terug'] == 1 else 'komen ' + str(g['terug'])} terug.**"
        return zin + (" Vanaf 1 december enkel nog vakken van semester 2." if vroeg else "")

    def _schrap_meestal(self, u: Uiting, w: Wie) -> str:
        g = u.gegevens
        staat = w.doe("je staat dan", f"{w.kort} staat dan")
        naam = _naam(g["school"])
        if g["terug"] != g["terug_hoogste"]:
            zin = f"**Meestal komt dan enkel terug wat van semester 2 is: {staat} op {g['saldo']} tot {g['hoogste']}.**"
        elif g["terug"]:
            zin = f"**Meestal komen er dan {g['terug']} terug: {staat} op {g['saldo']}.**"
        else:
            zin = f"**Meestal komt er dan niets terug: {staat} op {g['saldo']}.**"
        return f"{zin} {naam} bepaalt het zelf: kijk in het OER."

    def _opname_nodig(self, u: Uiting, w: Wie) -> str:
        return "Dat reken ik zo voor je uit."

    def _botsing(self, g: dict[str, Any], w: Wie) -> str:
        if g.get("met_raad") is not None:
            return f" Geeft de Raad alles terug, dan wordt het {g['met_raad']}."
        if "verklaard" in g:
            return f" Dat past nu bij de {g['verklaard']} die je vertelde."
        if "botst_met" not in g:
            return ""
        return f" Uit de jaren die je vertelde, kom ik op {g['botst_met']}; ik reken met {g['anker']}."

    def _bereik(self, u: Uiting, w: Wie) -> str:
        g = u.gegevens
        return f"**{w.Naam} eindigt tussen {g['saldo']} (met niets) en {g['best']} (met alles).**"

    def _rest(self, u: Uiting, w: Wie) -> str:
        g = u.gegevens
        return f"**Dan {w.doe('hou je', f'houdt {w.kort}')} {g['rest']} over** ({g['saldo']} − {g['opnemen']})."

    # -- taking up

    def _genoeg_ja(self, u: Uiting, w: Wie) -> str:
        g = u.gegevens
        ja = "Nee, dat volstaat." if g["omgekeerd"] else "Ja."
        dan = " dan" if g["stel"] else ""
        met = f"{w.Kort} {w.heeft}{dan} nog {g['saldo']}. Na {g['opnemen']} opnemen rest er {g['rest']}."
        if g["lopend"] and g["best"] > g["saldo"]:
            met = f"{w.Kort} {w.heeft} nog {g['saldo']}, ook als er niets bijkomt. Na {g['opnemen']} opnemen rest er {g['rest']}."
        zin = f"**{ja}** {met}"
        if g["daarna"] is not None and g["daarna"][1] < g["daarna"][0]:
            opnemen, laag, hoog = g["daarna"]
            haalt = w.doe("je haalt", f"{w.kort} haalt")
            if hoog >= opnemen:
                return f"**Ja voor {g['opnemen']}, en voor de {opnemen} daarna hangt het af van wat {haalt}.** Zonder iets te halen zijn er dan {laag}, met alles {hoog}."
            return f"**Ja voor {g['opnemen']}, nee voor de {opnemen} daarna.** Dan zijn er hoogstens {hoog}."
        if g["vraagt_knip"]:
            zin += " Let wel op de harde knip."
        return zin

    def _genoeg_hangt_af(self, u: Uiting, w: Wie) -> str:
        g = u.gegevens
        nodig = g["nodig"]
        kern = f"Minstens {nodig} halen volstaat voor {g['opnemen']}." if nodig else ""
        if g["hoogste"] >= g["opnemen"]:
            return f"**Misschien: {w.kort} {w.heeft} zeker {g['saldo']} en hoogstens {g['hoogste']}.** Dat hangt af van wat er al gehaald is."
        return f"**Nu nog niet: {w.kort} {w.heeft} {g['saldo']} en {g['opnemen']} is meer.** {kern}".strip()

    def _genoeg_nee(self, u: Uiting, w: Wie) -> str:
        g = u.gegevens
        kom = w.doe("je komt", f"{w.kort} komt")
        regel = (
            f"Bij EhB kan hoogstens {max(0, g['saldo'])}."
            if g["school"] == "EhB"
            else f"{w.van.capitalize()} school beslist over de rest."
        )
        kern = f"{g['saldo']} is te weinig voor {g['opnemen']}: {kom} {g['opnemen'] - g['saldo']} tekort."
        if g["omgekeerd"]:
            return f"**Ja, {kern}** {regel}"
        return f"**Nee, {kern}** {regel} Vraag raad aan {w.van} trajectbegeleider."

    def _hoogstens(self, u: Uiting, w: Wie) -> str:
        g = u.gegevens
        if g["saldo"] <= 0:
            return f"**Met {g['saldo']} kan er normaal niets bij.** Vraag raad aan je trajectbegeleider: soms kan een uitzondering."
        waar = "Bij EhB" if g["school"] == "EhB" else "Met dit saldo"
        zin = f"**{waar} hoogstens {g['saldo']} studiepunten.**"
        if g["hoogste"] != g["saldo"]:
            zin = f"**{waar} zeker {g['saldo']}, misschien {g['hoogste']} studiepunten.**"
        if g["best"] > g["hoogste"]:
            zin += f" Met alles gehaald wordt dat {g['best']}."
        return zin + " Je opleiding kan een lager maximum per jaar hebben."

    def _geen_krediet_nodig(self, u: Uiting, w: Wie) -> str:
        return f"**Ja: voor een {u.gegevens['opleiding']} heb je geen leerkrediet nodig.** Het saldo blijft {u.gegevens['saldo']}."

    def _tekort(self, u: Uiting, w: Wie) -> str:
        g = u.gegevens
        if g["tekort"] <= 0:
            return f"**Niets: {g['saldo']} volstaat voor {g['opnemen']}.**"
        minst = max(0, g["opnemen"] - g["hoogste"])
        kom = w.doe("Je komt", f"{w.Naam} komt")
        if minst != g["tekort"]:
            return (
                f"**{kom} {minst} tot {g['tekort']} tekort.** Dat hangt af van wat er al gehaald is of nog dubbel telt."
            )
        return f"**{kom} {g['tekort']} tekort** ({g['opnemen']} − {g['saldo']})."

    # -- goals

    def _nodig(self, u: Uiting, w: Wie) -> str:
        g = u.gegevens
        slagen = w.doe("moet je", f"moet {w.kort}")
        doel = (
            f"om na {g['opnemen']} opnemen {g['gevraagd']} over te houden"
            if g["opnemen"] and g["gevraagd"] != g["opnemen"]
            else f"om {g['gevraagd']} te kunnen opnemen"
            if g["opnemen"]
            else f"{'om boven ' if g['boven'] else 'voor '}{g['gevraagd']}{' te komen' if g['boven'] else ''}"
        )
        if g["ruim"] != g["minst"]:
            return (
                f"**Minstens {g['ruim']} tot {g['minst']} halen {doel}.** {g['minst']} als er niets meer dubbel telt."
            )
        zin = f"**Minstens {g['minst']} van de {g['opgenomen']} {slagen} halen {doel}.**"
        if g["omgekeerd"]:
            missen = g["opgenomen"] - g["minst"]
            zin = f"**Hoogstens {missen} {w.doe('mag je', f'mag {w.kort}')} missen: minstens {g['minst']} van de {g['opgenomen']} halen {doel}.**"
        if g["boven"] and g["net"] == g["gevraagd"]:
            zin += f" Met {g['minst'] - 1} {w.doe('sta je', f'staat {w.kort}')} net op {g['net']}."
        elif g["saldo"] != g["streef"] and not g["omgekeerd"]:
            zin += f" Daarmee kom je op {g['saldo']}." if w.zelf else f" Daarmee komt {w.kort} op {g['saldo']}."
        return zin

    def _onhaalbaar(self, u: Uiting, w: Wie) -> str:
        g = u.gegevens
        return f"**Dat kan niet dit jaar: met alle {g['opgenomen']} gehaald komt {w.kort} op {g['best']}.**".replace(
            "komt je", "kom je"
        )

    def _al_bereikt(self, u: Uiting, w: Wie) -> str:
        g = u.gegevens
        staat = w.doe("je staat", f"{w.kort} staat")
        if g.get("omgekeerd"):
            return f"**Alle {g['opgenomen']}: ook met niets gehaald {w.doe('sta je', f'staat {w.kort}')} op {g['saldo']}.**"
        if "opgenomen" in g:
            return f"**0 halen volstaat: {staat} al op {g['saldo']}.** Ook met niets gehaald: alle {g['opgenomen']} missen mag."
        return f"**0: {staat} al op {g['saldo']}, ook als er niets bijkomt.**"

    def _nodig_los(self, u: Uiting, w: Wie) -> str:
        g = u.gegevens
        aantal = f"{g['minst']}" if g["ruim"] == g["minst"] else f"{g['ruim']} tot {g['minst']}"
        zin = f"**Minstens {aantal} halen: {w.kort} staat op {g['saldo']} en er moeten er {g['streef'] - g['saldo']} bij.**"
        return zin if g["ruim"] == g["minst"] else zin + f" {g['minst']} als er niets meer dubbel telt."

    def _verdubbeling(self, u: Uiting, w: Wie) -> str:
        g = u.gegevens
        if g["over"] != g["hoogste"]:
            return f"**Dat weet ik niet zeker: tussen {g['over']} en {g['hoogste']}.** Hoeveel {w.doe('haalde je', f'haalde {w.kort}')} er vroeger al?"
        if g["over"] == 0:
            return f"**{'D' if g['dus'] else 'Geen meer: d'}e 60 die dubbel tellen zijn op.**"
        if g["gebruikt"] == 0:
            return f"**Nog alle {g['over']}.** Er telde nog niets dubbel."
        return f"**Nog {g['over']}.** Er telden al {g['gebruikt']} van de eerste 60 dubbel."

    def _verdubbeling_algemeen(self, u: Uiting, w: Wie) -> str:
        return "**De eerste 60 studiepunten die je haalt, tellen dubbel.** Hoeveel haalde je er al?"

    def _klopt_ja(self, u: Uiting, w: Wie) -> str:
        g = u.gegevens
        som: Som | None = g["som"]
        ja = f"**Ja, {g['stelling'] if g['stelling'] is not None else g['saldo']} klopt.**"
        if som is not None and som.soort == "best":
            ja = f"**Ja, {som.uitkomst} als {w.kort} voor alles slaagt.**"
        return ja + self._som(som)

    def _klopt_kan(self, u: Uiting, w: Wie) -> str:
        g = u.gegevens
        return f"**Dat kan: het ligt tussen {g['saldo']} en {g['hoogste']}.** {'Dat hangt af van wat er gehaald is.' if g.get('resultaten') else 'Ik ken niet alles van de jaren ervoor.'}"

    def _klopt_boven(self, u: Uiting, w: Wie) -> str:
        g = u.gegevens
        staat = w.doe("je staat", f"{w.kort} staat")
        if g["saldo"] > g["stelling"]:
            return f"**Ja: {staat} op {g['saldo']}, {g['saldo'] - g['stelling']} boven {g['stelling']}.**"
        return f"**Nee: {staat} op {g['saldo']}.**"

    def _klopt_vrij(self, u: Uiting, w: Wie) -> str:
        g = u.gegevens
        return f"**Ja, {g['saldo']}, als de vrijstelling van {g['vrij']} meegeteld was bij wat opgenomen is.** Een vrijstelling neem je niet op."

    def _klopt_als(self, u: Uiting, w: Wie) -> str:
        g = u.gegevens
        return f"**Enkel als er dit jaar niets bijkomt.** Wat {w.doe('je haalt', f'{w.kort} haalt')}, komt bij die {g['saldo']}; met alles wordt het {g['best']}."

    def _klopt_nee(self, u: Uiting, w: Wie) -> str:
        g = u.gegevens
        return f"**Nee, ik kom op {g['saldo']}.**" + self._som(g["som"]) + " Wat in Burgerprofiel staat, telt."

    def _verschil(self, u: Uiting, w: Wie) -> str:
        g = u.gegevens
        if g["verschil"] == 0:
            return f"**Geen verschil: allebei {g['eigen']}.**"
        hoger = g["eigen"] > g["officieel"]
        zin = f"**Burgerprofiel telt: daar staat {g['officieel']}.** Ik kom op {g['eigen']}, {g['verschil']} {'hoger' if hoger else 'lager'}."
        reden = "Kijk of er een vak getolereerd is, of met een creditcontract."
        if g["opbouw"]:
            reden = f"Ik telde {g['opbouw']} opbouw mee voor de tijd zonder inschrijving."
        elif hoger and g["verschil"] == g["terug"]:
            reden = f"Misschien zijn de {g['terug']} die terugkomen nog niet verwerkt."
        elif not hoger and 0 < g["verschil"] <= g["opgenomen"]:
            reden = f"Misschien zijn de {g['opgenomen']} van dit jaar er nog niet af."
        elif not hoger:
            reden = f"Misschien haalde {w.kort} meer dan ik weet."
        return f"{zin} {reden} Vraag het na bij de studentenadministratie."

    def _verschil_geen(self, u: Uiting, w: Wie) -> str:
        g = u.gegevens
        zin = f"**Geen fout: {g['saldo']} klopt.**"
        if g["opgenomen"]:
            zin += f" De {g['opgenomen']} van dit jaar gingen er bij de inschrijving af."
        return zin + self._som(g["som"])

    def _raad_geeft(self, u: Uiting, w: Wie) -> str:
        terug = w.doe("kan je", f"kan {w.kort}")
        return f"**Hoogstens {u.gegevens['gemist']}: die {terug} terugvragen aan de Raad.** Ze tellen niet dubbel, en de Raad beslist."

    def _waarom(self, u: Uiting, w: Wie) -> str:
        """The figure that is asked about: what it is held against, the step that it is, or the sum with a word at each figure."""
        g = u.gegevens
        som: Som = g["som"]
        if g["keer"] > 1:
            return f"**Zo blijf ik hetzelfde zeggen.** De studentenadministratie of {w.van} trajectbegeleider legt het op papier uit."
        if g["keer"] == 1:
            return self._waarom_kort(som, w)
        if g["tegen"] is not None:
            return self._waarom_verschil(som, g["tegen"])
        if som.soort in ("tekort", "rest"):
            groot, klein = max(som.streef, som.saldo), min(som.streef, som.saldo)
            return f"**{groot} − {klein} = {groot - klein}.** {_uitgeschreven(som)}".strip()
        if som.soort == "nodig":
            return self._waarom_nodig(som, w)
        reden = self._reden(som, w) if g["stap"] is None else self._reden_van_stap(som, g["stap"], w)
        if som.soort == "best":
            reden = f"Enkel als {w.kort} voor alles slaagt. {reden.replace('nu op', 'dan op')}"
        return f"**{reden}** {_uitgeschreven(som)}".strip()

    def _waarom_kort(self, som: Som, w: Wie) -> str:
        eraf = sum(-m for _, m, _ in som.stappen if m < 0)
        erbij = sum(m for _, m, _ in som.stappen if m > 0)
        if som.soort == "nodig":
            return f"**{w.Kort} {w.heeft} {som.saldo} als er niets bijkomt.** {w.Kort} wil{'' if w.zelf else 't'} {som.streef}. Het verschil moet van geslaagde vakken komen."
        if not som.stappen:
            return f"**{som.begin} is het saldo waar ik mee begon.** Er veranderde niets aan."
        delen = [f"Eraf ging {eraf} door wat {w.doe('je opnam', f'{w.kort} opnam')}"] if eraf else []
        dubbel = sum(m for r, m, _ in som.stappen if r == "verdubbeling")
        erbij_ = f"erbij kwam {erbij}" + (f", waarvan {dubbel} omdat punten dubbel telden" if dubbel else "")
        delen += [erbij_] if erbij else ["er kwam nog niets bij"]
        zin = ", en ".join(delen)
        return f"**Van {som.begin} naar {som.saldo}.** {zin[0].upper()}{zin[1:]}."

    def _waarom_verschil(self, som: Som, oud: Som) -> str:
        hoger = f"{abs(som.saldo - oud.saldo)} {'hoger' if som.saldo > oud.saldo else 'lager'}"
        if som.begin != oud.begin:
            return f"**Nu begin ik van {som.begin}, daarnet van {oud.begin}.** Nu: {_uitgeschreven(som)} Daarnet: {_uitgeschreven(oud)}"
        delen = []
        for soort in dict.fromkeys(_woord(r) for r, _, _ in (*som.stappen, *oud.stappen)):
            nu, toen = (sum(m for r, m, _ in s.stappen if _woord(r) == soort) for s in (som, oud))
            if nu != toen:
                delen.append(f"{abs(nu - toen)} {'meer' if abs(nu) > abs(toen) else 'minder'}{soort}")
        return f"**{hoger.capitalize()}: {', '.join(delen)}.** {_uitgeschreven(som)}"

    def _waarom_nodig(self, som: Som, w: Wie) -> str:
        tekort = som.streef - som.saldo
        als = f"Zonder iets te halen {w.doe('sta je', f'staat {w.kort}')} op {som.saldo}"
        if tekort <= 0:
            return f"**{als}, en dat is al genoeg voor {som.streef}.** {_uitgeschreven(som)}"
        if som.bonus_over == 0:
            reden = "Er telt niets meer dubbel, dus elk punt telt een keer."
        elif som.uitkomst <= som.bonus_over:
            reden = f"Wat {w.doe('je haalt', f'{w.kort} haalt')}, telt dubbel: {som.uitkomst} halen geeft {2 * som.uitkomst}."
        else:
            reden = f"De eerste {som.bonus_over} tellen dubbel, de rest een keer."
        return f"**{als}: er moeten er {tekort} bij.** {reden}"

    def _reden(self, som: Som, w: Wie) -> str:
        """What explains a balance most."""
        regels = [r for r, _, _ in som.stappen]
        if "heropbouw" in regels and "verworven" not in regels[regels.index("heropbouw") :]:
            return "Eerst is er een jaar zonder inschrijving nodig; daarna komt er elk jaar 10 bij, tot 60."
        if som.credit and "verdubbeling" not in regels:
            return "Met een creditcontract telt niets dubbel."
        if "verdubbeling" in regels:
            return f"De eerste 60 die {w.doe('je haalt', f'{w.kort} haalt')} tellen dubbel{'' if som.bonus_over else ', en die zijn nu op'}."
        terug = next((o for r, _, o in som.stappen if r.startswith("stoppen_")), None)
        if terug is not None:
            return terug
        if "masterdiploma" in regels:
            return "Het eerste masterdiploma kost 140."
        if "verworven" in regels:
            return "Er telt niets meer dubbel: wat gehaald is, komt een keer terug."
        if "overmacht" in regels:
            return "Wat de Raad teruggeeft, komt er een keer bij."
        if regels:
            return "Wat opgenomen wordt, gaat er meteen af. Wat gehaald wordt, komt later terug."
        return f"Dat is het saldo dat {w.doe('je me vertelde', 'je me vertelde')}: {som.begin}."

    def _reden_van_stap(self, som: Som, plaats: int, w: Wie) -> str:
        regel, mutatie, reden = som.stappen[plaats]
        if regel == "verdubbeling":
            na = sum(m for r, m, _ in som.stappen[plaats:] if r == "verdubbeling")
            ervoor = som.bonus_over + na
            telde = getal("verdubbeling_eerste") - ervoor
            if telde:
                return f"Van de eerste 60 telden er al {telde} dubbel: er waren er nog {ervoor} over."
            return f"De eerste 60 die {w.doe('je haalt', f'{w.kort} haalt')} tellen dubbel."
        if regel == "verworven" and any(r == "verdubbeling" for r, _, _ in som.stappen):
            return f"De eerste 60 die {w.doe('je haalt', f'{w.kort} haalt')} tellen dubbel."
        if regel == "verworven":
            return f"Die {mutatie} zijn gehaald en komen terug, een keer: er telt niets meer dubbel."
        return reden or "Zo telt het op."

    def _som(self, som: Som | None) -> str:
        if som is None or not som.stappen or som.soort not in ("saldo", "best"):
            return ""
        return (
            " Zo: "
            + str(som.begin)
            + "".join(f" {'+' if m > 0 else '−'} {abs(m)}" for _, m, _ in som.stappen)
            + f" = {som.saldo}."
        )

    def _heropbouw(self, u: Uiting, w: Wie) -> str:
        g = u.gegevens
        hou = "sta je" if w.zelf else f"staat {w.kort}"
        reeks = [(j, s) for j, s in g["reeks"] if s != g["begin"]]
        if g["in_jaar"] is not None:
            kop = f"**In {_jaar(g['jaar'])} {hou} op {g['in_jaar']}.**"
        elif g["nu"] is not None and g["nu"] != g["begin"] and not (g["wanneer"] and g["vol"]):
            kop = f"**Nu {hou} op {g['nu']}.**"
        elif g["vol"]:
            keren = g["vol"] - g["laatste"] - sum(s == g["begin"] for j, s in g["reeks"])
            kop = f"**Op {g['gevraagd']} {hou} in {_jaar(g['vol'])}, na {keren} keer 10 erbij.**"
        else:
            kop = f"**Het blijft {g['begin']}.**"
        if not reeks or g["begin"] >= g["tot"]:
            if g["weg"] is not None and g["weg"] >= g["tot"]:
                stond = w.doe("je stond", f"{w.kort} stond")
                return f"**Er kwam niets bij: {stond} op {g['weg']}, en opbouwen kan maar tot {g['tot']}.**"
            staat = w.doe("je staat", f"{w.kort} staat")
            if g["begin"] < g["tot"]:
                return f"**Er komt niets bij zolang {w.doe('je', w.kort)} ingeschreven {w.doe('bent', 'is')}.**"
            return f"**Er komt niets bij: {staat} op {g['begin']}, en opbouwen kan maar tot {g['tot']}.**"
        if g["in_jaar"] is not None and g["in_jaar"] == g["begin"]:
            kop = f"**Nee, in {_jaar(g['jaar'])} komt er nog niets bij: het blijft {g['begin']}.**"
        if g["aangevuld"]:
            return f"{kop} Met {w.van} graduaatsdiploma wordt het {g['tot']} zodra {w.doe('je', w.kort)} opnieuw inschrijft."
        if g["keer"]:
            return kop
        lijst = ", ".join(f"{s} in {_jaar(j)}" for j, s in reeks[:6])
        return f"{kop} Elk jaar zonder inschrijving komt er 10 bij: {lijst}."

    def _volhouden(self, u: Uiting, w: Wie) -> str:
        g = u.gegevens
        if not g["jaren"]:
            return f"**Geen jaar meer: {g['begin']} is te weinig om {g['opgenomen']} op te nemen.**"
        reeks = ", ".join(str(s) for s in g["reeks"])
        return f"**Nog {g['jaren']} jaar na dit jaar.** Het gaat van {g['begin']} naar {reeks}: dan is het te weinig voor {g['opgenomen']}."

    def _volhouden_altijd(self, u: Uiting, w: Wie) -> str:
        return f"**Zo lang je wil: met {u.gegevens['opgenomen']} per jaar zakt het niet.** Het blijft op {u.gegevens['saldo']}."

    def _vergelijking(self, u: Uiting, w: Wie) -> str:
        saldi = [v.gegevens.get("saldo") for _, v in u.gegevens["plannen"]]
        if len(saldi) == 2 and None not in saldi and saldi[0] == saldi[1]:
            return f"**Geen verschil: allebei {saldi[0]}.**"
        zinnen = [
            f"{self._plan(plan)}: {v.gegevens.get('saldo')}{' terug' if v.gegevens.get('is_terug') else ''}"
            for plan, v in u.gegevens["plannen"]
        ]
        extra = f" Dat scheelt {abs(saldi[0] - saldi[1])}." if len(saldi) == 2 and None not in saldi else ""
        for plan, opnemen, saldo in u.gegevens["te_veel"]:
            extra += f" {opnemen} opnemen is meer dan de {saldo} die er {'zeker ' if plan else ''}zijn."
        return f"**{'; '.join(zinnen)}.**{extra}"

    def _scheelt(self, u: Uiting, w: Wie) -> str:
        g = u.gegevens
        if g["verschil"] == 0:
            return f"**Geen verschil: allebei {g['nieuw']}.**"
        return f"**Dat scheelt {g['verschil']}** ({g['nieuw']} tegen {g['oud']})."

    def _plan(self, plan: Any) -> str:
        woorden = {"opgenomen": "opnemen", "verworven": "halen", "niet_geslaagd": "niet halen", "getolereerd": "tolereren",
                   "stop": "stoppen", "overstap": "overstappen", "raad": "van de Raad", "geschrapt": "schrappen"}  # fmt: skip
        return " en ".join(
            f"{f.waarde} {woorden.get(f.wat, f.wat)}" if f.waarde is not None else
            woorden.get(f.wat, f.wat) + (f" op {dag_in_woorden(f.datum, jaar=False)}" if f.datum else "")
            for f in plan
        )  # fmt: skip

    # -- asking

    def _gegevens_nodig(self, u: Uiting, w: Wie) -> str:
        nam, slaagde = w.doe("nam je", f"nam {w.kort}"), w.doe("slaagde je", f"slaagde {w.kort}")
        vraag = f"oeveel studiepunten {nam} op, en voor hoeveel {slaagde}?"
        if u.gegevens.get("verteld") and not u.gegevens["keer"]:
            return f"Oké. Zeg hoeveel {w.kort} opnam en haalde, dan reken ik het uit."
        if u.gegevens["keer"]:
            return f"H{vraag}"
        return f"**{w.van.capitalize()} saldo staat in Burgerprofiel.** Ik reken het ook uit: h{vraag}"

    def _zonder_saldo(self, u: Uiting, w: Wie) -> str:
        g = u.gegevens
        erbij = str(g["erbij"]) if g["erbij"] == g["meest"] else f"{g['erbij']} tot {g['meest']}"
        kern = f"Er {'gaat niets' if not g['eraf'] else 'gaan er ' + str(g['eraf'])} af".replace(
            "Er gaan er", "Er gaan"
        )
        if g["meest"]:
            kern += f", en er komen {'meestal ' if g['meestal'] else ''}{erbij} terug"
        if g["diploma"]:
            kern += f"; het eerste masterdiploma kost {g['diploma']}"
        if g["alleen_terug"] and g["erbij"] == g["meest"]:
            return f"**{'Alle ' if g['erbij'] == g['eraf'] else 'Er komen '}{erbij}{' komen' if g['erbij'] == g['eraf'] else ''} terug.**"
        zin = f"**{kern}.** Waarop {w.doe('je dan staat', f'{w.kort} dan staat')}, weet ik niet: de jaren ervoor ken ik niet."
        if g["alles"] is not None:
            zin = f"**{kern}.** Dat is {g['alles']} als {w.doe('je', w.kort)} vroeger altijd voor alles slaagde; anders minder."
        return f"{zin} Welk saldo staat er in {w.van} Burgerprofiel?"

    def _botst(self, u: Uiting, w: Wie) -> str:
        keer = int(u.gegevens["keer"])
        if keer:
            return (
                "Zo kan ik nog niet rekenen. Welk getal is anders?",
                "Twee getallen spreken elkaar nog tegen. Welk klopt?",
            )[keer % 2]
        return f"Dat past niet samen: {u.gegevens['uitleg']}. Wat klopt er?"

    def _vraag(self, open_vraag: Any, uitingen: list[Uiting]) -> str:
        if open_vraag is None or any(
            u.naam in ("gegevens_nodig", "saldo_twee", "verdubbeling", "verdubbeling_algemeen") for u in uitingen
        ):
            return ""
        if open_vraag.herhaald and not any(u.naam == "open_vraag" for u in uitingen):
            return ""
        if open_vraag.wat in terugvragen.TE_VRAGEN:
            return terugvragen.tekst_van(open_vraag.wat)
        w = wie(uitingen[-1].wie) if uitingen else Wie()
        jaar = f" in {_jaar(open_vraag.start)}" if open_vraag.start else ""
        if open_vraag.wat == "verworven":
            return f"Voor hoeveel van die {open_vraag.opgenomen} slaagde {w.kort}{jaar}?"
        if open_vraag.wat == "opgenomen":
            return f"Hoeveel studiepunten nam {w.kort} op{jaar}?"
        if open_vraag.wat == "semesters":
            return f"Hoeveel van die {open_vraag.opgenomen} zijn vakken van semester 2?"
        if open_vraag.wat == "stopdag":
            return f"Op welke dag {w.doe('stop', 'stopt')} {w.kort}?"
        if open_vraag.wat == "verdubbeling":
            return f"Hoeveel studiepunten haalde {w.kort} al in de jaren ervoor?"
        return ""

    def _open_vraag(self, u: Uiting, w: Wie) -> str:
        return ""

    # -- knowledge

    def _kennis(self, u: Uiting, w: Wie) -> str:
        g = u.gegevens
        return self.vragen.antwoord(
            g["onderwerp"], kaart=g["kaart"], wereld=self.wereld, wie_zelf=w.zelf, dus=g["dus"], omgekeerd=g["omgekeerd"], keer=g["keer"],
            teksten=self.teksten,
        )  # fmt: skip

    # -- everything else

    def _stuur_mens(self, u: Uiting, w: Wie) -> str:
        school = u.gegevens["kaart"].school or next(
            (j.school for j in reversed(u.gegevens["kaart"].jaren) if j.school), ""
        )
        if school and school != self.wereld.school:
            return f"Natuurlijk. Ga naar {w.van} trajectbegeleider of de studentenadministratie van {_naam(school)}."
        return self._vast(u, w)

    def _stuur_wat_weet_je(self, u: Uiting, w: Wie) -> str:
        tekst = self.begrepen(u.gegevens["kaart"])
        return f"**Dit weet ik van {w.naam}:** {tekst}." if tekst else "Nog niets: je vertelde me nog geen getallen."

    def _nagaan(self, u: Uiting, w: Wie) -> str:
        weet = self.begrepen(u.gegevens["kaart"])
        return f"Ik rekende met {weet}. Wat klopt er niet?" if weet else VASTE_ZINNEN["sociaal_klacht"][0]

    def _teruggenomen(self, u: Uiting, w: Wie) -> str:
        weet = self.begrepen(u.gegevens["kaart"])
        return "Oké, dat laatste telt niet meer. " + (f"Ik weet nog: {weet}." if weet else "Vertel maar opnieuw.")

    def _begrijp_ik_goed(self, u: Uiting, w: Wie) -> str:
        bekend, alle = self._alles(u.gegevens["eerder"]), self._alles(u.gegevens["kaart"])
        nieuw = [deel for deel in alle if deel not in bekend] or alle
        wie = "" if w.zelf else f" van {w.naam}"
        return f"**Begrijp ik het goed{wie}: {'; '.join(nieuw)}?** Zeg ja, of zeg wat er anders is."

    # -- asking back from the Raad

    def _terugvragen_begin(self, u: Uiting, w: Wie) -> str:
        return (
            "**Ik ga het met je na in een paar korte vragen.** Vertel niet wat er gebeurde: dat heb ik niet nodig. "
            "Gaat het om meer vakken? Doe het dan per vak."
        )

    def _terugvragen_oordeel(self, u: Uiting, w: Wie) -> str:
        oordeel: Beoordeling = u.gegevens["oordeel"]
        eerste, *rest = oordeel.uitleg
        regels = [f"**{eerste}** {' '.join(rest)}".strip(), oordeel.kop, *(f"- {zin}" for zin in oordeel.checklist)]
        return "\n".join([*regels, *oordeel.daarna, _bron(oordeel)])

    def _ontwerp(self, u: Uiting, w: Wie) -> str:
        oordeel: Beoordeling = u.gegevens["oordeel"]
        regels = ["**Dit zet je in je verzoekschrift:**", *(f"- {deel}" for deel in u.gegevens["delen"])]
        if oordeel.oordeel is not Oordeel.KAN:
            regels.append("Stuur het nog niet op: wacht tot na de tweede zittijd.")
        regels.append("Het is een hulp, geen juridisch advies. Een model van de Raad zelf vind je op https://dbrc.be.")
        return "\n".join([*regels, _bron(oordeel)])

    def _ontwerp_nee(self, u: Uiting, w: Wie) -> str:
        oordeel: Beoordeling = u.gegevens["oordeel"]
        return f"**{oordeel.uitleg[0]}** Een verzoekschrift heeft dan geen zin. Klopt dat niet? Doorloop de vragen opnieuw."

    def _weet_niet(self, u: Uiting, w: Wie) -> str:
        if u.gegevens["wat"] in ("opgenomen", "verworven"):
            return "Geen probleem: je vindt het op je puntenbriefje of in je Burgerprofiel. Voltijds is meestal 60."
        return "Geen probleem. Je trajectbegeleider of je studentensecretariaat weet het."

    def _vast(self, u: Uiting, w: Wie) -> str:
        varianten = VASTE_ZINNEN.get(u.naam)
        if varianten is None:
            return ""
        keer = int(u.gegevens.get("keer") or 0)
        tekst = varianten[min(keer, len(varianten) - 1)]
        if u.naam == "sociaal_dank" and u.gegevens.get("na_hulplijn"):
            tekst = "Graag gedaan. Zorg goed voor jezelf; bellen met 1813 of 106 kan altijd."
        return tekst

    def begrepen(self, kaart: Steekkaart) -> str:
        """All that is known, in one line."""
        return "; ".join(self._alles(kaart))

    def _alles(self, kaart: Steekkaart) -> list[str]:
        """All that is known, part by part."""
        delen = self._onderdelen(kaart)
        for start, jaar in gedateerd(kaart, self.wereld.lopend):
            naam = self._jaarnaam(start, jaar.start is None, jaar.rang).rstrip(":")
            delen += [
                f"{b.waarde} {b.rol} {naam}"
                for b in jaar.boekingen
                if b.rol in ("geschrapt", "vrijgesteld", "niet_geslaagd")
            ]
            if jaar.stopt:
                dag = f" op {dag_in_woorden(jaar.stop, jaar=False)}" if jaar.stop else ""
                delen.append(f"{'overgestapt' if jaar.stapt_over else 'gestopt'} {naam}{dag}")
            if jaar.rang == 1 and jaar.start is not None:
                delen.append(f"eerste jaar {naam}")
        delen += [f"diploma {d.naam}" for d in kaart.diplomas]
        delen += [f"{kaart.eerder_verworven} vroeger gehaald"] if kaart.eerder_verworven is not None else []
        delen += [f"{kaart.gemist} gemist"] if kaart.gemist else []
        scholen = dict.fromkeys(s for s in (kaart.school, *(j.school for j in kaart.jaren)) if s)
        delen += [_naam(school) for school in scholen]
        return [deel.replace("niet_geslaagd", "niet geslaagd") for deel in delen]

    def _onderdelen(self, kaart: Steekkaart) -> list[str]:
        """What is known, a part for each balance, year and rest."""
        delen = []
        for anker in kaart.ankers:
            wanneer = {
                "voor_inschrijving": " voor de inschrijving",
                "na_inschrijving": " na de inschrijving",
                "na_resultaten": " na de resultaten",
            }
            erbij = f", {anker.erbij} gehaald komen er nog bij" if anker.erbij else ""
            delen.append(f"saldo {anker.saldo}{wanneer.get(anker.moment or '', '')}{erbij}")
        leeg = [s for s, j in gedateerd(kaart, self.wereld.lopend) if j.zonder_inschrijving and not j.boekingen]
        if leeg:
            delen.append(
                f"niet ingeschreven in {_jaar(leeg[0])}" + (f" tot {_jaar(leeg[-1])}" if len(leeg) > 1 else "")
            )
        for start, jaar in gedateerd(kaart, self.wereld.lopend):
            groepen = pakketten(jaar, kaart)
            if not groepen:
                continue
            naam = self._jaarnaam(start, jaar.start is None, jaar.rang)
            stukken = []
            for groep in groepen:
                stuk = f"{groep.opgenomen} opgenomen" if groep.opgenomen is not None else ""
                if groep.opleiding != "bachelor":
                    stuk += f" ({groep.opleiding.replace('_', ' ')})"
                if groep.contract != "diplomacontract":
                    stuk += f" ({groep.contract})"
                if groep.verworven is not None:
                    stuk += f", {groep.verworven} geslaagd"
                if groep.getolereerd:
                    stuk += f", {groep.getolereerd} getolereerd"
                stukken.append(stuk.strip(", "))
            if any(stukken):
                delen.append(f"{naam} {'; '.join(stukken)}")
        if kaart.verdubbeling_over is not None:
            delen.append(
                "verdubbeling op" if kaart.verdubbeling_over == 0 else f"nog {kaart.verdubbeling_over} te verdubbelen"
            )
        if kaart.raad:
            delen.append(f"{kaart.raad} van de Raad")
        return delen

    def _jaarnaam(self, start: int, los: bool, rang: int | None) -> str:
        if los and rang:
            return f"jaar {rang}:"
        verschil = start - self.wereld.lopend
        return {0: "dit jaar", -1: "vorig jaar", 1: "volgend jaar"}.get(verschil, f"{_jaar(start)}:")


def _woord(regel: str) -> str:
    woorden = {"inschrijving": " opgenomen", "verworven": " gehaald", "verdubbeling": " dubbel", "heropbouw": " opbouw", "overmacht": " van de Raad",
               "masterdiploma": " masterdiploma"}  # fmt: skip
    return woorden.get(regel, " terug" if regel.startswith("stoppen") else "")


def _uitgeschreven(som: Som) -> str:
    """The sum with a word at each figure; empty where there is nothing to add up."""
    if not som.stappen:
        return ""
    delen = "".join(f" {'+' if m > 0 else '−'} {abs(m)}{_woord(r)}" for r, m, _ in som.stappen)
    return f"{som.begin}{delen} = {som.saldo}."


def _naam(school: str) -> str:
    return instellingen()[school].naam if school in instellingen() else school


def _jaar(start: int | None) -> str:
    return str(Academiejaar(start)) if start is not None else ""


#: What may be said again word for word: a helpline, and what somebody asks to hear once more.
MAG_OPNIEUW: Final = (
    "nood", "geweld", "stuur_wat_weet_je", "stuur_herhaal", "waarom", "terugvragen_oordeel", "ontwerp", "ontwerp_nee",
)  # fmt: skip
#: A sentence of so many characters is not said twice in a conversation.
LANGE_ZIN: Final = 60


def zonder_herhaling(tekst: str, gezegd: Collection[str]) -> tuple[str, tuple[str, ...]]:
    """``tekst`` without the long sentences that were said before, and the digests of those that are new.

    The first sentence is the answer itself: of that a part is left.
    """
    regels: list[str] = []
    nieuw: list[str] = []
    for regel in tekst.split("\n"):
        if regel.startswith("Begrepen:"):
            regels.append(regel)
            continue
        over: list[str] = []
        weg = False
        for zin in _zinnen(regel):
            kaal = zin.replace("*", "").strip()
            merk = hashlib.blake2b(kaal.encode(), digest_size=6).hexdigest()
            if len(kaal) < LANGE_ZIN:
                # What goes on about a sentence that is left out says nothing without it.
                if not (weg and kaal.startswith(VERVOLGZINNEN)):
                    over.append(zin)
            elif merk not in gezegd:
                nieuw.append(merk)
                over.append(zin)
            else:
                weg = True
                if not over and (not regels or zin.startswith("**")) and (deel := stuk(kaal)):
                    # A word alone could answer anything.
                    deel = deel if " " in deel else f"{deel.rstrip('.')}, zoals ik zei."
                    over.append(f"**{deel}**" if zin.startswith("**") else deel)
        if over:
            regels.append(" ".join(over))
    return ("\n".join(regels) or "Dat blijft zoals ik zei."), tuple(nieuw)


def _bron(oordeel: Beoordeling) -> str:
    return f"Bron: {'; '.join(bron.naam for bron in oordeel.bronnen)}"


def _zinnen(regel: str) -> list[str]:
    zinnen: list[str] = []
    for woord in regel.split(" "):
        if zinnen and not zinnen[-1].replace("*", "").endswith((".", "?", "!")):
            zinnen[-1] += " " + woord
        else:
            zinnen.append(woord)
    return zinnen


def stuk(zin: str) -> str:
    """The beginning of a long sentence, cut where it may be; empty where it may not."""
    for tekens, minst in (((":", ";", ","), 1), ((" die ", " en ", " of ", " als "), KORTSTE_STUK)):
        plaatsen = (m for teken in tekens for m in range(LANGE_ZIN - 1, minst, -1) if zin.startswith(teken, m))
        for plaats in sorted(plaatsen, reverse=True):
            woorden = zin[:plaats].rpartition(", ")[2].split(" ")
            # A clause that something must still follow is no end.
            if woorden[0].lower() not in BIJZINNEN and woorden[1:2] != ["je"]:
                return zin[:plaats].rstrip(" .,:;") + "."
    return ""


#: A shorter beginning of a sentence, cut at no comma, says nothing.
KORTSTE_STUK: Final = 25
#: So begin sentences that go on about the one before.
VERVOLGZINNEN: Final = ("Ook ", "Wie er ", "Zo ", "Dat ", "Die ")
#: Words that begin a clause after which the sentence goes on.
BIJZINNEN: Final = frozenset("wie als wat waar zolang sinds zodra omdat voor na ook".split())
#: After these the student reads what was understood, to correct it.
MET_BEGREPEN: Final = (
    "saldo",
    "rest",
    "genoeg",
    "nodig",
    "bereik",
    "hoogstens",
    "onhaalbaar",
    "al_bereikt",
    "klopt",
    "heropbouw",
)

VASTE_ZINNEN: Final[dict[str, tuple[str, ...]]] = {
    "sociaal_dank": ("Graag gedaan. Veel succes!", "Met plezier. Tot een volgende keer!", "Graag gedaan!"),
    "sociaal_afscheid": ("Tot later, en veel succes!", "Dag, tot de volgende!"),
    "sociaal_groet": ("Hallo! Vertel maar: wat wil je weten over je leerkrediet?", "Dag! Waarmee help ik je verder?"),
    "sociaal_goed_nieuws": ("Fijn, veel succes!", "Top. Nog iets dat je wil weten?"),
    "sociaal_opluchting": ("Fijn dat dat meevalt. Veel succes!", "Goed zo. Laat maar weten als er nog iets is."),
    "sociaal_instemming": ("Prima, veel succes! Laat maar weten als je nog een vraag hebt.", "Oké. Vraag gerust als er nog iets is.", "Goed, tot later."),
    "sociaal_grap": ("Haha. Waarmee help ik je verder?", "Ik hou het bij leerkrediet. Vraag maar."),
    "sociaal_excuus": ("Geen probleem, ik begrijp het. Veel sterkte.", "Maakt niet uit. Waarmee help ik je verder?"),
    "sociaal_klacht": (
        "Sorry dat ik je niet goed hielp. Zeg het gerust anders, of vraag je trajectbegeleider.",
        "Sorry. Je trajectbegeleider kan je beter helpen: die kent je dossier.",
    ),
    "sociaal_frustratie": (
        "Ik begrijp dat dat frustrerend is. Je trajectbegeleider bekijkt graag met je wat er kan.",
        "Dat is begrijpelijk. Een gesprek met je trajectbegeleider kan helpen.",
    ),
    "sociaal_spanning": (
        "Ik begrijp dat je je zorgen maakt. Praat erover met je trajectbegeleider: die zoekt mee naar een plan.",
        "Dat is spannend, dat snap ik. Je staat er niet alleen voor: je trajectbegeleider helpt je.",
    ),
    "sociaal_twijfel": ("Dat is een moeilijke keuze. Je trajectbegeleider denkt graag met je mee.",),
    "sociaal_verdriet": ("Wat erg. Veel sterkte. Ik ben hier als je iets wil weten over je leerkrediet.",),
    "sociaal_ziekte": ("Vervelend, veel beterschap. Wat wil je weten over je leerkrediet?",),
    "sociaal_ongeval": ("Dat is schrikken. Veel beterschap. Wat wil je weten over je leerkrediet?",),
    "sociaal_geboorte": ("Proficiat! Wat wil je weten over je leerkrediet?",),
    "sociaal_nood_voorbij": (
        "Goed dat je dat zegt, en dat er iemand bij je is of dat het gaat. 1813 en 106 blijven bereikbaar. Wat wil je weten?",
        "Dank je om het te zeggen. Bellen met 1813 of 106 kan altijd.",
    ),
    "warm_verdriet": ("Wat erg. Veel sterkte.", "Nog veel sterkte."),
    "warm_ziekte": ("Vervelend dat het zo liep. Veel beterschap.", "Veel beterschap."),
    "warm_ongeval": ("Dat is schrikken. Veel beterschap.", "Veel beterschap."),
    "warm_geboorte": ("Proficiat!",),
    "warm_spanning": ("Ik begrijp dat je je zorgen maakt.", "Dat snap ik."),
    "warm_frustratie": ("Ik begrijp dat dat frustrerend is.", "Dat begrijp ik."),
    "warm_klacht_zelfde": ("Ik heb het nagerekend.", "Ook nagerekend kom ik daarop."),
    "warm_klacht": ("Sorry, dat las ik verkeerd.", "Sorry daarvoor."),
    "warm_excuus": ("Geen probleem.",),
    "warm_twijfel": ("Ik begrijp dat je twijfelt.", "Ik snap het."),
    "nood": (
        "Dat klinkt heel zwaar. Je hoeft dit niet alleen te dragen. Bel of chat nu met de Zelfmoordlijn: 1813 (gratis, dag en nacht), of Tele-Onthaal: 106. "
        "Ben je in gevaar? Bel 112. Ook je huisarts of de studentenvoorzieningen van je school helpen je.",
        "Ik hoor hoe zwaar het is. Bel nu 1813, of 112 als je in gevaar bent. Is er iemand bij je in de buurt?",
    ),
    "geweld": (
        "Wat erg. Je veiligheid gaat voor. Ben je nu in gevaar? Bel 112 of de politie op 101. Voor hulp bij geweld kan je gratis en anoniem bellen of chatten met 1712.",
        "Je veiligheid eerst: bij gevaar 112 of 101. 1712 luistert en helpt, ook anoniem.",
    ),
    "manipulatie": (
        "Dat kan ik niet: ik volg mijn eigen regels, en ik reken alleen met wat je opnam en haalde.",
        "Nee, dat doe ik niet. Met vragen over leerkrediet help ik je graag.",
    ),
    "saldo_wijzigen": (
        "Dat kan ik niet: ik kan je saldo niet zien of wijzigen, alleen narekenen. Je echte saldo staat in Burgerprofiel.",
        "Ook dat kan ik niet: aan een saldo verander ik niets.",
    ),
    "gegevens_van_ander": (
        "Dat weet ik niet, en ik mag het ook niet weten. Ik ken alleen wat jij mij in dit gesprek vertelt.",
        "Nee, gegevens van anderen zie ik niet.",
    ),
    "persoonsgegevens": (
        "Ik kan niets opzoeken met je gegevens: typ hier geen naam, adres of rijksregisternummer. Je saldo zie je in Burgerprofiel, of vertel hoeveel je opnam en haalde.",
        "Laat persoonlijke gegevens hier weg; ik heb ze niet nodig.",
    ),
    "fraude": (
        "Nee, daar help ik niet bij: een attest aanpassen of misbruiken is vervalsing. Vraag je arts een eerlijk attest voor de juiste periode.",
        "Nee, een vals attest kan niet. Alleen een arts schrijft een attest, op basis van wat hij vaststelt.",
    ),
    "belofte_gevraagd": (
        "Dat kan ik niet beloven: de Raad beslist, op basis van je bewijs.",
        "Nee, beloven doe ik niet. Alleen de Raad beslist.",
    ),
    "belediging": ("Ik blijf graag beleefd. Waarmee help ik je verder met je leerkrediet?", "Vraag gerust als ik kan helpen."),
    "stuur_mens": (
        "Natuurlijk. Je trajectbegeleider helpt je verder; je vindt die via het studentensecretariaat van je departement of School of Arts.",
        "Ga langs bij je trajectbegeleider of het studentensecretariaat: daar zitten echte mensen.",
    ),
    "stuur_stop": ("Oké, we stoppen hiermee. Vraag gerust iets anders.", "Goed, ik laat het zo."),
    "stuur_opnieuw": ("We beginnen opnieuw. Vertel maar: hoeveel nam je op, en voor hoeveel slaagde je?", "Oké, opnieuw: vertel maar."),
    "stuur_wis": ("Gewist: ik weet niets meer van wat je vertelde.",),
    "stuur_niet_dat": ("Sorry, dat begreep ik verkeerd. Zeg het eens anders?", "Sorry. Wat wil je precies weten?"),
    "stuur_even_wachten": ("Geen probleem, neem je tijd. Tot straks!",),
    "stuur_aankondiging": ("Ja, vertel maar.", "Zeg maar."),
    "stuur_klaar": ("Prima. Wil je nog iets weten?",),
    "stuur_verder": ("Zeg maar wat je wil weten.",),
    "stuur_herhaal": ("Wat wil je dat ik herhaal?",),
    "stuur_anders_gezegd": ("Ik leg het graag anders uit: wat is niet duidelijk?", "Je trajectbegeleider kan het met je bekijken."),
    "niet_begrepen": (
        "Dat begrijp ik niet goed. Zeg het eens anders, of vertel hoeveel je opnam en voor hoeveel je slaagde.",
        "Sorry, ik begrijp het nog niet. Je trajectbegeleider helpt je zeker verder.",
    ),
}  # fmt: skip
