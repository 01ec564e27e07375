"""Groups of words that stand in the same company: "gehaald", "erdoor", "binnen"; learned from messages without their meaning."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

import numpy as np
from scipy import sparse
from sklearn.cluster import KMeans
from sklearn.decomposition import TruncatedSVD
from sklearn.preprocessing import normalize


_AANTALLEN: Final = (64, 300)
_MINSTENS: Final = 3
_MAAT: Final = 80
_ONBEKEND: Final = (-1, -1)


class Woordgroepen:
    """Which group a word belongs to, coarse and fine.

    Args:
        zinnen: messages as rows of words.
    """

    def __init__(self, zinnen: Iterable[list[str]]) -> None:
        rijen = list(zinnen)
        geteld = Counter(woord for zin in rijen for woord in zin)
        plaats = {woord: i for i, woord in enumerate(sorted(w for w, n in geteld.items() if n >= _MINSTENS))}
        self._groepen: dict[str, tuple[int, int]] = {}
        if len(plaats) <= max(_AANTALLEN):
            return
        ruimte = normalize(TruncatedSVD(_MAAT, random_state=0).fit_transform(_gezelschap(rijen, plaats)))
        fijnheden = [KMeans(n, n_init=2, max_iter=50, random_state=0).fit_predict(ruimte) for n in _AANTALLEN]
        self._groepen = {woord: (int(fijnheden[0][i]), int(fijnheden[1][i])) for woord, i in plaats.items()}

    def van(self, woord: str) -> tuple[int, int]:
        """The coarse and the fine group of a word; -1 when it is not known."""
        return self._groepen.get(woord, _ONBEKEND)


def _gezelschap(rijen: list[list[str]], plaats: dict[str, int]) -> sparse.csr_matrix:
    """How much more often than by chance each word stands beside each other one, left and right apart."""
    samen: Counter[tuple[int, int]] = Counter()
    for zin in rijen:
        wie = [plaats.get(woord) for woord in zin]
        for i, een in enumerate(wie):
            for afstand in (-2, -1, 1, 2):
                ander = wie[i + afstand] if 0 <= i + afstand < len(wie) else None
                if een is not None and ander is not None:
                    samen[een, 2 * ander + (afstand > 0)] += 2 // abs(afstand)
    rij, kolom = np.array(list(samen)).T
    aantal = np.fromiter(samen.values(), float)
    som = aantal.sum()
    van_rij = np.bincount(rij, aantal, len(plaats))
    van_kolom = np.bincount(kolom, aantal, 2 * len(plaats)) ** 0.75
    van_kolom *= som / van_kolom.sum()
    meer = np.log(aantal * som / (van_rij[rij] * van_kolom[kolom]))
    boven = meer > 0
    return sparse.csr_matrix((meer[boven], (rij[boven], kolom[boven])), shape=(len(plaats), 2 * len(plaats)))
