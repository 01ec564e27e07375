"""Draws what students say, so that a hand only has to write how: ``python scripts/trek.py HAND ZAAD AANTAL MAP``.

A conversation is drawn turn by turn: who somebody is, then acts that fit the state, applied by the machine itself, so that what
was asked and answered before is known. The meaning of each turn is thus known by construction, and roles, sizes and years do not
follow an author's habit.
"""

from __future__ import annotations

import json
import random
import sys
from datetime import date
from datetime import timedelta
from pathlib import Path
from typing import Any
from typing import Final

from actions.verwoording import Verwoorder
from actions.vragenboek import Vragenboek
from gesprek.doelen import Wereld
from gesprek.instelling import lees_instelling
from gesprek.lezing import Lezing
from gesprek.machine import beurt
from gesprek.machine import los_sleutel
from gesprek.staat import Staat


WERELD: Final = Wereld(date(2026, 11, 30), "EhB")
LOPEND: Final = WERELD.lopend
JAREN: Final = {
    "nu": "dit lopende jaar 2026-2027",
    "vorig": "vorig jaar 2025-2026",
    "volgend": "volgend jaar 2027-2028",
}
SCHOLEN: Final = (
    "EhB",
    "UGent",
    "KULeuven",
    "VUB",
    "Odisee",
    "HOGENT",
    "VIVES",
    "ThomasMore",
    "UAntwerpen",
    "KdG",
    "AP",
    "PXL",
)
VAKKEN: Final = (
    "anatomie statistiek boekhouden recht economie fysica Frans ethiek biochemie stage marketing sociologie wiskunde programmeren "
    "psychologie chemie communicatie Engels didactiek netwerken"
).split()
PERSONEN: Final = ("zoon", "dochter", "zus", "broer", "vriendin", "lief", "vriend", "nichtje", "stiefzoon")

Daad = dict[str, Any]
Feit = dict[str, Any]


class Trekker:
    """Draws one conversation after the other.

    Args:
        zaad: the same seed draws the same conversations.
        vragen: keys of the catalogue with their questions.
    """

    def __init__(self, zaad: int, vragen: dict[str, str]) -> None:
        self.r = random.Random(zaad)
        self.vragen = vragen
        self._sleutels = sorted(vragen)

    # -- numbers

    def opname(self) -> int:
        return self.r.choices(
            (
                60,
                self.r.choice((54, 57, 63, 66, 48, 45, 51, 58, 59, 61)),
                self.r.randint(3, 12) * 3,
                self.r.randint(15, 75),
            ),
            (50, 28, 14, 8),
        )[0]

    def haalt(self, opname: int) -> int:
        opname = max(1, opname)
        soort = self.r.random()
        if soort < 0.12:
            return opname
        if soort < 0.2:
            return 0
        return max(
            0, min(opname, self.r.randint(0, opname // 3) * 3 if self.r.random() < 0.75 else self.r.randint(1, opname))
        )

    def datum(self) -> date:
        return self.r.choice(
            (WERELD.vandaag, WERELD.vandaag, date(2026, 12, self.r.randint(1, 20)), date(2027, 1, self.r.randint(4, 30)),
             date(2027, 2, self.r.randint(1, 25)), date(2027, 3, self.r.randint(1, 30)), WERELD.vandaag + timedelta(days=7))
        )  # fmt: skip

    # -- who somebody is

    def loopbaan(self) -> tuple[list[Feit], str]:
        """The facts of a career as somebody would tell them, and a word on who it is."""
        r = self.r
        soort = r.choices(
            (
                "eerste",
                "eerste_klaar",
                "tweede",
                "meer",
                "saldo",
                "saldo_lopend",
                "terug",
                "graduaat",
                "credit",
                "master",
                "vakken",
                "delen",
            ),
            (14, 10, 18, 16, 10, 10, 5, 4, 4, 4, 4, 5),
        )[0]
        if soort == "eerste":
            feiten = [_f("opgenomen", self.opname(), "nu")]
            return [*feiten, _f("eerste_jaar", None, "nu")] if r.random() < 0.8 else feiten, "eerstejaars, jaar bezig"
        if soort in ("eerste_klaar", "delen", "vakken"):
            jaar = r.choice(("vorig", "1"))
            opname = self.opname()
            if soort == "vakken":
                feiten = []
                for vak in r.sample(VAKKEN, r.randint(2, 4)):
                    feiten.append(
                        _f(
                            r.choices(("verworven", "niet_geslaagd", "getolereerd"), (65, 25, 10))[0],
                            r.choice((3, 4, 5, 6, 6, 9)),
                            jaar,
                            vak=vak,
                        )
                    )
                return ([_f("opgenomen", opname, jaar), *feiten] if r.random() < 0.5 else feiten), "somt vakken op"
            if soort == "delen":
                rest, feiten = opname, [_f("opgenomen", opname, jaar)]
                for deel in r.sample(("januari", "juni", "augustus"), r.randint(1, 3)):
                    n = min(rest, r.randint(1, 10) * 3)
                    rest -= n
                    feiten.append(_f("verworven", n, jaar, deel=deel))
                return feiten, "resultaten per examenperiode"
            return [_f("opgenomen", opname, jaar), *self.resultaat(opname, jaar)], "een jaar achter de rug"
        if soort in ("tweede", "meer"):
            aantal = 1 if soort == "tweede" else r.randint(2, 4)
            vorm = r.choice(("rang", "datum"))
            feiten = []
            for i in range(aantal):
                start = LOPEND - aantal + i
                jaar = (
                    str(i + 1)
                    if vorm == "rang"
                    else ("vorig" if start == LOPEND - 1 and r.random() < 0.6 else f"{start}-{start + 1}")
                )
                opname = self.opname()
                feiten += [_f("opgenomen", opname, jaar), *self.resultaat(opname, jaar)]
                if i == 0 and vorm == "datum" and r.random() < 0.5:
                    feiten.append(_f("eerste_jaar", None, jaar))
            if r.random() < 0.75:
                feiten.append(_f("opgenomen", self.opname(), "nu"))
            return feiten, f"{aantal} jaar achter de rug"
        if soort in ("saldo", "saldo_lopend"):
            moment = r.choice(("voor_inschrijving", "na_inschrijving", "na_inschrijving", "na_resultaten", None))
            saldo = r.choice((r.randint(-12, 60), r.randint(30, 190)))
            feiten = [_f("saldo", saldo, "vorig" if moment == "na_resultaten" else "nu", moment=moment)]
            if soort == "saldo_lopend" or moment == "voor_inschrijving":
                feiten.append(_f("opgenomen", self.opname(), "nu"))
            if r.random() < 0.5:
                feiten.append(r.choice((_f("verdubbeling_over", 0), _f("verdubbeling_over", 0), _f("verdubbeling_over", r.randint(1, 45)),
                                        _f("eerder_verworven", r.randint(10, 150)))))  # fmt: skip
            r.shuffle(feiten)
            return feiten, "kent haar of zijn saldo"
        if soort == "terug":
            start = LOPEND - r.randint(2, 6)
            feiten = [_f("saldo", r.randint(-5, 75), f"{start}-{start + 1}", moment="na_resultaten"),
                      _f("niet_ingeschreven", f"{LOPEND}-{LOPEND + 1}", f"{start + 1}-{start + 2}")]  # fmt: skip
            return feiten, "stopte en wil herbeginnen"
        if soort == "graduaat":
            opname = self.opname()
            return [_f("opgenomen", opname, "vorig", opleiding="graduaat"), _f("verworven", self.haalt(opname), "vorig"),
                    *([_f("diploma", "graduaat", "vorig")] if r.random() < 0.4 else [])], "graduaatstudent"  # fmt: skip
        if soort == "credit":
            opname = r.randint(1, 6) * 3
            return [_f("opgenomen", opname, "nu", contract="creditcontract")], "losse vakken met creditcontract"
        opname = self.opname()
        return [_f("diploma", "bachelor", "vorig"), _f("saldo", r.randint(100, 200), "nu", moment=r.choice(("voor_inschrijving", "na_inschrijving"))),
                _f("opgenomen", opname, "nu", opleiding=r.choice(("master", "schakelprogramma", "educatieve_bachelor")))], "na een bachelor"  # fmt: skip

    def resultaat(self, opname: int, jaar: str) -> list[Feit]:
        r = self.r
        verworven = self.haalt(opname)
        if verworven == opname and r.random() < 0.7:
            return [_f("verworven", "alles", jaar)]
        if verworven == 0 and r.random() < 0.7:
            return [_f("verworven", "niets", jaar)]
        rest = opname - verworven
        if r.random() < 0.15:
            return [_f("niet_geslaagd", rest, jaar)]
        feiten = [_f("verworven", verworven, jaar)]
        if rest >= 3 and r.random() < 0.2:
            feiten.append(_f("getolereerd", min(rest, r.choice((3, 4, 5, 6))), jaar))
        elif r.random() < 0.12:
            feiten.append(_f("niet_geslaagd", rest, jaar))
        return feiten

    # -- what is said in a turn

    def begin(self) -> tuple[list[Daad], str]:
        r = self.r
        feiten, wie = self.loopbaan()
        persoon = r.choice(PERSONEN) if r.random() < 0.12 else None
        if r.random() < 0.15:
            return [*self.beleefd(0.4), self.kennis()], wie
        if len(feiten) > 3 and r.random() < 0.3:
            knip = r.randint(1, len(feiten) - 1)
            self.later = feiten[knip:]
            feiten = feiten[:knip]
        daden: list[Daad] = [*self.beleefd(0.3), {"soort": "vertel", "feiten": feiten}]
        if r.random() < 0.18:
            daden[-1]["feiten"].append(_f("school", r.choice(SCHOLEN)))
        vraag = r.random()
        if vraag < 0.6:
            daden.append({"soort": "vraag", "doel": "saldo"})
        elif vraag < 0.8:
            daden.append(self.doel())
        elif vraag < 0.88:
            daden += [self.stel(Staat()), {"soort": "vraag", "doel": "saldo"}]
        if r.random() < 0.1:
            daden.insert(
                0,
                {
                    "soort": "sociaal",
                    "wat": r.choice(("spanning", "ziekte", "frustratie", "verdriet", "ongeval", "twijfel")),
                },
            )
        if persoon:
            for daad in daden:
                daad["persoon"] = persoon
        return daden, wie

    def beleefd(self, kans: float) -> list[Daad]:
        return [{"soort": "sociaal", "wat": "groet"}] if self.r.random() < kans else []

    def kennis(self, na: str = "") -> Daad:
        r = self.r
        topic = na.split("/")[0]
        keuze = (
            [s for s in self._sleutels if s.split("/")[0] == topic and s != na]
            if topic and r.random() < 0.7
            else self._sleutels
        )
        daad: Daad = {"soort": "vraag", "onderwerp": r.choice(keuze or self._sleutels)}
        if r.random() < 0.18:
            daad["dus"] = True
        return daad

    def doel(self) -> Daad:
        r = self.r
        keuzes: list[Daad] = [
            {"soort": "vraag", "doel": "genoeg", "opnemen": r.choice((60, 60, 45, 30, 66, 54)), "jaar": "volgend"},
            {"soort": "vraag", "doel": "genoeg", "jaar": "volgend"},
            {"soort": "vraag", "doel": "hoeveel_opnemen", "jaar": "volgend"},
            {
                "soort": "vraag",
                "doel": "nodig",
                "saldo": r.choice((60, 80, 100, 120, 140, 150, 180, r.randint(30, 190))),
            },
            {"soort": "vraag", "doel": "nodig", "saldo": r.choice((60, 100, 120)), "boven": True},
            {"soort": "vraag", "doel": "nodig", "opnemen": r.choice((60, 45, 30)), "jaar": "volgend"},
            {"soort": "vraag", "doel": "nodig", "saldo": r.choice((60, 80, 100)), "omgekeerd": True},
            {"soort": "vraag", "doel": "verdubbeling"},
            {"soort": "vraag", "doel": "bereik"},
            {"soort": "vraag", "doel": "tekort", "opnemen": r.choice((60, 36, 45))},
            {"soort": "vraag", "doel": "heropbouw"},
            {"soort": "vraag", "doel": "heropbouw", "saldo": 60},
            {"soort": "vraag", "doel": "saldo", "moment": "einde"},
            {"soort": "vraag", "doel": "waarom"},
            {"soort": "vraag", "doel": "verschil", "saldo": r.randint(20, 180)},
            {"soort": "vraag", "doel": "klopt", "saldo": r.randint(20, 180)},
        ]
        return r.choice(keuzes)

    def stel(self, staat: Staat) -> Daad:
        """Something supposed that fits the sheet."""
        r = self.r
        lopend = staat.werkblad.jaar(LOPEND)
        opname = (
            next((b.waarde for b in lopend.boekingen if b.rol == "opgenomen" and isinstance(b.waarde, int)), 60)
            if lopend
            else 60
        )
        soort = r.choices(
            (
                "haalt",
                "woord",
                "minder",
                "behalve",
                "volgend",
                "volgend_heel",
                "stop",
                "overstap",
                "schrap",
                "raad",
                "bij",
                "weg",
                "master",
            ),
            (30, 12, 6, 6, 8, 8, 7, 6, 5, 4, 4, 2, 2),
        )[0]
        if soort == "haalt":
            feiten = [_f("verworven", self.haalt(opname), "nu")]
        elif soort == "woord":
            feiten = [_f("verworven", r.choice(("alles", "alles", "niets", "helft")), "nu")]
        elif soort == "minder":
            feiten = [_f("niet_geslaagd", r.randint(1, 6) * 3, "nu")]
        elif soort == "behalve":
            feiten = [_f("verworven", "rest", "nu"), _f("niet_geslaagd", r.choice((3, 4, 5, 6, 9)), "nu")]
        elif soort == "volgend":
            feiten = [_f("opgenomen", self.opname(), "volgend")]
        elif soort == "volgend_heel":
            n = self.opname()
            feiten = [_f("opgenomen", n, "volgend"), _f("verworven", r.choice(("alles", self.haalt(n))), "volgend")]
        elif soort == "stop":
            feiten = [_f("stop", None, "nu", datum=self.datum().isoformat())]
            if r.random() < 0.3:
                a = opname // 2
                feiten += [
                    _f("opgenomen", a, "nu", deel="semester1"),
                    _f("opgenomen", opname - a, "nu", deel="semester2"),
                ]
        elif soort == "overstap":
            feiten = [_f("overstap", None, "nu", datum=self.datum().isoformat())]
            if r.random() < 0.5:
                feiten.append(_f("opgenomen", self.opname(), "nu", nieuw=True))
            if r.random() < 0.4:
                feiten[0]["school"] = r.choice(SCHOLEN)
        elif soort == "schrap":
            feiten = [_f("geschrapt", r.choice((3, 4, 5, 6, 9, 12)), "nu", deel=r.choice(("semester1", "semester2", "jaarvak")),
                         datum=self.datum().isoformat())]  # fmt: skip
        elif soort == "raad":
            feiten = [_f("raad", r.choice((3, 4, 5, 6, 9, 12, 21)))]
        elif soort == "bij":
            feiten = [_f("opgenomen", r.choice((3, 4, 6, 9)), "nu", erbij=True)]
        elif soort == "weg":
            feiten = [_f("niet_ingeschreven", None, "volgend")]
        else:
            feiten = [_f("diploma", "master", r.choice(("nu", "volgend")))]
        return {"soort": "veronderstel", "feiten": feiten}

    def verbeter(self, staat: Staat) -> Daad | None:
        r = self.r
        kandidaten = [
            (j, b)
            for j in staat.kaart.jaren
            for b in j.boekingen
            if isinstance(b.waarde, int) and not b.vak and not b.deel
        ]
        if not kandidaten:
            return None
        jaar, boeking = r.choice(kandidaten)
        nieuw = max(0, int(boeking.waarde) + r.choice((-12, -9, -6, -3, -2, 3, 5, 6, 9)))
        naam = {LOPEND: "nu", LOPEND - 1: "vorig"}.get(jaar.start or 0) or (
            str(jaar.rang) if jaar.rang else f"{jaar.start}-{(jaar.start or 0) + 1}"
        )
        return {"soort": "verbeter", "feiten": [_f(boeking.rol, nieuw, naam)]}

    def verder(self, staat: Staat) -> list[Daad]:
        """What comes after an answer."""
        r = self.r
        daden: list[Daad] = []
        if getattr(self, "later", None):
            feiten, self.later = self.later, []
            return [{"soort": "vertel", "feiten": feiten}]
        if staat.open is not None and r.random() < 0.5:
            return [self.antwoord(staat)]
        soort = r.choices(
            (
                "stel",
                "stel_vraag",
                "doel",
                "kennis",
                "verbeter",
                "erbij",
                "sociaal",
                "stuur",
                "persoon",
                "twee",
                "veilig",
                "klopt",
                "waarom",
            ),
            (26, 6, 14, 18, 8, 4, 9, 6, 2, 4, 4, 4, 3),
        )[0]
        if soort == "stel":
            daden = [self.stel(staat)]
        elif soort == "stel_vraag":
            daden = [self.stel(staat), {"soort": "vraag", "doel": "saldo"}]
        elif soort == "doel":
            daden = [self.doel()]
        elif soort == "kennis":
            daden = [self.kennis(staat.laatste.onderwerp)]
        elif soort == "verbeter":
            daad = self.verbeter(staat)
            daden = [daad] if daad else [self.kennis()]
        elif soort == "erbij":
            daden = [
                {
                    "soort": "vertel",
                    "feiten": [_f("verworven", r.randint(1, 4) * 3, "vorig", deel=r.choice(("augustus", "juni")))],
                }
            ]
        elif soort == "sociaal":
            daden = [{"soort": "sociaal", "wat": r.choice((
                "dank", "dank", "instemming", "instemming", "opluchting", "goed_nieuws", "klacht", "frustratie", "spanning", "twijfel", "ziekte",
                "verdriet", "ongeval", "geboorte", "excuus", "grap", "afscheid", "belediging"))}]  # fmt: skip
        elif soort == "stuur":
            daden = [{"soort": "stuur", "wat": r.choice(("stop", "opnieuw", "terug_naar_nu", "herhaal", "anders_gezegd", "mens", "mens", "verder", "klaar",
                                                         "niet_dat", "wat_weet_je", "wis", "even_wachten", "aankondiging"))}]  # fmt: skip
        elif soort == "persoon":
            feiten, _ = self.loopbaan()
            wie = r.choice(PERSONEN)
            daden = [
                {"soort": "vertel", "feiten": feiten, "persoon": wie},
                {"soort": "vraag", "doel": "saldo", "persoon": wie},
            ]
        elif soort == "twee":
            daden = [self.stel(staat), self.kennis()] if r.random() < 0.5 else [self.doel(), self.kennis()]
        elif soort == "veilig":
            daden = [{"soort": "sociaal", "wat": r.choice(("manipulatie", "saldo_wijzigen", "gegevens_van_ander", "persoonsgegevens", "fraude",
                                                           "belofte_gevraagd", "nood", "geweld", "nood_voorbij"))}]  # fmt: skip
        elif soort == "klopt":
            getallen = staat.laatste.getallen or (r.randint(20, 180),)
            daden = [
                {
                    "soort": "vraag",
                    "doel": "klopt",
                    "saldo": r.choice((*getallen[:2], getallen[0] + r.choice((-6, 6, 12)))),
                    "dus": True,
                }
            ]
        else:
            getallen = tuple(g for g in staat.laatste.getallen if g) or (r.randint(20, 120),)
            daden = [{"soort": "vraag", "doel": "waarom", "over": getallen[0]}]
        if r.random() < 0.14:
            daden.insert(
                0, {"soort": "sociaal", "wat": r.choice(("instemming", "dank", "opluchting", "frustratie", "spanning"))}
            )
        return daden

    def antwoord(self, staat: Staat) -> Daad:
        r = self.r
        vraag = staat.open
        if vraag is None:
            return {"soort": "antwoord", "weet_niet": True}
        if r.random() < 0.2:
            return {"soort": "antwoord", "weet_niet": True}
        jaar = {LOPEND: "nu", LOPEND - 1: "vorig"}.get(vraag.start or 0) or (str(vraag.rang) if vraag.rang else None)
        if vraag.wat == "verworven":
            return {"soort": "antwoord", "feiten": [_f("verworven", self.haalt(vraag.opgenomen or 60), jaar)]}
        if vraag.wat == "opgenomen":
            return {"soort": "antwoord", "feiten": [_f("opgenomen", self.opname(), jaar or "nu")]}
        if vraag.wat == "semesters":
            return {"soort": "antwoord", "feiten": [_f("opgenomen", r.randint(3, 10) * 3, "nu", deel="semester2")]}
        if vraag.wat == "stopdag":
            return {"soort": "antwoord", "feiten": [_f("stop", None, "nu", datum=self.datum().isoformat())]}
        if vraag.wat == "moment":
            return {"soort": "antwoord", "keuze": r.choice(("voor", "na"))}
        return {"soort": "antwoord", "feiten": [_f("eerder_verworven", r.randint(5, 90))]}


def _f(wat: str, waarde: Any = None, jaar: str | None = None, **rest: Any) -> Feit:
    return {
        "wat": wat,
        **({} if waarde is None else {"waarde": waarde}),
        **({} if jaar is None else {"jaar": jaar}),
        **{k: v for k, v in rest.items() if v},
    }


def in_woorden(daden: list[Daad], vragen: dict[str, str]) -> str:
    """What a turn means, for who writes it."""
    delen, nummer = [], 0
    for daad in daden:
        wie = f"over {daad['persoon']}: " if daad.get("persoon") else ""
        if daad["soort"] in ("vertel", "antwoord", "verbeter", "veronderstel"):
            stukken = []
            for feit in daad.get("feiten", ()):
                nummer += 1
                rest = {k: v for k, v in feit.items() if k not in ("wat", "waarde", "jaar")}
                extra = "".join(f", {k}={v}" if v is not True else f", {k}" for k, v in rest.items())
                jaar = f" ({JAREN.get(feit['jaar'], 'jaar ' + feit['jaar'])})" if feit.get("jaar") else ""
                waarde = f" = {feit['waarde']}" if "waarde" in feit else ""
                stukken.append(f"<{nummer}> {feit['wat']}{waarde}{jaar}{extra}")
            if daad.get("weet_niet"):
                stukken.append("weet het niet")
            if daad.get("keuze"):
                stukken.append(f"kiest: {daad['keuze']} de inschrijving")
            delen.append(f"{wie}{daad['soort'].upper()}: " + "; ".join(stukken))
        elif daad["soort"] == "vraag":
            if daad.get("onderwerp"):
                dus = " (als conclusie: 'dus ...?')" if daad.get("dus") else ""
                delen.append(f'{wie}VRAAG kennis: "{vragen[daad["onderwerp"]]}" [{daad["onderwerp"]}]{dus}')
            else:
                args = ", ".join(f"{k}={v}" for k, v in daad.items() if k not in ("soort", "doel", "persoon"))
                delen.append(f"{wie}VRAAG {daad['doel']}" + (f" ({args})" if args else ""))
        else:
            delen.append(f"{daad['soort'].upper()}: {daad['wat']}")
    return " | ".join(delen)


def gesprek(trekker: Trekker, nummer: str, verwoorder: Verwoorder) -> list[dict[str, Any]]:
    """One conversation: per turn the state before it, what was just said, and what the student means."""
    staat, gezegd, uit = Staat(), "", []
    sleutel = los_sleutel(b"corpus" * 6)
    daden, wie = trekker.begin()
    for beurtnummer in range(trekker.r.randint(4, 7)):
        uit.append({"id": nummer, "nummer": beurtnummer, "wie": wie, "staat": json.loads(staat.json(exclude_defaults=True)), "gezegd": gezegd,
                    "lezing": {"daden": daden}})  # fmt: skip
        staat, uitingen = beurt(staat, Lezing.parse_obj({"daden": daden}), WERELD, sleutel)
        gezegd = verwoorder.zeg(uitingen, staat.werkblad, staat.open).tekst
        daden = trekker.verder(staat)
    return uit


def main() -> None:
    """Write the assignment of a hand, and what its turns mean."""
    hand, zaad, aantal, map_ = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4])
    wortel = Path(__file__).resolve().parent.parent
    boek = Vragenboek.lees(wortel / "data" / "vragen")
    vragen = {sleutel: boek.vraag(sleutel) for sleutel in boek.sleutels()}
    verwoorder = Verwoorder(boek, WERELD, lees_instelling(str(wortel / "instelling.yml")).teksten)
    trekker = Trekker(zaad, vragen)
    beurten: list[dict[str, Any]] = []
    gesprekken = 0
    while len(beurten) < aantal:
        gesprekken += 1
        beurten += gesprek(trekker, f"{hand}-{gesprekken:03d}", verwoorder)
    with (map_ / f"{hand}.betekenis.jsonl").open("w", encoding="utf-8") as bestand:
        for b in beurten:
            bestand.write(json.dumps(b, ensure_ascii=False) + "\n")
    with (map_ / f"{hand}.opdracht.txt").open("w", encoding="utf-8") as bestand:
        vorig = ""
        for b in beurten:
            if b["id"] != vorig:
                bestand.write(f"\n=== {b['id']} ({b['wie']})\n")
                vorig = b["id"]
            if b["gezegd"]:
                bestand.write(f"    bot: {b['gezegd'].splitlines()[0][:160]}\n")
            bestand.write(f"[{b['nummer']}] {in_woorden(b['lezing']['daden'], vragen)}\n")
    print(f"{hand}: {gesprekken} gesprekken, {len(beurten)} beurten")


if __name__ == "__main__":
    main()
