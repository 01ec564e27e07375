"""What the reader looks at: of each word, of each amount, of each fact and of the whole turn."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from nlu.lezer.bericht import Bericht
from nlu.lezer.jaren import GEEN
from nlu.lezer.scholen import NAMEN
from nlu.lezer.stukken import tel


Kenmerken = dict[str, float]
Plek = tuple[int, int]

_RAND: Final = "rand"
_RUIM: Final = 5
_NABIJ: Final = 2
_LINKS: Final = 6
_TUSSEN: Final = 8
_ONTKENT: Final = frozenset("niet nie ni nt geen gene geene ipv plaats not pas iet".split())
_LEESTEKENS: Final = ",.;?!"
_SCHOLEN: Final = frozenset(naam[0] for naam in NAMEN if len(naam) == 1 and len(naam[0]) > _NABIJ)


def van_woorden(bericht: Bericht) -> list[list[str]]:
    """The features of each word, for finding which words carry something."""
    vormen, stand = bericht.vormen, bericht.stand
    aantal = sum(g is not None for g in bericht.getallen)
    kop = ["altijd", f"lang={min(len(vormen), 8)}", f"getallen={min(aantal, 5)}", *(f"S{s}" for s in bericht.signalen)]
    van_stand = [f"#{naam}={waarde}" for naam, waarde in stand.items() if naam != "onderwerp"]
    uit, geteld = [], 0
    for i, vorm in enumerate(vormen):
        rij = [*kop, f"plaats={min(i, 3)}"]
        for d in range(-_RUIM, _RUIM + 1):
            if not 0 <= i + d < len(vormen):
                if abs(d) <= _NABIJ:
                    rij.append(f"{d}={_RAND}")
                continue
            ander = vormen[i + d]
            rij.append(f"{d}={ander}")
            if abs(d) <= _NABIJ + 1:
                grof, fijn = bericht.groepen[i + d]
                rij += [f"{d}k={fijn}", f"{d}K={grof}"]
            if abs(d) <= _NABIJ:
                rij += [f"{d}p={ander[:3]}", f"{d}q={ander[:4]}", f"{d}s={ander[-3:]}"]
        links, rechts = [_RAND, _RAND, *vormen[:i]][-2:], [*vormen[i + 1 :], _RAND, _RAND][:2]
        rij += [f"<{links[1]}|{vorm}", f">{vorm}|{rechts[0]}", f"<<{'|'.join(links)}", f">>{'|'.join(rechts)}"]
        if bericht.woorden[i].klein in _SCHOLEN:
            rij.append("school")
        waarde = bericht.getallen[i]
        if waarde is not None:
            rij += [*van_stand, f"#{geteld}", f"#v={stand['daad']}|{stand['wat']}|{stand['net']}"]
            rij += [f"R{r}" for r in bericht.verwant(waarde)]
            geteld += 1
        uit.append(rij)
    return uit


def van_plek(bericht: Bericht, plek: Plek, rol: str, vorige: str) -> Kenmerken:
    """The features of the words that carry a fact.

    Args:
        bericht: the message.
        plek: the place of the words.
        rol: what the fact is about; "" when that is what is asked.
        vorige: what the fact before it in the message is about, and how it is said.
    """
    i, j = plek
    vormen, stand = bericht.vormen, bericht.stand
    uit: Kenmerken = {
        f"rol={rol}": 1, f"vorige={vorige}": 1, f"rol={rol}|{vorige}": 1, "zelf=" + " ".join(vormen[i:j]): 1,
        f"rand={i == 0}{j == len(vormen)}": 1,
    }  # fmt: skip
    for vorm in vormen[i:j]:
        uit |= {f"in={vorm}": 1, f"in={vorm[:4]}": 1}
    for d in range(1, _LINKS + 1):
        for kant, plaats in (("l", i - d), ("r", j + d - 1)):
            if 0 <= plaats < len(vormen):
                vorm, fijn = vormen[plaats], bericht.groepen[plaats][1]
                uit |= {f"{kant}{d}k={fijn}": 1, f"{kant}k={fijn}": 1, f"{kant}{d}={vorm}": 1, f"{kant}={vorm}": 1,
                        f"{kant}={vorm[:4]}": 1, f"{kant}{rol}={vorm[:5]}": 1}  # fmt: skip
    for vorm in vormen:
        uit |= {f"bericht={vorm}": 0.5, f"bericht={vorm[:5]}": 0.5}
    uit |= {f"paar={een}|{ander}": 0.5 for een, ander in pairwise(vormen)}
    for naam, waarde in stand.items():
        if naam != "onderwerp":
            uit |= {f"{naam}={waarde}": 1, f"{naam}={waarde}|{rol}": 1}
    for signaal in bericht.signalen:
        uit |= {f"S{signaal}": 1, f"S{signaal}|{rol}": 1}
    uit[f"K{stand['open']}|{stand['daad']}|{stand['net']}"] = 1
    uit[f"K{len(vormen) < _RUIM}|{stand['daad']}|{stand['wat']}|{rol}"] = 1
    waarde_ = next((bericht.getallen[x] for x in range(i, j) if bericht.getallen[x] is not None), None)
    if waarde_ is not None:
        for verwantschap in bericht.verwant(waarde_):
            uit |= {f"R{verwantschap}": 1, f"R{verwantschap}|{rol}": 1}
    return uit


def van_hoeveelheid(bericht: Bericht, alle: list[Plek], nummer: int, vorige: str) -> Kenmerken:
    """The features of an amount, for what it is an amount of.

    Args:
        bericht: the message.
        alle: the places of all its amounts.
        nummer: which of them.
        vorige: what the one before is.
    """
    i, j = alle[nummer]
    vormen = bericht.vormen
    uit = van_plek(bericht, (i, j), "", GEEN)
    uit |= {f"v={vorige}": 1, f"v={vorige}|{vormen[i - 1] if i else '^'}": 1}
    uit |= {f"zin={vorm}": 0.5 for vorm in bericht.zin(i)}
    van = alle[nummer - 1][1] if nummer else 0
    tot = alle[nummer + 1][0] if nummer + 1 < len(alle) else len(vormen)
    links, rechts = list(range(van, i))[-_TUSSEN:], list(range(j, tot))[:_TUSSEN]
    # Up to a mark, where there is one.
    links_kort = links[next((n + 1 for n in reversed(range(len(links))) if vormen[links[n]] in _LEESTEKENS), 0) :]
    rechts_kort = rechts[: next((n for n, x in enumerate(rechts) if vormen[x] in _LEESTEKENS), len(rechts))]
    for kant, plaatsen in (("L", links), ("R", rechts), ("L1", links_kort), ("R1", rechts_kort)):
        uit[f"{kant}n:{min(len(plaatsen), 4)}"] = 1
        for x in plaatsen:
            uit |= {f"{kant}:{vormen[x]}": 1, f"{kant}:{vormen[x][:4]}": 1, f"{kant}k:{bericht.groepen[x][1]}": 0.7}
    woorden_links = [vormen[x] for x in links_kort]
    rechts_ervan = vormen[rechts_kort[0]] if rechts_kort else "$"
    uit |= {
        f"LR:{woorden_links[-1] if woorden_links else '^'}|{rechts_ervan}": 1,
        f"v={vorige}|L:{' '.join(woorden_links[-2:])}": 1,
        f"v={vorige}|R:{rechts_ervan if rechts_kort else ''}": 1,
        f"plek={min(nummer, 3)}/{min(len(alle), 4)}": 1,
    }
    waarden = [tel(bericht.tekst[bericht.woorden[a].begin : bericht.woorden[b - 1].eind]) for a, b in alle]
    zelf = waarden[nummer]
    if zelf is not None and _ontkend(vormen, i):
        uit |= {"ontkend": 1, **{f"ontkend|{r}": 1 for r in bericht.verwant(zelf) if r.startswith("is:")}}
    for d in (-1, 1):
        ander = waarden[nummer + d] if 0 <= nummer + d < len(alle) else None
        if zelf is not None and ander is not None:
            teken = ">" if zelf > ander else "<" if zelf < ander else "="
            uit |= {f"buur{d}{teken}": 1, f"buur{d}{teken}|{vorige}": 1}
            # "54, niet 57": what takes the place of a known number is of its kind.
            ontkend = _ontkend(vormen, alle[nummer + d][0])
            uit |= {f"buur{d}{r}|{ontkend}": 1 for r in bericht.verwant(ander) if r.startswith("is:")}
    return uit


def _ontkend(vormen: list[str], plaats: int) -> bool:
    """Whether a number is denied by the words before it."""
    return any(vormen[x] in _ONTKENT for x in range(max(0, plaats - _NABIJ), plaats))


def van_beurt(bericht: Bericht) -> Kenmerken:
    """The features of the whole turn, beside its words."""
    klein, stand = [w.klein for w in bericht.woorden], bericht.stand
    getallen = [g for g in bericht.getallen if g is not None]
    uit: Kenmerken = {f"{naam}={waarde}": 1 for naam, waarde in stand.items()}
    uit |= {f"lang={min(len(klein) // 3, 6)}": 1, f"getallen={min(len(getallen), 4)}": 1}
    if klein:
        uit |= {f"begin={klein[0]}": 1, "begin=" + " ".join(klein[:2]): 1, f"eind={klein[-1]}": 1}
        for naam in ("soort", "open", "doel", "daad", "vraag", "net"):
            uit |= {f"{naam}={stand[naam]}|{klein[0]}": 1, f"{naam}={stand[naam]}|{min(len(klein), 4)}": 1}
    uit |= {f"S{signaal}": 1 for signaal in bericht.signalen}
    for waarde in getallen:
        uit |= {f"R{verwantschap}": 1 for verwantschap in bericht.verwant(waarde)}
    return uit
