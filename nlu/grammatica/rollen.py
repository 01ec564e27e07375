"""Give each number its role: words that say what a number is are matched to numbers, nearest first, in order."""

from __future__ import annotations

from nlu.grammatica import woorden
from nlu.grammatica.tekens import Teken
from nlu.grammatica.tellen import herken_rol
from nlu.grammatica.tellen import is_getal
from nlu.grammatica.tellen import op
from nlu.grammatica.tellen import woord_op
from nlu.grammatica.verbindingen import merk_verbindingen


_ZINSEINDE = frozenset({".", "!", "?", ";"})
_VERLEDEN = woorden.reeks("had hadden hadk")
_LANGSTE_STUK = 48
"""Tokens matched in one go; longer stretches without an end of sentence are cut, so that time stays linear."""

_HEEFT = woorden.reeks("heb had heeft hebt kheb hek")
_HEBBEN = _HEEFT | {"ik", "nu"}
_VRAAGT_OKE = woorden.reeks("nog da dat ist dan wel zo toch")
_SLECHTS = frozenset({"maar", "slechts", "amper", "ongeveer", "een", "zo'n"})
_NIET_AF = woorden.reeks("af klaar ingediend afgelegd afgewerkt gedaan meegedaan afgeraakt")
_LATEN = frozenset({"laten", "liet", "laat"})
_BIJZIN = woorden.reeks(
    "als as indien stel dat da dak omdat omda zodat waarvan waarvoor die toen terwijl indien mocht moest zou wanneer ask alsk wil ga gaan zal kan mag moet hoop wilde wou zodra"
)
_BIJZIN_BEREIK = 14
"""Tokens back in which a subordinate clause or an auxiliary puts the verb last."""
_BIJZIN_VERSTE = 0.8
_BIJZIN_PRIJS = 0.6

PRIJS_LOS = 3.5
PRIJS_LOS_PAAR = 1.0
_GETALSOORTEN = frozenset({"getal", "deel"})


def benoem_rollen(tekens: list[Teken]) -> list[Teken]:
    """Mark role words, pairs and connectors, then match roles to numbers within each sentence."""
    tekens = _tel_lijsten(_merk_rolwoorden(tekens))
    _merk_totaal(tekens)
    _merk_vraag_naar_saldo(tekens)
    _merk_ontkenning(tekens)
    merk_verbindingen(tekens)
    for stuk in _zinnen(tekens):
        _koppel(stuk)
    _laat_programma_los(tekens)
    _geef_contract(tekens)
    _merk_eerder(tekens)
    return tekens


def _nieuw(soort: str, van: Teken, tot: Teken) -> Teken:
    return Teken(soort, van.tekst, van.begin, tot.eind, van.kleef)


def _rol(van: Teken, tot: Teken, rol: str, kant: str, zwak: bool = False) -> Teken:
    t = _nieuw("rol", van, tot)
    t.rol, t.kant, t.zwak = rol, kant, zwak
    return t


def _merk_rolwoorden(tekens: list[Teken]) -> list[Teken]:
    uit: list[Teken] = []
    i = 0
    while i < len(tekens):
        t = tekens[i]
        een = woord_op(tekens, i + 1)
        vorig = uit[-1].tekst if uit else ""
        if t.soort == "woord":
            if t.tekst in ("der", "er", "dr") and een in ("door", "deur"):
                uit.append(_rol(t, tekens[i + 1], "verworven", ""))
                i += 2
                continue
            if t.tekst in ("in", "oke", "ok") and een in ("orde",):
                uit.append(_rol(t, tekens[i + 1], "verworven", "voor"))
                i += 2
                continue
            if t.tekst in ("bonus", "verdubbeling") and _is_regel(tekens, i):
                uit.append(t)
                i += 1
                continue
            if t.tekst in ("bach", "bachelor", "master", "masteropleiding", "bachelorjaar") and _jaarmaat(tekens, i):
                uit.append(_rol(t, t, "opgenomen", "na"))
                uit[-1].opleiding = "master" if t.tekst.startswith("master") else "bachelor"
                i += 1
                continue
            if t.tekst in ("inschrijving", "inschrijven") and vorig in ("voor", "na", "bij", "mijn"):
                uit.append(t)
                i += 1
                continue
            if t.tekst in ("door", "deur"):
                eerder = {u.tekst for u in uit[-4:]}
                if not eerder & {"ben", "was", "niet", "geraakt", "nie", "ni"} and een != "voor":
                    uit.append(t)
                    i += 1
                    continue
                uit.append(_rol(t, t, "verworven", ""))
                i += 1
                continue
            laatste = {u.tekst for u in uit[-6:]}
            if t.tekst in ("geschrapt", "gedropt", "stopgezet") or (t.tekst == "vallen" and laatste & _LATEN):
                # Whoever drops a course without deregistering in time loses its points.
                uit.append(_rol(t, t, "niet_geslaagd", "voor"))
                i += 1
                continue
            if t.tekst == "te" and een == "doen" and "nog" in laatste:
                uit.append(_rol(t, tekens[i + 1], "niet_geslaagd", "voor"))
                i += 2
                continue
            if (
                t.tekst == "nog"
                and (vorig in _HEBBEN or (vorig in ("er", "der") and uit[-2:-1] and uit[-2].tekst in _HEBBEN))
                and (is_getal(op(tekens, i + 1)) or (een in _SLECHTS and is_getal(op(tekens, i + 2))))
                and not _is_saldowoord(woord_op(tekens, i + 2))
                and not _telt_vakken(op(tekens, i + 1))
            ):
                uit.append(_rol(t, t, "saldo", "na", True))
                i += 1
                continue
            if t.tekst in ("oke", "ok") and (een == "?" or vorig in _VRAAGT_OKE):
                # "is da nog oke?"
                uit.append(t)
                i += 1
                continue
            if t.tekst == "opnieuw" and een in ("begonnen", "beginnen", "gestart", "starten"):
                uit.append(t)
                i += 1
                continue
            if t.tekst == "over" and _blijft_over(uit, een):
                uit.append(_rol(t, t, "saldo", "voor"))
                i += 1
                continue
            if t.tekst == "waren" and een in ("er", "t", "het"):
                uit.append(t)
                i += 1
                continue
            if t.tekst in woorden.CONTRACTEN and t.contract is None:
                # Denied, or asked after.
                uit.append(t)
                i += 1
                continue
            gevonden = None if _is_bevel(tekens, i) else herken_rol(t.tekst)
            if gevonden is not None and not (t.tekst == "terug" and not _na_getal(uit)):
                zwak = gevonden[1] != "" and gevonden[0] in ("opgenomen", "verworven")
                uit.append(_rol(t, t, gevonden[0], gevonden[1], zwak))
                uit[-1].contract = t.contract
                i += 1
                continue
        uit.append(t)
        i += 1
    return uit


def _blijft_over(uit: list[Teken], volgend: str) -> bool:
    """Tell whether "over" closes "als ik er 38 over heb" or "ik heb er nog 38 over"."""
    vorig = uit[-1] if uit else None
    if vorig is None or not is_getal(vorig) or vorig.vast or vorig.vakken is not None or (vorig.waarde or 0) <= 0:
        return False
    heeft = any(u.tekst in _HEEFT for u in uit[-6:])
    return volgend in _HEEFT or (heeft and volgend in ("", ",", ".", "!", "en", "maar", "dus"))


def _is_bevel(tekens: list[Teken], i: int) -> bool:
    """Tell whether "doe maar 60" and "zet maar 35" only hand over a number."""
    if tekens[i].tekst not in ("doe", "zet", "neem", "pak", "reken") or woord_op(tekens, i + 1) != "maar":
        return False
    return tekens[i].tekst == "doe" or i == 0 or woord_op(tekens, i - 1) in (",", ".", "allez", "allee", "ok", "oke")


def _tel_lijsten(tekens: list[Teken]) -> list[Teken]:
    """Add up a list of named courses behind a role word: "geslaagd: wiskunde 6, chemie 5, biologie 4"."""
    uit: list[Teken] = []
    i = 0
    while i < len(tekens):
        uit.append(tekens[i])
        i += 1
        if uit[-1].soort != "rol" or woord_op(tekens, i) != ":":
            continue
        leden: list[Teken] = []
        k = i + 1
        while k + 1 < len(tekens) and tekens[k].soort == "woord":
            maat = tekens[k + 1]
            if not is_getal(maat) or maat.vast or not 0 < (maat.waarde or 0) <= 36 or maat.fout:
                break
            leden.append(maat)
            k += 2
            if woord_op(tekens, k) not in (",", "en", "+", "&"):
                break
            k += 1
        if len(leden) > 1:
            som = leden[0]
            som.waarde, som.eind, som.eenheid = sum(m.waarde or 0 for m in leden), leden[-1].eind, True
            uit.append(som)
            i = k
    return uit


def _is_saldowoord(woord: str) -> bool:
    return woorden.ROLWOORDEN.get(woord, ("", ""))[0] == "saldo"


def _telt_vakken(t: Teken | None) -> bool:
    return t is not None and t.fout == "vakken"


def _na_getal(uit: list[Teken]) -> bool:
    return bool(uit) and uit[-1].soort in _GETALSOORTEN


def _jaarmaat(tekens: list[Teken], i: int) -> bool:
    """Tell whether "bachelor 180" or "master van 60" names the size of the programme."""
    k = i + 2 if woord_op(tekens, i + 1) == "van" else i + 1
    maat = op(tekens, k)
    return maat is not None and is_getal(maat) and (maat.waarde or 0) >= 18 and maat.vakken is None


def _is_regel(tekens: list[Teken], i: int) -> bool:
    """Tell whether "de bonus van 60" is the rule itself, not what someone has left."""
    return woord_op(tekens, i + 1) in ("van", "de") and woord_op(tekens, i + 2) in ("60", "zestig")


def _merk_totaal(tekens: list[Teken]) -> None:
    """Let "behaald in totaal 99" be about what was acquired: beside another role word "totaal" only adds up."""
    for i, t in enumerate(tekens):
        if t.soort == "rol" and t.tekst in ("totaal", "pakket", "programma"):
            for u in reversed(tekens[max(0, i - 3) : i]):
                if u.soort == "rol" and u.kant != "voor" and is_getal(op(tekens, i + 1)):
                    t.soort, t.rol = "woord", None
                    break
                if u.soort != "woord":
                    break


def _merk_vraag_naar_saldo(tekens: list[Teken]) -> None:
    """A question for the balance names no balance: "wat is mijn saldo", "hoeveel leerkrediet heb ik"."""
    for i, t in enumerate(tekens):
        if t.soort != "rol" or t.rol != "saldo":
            continue
        for k in range(i - 1, max(-1, i - 6), -1):
            if tekens[k].soort in ("getal", "regel") or tekens[k].tekst in _ZINSEINDE or tekens[k].tekst in (",",):
                break
            if tekens[k].tekst in woorden.VRAAGWOORDEN or tekens[k].tekst in ("bereken", "op"):
                t.soort = "woord"
                break
        if woord_op(tekens, i + 1) in ("?", "aub") and not is_getal(op(tekens, i - 1)):
            t.soort = "woord"
        if t.tekst == "begin" and woord_op(tekens, i - 1) not in (",", "", "ik", "het", "bij", ".", "(", "mijn"):
            t.soort = "woord"
        if (
            t.soort == "rol"
            and woord_op(tekens, i + 1) in ("van", "voor")
            and woord_op(tekens, i + 2) in ("een", "iemand")
        ):
            t.soort = "woord"


def _merk_ontkenning(tekens: list[Teken]) -> None:
    """Turn "niet gehaald", "haal ik er 15 niet" and "de rest niet" into not passed."""
    for i, t in enumerate(tekens):
        if t.tekst not in woorden.NIET or t.soort != "woord":
            continue
        if woord_op(tekens, i + 1) in _NIET_AF and any(is_getal(u) for u in tekens[max(0, i - 5) : i]):
            # "masterproef van 24 nog niet af"
            t.soort, t.rol, t.kant = "rol", "niet_geslaagd", "voor"
            tekens[i + 1].soort = "op"
            continue
        if woord_op(tekens, i + 1) in woorden.ALLES:
            # "niet alles gehaald" tells nothing that can be computed with.
            t.soort = "op"
            continue
        for k in range(i + 1, min(i + 4, len(tekens))):
            u = tekens[k]
            if u.soort == "rol" and u.rol == "verworven":
                u.rol, u.kant, u.zwak = "niet_geslaagd", "" if u.kant == "na" else u.kant, False
                break
            if u.soort in _GETALSOORTEN or u.tekst in woorden.VOEGWOORDEN or u.soort != "woord":
                k = len(tekens)
                break
        else:
            k = len(tekens)
        if k < len(tekens) and tekens[k].soort == "rol":
            t.soort = "op"
            continue
        for k in range(i - 1, max(-1, i - 7), -1):
            u = tekens[k]
            if u.soort == "rol":
                if u.rol == "verworven":
                    u.rol, u.zwak = "niet_geslaagd", False
                    t.soort = "op"
                break
            if u.soort == "deel" and u.rest:
                break
            if u.tekst in woorden.VOEGWOORDEN or u.soort in ("regel",) or u.tekst in (",", ".", ";", "?"):
                break
        if t.soort == "woord":
            vorig = op(tekens, i - 1)
            if vorig is not None and (vorig.soort in _GETALSOORTEN or vorig.tekst in (")", "ook")):
                t.soort, t.rol, t.kant = "rol", "niet_geslaagd", "voor"
        if (
            t.soort == "woord"
            and woord_op(tekens, i + 1) == "voor"
            and woord_op(tekens, i - 1) in (",", "en", "maar", ";")
        ):
            if any(u.soort == "rol" and u.rol == "verworven" for u in tekens[:i]):
                # "geslaagd voor wiskunde (6 sp), niet voor chemie (4 sp)"
                t.soort, t.rol, t.kant = "rol", "niet_geslaagd", "na"
    ontkend = any(t.rol == "niet_geslaagd" for t in tekens)
    for i, t in enumerate(tekens):
        achter = is_getal(op(tekens, i - 1)) or woord_op(tekens, i - 1) == ")"
        if ontkend and t.tekst == "wel" and t.soort == "woord" and achter:
            # "12 niet, 48 wel".
            t.soort, t.rol, t.kant = "rol", "verworven", "voor"
        elif ontkend and t.tekst == "wel" and t.soort == "woord" and woord_op(tekens, i + 1) == "voor":
            # "niet voor 18, wel voor 42"
            t.soort, t.rol, t.kant = "rol", "verworven", "na"


def _zinnen(tekens: list[Teken]) -> list[list[Teken]]:
    uit: list[list[Teken]] = []
    stuk: list[Teken] = []
    nummer = 0
    for t in tekens:
        t.zin = nummer
        if t.soort == "regel" or t.tekst in _ZINSEINDE or len(stuk) >= _LANGSTE_STUK:
            uit.append(stuk)
            stuk = []
            nummer += 1
        stuk.append(t)
    uit.append(stuk)
    return uit


def _gewicht(t: Teken) -> float:
    """How much a token between a number and a role word keeps the two apart."""
    if t.soort == "getal":
        return 0.3 if t.vast and t.rol == "opgenomen" else 3.0
    if t.soort == "deel":
        return 3.0
    if t.soort == "rol":
        return 1.2
    if t.soort in ("jaar", "erna"):
        return 2.0
    if t.soort in ("periode", "elk", "datum", "jaartal"):
        return 0.8
    if t.tekst in (",", "/", "-", "+"):
        return 2.2 if t.tekst != "/" else 0.5
    if t.tekst in (":", "="):
        return 0.0
    if t.tekst in ("(", ")"):
        return 0.9
    if t.tekst == "dus":
        return 0.6
    if t.tekst in woorden.VOEGWOORDEN:
        return 1.9
    if t.soort == "woord":
        return 0.25 if t.tekst in woorden.STOPWOORDEN else 0.55
    return 0.4


def _merk_bijzinnen(stuk: list[Teken]) -> None:
    """Mark the verbs that may come after their number: "als ik 60 neem", "ik ga er 54 volgen"."""
    vanaf: int | None = None
    for k, t in enumerate(stuk):
        if t.tekst in _BIJZIN and t.soort == "woord":
            vanaf = k
        elif t.soort == "rol" and t.kant == "na" and t.rol == "opgenomen" and vanaf is not None:
            volgt = k + 1 < len(stuk) and stuk[k + 1].soort in _GETALSOORTEN
            t.bijzin = k - vanaf <= _BIJZIN_BEREIK and not volgt


def _koppel(stuk: list[Teken]) -> None:
    """Match in order: a number has at most one role word, a role word at most one number; cheapest whole wins."""
    _merk_bijzinnen(stuk)
    getallen = [i for i, t in enumerate(stuk) if t.soort in _GETALSOORTEN and not t.vast]
    rollen = [j for j, t in enumerate(stuk) if t.soort == "rol"]
    if not getallen:
        return
    som = [0.0]
    for t in stuk:
        som.append(som[-1] + _gewicht(t))
    n, r = len(getallen), len(rollen)
    beste = [[0.0] * (r + 1) for _ in range(n + 1)]
    keuze = [[0] * (r + 1) for _ in range(n + 1)]
    for a in range(n + 1):
        for b in range(r + 1):
            if a == 0 and b == 0:
                continue
            opties: list[tuple[float, int]] = []
            if a > 0:
                g = stuk[getallen[a - 1]]
                opties.append((beste[a - 1][b] + (PRIJS_LOS_PAAR if g.zwak else PRIJS_LOS), 1))
            if b > 0:
                opties.append((beste[a][b - 1] + (0.0 if stuk[rollen[b - 1]].zwak else 0.4), 2))
            if a > 0 and b > 0:
                prijs = _prijs(stuk, som, getallen[a - 1], rollen[b - 1])
                if prijs is not None:
                    opties.append((beste[a - 1][b - 1] + prijs, 3))
            beste[a][b], keuze[a][b] = min(opties)
    a, b = n, r
    while a > 0 or b > 0:
        k = keuze[a][b]
        if k == 3:
            g, w = stuk[getallen[a - 1]], stuk[rollen[b - 1]]
            g.rol = w.rol
            g.contract = g.contract or w.contract
            g.opleiding = g.opleiding or w.opleiding
            g.totaal = g.totaal or w.tekst == "totaal"
            g.kant = w.tekst
            if g.zwak and g.waarde == 0 and g.rol == "niet_geslaagd":
                # "niet gehaald (0/60)": nothing was acquired.
                g.rol = "verworven"
            a, b = a - 1, b - 1
        elif k == 1:
            a -= 1
        else:
            b -= 1


def _prijs(stuk: list[Teken], som: list[float], i: int, j: int) -> float | None:
    g, w = stuk[i], stuk[j]
    if g.soort == "deel" and w.rol in ("opgenomen", "saldo", "bonus_over", "start"):
        return None
    if j > i:
        afstand = som[j] - som[i + 1]
        if w.kant == "na":
            # "als ik 60 neem": in a subordinate clause the verb comes last.
            if not w.bijzin or afstand > _BIJZIN_VERSTE:
                return None
            afstand += _BIJZIN_PRIJS
    else:
        if w.kant == "voor":
            return None
        afstand = som[i] - som[j + 1] + 0.15
    if w.zwak:
        afstand += 0.3
    if w.rol == "saldo" and g.waarde is not None and g.waarde < 0:
        afstand -= 1.0
    if w.rol == "bonus_over" and g.eenheid:
        afstand += 0.5
    return afstand


def _geef_contract(tekens: list[Teken]) -> None:
    """Tie "12 via een creditcontract" to its contract: points under a contract were taken up."""
    for i, t in enumerate(tekens):
        if not is_getal(t) or woord_op(tekens, i + 1) not in ("via", "onder", "met", "in", "op"):
            continue
        k = i + 3 if woord_op(tekens, i + 2) in ("een", "het", "mijn", "n") else i + 2
        naam = op(tekens, k)
        contract = naam.contract if naam is not None and not is_getal(naam) else None
        if contract is not None:
            t.contract, t.rol = t.contract or contract, t.rol or (None if t.zwak else "opgenomen")


def _laat_programma_los(tekens: list[Teken]) -> None:
    """Read "ik neem 45 van de 60 op" as 45 taken up: the whole is the size of the programme."""
    for i, t in enumerate(tekens):
        if t.soort == "getal" and t.zwak and t.rol == "opgenomen":
            for u in tekens[i + 1 : i + 4]:
                if u.soort == "getal" and u.rol == "opgenomen" and u.vast and not u.zwak:
                    u.soort = "negeer"


def _merk_eerder(tekens: list[Teken]) -> None:
    """Read "ik had er al 18 gehaald" and "al 46 verworven in totaal" as acquired before."""
    for i, t in enumerate(tekens):
        if t.soort != "getal" or t.rol != "verworven" or t.vast:
            continue
        voor = {u.tekst for u in tekens[max(0, i - 5) : i]}
        na = {u.tekst for u in tekens[i + 1 : i + 4]}
        if ("al" in voor | na and (voor & _VERLEDEN or "totaal" in na)) or (
            voor & {"eerder", "vroeger"} and "verworven" not in voor
        ):
            t.rol = "eerder_verworven"
