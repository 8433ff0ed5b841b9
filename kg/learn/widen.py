"""A trained entity recogniser that reads more of each word, and at first decides as before.

In: a trained pipeline and sizes. Out: the same pipeline with a recogniser that has further columns to read: what both
networks have is taken over, and what is new has no weight yet. Chen, Goodfellow, Shlens: Net2Net, 2016.
"""

import copy
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.training import Example
from thinc.api import Model

from kg.errors import Stop
from kg.learn.configuration import ENTITIES, Sizes


def widen(nlp: Language, sizes: Sizes, examples: list[Example]) -> None:
    """Put a recogniser that reads the columns of `kg.learn.words`, by `sizes`, in the place of the trained one.

    `examples` show what it will read. Raises Stop where the old one is none of ours, or knows other labels.
    """
    network = copy.deepcopy(nlp.config["components"][ENTITIES]["model"])
    network["tok2vec"]["embed"] |= {"word_rows": list(sizes.word_rows), "unknown": sizes.unknown}
    old, at = nlp.get_pipe(ENTITIES), nlp.pipe_names.index(ENTITIES)
    nlp.remove_pipe(ENTITIES)
    before = nlp.pipe_names[at] if at < len(nlp.pipe_names) else None
    new: Any = nlp.add_pipe(ENTITIES, config={"model": network}, before=before)
    new.initialize(lambda: examples, nlp=nlp, labels=old.label_data)
    if new.move_names != old.move_names:
        raise Stop("the recogniser knows other labels than the articles have; train the whole model anew")
    _take_over(old.model, new.model)


def _take_over(old: Model[Any, Any], new: Model[Any, Any]) -> None:
    """Copy the parameters of the layers that both have, in their order; new tables come behind the old ones."""
    tables = [node for node in new.walk() if node.name == "hashembed"]
    added = tables[sum(node.name == "hashembed" for node in old.walk()) :]
    same = [node for node in new.walk() if node not in added and node.param_names]
    known = [node for node in old.walk() if node.param_names]
    if len(same) != len(known):
        raise Stop("the recogniser is of another kind; train the whole model anew")
    for theirs, ours in zip(known, same, strict=True):
        for name in theirs.param_names:
            ours.set_param(name, _fitted(theirs.get_param(name), ours.get_param(name)))


def _fitted(old: NDArray[np.float32], new: NDArray[np.float32]) -> NDArray[np.float32]:
    """The old values, with nothing where the new array reaches further in its last dimension."""
    if old.shape == new.shape:
        return old.copy()
    if old.shape[:-1] != new.shape[:-1] or old.shape[-1] > new.shape[-1]:
        raise Stop("the recogniser has other sizes; train the whole model anew")
    wider: NDArray[np.float32] = np.zeros_like(new)
    wider[..., : old.shape[-1]] = old
    return wider
