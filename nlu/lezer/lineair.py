"""A linear classifier that is small once it has learned."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence
from typing import Any
from typing import Final

import numpy as np
from scipy import sparse
from sklearn.svm import LinearSVC


#: Weights below this part of the largest one change nothing that was measured.
_TE_KLEIN: Final = 0.005


class Lineair:
    """One class of several, by a weight for each feature.

    Args:
        matrix: the features, a row for each example.
        juist: what each example is.
        c: how closely to follow the examples.
        gewicht: how much each example counts; all the same when None.
    """

    def __init__(self, matrix: Any, juist: Sequence[Any], c: float, gewicht: Any = None) -> None:
        soorten = sorted(set(juist))
        if len(soorten) == 1:
            self.soorten = soorten
            self._gewichten = sparse.csr_matrix((matrix.shape[1], 1), dtype=np.float32)
            self._begin = np.zeros(1, np.float32)
            return
        model = LinearSVC(C=c, max_iter=400, random_state=0).fit(matrix, juist, sample_weight=gewicht)
        self.soorten = list(model.classes_)
        coef, begin = model.coef_, model.intercept_
        if len(self.soorten) == len((False, True)):
            # Of two classes one row says it all.
            coef, begin = np.vstack([-coef, coef]), np.concatenate([-begin, begin])
        self._gewichten, self._begin = _klein(coef.T), begin.astype(np.float32)

    def scores(self, matrix: Any) -> Any:
        """The score of each class for each row."""
        return (matrix @ self._gewichten).toarray() + self._begin

    def kies(self, matrix: Any) -> Any:
        """The likeliest class of the one row."""
        return self.kies_zeker(matrix)[0]

    def kies_zeker(self, matrix: Any) -> tuple[Any, float]:
        """The same, and how far it lies before the next."""
        return _beste(self.soorten, self.scores(matrix)[0])


class Samen:
    """Several choices from the same features, made in one go."""

    def __init__(self, matrix: Any, juist: Mapping[str, Sequence[Any]], c: float, gewicht: Any = None) -> None:
        modellen = {naam: Lineair(matrix, waarden, c, gewicht) for naam, waarden in juist.items()}
        self._soorten = {naam: model.soorten for naam, model in modellen.items()}
        self._gewichten = sparse.hstack([model._gewichten for model in modellen.values()]).tocsr()
        self._begin = np.concatenate([model._begin for model in modellen.values()])

    def kies(self, matrix: Any) -> dict[str, tuple[Any, float]]:
        """Of each choice the likeliest class of the one row, and how far it lies before the next."""
        scores = (matrix @ self._gewichten).toarray()[0] + self._begin
        uit, van = {}, 0
        for naam, soorten in self._soorten.items():
            uit[naam] = _beste(soorten, scores[van : van + len(soorten)])
            van += len(soorten)
        return uit


class Etiketten:
    """Yes or no to each of several labels."""

    def __init__(
        self, matrix: Any, gezegd: Sequence[set[str]], namen: Sequence[str], c: float, gewicht: Any = None
    ) -> None:
        self.namen = list(namen)
        kolommen, begin = [], []
        for naam in self.namen:
            een = Lineair(matrix, [naam in labels for labels in gezegd], c, gewicht)
            kolommen.append(een._gewichten[:, -1])
            begin.append(een._begin[-1])
        self._gewichten = sparse.hstack(kolommen).tocsr() if kolommen else sparse.csr_matrix((matrix.shape[1], 0))
        self._begin = np.array(begin, np.float32)

    def scores(self, matrix: Any) -> dict[str, float]:
        """How surely each label holds for the one row: above 0 it does."""
        return dict(zip(self.namen, map(float, (matrix @ self._gewichten).toarray()[0] + self._begin)))


def _beste(soorten: Sequence[Any], scores: Any) -> tuple[Any, float]:
    if len(scores) == 1:
        return soorten[0], float("inf")
    tweede, eerste = np.argpartition(scores, -2)[-2:]
    return soorten[int(eerste)], float(scores[eerste] - scores[tweede])


def _klein(coef: Any) -> Any:
    coef = coef.astype(np.float32)
    coef[np.abs(coef) < _TE_KLEIN * np.abs(coef).max()] = 0
    return sparse.csr_matrix(coef)
