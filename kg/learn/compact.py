"""Models on disk in half the space: weights as 16-bit floats, widened again when the model is loaded; no word list.

In: a trained pipeline. Out: a folder that `spacy.load` reads. The component `kg_compact`, last in the pipeline, widens
the weights of all others after they were read; it does nothing to documents.
"""

import shutil
from pathlib import Path
from typing import Any

import numpy as np
import srsly
from spacy.language import Language
from spacy.strings import StringStore
from spacy.tokens import Doc
from thinc.api import Model

NAME = "kg_compact"


class Compact:
    """Widens the weights of a pipeline that was read from disk."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp

    def __call__(self, doc: Doc) -> Doc:
        """Give the document back as it came."""
        return doc

    def to_disk(self, path: Path, exclude: tuple[str, ...] = ()) -> None:
        """Write nothing: the component has no state."""

    def from_disk(self, path: Path, exclude: tuple[str, ...] = ()) -> "Compact":
        """Widen the weights of all components, which spaCy has read before this one."""
        for _, component in self._nlp.components:
            _widen(getattr(component, "model", None))
        return self


@Language.factory(NAME)
def create_compact(nlp: Language, name: str) -> Compact:
    """Make the component `kg_compact`."""
    return Compact(nlp)


def save_compact(nlp: Language, folder: Path) -> None:
    """Write the pipeline with 16-bit weights, without the words it has met; `kg_compact` must be its last component."""
    if nlp.pipe_names[-1:] != [NAME]:
        raise ValueError(f"{NAME} must be the last component")
    nlp.to_disk(folder)
    for file in sorted(folder.glob("*/model")):
        content = srsly.msgpack_loads(file.read_bytes(), use_list=True)
        content["params"] = [_narrow(parameters) for parameters in content["params"]]
        file.write_bytes(srsly.msgpack_dumps(content))
    StringStore(sorted(_needed_strings(nlp, folder))).to_disk(folder / "vocab" / "strings.json")


def _needed_strings(nlp: Language, folder: Path) -> set[str]:
    """Give the strings that the parts on disk name by their hash alone: those that edit trees put in and take out.

    Labels and features are written as such, tables of words need the words' hashes only.
    """
    trees = [tree for file in sorted(folder.glob("*/trees")) for tree in srsly.read_msgpack(file)["trees"]]
    hashes = {tree[key] for tree in trees for key in ("orig", "subst") if key in tree}
    return {nlp.vocab.strings[each] for each in hashes} - {""}


def replace_model(nlp: Language, output: Path) -> None:
    """Write the pipeline beside the old model, then change places, so that there is always a whole one."""
    new, old = output.with_name(f"{output.name}.new"), output.with_name(f"{output.name}.old")
    for folder in (new, old):
        shutil.rmtree(folder, ignore_errors=True)
    new.parent.mkdir(parents=True, exist_ok=True)
    save_compact(nlp, new)
    if output.exists():
        output.rename(old)
    new.rename(output)
    shutil.rmtree(old, ignore_errors=True)


def _narrow(parameters: dict[str, Any]) -> dict[str, Any]:
    return {name: value if value is None else value.astype(np.float16) for name, value in parameters.items()}


def _widen(model: Model[Any, Any] | None) -> None:
    for node in model.walk() if model is not None else ():
        for name in node.param_names:
            if node.has_param(name) and node.get_param(name).dtype == np.float16:
                node.set_param(name, node.get_param(name).astype(np.float32))
