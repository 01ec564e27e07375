"""Reads what a turn says with classifiers that learned from many hands. What it learns from: ``nlu/lezer/corpus.py``."""

from __future__ import annotations

from collections import Counter
from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Sequence
from datetime import date
from typing import Any
from typing import Final

import numpy as np
import sklearn_crfsuite
from scipy import sparse
from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_extraction import FeatureHasher
from sklearn.feature_extraction.text import TfidfVectorizer

from gesprek.lezing import HOEVEELHEDEN
from gesprek.lezing import PUNTEN
from gesprek.staat import Staat
from leerkrediet_core import Academiejaar
from nlu.lezer import jaren
from nlu.lezer import kenmerken
from nlu.lezer.bericht import Bericht
from nlu.lezer.bericht import bereid
from nlu.lezer.bericht import kale_vorm
from nlu.lezer.corpus import Beurt
from nlu.lezer.corpus import Drager
from nlu.lezer.jaren import GEEN
from nlu.lezer.lineair import Etiketten
from nlu.lezer.lineair import Lineair
from nlu.lezer.lineair import Samen
from nlu.lezer.stukken import DEELWOORDEN
from nlu.lezer.stukken import eenheden
from nlu.lezer.stukken import getal
from nlu.lezer.stukken import stukken
from nlu.lezer.stukken import tel
from nlu.lezer.woordgroepen import Woordgroepen
from nlu.patroon import maak_patroon


#: What a fact has beside what it is about, how it is said and its year; each is chosen by a classifier of its own.
KENMERKEN: Final = ("deel", "erbij", "moment", "contract", "opleiding", "nieuw", "waarde")
#: Facts without an amount: whether one is told follows from the whole turn, where it stands from the words.
ZONDER_HOEVEELHEID: Final = (
    "eerste_jaar", "stop", "overstap", "school", "diploma", "niet_ingeschreven", "opleiding", "contract",
    "generatiestudent", "beurs",
)  # fmt: skip
#: Facts that count studiepunten but name no amount ("als dat lukt", "die haal ik") carry this mark.
STIL: Final = "~"
#: Numbers of a question, and the goals that have them.
VAN_DE_VRAAG: Final = {
    "opnemen": ("genoeg", "nodig", "tekort", "hoeveel_opnemen"),
    "saldo": ("klopt", "verschil", "nodig", "heropbouw", "saldo"),
    "over": ("waarom",),
}
#: Facts that happen on a day.
MET_DAG: Final = ("stop", "overstap", "geschrapt")
#: How the rank of a later year begins.
_LATER_JAAR: Final = ("twee", "2e", "2d", "2j", "derde", "3e", "3d", "3j", "vier", "4e", "4d", "vijf", "5e", "laatste")
#: A label that was seen less often is not learned.
MINSTENS: Final = 12
#: So surely a fact without an amount must be told to count, also where no word says it, or not to count although one does.
_WEL: Final = {"niet_ingeschreven": -0.4, "overstap": -0.3}
_WEL_ANDERS, _NIET = -0.15, -0.9
#: How much the topic counts beside the question itself.
_VAN_ONDERWERP: Final = 0.3
_MAAT: Final = 1 << 20
_GETALLEN: Final = maak_patroon(r"\d+")
_GEEN: Final = "None"
#: Facts that were read less surely than this were wrong more often than right, on hands left out.
TWIJFEL: Final = 0.3
#: Nothing had to be chosen.
_ZEKER: Final = 9.0
_HOEVEELHEID: Final = "hoeveelheid"


class Lezer:
    """Reads a message in its state.

    Args:
        beurten: what it learns from.
        gewichten: how much each of them counts.
        vragen: single questions: ``tekst``, ``vraag`` (key of the catalogue) and, where it follows on one, ``na``.
        berichten: single messages with their topic.
        vandaag: the day that the turns were said on.
    """

    def __init__(
        self, beurten: Sequence[Beurt], gewichten: Sequence[int], vragen: Iterable[dict[str, Any]],
        berichten: Iterable[tuple[str, str]], vandaag: date,
    ) -> None:  # fmt: skip
        losse, berichten = list(vragen), list(berichten)
        teksten = [b.tekst for b in beurten] + [v["tekst"] for v in losse] + [tekst for tekst, _ in berichten]
        self._groepen = Woordgroepen([kale_vorm(s.klein) for s in stukken(tekst)] for tekst in teksten)
        self._hutsel = FeatureHasher(_MAAT, alternate_sign=False)
        bereide = [self._bereid(een.tekst, een.staat, vandaag) for een in beurten]
        gewicht = np.array(gewichten, float)
        self._leer_plekken(beurten, bereide)
        self._leer_hoeveelheden(beurten, bereide, gewicht)
        self._leer_feiten(beurten, bereide, gewicht)
        self._leer_daden(beurten, bereide, gewicht)
        self._leer_vragen(beurten, losse, berichten)

    def lees(self, tekst: str, staat: Staat, vandaag: date) -> dict[str, Any]:
        """What ``tekst`` says, in the form of ``gesprek.lezing.Lezing``."""
        gelezen, zeker = self.lees_zeker(tekst, staat, vandaag)
        return gelezen | ({"twijfel": True} if zeker < TWIJFEL else {})

    def lees_zeker(self, tekst: str, staat: Staat, vandaag: date) -> tuple[dict[str, Any], float]:
        """The same, and how surely its facts were read: how far the least sure choice lay before the next."""
        bericht = self._bereid(tekst, staat, vandaag)
        if not bericht.woorden:
            return {"daden": []}, _ZEKER
        matrix = self._matrix([tekst], [kenmerken.van_beurt(bericht)])
        dragers, van_rol = self._dragers(bericht, matrix)
        feiten, van_feit = self._feiten(bericht, [d for d in dragers if not d[2].startswith("?")])
        getallen = {rol[1:]: tel(_tekst(bericht, (i, j))) for i, j, rol in dragers if rol.startswith("?")}
        daden = self._daden(bericht, matrix, feiten, getallen)
        persoon = self._persoon.kies(matrix)
        if persoon not in (_GEEN, staat.wie):
            for daad in daden:
                daad["persoon"] = persoon
        return {"daden": daden}, min(van_rol, van_feit)

    def _bereid(self, tekst: str, staat: Staat, vandaag: date) -> Bericht:
        return bereid(tekst, staat, vandaag, Academiejaar.van_datum(vandaag).start, self._groepen.van)

    # -- which words carry a fact

    def _leer_plekken(self, beurten: Sequence[Beurt], bereide: Sequence[Bericht]) -> None:
        self._plekken = sklearn_crfsuite.CRF(algorithm="lbfgs", c1=0.05, c2=0.05, max_iterations=50, min_freq=2)
        gevuld = [(een, bericht) for een, bericht in zip(beurten, bereide) if bericht.woorden]
        self._plekken.fit(
            [kenmerken.van_woorden(bericht) for _, bericht in gevuld], [_etiketten(een) for een, _ in gevuld]
        )

    def _leer_hoeveelheden(self, beurten: Sequence[Beurt], bereide: Sequence[Bericht], gewicht: Any) -> None:
        rijen, juist, telt = [], [], []
        for een, bericht, keer in zip(beurten, bereide, gewicht):
            rollen = _rollen(een)
            alle = eenheden(bericht.woorden, [p for p, rol in rollen.items() if rol[-1] != STIL])
            vorige = GEEN
            for nummer, plek in enumerate(alle):
                rijen.append(kenmerken.van_hoeveelheid(bericht, alle, nummer, vorige))
                vorige = rollen.get(plek, "O")
                juist.append(vorige)
                telt.append(keer)
        self._rol = Lineair(self._hutsel.transform(rijen), juist, 0.15, telt)

    def _dragers(self, bericht: Bericht, matrix: Any) -> tuple[list[tuple[int, int, str]], float]:
        """The words that carry something, and what: a fact, a number of the question (``?...``); and how surely."""
        rij = kenmerken.van_woorden(bericht)
        stroken = _stroken(self._plekken.predict_single(rij))
        stil = self._zonder_hoeveelheid(bericht, matrix, rij, [s for s in stroken if s[2] != _HOEVEELHEID])
        bezet = {x for i, j, _ in stil for x in range(i, j)}
        alle = eenheden(bericht.woorden, [(i, j) for i, j, naam in stroken if naam == _HOEVEELHEID])
        alle = [(i, j) for i, j in alle if not bezet & set(range(i, j))]
        uit, vorige, zeker = stil, GEEN, _ZEKER
        for nummer, plek in enumerate(alle):
            rij_ = self._hutsel.transform([kenmerken.van_hoeveelheid(bericht, alle, nummer, vorige)])
            vorige, marge = self._rol.kies_zeker(rij_)
            zeker = min(zeker, marge)
            if vorige != "O":
                uit.append((*plek, vorige))
        return sorted(uit), zeker

    def _zonder_hoeveelheid(
        self, bericht: Bericht, matrix: Any, rij: list[list[str]], stroken: list[tuple[int, int, str]]
    ) -> list[tuple[int, int, str]]:
        """The facts without an amount; the whole turn says whether there is one, the words where it stands."""
        tagger = self._plekken.tagger_
        bekend = set(tagger.labels())
        tagger.set(rij)
        for naam, zeker in self._verteld.scores(matrix).items():
            eigen = [s for s in stroken if s[2] == naam]
            if eigen and zeker < _NIET:
                stroken = [s for s in stroken if s[2] != naam]
            elif not eigen and zeker > _WEL.get(naam, _WEL_ANDERS):
                bezet = {x for i, j, _ in stroken for x in range(i, j)}
                vrij = [x for x in range(len(bericht.woorden)) if x not in bezet and bericht.getallen[x] is None]
                if vrij and f"B-{naam}" in bekend:
                    plaats = max(vrij, key=lambda x: tagger.marginal(f"B-{naam}", x))
                    stroken.append((plaats, plaats + 1, naam))
        return stroken

    # -- what a fact is

    def _leer_feiten(self, beurten: Sequence[Beurt], bereide: Sequence[Bericht], gewicht: Any) -> None:
        rijen: list[kenmerken.Kenmerken] = []
        juist: dict[str, list[str]] = defaultdict(list)
        telt, van_jaar, is_jaar, telt_jaar = [], [], [], []
        for een, bericht, keer in zip(beurten, bereide, gewicht):
            if not een.dragers:
                continue
            feiten = [feit for daad in een.daden for feit in daad.get("feiten", ())]
            naam_van = dict(zip(map(id, feiten), jaren.labels(een.staat, een.daden, bericht.lopend)))
            tijd, vorige = jaren.Tijd(bericht), GEEN
            gezien: list[str] = []
            for drager in een.dragers:
                rol, plek, soort = drager.feit["wat"], (drager.begin, drager.eind), _soort(drager)
                rijen.append(kenmerken.van_plek(bericht, plek, rol, vorige))
                telt.append(keer)
                juist["soort"].append(soort)
                for naam in KENMERKEN:
                    juist[naam].append(_waarde(naam, drager))
                jaar = naam_van.get(id(drager.feit), GEEN)
                if jaar != GEEN:
                    for ander in sorted({*jaren.kandidaten(bericht, gezien), jaar}):
                        van_jaar.append(jaren.kenmerken(bericht, tijd, plek, rol, soort, ander, gezien, vorige))
                        is_jaar.append(ander == jaar)
                        telt_jaar.append(keer)
                    gezien.append(jaar)
                vorige = f"{rol}/{soort}"
        matrix = self._hutsel.transform(rijen)
        self._kenmerk = Samen(matrix, juist, 0.3, telt)
        self._jaar = Lineair(self._hutsel.transform(van_jaar), is_jaar, 0.1, telt_jaar)

    def _feiten(
        self, bericht: Bericht, dragers: list[tuple[int, int, str]]
    ) -> tuple[list[tuple[str, dict[str, Any]]], float]:
        uit: list[tuple[str, dict[str, Any]]] = []
        zeker = _ZEKER
        tijd, vorige = jaren.Tijd(bericht), GEEN
        gezien: list[str] = []
        for i, j, naam in dragers:
            rol = naam.rstrip(STIL)
            rij = self._hutsel.transform([kenmerken.van_plek(bericht, (i, j), rol, vorige)])
            keuzes = self._kenmerk.kies(rij)
            soort, marge = keuzes.pop("soort")
            gekozen = {naam: waarde for naam, (waarde, _) in keuzes.items()}
            zeker = min(zeker, marge)
            feiten = _met_waarde(bericht, (i, j), naam, gekozen.pop("waarde"))
            vorige = f"{rol}/{soort}"
            for feit in feiten:
                if rol not in jaren.ZONDER_JAAR:
                    mogelijk = jaren.kandidaten(bericht, gezien)
                    matrix = self._hutsel.transform(
                        jaren.kenmerken(bericht, tijd, (i, j), rol, soort, jaar, gezien, vorige) for jaar in mogelijk
                    )
                    scores = self._jaar.scores(matrix)[:, -1]
                    tweede, eerste = np.argsort(scores)[-2:]
                    zeker = min(zeker, float(scores[eerste] - scores[tweede]))
                    jaar = mogelijk[int(eerste)]
                    gezien.append(jaar)
                    feit["jaar"] = jaren.als_verwijzing(jaar, bericht.lopend)
                for kenmerk, waarde in gekozen.items():
                    if waarde != _GEEN:
                        feit.setdefault(kenmerk, True if kenmerk in ("erbij", "nieuw") else waarde)
                if rol in MET_DAG and bericht.dag is not None:
                    feit["datum"] = bericht.dag.isoformat()
                uit.append((soort, feit))
        return _met_begin(bericht, uit), zeker

    # -- what is done and asked

    def _leer_daden(self, beurten: Sequence[Beurt], bereide: Sequence[Bericht], gewicht: Any) -> None:
        self._tekens, self._woorden, self._rest = _tekens(60_000), _woorden(), DictVectorizer()
        teksten = [_zonder_cijfers(een.tekst) for een in beurten]
        rest = [kenmerken.van_beurt(bericht) for bericht in bereide]
        self._tekens.fit(teksten)
        self._woorden.fit(teksten)
        self._rest.fit(rest)
        matrix = self._matrix([een.tekst for een in beurten], rest)
        gezegd = [_van_beurt(een) for een in beurten]
        geteld = Counter(etiket for een in gezegd for etiket in een)
        self._etiketten = Etiketten(matrix, gezegd, sorted(e for e, n in geteld.items() if n >= MINSTENS), 0.4, gewicht)
        verteld = [{d.feit["wat"] + STIL * d.stil for d in een.dragers} for een in beurten]
        geteld = Counter(naam for een in verteld for naam in een if naam in ZONDER_HOEVEELHEID or naam[-1] == STIL)
        self._verteld = Etiketten(matrix, verteld, sorted(n for n, k in geteld.items() if k >= MINSTENS), 0.5, gewicht)
        vragen = [(r, daad) for r, een in enumerate(beurten) for daad in een.daden if daad.get("doel")]
        rijen = [r for r, _ in vragen]
        self._van_vraag = {
            naam: Lineair(matrix[rijen], [str(daad.get(naam)) for _, daad in vragen], 0.4, gewicht[rijen])
            for naam in ("jaar", "moment")
        }
        personen = [next((d["persoon"] for d in een.daden if d.get("persoon")), _GEEN) for een in beurten]
        self._persoon = Lineair(matrix, personen, 0.5, gewicht)

    def _matrix(self, teksten: list[str], rest: list[kenmerken.Kenmerken]) -> Any:
        kaal = [_zonder_cijfers(tekst) for tekst in teksten]
        delen = [self._tekens.transform(kaal), self._woorden.transform(kaal), self._rest.transform(rest) * 0.3]
        return sparse.hstack(delen).tocsr()

    def _daden(
        self, bericht: Bericht, matrix: Any, feiten: list[tuple[str, dict[str, Any]]], getallen: dict[str, int | None]
    ) -> list[dict[str, Any]]:
        zeker = self._etiketten.scores(matrix)
        gezegd = {etiket for etiket, waarde in zeker.items() if waarde > 0}
        if not feiten and not any(e.startswith(("sociaal:", "stuur:", "vraag:", "kaal:")) for e in gezegd):
            # Something was meant: the likeliest.
            gezegd.add(max((e for e in zeker if ":" in e), key=zeker.__getitem__))
        daden = [{"soort": "sociaal", "wat": e.partition(":")[2]} for e in sorted(gezegd) if e.startswith("sociaal:")]
        for soort in ("vertel", "verbeter", "veronderstel"):
            eigen = [feit for s, feit in feiten if s == soort]
            kaal = {f"kaal:{soort}"} | ({"kaal:antwoord"} if soort == "vertel" else set())
            if eigen or (not feiten and kaal & gezegd):
                vertelt = "antwoord" if soort == "vertel" and bericht.staat.open is not None else soort
                daad: dict[str, Any] = {"soort": vertelt, "feiten": eigen}
                if soort != "veronderstel":
                    daad |= {"weet_niet": True} if "weet_niet" in gezegd else {}
                    daad |= {"ja": "ja" in gezegd} if {"ja", "nee"} & gezegd else {}
                daden.append(daad)
        van_vraag = {naam: w for naam, model in self._van_vraag.items() if (w := model.kies(matrix)) != _GEEN}
        for etiket in sorted(gezegd):
            soort, _, wat = etiket.partition(":")
            if soort == "vraag":
                daden.append(self._vraag(wat, bericht, getallen, van_vraag, gezegd))
            elif soort == "stuur":
                daden.append({"soort": "stuur", "wat": wat})
        return daden

    def _vraag(
        self, wat: str, bericht: Bericht, getallen: dict[str, int | None], van_vraag: dict[str, str], gezegd: set[str]
    ) -> dict[str, Any]:
        kort = {naam: True for naam in ("dus", "omgekeerd") if naam in gezegd}
        if wat == "kennis":
            return {
                "soort": "vraag",
                "onderwerp": self.onderwerp(bericht.tekst, bericht.stand.get("onderwerp")),
                **kort,
            }
        daad: dict[str, Any] = {"soort": "vraag", "doel": wat, **van_vraag, **kort}
        for naam, doelen in VAN_DE_VRAAG.items():
            if wat in doelen and getallen.get(naam) is not None:
                daad[naam] = getallen[naam]
        return daad | ({"boven": True} if "boven" in gezegd else {})

    # -- which question of the catalogue

    def _leer_vragen(
        self, beurten: Sequence[Beurt], losse: list[dict[str, Any]], berichten: list[tuple[str, str]]
    ) -> None:
        rijen = [(v["tekst"], v["vraag"], v.get("na")) for v in losse]
        for een in beurten:
            onderwerpen = [daad["onderwerp"] for daad in een.daden if daad.get("onderwerp")]
            rijen += [(een.tekst, onderwerp, een.staat.laatste.onderwerp or None) for onderwerp in onderwerpen[:2]]
        teksten = [_zonder_cijfers(tekst) for tekst, _, _ in rijen] + [_zonder_cijfers(tekst) for tekst, _ in berichten]
        na = [_na(na) for _, _, na in rijen] + [_na(None)] * len(berichten)
        self._v_tekens, self._v_woorden, self._v_na = _tekens(70_000), _woorden(), DictVectorizer()
        matrix = sparse.hstack(
            [
                self._v_tekens.fit_transform(teksten),
                self._v_woorden.fit_transform(teksten),
                self._v_na.fit_transform(na),
            ]
        ).tocsr()
        sleutels = [vraag for _, vraag, _ in rijen]
        self._vraag_model = Lineair(matrix[: len(rijen)], sleutels, 0.7)
        over = [sleutel.partition("/")[0] for sleutel in sleutels] + [onderwerp for _, onderwerp in berichten]
        self._onderwerp_model = Lineair(matrix, over, 0.5)
        plaats = {naam: i for i, naam in enumerate(self._onderwerp_model.soorten)}
        self._onderwerp_van = np.array([plaats[sleutel.partition("/")[0]] for sleutel in self._vraag_model.soorten])

    def onderwerp(self, tekst: str, na: str | None) -> str:
        """The key of the catalogue that ``tekst`` asks for, after the question ``na``."""
        kaal = [_zonder_cijfers(tekst)]
        matrix = sparse.hstack(
            [self._v_tekens.transform(kaal), self._v_woorden.transform(kaal), self._v_na.transform([_na(na)])]
        ).tocsr()
        scores = self._vraag_model.scores(matrix)[0]
        scores = scores + _VAN_ONDERWERP * self._onderwerp_model.scores(matrix)[0][self._onderwerp_van]
        return str(self._vraag_model.soorten[int(np.argmax(scores))])


def _tekst(bericht: Bericht, plek: tuple[int, int]) -> str:
    return bericht.tekst[bericht.woorden[plek[0]].begin : bericht.woorden[plek[1] - 1].eind]


def _soort(drager: Drager) -> str:
    # Whether something was asked is known from the state.
    return "vertel" if drager.soort == "antwoord" else drager.soort


def _rollen(een: Beurt) -> dict[tuple[int, int], str]:
    """What stands at each place that carries something: the fact, or the number of the question."""
    rollen = {(d.begin, d.eind): d.feit["wat"] + STIL * d.stil for d in een.dragers}
    bezet = {x for i, j in rollen for x in range(i, j)}
    for daad in een.daden:
        for naam in VAN_DE_VRAAG if daad["soort"] == "vraag" else ():
            gevraagd = daad.get(naam)
            plaats = next((i for i, s in enumerate(een.stukken) if i not in bezet and getal(s.tekst) == gevraagd), None)
            if type(gevraagd) is int and plaats is not None:
                rollen[plaats, plaats + 1] = "?" + naam
                bezet.add(plaats)
    return rollen


def _etiketten(een: Beurt) -> list[str]:
    etiketten = ["O"] * len(een.stukken)
    for (i, j), rol in _rollen(een).items():
        naam = rol if rol in ZONDER_HOEVEELHEID or rol[-1] == STIL else _HOEVEELHEID
        etiketten[i:j] = [f"B-{naam}", *[f"I-{naam}"] * (j - i - 1)]
    return etiketten


def _stroken(etiketten: Sequence[str]) -> list[tuple[int, int, str]]:
    uit: list[tuple[int, int, str]] = []
    for i, etiket in enumerate(etiketten):
        if etiket.startswith("I-") and uit and uit[-1][1:] == (i, etiket[2:]):
            uit[-1] = (uit[-1][0], i + 1, etiket[2:])
        elif etiket != "O":
            uit.append((i, i + 1, etiket[2:]))
    return uit


def _waarde(kenmerk: str, drager: Drager) -> str:
    waarde = drager.feit.get(kenmerk)
    if kenmerk == "waarde" and type(waarde) is int:
        return "min" if waarde < 0 else "aantal"
    return _GEEN if waarde is False and kenmerk != "waarde" else str(waarde)


def _met_waarde(bericht: Bericht, plek: tuple[int, int], naam: str, waarde: str) -> list[dict[str, Any]]:
    """The fact with its value; none where no value can be read, several where what was told before is said again."""
    rol = naam.rstrip(STIL)
    feit: dict[str, Any] = {"wat": rol}
    if naam[-1] == STIL:
        return _uit_de_staat(bericht, feit, waarde)
    if rol == "school":
        # Names of schools are a closed list: what is on it is read, not guessed.
        return [feit | {"waarde": bericht.school}] if bericht.school else []
    if rol not in PUNTEN:
        if waarde in ("True", "False"):
            feit["waarde"] = waarde == "True"
        elif waarde not in (_GEEN, "aantal", "min"):
            feit["waarde"] = waarde
        return [feit]
    geteld = tel(_tekst(bericht, plek))
    woord = next((w for x in range(*plek) if (w := DEELWOORDEN.get(bericht.woorden[x].klein))), None)
    if woord is not None and not geteld:
        feit["waarde"] = waarde if waarde in HOEVEELHEDEN else woord
    elif geteld is None:
        return []
    else:
        feit["waarde"] = -geteld if waarde == "min" else geteld
    return [feit]


def _uit_de_staat(bericht: Bericht, feit: dict[str, Any], waarde: str) -> list[dict[str, Any]]:
    """What is meant where no amount stands: it follows from what was told."""
    kaart = bericht.staat.werkblad
    if feit["wat"] == "raad":
        return [feit | {"waarde": kaart.gemist}] if kaart.gemist else []
    if feit["wat"] == "verdubbeling_over":
        # Without a number it is said when nothing is left of it.
        return [feit | {"waarde": 0}]
    if feit["wat"] == "geschrapt":
        eerder = [b for jaar in kaart.jaren for b in jaar.boekingen if b.rol == "geschrapt"]
        return [feit | {"waarde": b.waarde} | ({"deel": b.deel} if b.deel else {}) for b in eerder[-2:]]
    if feit["wat"] == "opgenomen":
        doel = bericht.staat.doel
        return [feit | {"waarde": doel.opnemen}] if doel is not None and doel.opnemen else []
    if feit["wat"] in ("verworven", "niet_geslaagd"):
        return [feit | {"waarde": waarde if waarde in HOEVEELHEDEN else "alles"}]
    return []


def _met_begin(bericht: Bericht, feiten: list[tuple[str, dict[str, Any]]]) -> list[tuple[str, dict[str, Any]]]:
    """The facts with the student's first year where it must be: the first that is told of, unless a later one is named by its rank."""
    jaren_ = [feit["jaar"] for _, feit in feiten if feit["wat"] in ("opgenomen", "verworven") and feit.get("jaar")]
    if any(jaar.isdecimal() for jaar in jaren_):
        # Years that are counted say themselves which was the first.
        return [paar for paar in feiten if paar[1]["wat"] != "eerste_jaar"]
    later = any(w.klein.startswith(_LATER_JAAR) for w in bericht.woorden)
    if jaren_ and not later:
        eerste = min(jaren_, key=lambda jaar: jaren.volgorde(jaar, bericht.lopend))
        for _, feit in feiten:
            if feit["wat"] == "eerste_jaar":
                feit["jaar"] = eerste
    return feiten


def _van_beurt(een: Beurt) -> set[str]:
    """What is done and asked in a turn, as labels."""
    uit = set()
    for daad in een.daden:
        if daad["soort"] == "vraag":
            uit.add("vraag:" + (daad.get("doel") or "kennis"))
            uit |= {naam for naam in ("dus", "omgekeerd", "boven") if daad.get(naam)}
        elif daad["soort"] in ("stuur", "sociaal"):
            uit.add(f"{daad['soort']}:{daad['wat']}")
        else:
            uit |= {"ja" if daad["ja"] else "nee"} if daad.get("ja") is not None else set()
            uit |= {"weet_niet"} if daad.get("weet_niet") else set()
            if not daad.get("feiten"):
                uit.add("kaal:" + daad["soort"])
    return uit


def _na(onderwerp: str | None) -> dict[str, float]:
    return {f"na={onderwerp}": 0.35, f"over={onderwerp.partition('/')[0]}": 0.5} if onderwerp else {"los": 0.3}


def _tekens(meeste: int) -> TfidfVectorizer:
    return TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=2, max_features=meeste, sublinear_tf=True)


def _woorden() -> TfidfVectorizer:
    return TfidfVectorizer(
        token_pattern=r"(?u)\b\w+\b|[?!]", ngram_range=(1, 3), min_df=2, max_features=60_000, sublinear_tf=True
    )


def _zonder_cijfers(tekst: str) -> str:
    return _GETALLEN.sub("#", tekst.lower())
