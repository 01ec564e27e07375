"""A reader that only knows what hands typed: which words carry a fact, what that fact is, and what is asked.

It holds no rule on Dutch but how numbers are written and added. What it reaches on people it never saw is what
``benchmarks/leercurve.py`` measures; the assistant does not use it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Any
from typing import Final

import sklearn_crfsuite
from scipy import sparse
from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.svm import LinearSVC

from benchmarks.gemerkt import Beurt
from benchmarks.gemerkt import Drager
from benchmarks.gemerkt import Stuk
from benchmarks.gemerkt import getal
from benchmarks.gemerkt import stukken
from benchmarks.gemerkt import tel
from gesprek.lezing import HOEVEELHEDEN
from gesprek.lezing import PUNTEN
from gesprek.staat import IK
from gesprek.staat import Staat
from nlu import grammatica


#: What a fact has beside what it is about; each is chosen by a classifier of its own.
KENMERKEN: Final = ("soort", "jaar", "deel", "erbij", "moment", "contract", "opleiding", "nieuw", "waarde")
#: Numbers of a question.
VAN_DE_VRAAG: Final = ("opnemen", "saldo", "over")
MET_OPNEMEN: Final = ("genoeg", "nodig", "tekort", "hoeveel_opnemen")
MET_SALDO: Final = ("klopt", "verschil", "nodig", "heropbouw", "saldo")
#: Facts that happen on a day.
MET_DAG: Final = ("stop", "overstap", "geschrapt")
#: A label that was seen less often is not learned.
MINSTENS: Final = 15
#: Bounds of the classes of numbers: courses, points of a semester, of a year, balances.
_GRENZEN: Final = (0, 3, 6, 12, 20, 45, 66, 140, 200)
#: Numbers that name a year.
_JAREN: Final = range(1990, 2050)
_LINKS: Final = 6
_NIETS: Final = "None"


class Lezer:
    """Reads a message in its state.

    Args:
        beurten: what it learns from.
        vragen: single questions: ``tekst``, ``vraag`` (key of the catalogue) and, where it follows on one, ``na``.
    """

    def __init__(self, beurten: Sequence[Beurt], vragen: Iterable[dict[str, Any]]) -> None:
        self._leer_dragers(beurten)
        self._leer_kenmerken(beurten)
        self._leer_daden(beurten)
        self._leer_onderwerpen(beurten, vragen)

    def lees(self, tekst: str, staat: Staat, vandaag: date) -> dict[str, Any]:
        """What ``tekst`` says, in the form of ``gesprek.lezing.Lezing``."""
        woorden = stukken(tekst)
        if not woorden:
            return {"daden": []}
        stand = _stand(staat)
        dragers = _stroken(self._crf.predict_single(_rij(woorden, stand)))
        feiten = self._feiten(tekst, woorden, stand, [d for d in dragers if d[2][:1] != "?"])
        if dag := _dag(tekst, vandaag):
            for _, feit in feiten:
                if feit["wat"] in MET_DAG:
                    feit["datum"] = dag
        getallen = {
            rol[1:]: tel(tekst[woorden[i].begin : woorden[j - 1].eind]) for i, j, rol in dragers if rol.startswith("?")
        }
        matrix = self._matrix([tekst], [_beurtkenmerken(woorden, stand)])
        daden = self._daden(tekst, stand, matrix, feiten, getallen)
        persoon = self._persoon.predict(matrix)[0]
        if persoon not in (_NIETS, staat.wie):
            for daad in daden:
                daad["persoon"] = persoon
        return {"daden": daden}

    # -- which words carry a fact

    def _leer_dragers(self, beurten: Sequence[Beurt]) -> None:
        self._crf = sklearn_crfsuite.CRF(algorithm="lbfgs", c1=0.05, c2=0.05, max_iterations=80, min_freq=2)
        gevuld = [b for b in beurten if b.stukken]
        self._crf.fit([_rij(b.stukken, _stand(b.staat)) for b in gevuld], [_etiketten(b) for b in gevuld])

    # -- what a fact is

    def _leer_kenmerken(self, beurten: Sequence[Beurt]) -> None:
        rijen: list[dict[str, float]] = []
        juist: dict[str, list[str]] = defaultdict(list)
        for een in beurten:
            vorige, stand = "-", _stand(een.staat)
            for drager in een.dragers:
                rol = str(drager.feit["wat"])
                rijen.append(_omgeving(een.stukken, drager.begin, drager.eind, rol, stand, vorige))
                for kenmerk in KENMERKEN:
                    juist[kenmerk].append(_waarde(kenmerk, drager))
                vorige = f"{rol}/{drager.feit.get('jaar')}/{drager.soort}"
        self._van_feit = DictVectorizer()
        matrix = self._van_feit.fit_transform(rijen)
        self._kenmerk = {k: _klasse(0.3).fit(matrix, juist[k]) for k in KENMERKEN if len(set(juist[k])) > 1}

    def _feiten(
        self, tekst: str, woorden: list[Stuk], stand: dict[str, str], dragers: list[tuple[int, int, str]]
    ) -> list[tuple[str, dict[str, Any]]]:
        feiten, vorige = [], "-"
        for i, j, rol in dragers:
            rij = self._van_feit.transform([_omgeving(woorden, i, j, rol, stand, vorige)])
            gekozen = {k: model.predict(rij)[0] for k, model in self._kenmerk.items()}
            soort, waarde = gekozen.get("soort", "vertel"), gekozen.get("waarde", _NIETS)
            vorige = f"{rol}/{gekozen.get('jaar')}/{soort}"
            feit: dict[str, Any] = {"wat": rol}
            if rol in PUNTEN:
                aantal = tel(tekst[woorden[i].begin : woorden[j - 1].eind])
                if waarde in HOEVEELHEDEN:
                    feit["waarde"] = waarde
                elif aantal is None:
                    continue
                else:
                    feit["waarde"] = -aantal if waarde == "min" else aantal
            elif waarde in ("True", "False"):
                feit["waarde"] = waarde == "True"
            elif waarde not in (_NIETS, "aantal", "min"):
                feit["waarde"] = waarde
            feit |= {
                k: w
                for k in ("jaar", "deel", "moment", "contract", "opleiding")
                if (w := gekozen.get(k, _NIETS)) != _NIETS
            }
            feit |= {k: True for k in ("erbij", "nieuw") if gekozen.get(k) == "True"}
            feiten.append((soort, feit))
        return feiten

    # -- what is done and asked

    def _leer_daden(self, beurten: Sequence[Beurt]) -> None:
        self._tekens, self._woorden, self._rest = _tekens(60_000), _woorden(), DictVectorizer()
        teksten = [_zonder_cijfers(b.tekst) for b in beurten]
        kenmerken = [_beurtkenmerken(b.stukken, _stand(b.staat)) for b in beurten]
        delen = [
            self._tekens.fit_transform(teksten),
            self._woorden.fit_transform(teksten),
            self._rest.fit_transform(kenmerken) * 0.3,
        ]
        matrix = sparse.hstack(delen).tocsr()
        etiketten = [_van_beurt(b) for b in beurten]
        geteld = Counter(e for een in etiketten for e in een)
        self._etiket = {
            e: _klasse(0.4).fit(matrix, [e in een for een in etiketten])
            for e, n in sorted(geteld.items())
            if n >= MINSTENS
        }
        vragen = [(r, daad) for r, b in enumerate(beurten) for daad in b.daden if daad.get("doel")]
        self._van_vraag = {
            k: _klasse(0.4).fit(matrix[[r for r, _ in vragen]], [str(daad.get(k)) for _, daad in vragen])
            for k in ("jaar", "moment")
        }
        personen = [next((d["persoon"] for d in b.daden if d.get("persoon")), _NIETS) for b in beurten]
        self._persoon = _klasse(0.5).fit(matrix, personen)

    def _matrix(self, teksten: list[str], kenmerken: list[dict[str, float]]) -> Any:
        kaal = [_zonder_cijfers(t) for t in teksten]
        delen = [self._tekens.transform(kaal), self._woorden.transform(kaal), self._rest.transform(kenmerken) * 0.3]
        return sparse.hstack(delen).tocsr()

    def _daden(
        self, tekst: str, stand: dict[str, str], matrix: Any, feiten: list[tuple[str, dict[str, Any]]],
        getallen: dict[str, int | None],
    ) -> list[dict[str, Any]]:  # fmt: skip
        zeker = {e: float(model.decision_function(matrix)[0]) for e, model in self._etiket.items()}
        gezegd = {e for e, waarde in zeker.items() if waarde > 0}
        if not feiten and not any(e.startswith(("sociaal:", "stuur:", "vraag:", "kaal:")) for e in gezegd):
            # Something was meant: the likeliest.
            gezegd.add(max((e for e in zeker if ":" in e), key=zeker.__getitem__))
        daden = [{"soort": "sociaal", "wat": e.partition(":")[2]} for e in sorted(gezegd) if e.startswith("sociaal:")]
        for soort in ("antwoord", "vertel", "verbeter", "veronderstel"):
            eigen = [feit for s, feit in feiten if s == soort]
            if eigen or (not feiten and f"kaal:{soort}" in gezegd):
                daad: dict[str, Any] = {"soort": soort, "feiten": eigen}
                if soort != "veronderstel":
                    daad |= {"weet_niet": True} if "weet_niet" in gezegd else {}
                    daad |= {"ja": "ja" in gezegd} if {"ja", "nee"} & gezegd else {}
                daden.append(daad)
        van_vraag = {k: w for k, model in self._van_vraag.items() if (w := model.predict(matrix)[0]) != _NIETS}
        for etiket in sorted(gezegd):
            soort, _, wat = etiket.partition(":")
            if soort == "vraag":
                daden.append(self._vraag(wat, tekst, stand, getallen, van_vraag, gezegd))
            elif soort == "stuur":
                daden.append({"soort": "stuur", "wat": wat})
        return daden

    def _vraag(
        self, wat: str, tekst: str, stand: dict[str, str], getallen: dict[str, int | None], van_vraag: dict[str, str],
        gezegd: set[str],
    ) -> dict[str, Any]:  # fmt: skip
        kort = {k: True for k in ("dus", "omgekeerd") if k in gezegd}
        if wat == "kennis":
            return {"soort": "vraag", "onderwerp": self.onderwerp(tekst, stand.get("onderwerp")), **kort}
        daad: dict[str, Any] = {"soort": "vraag", "doel": wat, **van_vraag, **kort}
        for naam, doelen in (("opnemen", MET_OPNEMEN), ("saldo", MET_SALDO), ("over", ("waarom",))):
            if wat in doelen and getallen.get(naam) is not None:
                daad[naam] = getallen[naam]
        return daad | ({"boven": True} if "boven" in gezegd else {})

    # -- which question of the catalogue

    def _leer_onderwerpen(self, beurten: Sequence[Beurt], vragen: Iterable[dict[str, Any]]) -> None:
        rijen = [(v["tekst"], v["vraag"], v.get("na")) for v in vragen]
        for een in beurten:
            onderwerpen = [d["onderwerp"] for d in een.daden if d.get("onderwerp")]
            if len(onderwerpen) == 1:
                rijen.append((een.tekst, onderwerpen[0], een.staat.laatste.onderwerp or None))
        self._o_tekens, self._o_woorden, self._o_na = _tekens(70_000), _woorden(), DictVectorizer()
        teksten = [_zonder_cijfers(tekst) for tekst, _, _ in rijen]
        delen = [self._o_tekens.fit_transform(teksten), self._o_woorden.fit_transform(teksten),
                 self._o_na.fit_transform([_na(na) for _, _, na in rijen])]  # fmt: skip
        self._onderwerp = _klasse(0.7).fit(sparse.hstack(delen).tocsr(), [vraag for _, vraag, _ in rijen])

    def onderwerp(self, tekst: str, na: str | None) -> str:
        """The key of the catalogue that ``tekst`` asks for, after the question ``na``."""
        kaal = [_zonder_cijfers(tekst)]
        delen = [self._o_tekens.transform(kaal), self._o_woorden.transform(kaal), self._o_na.transform([_na(na)])]
        return str(self._onderwerp.predict(sparse.hstack(delen).tocsr())[0])


def _dag(tekst: str, vandaag: date) -> str | None:
    """The day that the grammar reads; of a month alone the middle."""
    gelezen = grammatica.lees(tekst, vandaag=vandaag).datum
    if gelezen is None or gelezen.startswith("-"):
        return None
    return gelezen if len(gelezen) == len("2026-11-30") else f"{gelezen}-15"


def _klasse(c: float) -> LinearSVC:
    return LinearSVC(C=c, max_iter=300, random_state=0)


def _tekens(meeste: int) -> TfidfVectorizer:
    return TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=2, max_features=meeste, sublinear_tf=True)


def _woorden() -> TfidfVectorizer:
    return TfidfVectorizer(
        token_pattern=r"(?u)\b\w+\b|[?!]", ngram_range=(1, 3), min_df=2, max_features=60_000, sublinear_tf=True
    )


def _zonder_cijfers(tekst: str) -> str:
    return re.sub(r"\d+", "#", tekst.lower())


def _stand(staat: Staat) -> dict[str, str]:
    """What of the state a message may hang on; holds no figure."""
    stand = {
        "leeg": str(staat.kaart.leeg), "stel": str(staat.stel is not None), "soort": staat.laatste.soort or "-",
        "open": staat.open.wat if staat.open else "-", "doel": staat.doel.naam if staat.doel else "-",
        "anker": str(bool(staat.kaart.ankers)), "ander": str(staat.wie != IK),
    }  # fmt: skip
    if staat.focus is not None:
        stand["focus"] = f"{staat.focus[0]}/{staat.focus[1]}"
    if staat.laatste.onderwerp:
        stand["onderwerp"] = staat.laatste.onderwerp
    return stand


def _vorm(woord: str) -> str:
    """The word; of a number only its class."""
    waarde = getal(woord)
    if waarde is None or waarde in _JAREN:
        return woord
    return "#" + str(sum(waarde > grens for grens in _GRENZEN))


def _rij(woorden: list[Stuk], stand: dict[str, str]) -> list[list[str]]:
    """The features of each word."""
    vormen = [_vorm(w.klein) for w in woorden]
    van_stand = [f"{k}={v}" for k, v in stand.items() if k != "onderwerp"]
    aantal = sum(v.startswith("#") for v in vormen)
    uit = []
    for i, vorm in enumerate(vormen):
        rij = ["altijd", f"lang={min(len(vormen), 8)}", f"getallen={min(aantal, 5)}", f"plaats={min(i, 3)}"]
        for d in range(-4, 5):
            if not 0 <= i + d < len(vormen):
                rij.append(f"{d}=rand")
                continue
            ander = vormen[i + d]
            rij.append(f"{d}={ander}")
            if abs(d) <= len("##"):
                rij += [f"{d}p={ander[:3]}", f"{d}q={ander[:4]}", f"{d}s={ander[-3:]}"]
        links, rechts = ["rand", "rand", *vormen[:i]][-2:], [*vormen[i + 1 :], "rand", "rand"][:2]
        rij += [f"<{links[1]}|{vorm}", f">{vorm}|{rechts[0]}", f"<<{'|'.join(links)}", f">>{'|'.join(rechts)}"]
        if vorm.startswith("#"):
            rij += [f"#{s}" for s in van_stand] + [f"#{sum(v.startswith('#') for v in vormen[:i])}"]
        uit.append(rij)
    return uit


def _etiketten(een: Beurt) -> list[str]:
    etiketten = ["O"] * len(een.stukken)
    for drager in een.dragers:
        for i in range(drager.begin, drager.eind):
            etiketten[i] = ("B-" if i == drager.begin else "I-") + drager.feit["wat"]
    for daad in een.daden:
        if daad["soort"] != "vraag":
            continue
        for naam in VAN_DE_VRAAG:
            plaats = next(
                (i for i, s in enumerate(een.stukken) if etiketten[i] == "O" and getal(s.tekst) == daad.get(naam)), None
            )
            if type(daad.get(naam)) is int and plaats is not None:
                etiketten[plaats] = "B-?" + naam
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
    if kenmerk == "soort":
        return drager.soort
    waarde = drager.feit.get(kenmerk)
    if kenmerk == "waarde" and type(waarde) is int:
        return "min" if waarde < 0 else "aantal"
    return _NIETS if waarde is False and kenmerk != "waarde" else str(waarde)


def _omgeving(woorden: list[Stuk], i: int, j: int, rol: str, stand: dict[str, str], vorige: str) -> dict[str, float]:
    """The features of the words ``i`` up to ``j`` that carry a fact."""
    vormen = [_vorm(w.klein) for w in woorden]
    uit: dict[str, float] = {
        f"rol={rol}": 1,
        f"vorige={vorige}": 1,
        f"rol={rol}|{vorige}": 1,
        "zelf=" + " ".join(vormen[i:j]): 1,
    }
    for vorm in vormen[i:j]:
        uit |= {f"in={vorm}": 1, f"in={vorm[:4]}": 1}
    for d in range(1, _LINKS + 1):
        for kant, plaats in (("l", i - d), ("r", j + d - 1)):
            if 0 <= plaats < len(vormen):
                vorm = vormen[plaats]
                uit |= {
                    f"{kant}{d}={vorm}": 1,
                    f"{kant}={vorm}": 1,
                    f"{kant}={vorm[:4]}": 1,
                    f"{kant}{rol}={vorm[:5]}": 1,
                }
    for vorm in vormen:
        uit |= {f"bericht={vorm}": 0.5, f"bericht={vorm[:5]}": 0.5}
    uit |= {f"paar={a}|{b}": 0.5 for a, b in pairwise(vormen)}
    for naam, waarde in stand.items():
        if naam != "onderwerp":
            uit |= {f"{naam}={waarde}": 1, f"{naam}={waarde}|{rol}": 1}
    return uit | {f"rand={i == 0}{j == len(vormen)}": 1}


def _beurtkenmerken(woorden: list[Stuk], stand: dict[str, str]) -> dict[str, float]:
    klein = [w.klein for w in woorden]
    uit: dict[str, float] = {f"{k}={v}": 1 for k, v in stand.items()}
    uit |= {f"lang={min(len(klein) // 3, 6)}": 1, f"getallen={min(sum(getal(w) is not None for w in klein), 4)}": 1}
    if klein:
        uit |= {f"begin={klein[0]}": 1, "begin=" + " ".join(klein[:2]): 1, f"eind={klein[-1]}": 1}
        for naam in ("soort", "open", "doel"):
            uit |= {f"{naam}={stand[naam]}|{klein[0]}": 1, f"{naam}={stand[naam]}|{min(len(klein), 4)}": 1}
    return uit


def _van_beurt(een: Beurt) -> set[str]:
    """What is done and asked in a turn, as labels."""
    uit = set()
    for daad in een.daden:
        if daad["soort"] == "vraag":
            uit |= {
                "vraag:" + (daad.get("doel") or "kennis"),
                *(k for k in ("dus", "omgekeerd", "boven") if daad.get(k)),
            }
        elif daad["soort"] in ("stuur", "sociaal"):
            uit.add(f"{daad['soort']}:{daad['wat']}")
        else:
            uit |= {k for k, waar in (("ja", daad.get("ja") is True), ("nee", daad.get("ja") is False),
                                      ("weet_niet", daad.get("weet_niet"))) if waar}  # fmt: skip
            if not daad.get("feiten"):
                uit.add("kaal:" + daad["soort"])
    return uit


def _na(onderwerp: str | None) -> dict[str, float]:
    return {f"na={onderwerp}": 0.35, f"over={onderwerp.partition('/')[0]}": 0.5} if onderwerp else {"los": 0.3}
