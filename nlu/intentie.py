"""Which intent a message has: tf-idf over words and letters, with logistic regression. Knows no Rasa.

Two steps. The first tells the topics apart and treats everything out of scope as one large class: that rejects better
than many small ones. The second, trained on what is out of scope alone, tells which address to give there.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from random import Random
from typing import Any
from typing import Final
from typing import Sequence

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import FeatureUnion

from nlu.typfouten import met_typfout


#: Intents that start so are out of scope; the rest of the name says of which kind.
BUITEN: Final = "buiten_bereik"
#: Longer texts bring no more meaning, only time.
MEESTE_TEKENS: Final = 1000


@dataclass(frozen=True)
class Instellingen:
    """How the model is trained.

    Attributes:
        c: inverse of the regularisation.
        gewicht_buiten: how much heavier what is out of scope weighs. A wrong answer is worse than an honest "I cannot
            help you with that", so it is above 1; chosen on the curve that ``benchmarks/begrip.py`` prints.
        typfout_kopieen: copies of each message with one generated typing error.
        zaad: seed of the typing errors and of the solver.
    """

    c: float = 10.0
    gewicht_buiten: float = 1.1
    typfout_kopieen: int = 0
    zaad: int = 7


class Intentiemodel:
    """Trained by ``fit``, asked by ``rangschik``."""

    def __init__(self, instellingen: Instellingen | None = None) -> None:
        self.instellingen = instellingen or Instellingen()
        self._kenmerken: FeatureUnion | None = None
        self._eerste: LogisticRegression | None = None
        self._tweede: LogisticRegression | None = None

    def fit(self, teksten: Sequence[str], intents: Sequence[str]) -> Intentiemodel:
        """Train on messages and their intents.

        Raises:
            ValueError: there are fewer than two kinds of intents.
        """
        if len(set(map(_grof, intents))) < 2:
            raise ValueError("er zijn minstens twee intents nodig om te leren kiezen")
        random = Random(self.instellingen.zaad)
        kopieen = range(self.instellingen.typfout_kopieen)
        alle_teksten = [*teksten, *(met_typfout(tekst, random) for _ in kopieen for tekst in teksten)]
        alle_intents = [*intents, *(intent for _ in kopieen for intent in intents)]
        self._kenmerken = _kenmerken()
        matrix = self._kenmerken.fit_transform(alle_teksten)
        self._eerste = self._leer(matrix, [_grof(i) for i in alle_intents])
        buiten = [rij for rij, intent in enumerate(alle_intents) if intent.startswith(BUITEN)]
        soorten = [alle_intents[rij] for rij in buiten]
        for _, vectorizer in self._kenmerken.transformer_list:
            # Every term that was too rare to keep: larger than what is kept, and never used.
            vectorizer.stop_words_ = None
        self._tweede = self._leer(matrix[buiten], soorten) if len(set(soorten)) > 1 else None
        return self

    def rangschik(self, tekst: str) -> list[tuple[str, float]]:
        """All intents with their probability, best first. Of what is out of scope only the likeliest kind is named.

        A text without any letter, digit or known sign has nothing to go by: every intent is then equally likely.

        Raises:
            RuntimeError: the model was not trained.
        """
        if self._kenmerken is None or self._eerste is None:
            raise RuntimeError("het model is nog niet getraind")
        rij = self._kenmerken.transform([tekst])
        namen = list(self._eerste.classes_)
        if not rij.nnz:
            return [(naam, 1 / len(namen)) for naam in namen]
        kansen = self._eerste.predict_proba(rij)[0]
        if BUITEN in namen:
            plaats = namen.index(BUITEN)
            kansen[plaats] *= self.instellingen.gewicht_buiten
            kansen /= kansen.sum()
            if self._tweede is not None:
                namen[plaats] = str(self._tweede.classes_[int(np.argmax(self._tweede.predict_proba(rij)[0]))])
        volgorde = np.argsort(-kansen, kind="stable")
        return [(str(namen[plaats]), float(kansen[plaats])) for plaats in volgorde]

    def _leer(self, matrix: Any, intents: list[str]) -> LogisticRegression:
        # The tolerance is wide: the last digits of the weights cost half of the time and change no decision.
        model = LogisticRegression(
            C=self.instellingen.c, solver="liblinear", tol=3e-2, random_state=self.instellingen.zaad
        ).fit(matrix, intents)
        model.coef_ = model.coef_.astype(np.float32)
        return model


def normaliseer(tekst: str) -> str:
    """Lower case, composed accents, one sort of quotes and no long repetitions: ``Jaaaaa`` becomes ``jaa``."""
    tekst = unicodedata.normalize("NFKC", tekst[:MEESTE_TEKENS]).lower().replace("\u2019", "'")
    uit: list[str] = []
    for teken in tekst:
        if len(uit) >= 2 and teken == uit[-1] == uit[-2] and not teken.isdigit():
            continue
        uit.append(teken)
    return "".join(uit)


def _grof(intent: str) -> str:
    return BUITEN if intent.startswith(BUITEN) else intent


def _kenmerken() -> FeatureUnion:
    gedeeld: dict[str, Any] = {"preprocessor": normaliseer, "sublinear_tf": True, "dtype": np.float32}
    woorden = TfidfVectorizer(ngram_range=(1, 2), token_pattern=r"\w+|[^\w\s]", min_df=2, **gedeeld)
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=2, **gedeeld)
    return FeatureUnion([("woorden", woorden), ("letters", letters)])
