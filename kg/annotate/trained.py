"""A trained pipeline from its folder.

In: the name of a spaCy package or a folder. Out: the pipeline, loaded as `spacy.load` does, but for a model that brings
all of its tokenizer along without spaCy's own class of the language, where importing that takes seconds.
"""

from pathlib import Path

import spacy
from spacy.language import Language
from spacy.util import get_model_meta, load_config

from kg import languages
from kg.errors import Stop


def load_trained(model: str) -> Language:
    """Load a pipeline; raises Stop where there is none of that name that can be read."""
    folder = Path(model)
    try:
        return _load_own(folder) if _is_own(folder) else spacy.load(folder if folder.is_dir() else model)
    except OSError as error:
        raise Stop(f"the model {model} cannot be loaded: {error}") from None


def weights_folder(nlp: Language, file: str) -> Path:
    """Give the folder that has the weights `file`: the one a pipeline was read from, else that of our own model."""
    own = Path(nlp.path) if nlp.path else None
    return own if own is not None and (own / file).exists() else languages.FOLDER / nlp.lang / languages.MODEL


def _is_own(folder: Path) -> bool:
    """Say whether it is the model of one of our languages and needs nothing of spaCy's class of that language."""
    code = folder.parent.name
    if folder != languages.FOLDER / code / "model":
        return False
    return bool(languages.table(code, "language").get("plain", False))


def _load_own(folder: Path) -> Language:
    configuration = load_config(folder / "config.cfg")
    plain: type[Language] = type("Plain", (Language,), {"lang": configuration["nlp"]["lang"]})
    return plain.from_config(configuration, meta=get_model_meta(folder)).from_disk(folder)
