"""Dutch lemmas in a spaCy pipeline that has no trained lemmatizer, out of the word list of simplemma."""

# No postponed annotations here: spaCy reads those of a factory when the pipeline is made.
from simplemma import Lemmatizer
from spacy.language import Language
from spacy.tokens import Doc


class SimplemmaLemmatizer:
    """The pipeline component: sets ``token.lemma_`` of every token that has none yet."""

    def __init__(self) -> None:
        """Read nothing yet: the word list is loaded at the first word."""
        self._lemmatizer = Lemmatizer()

    def __call__(self, doc: Doc) -> Doc:
        """Give each token its lemma and hand the document on."""
        for token in doc:
            if not token.lemma:
                token.lemma_ = self._lemma(token.text)
        return doc

    def _lemma(self, woord: str) -> str:
        if not any(teken.isalpha() for teken in woord):
            return woord
        lemma = self._lemmatizer.lemmatize(woord, "nl")
        klein = woord.lower()
        if lemma == woord != klein:
            # The list holds plain words in small letters; a capital at the start of a sentence must not hide them.
            andere = self._lemmatizer.lemmatize(klein, "nl")
            lemma = andere if andere != klein else woord
        # Separable verbs are listed as op_nemen; spaCy and people write opnemen.
        return lemma.replace("_", "")


@Language.factory("simplemma_lemmatizer", assigns=["token.lemma"])
def maak_lemmatizer(nlp: Language, name: str) -> SimplemmaLemmatizer:
    """The factory that spaCy finds through the entry point of this project."""
    return SimplemmaLemmatizer()
