"""The component `kg_lemmas`: lemmas looked up by form and part of speech, before the learned guess.

In: a Doc with parts of speech and the trainable lemmatizer's lemmas. Out: `token.lemma_` from the table where it knows
the word. The table comes from the treebanks and from the lemma tables of spacy-lookups-data and travels with the model.
"""

import gzip
import json
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

NAME = "kg_lemmas"
FILE = "lemmas.json.gz"

Lemmas = dict[str, dict[str, str]]


class LemmaTable:
    """Looks lemmas up; `lemmas` maps a part of speech to forms in lower case and their lemmas."""

    def __init__(self) -> None:
        self.lemmas: Lemmas = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemmas the table knows."""
        for token in doc:
            lemma = self.lemmas.get(token.pos_, {}).get(token.lower_)
            if lemma is not None:
                token.lemma_ = lemma
        return doc

    def to_disk(self, path: Path, exclude: tuple[str, ...] = ()) -> None:
        """Write the table, the forms of a lemma together; the same table gives the same bytes."""
        path.mkdir(parents=True, exist_ok=True)
        packed = json.dumps(_by_lemma(self.lemmas), ensure_ascii=False, separators=(",", ":"))
        (path / FILE).write_bytes(gzip.compress(packed.encode(), mtime=0))

    def from_disk(self, path: Path, exclude: tuple[str, ...] = ()) -> "LemmaTable":
        """Read the table."""
        packed = json.loads(gzip.decompress((path / FILE).read_bytes()))
        self.lemmas = {pos: _by_form(table) for pos, table in packed.items()}
        return self


@Language.factory(NAME, requires=["token.pos"], assigns=["token.lemma"])
def create_lemmas(nlp: Language, name: str) -> LemmaTable:
    """Make the component `kg_lemmas`, its table still empty."""
    return LemmaTable()


def _by_lemma(lemmas: Lemmas) -> dict[str, dict[str, str]]:
    packed: dict[str, dict[str, list[str]]] = {}
    for pos, table in sorted(lemmas.items()):
        for form, lemma in sorted(table.items()):
            packed.setdefault(pos, {}).setdefault(lemma, []).append(form)
    return {pos: {lemma: "\t".join(forms) for lemma, forms in sorted(table.items())} for pos, table in packed.items()}


def _by_form(packed: dict[str, str]) -> dict[str, str]:
    return {form: lemma for lemma, forms in packed.items() for form in forms.split("\t")}


def number_trees(nlp: Language) -> None:
    """Give the learned lemmatizer of a pipeline that was read from disk the numbers of its edit trees again.

    spaCy leaves them out when it reads one; without them every lemma to learn from would be that of the first tree.
    """
    lemmatizer = nlp.get_pipe("trainable_lemmatizer")
    lemmatizer.tree2label = {tree: label for label, tree in enumerate(lemmatizer.labels)}
