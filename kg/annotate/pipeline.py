"""The pipelines: a language's trained model with our components behind it.

In: a language code, or the name or folder of any spaCy pipeline of that language. Out: a spaCy pipeline that writes the
layers of `kg.annotate.layers`.
"""

from functools import cache

from spacy.language import Language

from kg import languages
from kg.annotate.trained import load_trained
from kg.errors import Stop

COMPONENTS = ("kg_times", "kg_mentions", "kg_quotations", "kg_coreference", "kg_events")


@cache
def load_pipeline(language: str, model: str | None = None, *, components: bool = True) -> Language:
    """Load the pipeline of a language, once.

    `language` is an ISO 639-1 code with a folder in kg/languages; `model` another spaCy pipeline to use for it, an
    installed package's name or a folder; without `components` the trained pipeline is given bare.
    Raises Stop where there is no such language or model.
    """
    if language not in languages.codes():
        raise Stop(f"no language {language!r}; there are: {', '.join(languages.codes())}")
    nlp = load_trained(model or str(languages.FOLDER / language / "model"))
    if components:
        for name in COMPONENTS:
            nlp.add_pipe(name)
    return nlp
